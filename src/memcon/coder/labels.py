"""The labels of the encoder's heads, in the order of their weights."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from memcon.ontology.codebook import codebook

LAYERS = ("source", "cue", "content")
TIMES = ("DATE", "TIME", "DURATION", "SET")
# What stands around a trigger: layers of labels that shut each other out within a layer.
PARTIES = ("actor", "recipient", "companion", "interpreter", "requested_by", "coordinated_with", "beneficiary")
SETTING = ("when", "where")
TELLING = ("source",)
MATTER = ("about", "purpose")
AROUND = (PARTIES, SETTING, TELLING, MATTER)
# What one party does to another in a sentence: PLOVER's roots, concessions in words and deeds as one (ROOTS of the marked relations).
ROOTS = (
    "ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONSULT", "COOPERATE", "MOBILIZE", "PROTEST", "REJECT", "REQUEST", "SANCTION",
    "SUPPORT", "THREATEN", "YIELD",
)  # fmt: skip
DISTANCES = (0, 1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128)


@dataclass(frozen=True, slots=True)
class Labels:
    """`types` in order, `modes` as (type, mode) pairs with "" for no mode, `statuses`."""

    types: tuple[str, ...]
    modes: tuple[tuple[str, str], ...]
    statuses: tuple[str, ...]


@cache
def labels() -> Labels:
    """The labels of this version's codebook.

    >>> labels().types[0], labels().modes[:2], len(labels().statuses)
    ('CONSULT', (('CONSULT', ''), ('CONSULT', 'meeting')), 6)
    """
    known = codebook()
    modes = tuple((kind, mode) for kind, named in known.types.items() for mode in ("", *named))
    return Labels(tuple(known.types), modes, known.statuses)


def bio(names: tuple[str, ...]) -> int:
    """How many labels a layer of begin, inside and outside has; outside is 0, begin 1, 3, ..., inside 2, 4, ....

    >>> bio(("when", "where"))
    5
    """
    return 2 * len(names) + 1


def bucket(distance: int) -> int:
    """The number of a signed distance among the steps that the heads tell apart, 0 to 29.

    >>> bucket(0), bucket(1), bucket(-1), bucket(500), bucket(-500)
    (0, 1, 16, 14, 29)
    """
    steps = max(number for number, least in enumerate(DISTANCES) if least <= abs(distance))
    return steps + len(DISTANCES) if distance < 0 else steps
