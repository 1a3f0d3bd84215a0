"""A process beside the site's own, in which figures of a large store are worked out, so that pages are answered meanwhile.

Threads would share one interpreter with the pages: a network of a hundred thousand events holds it for seconds.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from multiprocessing import get_context
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeVar

from .problems import SiteError

if TYPE_CHECKING:
    from .site import Site

T = TypeVar("T")
_YIELDS = 5  # of nineteen: pages, and reading, go before figures
_site: Site | None = None


class Aside:
    """Works out views of the store in a file, one at a time. Its process begins with the first of them."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._pool: ProcessPoolExecutor | None = None
        self._lock = Lock()

    def work(self, view: Callable[..., T], told: Mapping[str, Any]) -> T:
        """What a function of a module, by its name, makes of the site's store; waits for it. What it raises is raised here."""
        try:
            return self._begin(view, told).result()
        except BrokenProcessPool:
            with self._lock:
                self._pool = None
            raise SiteError(503, "The process that works out figures has ended.", "Load the page again; another one begins.") from None

    def _begin(self, view: Callable[..., T], told: Mapping[str, Any]) -> Future[T]:
        with self._lock:
            if self._pool is None:
                self._pool = ProcessPoolExecutor(1, get_context("spawn"), _open, (self._path,))
            return self._pool.submit(_made, view, dict(told))

    def close(self) -> None:
        """End the process; what it is at is given up."""
        with self._lock:
            pool, self._pool = self._pool, None
        if pool is not None:
            for process in list(getattr(pool, "_processes", {}).values()):
                process.terminate()
            pool.shutdown(wait=False, cancel_futures=True)


def _open(path: Path) -> None:
    import signal

    from .site import Site

    global _site  # noqa: PLW0603 - what the process is for
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who started this ends it
    with suppress(OSError, AttributeError):
        os.nice(_YIELDS)
    _site = Site.open(path)


def _made(view: Callable[..., T], told: Mapping[str, Any]) -> T:
    assert _site is not None
    return view(_site, **told)
