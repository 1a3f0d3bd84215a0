"""Which sources each phase of training reads, and how often."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from memcon.coder.pieces import Tokeniser
from training import corpora, splits
from training.examples import Prepared, prepare

# How often each source is read: first all together at one rate, then, on the way down to nothing, mostly our own annotations.
PHASES: dict[str, dict[str, float]] = {
    "1": {"windows": 3, "own": 3, "reports": 3, "polnear": 0.5, "timeml": 0.5, "facts": 0.15, "arguments": 0.15, "relations": 0.5},
    "2": {"windows": 5, "own": 5, "reports": 5, "polnear": 0.4, "timeml": 0.25, "arguments": 0.1},
}
RATES = {"1": 1.5e-4, "2": 2.5e-4}
NEW = {"1": 6.0, "2": 4.0}  # how much faster than the trunk its new heads learn
FALLING = {"1": False, "2": True}
STEPS = {"1": 900}  # a phase that is cut short: its sources are spread evenly, so each is read by that much less


def texts(
    recipe: Mapping[str, float], data: Path, annotations: Path, tokeniser: Tokeniser, share: float = 1.0
) -> dict[str, list[Prepared]]:
    """The training part of every source of a recipe, cut into pieces."""
    found: dict[str, list[Prepared]] = {}
    for name in recipe:
        if name == "polnear":
            chosen = corpora.polnear(data, annotations)[0]
        elif name == "timeml":
            chosen = [one for one in corpora.timeml(data, annotations) if splits.part(one.name) == "train"]
        elif name == "facts":
            chosen = list(corpora.facts(data, annotations))
        elif name == "relations":
            chosen = list(corpora.relations(data))
        else:
            from training import annotated

            chosen = annotated.training_part(name, data, annotations)
            if share < 1 and name != "arguments":
                chosen = [one for one in chosen if splits.fold("share " + one.name) < 100 * share]
        found[name] = prepare(chosen, tokeniser)
    return found
