"""Acts dated by their distance from another: "two days after the vote", "hours before they met", "on the eve of", "since the war began"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date as calendar_day
from functools import partial

from memcon.ontology.words import words
from memcon.times import Timex
from memcon.times.calendar import OutOfCalendarError, Period, add

from ..acts.acts import Act
from ..grammar.dependents import child, is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import support, tense, verb_above
from ..setting.dating import DAY, Dated, specificity
from ..triggers.settling import token_range
from .sharing import Link, by_verb

_AFTER = frozenset("after following since".split())
_BEFORE = frozenset(("before",))
_COUNT = re.compile(r"P(\d+)([DWMY])\Z")
_UNIT = {"D": "day", "W": "week", "M": "month", "Y": "year"}
_NEXT = re.compile(r"the\s+(day|week|month|year)\s+(before|after)\Z", re.I)
_VAGUE = frozenset("less fewer under within".split())  # annotators date by "almost two years after"
_AT_ONCE = frozenset("hours minutes moments seconds hour minute immediately".split())
_LATER = frozenset(("later", "afterwards", "afterward"))
_NOUNS_OF = dict.fromkeys(("come", "follow"), ("nsubj",)) | dict.fromkeys(("make", "issue", "deliver"), ("dobj", "nsubjpass"))
_STEPS = frozenset("move decision step measure action order ruling".split())
_PRECISE = {"day": 4, "week": 4, "month": 3, "year": 2}


@dataclass(frozen=True, slots=True)
class _Sides:
    """What stands above and below an "after" or "before": head tokens of acts; the day of what is below, if no act there has one.

    `announced` is the day of the words to which what is above points, if they are no act: "announced on Monday ... The announcement came".
    """

    above: Sequence[int]
    below: Sequence[int]
    day: Dated | None = None
    announced: Dated | None = None


def distant(p: Parsed, acts: Sequence[Act], found: Sequence[Timex]) -> Iterator[Link]:
    """The links between acts whose distance in time is told; `found` are the time expressions of the text."""
    told = by_verb(p, acts)
    heads = {a.trigger.head for a in acts}
    dated = {a.trigger.head for a in acts if a.dates}
    ranges = [(*token_range(p, t.start, t.end), t) for t in found]
    counts = {last: (first, timex) for first, last, timex in ranges}

    def at(token: int, verb: int, phrase: int | None = None) -> _Sides:
        below = _acts_at(p, token, told) if is_verb(p, token) else [token] if token in heads else []
        day = None if dated.intersection(below) else _own_day(p, token if phrase is None else phrase, ranges)
        above, root = _acts_at(p, verb, told), _pointed_to(p, verb)
        if root is None or dated.intersection(above):
            return _Sides(above, below, day)
        return _Sides([*above, *_acts_at(p, root, told)], below, day, _day_beside(p, root, ranges))

    yield from _told_on(p, acts)
    for token, word in enumerate(p.words):
        lower = word.lower()
        if lower in _AFTER | _BEFORE:
            for sides in (at(low, verb_above(p, high)) for high, low in _ends(p, token)):
                yield from _counted(p, token, lower in _AFTER, counts, sides)
                if lower == "since":
                    yield from (
                        Link(b, a, "since", _since) for a in sides.above if tense(p, a) in ("perfect", "present") for b in sides.below
                    )
        elif lower == "eve" and p.deps[token] == "pobj":
            for low in (g for c in p.children[token] if p.lower[c] == "of" for g in p.children[c]):
                yield from _both(at(low, verb_above(p, token), token), -1, "day", (p.starts[token], p.ends[token]))


def _told_on(p: Parsed, acts: Sequence[Act]) -> Iterator[Link]:
    """The links to what one of the same parties did hours or minutes before: "rang Fox on Monday. She called Lee an hour later"."""
    for act in acts:
        head = act.trigger.head
        verb = head if is_verb(p, head) else support(p, head)[0]
        later = (c for c in p.children[verb] if p.lower[c] in _LATER) if verb is not None else iter(())
        if not any(p.lower[g] in _AT_ONCE for c in later for g in p.children[c]):
            continue
        sentence = p.sentence_of[head]
        before = [
            a for a in acts if a.trigger.head < head and sentence - p.sentence_of[a.trigger.head] <= 1 and a.principals & act.principals
        ]
        if before:
            yield Link(before[-1].trigger.head, head, "hours apart", there=False, sharp=False)


def _ends(p: Parsed, token: int) -> Iterator[tuple[int, int]]:
    """The tokens that an "after" or "before" joins: what it hangs on, and what hangs on it."""
    label, head = p.deps[token], p.heads[token]
    if label == "mark" and p.heads[head] != head:
        yield p.heads[head], head
    elif label in ("prep", "ROOT"):
        start, end = p.sentences[p.sentence_of[token]]
        if label == "ROOT":  # "Three days before the vote, X left", with two roots
            head = next((t for t in range(start, end) if p.deps[t] == "ROOT" and is_verb(p, t)), head)
        yield from ((head, c) for c in p.children[token] if p.deps[c] in ("pobj", "pcomp"))


def _counted(p: Parsed, token: int, after: bool, counts: Mapping[int, tuple[int, Timex]], sides: _Sides) -> Iterator[Link]:
    """The links of one "after" or "before", where words for a number of days and the like stand right before it, or hold it."""
    sign = 1 if after else -1
    if token and p.lower[token - 1] in _AT_ONCE:
        yield from (
            Link(*pair, "hours apart", there=False, sharp=False) for a in sides.above for b in sides.below for pair in ((a, b), (b, a))
        )
    first, timex = counts.get(token) or counts.get(token + 1) or (0, None)
    if timex is None or p.lower[first - 1] == "for":  # "held him for two days before they let him go"
        return
    if not _VAGUE.isdisjoint(p.lower[max(0, first - 2) : first + 1]):  # "less than a week after they signed"
        return
    span = (p.starts[first], p.ends[token])
    count, following = _COUNT.match(timex.value), _NEXT.match(timex.quote)
    if count is not None and timex.type == "DURATION":
        yield from _both(sides, sign * int(count[1]), _UNIT[count[2]], span)
    elif following is not None and timex.edtf is None:
        unit = following[1].lower()
        yield from _both(sides, sign, unit, span)
        named = counts.get(first - 1)  # "seen on Feb. 3, the day before he left"
        if named is not None and named[1].edtf is not None and p.words[first - 1] == ",":
            day = Dated(named[1].edtf, named[1].start, named[1].end, named[1].rule)
            yield from (Link(None, b, f"the {unit}", partial(_shifted, number=-sign, unit=unit), span, day) for b in sides.below)


def _both(sides: _Sides, number: int, unit: str, span: tuple[int, int]) -> Iterator[Link]:
    """The links between both sides, where the act above is `number` units after that below."""
    words = f"{abs(number)} {unit}{'' if abs(number) == 1 else 's'}"
    there, back = ("after", "before") if number > 0 else ("before", "after")
    forth = partial(_shifted, number=number, unit=unit)
    if sides.announced is not None:
        then = partial(_shifted, number=-number, unit=unit)
        yield from (Link(None, other, f"{words} {back}", then, span, sides.announced) for other in sides.below)
    for one in sides.above:
        if sides.day is not None:
            yield Link(None, one, f"{words} {there}", forth, span, sides.day)
        for other in sides.below:
            yield Link(other, one, f"{words} {there}", forth, span)
            yield Link(one, other, f"{words} {back}", partial(_shifted, number=-number, unit=unit), span)


def _shifted(edtf: str, number: int, unit: str) -> str | None:
    """A time moved by so many units, as precise as they are: days and weeks give a day, months a month, years a year.

    None for a time that is less precise than the unit.

    >>> _shifted("2022-03-03", -1, "day"), _shifted("2022-03-03", 2, "month"), _shifted("2022-03", 1, "day")
    ('2022-03-02', '2022-05', None)
    """
    day = edtf.split("T", maxsplit=1)[0]
    if "/" in day or specificity(day) < _PRECISE[unit]:
        return None
    try:
        first = calendar_day.fromisoformat(f"{day}-01-01"[:10])
        return Period.of("day" if unit == "week" else unit, add(first, unit, number)).edtf
    except (OutOfCalendarError, ValueError):
        return None


def _since(edtf: str) -> str | None:
    first = edtf.split("/", maxsplit=1)[0].split("T", maxsplit=1)[0]
    return f"{first}/.." if first not in ("", "..") else None


def _acts_at(p: Parsed, verb: int, told: Mapping[int, Sequence[int]]) -> list[int]:
    """The acts that a verb tells, itself or by what it governs ("offered to mediate")."""
    return list(told.get(verb, ())) or [h for c in p.children[verb] if p.deps[c] == "xcomp" for h in told.get(c, ())]


def _pointed_to(p: Parsed, verb: int) -> int | None:
    """The main verb of the sentence before, if the noun of a verb that tells nothing points to it: "The remarks came a day after"."""
    noun = child(p, verb, *_NOUNS_OF.get(p.lemmas[verb], ()))
    if noun is None or p.lemmas[noun] not in words("remarks") | _STEPS or p.lower[p.edges[noun][0]] not in ("the", "this", "these"):
        return None
    before = p.sentence_of[verb] - 1
    return next((t for t in range(*p.sentences[before]) if p.heads[t] == t and is_verb(p, t)), None) if before >= 0 else None


def _day_beside(p: Parsed, verb: int, ranges: Sequence[tuple[int, int, Timex]]) -> Dated | None:
    """The day that hangs on a verb itself: "announced on Monday that"."""
    below = {t for c in p.children[verb] if p.deps[c] in ("prep", "npadvmod", "advmod") for t in (c, *p.children[c])}
    told = [t for first, last, t in ranges if t.edtf is not None and specificity(t.edtf) >= DAY and below & set(range(first, last))]
    return Dated(told[0].edtf or "", told[0].start, told[0].end, told[0].rule) if len(told) == 1 else None


def _own_day(p: Parsed, noun: int, ranges: Sequence[tuple[int, int, Timex]]) -> Dated | None:
    """The day that stands within a noun phrase: "the referendum on March 20", "the vote, which took place on March 2"."""
    start, end = p.edges[noun]
    inside = [t for first, last, t in ranges if start <= first and last <= end and t.edtf is not None and specificity(t.edtf) >= DAY]
    return Dated(inside[0].edtf or "", inside[0].start, inside[0].end, inside[0].rule) if len(inside) == 1 else None
