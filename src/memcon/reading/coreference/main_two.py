"""The two states that a report is about: "both capitals" where nobody has been told side by side."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ..grammar.parsed import Parsed

if TYPE_CHECKING:
    from .cast import Cast

_PAIR = 2


def main_two(p: Parsed, cast: Cast, before: int) -> tuple[int, ...]:
    """The numbers of the two states, told of before a token, that the whole text names most often, each more often than any third.

    Persons, bodies and peoples count for their states. Empty where the report is about one state, or about several alike. A mediator's
    report has three ("Chad ... Togo ... a Peruvian envoy flew to both capitals"): the one named least is not meant.
    """
    named = Counter(
        m.identity.country for t in range(len(p)) if (m := cast.mention(t)) is not None and m.head == t and m.identity is not None
    )
    del named[None]
    most = [*named.most_common(_PAIR + 1), (None, 0)]
    if len(named) < _PAIR or most[1][1] < _PAIR or most[1][1] == most[2][1]:
        return ()
    states = {e.country: e.number for e in cast.entities if e.kind == "state" and any(m.head < before for m in e.mentions)}
    found = tuple(states[country] for country, _ in most[:_PAIR] if country in states)
    return found if len(found) == _PAIR else ()
