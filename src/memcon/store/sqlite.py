"""What only SQLite knows: its file, its settings, its full-text search. Another database gets a module like this one."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text

_SETTINGS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA synchronous = NORMAL",
    "PRAGMA secure_delete = ON",  # what is forgotten leaves the free pages too
)
SEARCH = (
    # rows of the search index by number: fts5 finds a row by that alone, all else means reading the whole index
    "CREATE TABLE IF NOT EXISTS searched (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE)",
    # unicode words for search, trigrams for parts of words and for scripts without blanks
    "CREATE VIRTUAL TABLE IF NOT EXISTS report_words USING fts5(id UNINDEXED, title, body, tokenize = 'unicode61 remove_diacritics 2')",
    "CREATE VIRTUAL TABLE IF NOT EXISTS report_trigrams USING fts5(id UNINDEXED, title, body, tokenize = 'trigram')",
    "CREATE VIRTUAL TABLE IF NOT EXISTS event_words USING fts5(id UNINDEXED, words, tokenize = 'unicode61 remove_diacritics 2')",
    "CREATE VIRTUAL TABLE IF NOT EXISTS event_trigrams USING fts5(id UNINDEXED, words, tokenize = 'trigram')",
)
_TRIGRAM = 3
WAIT_S = 60
"""How long one process waits for another that writes."""
WRITES = "memcon_writes"
"""The execution option of connections that will write."""


def engine(path: Path | None) -> Engine:
    """An engine on a file (with a write-ahead log, so that others read while one writes), or in memory where `path` is None."""
    made = create_engine(f"sqlite:///{path}" if path else "sqlite://", connect_args={"timeout": WAIT_S})

    @event.listens_for(made, "connect")
    def settle(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # the driver begins no transaction of its own: `begin` below does
        cursor = connection.cursor()
        if path:
            cursor.execute("PRAGMA journal_mode = WAL")
        for line in _SETTINGS:
            cursor.execute(line)
        cursor.close()

    @event.listens_for(made, "begin")
    def begin(connection: Connection) -> None:
        # A writer takes its turn at once; one that reads first and writes later could find the record changed in between and fail.
        connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get(WRITES) else "BEGIN")

    return made


def set_up_search(connection: Connection) -> None:
    """Create the tables of full-text search."""
    for line in SEARCH:
        connection.execute(text(line))


def index_report(connection: Connection, number: str, title: str, body: str) -> None:
    """Put a report into the search index, in place of what it held of it."""
    _index(connection, "report", number, {"title": title, "body": body})


def drop_report(connection: Connection, number: str) -> None:
    """Take a report out of the search index."""
    _drop(connection, "report", number)


def index_event(connection: Connection, number: str, words: str) -> None:
    """Put an event into the search index, in place of what it held of it."""
    _index(connection, "event", number, {"words": words})


def drop_event(connection: Connection, number: str) -> None:
    """Take an event out of the search index."""
    _drop(connection, "event", number)


def _index(connection: Connection, kind: str, number: str, columns: dict[str, str]) -> None:
    row = _drop(connection, kind, number)
    if row is None:
        made = connection.exec_driver_sql("INSERT INTO searched (id) VALUES (?)", (number,))
        row = int(made.lastrowid)
    names = ", ".join(columns)
    for table in (f"{kind}_words", f"{kind}_trigrams"):
        marks = ", ".join("?" * (len(columns) + 2))
        connection.exec_driver_sql(f"INSERT INTO {table} (rowid, id, {names}) VALUES ({marks})", (row, number, *columns.values()))


def _drop(connection: Connection, kind: str, number: str) -> int | None:
    """Take a row out of the index; returns its number, None where it was never there."""
    known = connection.exec_driver_sql("SELECT number FROM searched WHERE id = ?", (number,)).first()
    if known is None:
        return None
    for table in (f"{kind}_words", f"{kind}_trigrams"):
        connection.exec_driver_sql(f"DELETE FROM {table} WHERE rowid = ?", (known[0],))
    return int(known[0])


def search(connection: Connection, kind: str, words: str) -> list[str]:
    """Ids of the `report`s or `event`s that hold all words (or, where no word is found so, a part of a word), best first."""
    terms = [term.replace('"', "") for term in words.split()]
    terms = [term for term in terms if any(one.isalnum() for one in term)]
    if not terms:
        return []
    found = _match(connection, f"{kind}_words", terms)
    if not found and all(len(term) >= _TRIGRAM for term in terms):
        found = _match(connection, f"{kind}_trigrams", terms)
    return found


def search_phrase(connection: Connection, kind: str, phrase: str) -> list[str]:
    """Ids of the `report`s or `event`s that hold the words one after another."""
    plain = phrase.replace('"', " ").strip()
    return _match(connection, f"{kind}_words", [plain]) if any(one.isalnum() for one in plain) else []


def _match(connection: Connection, table: str, terms: list[str]) -> list[str]:
    wanted = " AND ".join(f'"{term}"' for term in terms)
    rows = connection.execute(text(f"SELECT id FROM {table} WHERE {table} MATCH :wanted ORDER BY rank"), _row(wanted=wanted))
    return list(dict.fromkeys(str(row[0]) for row in rows))


def keep_decisions(connection: Connection) -> None:
    """Let nobody change or delete an entry of the log of decisions."""
    for verb in ("UPDATE", "DELETE"):
        connection.execute(
            text(
                f"CREATE TRIGGER IF NOT EXISTS decisions_no_{verb.lower()} BEFORE {verb} ON decisions "
                "BEGIN SELECT RAISE(ABORT, 'the log of decisions is appended to, never changed'); END"
            )
        )


def erase_traces(made: Engine) -> bool:
    """Rewrite the file without free pages and empty its log, so that nothing of what was deleted can be read from it.

    False where that could not be: another process uses the store, or the disk has no room for a second file.
    """
    raw = made.raw_connection()  # past SQLAlchemy's transactions: a file cannot be rewritten within one
    busy = 1
    with suppress(sqlite3.OperationalError), closing(raw):
        cursor = raw.cursor()
        for table in ("report_words", "report_trigrams", "event_words", "event_trigrams"):
            cursor.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")
        cursor.execute("VACUUM")
        busy = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        cursor.close()
    return not busy


def _row(**values: str) -> dict[str, str]:
    return values
