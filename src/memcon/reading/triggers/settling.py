"""Time expressions as a parse knows them: weekdays and months that are over, days that only an aside names, stretches with two ends."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date as calendar_day
from datetime import timedelta

from memcon import times
from memcon.ontology.cues import cues, is_saying
from memcon.ontology.lexicon import lexicon
from memcon.times import Timex

from ..grammar.dependents import child
from ..grammar.parsed import Parsed
from ..grammar.quotations import quotations
from ..grammar.syntax import clause
from ..grammar.verbs_of_acts import types_of
from .announced_days import announced
from .deferrals import to_come

_OF_A_NIGHT = ("", "on", "from", "into", "of", "to")
_ANY = re.compile(r"\b(?:a|one|some)\s+\Z", re.I)
_LEAD = 8
_NUMBER = re.compile(r"\d\s?\Z")
_COMING = ("next ", "coming ", "this coming ", "the coming ")
_INTENDED = frozenset("planned scheduled expected slated due set arranged billed booked tipped timed".split())


def settled(p: Parsed, found: Sequence[Timex], published: str | None) -> list[Timex]:
    """The expressions as acts are dated by them.

    Weekdays and months are turned back that were taken for coming ones though the clause is in the past: the finder of times sees words
    only, a parse knows the tense ("telling reporters on Friday that he wants to leave"; in March: "imposed tariffs in May"); weekdays of
    what somebody is still asked to do, or a headline's infinitive tells, are turned on ("has invited him to meet her on Thursday"). A night
    is that of the day right behind it ("overnight into Sunday"). The two ends of one stretch ("from
    Monday to Thursday") are one.
    Seasons name no time of an act, nor does "a Friday". "Today" in somebody's words is the day on which they were said, if the
    sentence names it. The year of a numbered text ("resolution 2410 (2018)") dates nothing.
    """
    found = [_without_season(t) if t.precision == "season" else t for t in found if not _is_of_a_number(p, t)]
    found = [t for t in found if t.rule != "overnight" or not any(_tells_which_night(p, t, other) for other in found)]
    found = [replace(t, edtf=None) if t.rule == "weekday" and _is_any(p, t) else t for t in found]
    turned = [_back_a_week(t) if published and _comes(t, published) and _is_past(p, t) else t for t in found]
    coming = (_is_asked, _is_announced, _is_on_the_calendar, _is_to_be)
    turned = [_on_a_week(t) if published and _is_over(t, published) and any(of(p, t) for of in coming) else t for t in turned]
    turned = [_back_a_year(t) if published and _is_ahead(t, published) and _was_done(p, t) else t for t in turned]
    whole = {r.first: r for r in times.ranges(p.text, turned)}
    ends = {r.last for r in whole.values()}
    turned = [_of_the_main_line(p, t, turned) for t in turned]
    turned = [_of_the_saying(p, t, turned) for t in turned]
    return [replace(t, end=r.end, edtf=r.edtf, quote=r.quote, rule="range") if (r := whole.get(t)) else t for t in turned if t not in ends]


def _is_of_a_number(p: Parsed, timex: Timex) -> bool:
    """Whether a year in brackets stands right behind the number of a text: "resolution 2410 (2018)"."""
    start = timex.start
    return p.text[start - 1 : start] == "(" and _NUMBER.search(p.text[max(0, start - _LEAD) : start - 1]) is not None


def _tells_which_night(p: Parsed, timex: Timex, other: Timex) -> bool:
    """Whether a day right behind "overnight" says which night that was: "overnight on May 10 to 11", "overnight into Sunday"."""
    return 0 < other.start - timex.end <= _LEAD and p.text[timex.end : other.start].strip() in _OF_A_NIGHT


def _without_season(timex: Timex) -> Timex:
    """Seasons date no act (CODEBOOK 1.6); of "the summer of 2006" the year stays."""
    year = (timex.edtf or "")[:4]
    return replace(timex, edtf=year if year in timex.quote else None)


def _is_any(p: Parsed, timex: Timex) -> bool:
    """Whether a weekday is none in particular: "on a Friday"; not "a Friday blast"."""
    if not _ANY.search(p.text[max(0, timex.start - _LEAD) : timex.start]):
        return False
    first, end = token_range(p, timex.start, timex.end)
    head = next((t for t in range(first, min(end, len(p))) if not first <= p.heads[t] < end), None)
    return head is not None and p.deps[head] in ("pobj", "npadvmod", "tmod")


def _of_the_main_line(p: Parsed, timex: Timex, found: Sequence[Timex]) -> Timex:
    """The expression, not counted from a day that only a subordinate clause names: "since the war began on Monday ... that evening".

    What is counted from a month or a year ("December 2008 ... on December 19") stays: no other day takes their place.
    """
    anchor = next((t for t in found if timex.counted_from is not None and t.start <= timex.counted_from < t.end), None)
    day = anchor.edtf if anchor is not None else None
    if anchor is None or timex.edtf is None or day is None or len(day) < 10 or not timex.edtf.startswith(day):
        return timex
    if (told := _of_what_was_told(p, anchor, found)) is not None:
        return replace(timex, edtf=(told.edtf or "") + timex.edtf[len(day) :], counted_from=told.start)
    if not _is_aside(p, anchor):
        return timex
    days = [t for t in found if t.start < timex.start and t.edtf is not None and len(t.edtf) == 10 and not _is_aside(p, t)]
    if not days:
        return replace(timex, edtf=None)
    return replace(timex, edtf=(days[-1].edtf or "") + timex.edtf[len(day) :], counted_from=days[-1].start)


def _of_what_was_told(p: Parsed, said: Timex, found: Sequence[Timex]) -> Timex | None:
    """The day of what is told in a sentence, where the last one of it is that of the saying: "raided it on Monday, the army said on
    Friday. That day ..."."""
    first, _ = token_range(p, said.start, said.end)
    verb = clause(p, first) if first < len(p) else 0
    if not is_saying(p.lemmas[verb]):
        return None
    start, end = p.sentences[p.sentence_of[verb]]
    days = [t for t in found if t is not said and p.starts[start] <= t.start < p.ends[end - 1] and t.edtf is not None and len(t.edtf) == 10]
    days = [t for t in days if clause(p, token_range(p, t.start, t.end)[0]) != verb]
    return days[-1] if days else None


_FROM_TODAY = {"today": 0, "tonight": 0, "this morning": 0, "this evening": 0, "yesterday": -1, "tomorrow": 1}


def _of_the_saying(p: Parsed, timex: Timex, found: Sequence[Timex]) -> Timex:
    """A day counted from today in a quotation, from the day of the saying: "'Today's raid is a crime,' Chad said on Friday"."""
    apart = _FROM_TODAY.get(timex.quote.lower().removesuffix("'s").removesuffix("’s"))
    if apart is None or timex.edtf is None:
        return timex
    quoted = quotations(p)
    first, _ = token_range(p, timex.start, timex.end)
    if not any(a <= first < b for a, b in quoted):
        return timex
    for other in found:
        there, _ = token_range(p, other.start, other.end)
        same = there < len(p) and p.sentence_of[there] == p.sentence_of[first]
        if same and other.edtf is not None and len(other.edtf) == 10 and not any(a <= there < b for a, b in quoted):
            day = (calendar_day.fromisoformat(other.edtf) + timedelta(days=apart)).isoformat()
            value = timex.value.replace(timex.edtf[:10], day)
            return replace(timex, edtf=day + timex.edtf[10:], value=value, counted_from=other.start)
    return timex


def _is_announced(p: Parsed, timex: Timex) -> bool:
    return announced(p, *token_range(p, timex.start, timex.end))


def _is_aside(p: Parsed, timex: Timex) -> bool:
    first, _ = token_range(p, timex.start, timex.end)
    if first >= len(p):
        return False
    verb = clause(p, first)
    told = p.deps[verb] == "ccomp" and is_saying(p.lemmas[p.heads[verb]])
    return p.deps[verb] in ("advcl", "relcl", "acl", "ccomp") and p.tags[verb] != "VB" and not told


def _comes(timex: Timex, published: str) -> bool:
    day = (timex.edtf or "").split("T")[0]
    return timex.rule.startswith("weekday") and len(day) == 10 and day > published[:10]


def _is_past(p: Parsed, timex: Timex) -> bool:
    first, _ = token_range(p, timex.start, timex.end)
    if first >= len(p):
        return False
    verb = clause(p, first)
    mark = child(p, verb, "mark")
    if timex.quote.lower().startswith(_COMING) or _is_intended(p, verb):
        return False
    if to_come(p, first) or _is_announced(p, timex) or (mark is not None and p.lower[mark] in ("if", "unless")):
        return False
    for _ in range(4):
        if any(p.tags[c] == "MD" or p.tags[c] == "TO" for c in p.children[verb] if p.deps[c] == "aux"):
            return False
        if p.tags[verb] in ("VBD", "VBN"):
            return True
        if p.tags[verb] != "VBG" or p.heads[verb] == verb or any(p.deps[c] == "aux" for c in p.children[verb]):
            return False
        verb = clause(p, p.heads[verb])
    return False


def _is_intended(p: Parsed, verb: int) -> bool:
    """Whether a participle tells what is still to be: "talks planned for Friday", "was expected in Lome on Friday"; not where it "had been"
    set for Friday, or was, "but" something came."""
    if p.tags[verb] != "VBN" or p.lower[verb] not in _INTENDED:
        return False
    helped = {p.lower[c] for c in p.children[verb] if p.deps[c] in ("aux", "auxpass")}
    return not helped & {"was", "were", "had"} or ("had" not in helped and not any(p.lower[c] == "but" for c in p.children[verb]))


_BINDING = frozenset("agree consent decide pledge plan promise undertake vow".split())


def _is_to_be(p: Parsed, timex: Timex) -> bool:
    """Whether a weekday is that of a headline's infinitive: "Chad to expel envoy on Friday"."""
    first, _ = token_range(p, timex.start, timex.end)
    verb = clause(p, first) if first < len(p) else 0
    to = any(p.tags[c] == "TO" for c in p.children[verb])
    return first < len(p) and p.deps[verb] == "ROOT" and p.tags[verb] == "VB" and to and child(p, verb, "nsubj") is not None


def _is_on_the_calendar(p: Parsed, timex: Timex) -> bool:
    """Whether a weekday is that of what is to be, told in the present: "the council meets on Thursday to hear the envoy".

    Headlines tell in it what has been.
    """
    first, end = token_range(p, timex.start, timex.end)
    at = next((t for t in range(first, min(end, len(p))) if not first <= p.heads[t] < end), None)
    if at is None or (p.sentence_of[at] == 0 and p.words[p.sentences[0][1] - 1] != "."):
        return False
    link = p.heads[at]
    verb = p.heads[link] if p.deps[at] == "pobj" and p.lower[link] == "on" else link
    plain = p.tags[verb] in ("VBZ", "VBP") and not any(p.deps[c] in ("aux", "auxpass", "neg") for c in p.children[verb])
    return plain and p.deps[verb] in ("ROOT", "conj", "relcl") and p.lemmas[verb] in _ON_CALENDARS


_ON_CALENDARS = frozenset(
    "arrive attend begin chair convene expire fly gather go head host leave meet open resume return start travel visit vote".split()
)


def _is_over(timex: Timex, published: str) -> bool:
    day = (timex.edtf or "").split("T")[0]
    told_back = timex.quote.lower().startswith(("last ", "past ", "this past ", "previous "))
    return timex.rule == "weekday" and not told_back and len(day) == 10 and day < published[:10]


def _is_asked(p: Parsed, timex: Timex) -> bool:
    """Whether words of time stand in what somebody is still asked or going to do: "has invited him to meet her on Thursday", "agreed to
    meet on Thursday", "urged them to block highways from Monday"; not "had agreed to meet on Thursday, but nobody came"."""
    first, _ = token_range(p, timex.start, timex.end)
    verb = clause(p, first) if first < len(p) else 0
    above = p.heads[verb]
    asked = p.tags[verb] == "VB" and p.deps[verb] in ("xcomp", "ccomp") and any(p.tags[c] == "TO" for c in p.children[verb])
    begins = first > 0 and p.lower[first - 1] == "from" and bool(types_of(p.lemmas[above]) & {"REQUEST", "THREATEN"})
    perfect = p.tags[above] == "VBN" and any(p.tags[c] in ("VBZ", "VBP") and p.lemmas[c] == "have" for c in p.children[above])
    bound = p.tags[above] in ("VBD", "VBN") and p.lemmas[above] in _BINDING
    if bound and any(p.tags[c] == "VBD" and p.lemmas[c] == "have" for c in p.children[above]):
        last = p.sentences[p.sentence_of[first]][1] - 1
        bound = not any(p.lower[t] == "but" and p.tags[t + 1][:2] not in ("VB", "RB", "MD") for t in range(first, last))
    return asked and p.tags[above].startswith("VB") and (perfect or bound or begins or p.tags[above] in ("VBZ", "VBP"))


def _back_a_week(timex: Timex) -> Timex:
    return replace(_by_days(timex, -7), rule=f"{timex.rule}, before publication")


def _on_a_week(timex: Timex) -> Timex:
    return replace(_by_days(timex, 7), rule=f"{timex.rule}, to come")


def _by_days(timex: Timex, days: int) -> Timex:
    day, mark, rest = (timex.edtf or "").partition("T")
    other = (calendar_day.fromisoformat(day) + timedelta(days=days)).isoformat()
    return replace(timex, edtf=other + mark + rest, value=timex.value.replace(day, other))


def _is_ahead(timex: Timex, published: str) -> bool:
    day = (timex.edtf or "").split("T")[0]
    return timex.rule.startswith("month") and len(day) in (7, 10) and day > published[: len(day)]


def _was_done(p: Parsed, timex: Timex) -> bool:
    """Whether words of time hang right on a verb that tells what was done, and not what was planned or said; "since May" is over."""
    first, end = token_range(p, timex.start, timex.end)
    if first >= len(p):
        return False
    if (first and p.lower[first - 1] == "since") or _is_of_a_deed(p, first, end):
        return True
    head = next((t for t in range(first, end) if not first <= p.heads[t] < end), first)
    verb = p.heads[p.heads[head]] if p.deps[head] == "pobj" and p.lower[p.heads[head]] in ("in", "on") else p.heads[head]
    if p.tags[verb] != "VBD" or p.deps[head] not in ("pobj", "npadvmod") or p.lemmas[verb] in ("be", "do", "have"):
        return False
    open_end = {g.construction for g in lexicon().governors.get(p.lemmas[verb], ()) if g.status in ("planned", "offered", "possible")}
    if open_end == {"obj"}:  # "accepted 300 refugees in May", not "accepted an invitation in May"
        open_end = {"obj"} if any(p.lemmas[c] in lexicon().nouns for c in p.children[verb] if p.deps[c] == "dobj") else set()
    return not open_end and (p.lemmas[verb], "v") not in cues()


def _is_of_a_deed(p: Parsed, first: int, end: int) -> bool:
    """Whether words of time describe a known deed of violence in what tells of the past or came after it, or an agreement: "accused rebels
    of the May 4 attack", "must stay calm after the May 4 attack", "does not keep to the May 4 accord"."""
    head = next((t for t in range(first, end) if not first <= p.heads[t] < end), first)
    noun = p.heads[head]
    if p.deps[head] not in ("compound", "nmod", "nummod", "amod", "poss") or not any(p.lower[c] == "the" for c in p.children[noun]):
        return False
    verb, types = clause(p, noun), {entry.type for entry in lexicon().nouns.get(p.lemmas[noun], ())}
    to_be = any(p.tags[c] == "MD" for c in p.children[verb])
    follows = p.deps[noun] == "pobj" and p.lower[p.heads[noun]] in _FOLLOWING
    over = follows or (p.tags[verb] in ("VBD", "VBN") and not to_be)
    return (over and "ASSAULT" in types) or ("AGREE" in types and (follows or not to_be))


_FOLLOWING = frozenset("after since following over".split())


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
