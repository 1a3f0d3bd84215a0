"""Graphs, map and calendar: the readers of each format read what stands in them."""

import io
import json
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from export_sample import HOSTILE, SCRIPT, events, talks
from hypothesis import given
from hypothesis import strategies as st

from memcon.exports import FORMATS, export
from memcon.exports.graph import graph
from memcon.exports.ics import escaped, folded
from memcon.merging import Merged, Telling, Witness
from memcon.model import Event, Party, Span


def written(name: str) -> bytes:
    out = io.BytesIO()
    form = FORMATS[name].to_file
    assert form is not None
    form([*events(), talks()], out)
    return out.getvalue()


def as_older(gexf: bytes) -> bytes:
    """The same under the name of the earlier version: networkx knows the newer one from 3.6 on."""
    return gexf.replace(b"http://gexf.net/1.3", b"http://www.gexf.net/1.2draft").replace(b'version="1.3"', b'version="1.2"')


def test_networkx_reads_the_graphml() -> None:
    networkx = pytest.importorskip("networkx", reason="networkx is not installed")
    found = networkx.read_graphml(io.BytesIO(written("graphml")), force_multigraph=True)
    edges = {(a, b): data for a, b, data in found.edges(data=True)}
    assert edges["wd:Q41209", "wd:Q7747"]["cameo"] == "040"
    assert {data["event"] for data in edges.values()} == {"m1", "m2", "m3", "m8"}
    assert {data["event"] for data in edges.values() if data["mutual"]} == {"m8"}
    assert found.nodes["wd:Q41209"] == {
        "name": "Naftali Bennett",
        "kind": "person",
        "wikidata": "Q41209",
        "country": "ISR",
        "sector": "GOV",
    }
    assert SCRIPT in {data["name"] for _, data in found.nodes(data=True)}


def test_networkx_reads_the_gexf_with_its_spells() -> None:
    networkx = pytest.importorskip("networkx", reason="networkx is not installed")
    found = networkx.read_gexf(io.BytesIO(as_older(written("gexf"))))
    assert found.number_of_nodes() == 10
    assert [edge["event"] for _, _, edge in found.edges(data=True) if edge["mutual"]] == ["m8"] * 3
    met = next(edge for a, b, edge in found.edges(data=True) if (a, b) == ("wd:Q41209", "wd:Q7747"))
    assert (met["cameo"], met["spells"]) == ("040", [("2022-03-05", "2022-03-05")])
    assert found.nodes["wd:Q41209"]["spells"] == [("2022-03-01", "2022-03-31"), ("2022-03-05", "2022-03-05")]
    assert HOSTILE in {node["label"] for _, node in found.nodes(data=True)}


def test_networkx_reads_both_as_one_reads_any_file(tmp_path: Path) -> None:
    networkx = pytest.importorskip("networkx", reason="networkx is not installed")
    for form, read in (("graphml", networkx.read_graphml), ("gexf", networkx.read_gexf)):
        (tmp_path / form).write_bytes(as_older(written(form)))
        found = read(tmp_path / form)
        assert found.is_directed()
        assert found.number_of_edges() == 6


def test_gexf_has_the_order_of_the_schema() -> None:
    root = ET.fromstring(written("gexf"))
    name = "{http://gexf.net/1.3}"
    graph = root.find(f"{name}graph")
    assert root.get("version") == "1.3"
    assert graph is not None
    assert graph.attrib == {"defaultedgetype": "directed", "mode": "dynamic", "timeformat": "date", "timerepresentation": "interval"}
    assert [child.tag.removeprefix(name) for child in graph] == ["attributes", "attributes", "nodes", "edges"]


def test_geojson_is_that_of_the_rfc() -> None:
    data = json.loads(written("geojson"))
    assert [feature["id"] for feature in data["features"]] == ["m1", "m2", "m3"]
    assert data["features"][0]["geometry"] == {"type": "Point", "coordinates": [37.61556, 55.75222]}
    assert data["features"][0]["properties"]["codes"]["cameo"] == "040"
    model = pytest.importorskip("geojson_pydantic", reason="geojson-pydantic is not installed")
    model.FeatureCollection.model_validate(data)


@given(st.text(max_size=30))
def test_any_name_makes_xml(name: str) -> None:
    harm = Party("actor", name, "person", Span(0, 1, "x"))
    told = Event("e1", "ACCUSE", "", "happened", (), (harm, Party("recipient", "Y" + name, "group", Span(0, 1, "y"))), summary=name)
    for form in ("graphml", "gexf"):
        out = io.BytesIO()
        write = FORMATS[form].to_file
        assert write is not None
        assert write([Merged(name, (Telling(Witness("r"), told),))], out).events == 1
        ET.fromstring(out.getvalue())


POINTS = {
    "type": "object",
    "required": ["type", "features"],
    "properties": {
        "type": {"const": "FeatureCollection"},
        "features": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["type", "properties", "geometry", "id"],
                "properties": {
                    "type": {"const": "Feature"},
                    "geometry": {
                        "type": "object",
                        "properties": {
                            "type": {"const": "Point"},
                            "coordinates": {
                                "prefixItems": [{"type": "number", "minimum": -most, "maximum": most} for most in (180, 90)],
                                "minItems": 2,
                                "maxItems": 2,
                            },
                        },
                    },
                },
            },
        },
    },
}  # fmt: skip


def test_geojson_is_valid_by_its_schema() -> None:
    jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed")
    jsonschema.Draft202012Validator(POINTS).validate(json.loads(written("geojson")))


def test_icalendar_reads_the_planned_contacts() -> None:
    icalendar = pytest.importorskip("icalendar", reason="icalendar is not installed")
    calendar = icalendar.Calendar.from_ical(written("ics"))
    (visit,) = calendar.walk("VEVENT")
    assert not visit.errors
    assert visit["UID"] == "m2@memcon"
    assert (visit.decoded("DTSTART"), visit.decoded("DTEND")) == (date(2022, 3, 1), date(2022, 4, 1))
    assert visit["SUMMARY"] == "Naftali Bennett plans to visit Germany in Berlin in Mar 2022"
    assert visit["LOCATION"] == "Berlin"
    assert "recipient: Germany" in visit["DESCRIPTION"]


def met(number: str, report: str) -> Merged:
    """Somebody of whom a surname alone is told, with Peru."""
    kim, peru = Span(0, 3, "Kim"), Span(8, 12, "Peru")
    parties = (Party("actor", "Kim", "person", kim), Party("recipient", "Peru", "state", peru, country="PER"))
    return Merged(number, (Telling(Witness(report), Event("e1", "CONSULT", "meeting", "happened", (Span(4, 7, "met"),), parties)),))


def test_a_surname_alone_is_a_node_of_its_own_in_each_report() -> None:
    found = graph([met("m1", "r1"), met("m2", "r2"), met("m3", "r2")])
    assert sorted(found.nodes) == ["person:kim@#r1", "person:kim@#r2", "state:PER"]
    assert [edge.source for edge in found.edges] == ["person:kim@#r1", "person:kim@#r2", "person:kim@#r2"]
    assert sorted(graph([met("m1", "r1")]).nodes) == ["person:kim@", "state:PER"]


@pytest.mark.parametrize("name", ["ftm", "jsonld"])
def test_a_surname_alone_is_a_person_of_its_own_in_each_report(name: str) -> None:
    form, out = FORMATS[name].to_file, io.BytesIO()
    assert form is not None
    form([met("m1", "r1"), met("m2", "r2"), met("m3", "r2")], out)
    text = out.getvalue().decode()
    people = json.loads(text)["@graph"] if name == "jsonld" else [json.loads(line) for line in text.splitlines()]
    named = {one["id"] for one in people if "Kim" in (one.get("schema:name") or "", *one.get("properties", {}).get("name", ()))}
    assert len(named) == 2


def test_tables_and_notes_tell_such_people_apart_too(tmp_path: Path) -> None:
    export("csv", [met("m1", "r1"), met("m2", "r2")], tmp_path / "csv")
    rows = (tmp_path / "csv" / "parties.csv").read_text("utf-8").splitlines()
    assert sum("person:kim@#r" in row for row in rows) == 2
    export("markdown", [met("m1", "r1"), met("m2", "r2")], tmp_path / "vault")
    assert len([one for one in (tmp_path / "vault" / "Parties").iterdir() if one.name.startswith("Kim")]) == 2


def test_an_entry_is_called_what_a_memo_says() -> None:
    lines = written("ics").decode().replace("\r\n ", "").split("\r\n")
    assert [line for line in lines if line.startswith("SUMMARY:")] == [
        "SUMMARY:Naftali Bennett plans to visit Germany in Berlin in Mar 2022"
    ]
    titles = {one["id"]: one["properties"]["title"] for one in json.loads(written("geojson"))["features"]}
    assert titles["m1"] == "Bennett met Putin, in Moscow; they talked"


@given(st.text(st.characters(exclude_categories=("Cs",))))
def test_text_comes_through_a_calendar(text: str) -> None:
    line = folded(f"SUMMARY:{escaped(text)}")
    assert all(len(part.encode()) <= 75 for part in line.split("\r\n"))
    assert not set(line.replace("\r\n ", "")) & {"\r", "\n"}
    assert line.replace("\r\n ", "") == f"SUMMARY:{escaped(text)}"
