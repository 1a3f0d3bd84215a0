"""Annotated reports: `python -m benchmarks.gold FOLDER [--out FOLDER] [--each]` reads each and scores the records with FOLDER/score.py.

FOLDER holds NAME.json annotations (with report.text_file, published, outlet) and their texts; `score.py` is taken from there or from
the folder named by --scorer. Prints found, typed, who-whom, record and the fields as JSON.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
import tempfile
from pathlib import Path
from types import ModuleType

from memcon.model import Report
from memcon.reading.pipeline import read


def load_scorer(folder: Path) -> ModuleType:
    """The module score.py of a folder, with its neighbours importable."""
    sys.path.insert(0, str(folder))
    spec = importlib.util.spec_from_file_location("memcon_score", folder / "score.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"{folder}: no score.py; name its folder with --scorer")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read_all(folder: Path, out: Path) -> int:
    """Read every annotated report of a folder; write NAME.json records into `out`. Returns how many."""
    count = 0
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        if "events" not in gold or "text_file" not in gold.get("report", {}):
            continue
        about = gold["report"]
        text = (folder / about["text_file"]).read_text("utf-8")
        record = read(Report(about["id"], text, published=about.get("published"), outlet=about.get("outlet")))
        (out / path.name).write_text(record.to_json(indent=1), "utf-8")
        count += 1
    return count


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--scorer", type=Path, help="folder of score.py, if not FOLDER")
    parser.add_argument("--out", type=Path, help="keep the records here")
    parser.add_argument("--each", action="store_true", help="a line a report on standard error")
    args = parser.parse_args()
    if not args.folder.is_dir():
        raise SystemExit(f"{args.folder}: no such folder of annotated reports")
    scorer = load_scorer(args.scorer or args.folder)
    with tempfile.TemporaryDirectory() as scratch:
        out = args.out or Path(scratch)
        out.mkdir(parents=True, exist_ok=True)
        if not read_all(args.folder, out):
            raise SystemExit(f"{args.folder}: no annotated reports")
        json.dump(scorer.score(args.folder, out, args.each), sys.stdout, indent=1)
        print()


if __name__ == "__main__":
    main()
