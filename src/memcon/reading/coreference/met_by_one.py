"""Those whom one person met, told in one clause: "Rey spoke with Fox, then with Poe"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from memcon.ontology.lexicon import lexicon

from ..grammar.dependents import coordinated, is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import prepositional
from ..grammar.verbs_of_acts import types_of

if TYPE_CHECKING:
    from .cast import Cast

_BESIDE = ("with", "to")


def met_by_one(p: Parsed, cast: Cast, heads: Sequence[int]) -> tuple[int, tuple[int, ...]] | None:
    """The number of a person who met or spoke with others, by one verb of a sentence, and theirs; None where nobody did."""
    for one in heads:
        verb = p.heads[one]
        who = _persons(cast, [one])
        if p.deps[one] != "nsubj" or len(who) != 1 or len(coordinated(p, one)) > 1 or not _is_contact(p, verb):
            continue
        links = [verb, *(c for c in p.children[verb] if p.deps[c] in ("dobj", "prep", "advmod"))]
        others = [c for c in p.children[verb] if p.deps[c] == "dobj"]
        others += [t for link in links for word in _BESIDE for t in prepositional(p, link, word)]
        near = [t for first in sorted(set(others)) for t in coordinated(p, first) if t in heads]
        if found := tuple(n for n in _persons(cast, near) if n not in who):
            return who[0], found
    return None


def _persons(cast: Cast, heads: Sequence[int]) -> list[int]:
    numbers = dict.fromkeys(n for t in heads for n in cast.of(t))
    return [n for n in numbers if n >= 0 and cast.entities[n].kind == "person"]


def _is_contact(p: Parsed, verb: int) -> bool:
    """Whether a verb tells a contact, by itself or by its object: "met Fox", "held talks with Fox"."""
    nouns = (p.lemmas[c] for c in p.children[verb] if p.deps[c] == "dobj")
    held = any(e.type == "CONSULT" for noun in nouns for e in lexicon().nouns.get(noun, ()) if e.words == (noun,))
    return is_verb(p, verb) and (held or "CONSULT" in types_of(p.lemmas[verb]))
