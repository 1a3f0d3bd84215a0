"""What the weights are made from: `python -m training.sources --data DATA` prints a hash for every source, as JSON.

The hash of a source is the SHA-256 over the hashes of its files in order of their names, so that anyone with the same data can see that
it is the same.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

SOURCES = {
    "polnear": ("attribution/polnear_train.jsonl",),
    "timeml": ("time/timebank", "time/aquaint"),
    "facts": ("status/factbank_train.conll", "status/uw_train.conll"),
    "arguments": ("events/rams", "events/wikievents"),
    "relations": ("relations/PLV_train.tsv",),
}


def hashed(paths: Sequence[Path]) -> dict[str, str | int]:
    """How many files there are and the hash over them.

    >>> hashed([])["files"]
    0
    """
    files = sorted(file for path in paths for file in ([path] if path.is_file() else path.rglob("*")) if file.is_file())
    whole = hashlib.sha256()
    for file in files:
        whole.update(hashlib.sha256(file.read_bytes()).digest())
    return {"files": len(files), "sha256": whole.hexdigest()}


def all_of(data: Path, annotations: Path) -> dict[str, dict[str, str | int]]:
    """The hash of every source, other people's and our own."""
    found = {name: hashed([data / path for path in paths]) for name, paths in SOURCES.items()}
    found["windows"] = hashed([annotations / "windows.jsonl"])
    found["reports"] = hashed(list(annotations.glob("*.json")))
    found["own"] = hashed(list((Path(__file__).parent / "sentences").glob("*.marks")))
    return found


def main(arguments: Sequence[str] | None = None) -> None:
    """The command."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--annotations", type=Path, default=Path("annotations"))
    chosen = options.parse_args(arguments)
    print(json.dumps(all_of(chosen.data, chosen.annotations), indent=1))


if __name__ == "__main__":
    main()
