"""All ledgers by name."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import fields

from memcon.store import Store

from .commitments import Commitment, commitment_ledger
from .ledgers import AidRow, ContactRow, SanctionRow, VoteRow, aid_ledger, contact_ledger, sanction_ledger, vote_ledger
from .plain import Plain, flat, plain
from .positions import Position, position_ledger
from .quotes import Quote
from .subjects import Subject
from .windows import Window

Row = ContactRow | Position | Commitment | VoteRow | SanctionRow | AidRow
_BOOKS: dict[str, tuple[type[Plain], Callable[[Store, Subject, Window], tuple[Row, ...]]]] = {
    "contacts": (ContactRow, contact_ledger),
    "positions": (Position, position_ledger),
    "commitments": (Commitment, commitment_ledger),
    "votes": (VoteRow, vote_ledger),
    "sanctions": (SanctionRow, sanction_ledger),
    "aid": (AidRow, aid_ledger),
}
LEDGERS = tuple(_BOOKS)


class LedgerError(ValueError):
    """There is no such ledger."""


def ledger(store: Store, kind: str, about: Subject | None = None, window: Window | None = None) -> tuple[Row, ...]:
    """The rows of one of LEDGERS, about a subject within a window.

    >>> with Store.open(None) as store:
    ...     ledger(store, "votes")
    ()
    """
    return _book(kind)[1](store, about or Subject(), window or Window())


def columns(kind: str) -> tuple[str, ...]:
    """The columns of a ledger as a table: its fields, words of reports as `report: “words”`.

    >>> columns("votes")[:5]
    ('id', 'when', 'told', 'status', 'body')
    """
    return tuple(one.name for one in fields(_book(kind)[0]))  # type: ignore[arg-type]


def table(kind: str, rows: Iterable[Row]) -> list[tuple[str | int | float | None, ...]]:
    """The rows of a ledger as cells, one line a row."""
    names = columns(kind)
    return [tuple(_cell(getattr(row, name)) for name in names) for row in rows]


def _cell(value: object) -> str | int | float | None:
    if isinstance(value, tuple):
        told = [f"{one.report}: “{one.words}”" if isinstance(one, Quote) else getattr(one, "words", None) or plain(one) for one in value]
        return flat(told)
    return flat(value)


def _book(kind: str) -> tuple[type[Plain], Callable[[Store, Subject, Window], tuple[Row, ...]]]:
    if kind not in _BOOKS:
        raise LedgerError(f"there is no ledger of {kind!r}; there are {', '.join(_BOOKS)}")
    return _BOOKS[kind]
