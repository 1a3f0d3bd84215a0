"""A process that reads reports for `workers`: `python -m memcon.store.reader` is told of them on its input and answers on its output."""

from __future__ import annotations

import gc
import os
import signal
import sys
import time
from contextlib import suppress
from typing import IO

from memcon.intake import IntakeError
from memcon.intake.inputs import read_item
from memcon.model import Record, Report

from .frames import receive, send

_YOUNG = 50_000
"""After so many new objects the collector looks for circles among them: a report's objects are many, and hardly any stand in one."""
_NO_ROOM = ("failed to map segment", "Cannot allocate memory", "std::bad_alloc")
"""What libraries say, in errors of other kinds, where they get no memory."""
_NEARLY_ALL, _ROOM_MB = 0.9, 64
"""An error of a process that has had this share of its limit, or has less room left than a library takes, is laid to the limit: the request
that failed is in neither."""


def work(told: IO[bytes], answers: IO[bytes]) -> None:
    """The life of a reading process: its settings in, then for each item its report out and, if that is wanted, its record."""
    model, published, outlet, memory_mb = receive(told)
    _limit_memory(memory_mb)
    loaded = False
    while True:
        item = receive(told)
        begun = time.monotonic()
        try:
            found = read_item(item, published, outlet)
            send(answers, ("report", found.report if isinstance(found, Record) else found))
            if not receive(told):
                continue
            answer: tuple[object, ...] = ("record", _record(found, model).to_json(), time.monotonic() - begun)
            if not loaded:
                gc.freeze()  # models and tables stay; walking them takes the collector a tenth of a second each time
                gc.set_threshold(_YOUNG)
                loaded = True
        except EOFError:
            return
        except IntakeError as problem:
            answer = ("failed", problem.message)
        except Exception as problem:  # whatever a report does to its reader, the others are read
            said = f"{type(problem).__name__}: {problem}"
            if _out_of_memory(problem, memory_mb):  # what was loaded by half stays so: another process goes on
                short = f"it needs more than {memory_mb} MB of memory"
                send(answers, ("spent", short if isinstance(problem, MemoryError) else f"{short} ({said})"))
                return
            answer = ("failed", said)
        send(answers, answer)


def require_sound(record: Record) -> None:
    """IntakeError for a ready-made record that is not true to its text, the codebook or itself; values without evidence may be."""
    from memcon.verification import verify

    wrong = [one for one in verify(record) if not one.path.startswith("made_by") and not one.message.startswith("no words")]
    if wrong:
        more = f" (and {len(wrong) - 1} more)" if len(wrong) > 1 else ""
        raise IntakeError(f"the record does not verify: {wrong[0]}{more}", "memcon verify says all that does not hold")


def limits_memory() -> bool:
    """Whether this system lets a process be limited in memory: Linux and its kin do, Windows and macOS do not."""
    try:
        import resource
    except ImportError:
        return False
    return sys.platform != "darwin" and hasattr(resource, "RLIMIT_AS")


def _record(found: Report | Record, model: str) -> Record:
    if isinstance(found, Record):
        require_sound(found)
        return found
    from memcon.reading.pipeline import read

    return read(found, model)


def _limit_memory(memory_mb: int) -> None:
    if sys.platform == "win32" or not limits_memory():
        return
    import resource

    size = memory_mb * 1024 * 1024
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (size if most == resource.RLIM_INFINITY else min(size, most), most))


def _out_of_memory(problem: Exception, memory_mb: int) -> bool:
    """Whether an error came of the limit: libraries in C and what imports them raise whatever they like where they get no memory."""
    if isinstance(problem, MemoryError) or any(sign in str(problem) for sign in _NO_ROOM):
        return True
    if not limits_memory():
        return False
    with suppress(OSError), open("/proc/self/status", encoding="ascii", errors="replace") as status:  # proc_pid_status(5)
        peak_kb = next((int(line.split()[1]) for line in status if line.startswith("VmPeak:")), 0)
        return peak_kb > min(_NEARLY_ALL * memory_mb, memory_mb - _ROOM_MB) * 1024
    return False


def _own(number: int, mode: str) -> IO[bytes]:
    """A stream of the process for itself; whatever a library prints or asks for goes nowhere."""
    kept = os.dup(number)
    if sys.platform == "win32":
        import msvcrt

        msvcrt.setmode(kept, os.O_BINARY)
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, number)
    os.close(nothing)
    return os.fdopen(kept, mode)


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who started this ends it
    with suppress(EOFError, BrokenPipeError):
        work(_own(0, "rb"), _own(1, "wb"))
