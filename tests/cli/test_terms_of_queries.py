"""Queries as they are typed: a minus before a term excludes, and a whole query may stand in quotes."""

import json
from pathlib import Path

import pytest
from tests.store.small_store import fill

from memcon.cli import main
from memcon.cli.queries import query_of
from memcon.exports import FORMATS
from memcon.store import Store
from memcon.store.query import FIELDS
from memcon.store.tellings import each_its_own


@pytest.fixture
def db(tmp_path: Path) -> Path:
    with Store.open(tmp_path / "memcon.db", place=each_its_own) as store:
        fill(store)
    return tmp_path / "memcon.db"


@pytest.fixture
def memcon(capsys, db, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MEMCON_DB", str(db))

    def run(*words: object):
        with pytest.raises(SystemExit) as ended:
            main([str(word) for word in words])
        captured = capsys.readouterr()
        assert "Traceback" not in captured.err
        return ended.value.code or 0, captured.out, captured.err

    return run


@pytest.mark.parametrize("command", [["find"], ["aggregate", "--by", "type"], ["sample"]])
@pytest.mark.parametrize("excluded", ["-type:consult", "-outlet:wire", "-Berlin", "-humanitarian", "-source:official"])
def test_a_term_after_a_minus_is_no_option(memcon, command, excluded) -> None:
    code, out, err = memcon(*command, excluded)
    assert (code, err) == (0, "")
    assert out == memcon(*command, "--", excluded)[1]
    assert out == memcon(*command, f"-status:denied {excluded}")[1]


def test_what_is_excluded_is_not_there(memcon) -> None:
    types = {json.loads(line)["type"] for line in memcon("find", "-type:consult", "--json")[1].splitlines()}
    assert types
    assert "CONSULT" not in types


def test_an_export_without_an_outlet_goes_where_exports_go(memcon, tmp_path) -> None:
    code, out, _ = memcon("export", "jsonl", "-status:denied", "-outlet:wire")
    assert code == 0
    assert "in memcon.jsonl" in out
    assert [one.name for one in tmp_path.iterdir() if not one.name.startswith("memcon.")] == []
    code, out, _ = memcon("export", "jsonl", "-omine.jsonl")
    assert (code, (tmp_path / "mine.jsonl").exists()) == (0, True)
    assert memcon("export", "jsonl", "-o", "other.jsonl")[0] == 0
    assert (tmp_path / "other.jsonl").exists()


def test_letters_of_options_keep_their_values(memcon) -> None:
    assert memcon("sample", "-n1", "--json")[1].count("\n") == memcon("sample", "-n", "1", "--json")[1].count("\n")
    assert "QUERY" in memcon("find", "-h")[1]


def test_an_unknown_field_is_told_also_after_a_minus(memcon) -> None:
    code, _, err = memcon("export", "jsonl", "-outlat:wire")
    assert code == 2
    assert "no field 'outlat'" in err


@pytest.mark.parametrize(
    ("words", "query"),
    [
        (["type:consult mode:visit"], "type:consult mode:visit"),
        (["who:putin -status:planned"], "who:putin -status:planned"),
        (["who:putin", "-status:planned"], "who:putin -status:planned"),
        (["text:field hospital"], 'text:"field hospital"'),
        (["-text:field hospital"], '-text:"field hospital"'),
        (["text:he said: yes"], 'text:"he said: yes"'),
        (['text:"field hospital" who:putin'], 'text:"field hospital" who:putin'),
        (None, ""),
    ],
)
def test_words_and_whole_queries(words, query) -> None:
    assert query_of(words) == query


def test_exports_without_a_name_do_not_overwrite_each_other(memcon, tmp_path) -> None:
    before = len(list(tmp_path.iterdir()))
    files = [name for name, form in FORMATS.items() if form.kind == "file"]
    told = [memcon("export", name)[1] for name in (*files, "csv", "standoff")]
    assert len({line.partition(" in ")[2].split(";")[0] for line in told}) == len(told)
    assert len(list(tmp_path.iterdir())) == before + len(told)
    assert "in memcon.polecat.tsv" in told[files.index("polecat")]
    assert "memcon.FORMAT" in memcon("export", "--help")[1]


def test_the_readme_counts_the_formats(memcon) -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
    assert f"# {memcon('export', 'list')[1].count(chr(10))} formats;" in readme


def test_help_tells_every_field(memcon) -> None:
    told = memcon("find", "--help")[1]
    assert [name for name in FIELDS if f"\n  {name} " not in told] == []


def test_help_tells_every_exit_code(memcon) -> None:
    told = " ".join(memcon("--help")[1].split())
    for code in ("0 all well", "1 nothing", "2 bad input", "70 a fault", "130 interrupted"):
        assert code in told
