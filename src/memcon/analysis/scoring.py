"""How well records hold against annotations, and how far two coders agree.

Events are paired one to one where their triggers meet (see `pairing`). Then:

- `found`: an event is there at all; precision, recall and F1;
- `typed`: its type is right, too;
- `who-whom`: its actors and recipients, too;
- `record`: its status, day, country and sources, too (rightly saying none counts);
- `fields`: the share of paired events that have a field right;
- `stated`: F1 over what is stated of paired events: silence earns nothing;
- `kappa`: Cohen's kappa of type and of status over paired events, agreement beyond what chance would give.

Of two coders F1 is the agreement: it is the same whichever of them is held to be right. Each figure has a 95 % interval, by the
bootstrap: reports are drawn anew with replacement, for events of one report err together.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .annotations import Annotated, AnnotationError, annotated
from .likeness import FIELDS, STATED, Told
from .pairing import paired

LEVELS = ("found", "typed", "who-whom", "record")
KAPPA = ("type", "status")
DRAWS = 1000
_RECORD = ("status", "when", "where", "sources")
_TAIL = 0.025
Counted = Counter[tuple[str, ...]]
Figures = dict[tuple[str, ...], float | None]


@dataclass(frozen=True, slots=True)
class Score:
    """The figures over all reports, their 95 % intervals (None with fewer than two reports), and each report's F1 by level."""

    events: dict[str, int]
    figures: Figures
    intervals: dict[tuple[str, ...], tuple[float, float] | None]
    reports: dict[str, dict[str, float]]
    missing: tuple[str, ...] = ()
    second_coder: bool = False

    def as_object(self) -> dict[str, Any]:
        """As JSON: figures by level and field, `intervals` of the same shape with [low, high]."""
        intervals = {key: list(value) if value else None for key, value in self.intervals.items()}
        return {
            "events": self.events,
            **_nested(self.figures),
            "intervals": _nested(intervals),
            "reports": self.reports,
            "missing": list(self.missing),
            "second_coder": self.second_coder,
        }


def evaluate(gold: Path, predicted: Path, draws: int = DRAWS, seed: int = 0) -> Score:
    """The records NAME.json of a folder (or a second coder's annotations) against the annotations NAME.json of another.

    AnnotationError says which file is not sound.
    """
    return score(annotated(gold, predicted), draws, seed)


def score(reports: Iterable[Annotated], draws: int = DRAWS, seed: int = 0) -> Score:
    """Reports scored together. The same seed gives the same intervals.

    >>> event = {"type": "AID", "status": "happened", "triggers": [{"start": 0, "end": 4}]}
    >>> both = [Annotated("a", [event], [event]), Annotated("b", [event, event], [])]
    >>> made = score(both)
    >>> made.figures["found", "precision"], round(made.figures["found", "recall"], 2), made.intervals["found", "recall"]
    (1.0, 0.33, (0.0, 1.0))
    """
    counts, names, missing, second = [], [], [], False
    for one in reports:
        try:
            counts.append(counted(one.right, one.guesses))
        except (KeyError, TypeError, AttributeError) as error:
            raise AnnotationError(f"{one.name}: an event is not as the contract has it ({type(error).__name__}: {error})") from error
        names.append(one.name)
        missing += [one.name] if one.missing else []
        second = second or one.second_coder
    total = _sum((count, 1) for count in counts)
    known = figures(total)
    each = {name: {level: figures(count)[level, "f1"] or 0.0 for level in LEVELS} for name, count in zip(names, counts, strict=True)}
    events = {name: total[name,] for name in ("gold", "predicted", "pairs")}
    return Score(events, known, _intervals(counts, known, draws, seed), each, tuple(missing), second)


def counted(right: Sequence[Told], guesses: Sequence[Told]) -> Counted:
    """What is counted of one report: events, pairs, and what is right of each pair."""
    pairs = paired(right, guesses)
    found: Counted = Counter({("gold",): len(right), ("predicted",): len(guesses), ("pairs",): len(pairs)})
    for one, other in pairs:
        agreed = {name: bool(check(one, other)) for name, check in FIELDS.items()}
        found.update(("field", name) for name, good in agreed.items() if good)
        found.update(("level", name) for name in _levels(agreed))
        for name, said in STATED.items():
            ours, theirs = bool(said(one)), bool(said(other))
            marks = {"gold": ours, "predicted": theirs, "right": ours and theirs and agreed[name]}
            found.update(("stated", name, mark) for mark, holds in marks.items() if holds)
        found.update(("label", name, str(one[name]), str(other.get(name))) for name in KAPPA)
    return found


def figures(count: Counted) -> Figures:
    """The figures that counts give: (level, measure), ("fields", field), ("stated", field) and ("kappa", field)."""
    made: Figures = {}
    for level in LEVELS:
        measures = rates(count["level", level], count["predicted",], count["gold",])
        made |= {(level, name): value for name, value in measures.items()}
    pairs = count["pairs",]
    made |= {("fields", name): count["field", name] / pairs if pairs else 0.0 for name in FIELDS}
    for name in STATED:
        right, predicted, gold = (count["stated", name, mark] for mark in ("right", "predicted", "gold"))
        made["stated", name] = rates(right, predicted, gold)["f1"]
    for name in KAPPA:
        made["kappa", name] = kappa({key[2:4]: number for key, number in count.items() if key[:2] == ("label", name)})
    return made


def rates(right: int, predicted: int, gold: int) -> dict[str, float]:
    """Precision, recall and F1.

    >>> rates(1, 2, 4)
    {'precision': 0.5, 'recall': 0.25, 'f1': 0.3333333333333333}
    """
    precision, recall = right / predicted if predicted else 0.0, right / gold if gold else 0.0
    return {"precision": precision, "recall": recall, "f1": 2 * precision * recall / (precision + recall) if right else 0.0}


def kappa(table: Mapping[tuple[str, ...], int]) -> float | None:
    """Cohen's kappa of pairs of labels with their numbers; None where chance alone would agree always, or there are no pairs.

    >>> kappa({("a", "a"): 20, ("a", "b"): 5, ("b", "a"): 10, ("b", "b"): 15})
    0.4
    """
    total = sum(table.values())
    ours: Counter[str] = Counter()
    theirs: Counter[str] = Counter()
    for (one, other), number in table.items():
        ours[one] += number
        theirs[other] += number
    by_chance = sum(ours[label] * theirs[label] for label in ours)  # out of total squared
    if total == 0 or by_chance == total * total:
        return None
    agreed = sum(number for (one, other), number in table.items() if one == other)
    return (agreed * total - by_chance) / (total * total - by_chance)


def _levels(agreed: Mapping[str, bool]) -> list[str]:
    """The levels that a pair reaches, each only with those before it."""
    reached = [True, agreed["type"], agreed["parties"], all(agreed[name] for name in _RECORD)]
    return [level for at, level in enumerate(LEVELS) if all(reached[: at + 1])]


def _intervals(counts: Sequence[Counted], known: Figures, draws: int, seed: int) -> dict[tuple[str, ...], tuple[float, float] | None]:
    drawn: dict[tuple[str, ...], list[float]] = {key: [] for key in known}
    if len(counts) > 1:
        chance = random.Random(seed)
        for _ in range(draws):
            numbers = Counter(chance.choices(range(len(counts)), k=len(counts)))
            again = figures(_sum((counts[at], times) for at, times in numbers.items()))
            for key, value in again.items():
                if value is not None:
                    drawn[key].append(value)
    return {key: (_quantile(values, _TAIL), _quantile(values, 1 - _TAIL)) if values else None for key, values in drawn.items()}


def _sum(counts: Iterable[tuple[Counted, int]]) -> Counted:
    total: Counted = Counter()
    for count, times in counts:
        for key, number in count.items():
            total[key] += number * times
    return total


def _quantile(values: Sequence[float], share: float) -> float:
    ordered = sorted(values)
    place = share * (len(ordered) - 1)
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)


def _nested(flat: Mapping[tuple[str, ...], object]) -> dict[str, dict[str, object]]:
    made: dict[str, dict[str, object]] = {}
    for (part, name), value in flat.items():
        made.setdefault(part, {})[name] = value
    return made
