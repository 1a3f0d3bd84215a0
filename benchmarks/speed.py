"""How fast memcon reads: `python -m benchmarks.speed [FOLDER] [--jobs 2] [--model rules]` prints a JSON object.

FOLDER holds .txt reports (default: examples/). Times are wall clock: sentences a second in one process and by `--jobs` reading processes
(from raw text to record, as `memcon ingest` reads), seconds until parser and encoder are loaded, until a first report is read besides (and
all tables) and from start to finish, the most memory that a reading process took.
The parser's own share is given beside the whole, so that two machines can be compared by the ratio.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from memcon.coder import available, coder
from memcon.intake.inputs import Item
from memcon.model import Report
from memcon.reading.parse.parsing import DEFAULT_MODEL, RULES, parser
from memcon.reading.pipeline import read
from memcon.store.workers import MEMORY_MB, SECONDS, Workers

ROUNDS = 5
POOL_SENTENCES = 1200
"""So many sentences at least are read by the processes: ten seconds' work, so that the last report of one weighs little."""
DAY = "2022-03-05"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder", nargs="?", type=Path, default=Path(__file__).parent.parent / "examples")
    options.add_argument("--jobs", type=int, default=2)
    options.add_argument("--model", default=DEFAULT_MODEL, help="a spaCy pipeline, or `rules` for reading without the encoder")
    chosen = options.parse_args()
    texts = [path.read_text("utf-8") for path in sorted(chosen.folder.glob("*.txt"))]
    if not texts:
        raise SystemExit(f"{chosen.folder}: no .txt reports")
    started = time.perf_counter()
    engine = parser(DEFAULT_MODEL if chosen.model == RULES else chosen.model)
    if chosen.model != RULES and available():
        coder()
    models = time.perf_counter() - started
    read(Report("warm", texts[0]), chosen.model)
    loaded = time.perf_counter() - started
    sentences = sum(len(engine.parse(text).sentences) for text in texts)
    parse = min(_timed(lambda: [engine.parse(text) for text in texts]) for _ in range(ROUNDS))
    whole = min(_timed(lambda: [read(Report("r", text, published=DAY), chosen.model) for text in texts]) for _ in range(ROUNDS))
    longest = max(texts, key=len)
    command = [sys.executable, "-m", "memcon", "read", "-", "--published", DAY, "--json", "--model", chosen.model]
    process = min(_timed(lambda: subprocess.run(command, input=longest.encode(), capture_output=True, check=True)) for _ in range(2))
    figures = {
        "reports": len(texts),
        "sentences": sentences,
        "models_loaded_s": round(models, 2),
        "load_s": round(loaded, 2),
        "sentences_per_s": round(sentences / whole, 1),
        "parser_alone_sentences_per_s": round(sentences / parse, 1),
        "jobs": chosen.jobs,
        "sentences_per_s_by_jobs": round(_by_jobs(texts, sentences, chosen.jobs, chosen.model), 1),
        "memory_mb_of_a_job": _memory_mb(),
        "start_to_finish_s": round(process, 2),
        "start_to_finish_words": len(longest.split()),
    }
    print(json.dumps(figures, indent=1))


def _by_jobs(texts: list[str], sentences: int, jobs: int, model: str) -> float:
    """Sentences a second of so many reading processes side by side, once each has loaded what it needs."""
    workers = Workers(jobs, model, DAY, None, SECONDS, MEMORY_MB)
    try:
        _read_by(workers, texts[:1] * jobs)
        rounds = -(-POOL_SENTENCES // sentences)
        took = _timed(lambda: _read_by(workers, texts * rounds))
    finally:
        workers.close()
    return sentences * rounds / took


def _read_by(workers: Workers, texts: list[str]) -> None:
    left = [Item(f"{number}.txt", row={"id": str(number), "text": text}) for number, text in enumerate(texts)]
    while left or workers.busy:
        while left and workers.idle:
            workers.start(left.pop())
        for answer in workers.answers():
            if answer.report is not None:
                workers.go_on(answer.item, wanted=True)
            elif answer.record is None:
                raise SystemExit(f"{answer.item.name}: {answer.reason}")


def _memory_mb() -> int | None:
    """The most memory that one ended child took, in MB; None where the system does not say."""
    if find_spec("resource") is None:
        return None
    import resource

    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return round(most / (1e6 if sys.platform == "darwin" else 1e3))


def _timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
