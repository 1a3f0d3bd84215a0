"""Lands that act: parts of states ("the region of Salta appealed to Chad"), islands for the states on them ("the island accused Chad")."""

from __future__ import annotations

from collections.abc import Callable

from memcon.ontology.words import words

from ..grammar.dependents import child
from ..grammar.noun_phrases import left_edge
from ..grammar.parsed import Parsed
from ..grammar.verbs_of_acts import types_of
from .mention import Mention


def part_of_state(p: Parsed, token: int, at: Callable[[int], Mention | None]) -> Mention | None:
    """A place that its noun only introduces, where it acts: "the breakaway region of Abkhazia appealed to Moscow"."""
    of = child(p, token, "prep") if p.lemmas[token] in words("regions") and p.deps[token] in ("nsubj", "nsubjpass", "dobj") else None
    named = child(p, of, "pobj") if of is not None and p.lower[of] == "of" else None
    place = at(named) if named is not None else None
    if place is None or place.form != "name" or place.kind not in ("state", "place", "group", "organisation"):
        return None
    return Mention(token, left_edge(p, token), place.end, place.name, "group", "name", place.identity, False, True)


def island(p: Parsed, token: int, left: int) -> Mention | None:
    """The mention of an island without a name, told before, that does what parties do; None for one where something is.

    >>> from memcon.reading.parse.parsing import parser
    >>> island(parser().parse("The island accused China."), 1, 0).kind
    'group'
    >>> island(parser().parse("The island lies off China."), 1, 0)
    """
    bare = p.lemmas[token] == "island" and p.tags[token] == "NN" and left == token - 1 and p.lower[left] == "the"
    if not bare or p.deps[token] != "nsubj" or not types_of(p.lemmas[p.heads[token]]):
        return None
    return Mention(token, left, token + 1, (left, token + 1), "group", "noun", None, False, True)
