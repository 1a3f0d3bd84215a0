"""Texts with marks as windows of pieces with labels: what one training step is made of."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from memcon.coder.labels import AROUND, LAYERS, TIMES, bio, labels
from memcon.coder.pieces import LIMIT, Ints, Pieces, Tokeniser, windows
from memcon.reading.parse.sentences import sentences
from training.corpora import Marked
from training.model import CLOCK, OUTSIDE
from training.standing import Standing, standing

IGNORE = -100
_KINDS = {name: number for number, name in enumerate(labels().types)}
_MODES = {name: number for number, name in enumerate(labels().modes)}
_STATUSES = {name: number for number, name in enumerate(labels().statuses)}


@dataclass(slots=True)
class Trigger:
    """A word of an event: first and last piece in the window, labels, and labels of the pieces around (layers by pieces)."""

    first: int
    last: int
    kind: int
    mode: int
    status: int
    around: Ints


@dataclass(slots=True)
class Window:
    """Pieces with labels; a layer that is not annotated holds IGNORE."""

    name: str
    ids: Ints
    shapes: Ints
    sentences: Ints
    tags: Ints  # [layers, pieces]: source, cue, content, trigger, time
    triggers: list[Trigger]
    links: list[tuple[int, int, int, int, int, int]]  # layer (0 source, 1 content), cue first, cue last, span first, span last, linked
    happenings: Ints
    facts: list[tuple[int, float]] = field(default_factory=list)


@dataclass(slots=True)
class Prepared:
    """A marked text with its pieces, made once."""

    marked: Marked
    pieces: Pieces
    _standing: dict[int, list[list[Standing]]] = field(default_factory=dict)

    def standing(self, event: dict[str, Any]) -> list[list[Standing]]:
        """Where the values of one of the text's events stand around each of its triggers."""
        if id(event) not in self._standing:
            self._standing[id(event)] = standing(event, self.marked.text, sentences(self.marked.text))
        return self._standing[id(event)]

    def range_of(self, span: Sequence[int]) -> tuple[int, int] | None:
        """The pieces (first, end) that a span covers."""
        p = self.pieces
        first = int(np.searchsorted(p.ends, span[0], side="right"))
        end = int(np.searchsorted(p.starts, span[1], side="left"))
        return (first, end) if first < end else None


def prepare(texts: Iterable[Marked], tokeniser: Tokeniser) -> list[Prepared]:
    """The texts cut into sentences and pieces."""
    return [Prepared(one, tokeniser.pieces(one.text, sentences(one.text))) for one in texts]


def cut(prepared: Prepared, tokeniser: Tokeniser, chance: random.Random | None = None) -> list[Window]:
    """The windows of a text with their labels; with `chance`, packed otherwise each time."""
    limit = LIMIT if chance is None else chance.choice((96, 128, 160, LIMIT, LIMIT))
    first = None if chance is None else chance.randint(24, limit)
    return [_window(prepared, a, b, tokeniser) for a, b in windows(prepared.pieces, limit, first)]


def _window(one: Prepared, a: int, b: int, tokeniser: Tokeniser) -> Window:
    pieces, marked = one.pieces, one.marked
    size = b - a + 2
    ids = np.concatenate(([tokeniser.opening], pieces.ids[a:b], [tokeniser.closing]))
    shapes = np.concatenate(([0], pieces.shapes[a:b], [0]))
    numbers = np.concatenate(([-1], pieces.sentences[a:b], [-1]))
    tags = np.full((5, size), IGNORE, dtype=np.int64)
    window = Window(marked.name, ids, shapes, numbers, tags, [], [], np.full(size, IGNORE, dtype=np.int64))

    def inside(span: Sequence[int] | None, partly: bool = False) -> tuple[int, int] | None:
        found = one.range_of(span) if span else None
        if found is None or ((found[0] < a or found[1] > b) and not (partly and found[0] < b and found[1] > a)):
            return None
        return max(found[0], a) - a + 1, min(found[1], b) - a + 1

    if marked.attributions is not None:
        _attribute(window, marked, inside)
    if marked.events is not None:
        tags[3] = 0
        for event in marked.events:
            _event(window, event, inside, one)
    for event in marked.arguments:
        _event(window, event, inside, one)
    if marked.times is not None:
        tags[4] = 0
        for start, end, kind in marked.times:
            if (at := inside((start, end))) and kind in TIMES:
                tags[4, at[0] : at[1]] = 2 * TIMES.index(kind) + 2
                tags[4, at[0]] -= 1
    if marked.happenings is not None:
        window.happenings[:] = 0
        for span in marked.happenings:
            if at := inside(span):
                window.happenings[at[0]] = 1
    for start, end, score in marked.facts:
        if at := inside((start, end)):
            window.facts.append((at[0], score))
    return window


def _attribute(window: Window, marked: Marked, inside: object) -> None:
    assert callable(inside)
    assert marked.attributions is not None
    window.tags[:3] = 0
    spans: list[list[tuple[int, int, int]]] = [[], [], []]
    for number, one in enumerate(marked.attributions):
        for layer, name in enumerate(LAYERS):
            for span in one[name]:
                if at := inside(span, partly=layer == 2):
                    window.tags[layer, at[0] : at[1]] = 2
                    window.tags[layer, at[0]] = 1
                    spans[layer].append((*at, number))
    for cue_first, cue_end, cue in spans[1]:
        for layer in (0, 2):
            for first, end, number in spans[layer]:
                window.links.append((layer // 2, cue_first, cue_end - 1, first, end - 1, int(cue == number)))


def _event(window: Window, event: dict[str, Any], inside: object, whole: Prepared) -> None:
    assert callable(inside)
    size = window.tags.shape[1]
    kind = _KINDS.get(str(event.get("type")), IGNORE)
    mode = _MODES.get((str(event.get("type")), str(event.get("mode") or "")), IGNORE)
    status = _STATUSES.get(str(event.get("status")), IGNORE)
    known = event.get("layers", range(len(AROUND)))
    for span, values in zip(event["triggers"], whole.standing(event), strict=True):
        if (at := inside(span)) is None:
            continue
        around = np.zeros((len(AROUND), size), dtype=np.int64)
        for layer in range(len(AROUND)):
            if layer not in known:
                around[layer] = IGNORE
        for value in sorted(values, key=lambda one: one.label is None):
            _mark(around[value.layer], value.label, inside(value.span))
        window.triggers.append(Trigger(at[0], at[1] - 1, kind, mode, status, around))
        if kind != IGNORE and window.tags[3, at[0]] == 0 and not (window.tags[3, at[0] : at[1]] > 1).any():
            window.tags[3, at[0] : at[1]] = 1
            window.tags[3, at[0]] = 2 + kind


def _mark(layer: Ints, label: int | None, here: tuple[int, int] | None) -> None:
    """Give pieces (first, end) a label that have none yet; with no label they are not to be judged."""
    if here is None or (layer[here[0] : here[1]] > 0).any():
        return
    if label is None:
        layer[here[0] : here[1]] = IGNORE
    else:
        layer[here[0] : here[1]] = label + 1
        layer[here[0]] = label


assert bio(TIMES) == CLOCK
assert OUTSIDE == 9
