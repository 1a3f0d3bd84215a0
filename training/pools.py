"""Which sources each phase of training reads, and how often."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from memcon.coder.pieces import Tokeniser
from training import annotated, corpora, local, silver, splits
from training.examples import Prepared, prepare

# How often each source is read: first all together at one rate, with what the rules read in texts without annotations (silver.py); then,
# on the way down to nothing, mostly our own annotations; then attributions once more, of which there is most to read; then our own
# three times more, as there came more of them. The marked relations are left out: their head is taught by itself (relating.py).
PHASES: dict[str, dict[str, float]] = {
    "1": {
        "windows": 2, "own": 2, "reports": 2, "polnear_rules": 1, "rules": 0.7, "examples": 3, "timeml": 0.5, "facts": 0.1,
        "arguments": 0.1,
    },
    "2": {"windows": 5, "own": 5, "reports": 5, "polnear": 1.3, "timeml": 0.25, "arguments": 0.1},
    "3": {"windows": 2, "own": 2, "reports": 2, "polnear": 3, "timeml": 0.15},
    "4": {"windows": 4, "own": 4, "reports": 4, "polnear": 1.2, "timeml": 0.2},
    "5": {"windows": 1.25, "own": 1.25, "reports": 1.7, "polnear": 0.35, "timeml": 0.06},
    "6": {"windows": 1.2, "own": 1.2, "reports": 2, "polnear": 0.4, "timeml": 0.1},
}  # fmt: skip
RATES = {"1": 1.5e-4, "2": 2.5e-4, "3": 1.8e-4, "4": 2.0e-4, "5": 1.6e-4, "6": 1.2e-4}
NEW = {"1": 6.0, "2": 4.0, "3": 4.0, "4": 4.0, "5": 4.0, "6": 4.0}  # how much faster than the trunk its new heads learn
FALLING = {"1": False, "2": True, "3": True, "4": True, "5": False, "6": True}
SEEDS = {"1": 20220305, "2": 20220306, "3": 20220306, "4": 20220307, "5": 20220308, "6": 20220309}


def texts(
    recipe: Mapping[str, float],
    data: Path,
    annotations: Path,
    tokeniser: Tokeniser,
    share: float = 1.0,
    read: Path | None = None,
    mentions: Path | None = None,
) -> dict[str, list[Prepared]]:
    """The training part of every source of a recipe, cut into pieces.

    `read` is the file of what the rules read, `mentions` that of other mentions of annotated parties (training.local).
    """
    known = local.load(mentions) if mentions is not None else {}
    found: dict[str, list[Prepared]] = {}
    for name in recipe:
        if name == "polnear":
            chosen = corpora.polnear(data, annotations)[0]
        elif name == "timeml":
            chosen = [one for one in corpora.timeml(data, annotations) if splits.part(one.name) == "train"]
        elif name == "facts":
            chosen = list(corpora.facts(data, annotations))
        elif name in ("polnear_rules", "rules", "examples"):
            if read is None:
                raise ValueError(f"{name} needs what the rules read (training.silver)")
            chosen = [one for one in silver.taught(silver.sources(name, data, annotations), read) if one.events is not None]
        else:
            chosen = annotated.training_part(name, data, annotations)
            if share < 1 and name != "arguments":
                chosen = [one for one in chosen if splits.fold("share " + one.name) < 100 * share]
            chosen = local.placed(chosen, known)
        found[name] = prepare(chosen, tokeniser)
    return found
