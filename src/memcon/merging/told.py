"""What merging needs to know of one event as one report tells it."""

from __future__ import annotations

import re
from collections.abc import Hashable
from dataclasses import dataclass, field
from datetime import date, timedelta

from memcon.model import Event, When
from memcon.reading.record.summary import summary
from memcon.times import Interval, interval

from .acts import SPEECH
from .alike import Who
from .context import Context
from .hours import Hours, hours, stated_zone
from .merged import Witness
from .words import content, folded, numbers

_DATES = re.compile(
    r"\b(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) )?(?:\d{1,2} )?"
    r"(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) )?(?:19|20)\d\d\b"
)
"""Days as a summary writes them; they are weighed as times."""
_WINDOW = timedelta(days=31)
"""How far from its publication an act without a stated time is looked for."""
_ARTICLES = ("the ", "a ", "an ")
PRINCIPALS = ("actor", "recipient")


@dataclass(frozen=True, slots=True)
class Told:
    """A mention: one event as one report tells it. `id` is whatever names it where it is kept; ids sort as their text does.

    `also` are other days that the report itself gives for the event; `words` families of content words, `acts` those of the triggers;
    `site` the place as stated, `place` the settlement, both folded; `zone` that of the clock or of where the report was filed, `hours` the
    hours of the day that its words leave open (see `hours`); `prevented` what its report itself says was not done, so that no source denies
    what others assert; `context` the words of the whole report, None where they are not known.
    """

    id: Hashable
    report: str
    type: str
    mode: str = ""
    status: str = "happened"
    published: date | None = None
    when: Interval | None = None
    edtf: str = ""
    also: tuple[Interval, ...] = ()
    parties: tuple[Who, ...] = ()
    country: str | None = None
    place: str = ""
    site: str = ""
    point: tuple[float, float] | None = None
    words: frozenset[str] = frozenset()
    acts: frozenset[str] = frozenset()
    position: str | None = None
    prevented: bool = False
    copy_of: str | None = None
    zone: float | None = None
    hours: tuple[Hours, ...] = ((0.0, 24.0),)
    numbers: frozenset[str] = field(default=frozenset())
    context: Context | None = field(default=None, repr=False, compare=False)
    principals: tuple[Who, ...] = field(init=False, repr=False, compare=False)
    """The actors and recipients."""
    handles: frozenset[str] = field(init=False, repr=False, compare=False)
    """By which of its parties and places it can be looked up: keys, names, states of parties and of the place, the settlement, or the
    name of one that no gazetteer has."""
    window: tuple[date | None, date | None] = field(init=False, repr=False, compare=False)
    """The days on which it may have been: as stated, else about a month to the side of the publication that its status allows."""

    def __post_init__(self) -> None:
        """Work out once what every comparison asks for.

        >>> Told("m", "r", "CONSULT", status="planned", published=date(2022, 3, 5)).window
        (datetime.date(2022, 3, 5), datetime.date(2022, 4, 5))
        """
        object.__setattr__(self, "principals", tuple(p for p in self.parties if p.role in PRINCIPALS))
        object.__setattr__(self, "handles", self._handles())
        object.__setattr__(self, "window", self._window())

    @classmethod
    def of(cls, id: Hashable, event: Event, witness: Witness, zone: float | None = None, context: Context | None = None) -> Told:
        """The view of an event that `witness` tells of, filed in that zone; `context` are the words of the report.

        >>> from memcon.model import Span, When
        >>> event = Event("e1", "CONSULT", "meeting", "happened", (Span(0, 3, "met"),), when=When("2022-03-05", Span(4, 12, "Saturday")))
        >>> told = Told.of("m1", event, Witness("r1", published="2022-03-06"))
        >>> told.when.days, sorted(told.words)
        (1, ['meet'])
        """
        when = _days(event.when)
        where = event.where
        spans = (*event.triggers, *event.about, *event.purpose)
        words = content(" ".join((*(s.quote for s in spans), _DATES.sub(" ", _summary(event)))))
        names = [p.name for p in event.participants] + ([where.name, where.place or ""] if where else [])
        named = content(" ".join(names))  # parties and places are weighed as such
        return cls(
            id=id,
            report=witness.id,
            type=event.type,
            mode=event.mode,
            status=event.status,
            published=_published(witness.published),
            when=when,
            edtf=event.when.edtf if event.when and when else "",
            also=tuple(d for d in (_days(w) for w in event.when_other) if d is not None),
            parties=tuple(Who.of(p) for p in event.participants),
            country=where.country if where else None,
            place=folded(where.place or "") if where else "",
            site=folded(where.name) if where else "",
            point=(where.lat, where.lon) if where and where.lat is not None and where.lon is not None else None,
            words=words - named,
            acts=content(" ".join(s.quote for s in event.triggers)),
            position=event.position,
            prevented=event.status == "denied" and not any(s.stance == "denies" for s in event.sources),
            copy_of=witness.copy_of,
            zone=zone if (stated := stated_zone(event.when)) is None else stated,
            hours=hours(event.when),
            numbers=numbers(words),
            context=context,
        )

    def _handles(self) -> frozenset[str]:
        found = {h for p in self.principals for h in (p.key, p.handle, f"country:{p.country}" if p.country else "")}
        unlisted = self.point is None and not self.site.startswith(_ARTICLES)  # a town that no gazetteer has
        town = self.place or (self.site if unlisted else "")
        found |= {f"country:{self.country}" if self.country else "", f"place:{town}" if town else ""}
        return frozenset(found - {""})

    def _window(self) -> tuple[date | None, date | None]:
        if self.when is not None:
            every = (self.when, *self.also)
            firsts, lasts = [i.first for i in every], [i.last for i in every]
            first = None if None in firsts else min(d for d in firsts if d)
            return first, None if None in lasts else max(d for d in lasts if d)
        if self.published is None:
            return None, None
        first = self.published if self.status in ("planned", "offered") else _shifted(self.published, -_WINDOW)
        return first, self.published if self.status in ("happened", "ongoing") else _shifted(self.published, _WINDOW)


def _summary(event: Event) -> str:
    """The words of the summary; none where it is ours and only says the type of the speech or contact over again."""
    says_nothing = event.type in (*SPEECH, "CONSULT") and event.summary == summary(event)
    return "" if says_nothing else event.summary


def _shifted(day: date, by: timedelta) -> date | None:
    try:
        return day + by
    except OverflowError:
        return None


def _days(when: When | None) -> Interval | None:
    if when is None:
        return None
    try:
        return interval("".join(c for c in when.edtf if c not in "?~%"))
    except ValueError:
        return None


def _published(day: str | None) -> date | None:
    try:
        return date.fromisoformat(day[:10]) if day else None
    except ValueError:
        return None
