"""When each act took place: the time expressions that belong to it."""

from __future__ import annotations

import bisect
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date as calendar_day
from datetime import timedelta

from memcon import times
from memcon.ontology.cues import cues
from memcon.ontology.lexicon import lexicon
from memcon.ontology.words import words
from memcon.times import Timex

from .cast import Cast
from .hosts import Hosts
from .parsed import Parsed
from .syntax import child, clause, governor, is_verb, subject
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

    Weekdays and months are turned back that were taken for coming ones though the clause is in the past: the finder of times sees words
    only, a parse knows the tense ("telling reporters on Friday that he wants to leave"; in March: "imposed tariffs in May"). The two ends
    of one stretch ("from Monday to Thursday") are one.
    Seasons name no time of an act.
    """
    found = [_without_season(t) if t.precision == "season" else t for t in found]
    turned = [_back_a_week(t) if published and _comes(t, published) and _is_past(p, t) else t for t in found]
    turned = [_back_a_year(t) if published and _is_ahead(t, published) and _was_done(p, t) else t for t in turned]
    whole = {r.first: r for r in times.ranges(p.text, turned)}
    ends = {r.last for r in whole.values()}
    turned = [_of_the_main_line(p, t, turned) for t in turned]
    return [replace(t, end=r.end, edtf=r.edtf, quote=r.quote, rule="range") if (r := whole.get(t)) else t for t in turned if t not in ends]


def _without_season(timex: Timex) -> Timex:
    """Seasons date no act (CODEBOOK 1.6); of "the summer of 2006" the year stays."""
    year = (timex.edtf or "")[:4]
    return replace(timex, edtf=year if year in timex.quote else None)


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


def _is_ahead(timex: Timex, published: str) -> bool:
    day = (timex.edtf or "").split("T")[0]
    return timex.rule.startswith("month") and len(day) in (7, 10) and day > published[: len(day)]


def _was_done(p: Parsed, timex: Timex) -> bool:
    """Whether words of time hang right on a verb that tells what was done, and not what was planned or said."""
    first, end = token_range(p, timex.start, timex.end)
    if first >= len(p):
        return False
    head = next((t for t in range(first, end) if not first <= p.heads[t] < end), first)
    verb = p.heads[p.heads[head]] if p.deps[head] == "pobj" and p.words[p.heads[head]].lower() in ("in", "on") else p.heads[head]
    if p.tags[verb] != "VBD" or p.deps[head] not in ("pobj", "npadvmod") or p.lemmas[verb] in ("be", "do", "have"):
        return False
    open_end = any(g.status in ("planned", "offered", "possible") for g in lexicon().governors.get(p.lemmas[verb], ()))
    return not open_end and (p.lemmas[verb], "v") not in cues()


def _back_a_year(timex: Timex) -> Timex:
    day = timex.edtf or ""
    try:
        earlier = calendar_day.fromisoformat(f"{int(day[:4]) - 1}{day[4:10]}" if len(day) > 7 else f"{int(day[:4]) - 1}{day[4:7]}-01")
    except ValueError:  # 29 February
        return timex
    told = earlier.isoformat()[: min(len(day), 10)]
    return replace(timex, edtf=told + day[10:], value=timex.value.replace(day[:10], told), rule=f"{timex.rule}, before publication")


def token_range(p: Parsed, start: int, end: int) -> tuple[int, int]:
    """The half-open range of tokens that touch the code points `start` up to `end`."""
    first = bisect.bisect_right(p.ends, start)
    last = bisect.bisect_left(p.starts, end)
    return first, max(last, first + 1)


def date(p: Parsed, found: Sequence[Timex], triggers: Sequence[Trigger], hosts: Hosts) -> list[list[Dated]]:
    """The times of each trigger, the most specific first."""
    dates: list[list[Dated]] = [[] for _ in triggers]
    for timex in found:
        if timex.edtf is None:
            continue
        first, end = token_range(p, timex.start, timex.end)
        if first >= len(p):
            continue
        for number in hosts.of(first, end, time=True):
            names = _modifies(p, first, end) in triggers[number].tokens  # "since the 2016 accord": the accord is of 2016
            dates[number].append(Dated(timex.edtf, timex.start, timex.end, timex.rule) if names else _dated(p.text, timex))
    by_head = {t.head: n for n, t in enumerate(triggers)}
    for timex in found:  # "on Tuesday, when X rang Y"
        first, end = token_range(p, timex.start, timex.end)
        if timex.edtf is not None and first < len(p):
            for number in (by_head[c] for t in range(first, end) for c in p.children[t] if p.deps[c] == "relcl" and c in by_head):
                if not dates[number]:
                    dates[number] = [_dated(p.text, timex)]
    for one in dates:
        one.sort(key=lambda d: (-specificity(d.edtf), d.start))
    return dates


def _modifies(p: Parsed, first: int, end: int) -> int | None:
    """The noun that words of time only describe: "the 2016 accord", "Thursday's bombing"; None where they stand for themselves."""
    head = next((t for t in range(first, end) if not first <= p.heads[t] < end), first)
    return p.heads[head] if p.deps[head] in _MODIFIERS else None


def clause_days(p: Parsed, found: Sequence[Timex]) -> dict[int, list[Dated]]:
    """Verb -> the times that stand in its clause, whether or not the verb is a trigger."""
    days: dict[int, list[Dated]] = {}
    for timex in found:
        if timex.edtf is not None and timex.type in ("DATE", "TIME"):
            first, end = token_range(p, timex.start, timex.end)
            if first < len(p):
                above = _verb_of(p, first, end)
                if above is not None:
                    days.setdefault(above, []).append(_dated(p.text, timex))
    return days


def _verb_of(p: Parsed, first: int, end: int) -> int | None:
    """The verb that words of time belong to, through prepositions and the nouns that they hang on: "on the eve of the vote in March"."""
    at = governor(p, next((t for t in range(first, end) if not first <= p.heads[t] < end), first))
    for _ in range(_NOUNS_BETWEEN):
        if is_verb(p, at) or p.heads[at] == at:
            break
        if p.deps[at] not in ("prep", "pobj", "npadvmod") or (p.deps[at] == "prep" and p.words[at].lower() not in _AT):
            return None
        at = p.heads[at]
    return at if is_verb(p, at) else None


_AT = frozenset("on in at during over of by".split())
_NOUNS_BETWEEN = 6
_UNDER = ("xcomp", "pcomp", "prep", "advcl", "dobj", "pobj", "acl")


def inherited(p: Parsed, trigger: Trigger, days: Mapping[int, list[Dated]], heads: Container[int]) -> list[Dated]:
    """The times of the clause that an act without one hangs under: "sought on Wednesday to ease", "rallied in March by warning"."""
    at = trigger.head
    finest = _FINEST
    for _ in range(5):
        if p.deps[at] not in _UNDER or p.heads[at] == at:
            return []
        mark = child(p, at, "mark") if p.deps[at] == "advcl" else None
        if mark is not None:
            if p.words[mark].lower() not in ("after", "once"):
                return []
            finest = 3  # "was fined last week after he spoke": the same week, perhaps not the same day
        at = p.heads[at]
        if at in heads:
            return []
        if at in days:
            return [Dated(d.edtf, d.start, d.end, f"{d.how}, of the clause above") for d in days[at] if specificity(d.edtf) <= finest]
    return []


def of_a_clause_beside(p: Parsed, trigger: Trigger, days: Mapping[int, list[Dated]]) -> list[Dated]:
    """The times of the clause that says when: "will meet him when he arrives later this month", "Speaking on Monday, he praised"."""
    for c in p.children[trigger.head]:
        if p.deps[c] != "advcl" or c not in days:
            continue
        opener, mark = child(p, c, "advmod", "mark"), child(p, c, "mark")
        when = opener is not None and opener < c and p.words[opener].lower() in ("when", "while", "as")
        if when or (p.tags[c] == "VBG" and mark is None):
            return [Dated(d.edtf, d.start, d.end, f"{d.how}, of the clause beside") for d in days[c]]
    return []


def of_a_clause_before(p: Parsed, trigger: Trigger, days: Mapping[int, list[Dated]], heads: Container[int]) -> list[Dated]:
    """The times that open a sentence of two clauses: "In June the leaders fell out, and X was arrested"."""
    verb = trigger.head
    first = p.heads[verb]
    if p.deps[verb] != "conj" or not is_verb(p, verb) or not is_verb(p, first) or first in heads:
        return []
    begun = child(p, first, "nsubj", "nsubjpass")
    if begun is None or not simple_past(p, verb) or not simple_past(p, first):
        return []
    return [replace(d, how=f"{d.how}, of the clause before") for d in days.get(first, []) if d.end <= p.starts[begun]]


def simple_past(p: Parsed, verb: int) -> bool:
    """Whether a verb tells what was done then: "fell", "was arrested"; not "has arrested", "had arrested"."""
    helpers = {p.words[c].lower() for c in p.children[verb] if p.deps[c] in ("aux", "auxpass")}
    if helpers & {"has", "have", "had", "'s", "'d"}:
        return False
    return p.tags[verb] == "VBD" or (p.tags[verb] == "VBN" and bool(helpers & {"was", "were"}))


_POINTING = frozenset("the this these those his her their its such".split())
_MODIFIERS = ("compound", "nummod", "nmod", "amod", "poss")  # "the candidate in the Nov. 8 election said"


@dataclass(frozen=True, slots=True)
class Doing:
    """What a party (an entity) did on a day, in a sentence; `recalls` says that it only gives the day of words told before."""

    entity: int
    sentence: int
    day: Dated
    recalls: bool


def doings(p: Parsed, found: Sequence[Timex], cast: Cast, deeds: Container[int]) -> list[Doing]:
    """The past clauses that tell what a party did on a day, but for `deeds` (heads of acts of their own)."""
    days: list[Doing] = []
    for timex in found:
        if timex.edtf is None or specificity(timex.edtf) < 4:
            continue
        first, end = token_range(p, timex.start, timex.end)
        if first >= len(p):
            continue
        head = next((t for t in range(first, end) if not first <= p.heads[t] < end), first)
        verb = clause(p, head)
        if p.tags[verb] in ("VBD", "VBN") and verb not in deeds and p.deps[head] not in _MODIFIERS:
            said = child(p, verb, "dobj")
            recalls = said is not None and p.lemmas[said] in words("remarks") and p.words[p.edges[said][0]].lower() in _POINTING
            days += [Doing(n, p.sentence_of[verb], _dated(p.text, timex), recalls) for s in subject(p, verb) for n in cast.of(s)]
    return days


def long_times(p: Parsed, found: Sequence[Timex]) -> frozenset[int]:
    """The sentences that tell of weeks, months or years, or of what recurs."""
    lasting = (t for t in found if t.type == "SET" or (t.type == "DURATION" and t.value[-1:] in ("W", "M", "Y")))
    return frozenset(p.sentence_of[first] for t in lasting if (first := token_range(p, t.start, t.end)[0]) < len(p))


def _dated(text: str, timex: Timex) -> Dated:
    return Dated(times.bounded(text, timex) or "", timex.start, timex.end, timex.rule)


_FINEST = 5


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
