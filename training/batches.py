"""Windows as tensors: what one training step is given, on whichever device."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields

import numpy as np
import torch
from torch import Tensor
from torch.utils.data import IterableDataset, get_worker_info

from memcon.coder.labels import AROUND
from memcon.coder.pieces import Tokeniser
from training.examples import IGNORE, Prepared, Window, cut

PADDING = -2  # the number of the sentence of what is beyond a window's end
BUFFER = 8  # batches among which windows of like length are put together


@dataclass(slots=True)
class Batch:
    """Windows side by side.

    `ids`, `shapes`, `sentences` and `happenings` [windows, pieces]; `tags` [windows, layers, pieces]; `triggers` [n, 6] have row, first and
    last piece, type, mode and status, `around` [n, layers, pieces] the labels of what stands around them; `links` [n, 7] have row, layer,
    first and last piece of cue and span, and whether they belong together; `facts` [n, 2] have row and piece, `scores` [n] how factual.
    """

    ids: Tensor
    shapes: Tensor
    sentences: Tensor
    tags: Tensor
    happenings: Tensor
    triggers: Tensor
    around: Tensor
    links: Tensor
    facts: Tensor
    scores: Tensor

    @property
    def known(self) -> Tensor:
        """Which pieces are a window's own and not padding."""
        return self.sentences != PADDING

    @property
    def hidden(self) -> Tensor:
        """What is added to attention [windows, 1, 1, pieces]: nothing, or a large negative number for padding."""
        return torch.zeros(self.ids.shape, device=self.ids.device).masked_fill(~self.known, -1e4)[:, None, None]

    def to(self, device: torch.device) -> Batch:
        """The same on another device."""
        return Batch(*(getattr(self, one.name).to(device, non_blocking=True) for one in fields(self)))


def batch(chosen: Sequence[Window]) -> Batch:
    """Pad windows to the longest."""
    size = max(len(one.ids) for one in chosen)
    shape = (len(chosen), size)
    ids, shapes = np.zeros((2, *shape), dtype=np.int64)
    sentences = np.full(shape, PADDING, dtype=np.int64)
    happenings = np.full(shape, IGNORE, dtype=np.int64)
    tags = np.full((len(chosen), 5, size), IGNORE, dtype=np.int64)
    for row, one in enumerate(chosen):
        n = len(one.ids)
        ids[row, :n], shapes[row, :n], sentences[row, :n], happenings[row, :n] = one.ids, one.shapes, one.sentences, one.happenings
        tags[row, :, :n] = one.tags
    told = [(row, t) for row, one in enumerate(chosen) for t in one.triggers]
    around = np.full((len(told), len(AROUND), size), IGNORE, dtype=np.int64)
    for at, (_, t) in enumerate(told):
        around[at, :, : t.around.shape[1]] = t.around
    facts = [(row, at, score) for row, one in enumerate(chosen) for at, score in one.facts]
    linked = [(row, *link) for row, one in enumerate(chosen) for link in one.links]
    return Batch(
        torch.from_numpy(ids),
        torch.from_numpy(shapes),
        torch.from_numpy(sentences),
        torch.from_numpy(tags),
        torch.from_numpy(happenings),
        _rows([(row, t.first, t.last, t.kind, t.mode, t.status) for row, t in told], 6),
        torch.from_numpy(around),
        _rows(linked, 7),
        _rows([(row, at) for row, at, _ in facts], 2),
        torch.tensor([score for _, _, score in facts]),
    )


def _rows(values: Sequence[tuple[int, ...]], width: int) -> Tensor:
    return torch.tensor(values, dtype=torch.long).reshape(-1, width)


class Stream(IterableDataset[Batch]):
    """Batches without end: each source comes in proportion to its length and how often it is read, its texts packed anew each time."""

    def __init__(self, sources: Sequence[tuple[Sequence[Prepared], float]], tokeniser: Tokeniser, tokens: int, seed: int) -> None:
        """`sources` are texts and how often each is read; `tokens` the pieces of a batch, padding included."""
        self._sources = [(texts, times) for texts, times in sources if texts and times > 0]
        self._tokeniser, self._tokens, self._seed = tokeniser, tokens, seed

    def __iter__(self) -> Iterator[Batch]:
        """The batches of this process: it reads its own share of the texts."""
        mine = get_worker_info()
        number, of = (mine.id, mine.num_workers) if mine else (0, 1)
        chance = random.Random(1000 * self._seed + number)
        shares = [texts[number::of] or texts for texts, _ in self._sources]
        weights = [times * sum(len(one.pieces) for one in texts) for texts, times in self._sources]
        mean = [sum(len(one.pieces) for one in texts) / len(texts) for texts, _ in self._sources]
        turns = [_turns(share, chance) for share in shares]
        waiting: list[Window] = []
        while True:
            (turn,) = chance.choices(turns, [weight / size for weight, size in zip(weights, mean, strict=True)])
            waiting += [one for one in cut(next(turn), self._tokeniser, chance) if len(one.ids) > 4]
            if sum(len(one.ids) for one in waiting) >= BUFFER * self._tokens:
                ready = packed(waiting, self._tokens, chance)
                waiting = ready.pop()
                yield from map(batch, ready)


def _turns(texts: Sequence[Prepared], chance: random.Random) -> Iterator[Prepared]:
    while True:
        yield from chance.sample(texts, len(texts))


def packed(windows: list[Window], tokens: int, chance: random.Random) -> list[list[Window]]:
    """Windows of like length together in batches of at most `tokens` pieces with padding, in random order."""
    windows.sort(key=lambda one: len(one.ids) + chance.random() * 16)
    found: list[list[Window]] = [[]]
    longest = 0
    for one in windows:
        longest = max(longest, len(one.ids))
        if found[-1] and (len(found[-1]) + 1) * longest > tokens:
            found.append([])
            longest = len(one.ids)
        found[-1].append(one)
    chance.shuffle(found)
    return found


def steps(sources: Sequence[tuple[Sequence[Prepared], float]], tokens: int) -> int:
    """How many batches it takes to read every source as often as it says (padding takes about a tenth)."""
    return max(1, round(sum(times * sum(len(one.pieces) for one in texts) for texts, times in sources) / (0.9 * tokens)))
