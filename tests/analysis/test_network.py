"""The network of contacts: what its figures sum to, who stands between others, and what may not be taken for direct talks."""

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analysis.reported import PEOPLE, REPORTS, Line, met, opened, report, store_of

from memcon.analysis import OpenStore
from memcon.analysis.acts import acts
from memcon.analysis.brokers import _constraint, brokers, go_betweens
from memcon.analysis.contacts import contacts, node, pairs
from memcon.analysis.subjects import subject
from memcon.analysis.who import _spellings, actors
from memcon.store import Store, decide


@settings(max_examples=25, deadline=None)
@given(REPORTS)
def test_weights_sum_to_the_contacts_of_pairs(reports) -> None:
    with store_of(reports) as store:
        for level in ("person", "state"):
            of = store.network(level=level)
            found = contacts(acts(store))
            assert sum(tie.weight for tie in of.ties) == sum(len(pairs(act, node(level))) for act in found)
            assert of.counted + len(of.alone) == len(found)
            for tie in of.ties:
                assert tie.weight == tie.a_to_b + tie.b_to_a + tie.mutual == sum(tie.media.values()) == len(tie.events)
                assert tie.a < tie.b
            assert sum(one.degree for one in of.nodes) == 2 * len(of.ties)
            assert {one.id for one in of.nodes} == {one for tie in of.ties for one in (tie.a, tie.b)}
            assert of.core(2).counted == of.counted
            assert len(of.core(2).nodes) <= 2
            for one in brokers(of):
                assert 0 <= one.betweenness <= 1
                assert one.bridges >= len(one.bridged)


def _between() -> list[Line]:
    return [
        met("Niinisto", "Solberg", "2019-09-04"),
        met("Niinisto", "Jakobsdottir", "2019-09-05"),
        met("Niinisto", "Solberg", "2019-09-06", "call"),
        met("Haavisto", "Sweden", "2019-09-06"),
        met("Solberg", "Jakobsdottir", "2019-09-10", "call"),
        met("Niinisto", "Jakobsdottir", "2019-09-11", status="planned"),
    ]


def test_direction_medium_and_days() -> None:
    with opened() as store:
        report(store, "2019-09-16", "Wire", *_between())
        of = store.network()
        (tie,) = [tie for tie in of.ties if {of.name(tie.a), of.name(tie.b)} == {"Sauli Niinisto", "Erna Solberg"}]
        assert (tie.weight, tie.media, str(tie.first), str(tie.last)) == (2, {"call": 1, "meeting": 1}, "2019-09-04", "2019-09-06")
        assert (tie.a_to_b, tie.b_to_a) == ((0, 2) if of.name(tie.a) == "Erna Solberg" else (2, 0))
        assert store.network(level="state").ties[0].weight == 2
        assert len(store.network(last="2019-09-05").ties) == 2
        assert sum(tie.weight for tie in store.network(statuses=["planned"]).ties) == 1
        with pytest.raises(ValueError, match="no network by"):
            store.network(level="village")


def test_who_stands_between() -> None:
    with opened() as store:
        report(store, "2019-09-08", "Wire", *_between()[:4])
        (first, *_) = store.brokers(level="state")
        assert (first.name, first.betweenness) == ("Finland", 1.0)
        assert ("Iceland", "Norway") in first.bridged
        assert set(first.apart) == {("Iceland",), ("Norway",), ("Sweden",)}
        sides = subject(store, "Norway", "Iceland").sides
        (only,) = go_betweens(acts(store), actors(store), *sides)
        assert (only.name, only.with_a, only.with_b, only.before) == ("Sauli Niinisto", 2, 1, 3)
        report(store, "2019-09-16", "Wire", *_between()[4:])
        (only,) = go_betweens(acts(store), actors(store), *sides)
        assert only.before == 3  # all of them before the two spoke themselves
        assert not store.brokers(level="state")[0].bridged or ("Iceland", "Norway") not in store.brokers(level="state")[0].bridged


PAIRS = st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda pair: pair[0] < pair[1])


@settings(deadline=None)
@given(st.dictionaries(PAIRS, st.integers(1, 9), max_size=16))
def test_room_to_broker_is_as_networkx_counts_it(ties: dict[tuple[int, int], int]) -> None:
    graph = nx.Graph()
    graph.add_nodes_from(range(8))
    graph.add_weighted_edges_from((a, b, weight) for (a, b), weight in ties.items())
    theirs = nx.constraint(graph, weight="weight")
    assert _constraint(graph) == pytest.approx(theirs, nan_ok=True)


def test_a_call_to_two_is_no_talk_of_the_two() -> None:
    call = Line(
        "Niinisto called Solberg and Jakobsdottir.", "called", mode="call", actors=("Niinisto",), recipients=("Solberg", "Jakobsdottir")
    )
    summit = Line(
        "Finland hosted Norway and Iceland.", "hosted", mode="multilateral", actors=("Finland",), recipients=("Norway", "Iceland")
    )
    with opened() as store:
        report(store, "2019-09-16", "Wire", call)
        assert len(store.network().ties) == 2
        report(store, "2019-09-17", "Wire", summit)
        assert len(store.network(level="state").ties) == 3


def test_members_of_one_government_are_no_pair() -> None:
    with opened() as store:
        report(store, "2019-09-16", "Wire", Line("Niinisto and Haavisto met.", "met", actors=("Niinisto", "Haavisto")))
        of = store.network()
        assert (of.ties, of.counted, len(of.alone)) == ((), 0, 1)


def test_one_person_under_several_names_is_one() -> None:
    with opened() as store:
        report(store, "2019-09-16", "Wire", met("Niinisto", "Solberg", "2019-09-04"), met("Sweden", "Niinistö", "2019-09-05"))
        assert {one.name for one in store.network().nodes} == {"Sauli Niinisto", "Erna Solberg", "Sweden"}
        assert len(actors(store).every()) == 3
        assert subject(store, "Niinistö") == subject(store, "Sauli Niinisto") == subject(store, "wd:Q29207")


def test_names_are_counted_on_as_a_store_grows_and_anew_where_it_does_not() -> None:
    with opened() as store:
        report(store, "2019-09-16", "Wire", met("Niinisto", "Solberg", "2019-09-04"))
        assert _counts(store) == {"Sauli Niinisto": 1, "Erna Solberg": 1}
        report(store, "2019-09-17", "Wire", met("Niinisto", "Haavisto", "2019-09-05"), met("Solberg", "Niinisto", "2019-09-06"))
        assert _counts(store) == {"Sauli Niinisto": 3, "Erna Solberg": 2, "Pekka Haavisto": 1}
        again = Line("Niinisto met Solberg.", "met", actors=("Niinisto",), recipients=("Jakobsdottir",), when="2019-09-04")
        report(store, "2019-09-16", "Wire", again)  # another reading of the first report, in the place of the one before
        assert _counts(store) == {"Sauli Niinisto": 3, "Erna Solberg": 1, "Katrin Jakobsdottir": 1, "Pekka Haavisto": 1}


def _counts(store: Store) -> dict[str, int]:
    return {row[1]: row[-1] for row in _spellings(store)}


def test_results_are_kept_until_the_store_changes() -> None:
    with opened() as store:
        report(store, "2019-09-16", "Wire", *_between())
        before = store.network()
        assert store.network() is before
        report(store, "2019-09-17", "Wire", met("Russia", "Iceland", "2019-09-12", "call"))
        after = store.network()
        assert after is not before
        assert len(after.ties) == len(before.ties) + 1


def test_the_same_store_gives_the_same_bytes() -> None:
    made = []
    for _ in range(2):
        with opened() as store:
            report(store, "2019-09-16", "Wire", *_between())
            made.append((store.network().to_json(), store.brief("Norway", "Iceland").to_json(), store.timeline().to_json()))
    assert made[0] == made[1]


def _smith(store, day: str, outlet: str, other: str, **more) -> str:
    return report(store, day, outlet, Line(f"Smith met {other} for {outlet}.", "met", actors=("Smith",), recipients=(other,), **more))


def test_a_surname_alone_is_another_person_in_another_report(monkeypatch) -> None:
    monkeypatch.setitem(PEOPLE, "Smith", ("Smith", None, None))
    with opened() as store:
        _smith(store, "2019-09-16", "Wire", "Niinisto")
        _smith(store, "2019-09-16", "Post", "Solberg")
        of = store.network()
        smiths = [one for one in of.nodes if one.name == "Smith"]
        assert [one.contacts for one in smiths] == [1, 1]
        assert len(of.ties) == 2
        assert {part.who.id for act in acts(store, "") for part in act.parts if part.who.name == "Smith"} == {one.id for one in smiths}
        assert subject(store, smiths[0].id).title == "Smith"
        with pytest.raises(ValueError, match="'Smith' may be Smith"):
            subject(store, "Smith")
        monkeypatch.setitem(PEOPLE, "John Smith", ("John Smith", None, None))
        report(store, "2019-09-17", "Wire", Line("John Smith met Sweden.", "met", actors=("John Smith",), recipients=("Sweden",)))
        assert [(one.name, one.contacts) for one in store.network().nodes if "Smith" in one.name] == [("John Smith", 3)]


def test_a_surname_alone_is_one_person_where_an_event_joins_the_reports(monkeypatch) -> None:
    monkeypatch.setitem(PEOPLE, "Smith", ("Smith", None, None))
    with OpenStore.open(None) as store:
        for day, outlet in (("2019-09-16", "Wire"), ("2019-09-17", "Post")):
            oslo = Line("Smith met Niinisto in Oslo.", "met", "CONSULT", "meeting", "happened", ("Smith",), ("Niinisto",), "2019-09-15")
            report(store, day, outlet, oslo)
        _smith(store, "2019-09-18", "Post", "Solberg", when="2019-09-17")
        assert len(store.events()) == 2
        assert sorted(one.contacts for one in store.network().nodes if one.name == "Smith") == [1, 1]


@pytest.mark.parametrize(
    ("others", "name"),
    [
        ("", "Bo al-Fox"),
        ("Ann Lee, a Peruvian minister, will meet Ana Rey, Togo's foreign minister, in Lome on Thursday.", "Peru's envoy"),
    ],
)
def test_who_is_only_described_is_whom_another_report_names(others: str, name: str) -> None:
    with opened() as store:
        told = "A Peruvian envoy, Bo al-Fox, will meet Togo's foreign minister, Ana Rey, in Lome on Thursday."
        store.add(told, published="2021-05-04", outlet="Wire")
        if others:
            store.add(others, published="2021-05-05", outlet="Post")
        store.add("Peru's envoy met Togo's foreign minister, Ana Rey, in Lome on Thursday.", published="2021-05-07", outlet="News")
        while len(found := acts(store, "type:consult")) > 1:
            decide(store, "merge", found[0].id, value=found[1].id, who="Ann")
        assert [who.name for who in found[0].of("actor")] == [name]
