"""Words of a report as wordpieces: ids, offsets in code points, letter case, quotation marks, sentences; packed into windows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]

LIMIT = 192  # wordpieces of a window, its two marks included
SHAPES = 10  # no letters, lower, Capital, UPPER, mixed: outside and inside quotation marks


@dataclass(frozen=True, slots=True)
class Pieces:
    """The wordpieces of a text, in order, as arrays of one length.

    `ids` in the vocabulary; `starts` and `ends` in code points; `shapes` letter case and quotation (0 to 9); `sentences` the number of
    the sentence; `words` whether a word begins here.
    """

    ids: Ints
    starts: Ints
    ends: Ints
    shapes: Ints
    sentences: Ints
    words: npt.NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.ids)

    def of(self, start: int, end: int) -> tuple[int, int]:
        """The pieces (first, end) that a stretch of the text touches; first is end where it touches none."""
        first = int(np.searchsorted(self.ends, start, side="right"))
        return first, max(first, int(np.searchsorted(self.starts, end, side="left")))

    def words_of(self, first: int, end: int) -> tuple[int, int]:
        """Start and end in the text of the pieces `first` up to `end`, whole words only."""
        last = end - 1
        while first > 0 and not self.words[first]:
            first -= 1
        while last + 1 < len(self) and not self.words[last + 1]:
            last += 1
        return int(self.starts[first]), int(self.ends[last])


class Tokeniser:
    """Uncased wordpieces of a vocabulary file (a piece a line), with what lower case loses given beside them."""

    def __init__(self, vocabulary: Path) -> None:
        """Load the vocabulary; OSError where there is none, ValueError where it lacks the marks of a window."""
        ids = {line: number for number, line in enumerate(vocabulary.read_text("utf-8").split("\n")) if line}
        if not {"[CLS]", "[SEP]", "[UNK]", "[PAD]"} <= set(ids):
            raise ValueError(f"{vocabulary} is no vocabulary of wordpieces")
        self.opening, self.closing = ids["[CLS]"], ids["[SEP]"]
        from tokenizers import Tokenizer
        from tokenizers.models import WordPiece
        from tokenizers.normalizers import BertNormalizer
        from tokenizers.pre_tokenizers import BertPreTokenizer

        self._tokenizer = Tokenizer(WordPiece(ids, unk_token="[UNK]", max_input_chars_per_word=100))
        self._tokenizer.normalizer = BertNormalizer(lowercase=True)
        self._tokenizer.pre_tokenizer = BertPreTokenizer()

    def pieces(self, text: str, sentences: Sequence[tuple[int, int]]) -> Pieces:
        """The wordpieces of `text` that stand in its `sentences` (start, end; in order, apart)."""
        encoding = self._tokenizer.encode(text, add_special_tokens=False)
        offsets = np.array(encoding.offsets, dtype=np.int64).reshape(-1, 2)
        ids = np.array(encoding.ids, dtype=np.int64)
        begins = np.array([not token.startswith("##") for token in encoding.tokens], dtype=np.bool_)
        first = np.array([a for a, _ in sentences], dtype=np.int64)
        last = np.array([b for _, b in sentences], dtype=np.int64)
        where = np.searchsorted(first, offsets[:, 0], side="right") - 1
        kept = where >= 0
        if len(last):
            kept &= offsets[:, 0] < last[np.maximum(where, 0)]
        shapes = _shapes(text, offsets, begins)
        return Pieces(ids[kept], offsets[kept, 0], offsets[kept, 1], shapes[kept], where[kept], begins[kept])


def _shapes(text: str, offsets: Ints, begins: npt.NDArray[np.bool_]) -> Ints:
    shapes = np.zeros(len(offsets), dtype=np.int64)
    edges = [*np.flatnonzero(begins).tolist(), len(offsets)]
    starts, ends = offsets[:, 0].tolist(), offsets[:, 1].tolist()
    for i, j in pairwise(edges):
        shapes[i:j] = letter_case(text[starts[i] : ends[j - 1]])
    inside = np.zeros(len(text) + 1, dtype=np.int64)
    for a, b in quoted(text):
        inside[a:b] = 5
    return shapes + inside[offsets[:, 0]] if len(offsets) else shapes


def letter_case(word: str) -> int:
    """0 for a word without letters, 1 lower case, 2 Capital, 3 UPPER, 4 mixed.

    >>> [letter_case(word) for word in ("2022", "met", "Putin", "UN", "McCain")]
    [0, 1, 2, 3, 4]
    """
    if word.islower():
        return 1
    if word.isupper():
        return 3 if len(word) > 1 else 2
    if not any(letter.isalpha() for letter in word):
        return 0
    return 2 if word[:1].isupper() and (len(word) == 1 or not any(letter.isupper() for letter in word[1:])) else 4


def quoted(text: str) -> list[tuple[int, int]]:
    """Where double quotation marks hold words, marks included; a line's end closes what a straight mark opened.

    >>> quoted('He said "no" and “yes”.')
    [(8, 12), (17, 22)]
    """
    spans: list[tuple[int, int]] = []
    opened: int | None = None
    for at, letter in enumerate(text):
        if letter == "\n":
            if opened is not None:
                spans.append((opened, at))
            opened = None
        elif letter == '"':
            if opened is None:
                opened = at
            else:
                spans.append((opened, at + 1))
                opened = None
        elif letter == "“":
            opened = at if opened is None else opened
        elif letter == "”" and opened is not None:
            spans.append((opened, at + 1))
            opened = None
    if opened is not None:
        spans.append((opened, len(text)))
    return spans


def windows(pieces: Pieces, limit: int = LIMIT, first: int | None = None) -> list[tuple[int, int]]:
    """Ranges of pieces: consecutive whole sentences of at most `limit` pieces with two marks; a longer sentence is cut between words.

    `first` is the limit of the first window alone, so that training meets a sentence with other neighbours each time.
    """
    room = (first or limit) - 2
    found: list[tuple[int, int]] = []
    at = 0
    breaks = [*(np.flatnonzero(np.diff(pieces.sentences)) + 1).tolist(), len(pieces)] if len(pieces) else []
    end = 0
    for stop in breaks:
        if stop - at > room and end > at:
            found.append((at, end))
            at, room = end, limit - 2
        while stop - at > room:
            cut = at + room
            while cut > at and not pieces.words[cut]:
                cut -= 1
            cut = cut if cut > at else at + room
            found.append((at, cut))
            at, room = cut, limit - 2
        end = stop
    if end > at:
        found.append((at, end))
    return found
