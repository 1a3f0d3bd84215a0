"""CSV: one table a kind and one of evidence, with a `datapackage.json` (Frictionless Data Package) that says the columns' types."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from memcon.merging import Merged

from .columns import COLUMNS, tables
from .delimited import write_csv
from .form import Written


def write(events: Iterable[Merged], folder: Path, *, raw: bool = False) -> Written:
    """Write the tables as `events.csv`, `parties.csv` ... into a folder. Unless `raw`, no cell runs as a formula (see `delimited`)."""
    made = tables(events)
    for name, columns in COLUMNS.items():
        with (folder / f"{name}.csv").open("wb") as out:
            write_csv(out, list(columns), made.rows[name], raw=raw)
    (folder / "datapackage.json").write_bytes((json.dumps(package(), indent=1) + "\n").encode())
    return Written(made.events)


def package() -> dict[str, object]:
    """The description of the tables (https://specs.frictionlessdata.io/data-package/).

    >>> package()["profile"]
    'tabular-data-package'
    """
    return {
        "profile": "tabular-data-package",
        "name": "memcon",
        "resources": [
            {
                "profile": "tabular-data-resource",
                "name": name,
                "path": f"{name}.csv",
                "format": "csv",
                "encoding": "utf-8",
                "schema": {"fields": [{"name": column, "type": kind} for column, kind in columns.items()]},
            }
            for name, columns in COLUMNS.items()
        ],
    }
