"""Places told in one breath: "embassies in Chad and Togo", "explosions in Kano, Nigeria, and Lome, Togo"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..grammar.dependents import SUBJECTS, is_verb
from ..grammar.parsed import Parsed
from ..parties.naming import listed
from .place_phrases import Spot, head_of

_BETWEEN = frozenset((",", "and", "&", "the", "both", "in"))
_WIDE = ("country", "region")


def in_rows(p: Parsed, spots: Sequence[Spot]) -> list[Spot]:
    """The places, in text order; the first of a row has the names of all of it, and its words; the rest of it stays that of the first."""
    found: list[Spot] = []
    for number, spot in enumerate(spots):
        names, last = [spot.place.name], spot
        holder: Spot | None = None
        for other in spots[number + 1 :] if _may_lead(p, spot) else ():
            between = p.lower[last.end : other.first]
            if other.meant is not None or not between or not all(word in _BETWEEN for word in between):
                break
            if _holds(p, last, other) and holder is not last and between == (",",):
                holder = last = other
                continue
            if not _is_beside(p, other) or (holder is not None and _opens_before_verb(p, spot, other)):
                break
            names.append(other.place.name)
            last = other
        several = len(dict.fromkeys(names)) > 1
        found.append(replace(spot, row=(listed(list(dict.fromkeys(names))), last.end)) if several else spot)
    return found


def _may_lead(p: Parsed, spot: Spot) -> bool:
    """Whether a row may begin with a place: behind a preposition, or as what is visited or shelled."""
    if spot.meant is not None or spot.preposition in ("from", "between"):
        return False
    return bool(spot.preposition) or p.deps[head_of(p, spot.first, spot.end)] == "dobj"


def _holds(p: Parsed, inner: Spot, outer: Spot) -> bool:
    """Whether a place only tells where the one before it is: "Kano, Nigeria"."""
    if p.deps[head_of(p, outer.first, outer.end)] in SUBJECTS:  # "In Lima, Peru and Chad signed"
        return False
    return outer.place.kind in _WIDE and inner.place.kind not in ("country",) and inner.place.country == outer.place.country


def _opens_before_verb(p: Parsed, first: Spot, last: Spot) -> bool:
    """Whether a sentence begins with places whose last stands right before a verb: "In Lima, Peru and Chad signed" tells who signed."""
    start, end = p.sentences[p.sentence_of[first.first]]
    return first.first - start <= 1 and last.end < end and p.tags[last.end] in ("VBD", "VBZ", "VBP", "MD")


def _is_beside(p: Parsed, spot: Spot) -> bool:
    """Whether a place is coordinated with the one before it."""
    head = head_of(p, spot.first, spot.end)
    return p.deps[head] == "conj" and (p.tags[p.heads[head]].startswith("N") or is_verb(p, p.heads[head]))
