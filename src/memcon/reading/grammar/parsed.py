"""A report's text as arrays of tokens: all that the steps of reading see of a parser."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, wraps

from memcon.model import Span

BROKEN = re.compile(r"(?<=[a-z])-\n(?=[a-z])")
"""Where the end of a line breaks a word, as in texts taken from a PDF."""


@dataclass(frozen=True)
class Parsed:
    """Tokens, tags, heads and names of one text; one entry a token in every array.

    `words` are those of the text, of headlines in the letters that they have in sentences (headline_case). `starts` and `ends` are code
    points into `text`; `heads` are token numbers (a root is its own head); `deps` are the labels of
    spaCy's English pipelines (ClearNLP style), `tags` Penn Treebank tags. `sentences` are half-open ranges of token numbers;
    `speech_tags` too: stretches ("an official said") that were parsed as trees of their own, apart from the words they report.
    `names` are half-open token ranges with OntoNotes labels.
    """

    text: str
    words: tuple[str, ...]
    lemmas: tuple[str, ...]
    tags: tuple[str, ...]
    deps: tuple[str, ...]
    heads: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    sentences: tuple[tuple[int, int], ...]
    speech_tags: tuple[tuple[int, int], ...] = ()
    names: tuple[tuple[int, int, str], ...] = ()

    def __len__(self) -> int:
        return len(self.words)

    @cached_property
    def lower(self) -> tuple[str, ...]:
        """The words in small letters."""
        return tuple(word.lower() for word in self.words)

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """The dependents of each token, in text order."""
        lists: list[list[int]] = [[] for _ in self.words]
        for token, head in enumerate(self.heads):
            if head != token:
                lists[head].append(token)
        return tuple(tuple(one) for one in lists)

    @cached_property
    def answers(self) -> dict[Callable[[Parsed, int], list[int]], dict[int, list[int]]]:
        """What was asked of tokens, and found (`remembered`)."""
        return {}

    @cached_property
    def edges(self) -> tuple[tuple[int, int], ...]:
        """The first token and the one after the last of each token's subtree."""
        left, right = list(range(len(self))), [i + 1 for i in range(len(self))]
        for token in range(len(self)):
            for above in self.ancestors(token):
                left[above], right[above] = min(left[above], token), max(right[above], token + 1)
        return tuple(zip(left, right, strict=True))

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """The OntoNotes label of the name that each token stands in, "" for none."""
        found = [""] * len(self)
        for first, end, label in self.names:
            found[first:end] = [label] * (end - first)
        return tuple(found)

    @cached_property
    def surnames(self) -> frozenset[str]:
        """The last words of names that are persons' names in this text: with a first name somewhere, or more often than not."""
        sizes: dict[str, list[int]] = {}
        for first, end, label in self.names:
            last = end - 1
            if last > first and self.words[last] in ("'s", "’s", "'", "’"):
                last -= 1
            sizes.setdefault(self.words[last], []).append(last + 1 - first if label == "PERSON" else 0)
        return frozenset(word for word, found in sizes.items() if max(found) > 1 or 2 * sum(size > 0 for size in found) > len(found))

    @cached_property
    def sentence_of(self) -> tuple[int, ...]:
        """The number of the sentence that each token stands in."""
        return tuple(n for n, (start, end) in enumerate(self.sentences) for _ in range(start, end))

    def subtree(self, token: int) -> Iterator[int]:
        """The token and all that hangs on it, in no fixed order."""
        todo = [token]
        while todo:
            at = todo.pop()
            yield at
            todo.extend(self.children[at])

    def ancestors(self, token: int) -> Iterator[int]:
        """The token's head, its head's head, and so on to the root."""
        while self.heads[token] != token:
            token = self.heads[token]
            yield token

    def span(self, first: int, last: int) -> Span:
        """The text from token `first` through token `last` (inclusive)."""
        return Span.of(self.text, self.starts[first], self.ends[last])

    def phrase(self, first: int, end: int) -> str:
        """The text of the tokens from `first` up to, without, `end`."""
        return unbroken(self.text[self.starts[first] : self.ends[end - 1]]) if end > first else ""


def unbroken(words: str) -> str:
    r"""Words without the hyphens and line ends at which a page or column broke them.

    >>> unbroken("Sergei Lav-\nrov"), unbroken("Israeli-\nPalestinian")
    ('Sergei Lavrov', 'Israeli-\nPalestinian')
    """
    return BROKEN.sub("", words) if "-\n" in words else words


def remembered(question: Callable[[Parsed, int], list[int]]) -> Callable[[Parsed, int], list[int]]:
    """A question of one token whose answer is kept with the text: many steps ask the same. Each asker gets a list of its own.

    >>> asked = []
    >>> below = remembered(lambda p, token: asked.append(token) or list(p.children[token]))
    >>> p = Parsed("He left", ("He", "left"), ("he", "leave"), ("PRP", "VBD"), ("nsubj", "ROOT"), (1, 1), (0, 3), (2, 7), ((0, 2),))
    >>> below(p, 1), below(p, 1), asked
    ([0], [0], [1])
    """

    @wraps(question)
    def kept(p: Parsed, token: int) -> list[int]:
        known = p.answers.setdefault(question, {})
        if token not in known:
            known[token] = question(p, token)
        return known[token].copy()

    return kept
