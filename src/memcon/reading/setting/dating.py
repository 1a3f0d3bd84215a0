"""When each act took place: the time expressions that belong to it."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace

from memcon import times
from memcon.ontology.words import words
from memcon.times import Timex

from ..coreference.cast import Cast
from ..grammar.dependents import child, is_verb
from ..grammar.noun_phrases import commemorated
from ..grammar.parsed import Parsed
from ..grammar.syntax import clause, governor, subject
from ..triggers.deferrals import no_longer, put_off
from ..triggers.hosts import Hosts
from ..triggers.retaliation import avenged
from ..triggers.run_out import runs_out
from ..triggers.settling import token_range
from ..triggers.triggers import Trigger
from .dated_entries import OF_ENTRY, told_in


@dataclass(frozen=True, slots=True)
class Dated:
    """A time of an act: EDTF, code points of the words, how it was worked out; `p` is how sure the encoder is that alone gives it."""

    edtf: str
    start: int
    end: int
    how: str
    p: float | None = None


def date(p: Parsed, found: Sequence[Timex], triggers: Sequence[Trigger], hosts: Hosts) -> list[list[Dated]]:
    """The times of each trigger, the most specific first."""
    dates: list[list[Dated]] = [[] for _ in triggers]
    moved: dict[int, int] = {}
    for timex in found:
        if timex.edtf is None:
            continue
        first, end = token_range(p, timex.start, timex.end)
        if first >= len(p) or no_longer(p, first):
            continue
        of = hosts.of(first, end, time=True)
        for number in _whose_deed(p, timex, first, of, triggers) or of:
            if is_of_the_last_one(p, first, triggers[number].head) or _is_of_its_end(p, first, triggers[number].head):
                continue
            if commemorated(p, triggers[number].head) and not _tells_when_it_was(p, timex, first):
                continue
            later = put_off(p, triggers[number].head)
            new = later is not None and first in range(*p.edges[later[1]])  # "postponed until Friday": it is to be on Friday
            names = modified(p, first, end) in triggers[number].tokens  # "since the 2016 accord": the accord is of 2016
            if not (names or new) and times.at_a_distance(p.text, timex):  # "arrested him two days after April 15"
                continue
            dates[number].append(Dated(timex.edtf, timex.start, timex.end, timex.rule) if names or new else _dated(p.text, timex))
            if new:
                moved[number] = timex.start
    for number, start in moved.items():
        dates[number] = [d for d in dates[number] if d.start == start]
    by_head = {t.head: n for n, t in enumerate(triggers)}
    for timex in found:  # "on Tuesday, when X rang Y", "since 2014, when X joined Y"
        first, end = token_range(p, timex.start, timex.end)
        if timex.edtf is not None and first < len(p):
            for number in (by_head[c] for t in range(first, end) for c in p.children[t] if p.deps[c] == "relcl" and c in by_head):
                if all(d.start == timex.start for d in dates[number]):
                    dates[number] = [Dated(timex.edtf, timex.start, timex.end, timex.rule)]
    for number, day in told_in(p, found, triggers).items():
        if not dates[number]:
            dates[number] = [Dated(day.edtf or "", day.start, day.end, f"{day.rule}{OF_ENTRY}")]
    for one in dates:
        one.sort(key=lambda d: (-specificity(d.edtf), d.start))
    return dates


def _whose_deed(p: Parsed, timex: Timex, first: int, of: Sequence[int], triggers: Sequence[Trigger]) -> list[int]:
    """The deed that somebody is held for, where its year seems that of the charge: "charged with the murder of Rey in May 2016"."""
    law = [n for n in of if (triggers[n].entry.type, triggers[n].entry.mode) in _BY_LAW and is_verb(p, triggers[n].head)]
    if not law or not _YEAR.search(timex.quote):
        return []
    verb = triggers[law[0]].head
    deeds = [n for n, t in enumerate(triggers) if t.entry.type == "ASSAULT" and verb < t.head < first and _is_laid_to(p, t.head, verb)]
    return deeds[-1:] if deeds and all(p.words[t] != "," for t in range(triggers[deeds[-1]].head, first)) else []


def _is_laid_to(p: Parsed, noun: int, verb: int) -> bool:
    """Whether a noun with an article stands right behind the link of a verb by which somebody is held for it."""
    link = p.heads[noun]
    known = any(p.deps[c] in ("det", "poss") for c in p.children[noun])
    return known and p.deps[noun] == "pobj" and p.lower[link] in ("with", "of", "over", "for", "in") and verb in p.ancestors(link)


_YEAR = re.compile(r"(?:19|20)\d\d")
_BY_LAW = frozenset((("ACCUSE", "allege"), ("ACCUSE", "investigate"), ("SANCTION", "convict"), ("COERCE", "arrest")))


def is_of_the_last_one(p: Parsed, first: int, head: int) -> bool:
    """Whether words of time tell of the one before: "the first to visit Chad since 1980", "met for the first time since May"."""
    if not first or p.lower[first - 1] != "since":
        return False
    nouns = [head, *([p.heads[head]] if p.deps[head] in ("relcl", "acl", "xcomp") else [])]
    nouns += [t for t in (p.heads[p.heads[first]], p.heads[first - 1]) if p.tags[t].startswith("NN")]  # "the worst unrest since 2023"
    ranked = any(p.lower[c] in _RANKS or p.tags[c] in ("JJS", "RBS") for noun in nouns for c in p.children[noun])
    return ranked or any(p.lower[t] == "first" and p.lower[t + 1] == "time" for t in range(head, first - 1))


def _is_of_its_end(p: Parsed, first: int, head: int) -> bool:
    """Whether words of time tell when something runs out: "the truce of March expires on Sunday"."""
    ends = runs_out(p, head)
    return ends is not None and first > head and clause(p, first) == ends


_RANKS = frozenset("first only second third fourth fifth sixth seventh eighth ninth tenth latest".split())


def _tells_when_it_was(p: Parsed, timex: Timex, first: int) -> bool:
    """Whether words of time are of what is remembered, and not of the remembrance: "of the coup of 14 May 2014", "the 2014 coup"."""
    return (timex.edtf or "-")[:4] in timex.quote or (first > 0 and p.lower[first - 1] == "of")


def modified(p: Parsed, first: int, end: int) -> int | None:
    """The noun that words of time only describe: "the 2016 accord", "Thursday's bombing"; None where they stand for themselves."""
    head = next((t for t in range(first, end) if not first <= p.heads[t] < end), first)
    return p.heads[head] if p.deps[head] in _MODIFIERS else None


def clause_days(p: Parsed, found: Sequence[Timex]) -> dict[int, list[Dated]]:
    """Verb -> the times that stand in its clause, whether or not the verb is a trigger."""
    days: dict[int, list[Dated]] = {}
    for timex in found:
        if timex.edtf is not None and timex.type in ("DATE", "TIME") and not times.at_a_distance(p.text, timex):
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
        if p.deps[at] not in ("prep", "pobj", "npadvmod") or (p.deps[at] == "prep" and p.lower[at] not in _AT):
            return None
        at = p.heads[at]
    return at if is_verb(p, at) else None


_AT = frozenset("on in at during over of by".split())
_NOUNS_BETWEEN = 6
_UNDER = ("xcomp", "pcomp", "prep", "advcl", "dobj", "pobj", "acl")


def inherited(p: Parsed, trigger: Trigger, days: Mapping[int, list[Dated]], heads: Container[int]) -> list[Dated]:
    """The times of the clause that an act without one hangs under: "sought on Wednesday to ease", "rallied in March by warning"."""
    at = trigger.head
    if commemorated(p, at):
        return []
    finest = _FINEST
    answered = avenged(p, at)  # "shelled Kano on Monday in revenge for a raid"
    for _ in range(5):
        if p.deps[at] not in _UNDER or p.heads[at] == at or (answered and not answered[0] <= p.heads[at] < answered[1]):
            return []
        if p.deps[at] == "acl" and p.tags[at] == "VBN" and p.heads[at] not in heads:  # "freed on Monday two men convicted of theft"
            return []
        mark = child(p, at, "mark") if p.deps[at] == "advcl" else None
        if mark is not None:
            if p.lower[mark] not in ("after", "once") or (mark and p.lemmas[mark - 1] in words("measures_of_time")):
                return []  # "a month after he spoke": its own time is another
            finest = 3  # "was fined last week after he spoke": the same week, perhaps not the same day
        at = p.heads[at]
        if p.deps[at] == "prep" and at and p.lemmas[at - 1] in words("measures_of_time") and p.lower[at] in ("after", "before"):
            return []  # "three hours after the attack": its own time is another
        by = trigger.entry.type == "CONSULT" and p.lower[p.heads[trigger.head]] == "by"  # "told him by phone on Monday"
        if at in heads and not by:
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
        when = opener is not None and opener < c and p.lower[opener] in ("when", "while", "as")
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
    helpers = {p.lower[c] for c in p.children[verb] if p.deps[c] in ("aux", "auxpass")}
    if helpers & {"has", "have", "had", "'s", "'d"}:
        return False
    return p.tags[verb] == "VBD" or (p.tags[verb] == "VBN" and bool(helpers & {"was", "were"}))


_POINTING = frozenset("the this these those his her their its such".split())
_MODIFIERS = ("compound", "nummod", "nmod", "amod", "poss")  # "the candidate in the Nov. 8 election said"


_PRESENT_AT = frozenset("address attend be chair host hold meet speak tour visit".split())
_SUPPOSING = frozenset(("if", "unless", "whether", "lest"))


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
        own = child(p, verb, "nsubj", "nsubjpass") if p.deps[verb] == "relcl" else None
        if own is not None and not p.tags[own].startswith("W"):  # "the treaty that they signed on Friday"
            continue
        if own is not None and p.lemmas[verb] not in words("travel_verbs") | _PRESENT_AT:  # "Rey, who took office on Friday, condemned it"
            continue
        link = p.heads[head]
        of_a_deed = p.lower[link] == "of" and p.heads[link] in deeds  # "condemned the raid of 22 April"
        if (mark := child(p, verb, "mark")) is not None and p.lower[mark] in _SUPPOSING:  # "if he lost the vote on Sunday"
            continue
        if p.deps[verb] == "ccomp" and any(p.lower[c] == "had" for c in p.children[verb]):  # "diplomats said he had left on Sunday"
            continue
        if p.tags[verb] in ("VBD", "VBN") and verb not in deeds and p.deps[head] not in _MODIFIERS and not of_a_deed:
            said = child(p, verb, "dobj")
            recalls = said is not None and p.lemmas[said] in words("remarks") and p.lower[p.edges[said][0]] in _POINTING
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


DAY = specificity("2022-03-05")
"""How fine a day is."""
