"""One pass over a text: attributions, events with what stands around them, and time expressions."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from .coded import Attribution, Coded, Happening, Piece
from .decoding import Floats, Found, best_labels, logistic, probabilities, spans, triggers
from .heads import distances
from .labels import AROUND, LAYERS, TIMES, bio, labels
from .pieces import Ints, Pieces, windows
from .session import FOLDER, CoderError, Weights, load

_ATTRIBUTION = 3 * len(LAYERS)
_TRIGGER = _ATTRIBUTION + 2 + len(labels().types)
_EDGES = [0, *np.cumsum([bio(names) for names in AROUND]).tolist()]
_WIDEST = max(bio(names) for names in AROUND)
Span = tuple[int, int]
Flags = npt.NDArray[np.bool_]
_NEVER = np.float32(-1e9)


@cache
def coder(folder: Path = FOLDER) -> Coder:
    """The encoder with the weights of a folder, loaded once; CoderError where they are missing or damaged."""
    return Coder(load(folder))


def available(folder: Path = FOLDER) -> bool:
    """Whether there are weights that can be loaded.

    >>> available(Path("no such folder"))
    False
    """
    try:
        coder(folder)
    except CoderError:
        return False
    return True


class Seen(NamedTuple):
    """A window with two spans in it, in pieces (first, end): the states, and how likely each piece begins a trigger of each type."""

    states: Floats
    kinds: Floats
    source: Span
    target: Span


class Coder:
    """Reads texts with loaded weights. Same text, same weights: same answer."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights

    @property
    def sha256(self) -> str:
        """The hash by which a record names the weights."""
        return self._weights.sha256

    def read(self, text: str, sentences: Sequence[tuple[int, int]], least: float | None = None) -> Coded:
        """What stands in the `sentences` (start, end; in order, apart) of `text`.

        `least` is the probability from which words are told as a trigger, where not the one fitted to the weights is wanted.
        """
        pieces = self._weights.tokeniser.pieces(text, sentences)
        attributions: list[Attribution] = []
        events: list[Happening] = []
        times: list[Piece] = []
        layers: tuple[list[Piece], ...] = ([], [], [])
        for a, b in windows(pieces):
            states, tags = self._run(pieces, a, b)
            claims, happenings, clock = self._window(pieces, a, b, states, tags, layers, least)
            attributions += claims
            events += happenings
            times += clock
        return Coded(tuple(attributions), tuple(events), tuple(times), *(tuple(layer) for layer in layers))

    def relation(self, text: str, sentences: Sequence[Span], source: Span, target: Span, told: Floats) -> Floats | None:
        """The probability of each root (labels.ROOTS) of what `source` does to `target`, both (start, end) in `text`.

        `told` is what the rules say (reading.relating). None where the weights hold no head for it, or the two stand too far apart.
        """
        relating = self._weights.relating
        one = self.seen(text, sentences, source, target) if relating is not None else None
        return relating.probabilities(one.states, one.kinds, one.source, one.target, told) if relating and one else None

    def seen(self, text: str, sentences: Sequence[Span], source: Span, target: Span) -> Seen | None:
        """The window that holds two spans of a text; None where there is none."""
        pieces = self._weights.tokeniser.pieces(text, sentences)
        for a, b in windows(pieces):
            ours, theirs = (_within(pieces, a, b, span) for span in (source, target))
            if ours is not None and theirs is not None:
                states, tags = self._run(pieces, a, b)
                return Seen(states, probabilities(tags[:, _ATTRIBUTION:_TRIGGER])[:, 2:], ours, theirs)
        return None

    def statuses(self, text: str, sentences: Sequence[Span], spans: Sequence[Span]) -> Floats:
        """The probability of each status (labels.statuses) of the words at each of `spans`, whatever the trigger head thinks of them.

        [spans, statuses]; a row of zeros for what stands in none of the `sentences`.
        """
        own, context, known = self.states(text, sentences, spans)
        heat = self._weights.settings.heat("status")
        sure = probabilities(self._weights.heads.status.scores(own, context), heat)
        return np.where(known[:, None], sure, np.float32(0))

    def states(self, text: str, sentences: Sequence[Span], spans: Sequence[Span]) -> tuple[Floats, Floats, Flags]:
        """What the heads of mode and status see of words: own states and sentence means [spans, width], and which words were found."""
        pieces = self._weights.tokeniser.pieces(text, sentences)
        own, context = np.zeros((2, len(spans), self._weights.heads.status.own.shape[0]), dtype=np.float32)
        known = np.zeros(len(spans), dtype=np.bool_)
        for a, b in windows(pieces):
            inside = {n: at for n, span in enumerate(spans) if (at := _within(pieces, a, b, span))}
            if inside:
                here = list(inside)
                own[here], context[here] = _judged(self._run(pieces, a, b)[0], pieces.sentences[a:b], list(inside.values()))
                known[here] = True
        return own, context, known

    def _run(self, pieces: Pieces, a: int, b: int) -> tuple[Floats, Floats]:
        tokeniser = self._weights.tokeniser
        ids = np.concatenate(([tokeniser.opening], pieces.ids[a:b], [tokeniser.closing]))
        shapes = np.concatenate(([0], pieces.shapes[a:b], [0]))
        states, tags = self._weights.engine.run(ids, shapes)
        return states[1:-1], tags[1:-1]

    def _window(
        self, p: Pieces, a: int, b: int, states: Floats, tags: Floats, layers: tuple[list[Piece], ...], least: float | None
    ) -> tuple[list[Attribution], list[Happening], list[Piece]]:
        claims = self._attributions(p, a, states, tags[:, :_ATTRIBUTION], layers)
        events = self._events(p, a, b, states, tags[:, _ATTRIBUTION:_TRIGGER], least)
        clock = tags[:, _TRIGGER:]
        heat = self._weights.settings.heat("time")
        times = [_piece(p, a, one, TIMES) for one in spans(best_labels(clock), probabilities(clock, heat))]
        return claims, events, times

    def _attributions(self, p: Pieces, a: int, states: Floats, tags: Floats, layers: tuple[list[Piece], ...]) -> list[Attribution]:
        scores = tags.reshape(len(tags), 3, 3).transpose(1, 0, 2)
        chosen = best_labels(scores)
        settings = self._weights.settings
        found = [spans(chosen[i], probabilities(scores[i], settings.heat(name))) for i, name in enumerate(LAYERS)]
        for layer, name, ours in zip(layers, LAYERS, found, strict=True):
            layer.extend(_piece(p, a, one, (name,)) for one in ours)
        sources, cues, contents = found
        linked = {0: _links(self, states, cues, sources, 0), 1: _links(self, states, cues, contents, 1)}
        claims = []
        least = settings.threshold.get("link", 0.5)
        best_cue = linked[1].argmax(axis=0) if cues and contents else np.zeros(len(contents), dtype=np.int64)
        for number, cue in enumerate(cues):
            mine = [i for i in range(len(contents)) if best_cue[i] == number and linked[1][number, i] >= least]
            whose = [i for i in range(len(sources)) if linked[0][number, i] >= least]
            if mine:
                parts = [cue.p, *(contents[i].p * float(linked[1][number, i]) for i in mine)]
                parts += [sources[i].p * float(linked[0][number, i]) for i in whose]
                claims.append(
                    Attribution(
                        _piece(p, a, cue, ("cue",)),
                        tuple(_piece(p, a, sources[i], ("source",)) for i in whose),
                        tuple(_piece(p, a, contents[i], ("content",)) for i in mine),
                        min(parts),
                    )
                )
        return claims

    def _events(self, p: Pieces, a: int, b: int, states: Floats, tags: Floats, least: float | None) -> list[Happening]:
        known, settings, heads = labels(), self._weights.settings, self._weights.heads
        found = triggers(tags, settings.threshold.get("trigger", 0.5) if least is None else least, settings.heat("trigger"))
        found = [one for one in found if p.words[a + one.first] or one.first == 0]
        if not found:
            return []
        first = np.array([one.first for one in found])
        own, context = _judged(states, p.sentences[a:b], [(one.first, one.end) for one in found])
        kinds = np.array([one.name for one in found])
        types = probabilities(tags[first, 2:], settings.heat("trigger"))
        modes = probabilities(_modes(heads.mode.scores(own, context), kinds), settings.heat("mode"))
        statuses = probabilities(heads.status.scores(own, context), settings.heat("status"))
        around = heads.around.scores(own, states, distances(first, np.arange(len(states))), kinds)
        arguments = _arguments(p, a, around, settings.heat("around"), settings.threshold.get("around", 0.0))
        events = []
        for i, one in enumerate(found):
            mode, status = int(modes[i].argmax()), int(statuses[i].argmax())
            events.append(
                Happening(
                    _piece(p, a, one, known.types),
                    known.types[one.name],
                    known.modes[mode][1],
                    known.statuses[status],
                    one.p,
                    float(modes[i, mode]),
                    float(statuses[i, status]),
                    arguments[i],
                    tuple(types[i].tolist()),
                    tuple(statuses[i].tolist()),
                )
            )
        return events


def _within(p: Pieces, a: int, b: int, span: Span) -> Span | None:
    """The pieces (first, end) of a span, counted from the window's first; None where they are not all in the window."""
    first = int(np.searchsorted(p.ends, span[0], side="right"))
    end = int(np.searchsorted(p.starts, span[1], side="left"))
    return (first - a, end - a) if a <= first < end <= b else None


def _judged(states: Floats, numbers: Ints, found: Sequence[Span]) -> tuple[Floats, Floats]:
    """The own states of words (first, end) of a window, and the mean states of their sentences."""
    own = (states[[a for a, _ in found]] + states[[b - 1 for _, b in found]]) / np.float32(2)
    return own, np.stack([states[numbers == numbers[a]].mean(axis=0) for a, _ in found])


def _modes(scores: Floats, kinds: Ints) -> Floats:
    """The scores with the modes of other types out of reach."""
    owner = np.array([labels().types.index(kind) for kind, _ in labels().modes])
    return np.where(owner[None, :] == kinds[:, None], scores, _NEVER)


def _links(self: Coder, states: Floats, cues: list[Found], others: list[Found], layer: int) -> Floats:
    """The probability [cues, others] that a span belongs to a cue."""
    if not cues or not others:
        return np.zeros((len(cues), len(others)), dtype=np.float32)
    heads = states[[one.first for one in cues]]
    ends = (states[[one.first for one in others]] + states[[one.end - 1 for one in others]]) / np.float32(2)
    apart = distances(np.array([one.first for one in cues]), np.array([one.first for one in others]))
    scores = self._weights.heads.linking.scores(heads, ends, apart, np.full(len(cues), layer))
    return logistic(scores[..., 0], self._weights.settings.heat("link"))


def _arguments(p: Pieces, a: int, scores: Floats, heat: float, least: float) -> list[tuple[Piece, ...]]:
    """What stands around each trigger with at least that probability, from [triggers, pieces, labels of all layers]."""
    padded = np.full((len(scores), len(AROUND), scores.shape[1], _WIDEST), _NEVER, dtype=np.float32)
    for layer, names in enumerate(AROUND):
        padded[:, layer, :, : bio(names)] = scores[..., _EDGES[layer] : _EDGES[layer + 1]]
    chosen = best_labels(padded)
    found = []
    for i in range(len(scores)):
        ours: list[Piece] = []
        for layer, names in enumerate(AROUND):
            if chosen[i, layer].any():
                found_here = spans(chosen[i, layer], probabilities(padded[i, layer], heat))
                ours += [_piece(p, a, one, names) for one in found_here if one.p >= least]
        found.append(tuple(ours))
    return found


def _piece(p: Pieces, a: int, found: Found, names: Sequence[str]) -> Piece:
    """A found span in code points, whole words only."""
    first, last = a + found.first, a + found.end - 1
    while first > 0 and not p.words[first]:
        first -= 1
    while last + 1 < len(p) and not p.words[last + 1]:
        last += 1
    return Piece(int(p.starts[first]), int(p.ends[last]), names[found.name], found.p)
