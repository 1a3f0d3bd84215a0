"""Invented reports as records, for measuring a store: nothing is read, all is drawn from a seed.

Events of an invented world are told by one to a dozen reports each, some days precise and some open, some reports copies of one another.
Actors are drawn as news draws them: few do most (Zipf). A report has five events, some 350 words and all that a reading notes of them.
"""

from __future__ import annotations

import math
import random
from collections import defaultdict
from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import accumulate

from memcon.model import Code, Entity, Event, Evidence, MadeBy, Party, Record, Report, Source, Span, When, Where

FIRST_DAY = date(2015, 1, 1)
EVENTS_A_DAY = 27.4
"""So many begin each day, whatever the size: a larger world is a longer one."""
EVENTS_A_REPORT = 5
WORDS_A_REPORT = 350
COPIES = 0.05
"""The share of reports that come in once more from another outlet."""
_COUNTRIES = (
    "USA RUS CHN FRA DEU GBR ISR IRN TUR EGY SAU UKR POL IND PAK JPN KOR BRA ZAF NGA KEN ETH SDN LBY SYR IRQ JOR LBN QAT ARE "
    "ITA ESP CAN MEX ARG COL VEN AUS IDN THA VNM PHL AFG YEM MAR DZA TUN GRC SRB HUN"
).split()
_ACTS = (
    ("CONSULT", "meeting", "met"), ("CONSULT", "call", "telephoned"), ("CONSULT", "visit", "visited"),
    ("ACCUSE", "disapprove", "condemned"),
    ("SUPPORT", "", "praised"), ("ASSAULT", "aerial", "bombed"), ("AID", "humanitarian", "helped"), ("REQUEST", "change", "urged"),
    ("SANCTION", "", "sanctioned"), ("THREATEN", "", "threatened"),
)  # fmt: skip
_STATUSES = ("happened",) * 7 + ("planned", "ongoing", "denied")
_SYLLABLES = "ba ro ti ka mo le sha du ni gre vol tan pe zi lor ma".split()
_MADE_BY = MadeBy("0", (), "invented")


@dataclass(frozen=True, slots=True)
class _Act:
    """An event of the invented world."""

    number: int
    kind: tuple[str, str, str]
    status: str
    actor: int
    recipient: int
    day: date
    town: int | None
    topic: tuple[str, ...]
    told: int


class World:
    """An invented world of so many events; the same seed gives the same reports.

    >>> one = next(World(100).records())
    >>> len(one.events), one == next(World(100).records())
    (5, True)
    """

    def __init__(self, events: int, seed: int = 1) -> None:
        self.events = events
        self._random = random.Random(seed)
        self.vocabulary = self._names(4000, 2)
        self._weights = list(accumulate(1 / (rank + 3) for rank in range(len(self.vocabulary))))
        persons = self._names(6000, 4)
        self.actors = [
            (f"{persons[2 * at].title()} {persons[2 * at + 1].title()}", self._random.choice(_COUNTRIES)) for at in range(len(persons) // 2)
        ]
        self._actor_weights = list(accumulate(1 / (rank + 5) for rank in range(len(self.actors))))
        self.towns = [(name.title(), self._random.choice(_COUNTRIES)) for name in self._names(600, 4)]

    @property
    def days(self) -> int:
        """How many days it lasts."""
        return math.ceil(self.events / EVENTS_A_DAY)

    def day(self, share: float) -> date:
        """The day when this share of it is over."""
        return FIRST_DAY + timedelta(days=int(share * self.days))

    def again(self, seed: int) -> World:
        """The same actors and places with other events and words.

        >>> world = World(100)
        >>> next(world.again(2).records()).report.text != next(world.records()).report.text
        True
        """
        other = copy(self)
        other._random = random.Random(seed)
        return other

    def records(self, since: float = 0.0) -> Iterator[Record]:
        """The records in the order of their days, from this share of them on."""
        first = int(since * self.days)
        waiting: dict[int, list[_Act]] = defaultdict(list)
        made, number = round(first * EVENTS_A_DAY), 0
        for day in range(first, self.days + 3):
            due = min(self.events, round((day + 1) * EVENTS_A_DAY))
            for _ in range(made, due):
                act = self._act(made, FIRST_DAY + timedelta(days=day))
                made += 1
                for _telling in range(act.told):
                    waiting[day + self._random.choice((0, 0, 0, 1, 1, 2))].append(act)
            for group in self._groups(waiting.pop(day, [])):
                record = self._record(number, group, FIRST_DAY + timedelta(days=day))
                number += 1
                yield record
                if self._random.random() < COPIES:
                    again = replace(record.report, id=f"copy{number}", outlet=f"Outlet {self._random.randrange(40, 60)}")
                    yield replace(record, report=again)

    def _act(self, number: int, day: date) -> _Act:
        draw = self._random
        actor, recipient = draw.choices(range(len(self.actors)), cum_weights=self._actor_weights, k=2)
        town = draw.randrange(len(self.towns)) if draw.random() < 0.5 else None
        told = min(12, int(draw.paretovariate(1.6)))
        return _Act(number, draw.choice(_ACTS), draw.choice(_STATUSES), actor, recipient, day, town, tuple(self._words(4)), told)

    def _groups(self, acts: list[_Act]) -> Iterator[list[_Act]]:
        """Reports of five acts each, none of which tells of the same twice."""
        self._random.shuffle(acts)
        while acts:
            group: list[_Act] = []
            rest: list[_Act] = []
            for act in acts:
                fits = len(group) < EVENTS_A_REPORT and all(act.number != other.number for other in group)
                (group if fits else rest).append(act)
            yield group
            acts = rest

    def _record(self, number: int, acts: list[_Act], published: date) -> Record:
        parts: list[str] = []
        length = 0
        events: list[Event] = []
        for at, act in enumerate(acts):
            told, event = self._telling(f"e{at + 1}", act, length)
            filler = " ".join(self._words(WORDS_A_REPORT // len(acts) - 20)).capitalize() + ". "
            parts += [told, filler]
            length += len(told) + len(filler)
            events.append(event)
        entities = {p.name: Entity(f"n{p.name}", p.name, p.kind, (p.mention,), country=p.country) for e in events for p in e.participants}
        title = " ".join(self._words(6)).capitalize()
        report = Report(
            f"r{number}", "".join(parts), title, published.isoformat(), f"Outlet {number % 40}", f"https://example.org/{number}"
        )
        return Record(report, tuple(events), entities=tuple(entities.values()), made_by=_MADE_BY)

    def _telling(self, local: str, act: _Act, offset: int) -> tuple[str, Event]:
        draw = self._random
        kind, mode, verb = act.kind
        (actor, country), (recipient, other) = self.actors[act.actor], self.actors[act.recipient]
        if draw.random() < 0.3:
            actor = actor.split()[1]
        town = self.towns[act.town] if act.town is not None and draw.random() < 0.8 else None
        dated = draw.random() < 0.6
        topic = " ".join(draw.sample(act.topic, 3))
        text = f"{actor} {verb} {recipient}{f' in {town[0]}' if town else ''}{f' on {act.day:%A}' if dated else ''} about {topic}"
        by = f"the {recipient} office" if draw.random() < 0.4 else None
        text += f", {by} said. " if by else ". "

        def span(words: str, start: int = 0) -> Span:
            found = text.index(words, start)
            return Span(offset + found, offset + found + len(words), words)

        trigger = span(verb, len(actor))
        parties = (
            Party("actor", actor, "person", span(actor), f"n{actor}", country=country, sector="GOV", office="minister"),
            Party("recipient", recipient, "person", span(recipient, len(actor)), f"n{recipient}", country=other, sector="GOV"),
        )
        event = Event(
            local, kind, mode, act.status, (trigger,), parties,
            When(act.day.isoformat(), span(f"{act.day:%A}"), "weekday") if dated else None,
            where=Where(town[0], span(town[0]), town[0], town[1], 1.0, 2.0, 1000 + (act.town or 0)) if town else None,
            summary=f"{actor} {verb} {recipient}{f' in {town[0]}' if town else ''}.",
            about=(span(topic),),
            sources=(Source("official", by, None, span(by), span("said"), "asserts"),) if by else (),
            evidence=tuple(
                Evidence(path, (trigger,), "rule:invented.words", 0.9)
                for path in ("/type", "/mode", "/status", "/participants/0", "/participants/1", "/codes/plover", "/codes/cameo")
            ),
            confidence=round(draw.uniform(0.5, 0.99), 3),
            codes=(Code("plover", kind, mode, ("military", "executive")), Code("cameo", "042")),
        )  # fmt: skip
        return text, event

    def _words(self, count: int) -> list[str]:
        return self._random.choices(self.vocabulary, cum_weights=self._weights, k=max(1, count))

    def _names(self, count: int, syllables: int) -> list[str]:
        found: dict[str, None] = {}
        while len(found) < count:
            found["".join(self._random.choices(_SYLLABLES, k=self._random.randint(syllables - 1, syllables + 1)))] = None
        return list(found)
