"""The record as a thing that lasts: reports, what each reading made of them, and the events of the world that they tell of."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

from sqlalchemy import Connection, CursorResult, Engine, bindparam, delete, func, insert, select, update
from sqlalchemy.exc import DatabaseError, OperationalError

from memcon.merging import Merged
from memcon.merging.hours import filed
from memcon.model import MadeBy, Record, Report
from memcon.model.boundary import to_dict

from . import sqlite
from .copies import link
from .erasures import is_erased, known_as
from .found import Found
from .keeping import current, events_of, keep
from .late_days import gives_its_day, lacks_its_day, lead_on
from .listing import list_events
from .migrations import NoStoreError, StoreVersionError, migrate
from .placing import Merger
from .query import QueryError, find
from .rows import record_json, record_of, report_id
from .schema import failures, listed, readings, reports, runs, sought
from .shadow import shadowed, shadowed_all
from .tellings import current_id, merged, now
from .trouble import KnownError, StoreError, only_to_be_read, opening, trouble

Placer = Callable[[Connection, Sequence[int]], None]
"""Gives mentions without an event one: `placing.Merger`, or `tellings.each_its_own`, which merges nothing."""

_AT_ONCE = 500
_ADD = {table: insert(table) for table in (reports, readings)}
_SAME_TEXT = (
    select(reports.c.id, reports.c.outlet, reports.c.published).where(reports.c.text_sha256 == bindparam("text")).order_by(reports.c.id)
)
_READ = select(readings.c.run).where(readings.c.report == bindparam("report"), readings.c.run == bindparam("run"))
HEADER = b"SQLite format 3\x00"


class Store:
    """A store of reports and events. `Store.open` makes or opens one; use it as a context manager or `close` it.

    >>> with Store.open(None) as store:
    ...     store.counts()["reports"]
    0
    """

    def __init__(self, engine: Engine, place: Placer | None = None) -> None:
        self.engine = engine
        self._place = place or Merger()
        migrate(engine)

    def __repr__(self) -> str:
        return f"<Store {self.engine.url.database or 'in memory'}>"

    @classmethod
    def open(cls, where: str | Path | None, *, create: bool = True, place: Placer | None = None) -> Self:
        """The store in a file (`None`: in memory), made if `create` is set. StoreError where there is none or it is another file."""
        if isinstance(where, str):
            where = where.removeprefix("sqlite:///")
            if "://" in where:
                raise StoreError(f"{where}: only SQLite stores are known; give a file's path, or sqlite:///PATH")
        path = Path(where).expanduser() if where is not None else None
        if path is not None:
            if path.is_dir():
                raise StoreError(f"{path} is a folder: name a file, such as {path / 'memcon.db'}")
            if not path.exists() and not create:
                raise StoreError(f"{path}: no such store; `memcon ingest` makes one")
            try:
                empty = path.exists() and not path.stat().st_size
                foreign = path.exists() and not empty and not _begins(path, HEADER)
            except OSError as problem:
                raise opening(path, problem) from problem
            if empty and path.is_file() and not create:
                raise StoreError(f"{path} is an empty file, no store; `memcon ingest` makes one of it")
            if foreign:
                raise StoreError(f"{path} is not a store of memcon (nor any SQLite file)")
        try:
            try:
                return cls(sqlite.engine(path), place)
            except OperationalError as problem:
                if path is None or not only_to_be_read(path, problem):
                    raise
                return cls(sqlite.engine(path, frozen=True), place)
        except (DatabaseError, StoreVersionError, NoStoreError) as problem:
            raise opening(path, problem) from problem

    def close(self) -> None:
        """Let go of the file."""
        self.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees the store as it is at its beginning. StoreError where the file cannot be read (damaged, in use)."""
        try:
            with self.engine.connect() as connection, connection.begin():
                yield connection
        except DatabaseError as problem:
            raise trouble(problem) from problem

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that writes, all or nothing, when its turn comes. StoreError says what went wrong (disk full, read-only)."""
        try:
            with self.engine.connect().execution_options(**{sqlite.WRITES: True}) as connection, connection.begin():
                yield connection
        except DatabaseError as problem:
            raise trouble(problem) from problem

    def copy_to(self, target: Path) -> None:
        """Copy the store into a file as it stands, also while others write to it. StoreError where it cannot be read or written."""
        try:
            sqlite.copy(self.engine, target)
        except DatabaseError as problem:
            raise trouble(problem) from problem

    def forget_views(self) -> None:
        """Let go of what is remembered of mentions: after some were removed, a number may name another mention."""
        if isinstance(self._place, Merger):
            self._place = Merger()

    def begin_run(self, made_by: MadeBy) -> int:
        """A new run by this software, models and configuration; returns its number."""
        with self.writing() as connection:
            made = connection.execute(
                insert(runs).values(started=now(), memcon=made_by.memcon, config=made_by.config, models=json.dumps(dict(made_by.models)))
            )
            return _key(made)

    def end_run(self, run: int) -> None:
        """Note that a run came to its end."""
        with self.writing() as connection:
            connection.execute(update(runs).where(runs.c.id == run).values(finished=now()))

    def has(self, report: Report) -> bool:
        """Whether the report is here with a reading: the same text from the same outlet on the same day, what is not told left open."""
        return self.known(report) is not None

    def known(self, report: Report) -> str | None:
        """The id under which the report is here with a reading; None where it is not, or comes with the day that it has not here."""
        with self.reading() as connection:
            number = _same(connection, report)
            if number is None or is_erased(connection, number):
                return number  # what was forgotten is not to be read again
            read = connection.execute(select(readings.c.run).where(readings.c.report == number)).first()
            return number if read and not lacks_its_day(connection, number, report) else None

    def save(
        self,
        run: int,
        record: Record,
        *,
        raw_sha256: str | None = None,
        seconds: float | None = None,
        source: str | None = None,
        once: bool = False,
    ) -> str:
        """Keep a report with what a run read from it, in one transaction; returns the report's id.

        Events that an earlier reading of the report told keep their ids: a mention of the same words and type is the same mention. The
        same run and report again change nothing. With `once` a report that has a reading is let be (KnownError): another process may have
        read it meanwhile. A report that is here without its day of publication, and comes with it, has it from then on (`late_days`).
        """
        with self.writing() as connection:
            number, new = self._report(connection, record, raw_sha256)
            if not new and is_erased(connection, number) and known_as(connection, report_id(record.report)) == report_id(record.report):
                raise StoreError(f"report {number} was forgotten or redacted here: its old words do not come back")
            if not new and connection.execute(_READ, {"report": number, "run": run}).first():
                return number
            dated = not new and gives_its_day(connection, number, record.report)
            if once and not new and not dated and connection.execute(select(readings.c.run).where(readings.c.report == number)).first():
                raise KnownError(f"report {number} was read meanwhile")
            told = to_dict(record)
            reading = {"report": number, "run": run, "state": "read", "seconds": seconds, "record": record_json(told)}
            connection.execute(_ADD[readings], reading)
            before = [] if new else current(connection, number)
            touched = events_of(connection, number) if before else set()
            self._place(connection, keep(connection, number, run, record, told["events"], [] if dated else before))
            if dated:
                lead_on(connection, number, before)
            list_events(connection, {*touched, *events_of(connection, number)})
            if source is not None:
                connection.execute(delete(failures).where(failures.c.source == source))
        return number

    def fail(self, run: int, source: str, reason: str) -> None:
        """Note an input that could not be read, and why."""
        with self.writing() as connection:
            connection.execute(delete(failures).where(failures.c.source == source))
            connection.execute(insert(failures).values(source=source, run=run, reason=reason, at=now()))

    def failures(self) -> list[tuple[str, str]]:
        """The inputs that could not be read, with the reasons."""
        with self.reading() as connection:
            return [(row.source, row.reason) for row in connection.execute(select(failures).order_by(failures.c.source))]

    def report(self, number: str) -> Report | None:
        """The report of that id, whole; None where there is none."""
        with self.reading() as connection:
            row = connection.execute(select(reports).where(reports.c.id == number)).mappings().first()
        return _report_of(dict(row)) if row else None

    def record(self, number: str) -> Record | None:
        """The latest reading of a report; None where there is none."""
        wanted = select(readings.c.record).where(readings.c.report == number, readings.c.state == "read").order_by(readings.c.run.desc())
        with self.reading() as connection:
            row = connection.execute(select(reports).where(reports.c.id == number)).mappings().first()
            stored = connection.execute(wanted.limit(1)).scalar()
        return record_of(stored, _report_of(dict(row))) if row and stored else None

    def event(self, number: str) -> Merged | None:
        """The event of that id, or the one that took it in; None where there is none."""
        with self.reading() as connection:
            known = current_id(connection, number)
            return shadowed(connection, merged(connection, [known])[0]) if known else None

    def events(self, query: str = "", limit: int | None = None) -> Found:
        """The events that a query asks for (see `query`), all of them where it is empty. QueryError says what it does not understand.

        >>> with Store.open(None) as store:
        ...     len(store.events("type:consult who:putin after:2022-03-01"))
        0
        """
        if isinstance(limit, str):
            raise QueryError(f"a query is one text: {f'{query} {limit}'!r}")
        with self.reading() as connection:
            numbers = find(connection, query, limit)
            return Found([one for at in range(0, len(numbers), _AT_ONCE) for one in _shown(connection, numbers[at : at + _AT_ONCE])])

    def counts(self) -> dict[str, int]:
        """How many reports, copies among them, mentions, events, runs and failures there are."""
        with self.reading() as connection:
            return {
                "reports": connection.scalar(select(func.count()).select_from(reports)) or 0,
                "copies": connection.scalar(select(func.count()).where(reports.c.copy_of.is_not(None))) or 0,
                "mentions": connection.scalar(select(func.count()).select_from(sought)) or 0,
                "events": connection.scalar(select(func.count()).select_from(listed)) or 0,
                "runs": connection.scalar(select(func.count()).select_from(runs)) or 0,
                "failures": connection.scalar(select(func.count()).select_from(failures)) or 0,
            }

    def _report(self, connection: Connection, record: Record, raw_sha256: str | None) -> tuple[str, bool]:
        """The id of the report here, and whether it is new."""
        report = record.report
        number = _same(connection, report)
        if number is not None:
            return number, False
        number = report_id(report)
        row = {
            "id": number, "raw_sha256": raw_sha256 or report.sha256, "text_sha256": report.sha256, "name": report.id, "title": report.title,
            "outlet": report.outlet, "published": report.published, "url": report.url, "language": report.language, "text": report.text,
            "added": now(), "zone": filed(record),
        }  # fmt: skip
        connection.execute(_ADD[reports], row)
        link(connection, number, report.text)
        return number, True


def _same(connection: Connection, report: Report) -> str | None:
    """The id of the report here that has this text, and no other outlet or day; also of one that was forgotten or redacted."""
    number = report_id(report)
    if (known := known_as(connection, number)) != number or is_erased(connection, number):
        return known
    for row in connection.execute(_SAME_TEXT, {"text": report.sha256}):
        if all(a == b or not a or not b for a, b in ((row.outlet, report.outlet), (row.published, report.published))):
            return str(row.id)
    return None


def _shown(connection: Connection, numbers: Sequence[str]) -> list[Merged]:
    return shadowed_all(connection, merged(connection, numbers))


def _key(made: CursorResult[Any]) -> int:
    """The number that an inserted row was given."""
    keys = made.inserted_primary_key
    assert keys is not None
    return int(keys[0])


def _report_of(row: Mapping[str, Any]) -> Report:
    return Report(row["name"], row["text"], row["title"], row["published"], row["outlet"], row["url"], row["language"])


def _begins(path: Path, header: bytes) -> bool:
    with path.open("rb") as file:
        return file.read(len(header)) == header
