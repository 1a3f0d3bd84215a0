"""Relatives told by whose they are: "his son" is whose father the report names, "her husband" the one whom it has named so before."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from ..grammar.parsed import Parsed
from ..grammar.syntax import prepositional
from ..parties.entity import Entity
from ..parties.mention import Mention
from .genders import gender_of, noun_gender

_PARENTS, _CHILDREN = ("father", "mother", "parent"), ("son", "daughter", "child")
_SIBLINGS, _SPOUSES = ("brother", "sister", "sibling"), ("husband", "wife", "spouse")
_ELDERS, _YOUNGER = ("uncle", "aunt"), ("nephew", "niece")
_OTHERS: dict[str, tuple[str, ...]] = {}
_OTHERS |= dict.fromkeys(_PARENTS, _CHILDREN) | dict.fromkeys(_CHILDREN, _PARENTS) | dict.fromkeys(_SIBLINGS, _SIBLINGS)
_OTHERS |= dict.fromkeys(_SPOUSES, _SPOUSES) | dict.fromkeys(_ELDERS, _YOUNGER) | dict.fromkeys(_YOUNGER, _ELDERS)
_UNIQUE = frozenset((*_PARENTS, *_SPOUSES))


def relatives(p: Parsed, entities: Sequence[Entity], of: Callable[[int], tuple[int, ...]]) -> Iterator[tuple[Entity, Entity]]:
    """The relatives without a name, each with the person of the report who it is; `of` gives the parties at a token.

    >>> from memcon.reading.pipeline import Report, read
    >>> record = read(Report("r", "Ivan Rey left. His father, Pedro Rey, said that Chad had arrested his son.", published="2022-03-05"))
    >>> [p.name for e in record.events for p in e.participants if p.role == "recipient"]
    ['Ivan Rey']
    """
    named: dict[tuple[int, str], int] = {}
    told: list[tuple[Entity, Mention, int]] = []
    for entity in entities:
        for mention in entity.mentions if entity.kind == "person" else ():
            whose = _whose(p, mention, of)
            if whose is None or whose == entity.number:
                continue
            if entity.named:
                named.setdefault((whose, p.lemmas[mention.head]), entity.number)
            elif mention is entity.mentions[0]:
                told.append((entity, mention, whose))
    for entity, mention, whose in told:
        found = _meant(p, entities, named, mention, whose)
        if found is not None and found is not entity:
            yield entity, found


def _whose(p: Parsed, mention: Mention, of: Callable[[int], tuple[int, ...]]) -> int | None:
    """The one person whose relative a noun for one tells, by a possessive or "of"."""
    if mention.form != "noun" or p.lemmas[mention.head] not in _OTHERS or p.tags[mention.head] != "NN":
        return None
    held = [c for c in p.children[mention.head] if p.deps[c] == "poss"] or prepositional(p, mention.head, "of")
    owners = {n for t in held for n in of(t)}
    return next(iter(owners)) if len(owners) == 1 and len(held) == 1 else None


def _meant(p: Parsed, entities: Sequence[Entity], named: dict[tuple[int, str], int], mention: Mention, whose: int) -> Entity | None:
    kin = p.lemmas[mention.head]
    if kin in _UNIQUE and (known := named.get((whose, kin))) is not None:
        return entities[known]
    for (other, theirs), relative in named.items():
        if kin not in _OTHERS[theirs] or not _agrees(p, entities[other], kin):
            continue
        if relative == whose:
            return entities[other]  # "Pedro Rey ... his son": he of whom "his father, Pedro Rey" was told
        if other == whose and any(_leads_to(p, m, mention) for m in entities[relative].mentions):
            return entities[other]  # "his father, Pedro Rey, met his son": the pronoun is the father's
    return None


def _agrees(p: Parsed, person: Entity, kin: str) -> bool:
    """Whether somebody named can be a son, or a daughter."""
    own, asked = person.gender or gender_of(p, person).gender, noun_gender(kin)
    return person.named and (not own or not asked or own == asked)


def _leads_to(p: Parsed, one: Mention, mention: Mention) -> bool:
    """Whether somebody is spoken of before a mention in its sentence."""
    return one.head < mention.first and p.sentence_of[one.head] == p.sentence_of[mention.head]
