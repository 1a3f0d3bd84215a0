"""Vectors of words by a spaCy pipeline's network, its first layers asked once for each word.

The usual network looks words up in tables (by norm, prefix, suffix and shape: https://spacy.io/api/architectures#MultiHashEmbed) and mixes
what it finds, word by word; only then it looks at what stands beside. The former is a third of its work and the same in every text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from spacy.vocab import Vocab

_BLOCK = 64  # words asked at once, always as many: sums of products are the same then whatever other words are new
_FILLER = "."
_MOST = 20_000  # words remembered; 400 bytes each
_BY_FORM = frozenset(("NORM", "PREFIX", "SUFFIX", "SHAPE", "LOWER", "ORTH", "IS_SPACE", "SPACY"))
"""What a word is looked up by that its form tells alone, in documents made of words with a space behind each."""


class WordVectors:
    """A network from words to vectors; what it makes of words alone (`looked_up`) is remembered, the `rest` is worked out each time."""

    def __init__(self, vocab: Vocab, looked_up: Any, rest: list[Any]) -> None:
        self._vocab = vocab
        self._looked_up = looked_up
        self._rest = rest
        self._at: dict[str, int] = {}
        self._rows: Any = np.zeros((0, looked_up.get_dim("nO")), dtype=np.float32)

    @staticmethod
    def of(vocab: Vocab, model: Any) -> WordVectors | None:
        """For a network that is a chain whose first part looks words up by their form; None for another."""
        from spacy.attrs import NAMES

        rest: list[Any] = []
        while _is_chain(model) and model.layers[0].name != "extract_features":
            rest = [*model.layers[1:], *rest]
            model = model.layers[0]
        if not _is_chain(model) or not model.has_dim("nO"):
            return None
        asked = {NAMES[column] if isinstance(column, int) else column for column in model.layers[0].attrs.get("columns", ("",))}
        return WordVectors(vocab, model, rest) if asked <= _BY_FORM else None

    def __call__(self, words: list[str]) -> Any:
        """The network's answer for a document of these words: an array of (words, width)."""
        missing = [word for word in dict.fromkeys(words) if word not in self._at]
        if missing:
            if len(self._at) + len(missing) > _MOST:
                self._at.clear()
                self._rows = self._rows[:0]
                missing = list(dict.fromkeys(words))
            self._ask(missing)
        found: Any = [self._rows[[self._at[word] for word in words]]]
        for layer in self._rest:
            found = layer.predict(found)
        return found[0] if isinstance(found, list) else found

    def _ask(self, words: list[str]) -> None:
        from spacy.tokens import Doc

        rows = [self._rows]
        for first in range(0, len(words), _BLOCK):
            block = words[first : first + _BLOCK]
            asked = Doc(self._vocab, words=[*block, *[_FILLER] * (_BLOCK - len(block))])
            rows.append(self._looked_up.predict([asked])[0][: len(block)])
        self._at.update((word, len(self._rows) + n) for n, word in enumerate(words))
        self._rows = np.concatenate(rows)


def _is_chain(model: Any) -> bool:
    """Whether a network's layers follow one another (thinc writes so in its name)."""
    return bool(model.layers) and model.name == ">>".join(layer.name for layer in model.layers)
