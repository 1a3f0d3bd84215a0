"""What only SQLite knows: its file, its settings, its full-text search. Another database gets a module like this one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import (
    URL,
    ColumnElement,
    Connection,
    Engine,
    Integer,
    Select,
    String,
    bindparam,
    create_engine,
    event,
    false,
    func,
    literal,
    select,
    text,
)
from sqlalchemy.exc import OperationalError
from sqlalchemy.sql import column, table

_SETTINGS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA synchronous = NORMAL",
    "PRAGMA cache_size = -65536",  # KiB
    "PRAGMA wal_autocheckpoint = 4000",  # pages
    "PRAGMA temp_store = MEMORY",
    "PRAGMA secure_delete = ON",  # what is forgotten leaves the free pages too
)
CLUSTERED: dict[str, Any] = {"sqlite_with_rowid": False}
"""For tables that are all key: kept in the key's order, without a second copy in an index."""
_INDEXED = {"report": ("report_texts", ("title", "body")), "event": ("listed", ("words",))}
"""Kind -> the table whose rows are indexed, by number, and its columns. The index keeps no text of its own."""
SEARCH = (
    # rows of reports by number: fts5 knows a row by that alone, and SQLite may renumber others when it rewrites a file
    "CREATE TABLE IF NOT EXISTS searched (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE)",
    "CREATE VIEW IF NOT EXISTS report_texts AS SELECT number, title, text AS body FROM searched JOIN reports ON reports.id = searched.id",
    *(
        # unicode words for search, trigrams for parts of words and for scripts without blanks
        f"CREATE VIRTUAL TABLE IF NOT EXISTS {kind}_{name} USING fts5({', '.join(columns)}, content = '{source}', "
        f"content_rowid = 'number', columnsize = 0, {how})"
        for kind, (source, columns) in _INDEXED.items()
        for name, how in (
            ("words", "tokenize = 'unicode61 remove_diacritics 2'"),
            ("trigrams", "tokenize = 'trigram', detail = 'none'"),
        )
    ),
)
_REPORT_OUT = "".join(
    f"INSERT INTO report_{name} (report_{name}, rowid, title, body) SELECT 'delete', number, OLD.title, OLD.text "
    "FROM searched WHERE id = OLD.id; "
    for name in ("words", "trigrams")
)
_REPORT_IN = "".join(
    f"INSERT INTO report_{name} (rowid, title, body) SELECT number, NEW.title, NEW.text FROM searched WHERE id = NEW.id; "
    for name in ("words", "trigrams")
)
_EVENT_OUT = "".join(
    f"INSERT INTO event_{name} (event_{name}, rowid, words) VALUES ('delete', OLD.number, OLD.words); " for name in ("words", "trigrams")
)
_EVENT_IN = "".join(f"INSERT INTO event_{name} (rowid, words) VALUES (NEW.number, NEW.words); " for name in ("words", "trigrams"))
_NAME_OUT = "DELETE FROM names WHERE folded = OLD.folded AND NOT EXISTS (SELECT 1 FROM parties WHERE folded = OLD.folded); "
_NAME_IN = "INSERT OR IGNORE INTO names VALUES (NEW.folded); "
_IN_STEP = {
    "AFTER INSERT ON reports": f"INSERT INTO searched (id) VALUES (NEW.id); {_REPORT_IN}",
    "AFTER UPDATE OF title, text ON reports": _REPORT_OUT + _REPORT_IN,
    "AFTER DELETE ON reports": f"{_REPORT_OUT}DELETE FROM searched WHERE id = OLD.id; ",
    "AFTER INSERT ON listed": _EVENT_IN,
    "AFTER UPDATE OF words ON listed": _EVENT_OUT + _EVENT_IN,
    "AFTER DELETE ON listed": _EVENT_OUT,
    "AFTER INSERT ON parties": _NAME_IN,
    "AFTER UPDATE OF folded ON parties": _NAME_OUT + _NAME_IN,
    "AFTER DELETE ON parties": _NAME_OUT,
}
"""What the database does by itself, so that no way of changing a table can leave the search index or the names behind it."""
_SEARCHED = table("searched", column("number", Integer), column("id", String))
_TEXTS = table("reports", column("id", String), column("title", String), column("text", String)).alias("texts")
_LISTED = table("listed", column("number", Integer), column("words", String)).alias("texts")
_TRIGRAM = 3
WAIT_S = 60
"""How long one process waits for another that writes."""
WRITES = "memcon_writes"
"""The execution option of connections that will write."""


def engine(path: Path | None, *, frozen: bool = False) -> Engine:
    """An engine on a file (with a write-ahead log, so that others read while one writes), or in memory where `path` is None.

    `frozen` is for a file that nobody can write, in a folder that nobody can: it is read as it is.
    """
    address = URL.create("sqlite", database=str(path) if path else None)
    if path and frozen:
        address = URL.create("sqlite", database=f"{path.absolute().as_uri()}?mode=ro&immutable=1", query={"uri": "true"})
    made = create_engine(address, connect_args={"timeout": WAIT_S})

    @event.listens_for(made, "connect")
    def settle(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # the driver begins no transaction of its own: `begin` below does
        cursor = connection.cursor()
        if path and not frozen:
            cursor.execute("PRAGMA journal_mode = WAL")
        for line in _SETTINGS:
            cursor.execute(line)
        connection.create_function("memcon_holds", -1, _holds, deterministic=True)
        cursor.close()

    @event.listens_for(made, "begin")
    def begin(connection: Connection) -> None:
        # A writer takes its turn at once; one that reads first and writes later could find the record changed in between and fail.
        connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get(WRITES) else "BEGIN")

    return made


def copy(made: Engine, target: Path) -> None:
    """Copy what an engine reads into a file; pages that others write meanwhile are copied again."""
    try:
        with closing(made.raw_connection()) as raw, closing(sqlite3.connect(target)) as new:
            raw.backup(new)
    except sqlite3.Error as problem:
        raise OperationalError("backup", None, problem) from problem


def set_up_search(connection: Connection) -> None:
    """Create the tables of full-text search, and what keeps them and the names in step with what they are of."""
    for line in SEARCH:
        connection.exec_driver_sql(line)
    for when, what in _IN_STEP.items():
        named = "_".join(word.lower() for word in when.replace(",", "").split() if word not in ("ON", "OF"))
        connection.exec_driver_sql(f"CREATE TRIGGER IF NOT EXISTS {named} {when} BEGIN {what}END")


def renew_search(connection: Connection) -> None:
    """Make the tables of full-text search anew, for stores of an earlier layout."""
    for kind in _INDEXED:
        for name in ("words", "trigrams"):
            connection.exec_driver_sql(f"DROP TABLE IF EXISTS {kind}_{name}")
    connection.exec_driver_sql("DROP TABLE IF EXISTS searched")
    set_up_search(connection)
    connection.exec_driver_sql("INSERT INTO searched (id) SELECT id FROM reports ORDER BY id")
    connection.exec_driver_sql("INSERT OR IGNORE INTO names SELECT DISTINCT folded FROM parties")
    for name in ("words", "trigrams"):
        connection.exec_driver_sql(f"INSERT INTO report_{name} (report_{name}) VALUES ('rebuild')")


def told_in_report(connection: Connection, report: ColumnElement[Any], words: str, many: int) -> tuple[ColumnElement[bool], bool]:
    """That the report of that id holds all words (those with blanks between them one after another), or parts of words where no report
    holds them so; and whether more than so many do."""
    numbers, parts = _found(connection, "report", words, phrase=True)
    broad = len(connection.execute(numbers.limit(many + 1)).all()) > many
    held = select(_SEARCHED.c.id).where(_SEARCHED.c.number.in_(numbers))
    if parts:  # trigrams say which texts may hold the part, the texts themselves which do
        held = held.join(_TEXTS, _TEXTS.c.id == _SEARCHED.c.id)
        held = held.where(*(func.memcon_holds(part, _TEXTS.c.title, _TEXTS.c.text) for part in parts))
    return (held.where(_SEARCHED.c.id == report).exists(), True) if broad else (report.in_(held), False)


def told_of_event(connection: Connection, number: ColumnElement[Any], words: str) -> ColumnElement[bool]:
    """That the event of that number in `listed` holds all words, or parts of words where none holds them so."""
    numbers, parts = _found(connection, "event", words, phrase=False)
    if not parts:
        return number.in_(numbers)
    held = (func.memcon_holds(part, _LISTED.c.words) for part in parts)
    return number.in_(select(_LISTED.c.number).where(_LISTED.c.number.in_(numbers), *held))


def _found(connection: Connection, kind: str, words: str, phrase: bool) -> tuple[Select[Any], list[str]]:
    """The numbers of the reports or events that hold words, and which parts of words are still to be looked for in those."""
    terms = [term.replace('"', "") for term in ([words] if phrase else words.split())]
    terms = [term.strip() for term in terms if any(one.isalnum() for one in term)]
    whole = _numbers(f"{kind}_words", terms)
    if not terms or any(" " in term or len(term) < _TRIGRAM for term in terms) or connection.execute(whole.limit(1)).first():
        return whole, []
    parts = dict.fromkeys(term[at : at + _TRIGRAM] for term in terms for at in range(len(term) - _TRIGRAM + 1))
    return _numbers(f"{kind}_trigrams", parts), terms


def _numbers(index: str, wanted: Iterable[str]) -> Select[Any]:
    if not (match := " AND ".join(f'"{one}"' for one in wanted)):
        return select(literal(0)).where(false())
    made = text(f"SELECT rowid AS number FROM {index} WHERE {index} MATCH :wanted")
    return select(made.bindparams(bindparam("wanted", match, unique=True)).columns(column("number", Integer)).subquery().c.number)


def gathered(connection: Connection, wanted: Select[int], most: int) -> tuple[int, str]:
    """How many numbers a statement gives (`most` and one more at most), and these, each once, as a JSON list.

    The list is never made one of Python's: thousands of rows would keep other threads from the interpreter.
    """
    found = wanted.limit(most + 1).subquery()
    many, numbers = connection.execute(select(func.count(), func.json_group_array(found.c[0].distinct()))).one()
    return many, numbers


def among(value: ColumnElement[Any], numbers: str) -> ColumnElement[bool]:
    """Whether a number is one of a JSON list of many, more than a statement may have parameters."""
    return value.in_(select(func.json_each(numbers).table_valued("value").c.value))


def holds(value: ColumnElement[Any], part: str) -> ColumnElement[bool]:
    """Whether a text holds a part, letter by letter. Much cheaper than LIKE."""
    return func.instr(value, part) > 0


def spaced(value: ColumnElement[Any]) -> ColumnElement[Any]:
    """A text with a blank around each of its words, so that one is found whole."""
    bare = func.replace(func.replace(value, "-", " "), "'", " ")
    return literal(" ") + bare + literal(" ")


def _holds(part: str, *texts: str | None) -> bool:
    low = part.lower()
    return any(low in (one or "").lower() for one in texts)


def _search_tables() -> list[str]:
    return [f"{kind}_{name}" for kind in _INDEXED for name in ("words", "trigrams")]


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
        for table in _search_tables():
            cursor.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")
        cursor.execute("VACUUM")
        busy = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        cursor.close()
    return not busy
