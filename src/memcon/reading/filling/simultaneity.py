"""Acts that a report tells as of one time: clauses within a clause, occasions at which something was said or done.

Allen's relations are too fine for words; what is kept here is "during or at the time of" (TimeML's SIMULTANEOUS, IS_INCLUDED and DURING).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from memcon.ontology.words import words

from ..acts.acts import Act
from ..grammar.dependents import child, is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import tense, verb_above
from ..setting.occasion_places import WORDS
from .sharing import Link, by_verb

_BEFORE = "with the act before"
_AT = frozenset("in during at on over amid".split())
_TOPICS = frozenset("in on over amid".split())
_OCCASIONS = frozenset("CONSULT VOTE PROTEST".split())
_WHEN = frozenset("when while as whereas where whereupon".split())


def simultaneous(p: Parsed, acts: Sequence[Act]) -> Iterator[Link]:
    """The links between acts told as of one time, by their head tokens."""
    told = by_verb(p, acts)
    types = {a.trigger.head: a.type for a in acts}
    for act in acts:
        head = act.trigger.head
        if is_verb(p, head):
            for other, how, both in _of_verb(p, head):
                for giver in told.get(other, ()):
                    yield Link(giver, head, how, there=how != _BEFORE)
                    if both:
                        yield Link(head, giver, how)
        else:
            yield from _of_noun(p, head, told, types)
    yield from _by_signal(p, acts)


def _of_noun(p: Parsed, noun: int, told: Mapping[int, Sequence[int]], types: Mapping[int, str]) -> Iterator[Link]:
    """ "told him at their meeting on Friday", "a vote where Israel sided with ...", "a deal in March, brokered by China"."""
    prep = p.heads[_round(p, noun)]
    inside = p.deps[prep] == "prep" and p.lower[prep] in _AT
    others = _told_by(p, p.heads[prep], told) if inside else []
    if inside and p.lower[prep] in _TOPICS and types.get(noun) not in _OCCASIONS:  # "accused him over the raid in May"
        others = [other for other in others if types.get(other) not in WORDS and p.lower[prep] != "over"]
    pairs = [(noun, other) for other in others]
    pairs += [(_meant(p, noun, other, types), other) for inner in _told_of_noun(p, noun) for other in told.get(inner, ())]
    for occasion, other in pairs:
        yield Link(occasion, other, "at that occasion")
        yield Link(other, occasion, "at that occasion")


def _told_by(p: Parsed, verb: int, told: Mapping[int, Sequence[int]]) -> list[int]:
    """The acts of a verb, or of the clause that it only accompanies: "Speaking at a summit on Thursday, he accused ..."."""
    while verb not in told and p.deps[verb] == "advcl" and p.tags[verb] == "VBG" and child(p, verb, "mark") is None:
        verb = p.heads[verb]
    return list(told.get(verb, ()))


def _meant(p: Parsed, noun: int, clause: int, types: Mapping[int, str]) -> int:
    """The noun that a clause beginning with "where" is about: one of the clause's own sort before it, else where the parser hung it.

    "the poll on the army's raid - where Peru backed the bill"
    """
    start = p.sentences[p.sentence_of[clause]][0]
    own = types.get(clause)
    return next((t for t in range(clause - 1, start - 1, -1) if types.get(t) == own and not is_verb(p, t)), noun)


def _round(p: Parsed, noun: int) -> int:
    """The noun that counts the occasion, if there is one: "a round of talks"."""
    above = p.heads[p.heads[noun]]
    counts = p.deps[noun] == "pobj" and p.lower[p.heads[noun]] == "of" and p.lemmas[above] in words("rounds")
    return above if counts else noun


def _by_signal(p: Parsed, acts: Sequence[Act]) -> Iterator[Link]:
    """ "took place at the same time as the vote": the acts next to the words on both sides, in one sentence."""
    heads = sorted(a.trigger.head for a in acts)
    for start, end in p.sentences:
        for first, after in _signals(p, start, end):
            left = [h for h in heads if start <= h < first]
            right = [h for h in heads if after <= h < end]
            if left and right:
                yield Link(left[-1], right[0], "at the same time", there=False)
                yield Link(right[0], left[-1], "at the same time", there=False)


def _signals(p: Parsed, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the tokens `start` up to `end` hold words for "at the same time as", as half-open token ranges."""
    lower = [w.lower() for w in p.words[start:end]]
    held = set(lower)
    for phrase in _phrases():
        for at in range(len(lower) - len(phrase) + 1) if held.issuperset(phrase) else ():
            if lower[at : at + len(phrase)] == phrase:
                yield start + at, start + at + len(phrase)


@cache
def _phrases() -> list[list[str]]:
    return sorted(phrase.split() for phrase in words("same_time"))


def _of_verb(p: Parsed, verb: int) -> Iterator[tuple[int, str, bool]]:
    """(verb of the clause above, how the two hang together, whether either may give the day) for a verb of a clause within a clause."""
    label, head = p.deps[verb], p.heads[verb]
    if head == verb:
        return
    mark = child(p, verb, "mark", "advmod")
    opener = p.lower[mark] if mark is not None and mark < verb else ""
    if label == "advcl" and is_verb(p, head):
        if p.tags[verb] == "VBG" and (opener in _WHEN or child(p, verb, "mark") is None):
            yield head, "told with it", True
        elif opener in _WHEN and _same_tense(p, verb, head):
            yield head, f"{opener} it happened", True
    elif label == "pcomp" and p.lower[head] in ("by", "in") and is_verb(p, p.heads[head]):
        yield p.heads[head], "told with it", True
    elif label == "relcl" and _there_and_then(p, verb):
        above = verb_above(p, head)
        if _same_tense(p, verb, above):
            yield above, "there and then", False
    elif label == "conj" and is_verb(p, head) and _same_tense(p, verb, head) and not _marks_another_time(p, verb):
        yield head, _BEFORE, False


def _told_of_noun(p: Parsed, noun: int) -> Iterator[int]:
    for c in p.children[noun]:
        if (p.deps[c] == "relcl" and _there_and_then(p, c)) or (
            p.deps[c] == "acl" and p.tags[c] == "VBN" and child(p, c, "aux", "mark") is None  # not "signs that X had blown it up"
        ):
            yield c


def _there_and_then(p: Parsed, verb: int) -> bool:
    """Whether a clause begins with "where" or "when"."""
    return any(c < verb and p.deps[c] in ("advmod", "mark") and p.lower[c] in ("where", "when") for c in p.children[verb])


def _marks_another_time(p: Parsed, verb: int) -> bool:
    return any(p.lower[c] in words("earlier_marks") for c in p.children[verb])


def _same_tense(p: Parsed, one: int, other: int) -> bool:
    a, b = tense(p, one), tense(p, other)
    carried_on = p.deps[one] == "conj" and child(p, one, "aux", "auxpass", "nsubj", "nsubjpass") is None  # "had closed it and arrested"
    return a == b or "" in (a, b) or carried_on
