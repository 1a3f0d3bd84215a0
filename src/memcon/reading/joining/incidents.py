"""Attacks of a report told apart: which words of a clause tell one, and which another than those before (CODEBOOK, "One or several").

"A whole and a part with its own number" are two events, attacks in different towns are, and those set apart in words ("a separate attack").
One attack keeps being one where sources count its dead differently: "killed 61 in the blast", "nine died in the attack".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from memcon import times
from memcon.ontology.words import words
from memcon.places.weighing import kilometres

from ..acts.acts import Act
from ..factuality.assertion import is_another
from ..grammar.dependents import SUBJECTS, child, is_verb
from ..grammar.figures import in_figures
from ..grammar.parsed import Parsed
from ..grammar.syntax import clause, grammatical_subject, prepositional, subject
from ..setting.dating import DAY, specificity
from ..setting.place_phrases import Spot
from .comparing import days_contradict
from .group import Group
from .told_apart import left_behind
from .waves import is_wave, sums_up, towns

_NEAR_KM = 30.0
"""Names this far apart can be those of a town and of a village by it."""
_CAUSES = ("in", "by", "during", "from", "after")
_LONG_BEFORE = 2  # sentences
_OFTEN = 3  # mentions of what a report is about
_OF_ANY_KIND = frozenset("attack strike raid assault incident".split())
_ATTACKS_TOLD = frozenset("ambush battle bombing clash fighting killing massacre shelling shooting violence".split())
_HARMING = frozenset("hit strike damage destroy burn".split())
_POINTING = frozenset("the this that these those".split())


class Incidents:
    """The attacks among the acts of a report, clause by clause.

    Acts are told by the head tokens of their triggers.
    """

    def __init__(self, p: Parsed, acts: Sequence[Act]) -> None:
        self._p = p
        self._acts = {a.trigger.head: a for a in acts if a.type == "ASSAULT"}
        self._blaming = {a.trigger.head for a in acts if a.type == "ACCUSE"}
        self._first = {head: head for head in self._acts}
        for head in self._acts:
            for other in _of_one_clause(p, head):
                if other in self._acts:
                    self._join(head, other)
        self._units: dict[int, list[Act]] = {}
        for head, act in self._acts.items():
            self._units.setdefault(self._of(head), []).append(act)

    def told(self, act: Act) -> list[Act]:
        """The act with those that tell the same in its clause."""
        return self._unit(act) or [act]

    def in_order(self, acts: Sequence[Act]) -> list[Act]:
        """The acts in text order, but a noun that points to an attack before the verbs of its clause: "ten died in the attack"."""
        return sorted(acts, key=lambda a: (*self._place(a), a.trigger.head))

    def pointing(self, act: Act) -> Act:
        """A noun that points to an attack ("in the blast") without those whom its clause counts: sources count differently.

        "The strike" is of any kind of force that was told.
        """
        unit = self._unit(act)
        if unit and self._points(act) and len(act.trigger.tokens) == 1 and self._p.lemmas[act.trigger.head] in _OF_ANY_KIND:
            act = replace(act, mode="")
        if len(unit) < 2 or not self._points(act):
            return act
        counted = {n for a in unit if self._harms(a) for n in a.of_role("recipient")}
        return replace(act, parties=tuple(f for f in act.parties if f.role != "recipient" or f.entity not in counted))

    def told_with(self, act: Act, groups: Sequence[Group]) -> Group | None:
        """The event of the word that tells an act first in its clause: the noun that points to it (`in_order`), or what it caused."""
        if self._points(act):
            return None
        p, head, unit = self._p, act.trigger.head, self._unit(act)
        if p.deps[head] == "conj" and is_wave(p, head):  # "a wave of bombings and shootings"
            heads = {p.heads[head]}
        else:
            heads = {a.trigger.head for a in unit if a is not act and self._points(a)}
            if not heads and not is_verb(p, head):  # "died in a separate attack"
                heads = {a.trigger.head for a in unit if head in _of_one_clause(p, a.trigger.head) and self._harms(a)}
        return next((g for g in reversed(groups) if g.type == act.type and heads & {a.trigger.head for a in g.acts}), None)

    def adds(self, act: Act, group: Group) -> Act:
        """An act as its event takes it: where that is told of in a sentence before, sources that count its dead anew add nobody."""
        unit = self._unit(act)
        if not any(self._points(a) for a in unit):
            return act
        here = self._p.sentence_of[act.trigger.head]
        known = {n for a in group.acts if self._p.sentence_of[a.trigger.head] < here for n in a.of_role("recipient")}
        counted = {n for a in unit if self._harms(a) for n in a.of_role("recipient")} if known else set()
        return replace(act, parties=tuple(f for f in act.parties if f.role != "recipient" or f.entity not in counted or f.entity in known))

    def meant(self, act: Act, groups: Sequence[Group]) -> list[Group]:
        """The events that an act can mean: "the attacks" one that sums up several, "the attack" none of another time told in passing.

        What others condemn is the attack that the report is about, its first: "gunmen shot ten ... police killed two of them ... Peru
        condemned the shooting"; far from it, the one that was just told.
        """
        if not self._points(act) or act.type != "ASSAULT":
            return list(groups)
        if act.mode != "abduct" and self._p.lemmas[act.trigger.head] in _OF_ANY_KIND:
            groups = _without_abductions_before(groups)
        attacks = [g for g in groups if g.type == act.type]
        alike = [g for g in attacks if act.mode and g.mode == act.mode]  # "the shelling" is not the seizure of a town
        if self._is_blamed(act) and attacks:
            main = self._just_told(act, attacks) or (alike or attacks)[0]
            return [g for g in groups if g.type != act.type or g is main]
        if (about := self._main(act, attacks)) is not None:
            return [g for g in groups if g.type != act.type or g is about]
        if self._p.tags[act.trigger.head] == "NNS":
            whole = [g for g in groups if g.type == act.type and sums_up(self._p, self._unit(g.acts[0]))]
            return [g for g in groups if g.type != act.type or g in whole] if whole else list(groups)
        unit = self._unit(act)
        there = [g for g in groups if g.type == act.type and towns(g.acts).keys() & towns(unit).keys()]
        if any(a.dates for a in unit) or towns(unit):
            return there or list(groups)
        return [g for g in groups if not self._is_in_passing(act, g, groups)]

    def _just_told(self, act: Act, attacks: Sequence[Group]) -> Group | None:
        """The attack of the sentence before in the same paragraph, where the report's first is of paragraphs long before."""
        p = self._p
        here, last = p.sentence_of[act.trigger.head], attacks[-1].acts[-1].trigger.head
        first = max(a.trigger.head for a in attacks[0].acts)
        just = here - p.sentence_of[last] == 1 and not self._parted(last, act.trigger.head)
        long_before = here - p.sentence_of[first] > _LONG_BEFORE and self._parted(first, act.trigger.head)
        return attacks[-1] if just and long_before else None

    def _main(self, act: Act, attacks: Sequence[Group]) -> Group | None:
        """The attack that a report is about, of "the attack" that opens a paragraph, where another was told just before in a word."""
        p, head = self._p, act.trigger.head
        told = len(attacks) > 1 and len(attacks[0].acts) >= _OFTEN and len(attacks[-1].acts) == 1
        opens = p.deps[head] == "nsubj" and p.tags[head] == "NN" and p.lemmas[head] in _OF_ANY_KIND | _ATTACKS_TOLD and not act.principals
        first = p.sentences[p.sentence_of[head]][0]
        return attacks[0] if told and opens and head - first <= 1 and first and self._parted(first - 1, first) else None

    def _parted(self, first: int, last: int) -> bool:
        """Whether two tokens stand in different paragraphs."""
        return "\n" in self._p.text[self._p.ends[first] : self._p.starts[last]]

    def _is_blamed(self, act: Act) -> bool:
        """Whether a noun for an attack is what somebody condemns: "condemned the raid", "called it a crime"."""
        p, head = self._p, act.trigger.head
        above = p.heads[p.heads[head]] if p.deps[head] == "pobj" else p.heads[head]
        bare = not act.principals and not act.spots and not act.dates
        owned = p.lemmas[above] in words("owned") and p.deps[head] == "pobj"  # "no group claimed responsibility for the raid"
        return bare and p.deps[head] in ("dobj", "pobj", "nsubj") and (above in self._blaming or owned)

    def _is_in_passing(self, act: Act, group: Group, groups: Sequence[Group]) -> bool:
        """Whether an event is told in one sentence of a paragraph before, and had ended before the first attack of the report."""
        p = self._p
        sentences = {p.sentence_of[a.trigger.head] for a in group.acts}
        main = next((g for g in groups if g.type == act.type and any(a.dates for a in g.acts)), None)
        if main is None or main is group or len(sentences) > 1 or not any(a.dates for a in group.acts):
            return False
        first, last = group.acts[-1].trigger.head, act.trigger.head
        if not self._parted(first, last):
            return False
        ended = [when.last for a in group.acts for d in a.dates if (when := times.interval(d.edtf)).last is not None]
        begun = [when.first for a in main.acts for d in a.dates if (when := times.interval(d.edtf)).first is not None]
        return bool(ended and begun) and max(ended) < min(begun)

    def apart(self, act: Act, group: Group) -> bool:
        """Whether a clause tells another attack than an event: elsewhere, in addition, or a part of it with its own number."""
        unit = self._unit(act)
        if not unit or group.type != act.type or {a.trigger.head for a in unit} & {a.trigger.head for a in group.acts}:
            return False
        days = replace(act, dates=tuple(d for a in unit for d in a.dates))
        return (
            days_contradict(days, group)
            or self._is_tally(days, unit, group)
            or self._is_another(unit)
            or _elsewhere(unit, group.acts)
            or self._is_beside(unit, group)
            or self._is_part(unit, group)
        )

    def _is_another(self, unit: Sequence[Act]) -> bool:
        """Whether words set a clause apart: "two other explosions", "meanwhile"; not those of what is known ("the other attack")."""
        p = self._p
        for act in unit:
            head = act.trigger.head
            said = {p.lower[c] for c in p.children[head]}
            if not is_verb(p, head) and not said & _POINTING and (said & {"other", "different"} or is_another(p, head)):
                return True
        verbs = {clause(p, a.trigger.head) for a in unit}
        beside = {p.lower[c] for verb in verbs for c in p.children[verb]}
        return bool(beside & words("apart_adverbs")) and not any(self._points(a) for a in unit)

    def _is_tally(self, act: Act, unit: Sequence[Act], group: Group) -> bool:
        """Whether a clause counts those of a month or a year, and an event was on a day: "seven have been killed this year"."""
        ours, theirs = ({specificity(d.edtf) for a in some for d in a.dates} for some in ([act], group.acts))
        counts = self._counts(unit)
        other = bool(counts) and not counts & self._numbers(group.acts)
        return other and bool(ours and theirs) and max(ours) < DAY <= max(theirs)

    def _is_beside(self, unit: Sequence[Act], group: Group) -> bool:
        """Whether a sentence brings up an attack in one town beside that in another: "a strike in X and a raid on a house in Y"."""
        here = self._p.sentence_of[unit[0].trigger.head]
        if not all(a.introduced for a in unit if not is_verb(self._p, a.trigger.head)) or not any(a.introduced for a in unit):
            return False
        beside = [a for a in group.acts if self._p.sentence_of[a.trigger.head] == here]
        ours, theirs = towns(unit), towns(beside)
        return bool(ours and theirs) and not ours.keys() & theirs.keys()

    def _is_part(self, unit: Sequence[Act], group: Group) -> bool:
        """Whether a clause tells one of the places or attacks that an event sums up, with a number of its own."""
        first = self._unit(group.acts[0]) or group.acts[:1]
        if not sums_up(self._p, first) or any(is_wave(self._p, a.trigger.head) for a in unit):
            return False
        if any(self._p.tags[c] == "JJS" for a in unit if self._p.tags[a.trigger.head] == "NN" for c in self._p.children[a.trigger.head]):
            return True  # "the deadliest attack"
        ours, theirs = self._counts(unit), self._counts(first)
        return bool(ours and theirs) and not ours & theirs and len(towns(unit)) < 2

    def _counts(self, unit: Sequence[Act]) -> set[str]:
        """How many were harmed, as numbers stand."""
        return self._numbers([a for a in unit if self._harms(a)])

    def _numbers(self, acts: Sequence[Act]) -> set[str]:
        """The numbers of those whom acts are told of, as they stand."""
        p = self._p
        told = (c for a in acts for c in p.subtree(a.trigger.head))
        return {in_figures(p, c) for c in told if p.tags[c] == "CD" and p.deps[c] in ("nummod", "dobj", "nsubj", "nsubjpass")}

    def _harms(self, act: Act) -> bool:
        return is_verb(self._p, act.trigger.head) and self._p.lemmas[act.trigger.head] in words("harm_verbs")

    def _points(self, act: Act) -> bool:
        beside = self._p.children[act.trigger.head]
        known = any(self._p.lower[c] in _POINTING for c in beside) and not any(self._p.tags[c] == "JJS" for c in beside)
        return known and not is_verb(self._p, act.trigger.head)

    def _place(self, act: Act) -> tuple[int, bool]:
        unit = self._unit(act)
        first = next((a for a in unit if self._points(a)), None)
        return (min(a.trigger.head for a in unit), False) if act is first else (act.trigger.head, True)

    def _unit(self, act: Act) -> list[Act]:
        return self._units.get(self._of(act.trigger.head), []) if act.trigger.head in self._acts else []

    def _of(self, head: int) -> int:
        while self._first[head] != head:
            head = self._first[head]
        return head

    def _join(self, one: int, other: int) -> None:
        a, b = sorted((self._of(one), self._of(other)))
        self._first[b] = a


def _without_abductions_before(groups: Sequence[Group]) -> list[Group]:
    """The events without abductions told before another attack: "detained nine nurses and fired on a ship ... claimed the attack"."""
    attacks = [g for g in groups if g.type == "ASSAULT"]
    last = max((g.acts[-1].trigger.head for g in attacks if g.mode != "abduct"), default=-1)
    return [g for g in groups if g.type != "ASSAULT" or g.mode != "abduct" or g.acts[-1].trigger.head > last]


def _of_one_clause(p: Parsed, head: int) -> Iterator[int]:
    """The words that tell what the word tells: its cause, what it causes, what stands beside it."""
    above = p.heads[head]
    if not is_verb(p, head):
        if p.deps[head] in ("conj", "appos"):
            yield above
        return
    causes = [*subject(p, head), *grammatical_subject(p, head), *(n for w in _CAUSES for n in prepositional(p, head, w))]
    yield from (n for n in causes if not is_verb(p, n) and n not in left_behind(p, head))
    first = head
    top = above if p.deps[head] == "conj" and is_verb(p, above) else head
    harms = p.lemmas[head] in words("harm_verbs") | _HARMING
    if harms and p.deps[top] in ("relcl", "advcl") and any(p.lower[n] == "which" for n in prepositional(p, top, "in")):
        yield from range(p.heads[top], top)  # "raids on two towns, in which a school was hit"
    if p.deps[head] == "conj" and p.lemmas[head] in words("harm_verbs"):
        first = above
        own = child(p, head, *SUBJECTS) is not None and any(prepositional(p, head, w) for w in _CAUSES)
        if p.lemmas[above] in words("harm_verbs") and not own:
            yield above
    opener = child(p, first, "mark", "advmod")
    how = p.lower[opener] if opener is not None else ""
    if p.deps[first] == "advcl" and (p.tags[first] == "VBG" or how in ("when", "as", "after")):
        verb = p.heads[first]
        if first in left_behind(p, verb):  # "was shot three days after a bomb exploded"
            return
        yield verb
        yield from (n for n in grammatical_subject(p, verb) if not is_verb(p, n) and how != "after")


def _elsewhere(unit: Sequence[Act], acts: Sequence[Act]) -> bool:
    """Whether the towns of both are known and all far from each other."""
    ours, theirs = towns(unit), towns(acts)
    return bool(ours and theirs) and all(_far(a, b) for a in ours.values() for b in theirs.values())


def _far(one: Spot, other: Spot) -> bool:
    a, b = one.place, other.place
    if None in (a.lat, a.lon, b.lat, b.lon) or (a.place or a.name) == (b.place or b.name):
        return False
    return kilometres(a.lat or 0.0, a.lon or 0.0, b.lat or 0.0, b.lon or 0.0) > _NEAR_KM
