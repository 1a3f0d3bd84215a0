"""Versions of the store's layout, applied in order and never changed once released."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

from sqlalchemy import Connection, Engine, func, insert, inspect, select, update

from memcon.merging.hours import filed, may_be_filed
from memcon.model import Report

from . import sqlite
from .copies import note_bands, shingles
from .listing import list_all, list_events
from .neighbourhood import rows_of
from .put_right import corrected_events
from .rows import record_of
from .schema import members, mentions, metadata, near, readings, reports, versions


class StoreVersionError(ValueError):
    """The store was written by a newer memcon."""


class NoStoreError(ValueError):
    """The file is a database, but another program's."""


def _first(connection: Connection) -> None:
    metadata.create_all(connection)
    sqlite.set_up_search(connection)
    sqlite.keep_decisions(connection)


def _second(connection: Connection) -> None:
    """Search, neighbourhood and listing in tables of their own, so that no question reads the whole record. Nothing is lost by it."""
    metadata.create_all(connection)
    present = set(inspect(connection).get_table_names())
    for table in metadata.sorted_tables:
        for index in table.indexes:
            index.create(connection, checkfirst=True)
    for gone in ("ix_mentions_report", "mentions_when", "ix_parties_folded", "ix_parties_country", "ix_reports_outlet"):
        connection.exec_driver_sql(f"DROP INDEX IF EXISTS {gone}")
    if "handles" in present:
        told = connection.exec_driver_sql("SELECT mention, type, handle, first, last FROM handles").all()
        for mention, kind, handle, *days in told:
            first, last = (date.fromisoformat(day).toordinal() if day else None for day in days)
            connection.execute(insert(near).prefix_with("OR IGNORE"), rows_of(mention, kind, [handle], first, last))
        connection.exec_driver_sql("DROP TABLE handles")
    if "bands" in present:
        for report, text in connection.execute(select(reports.c.id, reports.c.text)).all():
            note_bands(connection, report, shingles(text))
        connection.exec_driver_sql("DROP TABLE bands")
    if "searched" in present:
        sqlite.renew_search(connection)
    list_all(connection)


def _third(connection: Connection) -> None:
    """What people put right is found by what they said, votes by how they were cast."""
    votes = select(members.c.event).join(mentions, members.c.mention == mentions.c.id).where(mentions.c.type == "VOTE").distinct()
    list_events(connection, [*corrected_events(connection), *connection.execute(votes).scalars()])


def _fourth(connection: Connection) -> None:
    """Where reports were filed: by its zone the days of two reports may be one."""
    if "zone" not in {column["name"] for column in inspect(connection).get_columns(reports.name)}:
        connection.exec_driver_sql("ALTER TABLE reports ADD COLUMN zone FLOAT")
    latest = select(readings.c.record).where(readings.c.report == reports.c.id).order_by(readings.c.run.desc()).limit(1)
    wanted = select(reports, latest.scalar_subquery().label("record")).where(reports.c.zone.is_(None))
    for row in connection.execute(wanted).mappings().all():
        if row["record"] and may_be_filed(row["text"]):
            zone = filed(record_of(row["record"], Report(row["name"], row["text"])))
            connection.execute(update(reports).where(reports.c.id == row["id"]).values(zone=zone))


MIGRATIONS: tuple[Callable[[Connection], None], ...] = (_first, _second, _third, _fourth)


def migrate(engine: Engine) -> int:
    """Bring a store to the newest version, all or nothing; returns it.

    StoreVersionError where it is newer than this memcon knows, NoStoreError where the file holds another program's tables.
    """
    with engine.connect() as connection, connection.begin():
        if _version(connection) == len(MIGRATIONS):
            return len(MIGRATIONS)
    with engine.connect().execution_options(**{sqlite.WRITES: True}) as connection, connection.begin():
        now = _version(connection)  # another process may have been first
        for number, change in enumerate(MIGRATIONS[now:], now + 1):
            change(connection)
            connection.execute(versions.insert().values(version=number, applied=datetime.now(UTC).isoformat(timespec="seconds")))
    return len(MIGRATIONS)


def _version(connection: Connection) -> int:
    """The version of the store in the file, 0 where the file is empty."""
    there = inspect(connection)
    if not there.has_table(versions.name):
        if there.get_table_names():
            raise NoStoreError("it is another program's SQLite file, not a store of memcon")
        return 0
    if {column["name"] for column in there.get_columns(versions.name)} != set(versions.c.keys()):
        raise NoStoreError("it is another program's SQLite file, not a store of memcon")
    now = int(connection.execute(select(func.max(versions.c.version))).scalar() or 0)
    if now > len(MIGRATIONS):
        raise StoreVersionError(f"the store has version {now}, this memcon knows {len(MIGRATIONS)}: install a newer memcon")
    return now
