"""The campaign of somebody who stands for office, a body that speaks: "Ms Lee's campaign demanded", "the Lee camp"."""

from __future__ import annotations

from collections.abc import Callable

from memcon.ontology.cues import cues

from ..grammar.dependents import child, is_verb
from ..grammar.noun_phrases import left_edge
from ..grammar.parsed import Parsed
from .mention import Mention

_NOUNS = frozenset(("campaign", "camp"))
_OWNERS = ("poss", "compound", "nmod")
_OF_DEEDS = ("against", "to", "of", "for", "on", "in")


def campaign(p: Parsed, token: int, at: Callable[[int], Mention | None]) -> Mention | None:
    """The mention of a campaign by whose it is, or by what it says; None for any other noun, and for what somebody wages.

    >>> from memcon.reading.parse.parsing import parser
    >>> p = parser().parse("Ann Lee's campaign demanded an answer, and the air campaign went on.")
    >>> lee = Mention(1, 0, 2, (0, 2), "person", "name")
    >>> found = [campaign(p, t, lambda token: lee if token == 1 else None) for t in range(len(p))]
    >>> [p.phrase(*one.name) for one in found if one is not None]
    ["Ann Lee's campaign"]
    """
    if p.lemmas[token] not in _NOUNS or p.tags[token] != "NN" or p.deps[token] == "compound":
        return None
    if (
        any(p.deps[c] == "prep" and p.lower[c] in _OF_DEEDS for c in p.children[token])
        or child(p, token, "amod", "acl", "relcl") is not None
    ):
        return None
    owners = [c for c in p.children[token] if p.deps[c] in _OWNERS]
    owner = next((found for c in owners if (found := at(c)) is not None and found.kind == "person"), None)
    if owner is None and owners and p.tags[owners[0]] != "PRP$":
        return None
    by_name = owner is not None and owner.form == "name" and (p.deps[owner.head] != "poss" or p.deps[token] != "nsubj")
    if not by_name and not _speaks(p, token):  # "the Lee campaign"; "Lee's campaign destroyed three towns"
        return None
    first = left_edge(p, token)
    name = (first if p.tags[first] not in ("DT", "PRP$") else first + 1, token + 1)
    return Mention(token, first, token + 1, name, "organisation", "noun", None, False, True)


def _speaks(p: Parsed, noun: int) -> bool:
    verb = p.heads[noun]
    return p.deps[noun] == "nsubj" and is_verb(p, verb) and (p.lemmas[verb], "v") in cues()
