"""Days of two reports that the hour makes one: late on Monday in Washington is Tuesday in Seoul, and "overnight" is two days everywhere.

A zone is in hours east of Greenwich, told by the longitude (`data/zones.tsv` for the seats of states): near enough to tell far from near.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import timedelta
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from memcon.model import Record, When
from memcon.reading.parse.sentences import is_dateline, sentences

from .acts import PHYSICAL, SPEECH
from .alike import NAMED, alike
from .statuses import REAL

if TYPE_CHECKING:
    from .told import Told

FAR = 5.0
"""Zones so many hours apart have another day for a good part of each."""
_DEGREES = 15
_OPENING = 600  # characters in which a dateline stands
_DAY = (0.0, 24.0)
_LATE, _EARLY = 17.0, 10.0
"""What begins from the one hour on is late on its day, what ends by the other is early."""
_WAKING = 7.0
"""Before this hour nobody meets or phones."""
_TOLD, _UNTOLD = 1.0, 3.0
"""How many hours must fit where a report says that it was late or early, and where none does."""
_PARTS = (
    (re.compile(r"\b(?:overnight|midnight)\b"), (20.0, 24.0), (0.0, 6.0)),
    (re.compile(r"\b(?:small hours|before dawn|pre-?dawn|early (?:on )?(?!evening|afternoon))"), (0.0, 10.0), None),
    (re.compile(r"\b(?:morning|dawn|daybreak)\b"), (4.0, 12.0), None),
    (re.compile(r"\b(?:tonight|night|late (?:on |in the )?(?!morning|afternoon))"), (18.0, 24.0), None),
    (re.compile(r"\bevening\b"), (17.0, 24.0), None),
    (re.compile(r"\bafternoon\b"), (12.0, 18.0), None),
)
_CLOCK = re.compile(r"T(\d\d)(?::(\d\d))?(?::\d\d)?(Z|[+-]\d\d:\d\d)?")

Hours = tuple[float, float]


def zone_of(lon: float) -> float:
    """The zone of a longitude.

    >>> zone_of(-77.0), zone_of(127.0)
    (-5.1, 8.5)
    """
    return round(lon / _DEGREES, 1)


def filed(record: Record) -> float | None:
    """The zone of the place that a report's dateline names ("SEOUL, March 3 (XYZ) -"); None where there is none."""
    line = _dateline(record.report.text)
    if line is None:
        return None
    start, end = line
    found = next((one for one in record.places if start <= one.start < end and one.lon is not None), None)
    return zone_of(found.lon) if found is not None and found.lon is not None else None


def may_be_filed(text: str) -> bool:
    """Whether a report's opening holds a dateline.

    >>> may_be_filed("SEOUL, March 3 (XYZ) - They met."), may_be_filed("They met in Seoul.")
    (True, False)
    """
    return _dateline(text) is not None


def _dateline(text: str) -> tuple[int, int] | None:
    opening = text[:_OPENING]
    return next((span for span in sentences(opening) if is_dateline(opening, *span)), None)


def hours(when: When | None) -> tuple[Hours, ...]:
    """The hours of the day in which a time says that it was; two where it says that it was about midnight, the whole day where nothing.

    >>> from memcon.model import Span
    >>> [hours(When("2026-03-02", Span(0, 14, words))) for words in ("late on Monday", "early Tuesday", "Monday")]
    [((18.0, 24.0),), ((0.0, 10.0),), ((0.0, 24.0),)]
    """
    if when is None:
        return (_DAY,)
    if clock := _CLOCK.search(when.edtf):
        hour = int(clock[1]) + int(clock[2] or 0) / 60
        return ((hour, hour + 1),)
    words = when.span.quote.lower()
    for pattern, here, else_here in _PARTS:
        if pattern.search(words):
            return (here, else_here) if else_here else (here,)
    return (_DAY,)


def stated_zone(when: When | None) -> float | None:
    """The zone that a time of the clock states (`T19:19-05:00`).

    >>> from memcon.model import Span
    >>> stated_zone(When("2022-03-05T19:19-05:00", Span(0, 3, "..."))), stated_zone(When("2022-03-05T19", Span(0, 3, "...")))
    (-5.0, None)
    """
    clock = _CLOCK.search(when.edtf) if when else None
    if clock is None or not clock[3]:
        return None
    if clock[3] == "Z":
        return 0.0
    sign = -1 if clock[3][0] == "-" else 1
    return sign * (int(clock[3][1:3]) + int(clock[3][4:]) / 60)


def one_by_the_hour(a: Told, b: Told) -> str | None:
    """Why two mentions of following days may be one event, in words; None where they may not be, or not all else agrees.

    Where one report says late and the other early, or where two zones from which they may tell it lie far apart, in the right
    direction, and a dateline, the hour or its zone shows that this may be why.
    """
    if a.when is None or b.when is None or a.when.days != 1 or b.when.days != 1 or a.when.first is None or b.when.first is None:
        return None
    if abs(a.when.first - b.when.first) != timedelta(days=1) or not _all_else_agrees(a, b):
        return None
    west, east = (a, b) if a.when.first < b.when.first else (b, a)
    late, early = any(one[0] >= _LATE for one in west.hours), any(one[1] <= _EARLY for one in east.hours)
    if west.zone is not None and east.zone is not None and east.zone < west.zone - 1:
        return None
    if late and early:
        return "late on the one day, early on the next"
    if a.type in SPEECH or (west.zone is None and east.zone is None and not late and not early):
        return None
    enough = _TOLD if late or early else _UNTOLD
    for here in _zones(west, east):
        for there in _zones(east, west):
            if there - here >= FAR and _window(west, east, here, there) >= enough:
                return f"days of zones about {there - here:.0f} hours apart"
    return None


def _all_else_agrees(a: Told, b: Told) -> bool:
    """Whether type, medium, status, parties and place are the same, and what it is about, as far as both tell these."""
    if a.report == b.report or a.type != b.type or (a.mode and b.mode and a.mode != b.mode):
        return False
    if a.status != b.status and not {a.status, b.status} <= {"planned", *REAL}:
        return False
    if a.also or b.also or (a.place and b.place and a.place != b.place):
        return False
    if a.type in PHYSICAL and not (a.place and b.place) and not a.numbers & b.numbers:  # of these a night has many
        return False
    ours, theirs = a.words - a.acts - b.acts, b.words - a.acts - b.acts
    if ours and theirs and not ours & theirs:
        return False
    if len(a.principals) < 2 or len(a.principals) != len(b.principals):
        return False
    return all(any(alike(one, other) >= NAMED for other in b.principals) for one in a.principals) and all(
        any(alike(one, other) >= NAMED for other in a.principals) for one in b.principals
    )


def _zones(told: Told, other: Told) -> tuple[float, ...]:
    """The zones by which a report may count the day: that of its dateline or clock, else of the place, else of the parties' homes."""
    if told.zone is not None:
        return (told.zone,)
    point = told.point or other.point
    if point is not None:
        return (zone_of(point[1]),)
    return tuple(dict.fromkeys(_homes(party.country for party in told.principals)))


def _homes(countries: Iterable[str | None]) -> Iterable[float]:
    known = _seats()
    return (known[country] for country in countries if country in known)


def _awake(told: Told, other: Told) -> tuple[float, ...]:
    """The zones in which it is no night during a contact: that of its place, else of those who speak with one another from afar."""
    if told.type != "CONSULT":
        return ()
    point = told.point or other.point
    if point is not None:
        return (zone_of(point[1]),)
    if country := told.country or other.country:
        return tuple(_homes((country,)))
    return tuple(_homes(party.country for party in told.principals)) if {told.mode, other.mode} & {"call", "message"} else ()


def _window(west: Told, east: Told, here: float, there: float) -> float:
    """How many hours of the one day, as zone `here` counts it, are hours of the next as `there` does, and can be those of the act."""
    awake = _awake(west, east)
    found = 0
    for half in range(48):
        hour = half / 2 + 0.25
        later = hour + there - here - 24
        fits = any(a <= hour < b for a, b in west.hours) and any(a <= later < b for a, b in east.hours)
        found += fits and all((hour + zone - here) % 24 >= _WAKING for zone in awake)
    return found / 2


@cache
def _seats() -> dict[str, float]:
    lines = (files("memcon.merging") / "data" / "zones.tsv").read_text("utf-8").splitlines()[1:]
    return {country: float(zone) for country, _, zone in (line.split("\t") for line in lines)}
