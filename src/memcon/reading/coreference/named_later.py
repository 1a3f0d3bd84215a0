"""People told of by number before they are named: "Two men were jailed. ... The court sentenced Bo Rey and Leo Fox".

A report opens with what is new and names its people below (the inverted pyramid; Bell 1991, The Language of News Media, 8). Whom a later
sentence names for the first time, as many as were counted, and lets do or undergo what those did, are those.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from memcon.ontology.cues import is_saying
from memcon.ontology.words import words

from ..grammar.dependents import child, coordinated, is_verb
from ..grammar.parsed import Parsed
from ..grammar.pronouns import how_many
from ..grammar.syntax import is_passive
from ..grammar.verbs_of_acts import types_of
from ..parties.entity import Entity
from ..parties.mention import Mention
from .genders import gender_of, noun_gender
from .named_next import named_next

_BACK = 4  # sentences between the number and the names
_BACK_FROM_LEAD = 7  # the same from somebody with whom a report opens
_SHORT = 6  # tokens of a sentence that is no dateline
_AGE = 2  # digits
_PEOPLE = ("person", "group", "armed_group")
_NAMING = frozenset(("name", "identify"))
_IN_OFFICE = frozenset(("official", "politician", "leader"))
_OTHERS = frozenset(("another", "other", "others", "separate", "separately", "meanwhile", "elsewhere", "also"))
_SUBJECTS = ("nsubj", "nsubjpass")
_HELD = frozenset(("COERCE", "SANCTION", "ACCUSE", "RETREAT"))  # who was arrested is charged, convicted and released


class NamedLater:
    """The search for who they are whom a report tells of by number, over the parties found so far."""

    def __init__(self, p: Parsed, entities: Sequence[Entity]) -> None:
        self._p = p
        self._bearers: dict[int, Entity] = {}
        told: list[tuple[Mention, Entity]] = []
        for one in entities:
            if one.named and one.kind == "person":
                self._bearers.update({m.head: one for m in one.mentions if m.form == "name"})
            elif not one.named:
                told += [(m, one) for m in one.mentions[:1]]
        self._told = sorted(told, key=lambda pair: pair[0].head)
        self._heads = [m.head for m, _ in self._told]
        self._next = named_next(p, entities)
        self._lead = next((n for n, (a, b) in enumerate(p.sentences) if b - a > _SHORT), 0)  # the first sentence of the body, or a headline

    def members(self, entity: Entity) -> tuple[int, ...]:
        """The numbers of the persons who are named after a party without a name that they are; empty where nothing tells so."""
        return self._counted(entity) or self._next.get(entity.number, ())

    def _counted(self, entity: Entity) -> tuple[int, ...]:
        """Those who are named, as many as were counted, and do or undergo what those without a name did."""
        p = self._p
        told = [m for m in entity.mentions if m.form != "pronoun"]
        if entity.named or entity.kind not in _PEOPLE or not told:
            return ()
        first = next((m for m in told if _count(p, m)), told[0])  # "Kano man jailed. A Kano man was jailed"
        count, here = _count(p, first), p.sentence_of[first.head]
        back = _BACK_FROM_LEAD if here <= self._lead + 1 and count == 1 else _BACK
        for sentence in range(here + 1, min(here + 1 + back, len(p.sentences))) if count else ():
            start, end = p.sentences[sentence]
            others = [(m, e) for m, e in self._between(first.head, start) if m.kind == first.kind and _count(p, m) == count]
            if others and count > 1:
                return ()  # "two men ... two women": others may be named
            for t in range(start, end):
                row = coordinated(p, t) if t in self._bearers and p.deps[t] != "conj" else []
                if len(row) != count or not all(m in self._bearers for m in row) or _OTHERS & set(p.lower[start:end]):
                    continue
                people = [self._bearers[m] for m in row]
                if any(one.mentions[0].head < first.head for one in people if one.mentions):
                    continue
                if any(_can_be(p, e, m, people[0]) and _are_told_so(p, [m], t, sentence - p.sentence_of[m.head]) for m, e in others):
                    continue  # another to whom that was done as well
                if all(_can_be(p, entity, first, one) for one in people) and (
                    _are_told_so(p, told, t, sentence - here)
                    or (count == 1 and sentence - here <= _BACK and self._by_age(first, people[0]))
                ):
                    return tuple(one.number for one in people)
        return ()

    def _by_age(self, first: Mention, person: Entity) -> bool:
        """Whether a report opens with a man or woman and names one with the age below: "A man was hurt. ... Bo Rey, 41, told police"."""
        p, name = self._p, person.mentions[0]
        if p.sentence_of[first.head] > self._lead + 1 or p.lemmas[first.head] not in words("human_nouns") or name.form != "name":
            return False
        if p.deps[name.head] not in ("nsubj", "nsubjpass", "dobj") or p.deps[first.head] not in ("nsubj", "nsubjpass", "dobj"):
            return False
        before = [
            e for m, e in self._told if m.head < name.head and m.head != first.head and (_count(p, m) == 1 or p.lower[m.first] == "another")
        ]
        if any(_can_be(p, e, e.mentions[0], person) for e in before if e.mentions and e.kind == "person"):
            return False
        earlier = {b.number for t, b in self._bearers.items() if t < name.head and b is not person}
        behind = p.lower[name.end : name.end + 3]
        aged = behind[:1] == (",",) and behind[1:2] and behind[1].isdigit() and len(behind[1]) <= _AGE and behind[2:3] in ((",",), ("and",))
        return not earlier and (bool(aged) or "old" in p.lower[name.first : name.name[0]])

    def _between(self, head: int, start: int) -> Sequence[tuple[Mention, Entity]]:
        """The first mentions of others without a name between a token and a sentence, each with its party."""
        return self._told[bisect_right(self._heads, head) : bisect_left(self._heads, start)]


def _count(p: Parsed, mention: Mention) -> int:
    """How many people words tell of for the first time; 0 where they do not say."""
    if p.tags[mention.head] == "NN" and p.lower[mention.first] in ("a", "an"):
        return 1
    return how_many(p, mention.first, mention.end) if p.tags[mention.head] in ("NNS", "CD") else 0


def _can_be(p: Parsed, entity: Entity, first: Mention, person: Entity) -> bool:
    """Whether what a report says of a person agrees with the words for those who are not named."""
    offices = words("office_nouns")
    head = p.lemmas[first.head]
    asked = "female" if head in words("female_nouns") else noun_gender(head)
    known = gender_of(p, person).gender
    if (asked and known and asked != known) or (entity.country and person.country and entity.country != person.country):
        return False
    fits = head in _IN_OFFICE and p.tags[first.head] == "NNS"
    return fits or not person.titles & offices or bool({head, *entity.titles} & offices & person.titles)


def _are_told_so(p: Parsed, told: Sequence[Mention], name: int, back: int) -> bool:
    """Whether the names stand where those without a name did: under a verb of the same kind, or behind one that names them."""
    verb = _verb(p, name)
    if p.deps[name] == "pobj" and p.lower[p.heads[name]] == "as" and p.lemmas[verb] in _NAMING:
        return True
    for one in told:
        other = _verb(p, one.head)
        if p.sentence_of[one.head] >= p.sentence_of[name] or _undergoes(p, one.head) != _undergoes(p, name) or not is_verb(p, other):
            continue
        ours, theirs = types_of(p.lemmas[verb]), types_of(p.lemmas[other])
        alike = p.lemmas[verb] == p.lemmas[other] or bool(ours & theirs) or bool(ours & _HELD and theirs & _HELD)
        if _undergoes(p, name) and alike:
            return True
        speaks = p.tags[one.head] != "NN" and p.lemmas[one.head] in words("office_nouns") and is_saying(p.lemmas[verb])
        if back == 1 and p.deps[name] in _SUBJECTS and p.deps[one.head] in _SUBJECTS and (alike or speaks):
            return True
    return False


def _verb(p: Parsed, token: int) -> int:
    """The verb that a party stands under."""
    head = p.heads[token]
    return p.heads[head] if p.deps[token] == "pobj" else head


def _undergoes(p: Parsed, token: int) -> bool:
    verb = _verb(p, token)
    below = p.deps[token] in ("dobj", "nsubjpass") or (p.deps[token] == "nsubj" and is_verb(p, verb) and is_passive(p, verb))
    return below and child(p, verb, "dobj") in (None, token)
