"""The two states that a report is about: "both capitals" where nobody has been told side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from ..grammar.parsed import Parsed

if TYPE_CHECKING:
    from .cast import Cast

_PAIR = 2
_CLEARLY = 2  # times as often as any third
_OFTEN = 3
_ENVOYS = frozenset("ambassador consul delegate diplomat envoy representative".split())


def main_two(p: Parsed, cast: Cast, before: int, lead: int = 1, least: int = _PAIR) -> tuple[int, ...]:
    """The numbers of the two states, told of before a token, that the whole text names most often, each more often than any third.

    Persons, bodies and peoples count for their states. Empty where the report is about one state, or about several alike. A mediator's
    report has three ("Chad ... Togo ... a Peruvian envoy flew to both capitals"): the one named least is not meant. Each of the two is
    named `least` times, and `lead` times as often as any third.
    """
    named = Counter(
        m.identity.country for t in range(len(p)) if (m := cast.mention(t)) is not None and m.head == t and m.identity is not None
    )
    del named[None]
    most = [*named.most_common(_PAIR + 1), (None, 0)]
    if len(named) < _PAIR or most[1][1] < least or most[1][1] == most[2][1] or most[1][1] < lead * most[2][1]:
        return ()
    states = {e.country: e.number for e in cast.entities if e.kind == "state" and any(m.head < before for m in e.mentions)}
    found = tuple(states[country] for country, _ in most[:_PAIR] if country in states)
    return found if len(found) == _PAIR else ()


def clearly_two(p: Parsed, cast: Cast, before: int, but: AbstractSet[int]) -> tuple[int, ...]:
    """The two states that a report is about, named twice as often as any third; none if one in `but` is of them."""
    two = main_two(p, cast, before, _CLEARLY, _OFTEN)
    theirs = {cast.entities[n].country for n in but} - {None}  # "Peru's ministry called on both": Peru is none of them
    return two if but.isdisjoint(two) and theirs.isdisjoint(cast.entities[n].country for n in two) else ()


def sends_envoys(p: Parsed, token: int) -> bool:
    """Whether a state is only told as whose envoys some are: "briefed the ambassadors of Chad and Togo"."""
    while p.deps[token] == "conj":
        token = p.heads[token]
    link = p.heads[token]
    envoys = p.heads[link]
    return p.deps[token] == "pobj" and p.lower[link] == "of" and p.lemmas[envoys] in _ENVOYS and not p.deps[envoys].startswith("nsubj")
