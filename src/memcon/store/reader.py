"""A process that reads reports for `workers`: `python -m memcon.store.reader FD` speaks over the inherited pipe FD."""

from __future__ import annotations

import sys
import time
from multiprocessing.connection import Connection

from memcon.intake import IntakeError
from memcon.intake.inputs import read_item
from memcon.model import Record, Report


def work(pipe: Connection) -> None:
    """The life of a reading process: its settings in, then for each item its report out and, if that is wanted, its record."""
    model, published, outlet, memory_mb = pipe.recv()
    _limit_memory(memory_mb)
    while True:
        try:
            item = pipe.recv()
        except (EOFError, KeyboardInterrupt):
            return
        begun = time.monotonic()
        try:
            found = read_item(item, published, outlet)
            pipe.send(("report", found.report if isinstance(found, Record) else found))
            if not pipe.recv():
                continue
            pipe.send(("record", _record(found, model).to_json(), time.monotonic() - begun))
        except KeyboardInterrupt:
            return
        except IntakeError as problem:
            pipe.send(("failed", problem.message))
        except MemoryError:
            pipe.send(("failed", f"it needs more than {memory_mb} MB of memory"))
        except Exception as problem:  # whatever a report does to its reader, the others are read
            pipe.send(("failed", f"{type(problem).__name__}: {problem}"))


def _record(found: Report | Record, model: str) -> Record:
    if isinstance(found, Record):
        return found
    from memcon.reading.pipeline import read

    return read(found, model)


def _limit_memory(memory_mb: int) -> None:
    try:
        import resource
    except ImportError:  # not on Windows
        return
    size = memory_mb * 1024 * 1024
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (size if most == resource.RLIM_INFINITY else min(size, most), most))


if __name__ == "__main__":
    work(Connection(int(sys.argv[1])))
