"""Clauses with "that" in a row behind one cue."""

from __future__ import annotations

from ..grammar.dependents import child
from ..grammar.parsed import Parsed


def cue_of_a_row(p: Parsed, verb: int) -> int | None:
    """The verb that a further clause with "that" depends on, where the parser hung it on a clause within the first: "said that ten had
    been killed when it fell, and that Peru would pay"."""
    mark = child(p, verb, "mark")
    if p.deps[verb] not in ("conj", "advcl") or mark is None or p.lower[mark] != "that" or p.lower[mark - 1] not in (",", "and", "but"):
        return None
    return next((p.heads[a] for a in p.ancestors(verb) if p.deps[a] == "ccomp"), None)
