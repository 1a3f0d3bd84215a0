"""Words for so many of those told with that number before: "three sailors ... the three"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from memcon.ontology.words import words

from ..grammar.parsed import Parsed
from ..grammar.pronouns import how_many
from ..parties.entity import Entity
from ..parties.mention import Mention
from .own_statements import bears_witness, tells

if TYPE_CHECKING:
    from .cast import Cast

_SENTENCES_BACK = 3
_PEOPLE = ("men", "women")
_SHORT = 2  # tokens of words that say no more than a number: "the two", "both"


def captives(p: Parsed, cast: Cast, pronoun: Mention) -> tuple[int, ...]:
    """Of "the two men" who are let go, the captives so counted before: "two Chadian hostages ... the two men were freed"."""
    head = pronoun.head
    count = how_many(p, pronoun.first, pronoun.end) if p.lower[head] in _PEOPLE else 0
    freed = p.deps[head] in ("nsubjpass", "dobj") and p.lemmas[p.heads[head]] in words("let_go_verbs")
    for entity in reversed(cast.entities) if count and freed else ():
        told = [m for m in entity.mentions if m.plural and m.head < pronoun.first and p.lemmas[m.head] in words("those_held")]
        if any(how_many(p, m.first, m.head) == count for m in told):
            return (entity.number,)
    return ()


def counted_again(p: Parsed, entities: Sequence[Entity], pronoun: Mention) -> int | None:
    """The number of the last party told with the number that words say again; who only told what others did did not do it."""
    here = p.sentence_of[pronoun.head]
    people = p.lower[pronoun.head] in _PEOPLE
    bare = pronoun.end - pronoun.first <= _SHORT and not p.tags[pronoun.head].startswith("NNS")  # no "both camps"
    count = how_many(p, pronoun.first, pronoun.end) if bare or people else 0
    for entity in reversed(entities) if count else ():
        before = [m for m in entity.mentions if m.form in ("noun", "name") and m.plural and m.head < pronoun.first]
        before = [m for m in before if not people or p.lower[m.head] == p.lower[pronoun.head]]
        near = [m for m in before if here - p.sentence_of[m.head] < _SENTENCES_BACK]
        if not tells(p, pronoun.head):
            near = [m for m in near if not bears_witness(p, m.head)]
        if any(how_many(p, m.first, m.head) == count for m in near):
            return entity.number
    return None
