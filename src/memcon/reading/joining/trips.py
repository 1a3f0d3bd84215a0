"""Trips to a meeting: part of the meeting, or the meeting part of the trip (CODEBOOK 1.1)."""

from __future__ import annotations

from collections.abc import Sequence

from memcon.ontology.words import words

from ..grammar.dependents import is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import support
from .group import Group


def with_trips(p: Parsed, groups: Sequence[Group]) -> list[Group]:
    """The events, with a trip to a meeting as part of it ("headed to Berlin for talks with X"), unless the trip has a fact of its own.

    A meeting that was only the aim of such a trip is part of the trip: "flew to Lima on Friday to see Rey".
    """
    visits = {g.acts[0].trigger.head: g for g in groups if _is_mere_trip(g)}
    gone: set[int] = set()
    for meeting in groups:
        if meeting.type != "CONSULT" or meeting.mode in ("visit", "call", "message") or not meeting.of_role("recipient", "actor"):
            continue
        goals = [visits[goal] for a in meeting.acts if (goal := _goal_of(p, a.trigger.head)) in visits]
        for visit in goals:
            if id(visit) not in gone and visit.of_role("actor") <= meeting.of_role("actor", "recipient"):
                meeting.acts += visit.acts
                gone.add(id(visit))
    hosted = {g.acts[0].trigger.head: g for g in groups if (g.type, g.mode, len(g.acts)) == ("CONSULT", "visit", 1)}
    for talks in groups:
        host = _goal_of(p, talks.acts[0].trigger.head) if (talks.type, talks.mode, len(talks.acts)) == ("CONSULT", "meeting", 1) else None
        guest = hosted.get(-1 if host is None or p.lemmas[host] not in words("hosting_verbs") else host)
        if guest is not None and id(guest) not in gone:  # "offered to host the ministers for talks by May"
            talks.acts += guest.acts
            gone.add(id(guest))
    trips = [g for g in groups if (g.type, g.mode, g.status) == ("CONSULT", "visit", "happened")]
    made = {verb: g for g in trips for a in g.acts if (verb := _going(p, a.trigger.head)) is not None}
    for aim in groups:
        journey = made.get(_goal_of(p, aim.acts[0].trigger.head) or -1) if _is_mere_aim(p, aim) else None
        if journey is not None and id(journey) not in gone and not journey.of_role("recipient") - aim.of_role("recipient"):
            journey.acts += aim.acts
            gone.add(id(aim))
    return [g for g in groups if id(g) not in gone]


def _is_mere_aim(p: Parsed, group: Group) -> bool:
    """Whether a meeting is only what somebody travelled for: "flew to Lima on Friday to see Rey". Whom he saw is whose guest he was."""
    head = group.acts[0].trigger.head
    plain = (group.type, group.mode, group.status, len(group.acts)) == ("CONSULT", "meeting", "planned", 1)
    return plain and is_verb(p, head) and p.lemmas[head] in _SEEING


_SEEING = frozenset("confer consult meet see talk".split())


def _is_mere_trip(group: Group) -> bool:
    """Whether nothing is told of a trip but where it leads: no day, no company, no means."""
    own = group.of_role("companion", "coordinated_with", "requested_by") or any(a.dates for a in group.acts)
    return group.type == "CONSULT" and group.mode == "visit" and len(group.acts) == 1 and not own


def _goal_of(p: Parsed, token: int) -> int | None:
    """The verb that an act is the goal of: "flew for talks", "flew to meet"."""
    if is_verb(p, token):
        return p.heads[token] if p.deps[token] in ("advcl", "xcomp") and p.tags[token] == "VB" else None
    verb, how = support(p, token)
    return verb if how in ("for", "to") else None


def _going(p: Parsed, token: int) -> int | None:
    """The verb that tells of a trip, or that carries a noun for one: "made a stop in Lima to see Rey"."""
    if is_verb(p, token):
        return token
    verb, how = support(p, token)
    return verb if how == "obj" else None
