"""Show windows of a corpus to read, check files of marks, and store them without their words.

python -m training.windows show DATA LIST FROM TO       the windows named in lines FROM to TO of LIST, to read
python -m training.windows check DATA FILE...           whether every word of the marks stands in its passage
python -m training.windows store DATA FILE... > X.jsonl the same as standoff annotations, one line a passage
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from functools import cache
from pathlib import Path

from annotations.texts import text_of

from training.marks import MarksError, Passage, read, standoff


def passages(data: Path, files: list[Path]) -> list[Passage]:
    """The passages of all files; MarksError for the first that is not sound."""

    @cache
    def texts(corpus: str, document: str) -> str:
        return text_of(data, corpus, document)

    return [one for path in files for one in read(path, texts)]


def main(arguments: list[str]) -> int:
    """The command; returns its exit code."""
    verb, data, *rest = arguments
    if verb == "show":
        names, first, last = Path(rest[0]).read_text("utf-8").split("\n"), int(rest[1]), int(rest[2])
        for name in filter(None, names[first - 1 : last]):
            corpus, document = name.split(maxsplit=1)
            print(f"= {corpus} {document}\n{text_of(Path(data), corpus, document)}")
        return 0
    try:
        found = passages(Path(data), [Path(name) for name in rest])
    except (MarksError, OSError) as problem:
        print(problem, file=sys.stderr)
        return 1
    if verb == "store":
        for one in standoff(found):
            print(json.dumps(one, ensure_ascii=False))
        return 0
    events = [event for one in found for event in one.events]
    print(f"{len(found)} passages, {len(events)} events, {sum(not one.events for one in found)} without any")
    for key in ("type", "status"):
        print(" ".join(f"{name} {count}" for name, count in Counter(event[key] for event in events).most_common()))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
