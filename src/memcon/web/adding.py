"""Reports that are added in the site: pasted, uploaded or fetched, one after the other in the background, with how far each has come."""

from __future__ import annotations

import queue
import secrets
import shutil
import tempfile
import threading
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from memcon.intake import IntakeError, read_report
from memcon.intake.folders import WANTED
from memcon.intake.inputs import Item, items
from memcon.intake.published import published_date
from memcon.store import Store
from memcon.store.ingest import Limits, Tally, ingest

LARGEST_UPLOAD = 12_000_000
SUFFIXES = tuple(sorted(WANTED))
_MOST_KEPT = 200
_MOST_WAITING = 20
_SECONDS = 120.0
_OVER = ("done", "failed")
STATES = ("waiting", "fetching", "reading", "done", "failed")


class BusyError(Exception):
    """So many reports wait already that no more are taken."""


@dataclass(slots=True)
class Job:
    """One thing that was added: `state` is one of STATES; `reports` are the ids of what was read or is there already."""

    id: str
    kind: str
    name: str
    published: str | None
    outlet: str | None
    state: str = "waiting"
    read: int = 0
    known: int = 0
    failed: int = 0
    events: int = 0
    reasons: list[str] = field(default_factory=list)
    advice: str = ""
    reports: list[str] = field(default_factory=list)
    source: str = ""
    folder: Path | None = None

    @property
    def over(self) -> bool:
        """Whether nothing more happens to it."""
        return self.state in _OVER

    def to_dict(self) -> dict[str, Any]:
        """What the pages and the interface say of it."""
        names = ("id", "kind", "name", "published", "outlet", "state", "read", "known", "failed", "events", "reasons", "advice", "reports")
        told = {name: getattr(self, name) for name in names}
        return told | {"over": told["state"] in _OVER}  # the state that is told, whatever has happened since: a page goes by both


class Adding:
    """Reads what is added into the store in a file, one thing after the other, in a thread of its own."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._queue: queue.Queue[Job | None] = queue.Queue()
        self._thread: threading.Thread | None = None
        self._lock = threading.Lock()

    def job(self, number: str) -> Job | None:
        """The job of that number; None where there is none (any more)."""
        return self._jobs.get(number)

    def jobs(self) -> list[Job]:
        """All jobs that are remembered, the latest first."""
        return list(reversed(self._jobs.values()))

    def paste(self, text: str, published: str, outlet: str, title: str = "") -> Job:
        """Add a report by its text. IntakeError where it is none."""
        if not text.strip():
            raise IntakeError("there is no text", "Paste the words of a report into the field.")
        made = self._new("paste", title.strip() or "pasted text", published, outlet)
        made.source = text
        return self._start(made)

    def upload(self, name: str, data: bytes, published: str, outlet: str) -> Job:
        """Add a file. IntakeError where it is none that can be read."""
        told = Path(name.replace("\\", "/")).name
        if not told or not data:
            raise IntakeError("the upload came without a file, or the file is empty", "Choose a file and send it again.")
        suffix = Path(told).suffix.lower()
        if suffix not in SUFFIXES:
            raise IntakeError(f"{suffix or 'a file without an ending'} cannot be read", f"Give one of {', '.join(SUFFIXES)}.")
        made = self._new("upload", told, published, outlet)
        made.folder = Path(tempfile.mkdtemp(prefix="memcon-"))
        path = made.folder / f"report{suffix}"
        path.write_bytes(data)
        made.source = str(path)
        return self._start(made)

    def fetch(self, address: str, published: str, outlet: str) -> Job:
        """Add a page of the web by its address."""
        address = address.strip()
        if not address.startswith(("http://", "https://")) or len(address) > 2000 or any(one.isspace() for one in address):
            raise IntakeError("that is no address of the web", "Give one that begins with http:// or https://.")
        made = self._new("url", address, published, outlet)
        made.source = address
        return self._start(made)

    def close(self) -> None:
        """Take no more; what is being read is given up with the process."""
        self._queue.put(None)

    def _new(self, kind: str, name: str, published: str, outlet: str) -> Job:
        if self._queue.qsize() >= _MOST_WAITING:
            raise BusyError
        day = published_date(published.strip() or None)
        return Job(secrets.token_hex(6), kind, name, day, " ".join(outlet.split())[:200] or None)

    def _start(self, made: Job) -> Job:
        with self._lock:
            self._jobs[made.id] = made
            while len(self._jobs) > _MOST_KEPT and next(iter(self._jobs.values())).over:
                self._jobs.popitem(last=False)
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, daemon=True)
                self._thread.start()
        self._queue.put(made)
        return made

    def _work(self) -> None:
        while (made := self._queue.get()) is not None:
            try:
                self._read(made)
            except IntakeError as problem:
                self._fail(made, problem.message, problem.advice)
            except Exception as problem:  # whatever happens, the person is told and the next is read
                self._fail(made, str(problem) or type(problem).__name__, "Try again; memcon ingest on the command line tells more.")
            finally:
                made.source = ""
                if made.folder is not None:
                    shutil.rmtree(made.folder, ignore_errors=True)

    def _read(self, made: Job) -> None:
        if made.kind == "url":
            made.state = "fetching"
            report = read_report(made.source, published=made.published, outlet=made.outlet)
            row = {"text": report.text, "title": report.title, "published": report.published, "outlet": report.outlet, "url": report.url}
            found: Iterable[Item] = [Item(made.name, row={**row, "id": report.id})]
        elif made.kind == "paste":
            row = {"text": made.source, "title": made.name if made.name != "pasted text" else None, "id": f"paste-{made.id}"}
            found = [Item(f"{made.name} ({made.id})", row={name: value for name, value in row.items() if value})]
        else:
            found = _named(items([made.source]), made)
        made.state = "reading"

        def tell(tally: Tally, _name: str, why: str) -> None:
            made.read, made.known, made.failed, made.events = tally.read, tally.known, tally.failed, tally.events
            if why and len(made.reasons) < 20:
                made.reasons.append(why)

        with Store.open(self._path, create=False) as store:
            before = _newest(store)
            ingest(store, found, published=made.published, outlet=made.outlet, limits=Limits(1, _SECONDS), retry_failed=True, progress=tell)
            made.reports = _since(store, before)
        if made.failed and not (made.read or made.known):
            made.advice = "Put the file right, or paste the report's words instead."
            made.state = "failed"
        else:
            made.state = "done"

    @staticmethod
    def _fail(made: Job, why: str, advice: str) -> None:
        made.reasons.append(why)
        made.failed += 1
        made.advice = advice
        made.state = "failed"


def _named(found: Iterable[Item], made: Job) -> Iterable[Item]:
    """The items of an uploaded file under the name that the person knows."""
    for one in found:
        yield Item(f"{made.name} ({made.id}){one.name.removeprefix(made.source)}", one.path, one.row, one.wrong)


def _newest(store: Store) -> int:
    from sqlalchemy import func, select

    from memcon.store.schema import runs

    with store.reading() as connection:
        return connection.scalar(select(func.coalesce(func.max(runs.c.id), 0))) or 0


def _since(store: Store, run: int) -> list[str]:
    """The reports that later runs read, the first hundred."""
    from sqlalchemy import select

    from memcon.store.schema import readings

    with store.reading() as connection:
        wanted = select(readings.c.report).where(readings.c.run > run).order_by(readings.c.report).limit(100)
        return [str(one) for one in connection.execute(wanted).scalars()]
