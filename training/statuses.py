"""Teach the status head anew over the trunk at rest, on more than our own annotations, and put it into exported weights.

python -m training.statuses --data DATA [--annotations FOLDER] [--weights FOLDER]

Our own triggers tell one status each; FactBank and the UW set tell which statuses a score leaves open, MEANTIME which a class stands for,
and the loss is that of any of these (the logarithm of their summed probabilities). Within what a score leaves open the rules' status
counts ten times the others, so that the head learns from them what a score does not tell: planned from possible. Of our own texts only
the training parts are read. The trunk has been trained on these, so that its states there are surer than elsewhere: dropout on the states,
and texts of others, keep the head from leaning on that. Several heads, a seed each, are joined into one with the mean of their scores.

The head goes into `heads.npz` in the scale of the temperature that `about.json` has for the old one, which therefore stays as it is.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
import torch.nn.functional as F
from benchmarks import status as benchmark
from torch import nn

from memcon.coder import Coder, CoderError, coder
from memcon.coder.decoding import Floats, probabilities
from memcon.coder.heads import SLOPE, Judging
from memcon.coder.labels import labels
from memcon.coder.session import ABOUT, FOLDER
from memcon.reading.parse.sentences import sentences
from training import annotated, corpora
from training.calibrate import temperature
from training.export import with_heads
from training.model import PAIR, WIDTH
from training.train import SEED

MEMBERS = 4  # heads that are joined
EPOCHS, BATCH, RATE, DECAY = 4, 128, 1e-3, 0.02
DROPOUT, HIDE = 0.4, 0.3  # of the hidden units, and of the states that the head is given
LIKELY = 0.1  # what a status counts that a score leaves open and the rules do not name
SHARES = {"own": 1.0, "facts": 0.5, "meantime": 2.0}  # how much an example of a source weighs
REPEATED = 3  # times that MEANTIME is read in an epoch
RARE = 0.5  # the weight of a class falls with its frequency to this power
FACT = {"happened": 2.5, "denied": -2.0}  # scores from which a fact is one, in either direction
OPEN = (-0.5, 2.0)  # scores between are of what is possible, planned or offered


@dataclass(frozen=True, slots=True)
class Example:
    """A word whose status is known or narrowed down.

    `own` and `context` [width] are what the head sees of it, `allowed` [statuses] what each status counts, `kind` the class by which rare
    ones weigh more, `source` where it is from and `part` its topic or text.
    """

    own: Floats
    context: Floats
    allowed: Floats
    kind: str
    source: str
    part: str


class Known(NamedTuple):
    """A word of a text with the statuses that are left open and its class."""

    start: int
    end: int
    open: tuple[str, ...]
    kind: str


def counts(names: Iterable[str], likely: str = "") -> Floats:
    """What each status counts: 1 for those of `names`, less for all but the `likely` one where it is among them.

    >>> counts(("planned", "possible"), "planned").round(1).tolist()
    [0.0, 0.0, 1.0, 0.0, 0.1, 0.0]
    """
    chosen = set(names)
    rest = LIKELY if likely in chosen else 1.0
    return np.array([(1.0 if name == likely else rest) * (name in chosen) for name in labels().statuses], dtype=np.float32)


def left_open(score: float) -> tuple[str, ...]:
    """The statuses that a factuality from -3 to 3 leaves open, none where it says too little; what is sure to come is a fact there too.

    >>> left_open(3.0), left_open(-3.0), left_open(-1.0)
    (('happened', 'ongoing', 'planned', 'offered'), ('denied',), ())
    """
    if score >= FACT["happened"]:
        return "happened", "ongoing", "planned", "offered"
    if score <= FACT["denied"]:
        return ("denied",)
    return ("planned", "offered", "possible") if OPEN[0] <= score <= OPEN[1] else ()


def own(reader: Coder, data: Path, annotations: Path, part: str = "train") -> Iterator[Example]:
    """The annotated triggers of one part of our own texts."""
    for name in ("windows", "own", "reports"):
        for one in annotated.training_part(name, data, annotations, part):
            words = [
                Known(span[0], span[1], (event["status"],), benchmark.CLASS_OF[event["status"]])
                for event in one.events or []
                if event.get("status")
                for span in event["triggers"]
            ]
            yield from _examples(reader, one.text, sentences(one.text), words, [""] * len(words), "own", one.name)


def facts(reader: Coder, data: Path, annotations: Path) -> Iterator[Example]:
    """The scored words of FactBank and the UW set, with the rules' word on what the score leaves open."""
    kinds = {3.0: "happened", -3.0: "denied", 0.0: "possible"}
    for one in corpora.facts(data, annotations):
        words = []
        for start, end, score in one.facts:
            names = left_open(score)
            if names:
                words.append(Known(start, end, names, kinds[3.0 if "happened" in names else -3.0 if "denied" in names else 0.0]))
        if words:
            likely = benchmark.read_by_rules(one.text, [(word.start, word.end) for word in words])
            yield from _examples(reader, one.text, [(0, len(one.text))], words, [told.value for told in likely], "facts", one.name)


def meantime(reader: Coder, mentions: Sequence[benchmark.Mention]) -> Iterator[Example]:
    """The mentions of MEANTIME, each with the statuses of its class."""
    for text in benchmark.texts(mentions):
        words = [Known(one.start, one.end, benchmark.STATUSES[one.gold], one.gold) for one in text]
        yield from _examples(reader, text[0].text, text[0].sentences, words, [""] * len(words), "meantime", text[0].topic)


def _examples(
    reader: Coder, text: str, cut: Sequence[tuple[int, int]], words: Sequence[Known], likely: Sequence[str], source: str, part: str
) -> Iterator[Example]:
    if not words:
        return
    states, context, known = reader.states(text, cut, [(word.start, word.end) for word in words])
    for at, (word, told) in enumerate(zip(words, likely, strict=True)):
        if known[at]:
            yield Example(states[at], context[at], counts(word.open, told), word.kind, source, part)


class Head(nn.Module):
    """The status head while it is taught: `training.model.Judging` with dropout on what it is given."""

    def __init__(self) -> None:
        super().__init__()
        self.own = nn.Linear(WIDTH, PAIR)
        self.around = nn.Linear(WIDTH, PAIR, bias=False)
        self.out = nn.Linear(PAIR, len(labels().statuses))
        self.dropout, self.hide = nn.Dropout(DROPOUT), nn.Dropout(HIDE)

    def forward(self, own: torch.Tensor, around: torch.Tensor) -> torch.Tensor:
        """Scores [n, statuses]."""
        mixed = self.own(self.hide(own)) + self.around(self.hide(around))
        return self.out(self.dropout(F.leaky_relu(mixed, float(SLOPE))))


def weights(examples: Sequence[Example]) -> Floats:
    """How much each example weighs: its source's share, more for the rarer classes of a source; one in the mean."""
    found = np.ones(len(examples), dtype=np.float32)
    for source, share in SHARES.items():
        kinds = [one.kind if one.source == source else "" for one in examples]
        size = sum(map(bool, kinds))
        often = {kind: max(kinds.count(kind) / size, 0.01) for kind in set(kinds) - {""}}
        for at, kind in enumerate(kinds):
            if kind:
                found[at] = share * often[kind] ** -RARE
    return np.asarray(found / found.mean(), dtype=np.float32)


def learn(examples: Sequence[Example], members: int = MEMBERS) -> dict[str, Floats]:
    """The arrays of a status head (`memcon.coder.heads.Judging`) taught on the examples; the same examples give the same head."""
    chosen = [one for one in examples for _ in range(REPEATED if one.source == "meantime" else 1)]
    own_states, around, allowed = (
        torch.from_numpy(np.stack(parts)) for parts in zip(*((one.own, one.context, one.allowed) for one in chosen), strict=True)
    )
    allowed = torch.log(allowed + 1e-9)
    weight = torch.from_numpy(weights(chosen))
    heads = []
    for member in range(members):
        torch.manual_seed(SEED + member)
        head = Head()
        optimiser = torch.optim.AdamW(head.parameters(), lr=RATE, weight_decay=DECAY)
        steps = EPOCHS * -(-len(chosen) // BATCH)
        step = 0
        for _ in range(EPOCHS):
            for at in torch.randperm(len(chosen)).split(BATCH):
                for group in optimiser.param_groups:
                    group["lr"] = RATE * min(1.0, (step + 1) / 30) * (1 - step / steps)
                sure = F.log_softmax(head(own_states[at], around[at]), dim=-1)
                loss = -(torch.logsumexp(sure + allowed[at], dim=-1) * weight[at]).mean()
                optimiser.zero_grad(set_to_none=True)
                loss.backward()
                optimiser.step()
                step += 1
        heads.append({name: np.asarray(value.detach().numpy()) for name, value in head.state_dict().items()})
    return joined(heads)


def joined(heads: Sequence[dict[str, Floats]]) -> dict[str, Floats]:
    """One head with the hidden units of all, whose scores are the mean of theirs."""
    found = {name: np.concatenate([head[name] for head in heads]) for name in ("own.weight", "own.bias", "around.weight")}
    found["out.weight"] = np.concatenate([head["out.weight"] for head in heads], axis=1) / np.float32(len(heads))
    found["out.bias"] = np.stack([head["out.bias"] for head in heads]).mean(axis=0)
    return {f"status.{name}": value for name, value in found.items()}


def scores(arrays: dict[str, Floats], examples: Sequence[Example]) -> Floats:
    """The scores [examples, statuses] of a head."""
    head = Judging.of(arrays, "status")
    return head.scores(np.stack([one.own for one in examples]), np.stack([one.context for one in examples]))


def by_folds(reader: Coder, mentions: Sequence[benchmark.Mention], data: Path, annotations: Path) -> Floats:
    """The probabilities [mentions, statuses] that heads give which were taught without the topic of the mention."""
    torch.set_num_threads(1)  # so small a head is slower on two
    elsewhere = [*own(reader, data, annotations), *facts(reader, data, annotations)]
    ours = list(meantime(reader, mentions))
    found = np.zeros((len(mentions), len(labels().statuses)), dtype=np.float32)
    for topic in sorted({one.topic for one in mentions}):
        head = Judging.of(learn([*elsewhere, *(one for one in ours if one.part != topic)]), "status")
        for text in benchmark.texts(mentions):
            if text[0].topic == topic:
                states, context, known = reader.states(text[0].text, text[0].sentences, [(one.start, one.end) for one in text])
                found[[one.number for one in text]] = probabilities(head.scores(states, context)) * known[:, None]
    return found


def heated(arrays: dict[str, Floats], heat: float, kept: float) -> dict[str, Floats]:
    """The head with its last layer in the scale of the temperature `kept`, where `heat` would be its own."""
    return {name: value * np.float32(kept / heat) if ".out." in name else value for name, value in arrays.items()}


def fitted(arrays: dict[str, Floats], dev: Sequence[Example]) -> float:
    """The temperature of a head on triggers whose status is known."""
    gold = torch.tensor([int(one.allowed.argmax()) for one in dev])
    return temperature(torch.from_numpy(scores(arrays, dev)), gold)


def main(arguments: Sequence[str] | None = None) -> None:
    """The command."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--annotations", type=Path, default=Path("annotations"))
    options.add_argument("--weights", type=Path, default=FOLDER, help="folder of exported weights, whose status head is replaced")
    chosen = options.parse_args(arguments)
    torch.set_num_threads(1)
    try:
        reader = coder(chosen.weights)
    except CoderError as problem:
        raise SystemExit(str(problem)) from problem
    mentions = benchmark.mentions(chosen.data / "time/meantime")
    examples = [*own(reader, chosen.data, chosen.annotations), *facts(reader, chosen.data, chosen.annotations), *meantime(reader, mentions)]
    arrays = learn(examples)
    dev = list(own(reader, chosen.data, chosen.annotations, "dev"))
    heat = fitted(arrays, dev)
    right = float(np.mean([one.allowed[at] > 0 for one, at in zip(dev, scores(arrays, dev).argmax(axis=1), strict=True)]))
    kept = json.loads((chosen.weights / ABOUT).read_text("utf-8")).get("temperature", {}).get("status", 1.0)
    with_heads(chosen.weights, heated(arrays, heat, kept))
    print(
        json.dumps(
            {"examples": dict(Counter(one.source for one in examples)), "temperature": heat, "dev": len(dev), "right": round(right, 3)}
        )
    )


if __name__ == "__main__":
    main()
