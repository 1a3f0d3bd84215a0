"""What happened when, about an actor, a dyad or a process: entries that a picture can draw as precisely as the reports tell.

A day is a dot, a week, month or any other interval a bar, what has no end (a war that goes on) a bar that stays open; what is planned,
offered or possible is drawn hollow, what is denied struck out. An event without a time is never given the day on which it was reported: it
stands apart, `undated`, with that day beside it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date

from memcon.merging import Merged
from memcon.merging.settled import NO_WORDS, told_as
from memcon.model import Event, Party
from memcon.reading.record.summary import summary
from memcon.store import Store
from memcon.store import query as asked

from .acts import Act, acts_of
from .plain import Plain
from .quotes import Quote, events_of, quotes
from .subjects import Subject, acts_about
from .windows import Window, precision

SHAPES = {"day": "dot", "open": "open bar", "undated": "none"}
"""How a precision is drawn; all others are a bar."""
FILLS = {"happened": "solid", "ongoing": "solid", "planned": "hollow", "offered": "hollow", "possible": "hollow", "denied": "struck"}


@dataclass(frozen=True, slots=True)
class Entry(Plain):
    """One event on a timeline.

    `precision` is one of `windows.PRECISIONS`; `shape` dot, bar, open bar or none; `fill` solid, hollow or struck. `first` and `last` are
    its days, None where open or not told; `told` the day on which it was first reported. `denied`: some report denies it. `other_times`
    are times of it that other reports give. `support` counts the independent reports.
    """

    id: str
    type: str
    mode: str
    status: str
    when: str | None
    first: date | None
    last: date | None
    told: date | None
    precision: str
    shape: str
    fill: str
    title: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    place: str | None
    country: str | None
    denied: bool
    other_times: tuple[str, ...]
    support: int
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Timeline(Plain):
    """The entries in the order of time, undated ones last, in the order in which they were told. `left_out` counts those beyond the
    limit."""

    subject: str
    first: date | None
    last: date | None
    entries: tuple[Entry, ...]
    left_out: int = 0

    @property
    def counts(self) -> dict[str, int]:
        """How many entries there are of each status."""
        return dict(Counter(one.status for one in self.entries))


def timeline(store: Store, about: Subject | None = None, window: Window | None = None, limit: int | None = None) -> Timeline:
    """The timeline of a subject (all events without one) within a window. With a limit, the entries told by most reports are kept.

    >>> with Store.open(None) as store:
    ...     timeline(store).entries
    ()
    """
    about, window = about or Subject(), window or Window()
    if limit is not None and not about.sides and not window:
        kept, left_out = _most_told(store, about.query, limit)
    else:
        found = acts_about(store, about, window)
        kept = sorted(found, key=lambda one: (-one.support, one.when is None, one.id))[:limit]
        left_out = len(found) - len(kept)
    return Timeline(about.title, window.first, window.last, entries(store, kept), left_out)


def _most_told(store: Store, query: str, limit: int) -> tuple[list[Act], int]:
    """The events of a query that most reports tell, without looking at all the others; and how many others there are."""
    with store.reading() as connection:
        count = len(asked.find(connection, query))
        numbers = asked.find(connection, f"{query} sort:-reports".strip(), limit)
    known = acts_of(store, numbers)
    return [known[number] for number in numbers if number in known], count - len(numbers)


def entries(store: Store, found: list[Act] | tuple[Act, ...]) -> tuple[Entry, ...]:
    """Acts as entries of a timeline, in its order."""
    ordered = sorted(found, key=_in_order)
    events = events_of(store, [one.id for one in ordered])
    words = quotes(store, events.values())
    return tuple(_entry(one, events[one.id], words[one.id]) for one in ordered)


def title(act: Act, event: Merged) -> str:
    """An act in a sentence, with the values that stand and the parties' full names."""
    return summary(told(act, event))


def told(act: Act, event: Merged) -> Event:
    """The telling of an event that stands for it, with the act's values in place of its own."""
    if event.corrected:
        right = told_as(event)
        return replace(right, participants=_people(right, act))
    fits = [t.event for t in event.tellings if t.event.type == act.type and t.event.status == act.status] or [event.lead.event]
    lead = max(fits, key=lambda e: (len(e.participants), e.when is not None, e.where is not None, e.duration is not None, e.confidence))
    when = next((w for t in event.tellings for w in (t.event.when, *t.event.when_other) if w and w.edtf == act.when), lead.when)
    return replace(lead, type=act.type, mode=act.mode, status=act.status, when=when if act.when else None, participants=_people(lead, act))


def _people(lead: Event, act: Act) -> tuple[Party, ...]:
    mentions = {party.name: party.mention for party in lead.participants}
    return tuple(
        Party(part.role, part.who.name, part.who.kind, mentions.get(part.who.name, NO_WORDS), country=part.who.country)
        for part in act.parts
    )


def _entry(act: Act, event: Merged, words: tuple[Quote, ...]) -> Entry:
    exact = precision(act.when)
    others = [w.edtf for t in event.tellings for w in (t.event.when, *t.event.when_other) if w and w.edtf != act.when]
    return Entry(
        act.id, act.type, act.mode, act.status, act.when, act.first, act.last, act.told, exact, SHAPES.get(exact, "bar"),
        FILLS.get(act.status, "hollow"), title(act, event), tuple(one.name for one in act.of("actor")),
        tuple(one.name for one in act.of("recipient")), act.place, act.country, act.denied, tuple(dict.fromkeys(others)), act.support,
        words,
    )  # fmt: skip


def _in_order(act: Act) -> tuple[bool, str, str, str]:
    first = act.first or act.last
    return first is None, (first or act.told or date.max).isoformat(), (act.last or date.max).isoformat(), act.id
