"""How fast memcon reads: `python -m benchmarks.speed [FOLDER]` prints sentences a second in one process, load and start-to-finish times.

FOLDER holds .txt reports (default: examples/). Times are wall clock in seconds; the parser's own share is given beside the whole, so
that two machines can be compared by the ratio.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

from memcon.model import Report
from memcon.reading.parsing import parser
from memcon.reading.pipeline import read

ROUNDS = 5


def main() -> None:
    """The command."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parent.parent / "examples")
    texts = [path.read_text("utf-8") for path in sorted(folder.glob("*.txt"))]
    if not texts:
        raise SystemExit(f"{folder}: no .txt reports")
    started = time.perf_counter()
    engine = parser()
    read(Report("warm", texts[0]))
    loaded = time.perf_counter() - started
    sentences = sum(len(engine.parse(text).sentences) for text in texts)
    parse = min(_timed(lambda: [engine.parse(text) for text in texts]) for _ in range(ROUNDS))
    whole = min(_timed(lambda: [read(Report("r", text, published="2022-03-05")) for text in texts]) for _ in range(ROUNDS))
    longest = max(texts, key=len)
    command = [sys.executable, "-m", "memcon", "read", "-", "--published", "2022-03-05", "--json"]
    process = min(_timed(lambda: subprocess.run(command, input=longest.encode(), capture_output=True, check=True)) for _ in range(2))
    figures = {
        "reports": len(texts),
        "sentences": sentences,
        "load_s": round(loaded, 2),
        "sentences_per_s": round(sentences / whole, 1),
        "parser_alone_sentences_per_s": round(sentences / parse, 1),
        "start_to_finish_s": round(process, 2),
        "start_to_finish_words": len(longest.split()),
    }
    print(json.dumps(figures, indent=1))


def _timed(work: object) -> float:
    started = time.perf_counter()
    work()  # type: ignore[operator]
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
