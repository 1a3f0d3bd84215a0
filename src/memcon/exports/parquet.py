"""Parquet: the tables of the CSV export with their types (needs pyarrow, the extra `parquet`)."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from memcon.merging import Merged

from .columns import COLUMNS, tables
from .delimited import clean
from .form import Written


def write(events: Iterable[Merged], folder: Path, *, raw: bool = False) -> Written:  # noqa: ARG001 (cells have types here)
    """Write the tables as `events.parquet`, `parties.parquet` ... into a folder."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    types = {"string": pa.string(), "number": pa.float64(), "integer": pa.int64()}
    made = tables(events)
    for name, columns in COLUMNS.items():
        rows = made.rows[name]
        arrays = [
            pa.array([clean(cell) if isinstance(cell, str) else cell for cell in (row[i] for row in rows)], types[kind])
            for i, kind in enumerate(columns.values())
        ]
        pq.write_table(pa.table(arrays, names=list(columns)), folder / f"{name}.parquet")
    return Written(made.events)
