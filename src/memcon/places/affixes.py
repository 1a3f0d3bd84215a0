"""Names inside longer names: "northern Syria", "Idlib province", "the city of Aden", "Lake Chad"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_POINT = r"(?:north|south|east|west)(?:[ -]?(?:east|west))?(?:ern)?"
_DIRECTION = re.compile(
    rf"^(?:the )?(?:far |extreme |upper )?(?:{_POINT}(?:[ -]?central)?|central|upper|lower|inner|outer|mainland|rural)"
    r"[ -](?:parts? of )?(?P<rest>\S.*)$",
    re.I,
)
_AREAS: tuple[str, ...] = ("region", "district", "country", "land")
_AFTER: dict[str, tuple[str, ...]] = {
    "province": _AREAS,
    "provinces": _AREAS,
    "region": _AREAS,
    "regions": _AREAS,
    "oblast": _AREAS,
    "governorate": _AREAS,
    "prefecture": _AREAS,
    "department": _AREAS,
    "state": _AREAS,
    "county": ("district", "region"),
    "parish": ("district", "region"),
    "district": ("district", "region"),
    "republic": ("region", "country"),
    "territory": _AREAS,
    "territories": _AREAS,
    "canton": _AREAS,
    "municipality": ("city", "district"),
    "city": ("city",),
    "town": ("city",),
    "village": ("city",),
    "suburb": ("city",),
    "suburbs": ("city",),
    "area": (),
    "valley": (),
    "border": (),
    "countryside": (),
    "coast": (),
    "frontier": (),
    "airport": ("city",),
    "capital": (),
    "enclave": (),
    "peninsula": (),
    "island": (),
    "islands": (),
}
_BEFORE = re.compile(
    r"^(?:the )?(?P<word>city|town|village|port|suburb|province|region|state|governorate|district|county|oblast|republic|kingdom|"
    r"island|valley|outskirts|capital)(?: city)? of (?P<rest>\S.*)$",
    re.I,
)
_KINDS_BEFORE = {
    "city": ("city",),
    "town": ("city",),
    "village": ("city",),
    "port": ("city",),
    "republic": ("country", "region"),
    "outskirts": (),
    "capital": (),
}
_HELD = re.compile(
    r"^(?:the )?(?:\w+-)?(?:occupied|held|controlled|administered|annexed|run|ruled|besieged|war-torn|embattled) (?P<rest>\S.*)$",
    re.I,
)
_GREATER = re.compile(r"^(?:greater|downtown|metropolitan|old|metro) (?P<rest>\S.*)$", re.I)


@dataclass(frozen=True, slots=True)
class Bare:
    """A name within a longer one; `kinds` are the kinds of place that the longer name can mean, empty for any."""

    name: str
    kinds: tuple[str, ...]
    how: str


def bare_forms(name: str) -> Iterator[Bare]:
    """The names within a longer name, the likeliest first.

    >>> [form.name for form in bare_forms("northern Idlib province")]
    ['northern Idlib', 'Idlib', 'Idlib province']
    >>> [(form.name, form.kinds) for form in bare_forms("the port city of Aden")]
    [('Aden', ('city',))]
    """
    text = " ".join(name.split())
    if match := _BEFORE.match(text.removeprefix("the ").replace("port city", "city", 1)):
        yield Bare(match["rest"], _KINDS_BEFORE.get(match["word"].lower(), _AREAS), "area")
        return
    if match := _HELD.match(text):
        yield Bare(match["rest"], (), "held")
    head, _, last = text.rpartition(" ")
    if head and last.lower() in _AFTER:
        yield Bare(head, _AFTER[last.lower()], "area")
        if match := _DIRECTION.match(head):
            yield Bare(match["rest"], _AFTER[last.lower()], "direction")
    if (match := _DIRECTION.match(text)) or (match := _GREATER.match(text)):
        yield Bare(match["rest"], (), "direction")
