"""When and where an act was, in what the encoder says of it: asked where the rules have nothing."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice
from typing import TypeVar

from memcon import times
from memcon.coder import Piece
from memcon.times import Timex

from .acts import Act
from .dating import Dated
from .group import Group
from .noun_phrases import commemorated
from .parsed import Parsed
from .place_phrases import AT, Spot
from .sentences import is_dateline
from .topics import is_of_a_topic

BY = "model:around"
WHEN, WHERE = 0.8, 0.75
"""How sure of words beside an act the encoder gives its day and its place."""
FAR = 0.85  # how sure of the day of what others did, in another sentence
_THERE = AT | {""}
_REASONS = frozenset(("over", "for", "about"))
T = TypeVar("T")


def with_heard_setting(p: Parsed, groups: Sequence[Group], found: Sequence[Timex], spots: Sequence[Spot]) -> list[Group]:
    """The events; those without a day or a place have the one of which the encoder is surest, if there is one."""
    dated, placed = defaultdict[int, list[Act]](list), defaultdict[int, list[Act]](list)
    for act in (a for g in groups for a in g.acts):
        for day in act.dates:
            dated[day.start].append(act)
        for spot in act.spots:
            placed[spot.first].append(act)
    begun, first = [t.start for t in found], [p.starts[s.first] for s in spots]
    for group in groups:
        if all(commemorated(p, a.trigger.head) for a in group.acts):  # the day and place are those of the remembrance
            continue
        if not any(a.dates for a in group.acts):
            days = ((n, d) for n, one in _heard(group, "when", WHEN) if (d := _day(p, _at(begun, found, one), one)) is not None)
            days = ((n, d) for n, d in days if not any(_is_apart(p, group.acts[n], o, d) for o in dated[d.start]))
            for number, day in islice(days, 1):
                group.acts[number] = replace(group.acts[number], dates=(day,))
        if not any(a.spots for a in group.acts):
            places = ((n, s) for n, one in _heard(group, "where", WHERE) if (s := _spot(p, _at(first, spots, one), one)) is not None)
            places = ((n, s) for n, s in places if not any(_is_told_below(p, group.acts[n], o) for o in placed[s.first]))
            places = ((n, s) for n, s in places if group.acts[n].type != "CONSULT" or not is_of_a_topic(p, s, group.acts[n].trigger.head))
            for number, spot in islice(places, 1):
                group.acts[number] = replace(group.acts[number], spots=(spot,))
    return list(groups)


def _heard(group: Group, label: str, least: float) -> list[tuple[int, Piece]]:
    """What the encoder is so sure to be the `label` of an event: the number of the act, and the words; the surest first."""
    arguments = ((n, one) for n, act in enumerate(group.acts) if act.trigger.coded is not None for one in act.trigger.coded.arguments)
    return sorted(((n, one) for n, one in arguments if one.label == label and one.p >= least), key=lambda pair: -pair[1].p)


def _is_apart(p: Parsed, act: Act, dated: Act, day: Dated) -> bool:
    """Whether an act is not of the day of another one.

    So are those that others did in another sentence (unless the encoder is surer, and a later sentence does not open with the day), those
    above ("met X, who had arrived on Monday"), those told by the same word ("flew to X on Monday and then to Y"), and what somebody only
    is known for ("freed on Monday two men convicted of theft", "two jailed men").
    """
    one, other = act.trigger.head, dated.trigger.head
    if p.sentence_of[one] != p.sentence_of[other]:
        opens = p.sentence_of[one] < p.sentence_of[other] and _opens_with(p, day, other)
        return ((day.p or 0) < FAR or opens) and not act.principals & dated.principals
    told_by_one_word = one == other
    known_for = p.deps[one] in ("acl", "amod") and p.tags[one] == "VBN" and other in p.ancestors(one)
    return told_by_one_word or known_for or _is_above(p, act, dated)


def _opens_with(p: Parsed, day: Dated, act: int) -> bool:
    """Whether the sentence of an act begins with words of time, or with a preposition before them: "Last week Fox left"."""
    first = p.starts[p.sentences[p.sentence_of[act]][0]]
    before = p.text[first : day.start].strip()
    return first <= day.start and (not before or before.isalpha())


def _is_above(p: Parsed, act: Act, other: Act) -> bool:
    return act.trigger.head in p.ancestors(other.trigger.head)


def _is_told_below(p: Parsed, act: Act, other: Act) -> bool:
    """Whether the other is only told of below an act: "met X, who had visited Peru", "expelled X over a raid in Peru"."""
    path = [other.trigger.head, *p.ancestors(other.trigger.head)]
    below = path[: path.index(act.trigger.head)] if act.trigger.head in path else []
    return any(p.deps[t] == "relcl" or (p.deps[t] == "prep" and p.lower[t] in _REASONS) for t in below)


def _at(starts: Sequence[int], found: Sequence[T], piece: Piece) -> Sequence[T]:
    """What may stand in some words, of what begins at `starts`: all from the last that begins before them."""
    return found[max(bisect_right(starts, piece.start) - 1, 0) : bisect_left(starts, piece.end)]


def _day(p: Parsed, near: Iterable[Timex], piece: Piece) -> Dated | None:
    """The first expression of time in some words; with "since" before it only where that is one of them."""
    timex = next((t for t in near if t.edtf is not None and piece.start < t.end), None)
    if timex is None or _is_of_the_report(p, timex):
        return None
    edtf = times.bounded(p.text, timex) if piece.start < timex.start else timex.edtf
    return Dated(edtf or "", timex.start, timex.end, timex.rule, piece.p)


def _is_of_the_report(p: Parsed, timex: Timex) -> bool:
    """Whether a day is only that of the dateline."""
    start, end = p.sentences[p.sentence_of[min(bisect_right(p.ends, timex.start), len(p) - 1)]]
    return is_dateline(p.text, p.starts[start], p.ends[end - 1])


def _spot(p: Parsed, near: Iterable[Spot], piece: Piece) -> Spot | None:
    """The first place in some words; not one that something only goes to: whether it arrived and acted there is for rules to tell."""
    inside = (s for s in near if piece.start < p.ends[s.end - 1] and s.preposition in _THERE)
    return next((replace(s, how="heard", p=piece.p) for s in inside), None)
