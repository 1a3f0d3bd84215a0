"""Whatever the bytes are: rows or an ActorsFileError, and nothing else; and what was exported comes back as it was."""

import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from memcon.actors import keeping
from memcon.actors.importing import FORMATS, import_file
from memcon.actors.listing import exported
from memcon.actors.own import own_file, own_rows
from memcon.actors.refusals import ActorsFileError
from memcon.actors.row_form import COLUMNS, KINDS, SECTORS, RowError, checked, key
from memcon.actors.tables import rows

TODAY = date(2024, 6, 1)
PIECES = [
    *("JOHN_DOE_", "[USAGOV 930120-010119]", "[", "]", "{", "}", "+A_B_", "~", "#", ";", "<!--", "-->", "!P! = A, B", "!P!", "_", "FRA"),
    *("name", "country", "start", "wikidata", "table", "persons", ",", "|", '"', "'", "Ünal", "中文", "Q39318", "2020-02-30", "2020"),
    *('{"results": {"bindings": [', '{"person": {"value": "A"}}', "[[", "null", "1e999", "\\ud800", "1066", "-"),
    *("\t", "\n", "\r\n", "\x00", "\ufeff", "\u202e", " "),
]
SETTINGS = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def check(path: Path, data: bytes, **options: str | None) -> None:
    path.write_bytes(data)
    refused: ActorsFileError | None = None
    try:
        done = import_file(path, TODAY, dry_run=True, **options)
        assert done.taken.total() + done.left_out.total()
    except ActorsFileError as error:
        refused = error
    assert refused is None or (refused.message and refused.advice)


@pytest.mark.parametrize("form", FORMATS)
@SETTINGS
@given(
    data=st.binary(max_size=120) | st.lists(st.sampled_from(PIECES), max_size=30).map(lambda parts: "".join(parts).encode("utf-8")),
    start=st.sampled_from(
        (b"", b"name,start\n", b"person,personLabel,start\n", b'[{"person": "', b'[{"table": "', b"\x1f\x8b\x08", b"PK\x03\x04")
    ),
    kind=st.sampled_from((None, *COLUMNS)),
)
@example(data=b"[9", start=b"", kind=None)
@example(data=b'{"a": 1} 12', start=b"[", kind=None)
@example(data=b"[" * 100_000, start=b"[", kind=None)
def test_any_bytes(home, tmp_path, form, data, start, kind):
    check(tmp_path / "any", start + data, form=form, kind=kind)
    assert not home.exists()


TEXTS = st.text(max_size=24)
LETTERS = st.text(st.characters(codec="utf-8"), max_size=24)
DAYS = st.dates(date(1900, 1, 1), TODAY).map(str).flatmap(lambda day: st.sampled_from((day, day[:7], day[:4], "")))


@st.composite
def own_row(draw: st.DrawFn) -> tuple[str, dict[str, str]]:
    """A row of any table that the table can hold."""
    table = draw(st.sampled_from(sorted(COLUMNS)))
    given = {
        "name": draw(TEXTS), "phrase": draw(TEXTS), "aliases": ";".join(draw(st.lists(LETTERS, max_size=3))),
        "wikidata": draw(st.sampled_from(("", "Q39318", "Q7"))), "country": draw(st.sampled_from(("", "FRA", "Peru", "SUN"))),
        "class": draw(LETTERS), "office": draw(LETTERS), "sector": draw(st.sampled_from(("", *sorted(SECTORS)))),
        "rank": draw(st.sampled_from(("", "1", "4"))), "start": draw(DAYS), "end": draw(DAYS), "seen": draw(DAYS), "source": draw(LETTERS),
        "kind": draw(st.sampled_from(KINDS.get(table, ("",)))), "weak": draw(st.sampled_from(("", "weak"))), "target": draw(LETTERS),
        "place": draw(LETTERS), "governs": draw(st.sampled_from(("", "2007-06-14/..", "1996/2001;2021-08-15/.."))),
    }  # fmt: skip
    return table, given


@pytest.mark.parametrize("form", ["tsv", "csv", "json"])
@SETTINGS
@given(drawn=st.lists(own_row(), min_size=1, max_size=6))
def test_what_was_exported_comes_back(home, tmp_path, form, drawn):
    tables: dict[str, dict[tuple[str, ...], dict[str, str]]] = {}
    named: dict[str, str] = {}
    for table, given_row in drawn:
        try:
            row = checked(table, given_row, TODAY)
        except RowError:
            continue
        if row.get("wikidata") and named.setdefault(row["wikidata"], row["name"]) != row["name"]:
            continue
        row["source"] = row["source"] or "own"
        tables.setdefault(table, {})[key(table, row)] = row
    for table in COLUMNS:
        own_file(table).unlink(missing_ok=True)
    kept = {table: list(by_key.values()) for table, by_key in tables.items()}
    with keeping.alone():
        keeping.keep(kept)
    text = exported(form, list(COLUMNS), own_only=True)
    for table in COLUMNS:
        own_file(table).unlink(missing_ok=True)
    path = tmp_path / f"export.{form}"
    path.write_text(text, "utf-8", newline="")
    if kept:
        import_file(path, TODAY)
    assert {table: found for table in COLUMNS if (found := list(own_rows(table)))} == kept


@pytest.mark.parametrize("table", COLUMNS)
def test_our_own_rows_have_the_form_that_users_rows_must_have(table):
    faults = []
    for row in rows(table):
        try:
            assert checked(table, row, date.max)
        except RowError as error:
            if row.get("country") != "SXM":  # Sint Maarten, which the table of states lacks
                faults.append(f"{row.get('name') or row['phrase']}: {error}")
    assert faults == []


def test_nothing_is_written_beside_the_tables(home, tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("name,start\nA B,2020\n", "utf-8")
    import_file(path, TODAY)
    assert sorted(os.listdir(home / "actors")) == [".lock", "persons.tsv"]
