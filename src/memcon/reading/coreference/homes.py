"""The state of a party that only a common noun names: "the army", "his ministers", "officers of Russia's military intelligence"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from memcon.ontology.words import words

from ..grammar.noun_phrases import is_only_of_make, of_several
from ..grammar.parsed import Parsed
from ..grammar.relative_clauses import owner_of
from ..parties.entity import Entity
from ..parties.mention import Mention
from .cast import Cast

# Sectors of bodies that belong to a state; aid workers, companies, the press and refugees may be anyone's.
_OF_A_STATE = frozenset("GOV MIL COP LEG JUD SPY OPP REB PTY".split())
_BEFORE = 2
_SHARE = 0.6
_BELONGS = frozenset("of from in".split())


def home(p: Parsed, cast: Cast, entity: Entity, sector: str | None) -> str | None:
    """ISO 3166-1 alpha-3 of the state that a party without name and nationality belongs to; None where the report leaves it open.

    First by whose it is ("his ministers", "the police in Lima"), then by the state that the sentence and the two before speak of, if these
    speak of one mostly.
    """
    nouns = [m for m in entity.mentions if m.form == "noun"]
    if any(of_several(p, m.head) for m in nouns):
        return None
    for mention in nouns:
        for token in _owners(p, mention):
            found = next((c for n in cast.of(token) if n != entity.number and (c := cast.entities[n].country)), None)
            if found:
                return found
    if sector not in _OF_A_STATE or not nouns or _of_many(p, nouns[0]):
        return None
    spoken: Counter[str] = Counter()
    for mention in nouns[:1]:
        here = p.sentence_of[mention.head]
        for other in cast.entities:
            if other.number == entity.number or other.country is None:
                continue
            for m in other.mentions:
                back = here - p.sentence_of[m.head]
                if m.form != "pronoun" and 0 <= back <= _BEFORE and not is_only_of_make(p, m.head):
                    spoken[other.country] += 2 if back == 0 else 1
    if not spoken:
        return None
    country, weight = spoken.most_common(1)[0]
    return country if weight >= _SHARE * spoken.total() else None


def _of_many(p: Parsed, mention: Mention) -> bool:
    """Whether the words are of several states or of others: "foreign officials", "Arab leaders", "all governments", "critics"."""
    inside = range(mention.first, mention.end)
    if any(p.lower[t] in words("elsewhere_words") or (p.tags[t] == "JJ" and p.words[t][:1].isupper()) for t in inside if t != mention.head):
        return True
    return mention.plural and p.lemmas[mention.head] in words("one_a_state")


def _owners(p: Parsed, mention: Mention) -> Iterator[int]:
    """The tokens that say whose a noun is."""
    if (whose := owner_of(p, mention.head)) is not None:
        yield whose
    for c in p.children[mention.head]:
        if p.deps[c] == "poss":
            yield c
        elif p.deps[c] == "prep" and p.lower[c] in _BELONGS:
            for held in p.children[c]:
                if p.deps[held] == "pobj":
                    yield held
                    yield from (g for g in p.children[held] if p.deps[g] in ("poss", "amod", "compound"))
