"""What is never trained on: chosen once, by name or by the hash of an id."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

# Articles of PolNeAR that are annotated among the seven gold reports.
GOLD_ARTICLES = ("2016-06-07_china", "2016-04-01_obama", "2015-12-10_netanyahu")


def fold(identifier: str) -> int:
    """A number from 0 to 99 that the id alone decides.

    >>> fold("speech-01-3") == fold("speech-01-3") and 0 <= fold("x") < 100
    True
    """
    return int(hashlib.sha256(identifier.encode()).hexdigest(), 16) % 100


def part(identifier: str) -> str:
    """`test` for a tenth of the windows and passages, `dev` for a twentieth, else `train`.

    The parts of one document ("NAME[0:900]", "NAME[900:1700]") are in one.

    >>> {part(f"speech-01-{n}") for n in range(100)} == {"train", "dev", "test"}
    True
    """
    number = fold(identifier.partition("[")[0])
    return "test" if number < 10 else "dev" if number < 15 else "train"


def kept_apart(annotations: Path) -> set[str]:
    """The annotated reports of the test part, as `annotations/README.md` names them."""
    after = (annotations / "README.md").read_text("utf-8").partition("\nTest part")[2]
    rows = re.findall(r"^\| `([\w-]+)` \|", after, re.MULTILINE)
    if len(rows) < 7:
        raise ValueError(f"{annotations / 'README.md'} names {len(rows)} test reports, not seven or more")
    return set(rows)


def annotated_documents(annotations: Path) -> set[tuple[str, str]]:
    """(corpus, document) of every annotated report: out of the training sets of all heads that read other layers."""
    found = set()
    for path in annotations.glob("*.json"):
        text = json.loads(path.read_text("utf-8"))["text"]
        found.add((text["corpus"], text["document"]))
    return found
