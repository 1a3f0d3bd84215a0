"""A mention and an event compared: whether their days, statuses and parties can be the same."""

from __future__ import annotations

from memcon import times

from ..acts.acts import Act
from ..coreference.cast import Cast
from ..grammar.dependents import is_verb
from ..grammar.parsed import Parsed
from ..roles.filled import HEARD
from ..setting.dating import DAY, specificity
from .group import Group

SENTENCES_APART = 12
"""So many sentences may lie between two mentions of one event."""


def like(x: int, y: int, cast: Cast) -> bool:
    """Whether two entities can be one, a name and its description, or a state and one who acts for it."""
    one, other = cast.entities[x], cast.entities[y]
    if x == y or cover({x}, {y}, cast):
        return True
    lands = one.country is None or other.country is None or one.country == other.country
    bodies = ("group", "armed_group", "organisation")
    return lands and not (one.named and other.named) and (one.kind == other.kind or (one.kind in bodies and other.kind in bodies))


def statuses_contradict(act: Act, group: Group) -> bool:
    """Whether both are told firmly, the one as done and the other as still to come, or the one as not to be and the other as to be."""
    if not act.status.firm or not any(a.status.firm for a in group.acts):
        return False
    mine, theirs = act.status.value, group.status
    if mine == theirs:
        return False
    settled = {"happened", "ongoing"}
    if {mine, theirs} == {"denied", "planned"} and not act.definite:
        return True  # "we will not invade Chad ... our men will be conducting raids"
    return not ({mine, theirs} <= settled or {mine, theirs} <= {"planned", "offered", "possible"}) and "denied" not in (mine, theirs)


def days_contradict(act: Act, group: Group) -> bool:
    """Whether the days of both are known and are not the same, or their months or years are apart."""
    theirs = [d.edtf.split("T")[0] for a in group.acts for d in a.dates]
    theirs = [d for d in theirs if specificity(d) >= DAY] or theirs  # "the third this year" is of a day, if another mention tells it
    mine = [d.edtf.split("T")[0] for d in act.dates]
    return bool(theirs and mine) and all(_apart(a, b) for a in theirs for b in mine)


def named_by_its_day(p: Parsed, act: Act, group: Group) -> bool:
    """Whether a noun is of an event by its day and its word, its parties only guessed: "held a meeting on Monday ... Monday's meeting"."""
    head = act.trigger.head
    if is_verb(p, head) or not act.definite or any(f.slot != HEARD for f in act.parties):
        return False
    mine, theirs = ({d.edtf.split("T")[0] for a in some for d in a.dates if specificity(d.edtf) >= DAY} for some in ([act], group.acts))
    return bool(mine & theirs) and any(p.lemmas[a.trigger.head] == p.lemmas[head] for a in group.acts)


def places_contradict(act: Act, group: Group) -> bool:
    """Whether the places of both are known and lie in different countries."""
    mine, theirs = ({s.place.country for a in some for s in a.spots} for some in ([act], group.acts))
    return bool(mine and theirs) and None not in mine | theirs and not mine & theirs


def _apart(a: str, b: str) -> bool:
    if min(specificity(a), specificity(b)) >= 3:
        return not (a.startswith(b) or b.startswith(a))
    return not times.interval(a).overlaps(times.interval(b))


def cover(a: set[int], b: set[int], cast: Cast) -> bool:
    """Whether the smaller side's parties are each the state, or of the state, of one on the other side."""
    small, large = sorted((a, b), key=len)

    def akin(x: int, y: int) -> bool:
        one, other = cast.entities[x], cast.entities[y]
        same_land = one.country is not None and one.country == other.country
        return x == y or (same_land and "state" in (one.kind, other.kind))

    return bool(small) and all(any(akin(x, y) for y in large) for x in small)
