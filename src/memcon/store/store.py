"""The record as a thing that lasts: reports, what each reading made of them, and the events of the world that they tell of."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

from sqlalchemy import Connection, CursorResult, Engine, and_, delete, func, insert, select, update
from sqlalchemy.exc import DatabaseError

from memcon.merging import Merged
from memcon.model import MadeBy, Record, Report
from memcon.model.boundary import to_dict

from . import sqlite
from .copies import link
from .erasures import is_erased, known_as
from .found import Found
from .migrations import migrate
from .placing import Merger
from .query import find
from .rows import mention_row, party_rows, record_json, record_of, report_id
from .schema import failures, members, mentions, parties, readings, reports, runs
from .shadow import shadowed, shadowed_all
from .tellings import current_id, index_words, merged, now

Placer = Callable[[Connection, Sequence[int]], None]
"""Gives mentions without an event one: `placing.Merger`, or `tellings.each_its_own`, which merges nothing."""

_AT_ONCE = 500
HEADER = b"SQLite format 3\x00"


class StoreError(ValueError):
    """The store cannot be opened or written; the message says why and what to do."""


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

    @classmethod
    def open(cls, where: str | Path | None, *, create: bool = True, place: Placer | None = None) -> Self:
        """The store in a file (`None`: in memory), made if `create` is set. StoreError where there is none or it is another file."""
        path = Path(where).expanduser() if where is not None else None
        if path is not None:
            if path.is_dir():
                raise StoreError(f"{path} is a folder: name a file, such as {path / 'memcon.db'}")
            if not path.exists() and not create:
                raise StoreError(f"{path}: no such store; `memcon ingest` makes one")
            if path.exists() and path.stat().st_size and not _begins(path, HEADER):
                raise StoreError(f"{path} is not a store of memcon (nor any SQLite file)")
        try:
            return cls(sqlite.engine(path), place)
        except DatabaseError as problem:
            raise StoreError(f"{path}: {problem.orig}") from problem

    def close(self) -> None:
        """Let go of the file."""
        self.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees the store as it is at its beginning."""
        with self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that writes, all or nothing, when its turn comes. StoreError says what went wrong (disk full, read-only)."""
        try:
            with self.engine.connect().execution_options(**{sqlite.WRITES: True}) as connection, connection.begin():
                yield connection
        except DatabaseError as problem:
            raise StoreError(_plain(problem)) from problem

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
        with self.reading() as connection:
            number = _same(connection, report)
            if number is None or is_erased(connection, number):
                return number is not None  # what was forgotten is not to be read again
            return bool(connection.execute(select(readings.c.run).where(readings.c.report == number)).first())

    def save(
        self, run: int, record: Record, *, raw_sha256: str | None = None, seconds: float | None = None, source: str | None = None
    ) -> str:
        """Keep a report with what a run read from it, in one transaction; returns the report's id.

        Events that an earlier reading of the report told keep their ids: a mention of the same words and type is the same mention. The
        same run and report again change nothing.
        """
        with self.writing() as connection:
            number = self._report(connection, record.report, raw_sha256)
            if is_erased(connection, number) and known_as(connection, report_id(record.report)) == report_id(record.report):
                raise StoreError(f"report {number} was forgotten or redacted here: its old words do not come back")
            if connection.execute(select(readings.c.run).where(readings.c.report == number, readings.c.run == run)).first():
                return number
            connection.execute(insert(readings).values(report=number, run=run, state="read", seconds=seconds, record=record_json(record)))
            before = _current(connection, number)
            connection.execute(update(mentions).where(mentions.c.report == number).values(current=False))
            homeless = []
            for event, told in zip(record.events, to_dict(record)["events"], strict=True):
                made = connection.execute(insert(mentions).values(mention_row(number, run, event, told)))
                mention = _key(made)
                rows = party_rows(mention, event)
                if rows:
                    connection.execute(insert(parties), rows)
                kept = _take_same(before, event.type, [(t.start, t.end) for t in event.triggers])
                if kept is None:
                    homeless.append(mention)
                else:
                    home = select(members.c.event).where(members.c.mention == kept).scalar_subquery()
                    connection.execute(insert(members).values(mention=mention, event=home))
            touched = _events_of(connection, [row["id"] for row in before])
            self._place(connection, homeless)
            for event_number in {*touched, *_events_of(connection, _numbers(connection, number))}:
                index_words(connection, event_number)
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
        with self.reading() as connection:
            numbers = find(connection, query, limit)
            return Found([one for at in range(0, len(numbers), _AT_ONCE) for one in _shown(connection, numbers[at : at + _AT_ONCE])])

    def counts(self) -> dict[str, int]:
        """How many reports, copies among them, mentions, events, runs and failures there are."""
        live = (
            select(func.count(func.distinct(members.c.event))).join(mentions, members.c.mention == mentions.c.id).where(mentions.c.current)
        )
        with self.reading() as connection:
            return {
                "reports": connection.scalar(select(func.count()).select_from(reports)) or 0,
                "copies": connection.scalar(select(func.count()).where(reports.c.copy_of.is_not(None))) or 0,
                "mentions": connection.scalar(select(func.count()).where(mentions.c.current)) or 0,
                "events": connection.scalar(live) or 0,
                "runs": connection.scalar(select(func.count()).select_from(runs)) or 0,
                "failures": connection.scalar(select(func.count()).select_from(failures)) or 0,
            }

    def _report(self, connection: Connection, report: Report, raw_sha256: str | None) -> str:
        number = _same(connection, report)
        if number is None:
            number = report_id(report)
            connection.execute(
                insert(reports).values(
                    id=number, raw_sha256=raw_sha256 or report.sha256, text_sha256=report.sha256, name=report.id, title=report.title,
                    outlet=report.outlet, published=report.published, url=report.url, language=report.language, text=report.text,
                    added=now(),
                )
            )  # fmt: skip
            sqlite.index_report(connection, number, report.title or "", report.text)
            link(connection, number, report.text)
        return number


def _same(connection: Connection, report: Report) -> str | None:
    """The id of the report here that has this text, and no other outlet or day; also of one that was forgotten or redacted."""
    number = report_id(report)
    if (known := known_as(connection, number)) != number or is_erased(connection, number):
        return known
    columns = (reports.c.id, reports.c.outlet, reports.c.published)
    for row in connection.execute(select(*columns).where(reports.c.text_sha256 == report.sha256).order_by(reports.c.id)):
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


def _current(connection: Connection, report: str) -> list[dict[str, Any]]:
    """The current mentions of a report with their trigger spans."""
    rows = connection.execute(
        select(mentions.c.id, mentions.c.type, mentions.c.json).where(and_(mentions.c.report == report, mentions.c.current))
    )
    return [{"id": row.id, "type": row.type, "spans": [(t["start"], t["end"]) for t in json.loads(row.json)["triggers"]]} for row in rows]


def _take_same(before: list[dict[str, Any]], kind: str, spans: Sequence[tuple[int, int]]) -> int | None:
    """The earlier mention of the same words, taken out of the list: of the same type first, of another type else."""
    for same_type in (True, False):
        for row in before:
            if (row["type"] == kind) == same_type and any(a < d and c < b for a, b in spans for c, d in row["spans"]):
                before.remove(row)
                return int(row["id"])
    return None


def _numbers(connection: Connection, report: str) -> list[int]:
    return [row.id for row in connection.execute(select(mentions.c.id).where(mentions.c.report == report, mentions.c.current))]


def _events_of(connection: Connection, numbers: Sequence[int]) -> set[str]:
    return {row.event for row in connection.execute(select(members.c.event).where(members.c.mention.in_(numbers)))}


def _report_of(row: Mapping[str, Any]) -> Report:
    return Report(row["name"], row["text"], row["title"], row["published"], row["outlet"], row["url"], row["language"])


def _begins(path: Path, header: bytes) -> bool:
    with path.open("rb") as file:
        return file.read(len(header)) == header


def _plain(problem: DatabaseError) -> str:
    said = str(problem.orig)
    if "locked" in said:
        return "another process is writing to this store: try again when it is done"
    if "readonly" in said or "read-only" in said:
        return "the store can only be read: its file or folder is write-protected"
    if "full" in said:
        return "the disk is full: nothing was lost, make room and go on"
    return said
