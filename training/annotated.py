"""Our own annotations as marked texts: windows and reports (standoff), passages of our own; arguments of other corpora."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from annotations.standoff import FORMAT, MismatchError, digest
from annotations.texts import READERS, text_of

from training.corpora import Marked
from training.marks import read
from training.splits import annotated_documents, kept_apart, part

WINDOWS = "windows.jsonl"
OWN = "own"
SENTENCES = Path(__file__).parent / "sentences"
# Roles of RAMS and WikiEvents that say the same as ours; the others say nothing about them.
ACTORS = frozenset(
    "attacker communicator giver killer transporter injurer jailer judgecourt prosecutor demonstrator executioner destroyer damager "
    "damagerdestroyer voter retreater surrenderer yielder granter extraditer investigator inspector observer spy perpetrator impeder "
    "preventer participant".split()
)
RECIPIENTS = frozenset("victim target recipient defendant detainee beneficiary observedentity inspectedentity patient".split())
PLACES = frozenset(("place", "destination"))


def windows(data: Path, annotations: Path, name: str = WINDOWS) -> list[Marked]:
    """The windows of a standoff file with their words taken from the corpora; MismatchError where a text is another one.

    The corpus "own" is that of our own passages. Raises OSError where the file or a corpus is not there.
    """
    lines = (annotations / name).read_text("utf-8").splitlines()
    return [_resolved(json.loads(line), data) for line in lines if line.strip()]


@cache
def _rams(data: Path) -> dict[str, str]:
    """The lines of RAMS by document, so that each file is read once."""
    found = {}
    for name in ("dev.jsonlines", "test.jsonlines"):
        for line in (data / READERS["rams"][0] / name).read_text("utf-8").splitlines():
            found[json.loads(line)["doc_key"]] = line
    return found


def _resolved(one: dict[str, Any], data: Path) -> Marked:
    source = one["text"]
    if one.get("format") != FORMAT:
        raise MismatchError(f"{source}: format {one.get('format')!r} is not {FORMAT}")
    text = _own_texts()[source["document"]] if source["corpus"] == OWN else text_of(data, source["corpus"], source["document"])
    if digest(text) != source["sha256"]:
        raise MismatchError(f"{source['corpus']} {source['document']}: the text is not the annotated one (its SHA-256 differs)")
    return Marked(source["document"], text, events=one["events"])


@cache
def _own_texts() -> dict[str, str]:
    """The words of our own passages by their names."""
    return {one.name: one.text for one in own()}


def own(folder: Path = SENTENCES) -> list[Marked]:
    """The passages written for the project."""

    def none(corpus: str, document: str) -> str:
        raise KeyError(f"{corpus} {document}: a passage of our own has its words")

    return [Marked(one.document, one.text, events=one.events) for path in sorted(folder.glob("*.marks")) for one in read(path, none)]


def reports(data: Path, annotations: Path, apart: bool) -> list[Marked]:
    """The annotated reports: those kept apart for measuring, or all others."""
    test = kept_apart(annotations)
    found = []
    for path in sorted(annotations.glob("*.json")):
        if (path.stem in test) == apart:
            one = _resolved(json.loads(path.read_text("utf-8")), data)
            found.append(Marked(path.stem, one.text, events=one.events))
    return found


def training_part(name: str, data: Path, annotations: Path, chosen: str = "train") -> list[Marked]:
    """The `train`, `dev` or `test` part of `windows` or `own`; the development `reports` or, for test, those kept apart; `arguments`."""
    if name == "reports":
        if chosen == "dev":
            return []
        return reports(data, annotations, apart=chosen == "test")
    if name == "arguments":
        barred = {one.name for one in windows(data, annotations) if part(one.name) != "train"}
        return [*rams_arguments(data, barred), *wikievents_arguments(data, annotations)]
    texts = windows(data, annotations) if name == "windows" else own()
    return [one for one in texts if part(one.name) == chosen]


def gold(folder: Path) -> list[Marked]:
    """The reports of a folder with NAME.json and NAME.txt, spans with offsets (as gold/resolve.py gives them) or sentence and quote."""
    import importlib.util
    import sys

    spec = importlib.util.spec_from_file_location("memcon_gold_resolve", folder / "resolve.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(folder / "resolve.py")
    sys.path.insert(0, str(folder))
    resolver = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(resolver)
    found = []
    for path in sorted(folder.glob("*.json")):
        if "events" in json.loads(path.read_text("utf-8")):
            annotation, text, errors = resolver.resolve(path)
            if errors:
                raise MismatchError(f"{path.name}: {errors[0]}")
            found.append(Marked(path.stem, text, events=[pairs(event) for event in annotation["events"]]))
    return found


def pairs(value: Any) -> Any:
    """Span objects as [start, end]."""
    if isinstance(value, dict):
        if {"start", "end"} <= set(value):
            return [value["start"], value["end"]]
        return {key: pairs(part) for key, part in value.items()}
    return [pairs(one) for one in value] if isinstance(value, list) else value


def rams_arguments(data: Path, barred: set[str]) -> Iterator[Marked]:
    """RAMS: one trigger a window with the roles that we know too; its words stand with single blanks between."""
    for document, line in _rams(data).items():
        row = json.loads(line)
        if document in barred:
            continue
        tokens = [token for sentence in row["sentences"] for token in sentence]
        text, offsets = "", []
        for token in tokens:
            start = len(text) + bool(text)
            text += (" " if text else "") + token
            offsets.append((start, len(text)))
        for first, last, _ in row["evt_triggers"]:
            event: dict[str, Any] = {"triggers": [[offsets[first][0], offsets[last][1]]], "participants": [], "layers": (0, 1)}
            for trigger, argument, role in row["gold_evt_links"]:
                if trigger == [first, last]:
                    _argument(event, role[11:], [offsets[argument[0]][0], offsets[argument[1]][1]])
            yield Marked(f"rams-{document}", text, arguments=[event])


def wikievents_arguments(data: Path, annotations: Path) -> Iterator[Marked]:
    """WikiEvents: triggers with the roles that we know too; annotated documents are out."""
    out = {document for _, document in annotated_documents(annotations)}
    for name in ("dev", "test"):
        for line in (data / f"events/wikievents/{name}.jsonl").read_text("utf-8").splitlines():
            row = json.loads(line)
            if row["doc_id"] in out:
                continue
            text, offsets = "", []
            for token in row["tokens"]:
                start = len(text) + bool(text)
                text += (" " if text else "") + token
                offsets.append((start, len(text)))
            spans = {one["id"]: [offsets[one["start"]][0], offsets[one["end"] - 1][1]] for one in row["entity_mentions"]}
            events = []
            for one in row["event_mentions"]:
                trigger = one["trigger"]
                event: dict[str, Any] = {"participants": [], "layers": (0, 1)}
                event["triggers"] = [[offsets[trigger["start"]][0], offsets[trigger["end"] - 1][1]]]
                for argument in one["arguments"]:
                    if argument["entity_id"] in spans:
                        _argument(event, argument["role"].lower(), spans[argument["entity_id"]])
                events.append(event)
            yield Marked(f"wikievents-{row['doc_id']}", text, arguments=events)


def _argument(event: dict[str, Any], role: str, span: list[int]) -> None:
    if role in ACTORS:
        event["participants"].append({"role": "actor", "mention": span})
    elif role in RECIPIENTS:
        event["participants"].append({"role": "recipient", "mention": span})
    elif role in PLACES:
        event["where"] = {"span": span}
