"""What is asked of a store is answered from indexes: the cost grows with what is near or found, not with the record."""

import re
import statistics
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice

import pytest
from benchmarks.invented import World
from sqlalchemy import event as on
from tests.store.search_problems import search_problems

from memcon.model import MadeBy, Record
from memcon.store import Store
from memcon.store import query as asked
from memcon.store.tellings import weighings

WORLD = World(60)
GROWING = ("mentions", "reports", "parties", "members", "near", "pairs", "sought", "listed", "facets", "copy_bands", "readings", "events")


@pytest.fixture(scope="module")
def held() -> tuple[Store, int, Iterator[Record]]:
    records = WORLD.records()
    with Store.open(None) as store:
        run = store.begin_run(MadeBy("0"))
        for record in islice(records, 20):
            store.save(run, record)
        yield store, run, records


def _plans(store: Store, work: Callable[[], object]) -> list[tuple[str, str]]:
    """How each statement that some work needs is answered: the statement and its plan."""
    told: list[tuple[str, tuple[object, ...]]] = []

    def listen(_connection: object, _cursor: object, statement: str, values: object, _context: object, many: bool) -> None:
        if re.match(r"SELECT|UPDATE|DELETE|INSERT", statement):
            told.append((statement, tuple(values[0] if many else values)))  # type: ignore[index,arg-type]

    on.listen(store.engine, "before_cursor_execute", listen)
    work()
    on.remove(store.engine, "before_cursor_execute", listen)
    with store.reading() as connection:
        return [
            (line, "\n".join(row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {line}", values))) for line, values in told
        ]


def _scanned(plan: str) -> set[str]:
    """The tables that a plan reads from end to end, not even by an index that holds all that is asked."""
    return set(re.findall(r"SCAN (\w+)\b(?! USING COVERING INDEX)(?! VIRTUAL)", plan)) & set(GROWING)


def test_keeping_one_more_report_reads_no_table_from_end_to_end(held: tuple[Store, int, Iterator[Record]]) -> None:
    store, run, records = held
    plans = _plans(store, lambda: store.save(run, next(records)))
    assert len(plans) > 20
    assert [(line, plan) for line, plan in plans if "SCAN" in plan and "decisions" not in plan] == []


def test_neighbours_are_found_by_key_and_day(held: tuple[Store, int, Iterator[Record]]) -> None:
    store, run, records = held
    (plan,) = {plan for line, plan in _plans(store, lambda: store.save(run, next(records))) if "FROM members JOIN near" in line}
    assert "SEARCH near USING PRIMARY KEY (key=? AND first>? AND first<?)" in plan


def test_showing_an_event_reads_no_table_from_end_to_end(held: tuple[Store, int, Iterator[Record]]) -> None:
    store, _run, _records = held
    (one,) = store.events("sort:-reports", limit=1)

    def show() -> None:
        store.event(one.id)
        with store.reading() as connection:
            weighings(connection, one.id)

    plans = _plans(store, show)
    assert [(line, plan) for line, plan in plans if "SCAN" in plan and "decisions" not in plan] == []


@pytest.mark.parametrize(
    ("query", "index"),
    [
        ("", "listed_since"),
        ("sort:-time", "listed_since"),
        ("sort:-reports", "listed_reports"),
        ("sort:added", "listed_added"),
        ("sort:-confidence", "listed_confidence"),
        ("confidence:0.9 sort:-confidence", "listed_confidence"),
        ("type:consult mode:call", "sought_type"),
        ("after:2015-02-01", "sought"),
        ("country:tur", "sought_country"),
        ("who:putin", "parties_named"),
        ("with:usa", "parties_of"),
        ("who:wd:Q7747", "ix_parties_key"),
        ("office:minister", "parties_in_office"),
        ("outlet:ynet", "reports_outlet"),
        ("text:talks", "report_words"),
        ("report:r0", "ix_sought_report"),
        ("id:m0", "ix_sought_event"),
    ],
)
def test_queries_use_their_indexes(held: tuple[Store, int, Iterator[Record]], query: str, index: str) -> None:
    store, _run, _records = held

    def work() -> None:
        with store.reading() as connection:
            asked.find(connection, query, 50)
            asked.facets(connection, query)

    plans = "\n".join(plan for _line, plan in _plans(store, work))
    assert index in plans
    assert _scanned(plans) <= {"sought"}  # narrow, and made to be looked through


def test_the_search_index_is_in_step() -> None:
    with Store.open(None) as store:
        run = store.begin_run(MadeBy("0"))
        for record in islice(WORLD.records(), 3):
            store.save(run, record)
        assert search_problems(store.engine) == []
        with store.writing() as connection:
            connection.exec_driver_sql("INSERT INTO event_words (rowid, words) VALUES (999999, 'nobody tells this')")
        assert search_problems(store.engine) != []


@pytest.mark.slow
def test_the_work_does_not_grow_with_the_record() -> None:
    """Counted in steps of the database's machine, not in seconds: for one more report, for an event shown, at 200 and at 1,400 reports."""
    records = World(4000).records()
    saved, shown = [], []
    with Store.open(None) as store:
        run = store.begin_run(MadeBy("0"))
        for reports in (200, 1400):
            for record in islice(records, reports - store.counts()["reports"]):
                store.save(run, record)
            saved.append(statistics.median(_steps(store, partial(store.save, run, record)) for record in islice(records, 40)))
            numbers = [one.id for one in store.events("sort:added", limit=40)]
            shown.append(statistics.median(_steps(store, partial(store.event, number)) for number in numbers))
    assert saved[1] < 1.5 * saved[0]
    assert shown[1] < 1.2 * shown[0]


def _steps(store: Store, work: Callable[[], object]) -> int:
    """How many steps, in tens, the database takes for some work."""
    count = 0

    def step() -> int:
        nonlocal count
        count += 1
        return 0

    raw = store.engine.raw_connection()  # in memory there is one connection only
    raw.driver_connection.set_progress_handler(step, 10)  # type: ignore[union-attr]
    raw.close()
    work()
    return count
