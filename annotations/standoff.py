#!/usr/bin/env python3
"""Annotations of reports that may not be passed on: offsets in place of words.

    python annotations/standoff.py make GOLD.json CORPUS DOCUMENT > annotations/NAME.json
    python annotations/standoff.py resolve annotations FOLDER

`make` takes an annotation whose spans carry offsets (`start`, `end`, `quote`) and the text that it names, and prints the same without
a word of the text. `resolve` turns every annotation of a folder back into a full one beside its text: FOLDER holds NAME.txt (see
texts.py), and NAME.json is written there. A text whose SHA-256 is not the annotated one is refused.
"""

import argparse
import hashlib
import json
import sys
from pathlib import Path
from typing import Any

FORMAT = "memcon-standoff/1"


class MismatchError(ValueError):
    """A text that is not the annotated one, or a span that does not fit it."""


def digest(text: str) -> str:
    """The SHA-256 of a text's UTF-8 bytes, in hexadecimal.

    >>> digest("")[:8]
    'e3b0c442'
    """
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _is_span(value: object) -> bool:
    return isinstance(value, dict) and {"start", "end", "quote"} <= set(value)


def without_words(value: Any, text: str) -> Any:
    """`value` with each span object as [start, end] (code points, end exclusive), after a check of its quote.

    >>> without_words({"triggers": [{"start": 3, "end": 6, "quote": "met"}]}, "He met her.")
    {'triggers': [[3, 6]]}
    """
    if _is_span(value):
        if text[value["start"] : value["end"]] != value["quote"]:
            raise MismatchError(f"the text at {value['start']}-{value['end']} is not {value['quote']!r}")
        return [value["start"], value["end"]]
    if isinstance(value, dict):
        return {key: without_words(part, text) for key, part in value.items()}
    if isinstance(value, list):
        return [without_words(part, text) for part in value]
    return value


def with_words(value: Any, text: str) -> Any:
    """The inverse of `without_words`: each pair of integers as a span object with its quote.

    >>> with_words({"triggers": [[3, 6]]}, "He met her.")
    {'triggers': [{'start': 3, 'end': 6, 'quote': 'met'}]}
    """
    if isinstance(value, dict):
        return {key: with_words(part, text) for key, part in value.items()}
    if isinstance(value, list):
        if len(value) == 2 and all(type(part) is int for part in value):
            start, end = value
            if not 0 <= start < end <= len(text):
                raise MismatchError(f"no span {start}-{end} in a text of {len(text)} characters")
            return {"start": start, "end": end, "quote": text[start:end]}
        return [with_words(part, text) for part in value]
    return value


def make(annotation: dict[str, Any], text: str, corpus: str, document: str) -> dict[str, Any]:
    """The standoff form of an annotation with offsets. Raises MismatchError where a quote is not the text at its offsets.

    >>> event = {"id": "e1", "triggers": [{"start": 3, "end": 6, "quote": "met"}]}
    >>> short = make({"report": {"id": "r", "text_file": "r.txt"}, "events": [event]}, "He met her.", "none", "1")
    >>> short["text"]["document"], short["events"]
    ('1', [{'id': 'e1', 'triggers': [[3, 6]]}])
    """
    report = {key: value for key, value in annotation["report"].items() if key != "text_file"}
    source = {"corpus": corpus, "document": document, "characters": len(text), "sha256": digest(text)}
    return {"format": FORMAT, "text": source, "report": report, "events": without_words(annotation["events"], text)}


def resolve(standoff: dict[str, Any], text: str, text_file: str) -> dict[str, Any]:
    """The full annotation that `make` was given, spans with offsets and quotes. Raises MismatchError where the text is another one.

    >>> gold = {"report": {"id": "r", "text_file": "r.txt"}, "events": [{"triggers": [{"start": 3, "end": 6, "quote": "met"}]}]}
    >>> resolve(make(gold, "He met her.", "none", "1"), "He met her.", "r.txt") == gold
    True
    """
    if standoff.get("format") != FORMAT:
        raise MismatchError(f"format {standoff.get('format')!r} is not {FORMAT}")
    if digest(text) != standoff["text"]["sha256"]:
        raise MismatchError("the text is not the annotated one (its SHA-256 differs); make it with texts.py")
    return {"report": {**standoff["report"], "text_file": text_file}, "events": with_words(standoff["events"], text)}


def printed(annotation: dict[str, Any]) -> str:
    """JSON with one line for each event, so that changes can be reviewed.

    >>> print(printed({"format": "f", "events": [{"id": "e1"}, {"id": "e2"}]}), end="")
    {"format": "f",
     "events": [
      {"id": "e1"},
      {"id": "e2"}]}
    """
    head = [f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" for key, value in annotation.items() if key != "events"]
    events = ",\n".join("  " + json.dumps(event, ensure_ascii=False) for event in annotation["events"])
    return "{" + ",\n ".join([*head, f'"events": [\n{events}]']) + "}\n"


def _make(arguments: argparse.Namespace) -> int:
    annotation = json.loads(arguments.gold.read_text(encoding="utf-8"))
    text = (arguments.gold.parent / annotation["report"]["text_file"]).read_text(encoding="utf-8")
    sys.stdout.write(printed(make(annotation, text, arguments.corpus, arguments.document)))
    return 0


def _resolve(arguments: argparse.Namespace) -> int:
    failed = 0
    for path in sorted(arguments.annotations.glob("*.json")):
        text_path = arguments.folder / f"{path.stem}.txt"
        try:
            full = resolve(json.loads(path.read_text(encoding="utf-8")), text_path.read_text(encoding="utf-8"), text_path.name)
        except (OSError, MismatchError) as problem:
            print(f"{path.stem}: {problem}", file=sys.stderr)
            failed += 1
        else:
            (arguments.folder / path.name).write_text(printed(full), encoding="utf-8")
    return min(failed, 1)


def main() -> int:
    """The command; returns the exit status, 1 where a text was missing or another one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True)
    making = commands.add_parser("make", help="print the standoff form of one annotation")
    making.add_argument("gold", type=Path)
    making.add_argument("corpus")
    making.add_argument("document")
    making.set_defaults(run=_make)
    resolving = commands.add_parser("resolve", help="write full annotations beside the texts of a folder")
    resolving.add_argument("annotations", type=Path)
    resolving.add_argument("folder", type=Path)
    resolving.set_defaults(run=_resolve)
    arguments = parser.parse_args()
    try:
        return int(arguments.run(arguments))
    except MismatchError as problem:
        print(problem, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
