"""Whose several offices are, told once: "the chancellor, army chief and envoy of Peru", "Peru's president and prime minister"."""

from __future__ import annotations

from memcon.ontology.words import words

from ..grammar.dependents import child
from ..grammar.parsed import Parsed


def office_of(p: Parsed, token: int) -> tuple[int, int] | None:
    """The token range of the name that an office shares with those it is listed with; None where it has its own, or shares none."""
    if not _is_office(p, token):
        return None
    first = token
    while p.deps[first] == "conj" and _is_office(p, p.heads[first]):
        first = p.heads[first]
    row = [first]
    for at in row:
        row += [c for c in p.children[at] if p.deps[c] == "conj" and _is_office(p, c)]
    last = max(row)
    behind = last + 1 if p.words[last + 1 : last + 2] == ("of",) and p.heads[last + 1] in row else None
    if len(row) < 2 or (token == last and behind is not None) or child(p, token, "poss") is not None:
        return None
    holder = child(p, first, "poss")
    if (holder is None or not p.tags[holder].startswith("NNP")) and behind is not None:
        holder = child(p, behind, "pobj")
    if holder is None or not p.tags[holder].startswith("NNP"):
        return None
    before = [c for c in p.children[holder] if c < holder and p.tags[c].startswith("NNP")]
    return min([holder, *before]), holder + 1


def _is_office(p: Parsed, token: int) -> bool:
    return p.tags[token] == "NN" and p.lemmas[token] in words("office_nouns")
