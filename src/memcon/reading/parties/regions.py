"""Parts of states that act: "the breakaway region of Salta appealed to Chad"."""

from __future__ import annotations

from collections.abc import Callable

from memcon.ontology.words import words

from ..grammar.dependents import child
from ..grammar.noun_phrases import left_edge
from ..grammar.parsed import Parsed
from .mention import Mention


def part_of_state(p: Parsed, token: int, at: Callable[[int], Mention | None]) -> Mention | None:
    """A place that its noun only introduces, where it acts: "the breakaway region of Abkhazia appealed to Moscow"."""
    of = child(p, token, "prep") if p.lemmas[token] in words("regions") and p.deps[token] in ("nsubj", "nsubjpass", "dobj") else None
    named = child(p, of, "pobj") if of is not None and p.lower[of] == "of" else None
    place = at(named) if named is not None else None
    if place is None or place.form != "name" or place.kind not in ("state", "place", "group", "organisation"):
        return None
    return Mention(token, left_edge(p, token), place.end, place.name, "group", "name", place.identity, False, True)
