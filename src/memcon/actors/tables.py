"""Reading the tables of `data/`: tab-separated, one header line, `#` lines are comments."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files


def rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of `data/NAME.tsv` as dictionaries by column; missing last cells are empty.

    >>> next(rows("states"))["iso3"]
    'AFG'
    """
    header: list[str] | None = None
    text = (files("memcon.actors") / "data" / f"{name}.tsv").read_text("utf-8")
    for number, line in enumerate(text.splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if header is None:
            header = cells
            continue
        if len(cells) > len(header):
            raise ValueError(f"{name}.tsv, line {number}: {len(cells)} cells for {len(header)} columns")
        cells += [""] * (len(header) - len(cells))
        yield dict(zip(header, cells, strict=True))


@cache
def wikidata_ids(*kinds: str) -> dict[str, str]:
    """The Wikidata ids of the table `wikidata` by name (of states by ISO3), for these kinds of thing.

    >>> wikidata_ids("state")["ISR"], wikidata_ids("organisation")["United Nations"]
    ('Q801', 'Q1065')
    """
    return {row["country"] if row["kind"] == "state" else row["name"]: row["wikidata"] for row in rows("wikidata") if row["kind"] in kinds}


def listed(cell: str) -> tuple[str, ...]:
    """The parts of a cell that holds a list (`;` between them).

    >>> listed("Kyiv;Kiev"), listed("")
    (('Kyiv', 'Kiev'), ())
    """
    return tuple(one for one in cell.split(";") if one)
