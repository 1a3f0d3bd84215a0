"""Journeys told in one breath, each a visit of its own: "flew to Lima and then on to Quito", "to Lima on Monday and to Quito on Friday".

In the annotated windows, passages and reports of our own, test part left out, places that a word such as "then" parts are visits of
their own; those in a row ("will visit Chad and Togo") mostly are one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..acts.acts import Act
from ..grammar.dependents import coordinated, is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import prepositional
from ..setting.place_phrases import TOWARDS, Spot, preposition_token

_THEN = frozenset("then onward onwards there again thence afterwards later subsequently".split())
_ADVERBS = ("RB", "RP", "IN", "RBR", "EX")
_SEVERAL = 2
_DAY = 10  # characters of a day's EDTF


def in_legs(p: Parsed, act: Act) -> list[Act]:
    """The visits that one word tells, in their order; the act alone where it tells one."""
    if act.type != "CONSULT" or act.mode != "visit":
        return [act]
    head = act.trigger.head
    goals = sorted((s for s in act.spots if s.first > head and _is_goal(s)), key=lambda s: s.first)
    starts = [s for n, s in enumerate(goals) if _goes_on(p, act, goals[n - 1].end if n else _first_goal(p, head, s), s)]
    if not starts:
        return [act]
    ends = [*(s.first for s in starts), len(p)]
    return [_leg(p, act, None, ends[0]), *(_leg(p, act, s, end) for s, end in zip(starts, ends[1:], strict=True))]


def in_stops(p: Parsed, act: Act, places: Sequence[Spot]) -> list[Act]:
    """The visits that a noun of several tells, one for each place: "separate visits to Lima, Quito and Cusco"; the act alone elsewhere.

    Of the annotated reports those that tell of somebody's "visits to X and Y" have one event for each.
    """
    noun = next((t for t in act.trigger.tokens if p.tags[t] == "NNS"), None)
    if act.type != "CONSULT" or act.mode != "visit" or noun is None:
        return [act]
    row = dict.fromkeys(t for at in act.trigger.tokens for held in prepositional(p, at, "to") for t in coordinated(p, held))
    stops = [s for t in row for s in places if s.first <= t < s.end]
    if len(stops) < _SEVERAL:
        return [act]
    whom = {f.token for f in act.parties if f.role == "recipient"}
    return [
        replace(
            act,
            spots=(replace(s, how=act.spots[0].how if act.spots else "goal.to", preposition="to", row=None),),
            parties=tuple(f for f in act.parties if f.token not in whom or s.first <= f.token < s.end),
        )
        for s in stops
    ]


def _first_goal(p: Parsed, head: int, spot: Spot) -> int | None:
    """The end of where a journey goes first, if that is no place with a name: "went to the border and then to Lima"."""
    goals = (t for word in TOWARDS for t in prepositional(p, head, word))
    return next((t + 1 for t in sorted(goals) if head < t < spot.first - 1 and p.heads[t] != preposition_token(p, spot)), None)


def _is_goal(spot: Spot) -> bool:
    """Whether a journey goes to a place, and does not only take place there."""
    return spot.how.startswith("goal.") and spot.preposition in (*TOWARDS, "")


def _goes_on(p: Parsed, act: Act, last: int | None, spot: Spot) -> bool:
    """Whether a journey goes on from one place to the next: behind "then" or "on", or with a day of each place's own."""
    if last is None:
        return False
    between = range(last, spot.first)
    if any(is_verb(p, t) for t in between):
        return False
    link = preposition_token(p, spot)
    if (link is not None and link in between and p.lower[link - 1] == "on") or any(
        p.lower[t] in _THEN and p.tags[t] in _ADVERBS for t in between
    ):
        return True
    return spot.preposition in TOWARDS and _is_dated(p, act, between) and _is_dated(p, act, range(spot.end, len(p)))


def _is_dated(p: Parsed, act: Act, tokens: range) -> bool:
    """Whether a day of an act's stands among some words."""
    return any(_inside(p, d.start, tokens) for d in act.dates)


def _inside(p: Parsed, offset: int, tokens: range) -> bool:
    return any(p.span(t, t).start <= offset < p.span(t, t).end for t in tokens)


def _leg(p: Parsed, act: Act, spot: Spot | None, end: int) -> Act:
    """One of several visits, the first or the one to a place: with the days told beside that, and whoever is told of there."""
    first = spot.first if spot is not None else 0
    here = range(first, end)
    wide = tuple(d for d in act.dates if len(d.edtf) != _DAY) if len(act.dates) == 1 else ()
    aim = next((t for t in range(spot.end, end) if is_verb(p, t)), end) if spot is not None else end
    return replace(
        act,
        parties=tuple(
            f for f in act.parties if f.role in ("actor", "companion") or first <= f.token < aim or (spot is None and f.token >= aim)
        ),
        spots=tuple(s for s in act.spots if s.first in here),
        dates=wide or tuple(d for d in act.dates if _inside(p, d.start, here)),
    )
