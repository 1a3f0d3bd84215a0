"""What the pages stand on: one store, what is remembered of it, and the reports that are being added."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Hashable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar, cast

from sqlalchemy import event

from memcon.analysis.remembered import State, state
from memcon.store import Store
from memcon.store.doubt import Doubt, doubts

from .adding import Adding
from .aside import Aside
from .standing import StandingViews

_PATIENCE_MS = 4000
"""How long a page waits for another process that writes to the store; a command waits longer."""
_STALE_S = 60.0
_LARGE, _RECENT_S, _MOST_RECENT, _MOST_WAITING = 5000, 15.0, 200, 20
"""From so many mentions on a store is large; how long its figures may lag behind; how many are kept, and how many may wait to be made."""
T = TypeVar("T")


def open_for_pages(path: str | Path) -> Store:
    """A store whose connections do not wait long for others. StoreError where there is none."""
    store = Store.open(path, create=False)

    def be_brief(connection: Any, _record: object) -> None:
        connection.execute(f"PRAGMA busy_timeout = {_PATIENCE_MS}")

    event.listen(store.engine, "connect", be_brief)
    store.engine.dispose()  # connections made before do not know of it
    return store


@dataclass(slots=True)
class Site:
    """The store that is shown, where its file is, and what is at work on it. `page_size` events stand on a page of the Record."""

    store: Store
    path: Path
    adding: Adding
    standing: StandingViews
    aside: Aside | None = None
    page_size: int = 30
    _doubts: list[Doubt] = field(default_factory=list)
    _doubts_at: float = float("-inf")
    _renewing: bool = False
    _recent: dict[Hashable, tuple[State | None, float, Any]] = field(default_factory=dict)
    _renewed: set[Hashable] = field(default_factory=set)
    _lock: Lock = field(default_factory=Lock)
    _waited: dict[Hashable, Future[Any]] = field(default_factory=dict)
    _one_by_one: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1, "figures"))

    @classmethod
    def open(cls, path: str | Path, *, aside: bool = False) -> Site:
        """The site of the store in a file; StoreError where there is none. `aside`: figures of a large store have their own process."""
        where = Path(path).expanduser()
        store = open_for_pages(where)
        return cls(store, where, Adding(where), StandingViews(store), Aside(where) if aside else None)

    def close(self) -> None:
        """Let go of the store; what is being read is given up."""
        self.adding.close()
        self._one_by_one.shutdown(wait=False, cancel_futures=True)
        if self.aside is not None:
            self.aside.close()
        self.standing.close()
        self.store.close()

    def work(self, view: Callable[..., T], told: Mapping[str, Any]) -> T:
        """What a view that takes long makes of the site: here, or for a large store in the process beside."""
        return self.aside.work(view, told) if self.aside is not None and self.large else view(self, **told)

    @property
    def large(self) -> bool:
        """Whether the store holds so much that figures of all of it take longer than a reader waits."""
        return state(self.store)[0] > _LARGE

    def recent(self, key: Hashable, work: Callable[[], T]) -> T:
        """What `work` gives; in a large store that grows, what it gave a little before, if nobody decided anything since.

        What is older than a few seconds is worked out anew meanwhile, so that a reader waits for the first answer alone.
        """
        there, value = self._lately(key, work)
        return cast(T, value) if there else self._work_out(key, work)

    def soon(self, key: Hashable, work: Callable[[], T], patience: float) -> T | None:
        """The same; None where a large store does not give it within `patience` seconds. It is made in its turn, for who asks again."""
        there, value = self._lately(key, work)
        if there:
            return cast(T, value)
        if not self.large:
            return self._work_out(key, work)
        with self._lock:
            made = self._waited.get(key)
            if made is None and len(self._waited) < _MOST_WAITING:
                made = self._waited[key] = self._one_by_one.submit(self._work_out, key, work)
                made.add_done_callback(lambda _made: self._waited.pop(key, None))
        if made is None:
            return None
        try:
            return cast(T, made.result(patience))
        except TimeoutError:
            return None

    def _lately(self, key: Hashable, work: Callable[[], T]) -> tuple[bool, Any]:
        """Whether `work` was done for this state of the store, or lately enough, and what it gave."""
        now = state(self.store)
        with self._lock:
            of, at, value = self._recent.get(key, (None, 0.0, None))
            age = time.monotonic() - at
            usable = of is not None and of[1] == now[1] and now[0] > _LARGE and age < _STALE_S
            renew = usable and of != now and age >= _RECENT_S and key not in self._renewed
            if renew:
                self._renewed.add(key)
        if renew:
            threading.Thread(target=self._work_out, args=(key, work), daemon=True).start()
        return usable or of == now, value

    def _work_out(self, key: Hashable, work: Callable[[], T]) -> T:
        now = state(self.store)
        try:
            found = work()
        finally:
            with self._lock:
                self._renewed.discard(key)
        with self._lock:
            self._recent[key] = (now, time.monotonic(), found)
            while len(self._recent) > _MOST_RECENT:
                self._recent.pop(next(iter(self._recent)))
        return found

    def doubts(self) -> list[Doubt]:
        """The events that wait for a person, worked out at most once a minute: those that were judged since stay in it."""
        with self._lock:
            known, old = self._doubts, time.monotonic() - self._doubts_at > _STALE_S
            if known and old and not self._renewing:
                self._renewing = True
                threading.Thread(target=self._renew, daemon=True).start()
        if not known:
            self._renew()
        return self._doubts

    def _renew(self) -> None:
        try:
            found = self.work(_doubtful, {})
            with self._lock:
                self._doubts, self._doubts_at = found, time.monotonic()
        finally:
            self._renewing = False


def _doubtful(site: Site) -> list[Doubt]:
    with site.store.reading() as connection:
        return doubts(connection)
