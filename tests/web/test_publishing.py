"""The site as files: nothing to change, no texts, nobody named who is not public."""

import re
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest
from site_sample import LONG, TEXTS

from memcon.cli import main
from memcon.store import Store
from memcon.store.decisions import decide
from memcon.web.publishing import MARKER, PublishError, publish


@pytest.fixture(scope="module")
def published(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("public") / "site"
    made = publish(filled, folder)
    assert (made.events, made.reports) == (6, 5)
    assert made.unnamed >= 1
    assert made.pages == len(list(folder.rglob("*.html")))
    return folder


def pages(folder: Path) -> dict[str, str]:
    return {one.relative_to(folder).as_posix(): one.read_text("utf-8") for one in folder.rglob("*.html")}


def every_link(folder: Path) -> list[tuple[str, str, str]]:
    """Of every link to another page or a place of one: the page that has it, the file and the place."""
    found = [
        (name, *unescape(address).partition("#")[::2])
        for name, words in pages(folder).items()
        for address in re.findall(r'(?:href|src)="([^"]*)"', words)
    ]
    return [(name, file, place) for name, file, place in found if not file.startswith("https://")]


def leads_somewhere(folder: Path, name: str, file: str, place: str) -> bool:
    target = (folder / name).parent / unquote(file) if file else folder / name
    return target.is_file() and (not place or f'id="{place}"' in target.read_text("utf-8"))


def test_all_pages_are_there_and_every_link_leads_somewhere(published: Path) -> None:
    found = pages(published)
    assert {
        "index.html",
        "timeline.html",
        "network.html",
        "network-state.html",
        "map.html",
        "ledger-votes.html",
        "reports.html",
        "sources.html",
    } <= set(found)
    links = every_link(published)
    assert any(place for _name, _file, place in links)
    assert not [link for link in links if not leads_somewhere(published, *link)]
    assert not any(re.search(r"<a(?![^>]* (?:xlink:)?href=)[ >]", words) for words in found.values())


def test_nothing_can_be_sent_or_run(published: Path) -> None:
    for words in pages(published).values():
        assert "<form" not in words
        assert "<script" not in words
        assert "csrf" not in words
        assert "script-src 'none'" in words


def test_texts_are_not_there(published: Path) -> None:
    every = "\n".join(pages(published).values())
    assert not any(TEXTS[outlet] in every for outlet in ("Wire", "Courier"))


def test_who_holds_no_office_is_not_named(published: Path, filled: Path) -> None:
    every = "\n".join(pages(published).values())
    assert LONG not in every
    assert "Hohenfels" not in every
    assert "Sauli Niinisto" in every
    with Store.open(filled) as store:
        assert LONG in next(one.text for one in (store.report(t.witness.id) for e in store.events("mode:visit") for t in e.tellings))


def test_no_link_leads_to_an_event_that_a_person_rejected(copied: Path, tmp_path: Path) -> None:
    with Store.open(copied) as store:
        gone = store.events("type:threaten")[0].id
        decide(store, "reject", gone, who="ann")
    made = publish(copied, tmp_path / "site")
    assert not (tmp_path / "site" / "event" / f"{gone}.html").exists()
    assert made.pages == len(list((tmp_path / "site").rglob("*.html")))
    assert not [link for link in every_link(tmp_path / "site") if not leads_somewhere(tmp_path / "site", *link)]


def test_a_folder_of_others_is_left_alone(published: Path, filled: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "thesis.txt").write_text("mine", "utf-8")
    with pytest.raises(PublishError):
        publish(filled, mine)
    assert (mine / "thesis.txt").read_text("utf-8") == "mine"
    assert (published / MARKER).exists()
    publish(filled, published)


def test_the_command(filled: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["publish", str(tmp_path / "out"), "--db", str(filled)])
    assert not ended.value.code
    assert "not named" in capsys.readouterr().out
    with pytest.raises(SystemExit) as ended:
        main(["publish", str(tmp_path / "out2"), "--db", str(tmp_path / "none.db")])
    assert ended.value.code == 2
    assert "no such store" in capsys.readouterr().err
