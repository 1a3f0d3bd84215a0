"""Many people are forgotten at once as they are one by one: to the last row of the store."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, select
from tests.store.small_store import spans

from memcon.cli import main
from memcon.model import Entity, Event, MadeBy, Party, Record, Report, Where
from memcon.store import Store
from memcon.store.decisions import decide
from memcon.store.forgetting import forget_person
from memcon.store.forgetting_many import forget_people
from memcon.store.holders import Holders
from memcon.store.masking import MASK, Words
from memcon.store.schema import metadata, parties

GIVEN = ("Anna", "Li", "Rupert")
LAST = ("Virtanen", "Li", "Zenda", "Berg-Hansen")
PEOPLE = [f"{given} {last}" for given in GIVEN for last in LAST if given != last]
CLOCKED = {
    "events": ("created",),
    "runs": ("started", "finished"),
    "listed": ("added",),
    "reports": ("added",),
    "failures": ("at",),
    "versions": ("applied",),
}
"""Columns that tell when a store was made."""
SALTED = {"decisions": (), "decision_values": ("seq", "side", "value")}


def key(name: str) -> str:
    return f"person:{name.lower()}@"


def record(number: int, told: Sequence[tuple[str, str, bool]], place: str) -> Record:
    """A report in which pairs meet, the second one called by the surname alone where so told; its place may be called as a person is."""
    sentences = [f"{one} met {other.split()[-1] if short else other} in {place}." for one, other, short in told]
    text = " ".join((*sentences, f"Old Virtanens and the {place} sisters laughed with Li."))
    events, entities, begin = [], {}, 0
    for at, ((one, other, short), sentence) in enumerate(zip(told, sentences, strict=True)):
        called = other.split()[-1] if short else other
        parties = []
        for role, full, words, after in (("actor", one, one, 0), ("recipient", other, called, len(one))):
            span = next(span for span in spans(text, words) if span.start >= begin + after)
            entities.setdefault(full, []).append(span)
            parties.append(Party(role, full, "person", span, f"n-{full}"))
        met, where = (next(span for span in spans(text, words) if span.start >= begin) for words in ("met", place))
        summary, there = f"{one} met {other} in {place}.", Where(place, where, place)
        events.append(
            Event(f"e{at}", "CONSULT", "meeting", "happened", (met,), tuple(parties), where=there, summary=summary, confidence=0.8)
        )
        begin += len(sentence) + 1
    named = tuple(Entity(f"n-{name}", name, "person", tuple(places)) for name, places in entities.items())
    report = Report(f"{told[0][0]} {number}", text, title=f"Of {told[0][1]}", published="2022-03-08", outlet=f"Paper {number % 2}")
    return Record(report, tuple(events), entities=named, made_by=MadeBy("0.1.0"))


def rows(store: Store) -> dict[str, list[dict[str, Any]]]:
    found = {}
    with store.reading() as connection:
        for table in metadata.sorted_tables:
            kept = [c for c in table.columns if c.name not in CLOCKED.get(table.name, ()) and c.name in SALTED.get(table.name, (c.name,))]
            every = connection.execute(table.select()).mappings() if kept else ()
            found[table.name] = sorted(({c.name: row[c.name] for c in kept} for row in every), key=str)
    return found


def one_by_one(connection: Connection, keys: Sequence[str]) -> None:
    for one in keys:
        forget_person(connection, one)


def after(
    records: Sequence[Record], said: Sequence[tuple[int, str]], keys: Sequence[str], forget: Callable[[Connection, Sequence[str]], object]
) -> dict[str, list[dict[str, Any]]]:
    with Store.open(None) as store:
        run = store.begin_run(MadeBy("0.1.0"))
        for one in records:
            store.save(run, one)
        for number, name in said:
            found = store.events()
            decide(
                store, "correct", found[number % len(found)].id, ("actor", "where")[number % 2], f"{name} himself", who="ann", reason=name
            )
            store.fail(run, f"{name}.txt", "empty")
            store.fail(run, f"file {number}", f"it names {name.split()[-1]}")
        with store.writing() as connection:
            forget(connection, keys)
        return rows(store)


pairs = st.tuples(st.sampled_from(PEOPLE), st.sampled_from(PEOPLE), st.booleans()).filter(lambda pair: pair[0] != pair[1])
reports = st.lists(
    st.tuples(st.lists(pairs, min_size=1, max_size=3), st.sampled_from(("Zenda", "Bergen", "Rupert"))), min_size=1, max_size=4
)
corrections = st.lists(st.tuples(st.integers(0, 9), st.sampled_from(PEOPLE)), max_size=3)


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(reports, corrections, st.lists(st.sampled_from(PEOPLE), unique=True, max_size=8))
def test_at_once_is_one_by_one(told: list[Any], said: list[tuple[int, str]], gone: list[str]) -> None:
    records = [record(number, *one) for number, one in enumerate(told)]
    keys = [key(name) for name in gone]
    assert after(records, said, keys, forget_people) == after(records, said, keys, one_by_one)


def test_a_surname_goes_with_the_last_who_bears_it_and_stays_with_who_is_left() -> None:
    told = [("Anna Virtanen", "Rupert Virtanen", True), ("Li Zenda", "Anna Li", False)]
    records = [record(0, told, "Bergen")]
    for gone, left in (
        (("Anna Virtanen",), "████████ met Virtanen in"),
        (("Anna Virtanen", "Rupert Virtanen"), "████████ met ████████ in"),
    ):
        keys = [key(name) for name in gone]
        made = after(records, (), keys, forget_people)
        assert made == after(records, (), keys, one_by_one)
        assert left.replace("████████", MASK * 13, 1) in made["reports"][0]["text"]
        assert "Li Zenda met Anna Li" in made["reports"][0]["text"]


def test_nobody_is_no_fault() -> None:
    with Store.open(None) as store, store.writing() as connection:
        assert forget_people(connection, ["person:nobody@"]) == forget_people(connection, []) == 0


@given(st.text(), st.text(min_size=1, max_size=9))
def test_what_an_index_does_not_find_is_not_there(text: str, form: str) -> None:
    for held in (text, text + form.swapcase(), f"x{form.upper()}x"):
        index = Holders[int]()
        index.add(1, held)
        assert not Words([form]).stand_in(held) or index.with_any([form])


@pytest.mark.slow
def test_of_read_reports(tmp_path: Path) -> None:
    """The store of the demonstration: everybody whom it knows is forgotten but the first ten."""
    path = tmp_path / "demo.db"
    with pytest.raises(SystemExit):
        main(["ingest", str(Path(__file__).parents[2] / "examples" / "mediation"), "--db", str(path)])
    found = []
    for at, forget in enumerate((forget_people, one_by_one)):
        copy = tmp_path / f"{at}.db"
        copy.write_bytes(path.read_bytes())
        with Store.open(copy) as store:
            with store.writing() as connection:
                persons = select(parties.c.key).where(parties.c.key.startswith("person:")).distinct().order_by(parties.c.key)
                forget(connection, connection.execute(persons).scalars().all()[10:])
            found.append(rows(store))
    assert found[0] == found[1]
