"""Numbers that tell an act apart from an event of its type: "the second blast", "57 strikes ... 54 strikes".

So do one and several: the war and the wars, a run of raids and the raid of a day, bombings in two states and what befell one of them.
"""

from __future__ import annotations

from collections.abc import Sequence

from memcon.ontology.words import words

from ..acts.acts import Act
from ..grammar.dependents import is_verb
from ..grammar.figures import in_figures
from ..grammar.parsed import Parsed
from ..grammar.syntax import prepositional, support
from ..setting.dating import DAY, specificity
from .waves import towns

_RANKS = {word: n for n, word in enumerate("first second third fourth fifth sixth".split(), 1)}


_SINGLE_ONES = frozenset("meeting call summit encounter".split())  # not "talks", which are one occasion


def counted_apart(p: Parsed, told: Sequence[Act], others: Sequence[Act]) -> bool:
    """Whether numbers say that mentions of one act are not of the event of others."""
    return any(rule(p, told, others) for rule in _RULES)


def heads(acts: Sequence[Act]) -> set[int]:
    """The words that tell acts."""
    return {a.trigger.head for a in acts}


def _ranks_differ(p: Parsed, told: Sequence[Act], others: Sequence[Act]) -> bool:
    """Whether both are counted and are not of one number: "the first attack ... the second bombing"."""
    one, other = ({r for t in some if (r := _rank(p, t)) is not None} for some in (heads(told), heads(others)))
    return bool(one and other) and not one & other


def _rank(p: Parsed, head: int) -> int | None:
    """Which of several a noun is said to be, in a row of no stated time: "the second blast", not "the third attack this week"."""
    above = p.heads[head]
    at = p.heads[above] if p.deps[head] == "pobj" and p.lower[above] == "of" and p.lemmas[p.heads[above]] in words("rounds") else head
    if is_verb(p, at):
        return None
    for c in p.children[at]:
        if p.lower[c] in _RANKS and p.deps[c] in ("amod", "nummod"):
            return _RANKS[p.lower[c]]
    return None


def _counts_differ(p: Parsed, told: Sequence[Act], others: Sequence[Act]) -> bool:
    """Whether as many acts are told of by neither: "57 strikes ... 54 strikes"."""
    one, other = ({number_of(p, t) for t in some if p.tags[t] == "NNS"} - {""} for some in (heads(told), heads(others)))
    return bool(one and other) and not one & other


def _one_war_of_many(p: Parsed, told: Sequence[Act], others: Sequence[Act]) -> bool:
    """Whether the one is a war and the other several: "the war on the rebels ... the wars in Asia"."""
    one, other = ({p.tags[t] for t in some if p.lemmas[t] in words("wars")} for some in (heads(told), heads(others)))
    return bool(one and other) and not one & other


def _counted_over_a_war(p: Parsed, told: Sequence[Act], others: Sequence[Act]) -> bool:
    """Whether one is of those whom a war killed, and the other of something else."""
    return any(_is_of_a_war(p, head) for head in heads(told)) and not any(_tells_war(p, head) for head in heads(others))


def _is_of_a_war(p: Parsed, verb: int) -> bool:
    """Whether those harmed are counted over a war: "thousands have been killed in the conflict"."""
    if not is_verb(p, verb) or p.lemmas[verb] not in words("harm_verbs"):
        return False
    return any(p.lemmas[n] in words("wars") for word in ("in", "during", "by") for n in prepositional(p, verb, word))


def _tells_war(p: Parsed, head: int) -> bool:
    return p.lemmas[head] in words("wars") or _is_of_a_war(p, head)


def _one_meeting_of_many(p: Parsed, told: Sequence[Act], others: Sequence[Act]) -> bool:
    return any(_is_met_alone(p, a, b) or _is_met_alone(p, b, a) for a in told for b in others)


def _is_met_alone(p: Parsed, act: Act, others: Act) -> bool:
    """Whether one meeting with somebody is none of several: "held nine meetings ... at the meeting with Rey", "meetings ... a meeting"."""
    one, many = act.trigger.head, others.trigger.head
    if act.type != "CONSULT" or p.tags[one] != "NN" or p.tags[many] != "NNS":
        return False
    if not number_of(p, many) and not (act.introduced and p.lemmas[many] in _SINGLE_ONES):
        return False
    return bool(act.of_role("recipient") - others.principals)


def _recurring_and_of_a_day(p: Parsed, told: Sequence[Act], others: Sequence[Act]) -> bool:
    """Whether one happens again and again, and the other was on a day."""
    again = _are_recurring(p, told)
    return again != _are_recurring(p, others) and _has_day(others if again else told)


def _are_recurring(p: Parsed, told: Sequence[Act]) -> bool:
    """Whether all tell of what happens again and again: "a run of attacks in recent months", "such rallies nearly every day"."""
    return all(_recurs(p, a.trigger.head) for a in told)


def _recurs(p: Parsed, head: int) -> bool:
    verb = head if is_verb(p, head) else support(p, head)[0]
    if p.tags[head] == "NN" and p.lemmas[head] not in ("violence", "unrest", "bloodshed", "fighting"):
        return False
    above = p.heads[head]
    series = p.heads[above] if p.deps[head] == "pobj" and p.lemmas[p.heads[above]] in words("series") else head
    for at in {head, series, head if verb is None else verb}:
        for c in p.children[at]:
            if p.lower[c] in ("daily", "weekly", "nightly") and p.deps[c] in ("advmod", "acomp"):
                return True
            if p.deps[c] == "prep" and any(_is_long(p, p.lower[c], held) for held in p.children[c] if p.deps[held] == "pobj"):
                return True
    return False


def _is_long(p: Parsed, preposition: str, noun: int) -> bool:
    """Whether what stands behind a preposition is a time of many acts: "in recent years", "for weeks", "for the past two winters"."""
    if p.tags[noun] != "NNS" or p.lemmas[noun] not in words("spans_of_time") | {"summer", "winter", "season"}:
        return False
    beside = {p.lower[c] for c in p.children[noun]}
    return (preposition in ("in", "over", "during", "for") and bool(beside & {"recent", "past", "last", "previous"})) or (
        preposition == "for" and not beside
    )


def _has_day(told: Sequence[Act]) -> bool:
    return any(specificity(d.edtf) >= DAY for a in told for d in a.dates)


def _whole_and_part(p: Parsed, told: Sequence[Act], others: Sequence[Act]) -> bool:
    return _is_of_one_place(p, told, others) or _is_of_one_place(p, others, told)


def _is_of_one_place(p: Parsed, part: Sequence[Act], whole: Sequence[Act]) -> bool:
    """Whether a single act with a number of its own was in one of several places: "bombings in Togo and Chad ... ten died in Togo"."""
    several = any(p.tags[a.trigger.head] == "NNS" for a in whole)
    single = any(p.tags[a.trigger.head] == "NN" for a in part) and all(p.tags[a.trigger.head] != "NNS" for a in part)
    if not (several and single):
        return False
    ours, theirs = ({in_figures(p, c) for a in some for c in p.subtree(a.trigger.head) if p.tags[c] == "CD"} for some in (part, whole))
    if not ours or ours & theirs:
        return False
    there = {s.place.country for a in whole for s in a.spots}
    here = {s.place.country for a in part for s in a.spots}
    if len(there) < 2:
        there, here = {*towns(whole)}, {*towns(part)}
    return len(there) > 1 and bool(here) and here < there


def number_of(p: Parsed, noun: int) -> str:
    """How many a noun is said to be, in figures; "" where no number stands."""
    if p.tags[noun] == "CD":
        return in_figures(p, noun)
    return next((in_figures(p, c) for c in p.children[noun] if p.tags[c] == "CD" and p.deps[c] == "nummod"), "")


_RULES = (
    _ranks_differ,
    _counts_differ,
    _one_war_of_many,
    _counted_over_a_war,
    _one_meeting_of_many,
    _recurring_and_of_a_day,
    _whole_and_part,
)
