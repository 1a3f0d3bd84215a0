"""Which sources each training reads, and how often."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from memcon.coder.pieces import Tokeniser
from training import annotated, corpora, local, silver, splits
from training.examples import Prepared, prepare

TEACHERS = 2


@dataclass(frozen=True, slots=True)
class Recipe:
    """One training: how often each source is read, the rate (`faster` times that for new parts; it falls to nothing), the pieces of a
    batch, and what the teachers' word counts beside the annotations."""

    reads: Mapping[str, float]
    rate: float
    faster: float
    tokens: int
    taught: float = 0.0


# Half as often again as the teachers of the package's weights read: held-out windows are typed at .635 in place of .605 (decision 15).
TEACHER = Recipe(
    {"windows": 12.6, "own": 12.6, "reports": 18.9, "polnear": 9.45, "timeml": 1.5, "facts": 0.6, "arguments": 0.6}, 1.2e-4, 10.0, 4096
)
STUDENT = Recipe(
    {"windows": 18, "own": 18, "reports": 27, "polnear": 13.5, "plain": 11.3, "timeml": 0.6, "facts": 0.2, "arguments": 0.2},
    6e-4, 3.0, 8192, 1.0,
)  # fmt: skip
# By the annotations alone, on a CPU: begun with what the rules read in texts without annotations.
ALONE = Recipe(
    {"windows": 9, "own": 7, "reports": 12, "polnear": 6, "rules": 0.5, "examples": 2, "timeml": 0.5, "facts": 0.1, "arguments": 0.1},
    3e-4, 5.0, 2048,
)  # fmt: skip


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
        elif name == "plain":
            chosen = silver.plain(data, annotations)
        elif name in silver.NAMES:
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
