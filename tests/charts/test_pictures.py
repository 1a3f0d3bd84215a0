"""Pictures: what they hold, that they lead only within the site, and that the same result gives the same bytes."""

import re
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

pytest.importorskip("altair")
pytest.importorskip("vl_convert")
sys.path.insert(0, str(Path(__file__).parent.parent / "web"))

from site_sample import LONG, fill

import memcon
from memcon.analysis import Network, Timeline
from memcon.analysis.network import Node, Tie
from memcon.analysis.timeline import Entry
from memcon.charts import shapes
from memcon.charts.drawn import DrawnStore
from memcon.charts.layout import places
from memcon.charts.map import bounds, map_picture
from memcon.charts.network import network_picture
from memcon.charts.placing import Places, Spot, located
from memcon.charts.timeline import timeline_picture


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DrawnStore]:
    with memcon.open(tmp_path_factory.mktemp("charts") / "memo.db") as made:
        fill(made)
        yield made


def entry(number: int, when: str | None, first: str | None, last: str | None, shape: str, fill: str, status: str) -> Entry:
    days = [date.fromisoformat(day) if day else None for day in (first, last)]
    told = (date(2019, 9, 20), "day", shape, fill, f"Event {number}.", ("A",), ("B",), None, None, False, (), 1, ())
    return Entry(f"m{number}", "CONSULT", "call", status, when, *days, *told)


def labels(svg: str) -> list[str]:
    return [one.get("aria-label") or "" for one in ElementTree.fromstring(svg).iter() if one.get("aria-label")]


def test_a_timeline_draws_each_precision_and_status() -> None:
    entries = (
        entry(1, "2019-09-02", "2019-09-02", "2019-09-02", "dot", "solid", "happened"),
        entry(2, "2019-09-02/2019-09-08", "2019-09-02", "2019-09-08", "bar", "hollow", "planned"),
        entry(3, "2019-09-04/..", "2019-09-04", None, "open bar", "solid", "ongoing"),
        entry(4, "../2019-09-10", None, "2019-09-10", "open bar", "hollow", "offered"),
        entry(5, "2019-09-05", "2019-09-05", "2019-09-05", "dot", "struck", "denied"),
        entry(6, None, None, None, "none", "solid", "happened"),
    )
    picture = timeline_picture(Timeline("A <b>", None, None, entries))
    rows = {row["href"].rsplit("/", 1)[1]: row for row in picture.data["entries"]}
    assert set(rows) == {"m1", "m2", "m3", "m4", "m5"}  # what has no time is in no picture
    assert rows["m1"]["start"] == rows["m1"]["end"]
    assert rows["m2"]["inside"] == "transparent"
    assert (rows["m3"]["open"], rows["m4"]["open"]) == ("right", "left")
    assert rows["m5"]["struck"]
    svg = picture.svg()
    assert "Timeline of A &lt;b&gt;" in svg
    assert {label.partition(",")[0] for label in labels(svg)} >= {"happened", "planned", "ongoing", "offered", "denied"}
    assert set(re.findall(r'href="(/event/m\d)"', svg)) == {f"/event/m{n}" for n in range(1, 6)}


def test_pictures_carry_no_style_no_script_and_no_foreign_links(store: DrawnStore) -> None:
    for found in (store.timeline(), store.network(), store.map()):
        svg = found.picture().svg()
        root = ElementTree.fromstring(svg)
        assert root[0].tag.endswith("title")
        assert root[1].tag.endswith("desc")
        assert " style=" not in svg
        assert "<script" not in svg
        for address in re.findall(r'href="([^"]*)"', svg):
            assert address.startswith(("/event/", "/network?", "/?q=")), address


def test_nothing_hidden_from_who_does_not_see_can_be_reached_by_keys(store: DrawnStore) -> None:
    for found in (store.timeline(), store.network(), store.map()):
        root = ElementTree.fromstring(found.picture().svg())
        hidden = [one for one in root.iter() if one.get("aria-hidden") == "true"]
        assert not [inner for one in hidden for inner in one.iter() if inner.get("href")]


def test_the_same_store_gives_the_same_bytes(store: DrawnStore) -> None:
    for name in ("timeline", "network", "map"):
        one, other = (getattr(store, name)().picture().svg() for _ in range(2))
        assert one == other


def test_colours_become_classes_on_a_page_and_stay_in_a_notebook(store: DrawnStore) -> None:
    picture = store.timeline().picture()
    assert "#15632c" not in picture.svg()
    assert "p-happened" in picture.svg()
    assert "#15632c" in picture.svg(plain=True)


def test_results_show_themselves_in_a_notebook(store: DrawnStore) -> None:
    for found in (store.timeline(), store.network(), store.map()):
        assert found._repr_html_().startswith("<svg")
        assert found.chart().to_dict()["datasets"]
    record = store.record(store.events()[0].tellings[0].witness.id)
    for one in (record, record.events[0], store.events()[0], store.events(), store.events("status:denied")):
        shown = one._repr_html_()
        assert shown.startswith("<div>")
        assert "<script>" not in shown
        assert "\u202e" not in shown or "Eve" in shown


def test_a_timeline_is_in_the_order_of_time_and_what_is_due_begins_when_it_was_announced() -> None:
    entries = (
        entry(1, "2019-09-02", "2019-09-02", "2019-09-02", "dot", "solid", "happened"),
        entry(2, "2019-09-04/..", "2019-09-04", None, "open bar", "solid", "ongoing"),
        entry(3, "2019-09-21", "2019-09-21", "2019-09-21", "dot", "solid", "happened"),
        entry(4, "../2019-09-25", None, "2019-09-25", "open bar", "hollow", "planned"),
        entry(5, "../2019-09-26", None, "2019-09-26", "open bar", "solid", "happened"),
    )
    picture = timeline_picture(Timeline("A", None, None, entries))
    rows = {row["title"]: row for row in picture.data["entries"]}
    told = (date(2019, 9, 20) - date(1970, 1, 1)).days * 86_400_000
    assert (rows["Event 4."]["start"], rows["Event 4."]["open"]) == (told, "")
    assert (rows["Event 5."]["start"] < rows["Event 1."]["start"], rows["Event 5."]["open"]) == (True, "left")
    words = [
        one for one in ElementTree.fromstring(picture.svg()).iter() if one.tag.endswith("}text") and (one.text or "").startswith("Event")
    ]
    at = {one.text: float(re.findall(r"[\d.]+", one.get("transform") or "")[1]) for one in words}
    assert sorted(at, key=lambda name: at[name]) == [f"Event {number}." for number in range(1, 6)]


def test_what_is_far_off_does_not_stretch_the_axis_and_is_told() -> None:
    close = [entry(n, f"2019-09-{n:02}", f"2019-09-{n:02}", f"2019-09-{n:02}", "dot", "solid", "happened") for n in range(1, 15)]
    war = entry(20, "1946", "1946-01-01", "1946-12-31", "bar", "solid", "happened")
    plan = entry(21, "2050-01-01", "2050-01-01", "2050-01-01", "dot", "hollow", "planned")
    since = entry(22, "1946/2019-09-03", "1946-01-01", "2019-09-03", "bar", "solid", "ongoing")
    picture = timeline_picture(Timeline("A", None, None, (war, since, *close, plan)))
    rows = {row["title"]: row for row in picture.data["entries"]}
    assert set(rows) == {"Event 22.", *(f"Event {n}." for n in range(1, 15))}
    assert rows["Event 1."]["start"] - rows["Event 22."]["start"] == 86_400_000  # what reaches into the axis is cut off at its edge
    for words in (picture.description, picture.svg()):
        assert "1 event before" in words
        assert "and 1 event after" in words
    asked = timeline_picture(Timeline("A", date(1946, 1, 1), date(2050, 2, 1), (war, *close, plan)))
    assert len(asked.data["entries"]) == 16  # days that the reader chose are drawn
    assert "Not drawn" not in asked.description


def test_a_few_days_far_apart_are_all_drawn() -> None:
    days = ("1946-01-01", "1990-01-01", "2019-09-01", "2019-09-02")
    found = tuple(entry(n, day, day, day, "dot", "solid", "happened") for n, day in enumerate(days))
    assert len(timeline_picture(Timeline("A", None, None, found)).data["entries"]) == 4


def test_names_in_a_network_do_not_lie_on_one_another() -> None:
    nodes = tuple(Node(f"n{n}", f"Somebody of the Name {n}", "person", None, None, 1, 900 - n) for n in range(120))
    ties = tuple(Tie(f"n{n}", f"n{n + 1}", 1, 1, 0, 0, {"call": 1}, None, None, 1, ("m",)) for n in range(0, 120, 2))
    picture = network_picture(Network("person", "", None, None, nodes, ties, 60, ()))
    named = [one for one in picture.data["parties"] if one["labelled"]]
    assert "Somebody of the Name 0" in {one["short"] for one in named}  # the weightiest has its name first
    assert 10 < len(named) < 60
    boxes = [((one["x"] + 1.14) / 2.28 * 1180, (1.14 - one["beside"]) / 2.28 * 660, len(one["short"]) * 3.6) for one in named]
    for at, (x, y, half) in enumerate(boxes):
        assert not [1 for x2, y2, half2 in boxes[:at] if abs(x - x2) < half + half2 - 0.01 and abs(y - y2) < 14.99]


def test_at_most_500_parties_are_drawn() -> None:
    nodes = tuple(Node(f"n{n}", f"N {n}", "person", None, None, 1, 600 - n) for n in range(600))
    ties = tuple(Tie(f"n{n}", f"n{n + 1}", 1, 1, 0, 0, {"call": 1}, None, None, 1, ("m",)) for n in range(599))
    picture = network_picture(Network("person", "", None, None, nodes, ties, 599, ()))
    assert len(picture.data["parties"]) == 499
    assert "101 parties with fewest contacts are not drawn" in picture.description


def test_a_layout_stands_still_and_within_its_frame(store: DrawnStore) -> None:
    found = places(store.network())
    assert found == places(store.network())
    assert all(-1 <= x <= 1 and -1 <= y <= 1 for x, y in found.values())
    assert len(set(found.values())) == len(found)


def test_every_event_is_located_or_counted(store: DrawnStore) -> None:
    found = located(store)
    assert found.located + len(found.nowhere) == len(store.timeline().entries)
    spots = {one.name: one for one in found.spots}
    assert spots["Oslo"].precision == "place"
    assert round(spots["Oslo"].lat) == 60
    assert LONG not in str(found.spots)


def test_the_map_shows_what_holds_the_places() -> None:
    def spot(lat: float, lon: float) -> Spot:
        return Spot("x", None, "place", lat, lon, ("m",), {})

    west, south, east, north = bounds([spot(60, 10), spot(64, -22)])
    assert west < -22 < 10 < east
    assert south < 60 < 64 < north
    assert bounds([spot(40, -100), spot(35, 139)]) == (-180.0, -58.0, 180.0, 84.0)
    one = bounds([spot(0, 0)])
    assert one[2] - one[0] >= 10


def test_names_on_a_map_do_not_lie_on_one_another() -> None:
    towns = {"Washington": (38.9, -77.0), "Goris": (39.5, 46.3), "Tegh": (39.6, 46.5), "Kapan": (39.2, 46.4), "Yerevan": (40.2, 44.5)}
    spots = tuple(Spot(name, None, "place", lat, lon, ("m",), {}) for name, (lat, lon) in towns.items())
    drawn = map_picture(Places("A", spots, ())).data["places"]
    beside = {one["name"]: one["beside"] for one in drawn}
    assert beside["Washington"] == beside["Goris"] == -14
    assert None in beside.values()  # its circle still says what it is, and so does the table
    assert all(one["label"] for one in drawn)
    alone = map_picture(Places("A", spots[2:3], ())).data["places"]
    assert [one["beside"] for one in alone] == [-14]


@pytest.mark.skipif(not shapes.countries()["features"], reason="the shapes are made by the build")
def test_the_shapes_are_whole() -> None:
    found = shapes.countries()["features"]
    assert len({one["id"] for one in found}) > 190
    for one in found:
        for rings in one["geometry"]["coordinates"]:
            assert rings[0][0] == rings[0][-1]
            assert shapes.area(rings[0]) < 0  # one that runs the other way round covers the world


def test_a_ring_never_runs_the_other_way_round() -> None:
    sliver = [(-64.436, 18.512), (-64.331, 18.441), (-64.329, 18.439), (-64.434, 18.505), (-64.436, 18.512)]
    assert shapes.area(sliver) < 0
    made = shapes.simplified(sliver)
    assert made is None or shapes.area(made) < 0


def test_a_map_is_drawn_where_the_build_left_the_shapes_out(store: DrawnStore, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from memcon.charts import map as drawing

    monkeypatch.setattr(drawing, "countries", lambda: {"features": []})
    assert "Oslo" in store.map().picture().svg()
