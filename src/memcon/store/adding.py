"""Reports that a program has at hand into a store: read here and kept, one after another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from memcon.intake import read_report
from memcon.model import MadeBy, Record, Report

from .reader import require_sound
from .store import Store


def add(
    store: Store,
    sources: Iterable[Record | Report | str | Path],
    *,
    published: date | str | None = None,
    outlet: str | None = None,
    model: str | None = None,
) -> Iterator[str]:
    """Keep each report with what is read from it, or a record as it is; the ids of the reports, of known ones, too.

    >>> from memcon.model import Report
    >>> with Store.open(None) as store:
    ...     len(list(add(store, [Record(Report("r", "Nothing happened."), made_by=MadeBy("0.1.0"))])))
    1
    """
    runs: dict[MadeBy, int] = {}
    try:
        for source in sources:
            found = source if isinstance(source, (Record, Report)) else read_report(source, published=published, outlet=outlet)
            known = store.known(found.report if isinstance(found, Record) else found)
            if known is not None:
                yield known
                continue
            record = _record(found, model)
            if record.made_by not in runs:
                runs[record.made_by] = store.begin_run(record.made_by)
            yield store.save(runs[record.made_by], record)
    finally:
        for run in runs.values():
            store.end_run(run)


def _record(found: Report | Record, model: str | None) -> Record:
    if isinstance(found, Record):
        require_sound(found)
        return found
    from memcon.reading.parse.parsing import DEFAULT_MODEL
    from memcon.reading.pipeline import read

    return read(found, model or DEFAULT_MODEL)
