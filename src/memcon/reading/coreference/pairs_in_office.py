"""The two who bear an office of which a report speaks again: "the two presidents", "both foreign ministers", "the two leaders"."""

from __future__ import annotations

from collections.abc import Container, Sequence

from memcon.ontology.words import words

from ..grammar.parsed import Parsed
from ..grammar.pronouns import IN_OFFICE, how_many
from ..grammar.syntax import prepositional
from ..parties.entity import Entity
from ..parties.mention import Mention
from .office_synonyms import bears, is_another_word

_NEAR = 3  # sentences
OF_OFFICE = IN_OFFICE | frozenset("head speaker diplomat premier chancellor monarch".split())  # words that mean two by their office alone
_COUNTING = frozenset(("the", "two", "both"))
_PAIR = 2


def two_in_office(p: Parsed, entities: Sequence[Entity], pronoun: Mention, but: Container[int]) -> tuple[int, ...]:
    """The numbers of the two persons told of before who bear the office of some words: the only two of late, or of all.

    A counterpart bears the office of the other. Empty where the words tell no office, or fewer or more are found; `but` are those who do
    something to whom the words mean.
    """
    head = p.lemmas[pronoun.head].lower()
    head = head.removesuffix("s") if p.tags[pronoun.head] == "NNPS" else head  # "the two Presidents"
    bare = head in ("head", "president", "diplomat") or p.tags[pronoun.head] == "NNPS"  # "the heads of state", "the diplomats"
    counts = (_PAIR, 0) if bare else (_PAIR,)
    if how_many(p, pronoun.first, pronoun.end) not in counts or p.tags[pronoun.head] not in ("NNS", "NNPS"):
        return ()
    inner = [p.lower[t] for t in range(pronoun.first, pronoun.head) if p.lower[t] not in _COUNTING]
    of = [p.lower[t] for t in prepositional(p, pronoun.head, "of")]
    told = " ".join([*inner, head, *(("of", of[0]) if of else ())])
    if head not in words("office_nouns") and not is_another_word(told):
        return ()
    here = p.sentence_of[pronoun.head]
    found: dict[int, int] = {}
    named: set[int] = set()
    for entity in entities:
        before = [m.head for m in entity.mentions if m.head < pronoun.first and not m.filed and not m.plural]
        if entity.kind != "person" or entity.number in but or not before:
            continue
        held = bears(entity.titles, (*inner, head), told) and not ("prime" in entity.titles and head == "minister" and "prime" not in inner)
        if held or (entity.named and "counterpart" in entity.titles and here - p.sentence_of[max(before)] <= _NEAR):
            found[entity.number] = p.sentence_of[max(before)]
            named |= {entity.number} if entity.named else set()
    near = tuple(number for number, last in found.items() if here - last <= _NEAR)
    if len(near) > _PAIR and len(named & set(near)) == _PAIR:  # a third whom the report does not name is another's
        return tuple(number for number in near if number in named)
    chosen = near if len(near) >= _PAIR else tuple(found)
    return chosen if len(chosen) == _PAIR else ()
