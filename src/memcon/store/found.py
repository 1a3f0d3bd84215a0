"""Events that a query found, as a sequence and as a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, overload

from memcon.merging import Merged
from memcon.merging.settled import told_as

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow


class Found(Sequence[Merged]):
    """The events in the query's order. A table of them has one row an event, lists joined by `; `.

    >>> len(Found([]))
    0
    """

    def __init__(self, events: Sequence[Merged]) -> None:
        self._events = tuple(events)

    def __repr__(self) -> str:
        return f"<{len(self)} events>"

    def __len__(self) -> int:
        return len(self._events)

    @overload
    def __getitem__(self, at: int) -> Merged: ...
    @overload
    def __getitem__(self, at: slice) -> Found: ...
    def __getitem__(self, at: int | slice) -> Merged | Found:
        return Found(self._events[at]) if isinstance(at, slice) else self._events[at]

    def rows(self) -> list[dict[str, Any]]:
        """One flat row an event: id, type, mode, status, when (EDTF), where, country, actor, recipient, reports, outlets, summary."""
        return [_row(one) for one in self._events]

    def to_pandas(self) -> pandas.DataFrame:
        """The rows as a pandas data frame (needs pandas)."""
        import pandas as pd

        return pd.DataFrame(self.rows(), columns=list(COLUMNS)).astype(dict.fromkeys(_COUNTS, "int64"))

    def to_polars(self) -> polars.DataFrame:
        """The rows as a polars data frame (needs polars)."""
        import polars as pl

        return pl.DataFrame(self.rows(), schema={name: pl.Int64 if name in _COUNTS else pl.String for name in COLUMNS})

    def to_arrow(self) -> pyarrow.Table:
        """The rows as an Arrow table (needs pyarrow)."""
        import pyarrow as pa

        return pa.Table.from_pylist(
            self.rows(), schema=pa.schema([(name, pa.int64() if name in _COUNTS else pa.string()) for name in COLUMNS])
        )


_COUNTS = ("reports", "support")
COLUMNS = (
    "id", "type", "mode", "status", "when", "where", "country", "actor", "recipient", "source", "reports", "support", "outlets", "summary",
)  # fmt: skip


def _row(one: Merged) -> dict[str, Any]:
    values = one.values
    best = {name: one.best(name) for name in ("type", "mode", "status", "when", "where", "country")}
    several = {name: "; ".join(v.value for v in values.get(name, ())) or None for name in ("actor", "recipient", "source")}
    witnesses = {t.witness.id: t.witness for t in one.tellings}
    outlets = sorted({w.outlet for w in witnesses.values() if w.outlet})
    return {
        "id": one.id, **best, **several, "reports": len(witnesses), "support": len({w.copy_of or w.id for w in witnesses.values()}),
        "outlets": "; ".join(outlets) or None, "summary": told_as(one).summary if one.tellings else None,
    }  # fmt: skip
