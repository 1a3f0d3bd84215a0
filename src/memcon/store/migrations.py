"""Versions of the store's layout, applied in order and never changed once released."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from sqlalchemy import Connection, Engine, func, inspect, select

from . import sqlite
from .schema import metadata, versions


class StoreVersionError(ValueError):
    """The store was written by a newer memcon."""


def _first(connection: Connection) -> None:
    metadata.create_all(connection)
    sqlite.set_up_search(connection)
    sqlite.keep_decisions(connection)


MIGRATIONS: tuple[Callable[[Connection], None], ...] = (_first,)


def migrate(engine: Engine) -> int:
    """Bring a store to the newest version; returns it. StoreVersionError where it is newer than this memcon knows."""
    with engine.begin() as connection:
        known = inspect(connection).has_table("versions")
        now = connection.execute(select(func.max(versions.c.version))).scalar() or 0 if known else 0
        if now > len(MIGRATIONS):
            raise StoreVersionError(f"the store has version {now}, this memcon knows {len(MIGRATIONS)}: install a newer memcon")
        for number, change in enumerate(MIGRATIONS[now:], now + 1):
            change(connection)
            connection.execute(versions.insert().values(version=number, applied=datetime.now(UTC).isoformat(timespec="seconds")))
    return len(MIGRATIONS)
