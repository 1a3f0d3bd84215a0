"""Reports into a store: each one read within limits and kept in a transaction of its own, so that a kill at any moment loses none.

They are kept in the order of the inputs, however many processes read them: ids of events and what is merged depend on what came before.
"""

from __future__ import annotations

import json
import os
from collections import deque
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial

from sqlalchemy import delete, select

from memcon.intake import IntakeError
from memcon.intake.inputs import PASSING, Item, read_item
from memcon.model import MadeBy, Record
from memcon.model.boundary import loads

from .reader import require_sound
from .schema import failures
from .store import Store
from .trouble import KnownError, StoreFileError
from .workers import MEMORY_MB, SECONDS, Answer, Workers

_AHEAD = 32
"""So many inputs for each process may be read before one that takes long is kept."""


@dataclass(slots=True)
class Tally:
    """What became of the inputs so far."""

    read: int = 0
    known: int = 0
    failed: int = 0
    events: int = 0
    skipped: int = 0
    """Inputs that failed before and were not tried again."""
    undated: list[str] = field(default_factory=list, compare=False)
    """The inputs that were read without a day of publication."""

    @property
    def done(self) -> int:
        """Inputs that are dealt with."""
        return self.read + self.known + self.failed + self.skipped


@dataclass(frozen=True, slots=True)
class Limits:
    """How many processes read (`jobs`), and what one report may take."""

    jobs: int = 1
    seconds: float = SECONDS
    memory_mb: int = MEMORY_MB


Progress = Callable[[Tally, str, str], None]
"""Told after each input: the tally, the input's name, and why it failed (empty if it did not)."""


def ingest(
    store: Store,
    items: Iterable[Item],
    *,
    published: str | None = None,
    outlet: str | None = None,
    model: str = "",
    limits: Limits | None = None,
    retry_failed: bool = False,
    progress: Progress = lambda _tally, _name, _why: None,
) -> Tally:
    """Read what is not yet there; reports that are (the same text, outlet and day) are let be. Ready-made records are kept as they are.

    Inputs that failed before are tried again with `retry_failed`, or where their file has changed since. Returns the tally; the failures
    stand in `store.failures()`.
    """
    from memcon.reading.parse.parsing import DEFAULT_MODEL

    keeper = _Keeper(store, progress)
    failed_before = {} if retry_failed else _failed(store)
    limits = limits or Limits()
    workers = Workers(limits.jobs, model or DEFAULT_MODEL, published, outlet, limits.seconds, limits.memory_mb)
    line = _Line(_AHEAD * workers.jobs)
    try:
        for item in items:
            while line.full:
                _collect(workers, keeper, line)
            line.join(item)
            if item.name in failed_before and not _changed(item, failed_before[item.name]):
                line.ready(item, partial(keeper.skip, item))
            elif item.wrong or item.row.get("schema") is not None:
                line.ready(item, partial(keeper.at_once, item))
            else:
                while not workers.idle:
                    _collect(workers, keeper, line)
                workers.start(item)
        while workers.busy:
            _collect(workers, keeper, line)
    finally:
        workers.close()
        keeper.end()
    return keeper.tally


def _failed(store: Store) -> dict[str, str]:
    """The inputs that failed before, and when."""
    with store.reading() as connection:
        return {row.source: row.at for row in connection.execute(select(failures)) if row.reason not in PASSING}


def _changed(item: Item, since: str) -> bool:
    """Whether the file of an input, or of the table that has it as a row, was written after that time."""
    try:
        written = os.stat(item.path or item.name.rpartition(":")[0]).st_mtime
        return written >= datetime.fromisoformat(since).timestamp() + 1  # it is kept to the second
    except (OSError, ValueError):
        return False


def _collect(workers: Workers, keeper: _Keeper, line: _Line) -> None:
    for answer in workers.answers():
        if answer.report is not None:
            wanted = not keeper.store.has(answer.report)
            workers.go_on(answer.item, wanted)
            if not wanted:
                line.ready(answer.item, partial(keeper.known, answer.item))
        elif answer.record is not None:
            line.ready(answer.item, partial(keeper.read, answer))
        else:
            line.ready(answer.item, partial(keeper.fail, answer.item, answer.reason))


class _Line:
    """Inputs in their order: what is to be done with one is done when those before it are dealt with."""

    def __init__(self, longest: int) -> None:
        self._longest = longest
        self._waiting: deque[tuple[Item, list[Callable[[], None]]]] = deque()

    @property
    def full(self) -> bool:
        """Whether so many wait for a slow one that no more are to be read ahead."""
        return len(self._waiting) >= self._longest

    def join(self, item: Item) -> None:
        """Take a place at the end."""
        self._waiting.append((item, []))

    def ready(self, item: Item, deal: Callable[[], None]) -> None:
        """Say how an input is dealt with; it and those behind it that are ready, too, are, if it is the first."""
        next(done for one, done in self._waiting if one is item and not done).append(deal)
        while self._waiting and self._waiting[0][1]:
            self._waiting.popleft()[1][0]()


class _Keeper:
    """Writes what the workers bring, under a run for each software that read it."""

    def __init__(self, store: Store, progress: Progress) -> None:
        self.store = store
        self.tally = Tally()
        self._progress = progress
        self._runs: dict[MadeBy, int] = {}
        self._empty = {name for name, why in store.failures() if why in PASSING}

    def known(self, item: Item) -> None:
        self.tally.known += 1
        self._progress(self.tally, item.name, "")

    def skip(self, item: Item) -> None:
        self.tally.skipped += 1
        self._progress(self.tally, item.name, "")

    def at_once(self, item: Item) -> None:
        """A ready-made record, or an input that is none."""
        try:
            found = read_item(item)
            assert isinstance(found, Record)
            require_sound(found)
            known = self.store.has(found.report)
        except IntakeError as problem:
            self.fail(item, problem.message)
        except StoreFileError:
            raise
        except Exception as problem:  # whatever a record holds, the others are kept
            self.fail(item, _unfit(problem))
        else:
            if known:
                self.known(item)
            else:
                self.keep(Answer(item), found)

    def read(self, answer: Answer) -> None:
        """What a process read."""
        assert answer.record is not None
        self.keep(answer, loads(answer.record))

    def keep(self, answer: Answer, record: Record) -> None:
        run = self._run(record.made_by)
        try:
            self.store.save(run, record, seconds=answer.seconds or None, source=answer.item.name, once=True)
        except StoreFileError:
            raise
        except KnownError:
            self.known(answer.item)
            return
        except Exception as problem:
            self.fail(answer.item, _unfit(problem))
            return
        self.tally.read += 1
        self.tally.events += len(record.events)
        if not record.report.published:
            self.tally.undated.append(answer.item.name)
        self._is_found(answer.item.name)
        self._progress(self.tally, answer.item.name, "")

    def _is_found(self, name: str) -> None:
        """A folder that was empty, and of which a file is read now, is no failure any more."""
        for folder in [one for one in self._empty if name.startswith(one.rstrip("/\\") + os.sep)]:
            self._empty.remove(folder)
            with self.store.writing() as connection:
                connection.execute(delete(failures).where(failures.c.source == folder))

    def fail(self, item: Item, reason: str) -> None:
        self.store.fail(self._run(_this()), item.name, reason)
        self.tally.failed += 1
        self._progress(self.tally, item.name, reason)

    def end(self) -> None:
        with suppress(StoreFileError):  # said already; a run without an end was cut off
            for run in self._runs.values():
                self.store.end_run(run)

    def _run(self, made_by: MadeBy) -> int:
        if made_by not in self._runs:
            self._runs[made_by] = self.store.begin_run(made_by)
        return self._runs[made_by]


def _unfit(problem: Exception) -> str:
    """Why a record cannot be kept."""
    if isinstance(problem, UnicodeError):
        return "it holds half a character (a lone surrogate), which no store can keep"
    return f"the store cannot keep what it holds: {problem}"


def _this() -> MadeBy:
    from memcon._version import __version__

    return MadeBy(__version__)


def ready(record: Record, name: str = "record") -> Item:
    """A record as an input, for who has records already.

    >>> from memcon.model import Report
    >>> with Store.open(None) as store:
    ...     ingest(store, [ready(Record(Report("r", "Nothing happened."), made_by=MadeBy("0.1.0")))]).read
    1
    """
    return Item(name, row=json.loads(record.to_json()))
