"""One pass over a text: attributions, events with what stands around them, and time expressions."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from .attributing import ATTRIBUTION, Heard, told
from .coded import Coded, Happening, Piece
from .decoding import Floats, Found, TriggerSpan, best_labels, probabilities, spans, together, triggers
from .heads import distances
from .labels import AROUND, PARTIES, SETTING, TIMES, bio, labels
from .pieces import Ints, Pieces, windows
from .session import ABOUT, FOLDER, Weights, load

_TRIGGER = ATTRIBUTION + 2 + len(labels().types)
_EDGES = [0, *np.cumsum([bio(names) for names in AROUND]).tolist()]
Span = tuple[int, int]
Flags = npt.NDArray[np.bool_]
_NEVER = np.float32(-1e9)


@cache
def coder(folder: Path = FOLDER) -> Coder:
    """The encoder with the weights of a folder, loaded once; CoderError where they are missing or damaged."""
    return Coder(load(folder))


def available(folder: Path = FOLDER) -> bool:
    """Whether there are weights, sound or not: what is damaged is to be told and not passed over.

    >>> available(), available(Path("no such folder"))
    (True, False)
    """
    return (folder / ABOUT).is_file()


class Seen(NamedTuple):
    """A window with two spans in it, in pieces (first, end): the states, and how likely each piece begins a trigger of each type."""

    states: Floats
    kinds: Floats
    source: Span
    target: Span


@dataclass(frozen=True, slots=True)
class Sight:
    """A text as the encoder has seen it, for those who ask for parts of what stands in it: its pieces, its windows (first piece, end), the
    states and tags of each."""

    coder: Coder
    pieces: Pieces
    cut: list[Span]
    seen: list[tuple[Floats, Floats]]

    def acts(self, least: float, asked: Sequence[Span]) -> list[Happening]:
        """The events alone, and of what stands around them parties, times and places.

        `least` is the probability from which words are told as a trigger. What is less likely than the one fitted to the weights has
        nothing around it, unless it meets one of the `asked` spans.
        """
        return self.coder.events(self, least, asked, (PARTIES, SETTING))

    def heard(self) -> Heard:
        """Who claims what."""
        return self.coder.heard(self)

    def alike(self, asked: Sequence[Span]) -> Floats:
        """How alike the encoder finds the words at each two of the `asked` spans, as they stand in the text: cosines [spans, spans].

        A span that no window holds is like nothing (0).
        """
        states = np.zeros((len(asked), self.seen[0][0].shape[1] if self.seen else 1), dtype=np.float32)
        for (a, b), (own, _), inside in zip(self.cut, self.seen, _inside(self.pieces, self.cut, asked), strict=True):
            if inside:
                states[list(inside)] = _judged(own, self.pieces.sentences[a:b], list(inside.values()))[0]
        lengths = np.linalg.norm(states, axis=1, keepdims=True)
        states /= np.where(lengths > 0, lengths, np.float32(1))
        alike: Floats = states @ states.T
        return alike


class Coder:
    """Reads texts with loaded weights. Same text, same weights: same answer."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights

    @property
    def sha256(self) -> str:
        """The hash by which a record names the weights."""
        return self._weights.sha256

    @property
    def trigger_threshold(self) -> float:
        """The probability from which words are a trigger, as fitted to the weights."""
        return self._weights.settings.threshold.get("trigger", 0.5)

    def read(self, text: str, sentences: Sequence[Span]) -> Coded:
        """All that stands in the `sentences` (start, end; in order, apart) of `text`."""
        sight = self.see(text, sentences)
        heard = self.heard(sight)
        times: list[Piece] = []
        clock, heat = together([tags[:, _TRIGGER:] for _, tags in sight.seen]), self._weights.settings.heat("time")
        for (a, _), ours, chosen in zip(sight.cut, clock, best_labels(clock), strict=True):
            times += [told(sight.pieces, a, one, TIMES) for one in spans(chosen, probabilities(ours, heat))]
        events = self.events(sight, self.trigger_threshold, (), AROUND)
        return Coded(heard.attributions, tuple(events), tuple(times), *heard.spans)

    def see(self, text: str, sentences: Sequence[Span]) -> Sight:
        """The one pass over a text."""
        pieces = self._weights.tokeniser.pieces(text, sentences)
        cut = windows(pieces)
        return Sight(self, pieces, cut, [self._run(pieces, a, b) for a, b in cut])

    def heard(self, sight: Sight) -> Heard:
        """Who claims what in a text."""
        return Heard(self._weights, sight.pieces, sight.cut, sight.seen)

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
        cut = windows(pieces)
        for (a, b), inside in zip(cut, _inside(pieces, cut, (source, target)), strict=True):
            if len(inside) == 2:
                states, tags = self._run(pieces, a, b)
                return Seen(states, probabilities(tags[:, ATTRIBUTION:_TRIGGER])[:, 2:], inside[0], inside[1])
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
        cut = windows(pieces)
        for (a, b), inside in zip(cut, _inside(pieces, cut, spans), strict=True):
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

    def events(self, sight: Sight, least: float, asked: Sequence[Span], layers: Sequence[tuple[str, ...]]) -> list[Happening]:
        """The events of a text with what stands around them in some layers (`Sight.acts` tells of `least` and `asked`)."""
        p, settings, heads = sight.pieces, self._weights.settings, self._weights.heads
        meets = _meeting(asked)
        events: list[Happening] = []
        around: list[tuple[int, int, Floats]] = []  # the event, the window's first piece, the labels of its pieces
        for (a, b), (states, labelled) in zip(sight.cut, sight.seen, strict=True):
            tags = labelled[:, ATTRIBUTION:_TRIGGER]
            found = triggers(tags, least, settings.heat("trigger"))
            found = [one for one in found if p.words[a + one.first] or one.first == 0]
            if not found:
                continue
            first, kinds = np.array([one.first for one in found]), np.array([one.name for one in found])
            own, context = _judged(states, p.sentences[a:b], [(one.first, one.end) for one in found])
            named = probabilities(tags[[one.named for one in found], 2:], settings.heat("trigger"))
            sure = [one.p / float(types.max()) for one, types in zip(found, named, strict=True)]
            modes = probabilities(_modes(heads.mode.scores(own, context), kinds), settings.heat("mode"))
            statuses = probabilities(heads.status.scores(own, context), settings.heat("status"))
            acts = [_happening(p, a, *one) for one in zip(found, named, modes, statuses, strict=True)]
            wide = [i for i in range(len(found)) if sure[i] >= self.trigger_threshold or meets(acts[i].trigger)]
            if wide:
                far = distances(first[wide], np.arange(len(states)))
                scores = heads.around.scores(own[wide], states, far, kinds[wide])
                around += [(len(events) + i, a, ours) for i, ours in zip(wide, scores, strict=True)]
            events += acts
        surrounded = _arguments(p, around, layers, settings.heat("around"), settings.threshold.get("around", 0.0))
        return [replace(one, arguments=surrounded.get(n, ())) for n, one in enumerate(events)]


def _happening(p: Pieces, a: int, found: TriggerSpan, types: Floats, modes: Floats, statuses: Floats) -> Happening:
    known = labels()
    mode, status = int(modes.argmax()), int(statuses.argmax())
    return Happening(
        told(p, a, Found(found.first, found.end, found.name, found.p), known.types),
        known.types[found.name],
        known.modes[mode][1],
        known.statuses[status],
        found.p,
        float(modes[mode]),
        float(statuses[status]),
        (),
        tuple(types.tolist()),
        tuple(statuses.tolist()),
    )


def _meeting(asked: Sequence[Span]) -> Callable[[Piece], bool]:
    """Whether words share a letter with one of the `asked` spans."""
    ordered = sorted(asked)
    starts, reach = [start for start, _ in ordered], [-1, *accumulate((end for _, end in ordered), max)]
    return lambda piece: reach[bisect_left(starts, piece.end)] > piece.start


def _inside(p: Pieces, cut: Sequence[Span], spans: Sequence[Span]) -> list[dict[int, Span]]:
    """For each window (first piece, end) the numbers of the spans in it, with their pieces counted from the window's first."""
    found: list[dict[int, Span]] = [{} for _ in cut]
    firsts = [a for a, _ in cut]
    for number, span in enumerate(spans):
        first, end = p.of(*span)
        at = bisect_right(firsts, first) - 1
        if at >= 0 and first < end <= cut[at][1]:
            found[at][number] = (first - cut[at][0], end - cut[at][0])
    return found


def _judged(states: Floats, numbers: Ints, found: Sequence[Span]) -> tuple[Floats, Floats]:
    """The own states of words (first, end) of a window, and the mean states of their sentences."""
    own = (states[[a for a, _ in found]] + states[[b - 1 for _, b in found]]) / np.float32(2)
    sentence = numbers[[a for a, _ in found]].tolist()
    edges = {n: np.searchsorted(numbers, (n, n + 1)) for n in set(sentence)}
    means = {n: states[begin:end].mean(axis=0) for n, (begin, end) in edges.items()}
    return own, np.stack([means[n] for n in sentence])


def _modes(scores: Floats, kinds: Ints) -> Floats:
    """The scores with the modes of other types out of reach."""
    owner = np.array([labels().types.index(kind) for kind, _ in labels().modes])
    return np.where(owner[None, :] == kinds[:, None], scores, _NEVER)


def _arguments(
    p: Pieces, around: Sequence[tuple[int, int, Floats]], layers: Sequence[tuple[str, ...]], heat: float, least: float
) -> dict[int, tuple[Piece, ...]]:
    """What stands around each event (number, its window's first piece, [pieces, labels of all layers]) with at least that probability."""
    widest = max(bio(names) for names in layers)
    padded = [np.full((len(layers), len(scores), widest), _NEVER, dtype=np.float32) for _, _, scores in around]
    for ours, (_, _, scores) in zip(padded, around, strict=True):
        for layer, names in enumerate(layers):
            ours[layer, :, : bio(names)] = scores[:, _EDGES[layer] : _EDGES[layer + 1]]
    chosen = best_labels(together(padded))
    found = {}
    for (number, a, scores), ours, best in zip(around, padded, chosen, strict=True):
        pieces: list[Piece] = []
        for layer, names in enumerate(layers):
            (named,) = best[layer, : len(scores)].nonzero()
            if len(named):
                sure = np.zeros(ours[layer].shape, dtype=np.float32)
                sure[named] = probabilities(ours[layer, named], heat)
                here = spans(best[layer, : len(scores)], sure)
                pieces += [told(p, a, one, names) for one in here if one.p >= least]
        found[number] = tuple(pieces)
    return found
