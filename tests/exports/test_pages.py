"""The vault and the dossier: well formed, linked, and harmless whatever a report says."""

import io
import re
from pathlib import Path

import pytest
from export_sample import SCRIPT, events
from hypothesis import given
from hypothesis import strategies as st

from memcon.exports import FORMATS, export
from memcon.exports.html import link
from memcon.exports.html import text as html_text
from memcon.exports.markdown import file_name
from memcon.exports.markdown import text as markdown_text

anything = st.text(max_size=80)


def dossier() -> str:
    out = io.BytesIO()
    form = FORMATS["dossier"].to_file
    assert form is not None
    form(events(), out)
    return out.getvalue().decode()


def test_the_dossier_is_html_without_an_error() -> None:
    html5lib = pytest.importorskip("html5lib", reason="html5lib is not installed")
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    page = parser.parse(dossier())
    assert not list(page.iter("script"))
    targets = {element.get("id") for element in page.iter() if element.get("id")}
    links = [element.get("href") for element in page.iter("a")]
    assert {one[1:] for one in links if one.startswith("#")} <= targets
    assert all(one.startswith(("#", "https://")) for one in links)
    assert len(list(page.iter("article"))) == 5
    text = "".join(page.itertext())
    assert SCRIPT in text
    assert "Vladimir Putin" in text


def test_the_dossier_needs_nothing_from_elsewhere() -> None:
    page = dossier()
    assert not re.search(r"(?i)<(script|img|link|iframe|object|embed)|\ssrc=|url\(|@import", page)
    assert "default-src 'none'" in page
    assert "prefers-color-scheme: dark" in page
    assert "@media print" in page


@given(anything)
def test_no_text_breaks_out_of_html(words: str) -> None:
    assert not set(html_text(words)) & set("<>\"'")
    html_text(words).encode()
    link(words, words).encode()


@given(anything, st.text(max_size=10))
def test_any_name_makes_a_file_name(name: str, key: str) -> None:
    made = file_name(name, key)
    assert not re.search(r'[\\/:*?"<>|\x00-\x1f\ud800-\udfff]', made)
    assert 0 < len(made.encode()) <= 255
    assert not made.startswith(".")
    assert not made.endswith((".", " "))


@given(anything)
def test_markdown_text_stays_text(words: str) -> None:
    import markdown_it

    html = markdown_it.MarkdownIt("commonmark").render(f"x {markdown_text(words)}")
    assert not re.search(r"<(?!/?p>)", html)


def test_the_vault_is_linked_and_its_yaml_is_yaml(tmp_path: Path) -> None:
    yaml = pytest.importorskip("yaml", reason="PyYAML is not installed")
    assert export("markdown", events(), tmp_path).events == 5
    notes = {path.relative_to(tmp_path).as_posix(): path.read_text("utf-8") for path in tmp_path.rglob("*.md")}
    assert len([name for name in notes if name.startswith("Events/")]) == 5
    for note in notes.values():
        for target in re.findall(r"\[\[([^|\]]+)\|", note):
            assert f"{target}.md" in notes
    fronts = [yaml.safe_load(note.split("---\n")[1]) for name, note in notes.items() if name != "Index.md"]
    assert {front["id"] for front in fronts} >= {"m1", "m2", "wd:Q41209", "r1", "../../r4"}
    met = next(front for front in fronts if front["id"] == "m1")
    assert (met["codes"]["cameo"], met["aliases"], met["when"]) == ("040", ["m1", "m0"], "2022-03-05")
    note = next(note for name, note in notes.items() if name.startswith("Events/2022-03-05"))
    assert "2022\\-03 (1)" in note
    assert not any(SCRIPT in note.split("---\n", 2)[2] for name, note in notes.items() if name != "Index.md")
