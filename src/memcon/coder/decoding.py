"""From label scores to spans: the best sequence in which no inside label stands without its beginning, and how sure it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Doubles = npt.NDArray[np.float64]

_NEVER = np.float32(-1e9)
_LEAST = 1e-200  # of what a logarithm is taken of
_RATHER = 0.5  # from here on a piece is in a trigger rather than not


class Found(NamedTuple):
    """A span of pieces (first, end) with the number of its label's name and a probability."""

    first: int
    end: int
    name: int
    p: float


class TriggerSpan(NamedTuple):
    """A trigger of pieces (first, end): the number of its type, the probability of both, and the piece that names the type."""

    first: int
    end: int
    name: int
    p: float
    named: int


def probabilities(scores: Floats, temperature: float = 1.0) -> Floats:
    """The softmax of the last axis, scores divided by a temperature first.

    >>> probabilities(np.array([[0.0, 0.0]], dtype=np.float32)).tolist()
    [[0.5, 0.5]]
    """
    scaled = scores / np.float32(temperature)
    powers = np.exp(scaled - scaled.max(axis=-1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=-1, keepdims=True), dtype=np.float32)


def logistic(scores: Floats, temperature: float = 1.0) -> Floats:
    """The probability of a yes.

    >>> float(logistic(np.array([0.0], dtype=np.float32))[0])
    0.5
    """
    return np.asarray(1 / (1 + np.exp(-np.clip(scores / np.float32(temperature), -60, 60))), dtype=np.float32)


def best_labels(scores: Floats) -> npt.NDArray[np.int64]:
    """The best labels of [..., pieces, labels] scores: 0 outside, 2k+1 begins and 2k+2 goes on with the k-th name.

    An inside label may follow only its own beginning or inside. Several sequences are decoded side by side.

    >>> best_labels(np.array([[0, 1, 3], [0, 0, 2], [4, 0, 1]], dtype=np.float32)).tolist()
    [1, 2, 0]
    """
    lead, (size, count) = scores.shape[:-2], scores.shape[-2:]
    if not scores.size:
        return np.zeros((*lead, size), dtype=np.int64)
    rows = scores.reshape(-1, size, count)
    found = rows.argmax(axis=2)
    before = np.concatenate((np.zeros((len(rows), 1), dtype=np.int64), found[:, :-1]), axis=1)
    goes_on = (found > 0) & (found % 2 == 0)
    broken = (goes_on & (before != found) & (before != found - 1)).any(axis=1)
    if broken.any():  # elsewhere the best label of each piece is the best sequence too
        found[broken] = _best_sequences(rows[broken])
    return np.asarray(found.reshape(*lead, size), dtype=np.int64)


def _best_sequences(rows: Floats) -> npt.NDArray[np.int64]:
    """Viterbi over [rows, pieces, labels]: outside and beginnings may follow anything, an inside only what is of its name.

    Scores of sequences are told from the best one that ends a piece before, so that what may follow anything need not be summed up.
    """
    steps = np.ascontiguousarray(rows.transpose(1, 0, 2))
    begins, insides = steps[:, :, 1::2], steps[:, :, 2::2]
    free = np.concatenate((steps[:, :, :1], begins), axis=2)
    freely = free.max(axis=2)
    held = np.full(insides.shape, _NEVER, dtype=np.float32)  # the best sequence whose last label is this inside
    best = freely[0]
    for at in range(1, len(steps)):
        now = np.maximum(begins[at - 1], held[at - 1], out=held[at])
        now -= best[:, None]
        now += insides[at]
        best = np.maximum(freely[at], now.max(axis=1))
    name = held.argmax(axis=2)
    goes_on = np.take_along_axis(held, name[:, :, None], axis=2)[:, :, 0] > freely
    last = np.where(goes_on, 2 * name + 2, np.maximum(2 * free.argmax(axis=2) - 1, 0))  # of the best sequence that ends here
    grown = np.zeros(held.shape, dtype=np.bool_)  # whether an inside follows an inside, not a beginning
    grown[1:] = held[:-1] > begins[:-1]
    names = rows.shape[2] // 2
    found = np.empty(rows.shape[:2], dtype=np.int64)
    for row, sequence in enumerate(found):
        ends, grows = last[:, row].tolist(), grown[:, row].tobytes()  # single values of arrays take longer
        now = sequence[-1] = ends[-1]
        for at in range(len(ends) - 1, 0, -1):
            now = (now if grows[at * names + now // 2 - 1] else now - 1) if now and now % 2 == 0 else ends[at - 1]
            sequence[at - 1] = now
    return found


def together(scores: Sequence[Floats]) -> Floats:
    """Scores [..., pieces, labels] of windows in one array [windows, ..., pieces, labels]; what is beyond a window's end is outside.

    >>> together([np.zeros((1, 3), dtype=np.float32), np.zeros((2, 3), dtype=np.float32)]).shape
    (2, 2, 3)
    """
    if not scores:
        return np.zeros((0, 0, 1), dtype=np.float32)
    longest = max(one.shape[-2] for one in scores)
    whole = np.full((len(scores), *scores[0].shape[:-2], longest, scores[0].shape[-1]), _NEVER, dtype=np.float32)
    whole[..., 0] = 0
    for row, one in zip(whole, scores, strict=True):
        row[..., : one.shape[-2], :] = one
    return whole


def spans(chosen: npt.NDArray[np.int64], sure: Floats) -> list[Found]:
    """The spans of a sequence of labels, with the mean probability of their labels.

    >>> spans(np.array([1, 2, 0]), np.array([[0.0, 1.0, 0.0], [0.0, 0.5, 0.5], [1.0, 0.0, 0.0]], dtype=np.float32))
    [Found(first=0, end=2, name=0, p=0.75)]
    """
    begins = np.flatnonzero(chosen % 2 == 1).tolist()
    if not begins:
        return []
    found: list[Found] = []
    names = chosen.tolist()
    for first in begins:
        end = first + 1
        while end < len(names) and names[end] == names[first] + 1:
            end += 1
        p = sum(float(sure[at, names[at]]) for at in range(first, end)) / (end - first)
        found.append(Found(first, end, (names[first] - 1) // 2, p))
    return found


class Whole(NamedTuple):
    """How likely each span of a row of pieces is one as a whole: the logarithm is that of its first piece and that of its last, summed."""

    starts: Doubles
    ends: Doubles

    def p(self, first: int, end: int) -> float:
        """The probability that a span begins at the piece `first` and ends before the piece `end`."""
        return min(1.0, float(np.exp(self.starts[first] + self.ends[end - 1])))

    def likely(self, least: float) -> list[Found]:
        """The spans of at least so much, apart from one another: with half and more no two overlap, with less the likelier one stands."""
        bar = np.log(least)
        spans: list[tuple[int, int]] = []
        for first in np.flatnonzero(self.starts + np.maximum.accumulate(self.ends[::-1])[::-1] >= bar).tolist():
            spans += [(first, first + 1 + on) for on in np.flatnonzero(self.starts[first] + self.ends[first:] >= bar).tolist()]
        found: list[Found] = []
        for one in sorted((Found(*span, 0, self.p(*span)) for span in spans), key=lambda one: (-one.p, one)):
            if all(one.end <= other.first or other.end <= one.first for other in found):
                found.append(one)
        return sorted(found)


def whole(scores: Floats) -> list[Whole]:
    """For each row of [rows, pieces, 3] scores (outside, begins, goes on), how likely its spans are.

    A span is as likely as all sequences of labels together in which it begins and ends at these pieces; those in which something goes on
    that has not begun are left out (forward and backward sums: Rabiner, A tutorial on hidden Markov models, Proc. IEEE 77, 1989, III.A).
    What ends nobody knows where is a span in the best sequence, and here none is likely.

    >>> sure = np.array([[[0, 9, 0], [0, 0, 9], [9, 0, 0]]], dtype=np.float32)
    >>> torn = np.array([[[0, 9, 0], [1, 0, 1], [1, 0, 1.1]]], dtype=np.float32)
    >>> [(one.first, one.end) for one in whole(sure)[0].likely(0.5)], whole(torn)[0].likely(0.5)
    ([(0, 2)], [])
    """
    out, begins, inside = np.moveaxis(probabilities(scores).astype(np.float64), 2, 0)
    rows, size = out.shape
    before, closed = np.ones((2, rows, size + 1))  # of all up to a piece; of all from a piece on in which nothing goes on there
    within, going = np.zeros(rows), np.ones(rows)
    for at in range(size):
        within = before[:, at] * begins[:, at] + within * inside[:, at]
        before[:, at + 1] = within + before[:, at] * out[:, at]
    for at in range(size - 1, -1, -1):
        closed[:, at] = out[:, at] * closed[:, at + 1] + begins[:, at] * going
        going = closed[:, at] + inside[:, at] * going
    long = np.cumsum(np.log(np.maximum(inside, _LEAST)), axis=1)
    starts = np.log(np.maximum(before[:, :-1] * begins / before[:, -1:], _LEAST)) - long
    return [Whole(*row) for row in zip(starts, np.log(np.maximum(closed[:, 1:], _LEAST)) + long, strict=True)]


def triggers(scores: Floats, threshold: float, temperature: float) -> list[TriggerSpan]:
    """Trigger spans of [pieces, labels] scores: 0 outside, 1 goes on, 2 + k begins a trigger of the k-th type.

    A span is as likely a trigger as its likeliest piece is not outside: where "held talks" may begin at either word, neither begins it
    likely and yet "talks" is hardly outside. It starts where a piece begins one with `threshold`, or is in one rather than not; what stands
    before with less than half of that likelihood is no part of it. The type is the best of the piece that most likely begins one; `p` is
    the probability of the span and the type.

    >>> triggers(np.array([[0, 0, 9], [0, 5, 0], [5, 0, 0]], dtype=np.float32), 0.5, 1.0)[0][:3]
    (0, 2, 0)
    >>> held_talks = np.array([[2, 0, 0], [0, 3, 2], [9, 0, 0]], dtype=np.float32)
    >>> [(one[:3], one.p > 0.9) for one in triggers(held_talks, 0.5, 1.0)]
    [((1, 2, 0), True)]
    """
    sure = probabilities(scores, temperature)
    begins, inside = sure[:, 2:].sum(axis=1), 1 - sure[:, 0]
    found: list[TriggerSpan] = []
    goes_on = (sure[:, 1] >= sure[:, 0]) & (sure[:, 1] > begins)
    for at in np.flatnonzero((begins >= threshold) | (inside >= max(threshold, _RATHER))).tolist():
        if found and at < found[-1].end:
            continue
        end = at + 1
        while end < len(sure) and goes_on[end]:
            end += 1
        act = float(inside[at:end].max())
        first = next(piece for piece in range(at, end) if inside[piece] >= act / 2)
        named = first + int(begins[first:end].argmax())
        kinds = sure[named, 2:]
        found.append(TriggerSpan(first, end, int(kinds.argmax()), act * float(kinds.max() / kinds.sum()), named))
    return found
