"""Events across documents as memcon reads and merges them: `python -m benchmarks.stories PATH [--part dev|train]` prints JSON.

PATH is a folder of ECB+ (Cybulska and Vossen 2014, LREC) as Barhom et al. (2019, ACL) prepared it (see `benchmarks.merging`). Each document
is read as a report of one and the same day, so that no date tells stories apart, and all events are merged at once. A link is a pair of
events of two documents that were made one. It is right if triggers of both lie in annotated mentions of one chain, wrong if in mentions of
different chains; a link between documents of different topics is wrong in any case (`strangers`). Recall is of the pairs of read events
whose triggers lie in mentions of one chain. `alone` are the same figures without what the reports tell as wholes (`merging.context`).
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from typing import Any

from memcon.merging import Context, Told, Witness, merge_all
from memcon.model import Report
from memcon.reading.pipeline import read

from .merging import Corpus, ecb

DAY = "2011-03-05"
_GLUED = (".", ",", ";", ":", "?", "!", ")", "%", "'s", "n't")


@dataclass(frozen=True)
class Heard:
    """A read event: as merging sees it, its document, and the chains of the annotated mentions in which its triggers lie."""

    told: Told
    document: str
    chains: frozenset[str]

    @property
    def topic(self) -> str:
        """The topic of its document: the number that its name begins with."""
        return self.document.split("_")[0]


def text_of(sentences: Sequence[Sequence[str]]) -> tuple[str, list[tuple[int, int]]]:
    """The sentences of a document as a text, and the bounds of its tokens there.

    >>> text_of([["They", "met", "."]])
    ('They met.', [(0, 4), (5, 8), (8, 9)])
    """
    text, bounds = "", []
    for number, sentence in enumerate(sentences):
        text += "\n\n" if number else ""
        for at, word in enumerate(sentence):
            text += " " if at and word not in _GLUED else ""
            bounds.append((len(text), len(text) + len(word)))
            text += word
    return text, bounds


def heard(corpus: Corpus, day: str = DAY) -> list[Heard]:
    """The events that are read in the documents of a corpus, all published on that day."""
    found = []
    for name, sentences in sorted(corpus.documents.items()):
        text, bounds = text_of(sentences)
        marked = [(bounds[m.tokens[0]][0], bounds[m.tokens[-1]][1], m.chain) for m in corpus.mentions if m.document == name and m.tokens]
        context = Context.of(text)
        for event in read(Report(name, text, published=day)).events:
            chains = {c for a, b, c in marked for t in event.triggers if t.start < b and t.end > a}
            told = Told.of(f"{name}/{event.id}", event, Witness(name, published=day), context=context)
            found.append(Heard(told, name, frozenset(chains)))
    return found


def figures(events: Sequence[Heard]) -> dict[str, Any]:
    """Links that are right and wrong, their precision, and recall; of links between events in no annotated mention only the number.

    >>> one = [Heard(Told(n, n, "VOTE"), f"{n}_1", frozenset("c")) for n in "12"]
    >>> figures(one)["pairs"], figures(one)["links"]
    (1, 0)
    """
    by_id = {one.told.id: one for one in events}
    clusters = merge_all(one.told for one in events)
    where: dict[Hashable, int] = {id: n for n, cluster in enumerate(clusters) for id in cluster}
    links = Counter[str]()
    for cluster in clusters:
        for a, b in combinations((by_id[id] for id in cluster), 2):
            if a.document != b.document:
                links[_kind(a, b)] += 1
    by_chain: dict[str, list[Heard]] = defaultdict(list)
    for one in events:
        for chain in one.chains:
            by_chain[chain].append(one)
    pairs = {
        tuple(sorted((str(a.told.id), str(b.told.id)))): where[a.told.id] == where[b.told.id]
        for ones in by_chain.values()
        for a, b in combinations(ones, 2)
        if a.document != b.document
    }
    judged = links["right"] + links["wrong"] + links["strangers"]
    return {
        "events": len(events),
        "links": sum(links.values()),
        **{kind: links[kind] for kind in ("right", "wrong", "strangers", "unknown")},
        "precision": round(links["right"] / judged, 3) if judged else 0.0,
        "pairs": len(pairs),
        "recall": round(sum(pairs.values()) / len(pairs), 3) if pairs else 0.0,
    }


def _kind(a: Heard, b: Heard) -> str:
    if a.topic != b.topic:
        return "strangers"
    if not a.chains or not b.chains:
        return "unknown"
    return "right" if a.chains & b.chains else "wrong"


def measured(corpus: Corpus) -> dict[str, Any]:
    """The figures of a corpus, with and without what the reports tell as wholes."""
    events = heard(corpus)
    alone = [replace(one, told=replace(one.told, context=None)) for one in events]
    return {"documents": len(corpus.documents), "memcon": figures(events), "alone": figures(alone)}


def main(arguments: Sequence[str] | None = None) -> None:
    """The command."""
    options = argparse.ArgumentParser(description="Events across documents as they are read and merged: ECB+.")
    options.add_argument("path", type=Path)
    options.add_argument("--part", choices=("dev", "train"), help="one part alone")
    chosen = options.parse_args(arguments)
    parts = (chosen.part,) if chosen.part else ("dev", "train")
    print(json.dumps({f"ecb_plus_{part}": measured(ecb(chosen.path, part.capitalize())) for part in parts}, indent=1))


if __name__ == "__main__":
    main()
