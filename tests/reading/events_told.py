"""Events of an invented text, for tests of who did what to whom in it."""

from memcon.model import Event, Report
from memcon.reading.pipeline import read


def events_of(text: str) -> list[Event]:
    """The events of a text of 3 December 2026."""
    return read(Report("told", text, published="2026-12-03")).events


def one_of(text: str, kind: str, mode: str | None = None) -> Event:
    """The one event of a type (and mode)."""
    (one,) = [e for e in events_of(text) if e.type == kind and (mode is None or e.mode == mode)]
    return one


def of_role(event: Event, role: str) -> list[str | None]:
    """The names of those in a role."""
    return [p.name for p in event.participants if p.role == role]


def trigger_words(event: Event) -> list[str]:
    """The words that tell an event."""
    return [t.quote for t in event.triggers]
