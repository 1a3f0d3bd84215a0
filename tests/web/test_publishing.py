"""The site as files: nothing to change, no texts, nobody named who is not public."""

import re
from pathlib import Path

import pytest
from site_sample import LONG, TEXTS

from memcon.cli import main
from memcon.store import Store
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
    for name, words in found.items():
        for address in re.findall(r'(?:href|src)="([^"]*)"', words):
            if not address.startswith(("https://", "#")):
                assert ((published / name).parent / address.split("#")[0]).exists(), f"{name}: {address}"


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
