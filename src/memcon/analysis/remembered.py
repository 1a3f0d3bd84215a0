"""What was worked out of a store, kept as long as the store is as it was: costly figures are worked out once."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from time import monotonic
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from sqlalchemy import ColumnElement, Integer, func, literal_column, select

from memcon.store import Store
from memcon.store.schema import decisions, mentions, readings, runs

T = TypeVar("T")
_ROW: ColumnElement[int] = literal_column("rowid", Integer)
"""The number that SQLite gives a row of a table without a number of its own; the last is found at once."""
State = tuple[int, int, int, int]
MOST = 64
"""So many results are kept for a store; the one that was asked for longest ago goes first."""


class _Kept:
    """The results for one store."""

    __slots__ = ("found", "lock", "patience", "seen", "state")

    def __init__(self) -> None:
        self.state: State | None = None
        self.patience = 0.0
        self.seen = 0.0
        self.found: OrderedDict[Hashable, Any] = OrderedDict()
        self.lock = Lock()


_stores: WeakKeyDictionary[Store, _Kept] = WeakKeyDictionary()
_adding = Lock()


def state(store: Store) -> State:
    """What tells whether a store changed: it grows with every report that is read, every decision and every run.

    All changes go one of these ways: mentions are only added, readings too; what is taken out is taken out by a decision.

    >>> with Store.open(None) as store:
    ...     state(store)
    (0, 0, 0, 0)
    """
    newest = [select(func.coalesce(func.max(column), 0)) for column in (mentions.c.id, decisions.c.seq, runs.c.id)]
    newest.append(select(func.coalesce(func.max(_ROW), 0)).select_from(readings))
    wanted = select(*(one.scalar_subquery() for one in newest))
    with store.reading() as connection:
        mention, decision, run, reading = connection.execute(wanted).one()
    return mention, decision, run, reading


def remembered(store: Store, key: Hashable, work: Callable[[], T]) -> T:
    """What `work` gives, worked out once for a key and a state of the store.

    >>> with Store.open(None) as store:
    ...     [remembered(store, "figures", list) is remembered(store, "figures", list), remembered(store, "others", list)]
    [True, []]
    """
    kept = _of(store)
    with kept.lock:
        fresh = kept.state if kept.patience and monotonic() - kept.seen < kept.patience else None
    now = fresh or state(store)
    with kept.lock:
        if fresh is None:
            kept.seen = monotonic()
        if kept.state != now:
            kept.found.clear()
            kept.state = now
        if key in kept.found:
            kept.found.move_to_end(key)
            known: T = kept.found[key]
            return known
    found = work()
    with kept.lock:
        if kept.state == now:
            kept.found[key] = found
            while len(kept.found) > MOST:
                kept.found.popitem(last=False)
    return found


def patient(store: Store, seconds: float) -> None:
    """Look only every so many seconds whether the store changed: while another process reads reports into it, figures may be so old.

    >>> from memcon.model import MadeBy
    >>> with Store.open(None) as store:
    ...     patient(store, 60)
    ...     remembered(store, "figures", lambda: 1), store.begin_run(MadeBy("0")), remembered(store, "figures", lambda: 2)
    (1, 1, 1)
    """
    _of(store).patience = seconds


def _of(store: Store) -> _Kept:
    with _adding:
        return _stores.setdefault(store, _Kept())
