"""Status of given words on MEANTIME: happened, planned, possible or denied.

    python -m benchmarks.status PATH [--by rules coder both] [--folds --data DATA] [--weights FOLDER | --checkpoint FILE] [--errors FILE]

PATH is a folder of topics such as `meantime` (each topic a folder of documents), or one topic. Prints one JSON object, a key for each
way of reading: accuracy, macro-F1, precision, recall and F1 of each class and which class was taken for which, over all mentions
together; besides, the macro-F1 of each topic and their mean.

`rules` is `memcon.reading.factuality.status` over a parse, the word taken for a trigger that no line of the lexicon knows. `coder` is the
encoder's status head for the word, whatever the trigger head thinks of it. With `--folds` the head is taught anew for each topic without it
(on the other topics and on the corpora of DATA; needs PyTorch, the extra `train`). Without, it is the head of the weights, which
was taught on all topics: its figures say how much it remembers, not how it does on other texts. `both` multiplies the probabilities of the
two, where the rules are taken to be right as often as they are on FactBank (SURE): less often where they gave a bare noun's default.

Classes of the annotation (NewsReader guidelines, NWR-2014-2-2): polarity NEG is denied; else what leaves certainty or polarity open
(POSSIBLE, PROBABLE, UNDERSPECIFIED) is possible, at whatever time; else FUTURE is planned; else happened, where the time is left open too.
A mention is left out where one of the three attributes is missing or empty, or where all say UNDERSPECIFIED. Of our statuses happened
and ongoing are happened, planned and offered are planned.

Simple systems reach a macro-F1 of .53 to .59 (as the README of the reference data gives them).
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.attribution import f1
from benchmarks.cat import Document, documents
from memcon.coder import Coder, CoderError, coder
from memcon.coder.decoding import Floats
from memcon.coder.labels import labels
from memcon.coder.session import FOLDER
from memcon.ontology.lexicon import Entry, lexicon
from memcon.reading.factuality.status import Status, status
from memcon.reading.grammar.parsed import Parsed
from memcon.reading.parse.parsing import parser
from memcon.reading.triggers.triggers import Trigger

CLASSES = ("happened", "planned", "possible", "denied")
STATUSES = {"happened": ("happened", "ongoing"), "planned": ("planned", "offered"), "possible": ("possible",), "denied": ("denied",)}
CLASS_OF = {name: kind for kind, names in STATUSES.items() for name in names}
SURE = {True: 0.9, False: 0.83}  # how often the rules leave right what FactBank scores: with a rule that says so, and by default
_ASKED = ("polarity", "certainty", "time")
_LEAST = 1e-6
_NO_LINE = Entry(words=("",), pos="v", type="CONSULT", mode="", frame="", conditions=(), example="", rule="given")


@dataclass(frozen=True, slots=True)
class Mention:
    """An annotated word: its place in the order of all, topic, document, text and sentences, where it stands, and its class."""

    number: int
    topic: str
    document: str
    text: str
    sentences: tuple[tuple[int, int], ...]
    start: int
    end: int
    gold: str


def class_of(attributes: Mapping[str, str]) -> str | None:
    """The class of a mention's attributes, None where they say too little.

    >>> class_of({"polarity": "POS", "certainty": "PROBABLE", "time": "FUTURE"})
    'possible'
    """
    polarity, certainty, time = (attributes.get(name, "") for name in _ASKED)
    if not (polarity and certainty and time) or {polarity, certainty, time} == {"UNDERSPECIFIED"}:
        return None
    if polarity == "NEG":
        return "denied"
    if polarity != "POS" or certainty != "CERTAIN":
        return "possible"
    return "planned" if time == "FUTURE" else "happened"


def mentions(path: Path) -> list[Mention]:
    """The mentions with a class under a folder of topics, or of one topic, document by document."""
    found: list[Mention] = []
    for folder in [path] if any(path.glob("*.xml")) else sorted(one for one in path.iterdir() if one.is_dir()):
        topic = folder.name.removeprefix("corpus_")
        for one in documents(folder):
            cut = _sentences(one)
            for mark in one.markables:
                gold = class_of(mark.attributes) if mark.tag == "EVENT_MENTION" else None
                if gold is not None:
                    found.append(Mention(len(found), topic, one.name, one.text, cut, mark.start, mark.end, gold))
    return found


def _sentences(one: Document) -> tuple[tuple[int, int], ...]:
    starts = (0, *(end + 1 for end in one.sentence_ends[:-1]))
    return tuple((start, end) for start, end in zip(starts, one.sentence_ends, strict=True) if start < end)


def texts(chosen: Sequence[Mention]) -> Iterator[list[Mention]]:
    """The mentions of each document together."""
    for _, group in groupby(chosen, key=lambda one: (one.topic, one.document)):
        yield list(group)


def read_by_rules(text: str, spans: Sequence[tuple[int, int]]) -> list[Status]:
    """The rules' status of the words at (start, end), as if each were a trigger; what is no word at all has happened, but not firmly."""
    parsed, known = parser().parse(text), lexicon()
    found = []
    for span in spans:
        token = head(parsed, *span)
        if token is None:
            found.append(Status("happened", "no_word", (), firm=False))
        else:
            found.append(status(parsed, Trigger(token, (token,), _NO_LINE), known, speech=False))
    return found


def head(p: Parsed, start: int, end: int) -> int | None:
    """The first word of a span that hangs on a word outside of it."""
    tokens = [token for token in range(len(p)) if p.starts[token] < end and p.ends[token] > start]
    return next((token for token in tokens if p.heads[token] not in tokens or p.heads[token] == token), None)


def by_rules(chosen: Sequence[Mention]) -> Floats:
    """The probabilities [mentions, classes] that the rules' statuses stand for."""
    found = np.zeros((len(chosen), len(CLASSES)), dtype=np.float32)
    at = 0
    for text in texts(chosen):
        for told in read_by_rules(text[0].text, [(one.start, one.end) for one in text]):
            sure = SURE[told.firm]
            found[at] = (1 - sure) / (len(CLASSES) - 1)
            found[at, CLASSES.index(CLASS_OF[told.value])] = sure
            at += 1
    return found


def by_coder(chosen: Sequence[Mention], reader: Coder) -> Floats:
    """The probabilities [mentions, statuses] of the encoder's own head."""
    parts = [reader.statuses(text[0].text, text[0].sentences, [(one.start, one.end) for one in text]) for text in texts(chosen)]
    return np.concatenate(parts) if parts else np.zeros((0, len(labels().statuses)), dtype=np.float32)


def by_folds(chosen: Sequence[Mention], reader: Coder, data: Path, annotations: Path) -> Floats:
    """The probabilities [mentions, statuses] of heads that were taught without the topic of the mention."""
    try:
        from training import statuses
    except ImportError as missing:
        raise SystemExit(f"--folds teaches the head anew and needs pip install 'memcon[train]' ({missing})") from missing
    return statuses.by_folds(reader, chosen, data, annotations)


def classes(sure: Floats) -> Floats:
    """The probabilities of the classes from those of the statuses.

    >>> classes(np.eye(6, dtype=np.float32)).argmax(axis=1).tolist()
    [0, 0, 1, 1, 2, 3]
    """
    return np.stack([sure[:, [labels().statuses.index(name) for name in STATUSES[kind]]].sum(axis=1) for kind in CLASSES], axis=1)


def product(rules: Floats, encoder: Floats) -> Floats:
    """Both probabilities multiplied, to a sum of one; the rules alone where the encoder says nothing."""
    both = rules * np.maximum(encoder, _LEAST)
    return np.asarray(both / both.sum(axis=1, keepdims=True), dtype=np.float32)


def figures(chosen: Sequence[Mention], sure: Floats) -> dict[str, Any]:
    """All figures of one way of reading, from its probabilities [mentions, classes]."""
    ours = [CLASSES[at] for at in sure.argmax(axis=1)]
    table = Counter((one.gold, kind) for one, kind in zip(chosen, ours, strict=True))
    topics = {}
    for topic in sorted({one.topic for one in chosen}):
        part = Counter((one.gold, kind) for one, kind in zip(chosen, ours, strict=True) if one.topic == topic)
        topics[topic] = macro(part)
    return {
        "accuracy": round(sum(table[kind, kind] for kind in CLASSES) / max(1, len(chosen)), 3),
        "macro_f1": macro(table),
        "macro_f1_by_topic": topics,
        "macro_f1_mean_of_topics": round(sum(topics.values()) / max(1, len(topics)), 3),
        "classes": {kind: _class(table, kind) for kind in CLASSES},
        "confusion": {gold: {kind: table[gold, kind] for kind in CLASSES} for gold in CLASSES},
    }


def _class(table: Counter[tuple[str, str]], kind: str) -> dict[str, float]:
    return f1(table[kind, kind], sum(table[gold, kind] for gold in CLASSES), sum(table[kind, ours] for ours in CLASSES))


def macro(table: Counter[tuple[str, str]]) -> float:
    """The mean F1 of the classes that are annotated.

    >>> macro(Counter({("happened", "happened"): 2, ("denied", "happened"): 1}))
    0.4
    """
    known = [kind for kind in CLASSES if any(table[kind, ours] for ours in CLASSES)]
    found = []
    for kind in known:
        all_of = sum(table[gold, kind] for gold in CLASSES) + sum(table[kind, ours] for ours in CLASSES)
        found.append(2 * table[kind, kind] / all_of)
    return round(sum(found) / max(1, len(found)), 3)


def ways(chosen: Sequence[Mention], encoder: Floats | None) -> dict[str, Floats]:
    """The probabilities [mentions, classes] of each way of reading; `encoder` holds those of statuses, None where there is none."""
    found = {"rules": by_rules(chosen)}
    if encoder is not None:
        found["coder"] = classes(encoder)
        found["both"] = product(found["rules"], found["coder"])
    return found


def errors(chosen: Sequence[Mention], sure: Floats) -> Iterator[str]:
    """A line for each mention that was misread: topic, annotated class, ours, and the words around it."""
    for one, at in zip(chosen, sure.argmax(axis=1), strict=True):
        if CLASSES[at] != one.gold:
            before, after = one.text[max(0, one.start - 80) : one.start], one.text[one.end : one.end + 60]
            shown = " ".join(f"{before}[{one.text[one.start : one.end]}]{after}".split())
            yield f"{one.topic}\t{one.gold}\t{CLASSES[at]}\t{shown}"


def main(arguments: Sequence[str] | None = None) -> None:
    """The command."""
    options = argparse.ArgumentParser(
        prog="python -m benchmarks.status", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("path", type=Path)
    options.add_argument("--by", nargs="+", choices=("rules", "coder", "both"), default=["rules"])
    options.add_argument("--folds", action="store_true", help="teach the head without the topic that it is tested on")
    options.add_argument("--data", type=Path, help="the corpora to teach it on (default: two folders up from PATH)")
    options.add_argument("--annotations", type=Path, default=Path("annotations"))
    options.add_argument("--weights", type=Path, default=FOLDER, help="folder of the encoder's weights (default: those of the package)")
    options.add_argument("--checkpoint", type=Path, help="weights as training saves them, in the place of those (needs the extra train)")
    options.add_argument("--errors", type=Path, help="write what the last way of reading took for another class, one line each")
    chosen = options.parse_args(arguments)
    found = mentions(chosen.path)
    if not found:
        raise SystemExit(f"{chosen.path}: no mentions with polarity, certainty and time in its folders")
    encoder, about = None, {}
    if set(chosen.by) != {"rules"}:
        reader = _reader(chosen.weights, chosen.checkpoint)
        about = {
            "weights": reader.sha256,
            "head": "taught without the topic tested on"
            if chosen.folds
            else "of the weights, which training.statuses teaches on these topics",
        }
        data = chosen.data or chosen.path.resolve().parents[1]
        encoder = by_folds(found, reader, data, chosen.annotations) if chosen.folds else by_coder(found, reader)
    sure = ways(found, encoder)
    print(json.dumps({"mentions": len(found)} | about | {way: figures(found, sure[way]) for way in chosen.by}, indent=2))
    if chosen.errors:
        chosen.errors.write_text("".join(f"{line}\n" for line in errors(found, sure[chosen.by[-1]])), "utf-8")


def _reader(weights: Path, checkpoint: Path | None) -> Coder:
    try:
        if checkpoint is None:
            return coder(weights)
        from training.checkpoint import coder_of
    except CoderError as problem:
        raise SystemExit(str(problem)) from problem
    except ImportError as missing:
        raise SystemExit(f"--checkpoint needs pip install 'memcon[train]' ({missing})") from missing
    return coder_of(checkpoint)


if __name__ == "__main__":
    main()
