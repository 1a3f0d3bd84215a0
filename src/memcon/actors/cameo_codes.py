"""CAMEO actor codes ("USAGOV", "NGOHRI") -> state and PLOVER sector."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from .row_form import country_code
from .tables import rows

_PRIMARY = frozenset(("IGO", "NGO", "NGM", "IMG", "MNC", "INT"))


@dataclass(frozen=True, slots=True)
class Told:
    """What a code tells; `first` is its leading part if that says what kind of actor it is (IGO, NGO, MNC, IMG, INT)."""

    country: str | None
    sector: str | None
    first: str | None

    @property
    def place(self) -> bool:
        """Whether the code is of a state or region and nothing more."""
        return self.sector is None


@cache
def _parts() -> dict[str, dict[str, str]]:
    return {row["code"]: row for row in rows("cameo_codes")}


def told_by(code: str) -> Told | str:
    """State and sector of an actor code: the last state and the first sector in it; the part that is not known, where there is one.

    Past the first sector, parts in digits and those not known (names of organisations, subdivisions of religions) tell nothing more.

    >>> told_by("AFGGOVMIL"), told_by("NGOUSAHRI"), told_by("XQZGOV")
    (Told(country='AFG', sector='GOV', first=None), Told(country='USA', sector='NGO', first='NGO'), 'XQZ')
    """
    country: str | None = None
    sector: str | None = None
    parts = [code[at : at + 3] for at in range(0, len(code), 3)]
    for part in parts:
        row = _parts().get(part)
        if row is not None:
            country = row["country"] or country
            sector = sector or row["sector"] or None
        elif state := country_code(part) if len(part) == 3 else None:
            country = state
        elif sector is None:
            return part
    return Told(country, sector, parts[0] if parts and parts[0] in _PRIMARY else None)
