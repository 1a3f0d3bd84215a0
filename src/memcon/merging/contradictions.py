"""What keeps two mentions apart, whatever speaks for them: another type, medium, position, day, place, other principals (codebook 4)."""

from __future__ import annotations

import math

from memcon.times import Interval

from .acts import PHYSICAL, SPEECH, neighbours, same_medium
from .alike import BEHIND, Who, alike, others, paired
from .hours import one_by_the_hour
from .told import Told

_AHEAD = ("planned", "offered")
_PAST = ("happened", "ongoing")
_APART_KM = 30.0
_MANY = 3


def contradiction(a: Told, b: Told) -> str | None:
    """What bars two mentions from being one event, in words; None where nothing does.

    >>> contradiction(Told("1", "r", "VOTE", position="for"), Told("2", "s", "VOTE", position="against"))
    'another position: for, against'
    """
    if b.type not in neighbours(a.type):
        return f"another type: {a.type}, {b.type}"
    if same_medium(a.type, a.mode, b.mode) is False and a.type == b.type:
        return f"another medium: {a.mode}, {b.mode}" if a.type == "CONSULT" else f"another kind of act: {a.mode}, {b.mode}"
    if a.position and b.position and a.position != b.position:
        return f"another position: {a.position}, {b.position}"
    return _other_time(a, b) or _other_place(a, b) or _other_principals(a, b) or _told_apart(a, b) or _no_act_in_common(a, b)


def _other_time(a: Told, b: Told) -> str | None:
    ours, theirs = accounts(a), accounts(b)
    if over := _over_before(a, b) or _over_before(b, a):
        return over
    if a.type in PHYSICAL and any(not accounts(one) and one.published is None for one in (a, b)) and a.copy_of is b.copy_of is None:
        return "nothing tells when one of them was"
    if ours and theirs:
        if not any(x.overlaps(y) for x in ours for y in theirs):
            if one_by_the_hour(a, b):
                return None
            return f"another time: {a.edtf or _first(ours)}, {b.edtf or _first(theirs)}"
        return _promised_anew(a, b) or _promised_anew(b, a)
    if {a.type, b.type} == {"AGREE", "CONSULT"}:  # agreed on that day, to be held on another
        return None
    for early, late in ((a, b), (b, a)):  # what was still to come when one report appeared is not what had been before
        if early.status in _AHEAD and not accounts(early) and late.status in _PAST and early.published is not None:
            known = accounts(late)
            last = known[0].last if known else late.published
            if last is not None and last <= early.published:
                return f"still to come on {early.published}, over by {last}"
        if early.status in _AHEAD and late.status in _PAST and late.published is not None:
            firsts = [i.first for i in accounts(early)]
            if firsts and all(first is not None and first > late.published for first in firsts):
                return f"still to come on {late.published}, when the other was over"
        if early.status in _PAST and early.published is not None and not accounts(early):
            firsts = [i.first for i in accounts(late)]
            if firsts and all(first is not None and first > early.published for first in firsts):
                return f"over by {early.published}, the other from {min(f for f in firsts if f)}"
    return None


def _over_before(ahead: Told, past: Told) -> str | None:
    """What is to be done by a day, or in some week, is not what was done before it was promised."""
    due = accounts(ahead)
    if ahead.status not in _AHEAD or past.status not in _PAST or ahead.published is None or any(one.days == 1 for one in due) or not due:
        return None
    lasts = [one.last for one in accounts(past)] or [past.published]
    if not all(last is not None and last < ahead.published for last in lasts):
        return None
    return f"still to come on {ahead.published}, over by {max(last for last in lasts if last)}"


def _promised_anew(early: Told, late: Told) -> str | None:
    """What was to be done by a day, and after that day is to be done by a later one, was promised twice."""
    if early.status not in _AHEAD or late.status not in _AHEAD or late.published is None:
        return None
    due, new = ([one.last for one in accounts(told)] for told in (early, late))
    if not all(due) or not all(new):
        return None
    last, next_one = max(day for day in due if day), max(day for day in new if day)
    return f"due by {last}, still to come on {late.published}" if last < late.published <= next_one else None


def accounts(told: Told) -> tuple[Interval, ...]:
    """The times that a mention gives for its event."""
    return (told.when, *told.also) if told.when is not None else told.also


def _first(accounts: tuple[Interval, ...]) -> str:
    return str(accounts[0].first or accounts[0].last)


def _other_place(a: Told, b: Told) -> str | None:
    at_a_place = a.type in PHYSICAL or (a.type == "CONSULT" and "call" not in (a.mode, b.mode) and "message" not in (a.mode, b.mode))
    if not at_a_place:
        return None
    if a.country and b.country and a.country != b.country:
        return f"another country: {a.country}, {b.country}"
    if a.place and b.place and a.place != b.place and "visit" not in (a.mode, b.mode) and not close(a, b):
        return f"another place: {a.place}, {b.place}"
    if same_medium(a.type, a.mode, b.mode) is None and not _shared_place(a, b):
        return "a visit and a meeting at no common place"
    return None


def _shared_place(a: Told, b: Told) -> bool:
    return bool(a.place and a.place == b.place) or bool(a.country and a.country == b.country and not (a.place and b.place))


def close(a: Told, b: Told) -> bool:
    """Within a city's reach, by the haversine formula."""
    if a.point is None or b.point is None:
        return False
    (lat, lon), (lat_b, lon_b) = ([math.radians(x) for x in p] for p in (a.point, b.point))
    h = math.sin((lat_b - lat) / 2) ** 2 + math.cos(lat) * math.cos(lat_b) * math.sin((lon_b - lon) / 2) ** 2
    return 2 * 6371 * math.asin(math.sqrt(min(h, 1.0))) <= _APART_KM


def sides(told: Told) -> tuple[tuple[Who, ...], tuple[Who, ...]]:
    """The actors and the recipients."""
    return tuple(p for p in told.parties if p.role == "actor"), tuple(p for p in told.parties if p.role == "recipient")


def undirected(a: Told, b: Told) -> bool:
    """Whether it is nothing to the act who is called its actor and who its recipient."""
    return "CONSULT" in (a.type, b.type) or "COOPERATE" in (a.type, b.type) or a.type == b.type == "AGREE"


def _other_principals(a: Told, b: Told) -> str | None:
    if undirected(a, b):
        _, ours, theirs = paired(a.principals, b.principals)
        many = min(len(a.principals), len(b.principals)) >= _MANY or "multilateral" in (a.mode, b.mode)
        if others(a.principals, b.principals) or (not many and others(ours, theirs)):
            return f"other principals: {_named(ours)}, {_named(theirs)}"
        if a.mode == b.mode == "visit" and _turned(a, b):
            return "the other way round"
        return None
    (actors, recipients), (actors_b, recipients_b) = sides(a), sides(b)
    if _turned(a, b):
        return "the other way round"
    if others(actors, actors_b):
        return f"another actor: {_named(actors)}, {_named(actors_b)}"
    if others(recipients, recipients_b):
        return f"another recipient: {_named(recipients)}, {_named(recipients_b)}"
    return None


def _turned(a: Told, b: Told) -> bool:
    (actors, recipients), (actors_b, recipients_b) = sides(a), sides(b)
    return (
        others(actors, actors_b)
        and others(recipients, recipients_b)
        and any(alike(x, y) >= BEHIND for x in actors for y in recipients_b)
        and any(alike(x, y) >= BEHIND for x in recipients for y in actors_b)
    )


def _named(parties: tuple[Who, ...] | list[Who]) -> str:
    return " and ".join(p.name for p in parties)


def _told_apart(a: Told, b: Told) -> str | None:
    """The reader has joined what one report tells of one event: two of its events are two, unless nothing at all tells them apart."""
    if a.report != b.report:
        return None
    same = (a.type, a.mode, a.edtf, a.place, a.words) == (b.type, b.mode, b.edtf, b.place, b.words)
    if same and a.edtf and a.words and {(p.role, p.key) for p in a.principals} == {(p.role, p.key) for p in b.principals}:
        return None
    return "one report tells of them as two"


def _no_act_in_common(a: Told, b: Told) -> str | None:
    """Neighbouring types need more: a line and the demand in it the same words, an agreement to meet the word for meeting."""
    if a.type == b.type:
        return None
    agreed = {a.type, b.type} == {"AGREE", "CONSULT"}
    if agreed and not any(t.type == "CONSULT" and t.status in _AHEAD for t in (a, b)):
        return "an agreement and a contact that was not agreed on there"
    if not a.words & b.words:
        return f"another type and no word in common: {a.type}, {b.type}"
    if a.type in SPEECH and b.type in SPEECH:
        known = a.when is not None and b.when is not None
        near = a.published is not None and b.published is not None and abs((a.published - b.published).days) <= 1
        if not (known or near):
            return f"another type and no common day: {a.type}, {b.type}"
    return None
