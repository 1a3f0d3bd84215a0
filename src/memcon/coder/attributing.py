"""Who claims what, as the encoder sees it: the spans that are likely as a whole, what links them, and how likely other spans are."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from .coded import Attribution, Piece
from .decoding import Floats, Found, logistic, probabilities, together, whole
from .heads import distances
from .labels import LAYERS
from .pieces import Pieces
from .session import Weights

ATTRIBUTION = 3 * len(LAYERS)
"""How many of a piece's labels are those of attributions; they stand first."""
TOLD = 0.5
"""The probability from which a span is told: as likely as not, where most exact spans are right (decision 18)."""
LINKED = 0.25
"""The probability from which a span is a part of an attribution: what is said may be sure where its end is not."""
Span = tuple[int, int]


class Heard:
    """The attributions of a text, and how likely any of its words are a source, a cue or a content."""

    attributions: tuple[Attribution, ...]
    spans: tuple[tuple[Piece, ...], tuple[Piece, ...], tuple[Piece, ...]]
    """All sources, cues and contents, linked or not."""

    def __init__(self, weights: Weights, pieces: Pieces, cut: Sequence[Span], seen: Sequence[tuple[Floats, Floats]]) -> None:
        """`cut` are the windows (first piece, end) and `seen` their states and tags."""
        self._weights, self._pieces, self._cut = weights, pieces, cut
        scores = together([tags[:, :ATTRIBUTION].reshape(-1, 3, 3).transpose(1, 0, 2) for _, tags in seen])
        rows = whole(scores.reshape(-1, *scores.shape[-2:])) if seen else []
        self._whole = [rows[at : at + len(LAYERS)] for at in range(0, len(rows), len(LAYERS))]
        self._inside = 1 - probabilities(scores)[..., 0]
        layers: tuple[list[Piece], ...] = ([], [], [])
        attributions: list[Attribution] = []
        for (a, _), (states, _), ours in zip(cut, seen, self._whole, strict=True):
            found = [one.likely(LINKED) for one in ours]
            for layer, name, some in zip(layers, LAYERS, found, strict=True):
                layer.extend(told(pieces, a, one, (name,)) for one in some if one.p >= TOLD)
            attributions += self._linked(a, states, *found)
        self.attributions = tuple(attributions)
        sources, cues, contents = map(tuple, layers)
        self.spans = (sources, cues, contents)

    def whole(self, layer: str, start: int, end: int) -> float:
        """The probability that the words from `start` up to `end` are a source, cue or content (`layer`), neither more nor fewer words."""
        first, last = self._pieces.of(start, end)
        number = LAYERS.index(layer)
        for (a, b), ours in zip(self._cut, self._whole, strict=True):
            if a <= first < last <= b:
                return ours[number].p(first - a, last - a)
        return 0.0

    def within(self, layer: str, start: int, end: int) -> float:
        """The probability that one of the words from `start` up to `end` is in a source, cue or content (`layer`)."""
        first, last = self._pieces.of(start, end)
        number, most = LAYERS.index(layer), 0.0
        for (a, b), ours in zip(self._cut, self._inside, strict=True):
            if a < last and first < b and first < last:
                most = max(most, float(ours[number, max(first, a) - a : min(last, b) - a].max()))
        return most

    def _linked(self, a: int, states: Floats, sources: list[Found], cues: list[Found], contents: list[Found]) -> list[Attribution]:
        p = self._pieces
        whose, what = self._links(states, cues, sources, 0), self._links(states, cues, contents, 1)
        least = self._weights.settings.threshold.get("link", 0.5)
        best_cue = what.argmax(axis=0) if cues and contents else np.zeros(len(contents), dtype=np.int64)
        claims = []
        for number, cue in enumerate(cues):
            mine = [i for i in range(len(contents)) if best_cue[i] == number and what[number, i] >= least]
            theirs = [i for i in range(len(sources)) if whose[number, i] >= least]
            if mine:
                parts = [cue.p, *(contents[i].p * float(what[number, i]) for i in mine)]
                parts += [sources[i].p * float(whose[number, i]) for i in theirs]
                claims.append(
                    Attribution(
                        told(p, a, cue, ("cue",)),
                        tuple(told(p, a, sources[i], ("source",)) for i in theirs),
                        tuple(told(p, a, contents[i], ("content",)) for i in mine),
                        min(parts),
                    )
                )
        return claims

    def _links(self, states: Floats, cues: list[Found], others: list[Found], layer: int) -> Floats:
        """The probability [cues, others] that a span belongs to a cue."""
        if not cues or not others:
            return np.zeros((len(cues), len(others)), dtype=np.float32)
        heads = states[[one.first for one in cues]]
        ends = (states[[one.first for one in others]] + states[[one.end - 1 for one in others]]) / np.float32(2)
        apart = distances(np.array([one.first for one in cues]), np.array([one.first for one in others]))
        scores = self._weights.heads.linking.scores(heads, ends, apart, np.full(len(cues), layer))
        return logistic(scores[..., 0], self._weights.settings.heat("link"))


def told(p: Pieces, a: int, found: Found, names: Sequence[str]) -> Piece:
    """A span of a window that begins with the piece `a`, in code points, whole words only."""
    return Piece(*p.words_of(a + found.first, a + found.end), names[found.name], found.p)
