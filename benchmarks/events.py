"""The encoder's heads alone on annotated texts: triggers, types, modes, statuses and what stands around each trigger.

    python -m benchmarks.events PATH [--sets windows own reports gold] [--part test|dev|train] [--annotations FOLDER] [--gold FOLDER]
                                   [--weights FOLDER]

PATH is the folder of the corpora that `annotations/texts.py` reads; the words of the held-out windows and reports are taken from it.
Prints one JSON object, a set a key. `--part dev` scores what thresholds and temperatures were fitted on, `train` what was trained on.

Everything is counted by trigger, before mentions are joined to events. A trigger is found when an annotated one overlaps it (each
once), typed when the type is right besides; `mode` and `status` are shares of the typed and the found ones that are right, with the
macro-F1 over the statuses that occur. An argument is right when its role is and its words share half of the longer span, or end with
it, or end in the same name. `arguments` counts those of found triggers; `arguments_all` those of all triggers, lost and invented ones
too. `who-whom` is a typed trigger with exactly the right actors and recipients.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from training import annotated
from training.corpora import Marked

from benchmarks.attribution import f1
from memcon.coder import Coder, Happening, coder
from memcon.coder.labels import MATTER, PARTIES, SETTING, TELLING
from memcon.coder.session import FOLDER
from memcon.reading.parse.sentences import sentences

SETS = ("windows", "own", "reports", "gold")
SHOWN = (*PARTIES, *SETTING, *TELLING, *MATTER)
Span = tuple[int, int]


def arguments_of(event: dict[str, Any]) -> list[tuple[str, Span]]:
    """(role, span) of everything that is annotated around an event."""
    found = [(one["role"], one["mention"]) for one in event.get("participants") or [] if one.get("mention")]
    found += [(name, event[name]["span"]) for name in ("when", "where") if isinstance(event.get(name), dict) and event[name].get("span")]
    found += [("source", one["source"]) for one in event.get("sources") or [] if one.get("source")]
    found += [(name, span) for name in ("about", "purpose") for span in event.get(name) or []]
    return [(role, (span[0], span[1])) for role, span in found]


def same(text: str, gold: Span, ours: Span) -> bool:
    """Whether two spans are one value: half of the longer is shared, both end together, or both end in the same name."""
    shared = min(gold[1], ours[1]) - max(gold[0], ours[0])
    longer = max(gold[1] - gold[0], ours[1] - ours[0])
    if shared > 0 and (2 * shared >= longer or (gold[1] == ours[1] and longer <= 80)):
        return True
    a, b = text[gold[0] : gold[1]].split()[-1:], text[ours[0] : ours[1]].split()[-1:]
    return bool(a) and a == b and a[0][:1].isupper()


def matched(text: str, gold: list[tuple[str, Span]], ours: list[tuple[str, Span]]) -> list[str]:
    """The roles of the values of `gold` that `ours` holds, each matched once."""
    left, hits = list(ours), []
    for role, span in gold:
        hit = next((one for one in left if one[0] == role and same(text, span, one[1])), None)
        if hit is not None:
            left.remove(hit)
            hits.append(role)
    return hits


def pairs(gold: list[tuple[Span, dict[str, Any]]], ours: Sequence[Happening]) -> list[tuple[int, int]]:
    """Triggers that overlap, one to one; of several events of one word the one of our type first."""
    found, taken = [], set()
    for j, one in enumerate(ours):
        fits = [
            (event["type"] != one.type, i)
            for i, (span, event) in enumerate(gold)
            if i not in taken and span[0] < one.trigger.end and one.trigger.start < span[1]
        ]
        if fits:
            i = min(fits)[1]
            taken.add(i)
            found.append((i, j))
    return found


def count(text: str, events: list[dict[str, Any]], ours: Sequence[Happening], tally: Counter[tuple[str, ...]]) -> None:
    """Add the counts of one text."""
    gold = [((span[0], span[1]), event) for event in events for span in event["triggers"]]
    tally["trigger", "gold"] += len(gold)
    tally["trigger", "ours"] += len(ours)
    partner = dict(pairs(gold, ours))
    for i, (_, event) in enumerate(gold):
        theirs = arguments_of(event)
        tally.update(("all", role, "gold") for role, _ in theirs)
        if i not in partner:
            continue
        one = ours[partner[i]]
        mine = [(piece.label, (piece.start, piece.end)) for piece in one.arguments]
        hits = matched(text, theirs, mine)
        tally["found", "right"] += 1
        typed = event["type"] == one.type
        tally["typed", "right"] += typed
        tally["mode", "right"] += typed and (event.get("mode") or "") == one.mode
        tally["status", "right"] += event["status"] == one.status
        tally["status", event["status"], "gold"] += 1
        tally["status", one.status, "ours"] += 1
        tally["status", one.status, "right"] += event["status"] == one.status
        tally.update(("given", role, "gold") for role, _ in theirs)
        tally.update(("given", role, "ours") for role, _ in mine)
        for name in ("given", "all"):
            tally.update((name, role, "right") for role in hits)
        parties = [[one for one in side if one[0] in ("actor", "recipient")] for side in (theirs, mine)]
        whole = len(parties[0]) == len(parties[1]) == len(matched(text, *parties))
        tally["who-whom", "right"] += typed and whole
    for one in ours:
        tally.update(("all", piece.label, "ours") for piece in one.arguments)


def figures(tally: Counter[tuple[str, ...]]) -> dict[str, Any]:
    """Counts as figures."""
    ours, gold = tally["trigger", "ours"], tally["trigger", "gold"]
    found: dict[str, Any] = {"triggers": {"annotated": gold, "found": ours}}
    for name in ("found", "typed", "who-whom"):
        found[name] = f1(tally[name, "right"], ours, gold)
    found["mode"] = _share(tally["mode", "right"], tally["typed", "right"])
    found["status"] = _share(tally["status", "right"], tally["found", "right"])
    statuses = {key[1] for key in tally if key[0] == "status" and key[-1] == "gold"}
    each = [_f(tally, "status", one) for one in statuses]
    found["status_macro_f1"] = round(sum(each) / len(each), 3) if each else 0.0
    for name, title in (("given", "arguments"), ("all", "arguments_all")):
        roles = [role for role in SHOWN if tally[name, role, "gold"] or tally[name, role, "ours"]]
        sums = [sum(tally[name, role, side] for role in roles) for side in ("right", "ours", "gold")]
        found[title] = {"f1": f1(*sums)["f1"]} | {role: round(_f(tally, name, role), 3) for role in roles}
    return found


def _share(part: int, whole: int) -> float:
    return round(part / whole, 3) if whole else 0.0


def _f(tally: Counter[tuple[str, ...]], name: str, label: str) -> float:
    return f1(tally[name, label, "right"], tally[name, label, "ours"], tally[name, label, "gold"])["f1"]


def measure(texts: Sequence[Marked], reader: Coder) -> dict[str, Any]:
    """The figures over annotated texts, with the speed of the encoder alone."""
    tally: Counter[tuple[str, ...]] = Counter()
    number, started, took = 0, 0.0, 0.0
    for one in texts:
        cut = sentences(one.text)
        number += len(cut)
        started = time.perf_counter()
        coded = reader.read(one.text, cut)
        took += time.perf_counter() - started
        count(one.text, one.events or [], coded.events, tally)
    return {"texts": len(texts)} | figures(tally) | {"sentences_per_second": round(number / took, 1) if took else 0.0}


def sets(names: Sequence[str], part: str, data: Path, annotations: Path, gold: Path | None) -> dict[str, list[Marked]]:
    """The texts of each set; a set whose folder is not there is left out."""
    found = {name: annotated.training_part(name, data, annotations, part) for name in names if name != "gold"}
    if "gold" in names and part == "test" and gold is not None and gold.is_dir():
        found["gold"] = annotated.gold(gold)
    return {name: texts for name, texts in found.items() if texts}


def main(arguments: Sequence[str] | None = None) -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("path", type=Path)
    options.add_argument("--sets", nargs="+", choices=SETS, default=list(SETS))
    options.add_argument("--part", choices=("test", "dev", "train"), default="test")
    options.add_argument("--annotations", type=Path, default=Path(__file__).parent.parent / "annotations")
    options.add_argument("--gold", type=Path, help="folder of the gold reports (default: gold beside PATH)")
    options.add_argument("--weights", type=Path, default=FOLDER, help="folder of the encoder's weights (default: those of the package)")
    chosen = options.parse_args(arguments)
    texts = sets(chosen.sets, chosen.part, chosen.path, chosen.annotations, chosen.gold or chosen.path.parent / "gold")
    reader = coder(chosen.weights)
    print(json.dumps({name: measure(some, reader) for name, some in texts.items()} | {"weights": reader.sha256}, indent=1))


if __name__ == "__main__":
    main()
