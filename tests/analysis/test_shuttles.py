"""Shuttle chains are in the order of time and link parties; a message goes on only where one contact was over when the next began."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, settings
from tests.analysis.reported import REPORTS, Line, met, opened, report, store_of

from memcon.analysis.acts import acts
from memcon.analysis.contacts import carries, contacts, node, pairs
from memcon.analysis.reach import reach
from memcon.analysis.shuttles import shuttles
from memcon.analysis.silence import silences
from memcon.analysis.subjects import Side, subject
from memcon.analysis.windows import Window


def _shuttle() -> list[Line]:
    return [
        met("Niinisto", "Solberg", "2019-09-04", place=("Oslo", "NOR")),
        met("Niinisto", "Jakobsdottir", "2019-09-05", place=("Reykjavik", "ISL")),
        met("Niinisto", "Solberg", "2019-09-05", "call", after="e2"),
        met("Niinisto", "Jakobsdottir", "2019-09-07", "call"),
        met("Niinisto", "Solberg", "2019-09-20", "call"),
    ]


def test_the_legs_of_a_shuttle() -> None:
    with opened() as store:
        report(store, "2019-09-21", "Wire", *_shuttle())
        (chain,) = store.shuttles("Niinisto")
        assert [(leg.names, leg.media, leg.order) for leg in chain.legs] == [
            (("Norway",), ("meeting",), ""),
            (("Iceland",), ("meeting",), "day"),
            (("Norway",), ("call",), "stated"),
            (("Iceland",), ("call",), "day"),
        ]
        assert [(link.a, link.b, link.passes, link.direct) for link in chain.links] == [("Iceland", "Norway", 3, 0)]
        assert (chain.returns, chain.passes) == (2, 3)
        assert not shuttles(store, subject(store, "Niinisto").sides[0], gap=0)
        assert not shuttles(store, least=5)
        assert len(shuttles(store, gap=20)[0].legs) == 5


def test_one_day_without_a_stated_order_goes_as_it_is_told() -> None:
    stops = [("Russia", "2019-09-05"), ("Sweden", "2019-09-05"), ("Denmark", "2019-09-05"), ("Norway", "2019-09-06")]
    with opened() as store:
        report(store, "2019-09-07", "Wire", *(met("Niinisto", name, day) for name, day in stops))
        (chain,) = store.shuttles("Niinisto")
    assert [leg.names[0] for leg in chain.legs] == [name for name, _ in stops]
    assert [leg.order for leg in chain.legs] == ["", "unknown", "unknown", "day"]


def test_a_visit_without_a_host_is_to_the_state_of_the_place() -> None:
    lines = [
        Line("Niinisto flew to Oslo.", "flew", mode="visit", actors=("Niinisto",), when="2019-09-04", place=("Oslo", "NOR")),
        met("Niinisto", "Jakobsdottir", "2019-09-05"),
        met("Niinisto", "Sweden", "2019-09-06"),
    ]
    with opened() as store:
        report(store, "2019-09-07", "Wire", *lines)
        (chain,) = store.shuttles(level="state")
        assert [(leg.names, leg.by_place) for leg in chain.legs] == [(("Norway",), True), (("Iceland",), False), (("Sweden",), False)]


@settings(max_examples=25, deadline=None)
@given(REPORTS)
def test_chains_are_in_the_order_of_time(reports) -> None:
    with store_of(reports) as store:
        for level in ("person", "state"):
            for chain in shuttles(store, level=level, gap=2, least=2):
                assert len(chain.legs) >= 2
                assert all(one.day <= other.day <= one.day + timedelta(days=2) for one, other in pairwise(chain.legs))
                assert (chain.first, chain.last) == (chain.legs[0].day, chain.legs[-1].day)
                names = {name for leg in chain.legs for name in leg.names}
                assert all({link.a, link.b} <= names and link.passes > 0 for link in chain.links)
                assert chain.passes == max(link.passes for link in chain.links) < len(chain.legs)
                assert chain.name not in names


@settings(max_examples=25, deadline=None)
@given(REPORTS)
def test_a_message_respects_time(reports) -> None:
    with store_of(reports) as store:
        source, window = Side("FIN", "Finland"), Window.of("2019-09-03", None)
        strict = reach(store, source, window, level="state")
        loose = reach(store, source, window, level="state", same_day=True)
        assert {one.id for one in strict} <= {one.id for one in loose}
        for found, slack in ((strict, 1), (loose, 0)):
            for one in found:
                assert one.path[0].giver == "Finland"
                assert one.path[-1].taker == one.name
                assert one.path[-1].last == one.day
                assert all(a.taker == b.giver and a.last + timedelta(days=slack) <= b.first for a, b in pairwise(one.path))
        assert {one.id: one.day for one in strict} == _by_trying(store, "FIN", date(2019, 9, 2))
        for one in reach(store, source, Window.of(None, "2019-09-12"), level="state", backwards=True):
            assert one.path[-1].taker == "Finland"
            assert one.path[0].giver == one.name
            assert one.path[0].first == one.day
            assert all(a.last < b.first for a, b in pairwise(one.path))


def _by_trying(store, source: str, begin: date) -> dict[str, date]:
    """Earliest arrivals by going round until nothing changes."""
    every = [
        pair
        for act in contacts(acts(store, "", Window(begin + timedelta(days=1))))
        if act.first and act.last
        for pair in pairs(act, node("state"))
    ]
    known = {source: begin}
    changed = True
    while changed:
        changed = False
        for pair in every:
            for one, other in ((pair.a, pair.b), (pair.b, pair.a)):
                if one in known and carries(pair, one) and known[one] < pair.act.first and pair.act.last < known.get(other, date.max):
                    known[other], changed = pair.act.last, True
    return {one: day for one, day in known.items() if one != source}


def test_a_message_goes_one_way() -> None:
    with opened() as store:
        report(store, "2019-09-16", "Wire", met("Finland", "Norway", "2019-09-04", "message"))
        assert [one.id for one in store.reach("Finland", level="state")] == ["NOR"]
        assert store.reach("Norway", level="state") == ()
        assert [one.id for one in store.reach("Norway", level="state", backwards=True)] == ["FIN"]


def test_who_talked_and_stopped() -> None:
    days = ["2019-09-01", "2019-09-03", "2019-09-04", "2019-09-06"]
    with opened() as store:
        report(store, "2019-09-07", "Wire", *(met("Finland", "Norway", day, "call") for day in days))
        assert store.silences() == ()
        report(store, "2019-09-20", "Wire", met("Norway", "Iceland", "2019-09-15"))
        (one,) = store.silences()
        assert (one.a, one.b, one.contacts, str(one.last), one.days) == ("FIN", "NOR", 4, "2019-09-06", 14)
        assert (one.usual, one.longest, one.p, one.heard) == (2.0, 2, 0.25, 1)
        assert silences(store, window=Window.of(None, "2019-09-08")) == ()


@settings(max_examples=25, deadline=None)
@given(REPORTS)
def test_silence_is_longer_than_any_gap_before(reports) -> None:
    with store_of(reports) as store:
        for one in silences(store, least=2, window=Window.of(None, "2019-09-30")):
            assert one.days > one.longest >= one.usual
            assert 0 < one.p <= 1 / 2
            assert one.contacts >= 2
