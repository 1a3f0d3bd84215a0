"""What a query finds is what going through all events finds, whichever way the store takes to it."""

from collections.abc import Callable, Iterator
from typing import Any, cast

import pytest
from benchmarks.invented import World
from benchmarks.store import queries
from sqlalchemy.event import listen, remove

from memcon.merging import Merged, Telling
from memcon.model import Event, MadeBy, Party, Record, Report, Span
from memcon.store import QueryError, Store, conditions
from memcon.store import query as asked
from memcon.store.query import parse
from memcon.store.tellings import each_its_own

WORLD = World(60)
(ACTOR, STATE), (OTHER, OTHER_STATE) = WORLD.actors[0], WORLD.actors[1]
MORE = (
    "-type:consult", "type:consult,aid -mode:call", "has:several", "has:copies", "has:source -has:where", "has:when", "has:contradiction",
    "-after:2015-01-02", "before:2015-01-02", "on:2015-01", "on:2015-01-02", "with:usa,gbr", "-office:minister", "office:mini type:aid",
    "text:zzzz", "-text:zzzz", "source:office", "source:official,media", "status:planned,denied", "report:r1", "id:m1", "sort:added",
    "confidence:0.8", "-confidence:.8", "confidence:0.7 type:aid",
)  # fmt: skip
Holds = Callable[[Telling], bool]


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with Store.open(None) as opened:
        run = opened.begin_run(MadeBy("0"))
        for record in WORLD.records():
            opened.save(run, record)
        yield opened


def _side(role: str, name: str) -> Holds:
    def holds(telling: Telling) -> bool:
        roles = ("actor", "recipient") if telling.event.type == "CONSULT" else (role,)
        return any(p.role in roles and (name in p.name.lower() or name.upper() == p.country) for p in telling.event.participants)

    return holds


PLAIN: dict[str, Holds] = {
    "": lambda _: True,
    "type:consult": lambda t: t.event.type == "CONSULT",
    "type:consult mode:call,visit": lambda t: t.event.type == "CONSULT" and t.event.mode in ("call", "visit"),
    "status:denied": lambda t: t.event.status == "denied",
    "on:2015-01-02": lambda t: t.event.when is not None and t.event.when.edtf == "2015-01-02",
    "after:2015-01-02": lambda t: t.event.when is not None and t.event.when.edtf >= "2015-01-02",
    f"who:{ACTOR.split()[1]}": _side("actor", ACTOR.split()[1].lower()),
    f"whom:{STATE.lower()}": _side("recipient", STATE.lower()),
    f"who:{OTHER_STATE.lower()} has:where": lambda t: _side("actor", OTHER_STATE.lower())(t) and t.event.where is not None,
    "source:official": lambda t: any(source.kind == "official" for source in t.event.sources),
    'outlet:"outlet 1"': lambda t: "outlet 1" in (t.witness.outlet or "").lower(),
    "office:minister": lambda t: any(p.office == "minister" for p in t.event.participants),
    "has:copies": lambda t: t.witness.copy_of is not None,
    "confidence:0.75": lambda t: t.event.confidence >= 0.75,
}


@pytest.mark.parametrize("query", PLAIN)
def test_found_is_what_holds_of_some_telling(store: Store, query: str) -> None:
    def day(one: Merged) -> str:
        return min((t.event.when.edtf if t.event.when else None) or t.witness.published or "9999" for t in one.tellings)

    every = sorted(store.events(), key=lambda one: (day(one), one.id))
    wanted = [one.id for one in every if any(PLAIN[query](telling) for telling in one.tellings)]
    assert [one.id for one in store.events(query)] == wanted
    if query:
        rest = [one.id for one in every if one.id not in wanted]
        assert [one.id for one in store.events(f"-{query}")] == rest or " " in query


@pytest.mark.parametrize("query", [*queries(WORLD).values(), *MORE])
def test_few_and_many_are_found_alike(store: Store, query: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with store.reading() as connection:
        few = asked.find(connection, query), asked.find(connection, query, 3, 1), asked.facets(connection, query)
        monkeypatch.setattr(asked, "_FEW", -1)
        monkeypatch.setattr(conditions, "_MANY", -1)
        many = asked.find(connection, query), asked.find(connection, query, 3, 1), asked.facets(connection, query)
    assert few == many
    assert few[0][1:4] == few[1]


def test_facets_count_each_event_once_for_a_value(store: Store) -> None:
    with store.reading() as connection:
        counted = asked.facets(connection, "type:consult")
        found = asked.find(connection, "type:consult")
    assert counted["type"]["CONSULT"] == len(found)
    events = [store.event(number) for number in found]
    happened = [one for one in events if one and any(t.event.status == "happened" for t in one.tellings)]
    assert counted["status"]["happened"] == len(happened)


@pytest.mark.parametrize("query", ["confidence:high", "confidence:1.5", "confidence:-1"])
def test_a_confidence_is_a_number_from_0_to_1(store: Store, query: str) -> None:
    with pytest.raises(asked.QueryError, match="a number from 0 to 1"):
        store.events(query)


@pytest.mark.parametrize("query", ["-sort:time", "type:consult -sort:-reports"])
def test_an_order_is_nothing_to_exclude(store: Store, query: str) -> None:
    with pytest.raises(asked.QueryError, match=r"an order cannot be excluded"):
        store.events(query)


@pytest.mark.parametrize(
    ("query", "told"),
    [("who:", "a value is wanted"), ("who: norway", "a value is wanted"), ("country:NO", "three letters"), ("country:norway", "as NOR")],
)
def test_terms_without_a_value_that_can_be_are_told(query: str, told: str) -> None:
    with pytest.raises(QueryError, match=told):
        parse(query)


def test_terms_as_arguments_of_their_own_are_told() -> None:
    with Store.open(None) as store, pytest.raises(QueryError, match="a query is one text: 'type:consult who:x'"):
        store.events("type:consult", cast("int", "who:x"))


def _met(number: int, name: str, by: Party) -> Record:
    text = f"{name} met envoys."
    met = text.index("met")
    return Record(
        Report(f"r{number}", text),
        (Event("e1", "CONSULT", "meeting", "happened", (Span(met, met + 3, "met"),), (by,)),),
        made_by=MadeBy("0"),
    )


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ('who:"Donald Trump"', {"Donald Trump", "Donald J. Trump"}),
        ("who:trump", {"Donald Trump", "Donald J. Trump", "Ivanka Trump"}),
        ("who:U.S.", {"United States", "U.S. officials"}),
        ("who:us", {"United States"}),
        ('who:"the UK"', {"United Kingdom"}),
        ("who:uk", {"United Kingdom"}),
        ("who:ukr", {"Ukraine"}),
        ("who:rus", {"Russia"}),
        ("who:usa", {"United States"}),
        ("who:nato", {"North Atlantic Treaty Organization"}),
        ("who:xi", {"Xi Jinping"}),
        ("-who:us", {"Donald Trump", "Donald J. Trump", "Ivanka Trump", "United Kingdom", "Russia", "Ukraine", "Xi Jinping"}),
    ],
)
def test_who_is_meant_by_a_name_of_a_query(query: str, names: set[str]) -> None:
    told = [
        ("Donald Trump", "person", None, "Q22686"), ("Donald J. Trump", "person", None, "Q22686"),
        ("Ivanka Trump", "person", None, "Q239411"), ("Xi Jinping", "person", None, "Q15031"),
        ("United States", "state", "USA", None), ("United Kingdom", "state", "GBR", None),
        ("Russia", "state", "RUS", None), ("Ukraine", "state", "UKR", None),
        ("U.S. officials", "group", None, None), ("Jerusalem police", "group", None, None),
        ("North Atlantic Treaty Organization", "organisation", None, "Q7184"),
    ]  # fmt: skip
    with Store.open(None, place=each_its_own) as store:
        run = store.begin_run(MadeBy("0"))
        for number, (name, kind, country, wikidata) in enumerate(told):
            span = Span(0, len(name), name)
            store.save(run, _met(number, name, Party("actor", name, kind, span, country=country, wikidata=wikidata)))
        found = {one.best("actor") for one in store.events(query)}
    assert found - ({"North Atlantic Treaty Organization", "Jerusalem police", "U.S. officials"} if query[0] == "-" else set()) == names


@pytest.mark.parametrize("query", [f"with:{STATE.lower()}", f"who:{STATE.lower()}", f"whom:{STATE.lower()}", f"-with:{STATE.lower()}"])
def test_mentions_of_each_event_are_looked_at_and_not_all_those_of_a_party_for_each(
    store: Store, query: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asked, "_FEW", -1)
    statements: list[tuple[str, object]] = []

    def note(_connection: object, _cursor: object, statement: str, parameters: object, *_: object) -> None:
        statements.append((statement, parameters))

    with store.reading() as connection:
        listen(connection.engine, "before_cursor_execute", note)
        try:
            asked.find(connection, query, 10)
        finally:
            remove(connection.engine, "before_cursor_execute", note)
        statement, parameters = statements[-1]
        plan = [str(row[-1]) for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", cast(Any, parameters))]
    assert any("SEARCH sought" in step for step in plan)
    assert not any("sought" in step and "rowid=" in step for step in plan)
