"""Processes that read reports: within their limits, one report each, and one that dies takes only its own with it."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from tests.store.small_store import eventless

from memcon.intake.inputs import Item, items
from memcon.store import Store
from memcon.store.ingest import Limits, ingest, ready


def test_texts_are_read_by_processes_of_their_own(tmp_path: Path) -> None:
    for name, text in (
        ("a", "Olaf Scholz met Emmanuel Macron in Paris on Monday."),
        ("b", "Il pleut sur la ville et personne ne parle anglais ici."),
    ):
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    with Store.open(None) as store:
        tally = ingest(store, items([str(tmp_path)]), published="2022-03-08", limits=Limits(jobs=2))
        assert (tally.read, tally.failed, tally.events) == (1, 1, 1)
        assert "English" in store.failures()[0][1]


def test_a_report_that_takes_too_long_is_a_failure_and_the_rest_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("memcon.store.workers._START_S", 0.0)
    (tmp_path / "a.txt").write_text("Olaf Scholz met Emmanuel Macron in Paris on Monday.", "utf-8")
    with Store.open(None) as store:
        tally = ingest(store, [*items([str(tmp_path)]), ready(eventless(1))], limits=Limits(seconds=0.01))
        assert (tally.read, tally.failed) == (1, 1)
        assert "took longer" in store.failures()[0][1]


def test_a_reader_that_is_killed_takes_only_its_report_with_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("Olaf Scholz met Emmanuel Macron in Paris on Monday.", "utf-8")
    sent = subprocess.Popen

    def doomed(*args: object, **kwargs: object) -> object:
        process = sent(*args, **kwargs)
        os.kill(process.pid, signal.SIGKILL)
        return process

    monkeypatch.setattr("memcon.store.workers.subprocess.Popen", doomed)
    with Store.open(None) as store:
        tally = ingest(store, items([str(tmp_path)]))
        assert tally.failed == 1
        assert "signal 9" in store.failures()[0][1]


def test_what_a_report_prints_or_says_does_not_disturb_its_reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The pipes are the process's own; whatever a library writes to standard output goes nowhere."""
    (tmp_path / "sitecustomize.py").write_text(
        "import os, sys\nclass Noisy:\n    def find_spec(self, name, path=None, target=None):\n"
        "        name == 'spacy' and os.write(1, b'noise')\nsys.meta_path.insert(0, Noisy())\n",
        "utf-8",
    )
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")]))
    (tmp_path / "a.txt").write_text("Olaf Scholz met Emmanuel Macron in Paris on Monday.", "utf-8")
    with Store.open(None) as store:
        assert ingest(store, items([str(tmp_path / "a.txt")])).read == 1


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux and its kin limit a process's memory")
def test_a_report_that_needs_too_much_memory_is_a_failure_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Olaf Scholz met Emmanuel Macron in Paris on Monday.", "utf-8")
    with Store.open(None) as store:
        tally = ingest(store, [*items([str(tmp_path)]), ready(eventless(1))], limits=Limits(memory_mb=150))
        assert (tally.read, tally.failed) == (1, 1)
        assert "150 MB of memory" in store.failures()[0][1]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux and its kin limit a process's memory")
@pytest.mark.parametrize(("share", "laid_to_memory"), [(0.97, True), (0.5, False)])
def test_any_error_of_a_reader_near_its_limit_is_laid_to_memory_and_told(share: float, laid_to_memory: bool) -> None:
    """Libraries in C raise whatever they like where they get no memory: "error return without exception set"."""
    program = (
        "import io, mmap, sys\n"
        "from memcon.intake.inputs import Item\n"
        "from memcon.store import reader\n"
        "from memcon.store.frames import receive, send\n"
        "def fail(item, published, outlet):\n"
        "    used = int(next(line for line in open('/proc/self/status') if line.startswith('VmSize')).split()[1]) * 1024\n"
        f"    kept = mmap.mmap(-1, int(1000 * 1024 * 1024 * {share}) - used)\n"
        "    raise SystemError('error return without exception set')\n"
        "reader.read_item = fail\n"
        "told, answers = io.BytesIO(), io.BytesIO()\n"
        "for one in (('rules', None, None, 1000), Item('a', row={'text': 'Talks.'})):\n"
        "    send(told, one)\n"
        "told.seek(0)\n"
        "try:\n"
        "    reader.work(told, answers)\n"
        "except EOFError:\n"
        "    pass\n"
        "answers.seek(0)\n"
        "print(*receive(answers), sep='|')\n"
    )
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.strip()
    failure = "SystemError: error return without exception set"
    assert said == (f"spent|it needs more than 1000 MB of memory ({failure})" if laid_to_memory else f"failed|{failure}")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux and its kin limit a process's memory")
def test_a_reader_that_ran_out_of_memory_reads_no_other_report(monkeypatch: pytest.MonkeyPatch) -> None:
    """What it imported by half would fail every later one."""
    sent = subprocess.Popen
    begun: list[int] = []

    def counted(*args: Any, **kwargs: Any) -> Any:
        process = sent(*args, **kwargs)
        begun.append(process.pid)
        return process

    monkeypatch.setattr("memcon.store.workers.subprocess.Popen", counted)
    texts = [Item(name, row={"text": "Olaf Scholz met Emmanuel Macron in Paris on Monday."}) for name in "ab"]
    with Store.open(None) as store:
        assert ingest(store, texts, limits=Limits(jobs=1, memory_mb=150)).failed == 2
        assert all("150 MB of memory" in reason for _, reason in store.failures())
    assert len(begun) == 2


def test_a_reader_that_never_listens_is_ended_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Even where what it is to be told is more than a pipe holds."""
    monkeypatch.setattr("memcon.store.workers._START_S", 0.0)
    sent = subprocess.Popen
    monkeypatch.setattr(
        "memcon.store.workers.subprocess.Popen",
        lambda _command, **given: sent([sys.executable, "-c", "import time; time.sleep(60)"], **given),
    )
    begun = time.monotonic()
    with Store.open(None) as store:
        assert ingest(store, [Item("big", row={"text": "x" * 5_000_000})], limits=Limits(seconds=0.5)).failed == 1
        assert "took longer" in store.failures()[0][1]
    assert time.monotonic() - begun < 20


def test_a_reader_that_talks_nonsense_takes_only_its_report_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    sent = subprocess.Popen
    monkeypatch.setattr(
        "memcon.store.workers.subprocess.Popen",
        lambda _command, **given: sent([sys.executable, "-c", "print('x' * 40)"], **given),
    )
    with Store.open(None) as store:
        tally = ingest(store, [Item("a", row={"text": "Talks were held."}), ready(eventless(1))])
        assert (tally.read, tally.failed) == (1, 1)
        assert "its reader ended" in store.failures()[0][1]


def test_the_matrices_of_a_reading_process_have_one_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    """There is a process for each core; on two of them, threads besides halved the speed."""
    started = subprocess.Popen
    given: list[dict[str, str]] = []

    def seen(command: list[str], **options: Any) -> Any:
        given.append(options["env"])
        return started(command, **options)

    monkeypatch.setattr("memcon.store.workers.subprocess.Popen", seen)
    with Store.open(None) as store:
        ingest(store, [Item("a", row={"text": "Olaf Scholz met Emmanuel Macron in Paris on Monday."})], limits=Limits(jobs=1))
    assert given[0]["OPENBLAS_NUM_THREADS"] == given[0]["OMP_NUM_THREADS"] == "1"
    assert "PATH" in given[0]
