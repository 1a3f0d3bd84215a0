"""What the words around a name say of its place: the area that holds it, its kind, and the country whose institutions the report names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from .tables import lines

REACH = 80
"""Characters before and after a name that are looked at."""
LONGEST_CONTAINER = 4
_WORD = r"[^\W\d_][\w.’'-]*"
_CAPITAL = r"[A-Z\u00c0-\u00de][\w.’'-]*"
_NAMES = rf"{_CAPITAL}(?: (?:{_CAPITAL}|of|and|the)){{0,5}}"
_POINT = r"(?:(?:north|south|east|west)(?:-?(?:east|west))?(?:ern)?|central|upper|lower|rural|far|nearby)"
_TOWN = (
    r"(?:(?:port|capital|border|resort|coastal|industrial|rebel-held|[a-z]+est) )*(?:city|town|village|port|suburb|capital|resort|hamlet)"
)
_AREA = r"(?:province|region|governorate|district|oblast|county|state|department|island|territory|canton)"
_AFTER = re.compile(
    rf"^,? (?:in|of) (?:the )?(?:{_POINT}[ -]?)*(?P<names>{_NAMES})|^(?:,|, in) (?P<next>{_NAMES})|^ ?\((?P<inside>{_NAMES})\)"
)
_LISTED = re.compile(rf"^,? (?:and|or|&) {_CAPITAL}|^, {_CAPITAL},? and ")
_HOLDER = re.compile(
    rf"(?P<names>{_NAMES})(?:[’']s?)? (?:(?:{_POINT}|own|once|rebel-held|occupied) )*"
    rf"(?:{_TOWN}|{_AREA})?,? ?(?:of )?$"
)
_OWNER = re.compile(r"[’']s?$")
_COUNTY = re.compile(rf"^(?:(?:, | and |, and ){_CAPITAL})* (?:[Cc]ount(?:y|ies)|Co\.|Parish|parishes)(?!\w)")
_OF_A_TOWN = re.compile(
    r"^(?:[’']s)?,? (?:man|woman|boy|girl|teen(?:ager)?|couple|resident|residents|native|police|mayor|City|Mayor|Police|High School|Public|"
    r"Town|firefighters|Fire Department|Independent School|Area School|School District|Area Chamber|Elementary)(?!\w)"
)
_TOWN_BEFORE = re.compile(
    rf"(?:\b[Cc]ity of|\b[Tt]own of|\b[Vv]illage of|\d\d?, of|\b(?:St|Ave|Rd|Dr|Street|Avenue|Road|Drive)\.?,) $|\b{_TOWN} of $"
)
_REGION_BEFORE = re.compile(r"\b(?:state|province|region|oblast|governorate) of $")
_REGION_AFTER = re.compile(r"^ (?:state|province|region|oblast|governorate)(?!\w)")


@dataclass(frozen=True, slots=True)
class Told:
    """What the text says of one name: areas that may hold it, likeliest first; its kind (`region`, `district`, `city`; empty for any)."""

    containers: tuple[str, ...] = ()
    kind: str = ""


def told(text: str, start: int, end: int) -> Told:
    """What the words around text[start:end] say of it.

    >>> told("A fire in Belgrade, Minn., killed two.", 10, 18).containers[0]
    'Minn.'
    >>> told("the southern Lebanese town of Tyre", 30, 34).containers
    ('Lebanese',)
    >>> told("in Anderson and Cherokee counties", 3, 11).kind
    'district'
    """
    before, after = text[max(0, start - REACH) : start], text[end : end + REACH]
    if _COUNTY.match(after):
        kind = "district"
    elif _OF_A_TOWN.match(after) or _TOWN_BEFORE.search(before):
        kind = "city"
    elif _REGION_BEFORE.search(before) or _REGION_AFTER.match(after):
        kind = "region"
    else:
        kind = ""
    return Told(tuple(dict.fromkeys([*_behind(after), *_ahead(before)])), kind)


def _behind(after: str) -> Iterator[str]:
    match = _AFTER.match(after)
    if match is None:
        return
    names = match["names"] or match["next"] or match["inside"]
    at = match.start("names" if match["names"] else "next" if match["next"] else "inside")
    words = names.split(" ")
    for size in range(min(len(words), LONGEST_CONTAINER), 0, -1):
        name = " ".join(words[:size])
        if match["next"] and not name.endswith(".") and _LISTED.match(after[at + len(name) :]):
            continue
        yield name


def _ahead(before: str) -> Iterator[str]:
    match = _HOLDER.search(before)
    if match is None or (match.end("names") == len(before.rstrip()) and not _OWNER.search(match["names"])):
        return
    words = _OWNER.sub("", match["names"]).split(" ")
    for size in range(min(len(words), LONGEST_CONTAINER), 0, -1):
        yield " ".join(words[-size:])


@cache
def _cues() -> tuple[re.Pattern[str], dict[str, str]]:
    country = {cue: iso for cue, iso, _source in lines("cues", 3)}
    longest_first = sorted(country, key=lambda cue: (-len(cue), cue))
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(cue) for cue in longest_first) + r")(?!\w)"), country


def cues(text: str) -> dict[str, int]:
    """How many different words of the text tell of the institutions of one country's towns and districts, by country.

    >>> cues("The Sheriff's Office and the school board met.")
    {'USA': 2}
    """
    pattern, country = _cues()
    found: dict[str, int] = {}
    for cue in dict.fromkeys(match[0] for match in pattern.finditer(text.replace("’", "'"))):
        found[country[cue]] = found.get(country[cue], 0) + 1
    return found


def surroundings(text: str, spans: Sequence[tuple[int, int]], known: Callable[[str], bool]) -> list[Told]:
    """`told` of every span, without containers that are not `known`.

    >>> surroundings("A fire in Belgrade, Minn., killed two.", [(10, 18)], {"Minn."}.__contains__)
    [Told(containers=('Minn.',), kind='')]
    """
    found = [told(text, start, end) for start, end in spans]
    return [Told(tuple(name for name in one.containers if known(name)), one.kind) for one in found]
