"""Conflict and cooperation on a scale from -10 to 10: PLOVER's scores and the values that go with CAMEO.

PLOVER: manual 0.9, "Numeric conflict/cooperation scores". Its table prints 3 for ACCUSE, though ACCUSE is verbal conflict and each of its
modes stands between -2 and -3.5: the sign is an error of the print. `plover_score` gives -3, `Score.printed` keeps the 3.

CAMEO: the scale after Goldstein 1992 (doi:10.1177/0022002792036002007) that its authors gave the codes; ICEWS scores 016, 022 and 164
otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from .tables import rows


@dataclass(frozen=True, slots=True)
class Score:
    """A value, the rule that gave it, and what the source prints where that is an error."""

    value: float
    rule: str
    printed: float | None = None


def plover_score(type: str, mode: str = "") -> Score | None:
    """PLOVER's score of a type and mode; the type's where the mode has none; None for what is no type of PLOVER.

    >>> plover_score("ACCUSE")
    Score(value=-3.0, rule='score.plover.sign_corrected', printed=3.0)
    >>> plover_score("CONSULT", "visit").value, plover_score("PROTEST", "vandalize").rule, plover_score("VOTE")
    (4.0, 'score.plover.type', None)
    """
    scores = _plover()
    if (type, mode) in scores:
        return scores[type, mode]
    of_type = scores.get((type, ""))
    return Score(of_type.value, "score.plover.type", of_type.printed) if of_type else None


def goldstein(code: str) -> float | None:
    """The value of a CAMEO code on the scale after Goldstein; None for what is no code.

    >>> goldstein("042"), goldstein("190"), goldstein("0874"), goldstein("9")
    (1.9, -10.0, 10.0, None)
    """
    return _cameo("goldstein").get(code)


def icews_intensity(code: str) -> float | None:
    """The value that ICEWS gives a CAMEO code.

    >>> icews_intensity("016"), goldstein("016")
    (-5.0, -2.0)
    """
    return _cameo("icews").get(code, goldstein(code))


@cache
def _plover() -> dict[tuple[str, str], Score]:
    found = {}
    for row in rows("plover"):
        if row["score"]:
            printed = float(row["printed"]) if row["printed"] else None
            rule = "score.plover" if printed is None else "score.plover.sign_corrected"
            found[row["type"], row["mode"]] = Score(float(row["score"]), rule, printed)
    return found


@cache
def _cameo(column: str) -> dict[str, float]:
    return {row["code"]: float(row[column]) for row in rows("cameo") if row[column]}
