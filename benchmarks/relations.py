"""What one party does to another in a sentence, on PLV: root and quad class.

    python -m benchmarks.relations PATH [--by rules coder] [--folds 5] [--weights FOLDER]

PATH is a table such as `PLV_train.tsv`: a sentence with its source in `<s>` and its target in `<t>`, root and quad class. Prints one
JSON object with accuracy and macro-F1 of the roots, accuracy of the quad classes, and each root's F1. `rules` needs no weights. `coder`
is `memcon.relation` with the encoder; with `--folds N` its head is taught N times without the part that it is tested on (the trunk
has never seen these sentences; needs the extra `train`). Without folds it is the head of the weights, taught on the whole of PLV_train.

The roots of our types: CONCEDE and RETREAT are YIELD; CONSULT, SUPPORT, COOPERATE and AID that are planned or offered are AGREE; a
VOTE for something is SUPPORT, against it REJECT, an abstention SUPPORT; no act and STATEMENT stand for no root and are wrong. Quad classes
by root: AGREE, CONSULT and SUPPORT 1, COOPERATE, AID and YIELD 2, ACCUSE, REQUEST, REJECT and THREATEN 3, all others 4. A sentence
whose target stands nowhere in it ("a recipient") is left out.

Published on the test part: UniversalPetrarch root accuracy .50 and macro-F1 .48, zero-shot inference with a model of 355 million
parameters .835 and .821 (as the README of the reference data gives them).
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from training.corpora import Marked, marked_relations

from memcon.coder import Coder, coder
from memcon.coder.labels import ROOTS
from memcon.coder.session import FOLDER
from memcon.reading.parse.parsing import RULES
from memcon.reading.relating import relate

QUADS = {
    "AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "COOPERATE": 2, "AID": 2, "YIELD": 2, "ACCUSE": 3, "REQUEST": 3, "REJECT": 3, "THREATEN": 3,
}  # fmt: skip


def quad(root: str) -> int:
    """The quad class of a root, 0 for none.

    >>> quad("AID"), quad("ASSAULT"), quad("")
    (2, 4, 0)
    """
    return QUADS.get(root, 4 if root in ROOTS else 0)


def by_rules(rows: Sequence[Marked]) -> list[str]:
    """The roots that the rules alone give."""
    return [relate(one.text, one.relation[0], one.relation[1], RULES).root for one in rows if one.relation]


def by_coder(rows: Sequence[Marked]) -> list[str]:
    """The roots that `memcon.relation` gives."""
    return [relate(one.text, one.relation[0], one.relation[1]).root for one in rows if one.relation]


def fold(name: str, folds: int) -> int:
    """The part that a sentence belongs to, by its name alone."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % folds


def by_folds(rows: Sequence[Marked], reader: Coder, folds: int) -> list[str]:
    """The roots that heads give which were taught without the sentence's part; empty where both parties stand in no one window."""
    try:
        from training.relating import examples, learn
    except ImportError as missing:
        raise SystemExit(f"--folds teaches the head anew and needs pip install 'memcon[train]' ({missing})") from missing
    chosen = examples(rows, reader)
    found = {}
    for number in range(folds):
        head = learn([one for one in chosen if fold(one.name, folds) != number])
        for one in chosen:
            if fold(one.name, folds) == number:
                sure = head.probabilities(one.seen.states, one.seen.kinds, one.seen.source, one.seen.target, one.told)
                found[one.name] = ROOTS[int(sure.argmax())]
    return [found.get(one.name, "") for one in rows]


def figures(gold: Sequence[str], ours: Sequence[str]) -> dict[str, Any]:
    """Accuracy, macro-F1 over the roots that occur in `gold`, quad accuracy, and the F1 of each root.

    >>> figures(["AID", "AID"], ["AID", "COOPERATE"])["accuracy"]
    0.5
    """
    pairs = list(zip(gold, ours, strict=True))
    each = {}
    for root in sorted(set(gold)):
        right = sum(a == b == root for a, b in pairs)
        each[root] = round(2 * right / (gold.count(root) + list(ours).count(root)), 3)
    return {
        "sentences": len(pairs),
        "accuracy": round(sum(a == b for a, b in pairs) / len(pairs), 3),
        "macro_f1": round(sum(each.values()) / len(each), 3),
        "quad": round(sum(quad(a) == quad(b) for a, b in pairs) / len(pairs), 3),
        "roots": each,
    }


def main(arguments: Sequence[str] | None = None) -> None:
    """The command."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("path", type=Path)
    options.add_argument("--by", nargs="+", choices=("rules", "coder"), default=["rules"])
    options.add_argument("--folds", type=int, default=0)
    options.add_argument("--weights", type=Path, default=FOLDER)
    chosen = options.parse_args(arguments)
    rows = list(marked_relations(chosen.path))
    gold = [one.relation[2] for one in rows if one.relation]
    found: dict[str, Any] = {}
    if "rules" in chosen.by:
        found["rules"] = figures(gold, by_rules(rows))
    if "coder" in chosen.by and chosen.folds:
        reader = coder(chosen.weights)
        found["coder"] = figures(gold, by_folds(rows, reader, chosen.folds)) | {"folds": chosen.folds, "weights": reader.sha256}
    elif "coder" in chosen.by:
        found["coder"] = figures(gold, by_coder(rows)) | {"weights": coder(chosen.weights).sha256}
    print(json.dumps(found, indent=1))


if __name__ == "__main__":
    main()
