"""A store of an earlier layout opens, and answers as one that was made today."""

import sqlite3
from itertools import islice
from pathlib import Path

from benchmarks.invented import World
from benchmarks.store import queries
from tests.store.search_problems import search_problems

from memcon.merging import Told
from memcon.model import MadeBy
from memcon.store import Store
from memcon.store import query as asked
from memcon.store.decisions import decide
from memcon.store.packing import unpacked
from memcon.store.rows import event_of, witness

WORLD = World(60)
FIRST_LAYOUT = (
    *(f"DROP TABLE {name}" for name in ("facets", "sought", "listed", "near", "names", "copy_bands")),
    *(f"DROP TABLE {kind}_{name}" for kind in ("report", "event") for name in ("words", "trigrams")),
    "DROP VIEW report_texts",
    "DROP TABLE searched",
    *(f"DROP INDEX {name}" for name in ("reports_outlet", "parties_named", "parties_of", "parties_in_office")),
    "CREATE INDEX ix_reports_outlet ON reports (outlet)",
    "CREATE INDEX ix_mentions_report ON mentions (report)",
    "CREATE INDEX mentions_when ON mentions (type, first)",
    "CREATE INDEX ix_parties_folded ON parties (folded)",
    "CREATE INDEX ix_parties_country ON parties (country)",
    "CREATE TABLE bands (key VARCHAR NOT NULL, report VARCHAR NOT NULL, PRIMARY KEY (key, report), "
    "FOREIGN KEY(report) REFERENCES reports (id))",
    "CREATE TABLE handles (handle VARCHAR NOT NULL, mention INTEGER NOT NULL, type VARCHAR NOT NULL, first VARCHAR, last VARCHAR, "
    "PRIMARY KEY (handle, mention), FOREIGN KEY(mention) REFERENCES mentions (id))",
    "CREATE INDEX handles_near ON handles (handle, type, first)",
    "CREATE TABLE searched (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE)",
    "CREATE VIRTUAL TABLE report_words USING fts5(id UNINDEXED, title, body, tokenize = 'unicode61 remove_diacritics 2')",
    "CREATE VIRTUAL TABLE report_trigrams USING fts5(id UNINDEXED, title, body, tokenize = 'trigram')",
    "CREATE VIRTUAL TABLE event_words USING fts5(id UNINDEXED, words, tokenize = 'unicode61 remove_diacritics 2')",
    "CREATE VIRTUAL TABLE event_trigrams USING fts5(id UNINDEXED, words, tokenize = 'trigram')",
    "INSERT INTO searched (id) SELECT id FROM reports UNION ALL SELECT id FROM events",
    "INSERT INTO report_words SELECT id, title, text FROM reports",
    "DELETE FROM versions WHERE version > 1",
)


def _made(path: Path) -> Store:
    store = Store.open(path)
    run = store.begin_run(MadeBy("0"))
    for record in islice(WORLD.records(), 20):
        store.save(run, record)
    return store


def _to_first_layout(path: Path) -> None:
    raw = sqlite3.connect(path)
    raw.row_factory = sqlite3.Row
    triggers = [row[0] for row in raw.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name NOT LIKE 'decisions%'")]
    for line in (*(f"DROP TRIGGER {name}" for name in triggers), *FIRST_LAYOUT):
        raw.execute(line)
    for row in raw.execute("SELECT mentions.id AS number, json, reports.* FROM mentions JOIN reports ON report = reports.id").fetchall():
        told = Told.of(row["number"], event_of(unpacked(row["json"])), witness(dict(row)))
        days = [day.isoformat() if day else None for day in told.window]
        raw.executemany("INSERT INTO handles VALUES (?, ?, ?, ?, ?)", [(one, told.id, told.type, *days) for one in told.handles])
    for table, key, column in (("mentions", "id", "json"), ("readings", "rowid", "record")):
        for number, kept in raw.execute(f"SELECT {key}, {column} FROM {table}").fetchall():
            raw.execute(f"UPDATE {table} SET {column} = ? WHERE {key} = ?", (unpacked(kept), number))
    raw.commit()
    raw.close()


def _answers(store: Store) -> list[object]:
    with store.reading() as connection:
        found: list[object] = [(asked.find(connection, one), asked.facets(connection, one)) for one in queries(WORLD).values()]
        near = connection.exec_driver_sql("SELECT key, first, last, mention FROM near ORDER BY 1, 2, 4").all()
        bands = connection.exec_driver_sql("SELECT key, report FROM copy_bands ORDER BY 1, 2").all()
    return [*found, store.counts(), near, bands, [(one.id, one.tellings) for one in store.events()]]


def test_a_store_of_the_first_layout_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "memcon.db"
    with _made(path) as store:
        wanted = _answers(store)
    _to_first_layout(path)
    with Store.open(path) as store:
        assert _answers(store) == wanted
        assert search_problems(store.engine) == []
        run = store.begin_run(MadeBy("0"))
        for record in islice(WORLD.records(), 20, 23):
            store.save(run, record)
        assert search_problems(store.engine) == []
    with Store.open(path) as store:
        assert store.counts()["reports"] == wanted[-4]["reports"] + 3  # type: ignore[index]


def test_what_was_put_right_before_it_could_be_found_is_found_by_it(tmp_path: Path) -> None:
    path = tmp_path / "memcon.db"
    with _made(path) as store:
        one = store.events("status:happened")[0]
        decide(store, "correct", one.id, "when", "2031-05-20", who="ann")
    raw = sqlite3.connect(path)
    raw.execute("UPDATE sought SET first = NULL, last = NULL")
    raw.execute("DELETE FROM versions WHERE version > 2")
    raw.commit()
    raw.close()
    with Store.open(path) as store:
        assert [found.id for found in store.events("on:2031-05-20")] == [one.id]
