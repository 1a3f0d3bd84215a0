"""Two states or bodies that a report tells of side by side: "the Chadian and Togolese ministers ... both capitals"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from ..grammar.dependents import coordinated
from ..grammar.parsed import Parsed
from ..grammar.verbs_of_acts import mediating_verbs

if TYPE_CHECKING:
    from .cast import Cast

_PAIR = 2


def told_side_by_side(p: Parsed, cast: Cast, heads: Sequence[int], but: Collection[int], *, states: bool) -> tuple[int, ...]:
    """The two parties that are coordinated most often at some heads, of those that are as often the last ones; empty where none are.

    They are two states, or two bodies unless `states` alone are asked for; who mediates is none of them, nor are those in `but`.
    """
    told: Counter[tuple[int, ...]] = Counter()
    for t in heads:
        row = [o for o in coordinated(p, t) if o in heads] if p.deps[t] != "conj" else []
        found = tuple(sorted({n for o in row for n in cast.of(o)}))
        kinds = {cast.entities[n].kind for n in found}
        sides = kinds == {"state"} or (not states and not kinds & {"person", "group"})
        if len(row) == len(found) == _PAIR and sides and not set(found) & set(but) and not _mediate(p, t):
            told[found] = told.pop(found, 0) + 1  # what is told last stands last
    most = max(told.values(), default=0)
    return next((pair for pair in reversed(told) if told[pair] == most), ())


def last_pair(p: Parsed, cast: Cast, heads: Sequence[int]) -> tuple[int, ...]:
    """The last two that stand side by side at some heads of a sentence where three or more do: "Peru, Mali and Chad objected; Cuba and
    Togo agreed"; empty where no more than two do."""
    rows = [[o for o in coordinated(p, t) if o in heads] for t in heads if p.deps[t] != "conj"]
    pairs = [tuple(dict.fromkeys(n for o in row for n in cast.of(o))) for row in rows if len(row) == _PAIR]
    pairs = [pair for pair in pairs if len(pair) == _PAIR]
    return pairs[-1] if pairs and any(len(row) > _PAIR for row in rows) else ()


def _mediate(p: Parsed, token: int) -> bool:
    """Whether a party is the subject of a verb for mediation: "Chad and Togo, which brokered the truce"."""
    verbs = [p.heads[token], *(c for c in p.children[token] if p.deps[c] in ("relcl", "acl"))]
    return p.deps[token] in ("nsubj", "pobj", "appos") and any(p.lemmas[v] in mediating_verbs() for v in verbs)


def pair_between(p: Parsed, cast: Cast, heads: Sequence[int]) -> tuple[int, ...]:
    """The numbers of the last two between whom a sentence tells of something.

    >>> from memcon.reading.pipeline import Report, read
    >>> text = "Peru and Chile mediate between Chad and Togo. The two sides agreed to a truce."
    >>> [p.name for e in read(Report("r", text, published="2022-03-05")).events if e.type != "CONSULT" for p in e.participants]
    ['Chad', 'Togo']
    """
    for t in reversed(heads):
        if p.deps[t] == "pobj" and p.lower[p.heads[t]] == "between":
            found = tuple(dict.fromkeys(n for c in coordinated(p, t) if c in heads for n in cast.of(c)))
            if len(found) == _PAIR:
                return found
    return ()


def joined_by_and(p: Parsed, cast: Cast, heads: list[int], want: str = "") -> tuple[int, ...]:
    """The first parties in a row among mentions, of the kind that is asked for: "Rey and Fox"."""
    for t in heads:
        group = [c for c in coordinated(p, t) if c in heads]
        if len(group) > 1:
            numbers = dict.fromkeys(n for g in group for n in cast.of(g) if not want or cast.entities[n].kind == want)
            if len(numbers) > 1:
                return tuple(numbers)
    return ()
