"""memcon: the record that news reports of diplomacy and conflict hold.

>>> import memcon
>>> record = memcon.read("Naftali Bennett met Vladimir Putin in Moscow on Saturday.", published="2022-03-05")
>>> [(event.type, event.status) for event in record.events]
[('CONSULT', 'happened')]
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from ._version import __version__

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from . import actors, places, times
    from .charts.drawn import DrawnStore
    from .intake import IntakeError
    from .model import Event, Record, Report
    from .store import QueryError, StoreError
    from .verification import Problem, verify

__all__ = [
    "Event", "IntakeError", "Problem", "QueryError", "Record", "Report", "StoreError", "__version__", "actors", "open", "places", "read",
    "relation", "times", "verify",
]  # fmt: skip

# Loaded at first use, so that `import memcon` costs next to nothing.
_HOMES = {
    "Event": "model",
    "IntakeError": "intake",
    "Problem": "verification",
    "QueryError": "store",
    "Record": "model",
    "Report": "model",
    "StoreError": "store",
    "verify": "verification",
}
_FOLDERS = ("actors", "places", "times")


def read(
    source: str | Path | Report, *, published: date | str | None = None, outlet: str | None = None, model: str | None = None
) -> Record:
    """The record of one English news report: a file, a web address, `-` for standard input, the text itself, or a `Report`.

    `published` is the day of publication (a date or `2022-03-05`), from which "on Saturday" is counted; `outlet` who published it. What
    the source says of itself gives way to them. The same report, date and version give the same record. Nothing but an address uses
    the network. `model` names another spaCy pipeline; "rules" reads without the encoder. IntakeError (a ValueError) says what is wrong with
    a source and what to do about it, ModelMissing and CoderError what is wrong with the installation.

    >>> read("Israel offered to mediate between Russia and Ukraine.").events[0].status
    'offered'
    """
    from dataclasses import replace

    from ._notebook import show_themselves
    from .intake import read_report
    from .intake.published import named, published_date
    from .model import Report
    from .reading.parse.parsing import DEFAULT_MODEL
    from .reading.pipeline import read as record_of

    show_themselves()
    if isinstance(source, Report):
        report = replace(source, published=published_date(published) or source.published, outlet=named(outlet) or source.outlet)
    else:
        report = read_report(source, published=published, outlet=outlet)
    return record_of(report, model or DEFAULT_MODEL)


def relation(text: str, source: tuple[int, int], target: tuple[int, int]) -> tuple[str, str]:
    """Type and mode of what the party at `source` does to what stands at `target`, both (start, end) in one sentence.

    The type is the codebook's, but AGREE for contacts, support, cooperation and aid that are only promised (as PLOVER codes them); both are
    empty where the sentence tells of no act. `memcon.reading.relating.relate` tells status, probability and what decided, too.
    ValueError where a span is empty or not in the text.

    >>> relation("France condemned Syria over the attack.", (0, 6), (17, 22))
    ('ACCUSE', 'disapprove')
    """
    from .reading.relating import relate

    found = relate(text, source, target)
    return found.type, found.mode


def open(path: str | Path | None, *, create: bool = True) -> DrawnStore:
    """The store in a file (`None`: in memory): reports, what was read from them, the events that they tell of, and what follows from them.

    A file is given by its path, or as `sqlite:///PATH`. StoreError (a ValueError) where it is no store; its methods raise QueryError (one,
    too) where a query cannot be understood. With `create`, a store is made where there is none.

    >>> with open(None) as store:
    ...     len(store.events("who:putin"))
    0
    """
    from ._notebook import show_themselves
    from .charts.drawn import DrawnStore

    show_themselves()
    return DrawnStore.open(path, create=create)


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(f".{_HOMES[name]}", __name__), name)
    if name in _FOLDERS:
        return import_module(f".{name}", __name__)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
