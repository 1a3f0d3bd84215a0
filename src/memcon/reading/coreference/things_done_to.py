"""Pronouns of what is done to somebody or something: "boarded a yacht and took it to Lima", "some of them were killed"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.ontology.codebook import codebook

from ..grammar.dependents import child
from ..grammar.parsed import Parsed
from ..grammar.verbs_of_acts import types_of

if TYPE_CHECKING:
    from .cast import Cast

_SUBJECT = ("nsubj", "nsubjpass")
_WHEN = frozenset(("as", "when", "where", "while", "after", "before", "because", "since"))
_TAKING = frozenset("apprehend arrest charge detain handcuff imprison jail".split())


def thing_before(p: Parsed, cast: Cast, pronoun: int) -> int | None:
    """The object of the verb beside that of an object pronoun, where it is a thing, be it a party or none; None elsewhere."""
    verb = p.heads[pronoun]
    if p.deps[pronoun] != "dobj" or p.deps[verb] != "conj" or child(p, verb, *_SUBJECT) is not None:
        return None
    thing = child(p, p.heads[verb], "dobj")
    speaks = any((types_of(p.lemmas[v]) & codebook().speech) or p.lemmas[v] == "call" for v in (verb, p.heads[verb]))
    if thing is None or p.tags[thing] != "NN" or speaks:
        return None
    whose = any(p.deps[c] in ("poss", "amod", "compound") and cast.of(c) for c in p.children[thing])  # "Chad's offer"
    return None if whose and not cast.of(thing) else thing


def undergo(p: Parsed, pronoun: int) -> bool:
    """Whether some of them are those to whom something is done: "two of them were killed"."""
    some = p.heads[p.heads[pronoun]]
    return p.deps[pronoun] == "pobj" and p.lower[p.heads[pronoun]] == "of" and p.deps[some] == "nsubjpass"


def takes_itself(p: Parsed, pronoun: int, mention: int) -> bool:
    """Whether a pronoun is for those who are arrested, and the mention for the police: "police said ... They were arrested"."""
    taken = p.deps[pronoun] in ("dobj", "nsubjpass") and p.lemmas[p.heads[pronoun]] in _TAKING
    return taken and p.lemmas[mention].lower() == "police"


def befell(p: Parsed, cast: Cast, pronoun: int, mention: int) -> bool:
    """Whether a body did something to somebody in whose clause a pronoun stands below: "the army arrested Rey as he left"."""
    verb = p.heads[mention]
    if p.deps[mention] != "dobj" or p.deps[pronoun] not in _SUBJECT or p.heads[pronoun] == verb or verb not in p.ancestors(pronoun):
        return False
    if not _WHEN & set(p.lower[mention:pronoun]):
        return False
    doers = [cast.mention(c) for c in p.children[verb] if p.deps[c] in _SUBJECT]
    return bool(doers) and all(one is not None and one.kind not in ("", "person") for one in doers)
