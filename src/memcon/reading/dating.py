"""When each act took place: the time expressions that belong to it."""

from __future__ import annotations

import bisect
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date as calendar_day
from datetime import timedelta

from memcon import times
from memcon.times import Timex

from .cast import Cast
from .hosts import Hosts
from .parsed import Parsed
from .syntax import child, clause, is_verb, subject
from .triggers import Trigger


@dataclass(frozen=True, slots=True)
class Dated:
    """A time of an act: EDTF, code points of the words, how it was worked out."""

    edtf: str
    start: int
    end: int
    how: str


def settled(p: Parsed, found: Sequence[Timex], published: str | None) -> list[Timex]:
    """The expressions as acts are dated by them.

    Weekdays are turned back that were taken for coming ones though the clause is in the past: the finder of times sees words only, a parse
    knows the tense ("telling reporters on Friday that he wants to leave"). The two ends of one stretch ("from Monday to Thursday") are one.
    """
    turned = [_back_a_week(t) if published and _comes(t, published) and _is_past(p, t) else t for t in found]
    whole = {r.first: r for r in times.ranges(p.text, turned)}
    ends = {r.last for r in whole.values()}
    turned = [_of_the_main_line(p, t, turned) for t in turned]
    return [replace(t, end=r.end, edtf=r.edtf, quote=r.quote, rule="range") if (r := whole.get(t)) else t for t in turned if t not in ends]


def _of_the_main_line(p: Parsed, timex: Timex, found: Sequence[Timex]) -> Timex:
    """The expression, not counted from a day that only a subordinate clause names: "since the war began on Monday ... that evening"."""
    anchor = next((t for t in found if timex.counted_from is not None and t.start <= timex.counted_from < t.end), None)
    day = anchor.edtf if anchor is not None else None
    if anchor is None or timex.edtf is None or day is None or not timex.edtf.startswith(day) or not _is_aside(p, anchor):
        return timex
    days = [t for t in found if t.start < timex.start and t.edtf is not None and len(t.edtf) == 10 and not _is_aside(p, t)]
    if not days:
        return replace(timex, edtf=None)
    return replace(timex, edtf=(days[-1].edtf or "") + timex.edtf[len(day) :], counted_from=days[-1].start)


def _is_aside(p: Parsed, timex: Timex) -> bool:
    first, _ = token_range(p, timex.start, timex.end)
    if first >= len(p):
        return False
    verb = clause(p, first)
    return p.deps[verb] in ("advcl", "relcl", "acl", "ccomp") and p.tags[verb] != "VB"


def _comes(timex: Timex, published: str) -> bool:
    day = (timex.edtf or "").split("T")[0]
    return timex.rule.startswith("weekday") and len(day) == 10 and day > published[:10]


def _is_past(p: Parsed, timex: Timex) -> bool:
    first, _ = token_range(p, timex.start, timex.end)
    if first >= len(p):
        return False
    verb = clause(p, first)
    for _ in range(4):
        if any(p.tags[c] == "MD" or p.tags[c] == "TO" for c in p.children[verb] if p.deps[c] == "aux"):
            return False
        if p.tags[verb] in ("VBD", "VBN"):
            return True
        if p.tags[verb] != "VBG" or p.heads[verb] == verb or any(p.deps[c] == "aux" for c in p.children[verb]):
            return False
        verb = clause(p, p.heads[verb])
    return False


def _back_a_week(timex: Timex) -> Timex:
    day, mark, rest = (timex.edtf or "").partition("T")
    earlier = (calendar_day.fromisoformat(day) - timedelta(days=7)).isoformat()
    value = timex.value.replace(day, earlier)
    return replace(timex, edtf=earlier + mark + rest, value=value, rule=f"{timex.rule}, before publication")


def token_range(p: Parsed, start: int, end: int) -> tuple[int, int]:
    """The half-open range of tokens that touch the code points `start` up to `end`."""
    first = bisect.bisect_right(p.ends, start)
    last = bisect.bisect_left(p.starts, end)
    return first, max(last, first + 1)


def date(p: Parsed, found: Sequence[Timex], triggers: Sequence[Trigger], hosts: Hosts) -> list[list[Dated]]:
    """The times of each trigger, the most specific first.

    An act coordinated with a dated one and told after it ("met him on Saturday and later spoke ...") shares its day.
    """
    dates: list[list[Dated]] = [[] for _ in triggers]
    for timex in found:
        if timex.edtf is None:
            continue
        first, end = token_range(p, timex.start, timex.end)
        if first >= len(p):
            continue
        for number in hosts.of(first, end, time=True):
            dates[number].append(_dated(p.text, timex))
    by_head = {t.head: n for n, t in enumerate(triggers)}
    for timex in found:  # "on Tuesday, when X rang Y"
        first, end = token_range(p, timex.start, timex.end)
        if timex.edtf is not None and first < len(p):
            for number in (by_head[c] for t in range(first, end) for c in p.children[t] if p.deps[c] == "relcl" and c in by_head):
                if not dates[number]:
                    dates[number] = [_dated(p.text, timex)]
    for number, trigger in enumerate(triggers):
        head = p.heads[trigger.head]
        follows = is_verb(p, trigger.head) and p.deps[trigger.head] == "conj" and head in by_head and not dates[number]
        if follows and p.tags[head] == p.tags[trigger.head] and child(p, trigger.head, "aux", "nsubj") is None:
            dates[number] = [Dated(d.edtf, d.start, d.end, f"{d.how}, with the act before") for d in dates[by_head[head]]]
    for one in dates:
        one.sort(key=lambda d: (-specificity(d.edtf), d.start))
    return dates


def clause_days(p: Parsed, found: Sequence[Timex]) -> dict[int, list[Dated]]:
    """Verb -> the times that stand in its clause, whether or not the verb is a trigger."""
    days: dict[int, list[Dated]] = {}
    for timex in found:
        if timex.edtf is not None and timex.type in ("DATE", "TIME"):
            first, end = token_range(p, timex.start, timex.end)
            if first < len(p):
                head = next((t for t in range(first, end) if not first <= p.heads[t] < end), first)
                above = p.heads[p.heads[head]] if p.deps[head] == "pobj" else p.heads[head]
                if is_verb(p, above):
                    days.setdefault(above, []).append(_dated(p.text, timex))
    return days


_UNDER = ("xcomp", "pcomp", "prep", "advcl", "dobj", "pobj", "acl")


def inherited(p: Parsed, trigger: Trigger, days: Mapping[int, list[Dated]], heads: Container[int]) -> list[Dated]:
    """The times of the clause that an act without one hangs under: "sought on Wednesday to ease", "rallied in March by warning"."""
    at = trigger.head
    for _ in range(5):
        if p.deps[at] not in _UNDER or p.heads[at] == at or (p.deps[at] == "advcl" and child(p, at, "mark") is not None):
            return []
        at = p.heads[at]
        if at in heads:
            return []
        if at in days:
            return [Dated(d.edtf, d.start, d.end, f"{d.how}, of the clause above") for d in days[at]]
    return []


def doings(p: Parsed, found: Sequence[Timex], cast: Cast, deeds: Container[int]) -> list[tuple[int, int, Dated]]:
    """(entity, sentence, day) for each past clause that tells what a party did on a day, but for `deeds` (heads of acts of their own)."""
    days: list[tuple[int, int, Dated]] = []
    for timex in found:
        if timex.edtf is None or specificity(timex.edtf) < 4:
            continue
        first, end = token_range(p, timex.start, timex.end)
        if first >= len(p):
            continue
        verb = clause(p, next((t for t in range(first, end) if not first <= p.heads[t] < end), first))
        if p.tags[verb] in ("VBD", "VBN") and verb not in deeds:
            days += [(n, p.sentence_of[verb], _dated(p.text, timex)) for s in subject(p, verb) for n in cast.of(s)]
    return days


def _dated(text: str, timex: Timex) -> Dated:
    return Dated(times.bounded(text, timex) or "", timex.start, timex.end, timex.rule)


def specificity(edtf: str) -> int:
    """How fine an EDTF date is: an open interval least, then interval, year, month, day, time of day.

    >>> specificity("2022-03-05") > specificity("2022-03") > specificity("2022-02-21/2022-02-27")
    True
    """
    if ".." in edtf:
        return 0
    if "/" in edtf:
        return 1
    return 1 + len(edtf.split("T", maxsplit=1)[0]) // 3 + ("T" in edtf)
