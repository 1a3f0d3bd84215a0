"""Expressions that stand together: a clock time takes its day from the date beside it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from .bounds import is_pair, later_end, with_year_of
from .calendar import OutOfCalendarError, Period
from .timex import Timex

_TOUCHING = re.compile(r",?\s+\Z")
_NEAR = re.compile(r",?\s+(?:on|at|of|in the|about|around|from|until|by|early|late)?\s*\Z", re.I)
_ENDS = re.compile(r"[.;!?]\s+[A-Z\"“]|\n\s*\n")
_OFFSET = re.compile(r"\s?\(?(?:GMT|UTC)\s?(?P<sign>[+−-])\s?(?P<hours>\d\d?)(?::?(?P<minutes>\d\d))?(?!\d)\)?")
_MORE_OFFSET = re.compile(r"\s?(?P<sign>\+)\s?(?P<hours>\d\d?)(?::?(?P<minutes>\d\d))?(?!\d)")
REACH, FURTHEST_ZONE = 3, 14
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_CLOCK = re.compile(r"(?:XXXX-XX-XX|\d{4}-\d\d-\d\d)(T(?:\d\d:\d\d.*|MO|AF|EV|NI|MI|DT))")


def join_clocks(text: str, found: list[Timex]) -> list[Timex]:
    """Give clock times the day of a date beside them; where nothing but blanks or a comma stands between, make one expression of both.

    >>> from memcon.times import find
    >>> [(t.quote, t.value) for t in find("Seen at 10 p.m. Wednesday, police said.", "1998-02-13")]
    [('10 p.m. Wednesday', '1998-02-11T22:00')]
    """
    out: list[Timex] = []
    dated: set[int] = set()
    for timex in _zoned(text, found):
        before = out[-1] if out else None
        if before is None or timex.start < before.end:
            out.append(timex)
            continue
        between = text[before.end : timex.start]
        if _is_clock(before) and _is_day(timex) and _NEAR.match(between):
            moved = _on_day(before, timex)
            dated.add(len(out) - 1)
            if _TOUCHING.match(between):
                whole = text[moved.start : timex.end]
                out[-1] = replace(moved, end=timex.end, quote=whole)
            else:
                out[-1] = moved
                out.append(timex)
        elif _is_day(before) and _is_clock(timex) and _NEAR.match(between):
            dated.add(len(out))
            out.append(_on_day(timex, before))
        else:
            out.append(timex)
    return [t if n in dated or not _is_clock(t) else _on_day_of_sentence(text, out, n) for n, t in enumerate(out)]


def _zoned(text: str, found: list[Timex]) -> list[Timex]:
    """Clock times with an offset behind them, "6:40 p.m. (GMT +8)": it is part of the time."""
    out: list[Timex] = []
    for timex in found:
        if out and timex.start < out[-1].end:
            continue  # digits of the offset
        named = timex.quote.upper().endswith(("GMT", "UTC"))
        offset = (_MORE_OFFSET if named else _OFFSET).match(text, timex.end) if _is_clock(timex) else None
        if offset is None or int(offset["hours"]) > FURTHEST_ZONE:
            out.append(timex)
            continue
        zone = f"{'+' if offset['sign'] == '+' else '-'}{int(offset['hours']):02d}:{offset['minutes'] or '00'}"
        edtf = timex.edtf and timex.edtf.rstrip("Z")
        if edtf and len(edtf) == len("2022-03-05T18:40"):
            edtf += zone
        out.append(replace(timex, end=offset.end(), quote=text[timex.start : offset.end()], value=timex.value.rstrip("Z"), edtf=edtf))
    return out


def _on_day_of_sentence(text: str, found: list[Timex], index: int) -> Timex:
    """A clock time that no date stands beside, on the nearest day of its sentence: "seen on Tuesday in Everett at 6 p.m."."""
    clock = found[index]
    before = [t for t in found[max(0, index - REACH) : index] if _is_day(t) and not _ENDS.search(text, t.end, clock.start)]
    after = [t for t in found[index + 1 : index + 1 + REACH] if _is_day(t) and not _ENDS.search(text, clock.end, t.start)]
    near = before[-1:] + after[:1]
    if not near:
        return clock
    return _on_day(clock, min(near, key=lambda t: max(t.start - clock.end, clock.start - t.end)))


def order_pairs(text: str, found: list[Timex]) -> list[Timex]:
    """Where two expressions are the ends of one stretch and the second was read as the earlier one, move it on; where they stand side by
    side and the second has a year, so has the first.

    >>> from memcon.times import find
    >>> [(t.quote, t.value) for t in find("They will meet from Monday to Thursday.", "2022-03-01")]
    [('Monday', '2022-03-07'), ('Thursday', '2022-03-10')]
    """
    out = found[:1]
    for timex in found[1:]:
        moved = later_end(out[-1], timex) if is_pair(text, out[-1], timex) else None
        out.append(moved or timex)
    for n in range(len(out) - 2, -1, -1):  # "in March, April and June 2014"
        out[n] = with_year_of(text, out[n], out[n + 1])
    return out


def _next(day: str) -> str:
    try:
        return Period("day", date.fromisoformat(day)).shift(1).value
    except OutOfCalendarError:
        return day


def _is_clock(timex: Timex) -> bool:
    return timex.type == "TIME" and timex.rule.startswith(("clock", "noon"))


def _is_day(timex: Timex) -> bool:
    return timex.type in ("DATE", "TIME") and _DAY.match(timex.value) is not None and not _is_clock(timex) and timex.edtf is not None


def _on_day(clock: Timex, day: Timex) -> Timex:
    found = _CLOCK.match(clock.value)
    if found is None:
        return clock
    day_value = day.value[:10]
    edtf = clock.edtf
    if edtf is not None and _DAY.match(edtf):
        # Midnight at a day's end is the first moment of the next.
        edtf = (_next(day_value) if found[1].startswith("T24") else day_value) + edtf[10:]
    elif edtf is None:
        edtf = day_value + (found[1][:3] if found[1][3:6] == ":00" else found[1])
    return replace(clock, value=day_value + found[1], edtf=edtf, anchored=clock.anchored or day.anchored)
