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
_CITY: tuple[str, ...] = ("city",)
_ANY: tuple[str, ...] = ()
_AFTER: dict[str, tuple[str, ...]] = (
    dict.fromkeys(("province", "provinces", "region", "regions", "oblast", "governorate", "prefecture", "department", "state"), _AREAS)
    | dict.fromkeys(("canton", "territory", "territories"), _AREAS)
    | dict.fromkeys(("county", "parish", "district", "municipality", "co."), ("district", "region"))
    | dict.fromkeys(("township", "borough"), ("district", "city"))
    | {"republic": ("region", "country")}
    | dict.fromkeys(("city", "town", "village", "suburb", "suburbs", "airport", "international airport", "metropolitan area"), _CITY)
    | dict.fromkeys(("area", "valley", "border", "frontier", "countryside", "coast", "enclave", "peninsula", "island", "islands"), _ANY)
    | dict.fromkeys(("capital", "refugee camp", "camp", "air base", "airbase", "military base", "naval base", "base", "palace"), _ANY)
    | dict.fromkeys(("border crossing", "crossing", "nuclear plant", "nuclear power plant", "prison", "mosque", "compound"), _ANY)
)
"""Words after a name, and the kinds of place that name and word together can mean (empty: any)."""
_LONGEST_AFTER = max(len(words.split()) for words in _AFTER)
_BEFORE = re.compile(
    r"^(?:.* )?(?P<word>city|town|village|port|suburb|resort|province|region|state|governorate|district|county|oblast|republic|kingdom|"
    r"island|valley|outskirts|capital)(?: city)? of (?P<rest>\S.*)$",
    re.I,
)
_BESIDE = re.compile(r"^(?:.* )?(?P<word>city|town|village|port|resort|capital),? (?P<rest>(?:the )?[A-Z].*)$")
_KINDS_BEFORE: dict[str, tuple[str, ...]] = (
    dict.fromkeys(("city", "town", "village", "port", "suburb", "resort", "capital"), _CITY)
    | dict.fromkeys(("province", "region", "state", "governorate", "district", "county", "oblast", "island", "valley"), _AREAS)
    | {"republic": ("country", "region"), "kingdom": ("country",), "outskirts": _ANY}
)
_HELD = re.compile(
    r"^(?:the )?(?:\w+-)?(?:occupied|held|controlled|administered|annexed|run|ruled|besieged|war-torn|embattled) (?P<rest>\S.*)$",
    re.I,
)
_GREATER = re.compile(r"^(?:greater|downtown|midtown|metropolitan|metro|old) (?P<rest>\S.*)$", re.I)


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
    if match := _BEFORE.match(text) or _BESIDE.match(text):
        yield Bare(match["rest"], _KINDS_BEFORE[match["word"].lower()], "area")
        return
    if match := _HELD.match(text):
        yield Bare(match["rest"], (), "held")
    words = text.split(" ")
    for size in range(min(_LONGEST_AFTER, len(words) - 1), 0, -1):
        kinds = _AFTER.get(" ".join(words[-size:]).lower())
        if kinds is not None:
            head = " ".join(words[:-size])
            yield Bare(head, kinds, "area")
            if match := _DIRECTION.match(head):
                yield Bare(match["rest"], kinds, "direction")
            break
    if (match := _DIRECTION.match(text)) or (match := _GREATER.match(text)):
        yield Bare(match["rest"], (), "direction")
