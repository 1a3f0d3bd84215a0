"""Events across documents: `python -m benchmarks.merging PATH [--part dev|train]` prints CoNLL F1 and LEA as JSON.

PATH is a folder of ECB+ (Cybulska and Vossen 2014, LREC) as Barhom et al. (2019, ACL) prepared it (`barhom_ECB_Dev_corpus.txt` and
`barhom_ECB_Dev_Event_gold_mentions.json`), or a file or folder of files with CoNLL-2012 coreference columns (`#begin document (NAME); part
000`, one token a line, an empty line after each sentence, in the last column `(12)`, `(12`, `12)`, several parted by `|`), as
NewsWCL50's is. Gold mentions are given, topics are not, and all documents are scored as one: a chain runs across documents.

Response: documents are grouped by their words (tf-idf, cosine, average linkage from `GROUPED` on); within a group mentions are one event
when their acts are one family of words (`memcon.merging.words`: `attacked`, `the attack`); a light verb leaves its place to the words with
it. `GROUPED` was chosen on ECB+ train (0.12, 0.15, 0.18). `same_head_lemma` is the baseline: same lemma of the head word, anywhere.

Scores: MUC (Vilain et al. 1995), B-cubed (Bagga and Baldwin 1998), CEAFe (Luo 2005) and their mean in `benchmarks.clusters`, LEA (Moosavi
and Strube 2016, ACL 632-642) here. Chains that share no mention with each other are scored apart, which changes nothing and keeps the
assignment of CEAF small.
"""

from __future__ import annotations

import argparse
import json
import math
import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from memcon.merging.words import family
from memcon.reading.grammar.parsed import Parsed
from memcon.reading.parse.parsing import parser

from .clusters import Clusters, scores

GROUPED = 0.15
_LIGHT = frozenset(("be", "have", "do", "make", "take", "give", "get", "go", "put", "hold", "carry"))
_CONTENT = ("NN", "VB", "JJ", "CD")
_MARK = re.compile(r"(\()?([^()|\s]+)(\))?")


@dataclass(frozen=True)
class Mention:
    """A gold mention: its document, the numbers of its tokens there, its chain."""

    document: str
    tokens: tuple[int, ...]
    chain: str


@dataclass(frozen=True)
class Corpus:
    """Documents as lists of sentences of tokens, and their mentions."""

    documents: dict[str, list[list[str]]]
    mentions: tuple[Mention, ...]


def ecb(folder: Path, part: str) -> Corpus:
    """A part of ECB+ in Barhom's layout."""
    documents: dict[str, list[list[str]]] = {}
    numbers: dict[tuple[str, int, int], int] = {}
    sizes: Counter[str] = Counter()
    last = ("", -1)
    for line in (folder / f"barhom_ECB_{part}_corpus.txt").read_text("utf-8").splitlines():
        if not line.strip():
            continue
        name, sentence, token, word = line.split("\t")[:4]
        if last != (name, int(sentence)):
            documents.setdefault(name, []).append([])
            last = (name, int(sentence))
        documents[name][-1].append(word)
        numbers[name, int(sentence), int(token)] = sizes[name]
        sizes[name] += 1
    marked = json.loads((folder / f"barhom_ECB_{part}_Event_gold_mentions.json").read_text("utf-8"))
    found = []
    for m in marked:
        tokens = (numbers.get((m["doc_id"], m["sent_id"], t)) for t in m["tokens_number"])
        found.append(Mention(m["doc_id"], tuple(t for t in tokens if t is not None), m["coref_chain"]))
    return Corpus(documents, tuple(found))


def conll(paths: Iterable[Path]) -> Corpus:
    """Files with CoNLL-2012 coreference columns; the names of chains hold through a file."""
    documents: dict[str, list[list[str]]] = {}
    mentions: list[Mention] = []
    for path in paths:
        part, opened = "", defaultdict[tuple[str, str], list[int]](list)
        fresh = True
        for line in path.read_text("utf-8").splitlines():
            cells = line.strip().split("\t" if "\t" in line else None)
            if not any(cells) or line.startswith("#"):
                part = line.rpartition(";")[2].strip() if line.startswith("#begin") else part
                fresh = True
                continue
            name = f"{path.stem} {cells[0]} {part}".strip()
            sentences = documents.setdefault(name, [])
            if fresh:
                sentences.append([])
            fresh = False
            number = sum(map(len, sentences))
            sentences[-1].append(cells[3] if len(cells) > 4 else cells[-2])
            for chain, begins, ends in marks(cells[-1]):
                if begins:
                    opened[name, chain].append(number)
                if ends and opened[name, chain]:
                    mentions.append(Mention(name, tuple(range(opened[name, chain].pop(), number + 1)), f"{path.stem} {chain}"))
    return Corpus(documents, tuple(mentions))


def marks(cell: str) -> Iterator[tuple[str, bool, bool]]:
    """The marks of a coreference cell: chain, whether a mention of it begins, whether one ends.

    >>> list(marks("(12)|(3|7)")), list(marks("-"))
    ([('12', True, True), ('3', True, False), ('7', False, True)], [])
    """
    for one in cell.split("|"):
        found = _MARK.fullmatch(one)
        if found and (found[1] or found[3]):
            yield found[2], bool(found[1]), bool(found[3])


@dataclass(frozen=True)
class Words:
    """A document's content lemmas, and for each of its mentions the head's lemma and the family of its act."""

    bag: Counter[str]
    heads: tuple[str, ...]
    acts: tuple[str, ...]


def words(sentences: Sequence[Sequence[str]], mentions: Sequence[Mention]) -> Words:
    """A document read with memcon's parser."""
    text, spans = "", []
    for sentence in sentences:
        for number, word in enumerate(sentence):
            text += " " if number else ""
            spans.append((len(text), len(text) + len(word)))
            text += word
        text += "\n\n"
    parsed = parser().parse(text)
    bag = Counter(lemma for lemma, tag in zip(parsed.lemmas, parsed.tags, strict=True) if tag[:2] in _CONTENT and lemma[:1].isalnum())
    heads, acts = [], []
    for mention in mentions:
        characters = [spans[t] for t in mention.tokens]
        tokens = [i for i in range(len(parsed)) if any(parsed.starts[i] < b and parsed.ends[i] > a for a, b in characters)]
        heads.append(parsed.lemmas[_head(parsed, tokens)] if tokens else "")
        acts.append(_act(parsed, tokens) if tokens else "")
    return Words(bag, tuple(heads), tuple(acts))


def _head(parsed: Parsed, tokens: Sequence[int]) -> int:
    inside = set(tokens)
    return next((t for t in tokens if parsed.heads[t] not in inside or parsed.heads[t] == t), tokens[0])


def _act(parsed: Parsed, tokens: Sequence[int]) -> str:
    head = _head(parsed, tokens)
    if parsed.lemmas[head] in _LIGHT:
        head = next((t for t in tokens if t != head and parsed.tags[t][:2] in _CONTENT[:3]), head)
    return family(parsed.lemmas[head])


def grouped(bags: Sequence[Counter[str]], threshold: float) -> list[int]:
    """The group of each document: average linkage over the cosine of tf-idf vectors.

    >>> grouped([Counter(fire=3, town=1), Counter(fire=2, town=2), Counter(vote=1, seat=2)], 0.1)
    [0, 0, 1]
    """
    frequency = Counter(w for bag in bags for w in bag)
    column = {w: n for n, w in enumerate(sorted(frequency))}
    matrix = np.zeros((len(bags), len(column)))
    for row, bag in enumerate(bags):
        for word, count in bag.items():
            matrix[row, column[word]] = (1 + math.log(count)) * math.log(len(bags) / frequency[word])
    norms = np.linalg.norm(matrix, axis=1, keepdims=True)
    matrix = matrix / np.where(norms == 0, 1, norms)
    like = matrix @ matrix.T
    np.fill_diagonal(like, -1.0)
    members = {n: [n] for n in range(len(bags))}
    while len(members) > 1:
        i, j = sorted(divmod(int(like.argmax()), len(bags)))
        if like[i, j] < threshold:
            break
        a, b = len(members[i]), len(members[j])
        like[i] = (a * like[i] + b * like[j]) / (a + b)
        like[:, i] = like[i]
        like[i, i] = like[j] = like[:, j] = -1.0
        members[i] += members.pop(j)
    group = [0] * len(bags)
    for number, inside in enumerate(members.values()):
        for one in inside:
            group[one] = number
    return group


def clusters(names: Sequence[Hashable]) -> list[frozenset[Hashable]]:
    """The numbers of equal names, together.

    >>> clusters("aba") == [frozenset((0, 2)), frozenset((1,))]
    True
    """
    found: dict[Hashable, set[int]] = defaultdict(set)
    for number, name in enumerate(names):
        found[name].add(number)
    return [frozenset(c) for c in found.values()]


def lea(key: Clusters, response: Clusters) -> float:
    """Links that are resolved, each chain weighed by its size (Moosavi and Strube 2016); the recall, or with sides changed the precision.

    A mention alone has one link, to itself, right where it is alone in the response too.

    >>> lea([frozenset("abc"), frozenset("d")], [frozenset("ab"), frozenset("c"), frozenset("d")])
    0.5
    """
    where = {m: n for n, cluster in enumerate(response) for m in cluster}
    right = 0.0
    for cluster in key:
        if len(cluster) == 1:
            (alone,) = cluster
            right += alone in where and len(response[where[alone]]) == 1
        else:
            shares = Counter(where[m] for m in cluster if m in where)
            right += len(cluster) * sum(n * (n - 1) for n in shares.values()) / (len(cluster) * (len(cluster) - 1))
    total = sum(map(len, key))
    return right / total if total else 0.0


def apart(key: Clusters, response: Clusters) -> list[tuple[Clusters, Clusters]]:
    """Key and response in parts that share no mention.

    >>> len(apart([frozenset("ab"), frozenset("c")], [frozenset("a"), frozenset("b"), frozenset("c")]))
    2
    """
    of: dict[Hashable, int] = {m: n for n, cluster in enumerate(key) for m in cluster}
    above = list(range(len(key)))

    def top(n: int) -> int:
        while above[n] != n:
            above[n] = above[above[n]]
            n = above[n]
        return n

    for cluster in response:
        first, *rest = cluster
        for other in rest:
            above[top(of[other])] = top(of[first])
    parts: dict[int, tuple[list[frozenset[Hashable]], list[frozenset[Hashable]]]] = defaultdict(lambda: ([], []))
    for n, cluster in enumerate(key):
        parts[top(n)][0].append(cluster)
    for cluster in response:
        parts[top(of[next(iter(cluster))])][1].append(cluster)
    return list(parts.values())


def figures(key: Clusters, response: Clusters) -> dict[str, float]:
    """All scores of a response, as F1; LEA's recall and precision too."""
    recall, precision = lea(key, response), lea(response, key)
    f1 = 2 * recall * precision / (recall + precision) if recall + precision else 0.0
    return scores(apart(key, response)) | {"lea": round(f1, 4), "lea_recall": round(recall, 4), "lea_precision": round(precision, 4)}


def measured(corpus: Corpus) -> dict[str, Any]:
    """The figures of the method and of the baseline on one corpus."""
    by_document: dict[str, list[int]] = defaultdict(list)
    for number, mention in enumerate(corpus.mentions):
        by_document[mention.document].append(number)
    names = [name for name in corpus.documents if by_document[name]]
    read = [words(corpus.documents[name], [corpus.mentions[n] for n in by_document[name]]) for name in names]
    groups = grouped([one.bag for one in read], GROUPED)
    heads: list[Hashable] = [""] * len(corpus.mentions)
    events: list[Hashable] = [""] * len(corpus.mentions)
    for name, one, group in zip(names, read, groups, strict=True):
        for number, head, act in zip(by_document[name], one.heads, one.acts, strict=True):
            heads[number], events[number] = head, (group, act)
    key = clusters([m.chain for m in corpus.mentions])
    counts = {"documents": len(names), "groups": len(set(groups)), "mentions": len(corpus.mentions), "chains": len(key)}
    return {**counts, "memcon": figures(key, clusters(events)), "same_head_lemma": figures(key, clusters(heads))}


def main(arguments: Sequence[str] | None = None) -> None:
    """The command."""
    options = argparse.ArgumentParser(description="Events across documents: ECB+, or files with CoNLL-2012 coreference columns.")
    options.add_argument("path", type=Path)
    options.add_argument("--part", choices=("dev", "train"), help="of ECB+: one part alone")
    chosen = options.parse_args(arguments)
    path: Path = chosen.path
    if path.is_dir() and any(path.glob("barhom_ECB_*_corpus.txt")):
        parts = (chosen.part,) if chosen.part else ("dev", "train")
        found = {f"ecb_plus_{part}": measured(ecb(path, part.capitalize())) for part in parts}
    else:
        files = sorted(p for p in path.rglob("*") if p.suffix == ".txt" or "conll" in p.suffix) if path.is_dir() else [path]
        found = {path.stem: measured(conll(files))}
    print(json.dumps(found, indent=1))


if __name__ == "__main__":
    main()
