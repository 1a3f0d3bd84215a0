"""The tables of codes as rows (`data/*.tsv`; what they hold and where it is from stands in `data/README.md`)."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files


@cache
def rows(table: str) -> tuple[dict[str, str], ...]:
    """The rows of a table, by column.

    >>> rows("plover")[0]["type"]
    'AGREE'
    """
    text = (files("memcon.codes") / "data" / f"{table}.tsv").read_text("utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return tuple(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
