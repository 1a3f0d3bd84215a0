"""Views that take long: worked out once for a state of the store, in the background; while the store grows, the last one is shown.

A reader never waits for figures of a large store: the first time the page says that they are being worked out and loads itself again; later
it shows those of the last state, says of when they are, and has them made anew.
"""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from dataclasses import dataclass

from memcon.analysis.remembered import State, state
from memcon.store import Store

from .answers import View

MOST_KEPT = 256
MOST_WAITING = 200
AT_ONCE = 1
_REST, _REST_S = 20.0, 1.0
"""A view is made anew after so many times as long as it took, and so many seconds, unless somebody decided something."""


class AtWorkError(Exception):
    """A view that is being worked out still."""


class CrowdedError(Exception):
    """So many views are being worked out that no more are begun."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A view, of which state of the store it is, since when (seconds since 1970), and how many seconds it took."""

    of: State
    view: View
    at: float
    cost: float


class StandingViews:
    """The views of one store that were worked out, the last MOST_KEPT that were asked for."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._kept: OrderedDict[Hashable, Standing] = OrderedDict()
        self._at_work: dict[Hashable, Future[View]] = {}
        self._lock = threading.Lock()
        self._few = threading.Semaphore(AT_ONCE)
        self._closed = False

    def get(self, key: Hashable, work: Callable[[], View], patience: float) -> tuple[View, float | None]:
        """The view; with the time from which it is where the store has changed since, and then it is made anew meanwhile.

        AtWorkError where there is none yet and none within `patience` seconds. What `work` raises is raised here.
        """
        now = state(self._store)
        with self._lock:
            kept = self._kept.get(key)
            if kept is not None:
                self._kept.move_to_end(key)
                if kept.of == now:
                    return kept.view, None
                if time.time() - kept.at < max(_REST_S, _REST * kept.cost) and kept.of[1] == now[1]:
                    return kept.view, kept.at  # a store that grows all the time leaves no time for anything else
            made = self._begin(key, work)
        if kept is not None:
            return kept.view, kept.at
        try:
            return made.result(patience), None
        except TimeoutError as slow:
            raise AtWorkError from slow

    def close(self, patience: float = 2.0) -> None:
        """Begin no more; wait a little for what is at work."""
        with self._lock:
            self._closed = True
            left = list(self._at_work.values())
        until = time.monotonic() + patience
        for one in left:
            try:
                one.exception(max(0.0, until - time.monotonic()))
            except TimeoutError:
                return

    def _begin(self, key: Hashable, work: Callable[[], View]) -> Future[View]:
        if key in self._at_work:
            return self._at_work[key]
        if self._closed or len(self._at_work) >= MOST_WAITING:
            raise CrowdedError
        made: Future[View] = Future()
        self._at_work[key] = made
        threading.Thread(target=self._work, args=(key, work, made), daemon=True).start()
        return made

    def _work(self, key: Hashable, work: Callable[[], View], made: Future[View]) -> None:
        try:
            with self._few:
                of, begun = state(self._store), time.monotonic()
                view = work()
        except BaseException as problem:  # whoever waits for it is told
            with self._lock:
                self._at_work.pop(key, None)
            made.set_exception(problem)
            return
        with self._lock:
            self._kept[key] = Standing(of, view, time.time(), time.monotonic() - begun)
            while len(self._kept) > MOST_KEPT:
                self._kept.popitem(last=False)
            self._at_work.pop(key, None)
        made.set_result(view)
