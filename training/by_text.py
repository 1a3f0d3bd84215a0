"""Files with a line of JSON for each text, which several processes make: what `training.silver` and `training.local` are as commands."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from training.corpora import Marked


def command(
    about: str | None,
    texts: Callable[[Path, Path], Iterable[Marked]],
    line: Callable[[tuple[str, str]], str],
    arguments: Sequence[str] | None = None,
) -> None:
    """Write the `line` of every text (name, words) of `texts` (the folders of data and annotations) into a file."""
    options = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--annotations", type=Path, default=Path("annotations"))
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--jobs", type=int, default=2)
    chosen = options.parse_args(arguments)
    chosen.out.parent.mkdir(parents=True, exist_ok=True)
    todo = [(one.name, one.text) for one in texts(chosen.data, chosen.annotations)]
    with chosen.out.open("w", encoding="utf-8") as out, ProcessPoolExecutor(chosen.jobs) as pool:
        for row in pool.map(line, todo, chunksize=8):
            print(row, file=out)
