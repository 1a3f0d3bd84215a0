"""The annotations of other people's reports: valid by the codebook, without running text, and true to the texts they were made from."""

import importlib.util
import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from memcon.ontology.codebook import codebook

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "annotations"
DATA = ROOT.parent / "shared" / "data"
if not FOLDER.is_dir():
    pytest.skip("annotations/ is not part of this distribution", allow_module_level=True)


def _script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"annotations_{name}", FOLDER / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


standoff, texts = _script("standoff"), _script("texts")
FILES = sorted(FOLDER.glob("*.json"))
EVENT = set(
    "id type mode status position summary triggers participants when when_other where order duration about purpose sources note".split()
)
PARTY = {"role", "name", "kind", "wikidata", "country", "sector", "mention"}
SECTORS = set("GOV MIL COP SPY JUD LEG ELI OPP PTY REB UAF CVL BUS LAB MED EDU REL REF CRM AGR NGO INT IGO".split())  # codebook, section 3
TIME = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2})?)?)?")
LONGEST_NAME, LONGEST_SUMMARY, LONGEST_TRIGGER, LONGEST_SPAN, RUNNING_TEXT = 60, 140, 40, 250, 15

every_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


def _load(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return loaded


def _spans(event: dict[str, Any]) -> Iterator[Any]:
    """Every span of an event, as it stands in the file."""
    yield from event["triggers"]
    yield from event.get("about", [])
    yield from event.get("purpose", [])
    yield from (party["mention"] for party in event["participants"])
    stated = [event.get("when"), event.get("where"), *event.get("when_other", [])]
    yield from (value["span"] for value in stated if value)
    yield from (source[part] for source in event.get("sources", []) for part in ("source", "cue") if source.get(part) is not None)


def _strings(value: Any, key: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for name, part in value.items():
            yield from _strings(part, name)
    elif isinstance(value, list):
        for part in value:
            yield from _strings(part, key)
    elif isinstance(value, str):
        yield key, value


def _is_time(edtf: str) -> bool:
    """One spelling of a time (codebook 1.6): a point, or two with a slash, of which one may be open."""
    ends = edtf.split("/")
    points = [end for end in ends if end != ".."]
    if len(ends) > 2 or not points or (".." in ends and len(ends) == 1) or not all(TIME.fullmatch(point) for point in points):
        return False
    days = [date.fromisoformat(f"{point[:10]}-01-01"[:10]) for point in points]
    return days == sorted(days)


def test_times_have_one_spelling() -> None:
    good = ["2022-03-05", "2022-03", "2022", "2022-03-05T04", "2022-02-21/2022-02-27", "2022-02-24/..", "../2018-03-31"]
    bad = ["5 March 2022", "2022-3-5", "../..", "..", "2022/2021", "2022/2023/2024", ""]
    assert [time for time in good if not _is_time(time)] == []
    assert [time for time in bad if _is_time(time)] == []


@every_file
def test_labels_are_the_codebooks(path: Path) -> None:
    book, events = codebook(), _load(path)["events"]
    assert events
    for event in events:
        assert set(event) <= EVENT
        assert event["type"] in book.types
        assert event.get("mode", "") in {"", *book.types[event["type"]]}
        assert event["status"] in book.statuses
        assert event.get("position", "for") in book.positions
        for party in event["participants"]:
            assert set(party) <= PARTY
            assert party["name"]
            assert party["role"] in book.roles
            assert party["kind"] in book.kinds
            assert party.get("sector", "GOV") in SECTORS
            assert re.fullmatch(r"Q[1-9]\d*", party.get("wikidata", "Q1"))
        for source in event.get("sources", []):
            assert set(source) <= {"kind", "name", "source", "cue", "stance"}
            assert source["kind"] in book.source_kinds
            assert source.get("stance", "asserts") in book.stances


@every_file
def test_values_are_well_formed(path: Path) -> None:
    annotation = _load(path)
    assert annotation["report"]["id"] == path.stem
    assert date.fromisoformat(annotation["report"]["published"])
    for event in annotation["events"]:
        assert all(_is_time(value["edtf"]) for value in [event.get("when"), *event.get("when_other", [])] if value)
        places = [event["where"]] if event.get("where") else []
        assert all(set(place) <= {"name", "place", "country", "span"} and place["name"] for place in places)
        assert all(re.fullmatch(r"[A-Z]{3}", one["country"]) for one in [*places, *event["participants"]] if "country" in one)
        assert re.fullmatch(r"P(?:\d+[YMWD])*(?:T(?:\d+[HMS])+)?", event.get("duration", "PT1H"))


@every_file
def test_ids_are_unique_and_orders_point_to_them(path: Path) -> None:
    events = _load(path)["events"]
    ids = [event["id"] for event in events]
    assert len(ids) == len(set(ids))
    for event in events:
        for link in event.get("order", []):
            assert link["relation"] in ("after", "before")
            assert link["event"] in set(ids) - {event["id"]}


@every_file
def test_spans_are_offsets_into_the_text(path: Path) -> None:
    annotation = _load(path)
    length = annotation["text"]["characters"]
    for event in annotation["events"]:
        assert event["triggers"]
        assert all(end - start <= LONGEST_TRIGGER for start, end in event["triggers"])
        for span in _spans(event):
            assert [type(part) for part in span] == [int, int]
            assert 0 <= span[0] < span[1] <= length
            assert span[1] - span[0] <= LONGEST_SPAN


@every_file
def test_no_running_text(path: Path) -> None:
    annotation = _load(path)
    assert annotation["format"] == standoff.FORMAT
    assert set(annotation) == {"format", "text", "report", "events"}
    assert set(annotation["text"]) == {"corpus", "document", "characters", "sha256"}
    assert re.fullmatch(r"[0-9a-f]{64}", annotation["text"]["sha256"])
    assert set(annotation["report"]) == {"id", "published", "outlet"}
    for key, value in _strings(annotation["events"]):
        assert "\n" not in value
        assert len(value) <= (LONGEST_SUMMARY if key in ("summary", "note") else LONGEST_NAME)


def test_the_readme_lists_every_annotation() -> None:
    readme = (FOLDER / "README.md").read_text("utf-8")
    row = re.compile(r"^\| `([\w-]+)` \|.*\| (\d{4}-\d\d-\d\d) \| (\d+) \|$", re.MULTILINE)
    rows = {name: (published, int(events)) for name, published, events in row.findall(readme)}
    annotations = {path.stem: _load(path) for path in FILES}
    assert rows == {name: (one["report"]["published"], len(one["events"])) for name, one in annotations.items()}
    assert sum(int(part) for part in re.findall(r"^\w+ part \((\d+) events\)", readme, re.MULTILINE)) == sum(n for _, n in rows.values())


@every_file
@pytest.mark.skipif(not DATA.is_dir(), reason="needs the corpora in ../shared/data, which are not part of the project")
def test_resolves_against_the_rebuilt_text(path: Path) -> None:
    annotation = _load(path)
    source = annotation["text"]
    try:
        text = texts.text_of(DATA, source["corpus"], source["document"])
    except FileNotFoundError as missing:
        pytest.skip(f"needs {missing.filename}, which is not part of the project")
    assert len(text) == source["characters"]
    full = standoff.resolve(annotation, text, f"{path.stem}.txt")
    assert standoff.make(full, text, source["corpus"], source["document"]) == annotation
    for event in annotation["events"]:
        for start, end in _spans(event):
            assert text[start:end] == text[start:end].strip()
            assert not text[start - 1 : start + 1].isalnum() or start == 0, f"{event['id']}: starts inside a word"
            assert not text[end - 1 : end + 1].isalnum() or end == len(text), f"{event['id']}: ends inside a word"
    words = " ".join(re.findall(r"\w+", text.lower()))
    for _, value in _strings(annotation["events"]):
        told = re.findall(r"\w+", value.lower())
        runs = (" ".join(told[i : i + RUNNING_TEXT]) for i in range(len(told) - RUNNING_TEXT + 1))
        assert not [run for run in runs if run in words]


def test_another_text_is_refused() -> None:
    event = {"id": "e1", "triggers": [{"start": 3, "end": 6, "quote": "met"}]}
    short = standoff.make({"report": {"id": "r", "text_file": "r.txt"}, "events": [event]}, "He met her.", "none", "1")
    with pytest.raises(standoff.MismatchError):
        standoff.resolve(short, "He saw her.", "r.txt")
    with pytest.raises(standoff.MismatchError):
        standoff.make({"report": {"id": "r"}, "events": [event]}, "He saw her.", "none", "1")


def test_an_lgl_article_is_found_by_its_number(tmp_path: Path) -> None:
    path = tmp_path / "lgl.xml"
    article = '<article docid="{}">\n<title>T</title>\n<text><![CDATA[{}]]></text>\n</article>\n'
    path.write_text(article.format(1, "The envoy left.") + article.format(12, " The envoy met <b>the king</b>. "), "utf-8")
    assert texts.lgl(path, "12") == "The envoy met <b>the king</b>.\n"
    assert texts.lgl(path, "1") == "The envoy left.\n"
    with pytest.raises(KeyError):
        texts.lgl(path, "2")
