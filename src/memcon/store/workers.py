"""Processes that read reports, one at a time each, within limits of time and memory; one that dies takes only its report with it."""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait

from memcon.intake.inputs import Item
from memcon.model import Report

MEMORY_MB = 4096
SECONDS = 120.0
_START_S = 60.0
"""How long a fresh process may take besides, to load the parser."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of an item: its report (asking whether it is wanted), then its record, or why it failed."""

    item: Item
    report: Report | None = None
    record: str | None = None
    seconds: float = 0.0
    reason: str = ""


@dataclass(slots=True)
class _Worker:
    process: subprocess.Popen[bytes]
    pipe: Connection
    item: Item | None = None
    since: float = 0.0
    fresh: bool = True


class Workers:
    """Up to `jobs` processes. `start` items while one is `idle`, take the `answers`, and `go_on` with reports that are wanted."""

    def __init__(self, jobs: int, model: str, published: str | None, outlet: str | None, seconds: float, memory_mb: int) -> None:
        self._settings = (model, published, outlet, memory_mb)
        self._seconds = seconds
        self._jobs = max(1, jobs)
        self._all: list[_Worker] = []

    @property
    def idle(self) -> bool:
        """Whether another item can be started."""
        return len(self._all) < self._jobs or any(one.item is None for one in self._all)

    @property
    def busy(self) -> bool:
        """Whether any item is being read."""
        return any(one.item is not None for one in self._all)

    def start(self, item: Item) -> None:
        """Give an item to an idle process."""
        worker = next((one for one in self._all if one.item is None), None) or self._new()
        worker.item, worker.since = item, time.monotonic()
        _send(worker.pipe, item)

    def answers(self) -> Iterator[Answer]:
        """What is ready, or has run out of its limits; waits a little where nothing is."""
        reading = {one.pipe: one for one in self._all if one.item is not None}
        for pipe in wait(list(reading), timeout=0.2):
            worker = reading[pipe]  # type: ignore[index]  # wait gives back what it was given
            item = worker.item
            assert item is not None
            try:
                kind, *told = worker.pipe.recv()
            except (EOFError, OSError):
                yield Answer(item, reason=self._bury(worker))
                continue
            if kind == "report":
                yield Answer(item, report=told[0])
                continue
            worker.item, worker.fresh = None, False
            yield Answer(item, record=told[0], seconds=told[1]) if kind == "record" else Answer(item, reason=told[0])
        for worker in list(self._all):
            allowed = self._seconds + (_START_S if worker.fresh else 0.0)
            if worker.item is not None and time.monotonic() - worker.since > allowed:
                item = worker.item
                self._remove(worker)
                yield Answer(item, reason=f"it took longer than {self._seconds:g} seconds to read")

    def go_on(self, item: Item, wanted: bool) -> None:
        """Tell the process that asked whether the report of this item is to be read."""
        worker = next(one for one in self._all if one.item is item)
        if not wanted:
            worker.item = None
        worker.since = time.monotonic()
        _send(worker.pipe, wanted)

    def close(self) -> None:
        """End all processes."""
        for worker in list(self._all):
            self._remove(worker)

    def _new(self) -> _Worker:
        # A program of its own and not a child of this one's main module, which may be a notebook or a script without a guard.
        ours, theirs = multiprocessing.Pipe()
        os.set_inheritable(theirs.fileno(), True)
        command = [sys.executable, "-m", "memcon.store.reader", str(theirs.fileno())]
        process = subprocess.Popen(command, pass_fds=(theirs.fileno(),), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        theirs.close()
        worker = _Worker(process, ours)
        self._all.append(worker)
        _send(ours, self._settings)
        return worker

    def _bury(self, worker: _Worker) -> str:
        try:
            code: int | None = worker.process.wait(5)
        except subprocess.TimeoutExpired:
            code = None
        self._remove(worker)
        return f"its reader ended by signal {-code}" if code is not None and code < 0 else f"its reader ended (exit {code})"

    def _remove(self, worker: _Worker) -> None:
        worker.process.kill()
        worker.process.wait()
        worker.pipe.close()
        self._all.remove(worker)


def _send(pipe: Connection, told: object) -> None:
    """Tell a process something; that it is dead shows when it is listened to."""
    with suppress(OSError):
        pipe.send(told)
