"""Which words of time and place are the day and the place of an event, by how likely they are: a linear model over all that tells of both.

Rules give most events theirs. What they give and is unlikely goes, and events without a day or a place have the likeliest that the report
tells around them. The weights are learned from our own annotations (`training/setting.py`, docs/decisions/0034-likely-days-and-places.md).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from memcon import times
from memcon.times import Timex

from ..acts.acts import Act
from ..coreference.cast import Cast
from ..grammar.noun_phrases import commemorated
from ..grammar.parsed import Parsed
from ..joining.group import Group
from ..logistic import probability, weights
from ..setting.dating import Dated
from ..setting.place_phrases import Spot
from .confidence import column
from .days_and_places_of_others import is_day_of_another, is_of_another_time, is_place_of_another
from .setting_properties import AROUND, Stretch, Told, nearest, of_place, of_spot, of_time, of_timex, properties

TABLE = "setting"
BY = "model:setting"
LEAST = 0.1
"""How likely a place that rules gave must be to stay."""
ENOUGH = {"both": 0.5, "rules": 0.6}
"""How likely a day or place that rules did not give must be, to be the event's: with the encoder's word, and without it."""
FAR = 0.7
"""The same of what no sentence tells that mentions the event."""
_APART_FROM_A_PLACE, _APART_FROM_A_DAY = 1, 2
"""How many sentences apart it may stand, at most: of 225 days and places that reading gave in the dev part none stood further off."""
_PLAINLY = ("preposition.", "scene")  # how rules give a place that hangs on the words of an act
T = TypeVar("T", Timex, Spot)


def with_likely_setting(
    p: Parsed, groups: Sequence[Group], found: Sequence[Timex], spots: Sequence[Spot], cast: Cast, published: str | None
) -> list[Group]:
    """The events without places that are unlikely, and with the likeliest day and place where they had none."""
    days, places = by_sentence(p, of_time(p, groups, found)), by_sentence(p, of_place(groups, spots))
    sure = _Sure(p, groups, cast, published)
    for number, group in enumerate(groups):
        there = around(p, group, places, _APART_FROM_A_PLACE)
        plainly = {s.first for a in group.acts for s in a.spots if s.how.startswith(_PLAINLY)}
        beside = ((s, words) for s, words in there if s.first in plainly and "," not in s.place.how and _is_beside(p, group, words))
        nowhere = {s.first for s, words in beside if sure.of_place(number, s, words) < LEAST}
        group.acts = [replace(a, spots=tuple(s for s in a.spots if s.first not in nowhere)) for a in group.acts]
        if all(commemorated(p, a.trigger.head) for a in group.acts):  # the day and place are those of the remembrance
            continue
        if not any(a.dates for a in group.acts):
            day, words, likely = _likeliest(
                (t, words, sure.of_day(number, t, words)) for t, words in around(p, group, days, _APART_FROM_A_DAY)
            )
            act, others = nearest(p, group, words), (o for n, o in words.of if n != number)
            if day is not None and likely >= _enough_of_a_day(p, group, words) and not is_day_of_another(p, act, day, others):
                edtf = times.bounded(p.text, day) if _is_beside(p, group, words) else day.edtf  # "since Monday" is of its own sentence
                _give(group, act, replace(act, dates=(Dated(edtf or "", day.start, day.end, day.rule, likely),)))
        if not any(a.spots for a in group.acts):
            place, words, likely = _likeliest((s, words, sure.of_place(number, s, words)) for s, words in there)
            act, others = nearest(p, group, words), (o for n, o in words.of if n != number)
            enough = ENOUGH[column(group)] if _is_beside(p, group, words) else FAR
            if place is not None and likely >= enough and not is_place_of_another(p, act, place, others):
                _give(group, act, replace(act, spots=(replace(place, how="likely", p=likely),)))
    return list(groups)


@dataclass(frozen=True, slots=True)
class _Sure:
    """How likely words are of an event with a number in `groups`."""

    p: Parsed
    groups: Sequence[Group]
    cast: Cast
    published: str | None

    def of_day(self, number: int, timex: Timex, words: Stretch) -> float:
        return self._of(number, words, "when", of_timex(timex, self.groups[number], self.published))

    def of_place(self, number: int, spot: Spot, words: Stretch) -> float:
        return self._of(number, words, "where", of_spot(self.p, spot, self.groups[number], self.cast))

    def _of(self, number: int, words: Stretch, label: str, itself: Told) -> float:
        told = properties(self.p, self.groups, number, words, label)
        told |= itself
        return probability(told, weights(TABLE, f"{label}.{column(self.groups[number])}"))


def by_sentence(p: Parsed, told: Iterable[tuple[T, Stretch]]) -> dict[int, list[tuple[T, Stretch]]]:
    """What is told by the number of the sentence in which its words stand."""
    found: dict[int, list[tuple[T, Stretch]]] = {}
    for one in told:
        found.setdefault(p.sentence_of[one[1].first], []).append(one)
    return found


def around(p: Parsed, group: Group, told: Mapping[int, Sequence[tuple[T, Stretch]]], apart: int = AROUND) -> list[tuple[T, Stretch]]:
    """What stands within `apart` sentences of a mention of the event, and not in a clause of what was before or after it."""
    here = {p.sentence_of[a.trigger.head] for a in group.acts}
    near = (one for n in sorted({n for s in here for n in range(s - apart, s + apart + 1)}) for one in told.get(n, ()))
    return [(one, words) for one, words in near if not any(is_of_another_time(p, a, words.first) for a in group.acts)]


def _is_beside(p: Parsed, group: Group, words: Stretch) -> bool:
    """Whether words stand in a sentence that mentions the event; what rules carry from another one they know better."""
    return any(p.sentence_of[a.trigger.head] == p.sentence_of[words.first] for a in group.acts)


def _enough_of_a_day(p: Parsed, group: Group, words: Stretch) -> float:
    """How likely words must be; as of its own sentence where one of the event's parties did something else then, told before."""
    told_on = any(
        p.sentence_of[words.first] < p.sentence_of[a.trigger.head] and a.principals & other.principals
        for a in group.acts
        for _, other in words.of
    )
    return ENOUGH[column(group)] if told_on or _is_beside(p, group, words) else FAR


def _likeliest(told: Iterable[tuple[T, Stretch, float]]) -> tuple[T | None, Stretch, float]:
    """The likeliest one with its words and how likely it is; of equals the first, None where there is none."""
    return max(told, key=lambda one: one[2], default=(None, Stretch(0, 1, 0, ()), 0.0))


def _give(group: Group, act: Act, given: Act) -> None:
    group.acts = [given if a is act else a for a in group.acts]
