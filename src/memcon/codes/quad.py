"""The four classes that analysts fold event types into: verbal and material cooperation, verbal and material conflict."""

from __future__ import annotations

from functools import cache

from .tables import rows

NAMES = {1: "verbal cooperation", 2: "material cooperation", 3: "verbal conflict", 4: "material conflict"}
# Last root code of each class (GDELT codebook 2.0, QuadClass; Schrodt and Yonamine 2013).
_LAST_ROOT = ((5, 1), (8, 2), (13, 3), (20, 4))


def quad(type: str) -> int | None:
    """The class of a PLOVER type, 1 to 4; None for a type that PLOVER does not have.

    SANCTION is material conflict, as its section in the manual and POLECAT have it; the manual's summary table says verbal.

    >>> quad("CONSULT"), quad("AID"), quad("ACCUSE"), quad("SANCTION"), quad("VOTE")
    (1, 2, 3, 4, None)
    """
    return _classes().get(type)


def quad_of_cameo(code: str) -> int | None:
    """The class of a CAMEO code by its root, as in GDELT; None for what is no code.

    >>> quad_of_cameo("042"), quad_of_cameo("0874"), quad_of_cameo("138"), quad_of_cameo("190"), quad_of_cameo("99")
    (1, 2, 3, 4, None)
    """
    root = code[:2]
    if not (root.isascii() and root.isdigit()) or int(root) < 1:
        return None
    return next((number for last, number in _LAST_ROOT if int(root) <= last), None)


@cache
def _classes() -> dict[str, int]:
    return {row["type"]: int(row["quad"]) for row in rows("plover")}
