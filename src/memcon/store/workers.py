"""Processes that read reports, one at a time each, within limits of time and memory; one that dies takes only its report with it."""

from __future__ import annotations

import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from memcon.intake.inputs import Item
from memcon.model import Report

from .frames import receive, send

MEMORY_MB = 4096
SECONDS = 120.0
_WAIT_S = 0.2
_START_S = 60.0
"""How long a fresh process may take besides, to load the parser."""
_ONE_THREAD = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"), "1")
"""There is a process for each core; threads of matrix libraries beside them would only get in each other's way (half as fast on two)."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of an item: its report (asking whether it is wanted), then its record, or why it failed."""

    item: Item
    report: Report | None = None
    record: str | None = None
    seconds: float = 0.0
    reason: str = ""


@dataclass(slots=True, eq=False)
class _Worker:
    process: subprocess.Popen[bytes]
    outbox: queue.SimpleQueue[Any] = field(default_factory=queue.SimpleQueue)
    item: Item | None = None
    since: float = 0.0
    fresh: bool = True


_Inbox = queue.SimpleQueue[tuple[_Worker, tuple[Any, ...] | None]]


class Workers:
    """Up to `jobs` processes. `start` items while one is `idle`, take the `answers`, and `go_on` with reports that are wanted."""

    def __init__(self, jobs: int, model: str, published: str | None, outlet: str | None, seconds: float, memory_mb: int) -> None:
        self._settings = (model, published, outlet, memory_mb)
        self._seconds = seconds
        self._jobs = max(1, jobs)
        self._all: list[_Worker] = []
        self._inbox: _Inbox = queue.SimpleQueue()

    @property
    def jobs(self) -> int:
        """How many processes there may be."""
        return self._jobs

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
        worker = next((one for one in self._all if one.item is None and one.process.poll() is None), None) or self._new()
        worker.item, worker.since = item, time.monotonic()
        worker.outbox.put(item)

    def answers(self) -> Iterator[Answer]:
        """What is ready, or has run out of its limits; waits a little where nothing is."""
        with suppress(queue.Empty):
            heard = self._inbox.get(timeout=_WAIT_S)
            while True:
                yield from self._answered(*heard)
                heard = self._inbox.get_nowait()
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
        worker.outbox.put(wanted)

    def close(self) -> None:
        """End all processes."""
        for worker in list(self._all):
            self._remove(worker)

    def _answered(self, worker: _Worker, told: tuple[Any, ...] | None) -> Iterator[Answer]:
        item = worker.item
        if item is None or worker not in self._all:  # it ended while it had nothing to do, or was ended
            if worker in self._all:
                self._remove(worker)
        elif told is None:
            yield Answer(item, reason=self._bury(worker))
        elif told[0] == "report":
            yield Answer(item, report=told[1])
        elif told[0] == "spent":  # it failed, and is of no use for others
            self._remove(worker)
            yield Answer(item, reason=told[1])
        else:
            worker.item, worker.fresh = None, False
            yield Answer(item, record=told[1], seconds=told[2]) if told[0] == "record" else Answer(item, reason=told[1])

    def _new(self) -> _Worker:
        # A program of its own and not a child of this one's main module, which may be a notebook or a script without a guard. Pipes and
        # threads, since not every system can wait for several pipes or hand over others than the standard streams.
        command = [sys.executable, "-m", "memcon.store.reader"]
        worker = _Worker(subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=os.environ | _ONE_THREAD))
        self._all.append(worker)
        worker.outbox.put(self._settings)
        threading.Thread(target=_tell, args=(worker,), daemon=True).start()
        threading.Thread(target=_listen, args=(worker, self._inbox), daemon=True).start()
        return worker

    def _bury(self, worker: _Worker) -> str:
        try:
            code: int | None = worker.process.wait(5)
        except subprocess.TimeoutExpired:
            code = None
        self._remove(worker)
        how = f"by signal {-code}" if code is not None and code < 0 else f"(exit {code})"
        return f"its reader ended {how}; perhaps it needed more than {self._settings[-1]} MB of memory"

    def _remove(self, worker: _Worker) -> None:
        self._all.remove(worker)
        worker.process.kill()
        worker.process.wait()
        worker.outbox.put(_END)


_END = object()


def _tell(worker: _Worker) -> None:
    """Pass on to a process what is put into its outbox; that it is dead shows when it is listened to."""
    assert worker.process.stdin is not None
    with suppress(OSError), worker.process.stdin as stream:
        while (told := worker.outbox.get()) is not _END:
            send(stream, told)


def _listen(worker: _Worker, inbox: _Inbox) -> None:
    """Put what a process says into the inbox, and None when it has ended."""
    assert worker.process.stdout is not None
    with suppress(Exception), worker.process.stdout as stream:  # it ended, or what it said is nothing that a reader says
        while True:
            inbox.put((worker, receive(stream)))
    inbox.put((worker, None))
