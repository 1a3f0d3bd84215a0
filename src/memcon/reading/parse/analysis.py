"""Words -> tags and trees by a spaCy pipeline, its sentences parsed side by side.

Where the sentences are known, spaCy 3.8 walks through them one after another and asks its network about one word at a time. As documents of
one batch they are walked through together, each with the words behind its end that the walk looks at, and their trees are the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from .retagging import retag
from .word_vectors import WordVectors

if TYPE_CHECKING:
    from spacy.language import Language

_VECTORS, _TAGGER, _PARSER = USUAL = ("tok2vec", "tagger", "parser")
_AHEAD = 2  # words behind a sentence's end that the parser's features see (the first two that are not read yet)


@dataclass(frozen=True, slots=True)
class Analysed:
    """Words, and by word its tag, dependency and head (as a number, its own for a root); `openings` are the first ones of sentences."""

    words: list[str]
    tags: list[str]
    deps: list[str]
    heads: list[int]
    openings: frozenset[int]


class Analysis:
    """The parts of a pipeline that make tags and trees, and any others that are not left to `but`."""

    def __init__(self, nlp: Language, but: frozenset[str]) -> None:
        self._vocab = nlp.vocab
        self._pipes: list[tuple[str, Any]] = [(name, pipe) for name, pipe in nlp.pipeline if name not in but]
        self._vectors = WordVectors.of(nlp.vocab, dict(self._pipes)[_VECTORS].model) if self._is_usual() else None

    def __call__(self, words: list[str], sizes: list[int]) -> tuple[Analysed, Any]:
        """What the pipeline makes of words in sentences of these sizes; the document has lemmas and names where no part was left out."""
        from spacy.tokens import Doc

        openings = frozenset((0, *accumulate(sizes[:-1])))
        doc = Doc(self._vocab, words=words, sent_starts=[i in openings for i in range(len(words))])
        if self._vectors is not None and words:
            return self._side_by_side(words, sizes, openings, doc), doc
        found = Analysed(words, [], [], [], openings)
        for name, pipe in self._pipes:
            doc = pipe(doc)
            if name == _PARSER:
                found = Analysed(words, *_told(doc), openings)
                retag(found)
                _write(found, doc)
        return (found if found.tags else Analysed(words, *_told(doc), openings)), doc

    def _is_usual(self) -> bool:
        """Whether the pipeline makes trees of vectors of words alone, and the vectors before that."""
        if tuple(name for name, _ in self._pipes) != USUAL:
            return False
        layers = {layer.name for layer in self._pipes[-1][1].model.walk()}
        return "tok2vec-listener" in layers and "extract_features" not in layers

    def _side_by_side(self, words: list[str], sizes: list[int], openings: frozenset[int], doc: Any) -> Analysed:
        from spacy.tokens import Doc

        pipes = dict(self._pipes)
        assert self._vectors is not None
        doc.tensor = self._vectors(words)
        doc = pipes[_TAGGER](doc)
        parts = []
        for first, size in zip(sorted(openings), sizes, strict=True):
            end = min(first + size + _AHEAD, len(words))
            part = Doc(self._vocab, words=words[first:end], sent_starts=[at in (0, size) for at in range(end - first)])
            part.tensor = doc.tensor[first:end]
            parts.append(part)
        pipes[_PARSER].set_annotations(parts, pipes[_PARSER].predict(parts))
        tags, _, _ = _told(doc)
        deps: list[str] = []
        heads: list[int] = []
        for part, size in zip(parts, sizes, strict=True):
            _, part_deps, part_heads = _told(part)
            heads.extend(len(deps) + head for head in part_heads[:size])
            deps.extend(part_deps[:size])
        found = Analysed(words, tags, deps, heads, openings)
        retag(found)
        return found


def _told(doc: Any) -> tuple[list[str], list[str], list[int]]:
    """Tags, dependencies and heads of a document's words."""
    strings = doc.vocab.strings
    tags, deps, away = doc.to_array(["TAG", "DEP", "HEAD"]).T
    names = {number: strings[int(number)] for number in {*tags.tolist(), *deps.tolist()}}
    heads = [at + step for at, step in enumerate(away.astype("int64").tolist())]
    return [names[number] for number in tags.tolist()], [names[number] for number in deps.tolist()], heads


def _write(found: Analysed, doc: Any) -> None:
    """Put what was retagged into the document, for the parts of the pipeline that follow."""
    for token, tag, dep, head in zip(doc, found.tags, found.deps, found.heads, strict=True):
        if token.tag_ != tag:
            token.tag_ = tag
        if token.head.i != head:
            token.head = doc[head]
        if token.dep_ != dep:
            token.dep_ = dep
