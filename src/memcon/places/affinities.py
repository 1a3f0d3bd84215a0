"""How much each place in a report speaks for each other, many at once: `weighing.affinity` for all pairs (a test holds them together)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from .place import Candidate
from .weighing import EARTH_KM, IN_COUNTRY, IN_REGION, METONYM, NAMESAKES, NEAR_KM, NEARBY_DEGREES, SAME_COUNTRY, UNPLACED, is_metonym

Doubles = npt.NDArray[np.float64]
_PAIRS = 1_000_000
"""So many pairs are weighed at once: arrays of 8 MB each."""


class Affinities:
    """The places that the names of a report may mean, in groups: those of one name stand together."""

    def __init__(self, groups: Sequence[Sequence[Candidate]]) -> None:
        """No group is empty."""
        places = [place for group in groups for place in group]
        sizes = [len(group) for group in groups]
        self._starts = np.cumsum([0, *sizes[:-1]])
        self._group = np.repeat(np.arange(len(groups)), sizes)
        self._geonames = _numbers([place.geonames for place in places])
        self._country = _numbers([place.country for place in places])
        self._region = _numbers([place.region or None for place in places])
        self._is_country, self._is_region, self._unplaced, self._metonym = np.array(
            [(p.kind == "country", p.kind == "region", p.kind in UNPLACED or p.lat is None or p.lon is None, is_metonym(p)) for p in places]
        ).T
        self._worth = np.array([NAMESAKES.get(place.country or "", 1.0) for place in places])
        self._whole = np.where(self._is_country, IN_COUNTRY * self._worth, IN_REGION)
        lat, lon = np.radians([(place.lat or 0.0, place.lon or 0.0) for place in places]).T
        self._lat = np.degrees(lat)
        self._points = np.stack((np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)), axis=1)
        step = max(1, _PAIRS // len(places))
        self._parts = [slice(at, at + step) for at in range(0, len(places), step)]
        self._first = self._of(self._parts[0])

    def beside(self, weights: Sequence[float]) -> Doubles:
        """For each place the sum over all other names of what the meaning that speaks most for it adds: its affinity times its weight."""
        given = np.asarray(weights)
        found = np.zeros(len(given))
        for part in self._parts:
            pairs = self._first if part == self._parts[0] else self._of(part)
            best = np.maximum.reduceat(pairs * given, self._starts, axis=1)
            best[np.arange(len(best)), self._group[part]] = 0.0
            found[part] = best.sum(axis=1)
        return found

    def _of(self, part: slice) -> Doubles:
        """The affinities of some of the places to all, [places of the part, places]."""

        def same(of: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
            return np.asarray((of[part, None] == of) & (of >= 0))

        alike, of_region = same(self._country), same(self._region)
        pairs = np.where(alike, SAME_COUNTRY * self._worth, 0.0)
        near = ~self._unplaced[part, None] & ~self._unplaced & (np.abs(self._lat[part, None] - self._lat) <= NEARBY_DEGREES)
        rows, columns = near.nonzero()
        apart = self._points[part][rows] - self._points[columns]
        kilometres = 2 * EARTH_KM * np.arcsin(np.minimum(1.0, np.sqrt(np.einsum("ij,ij->i", apart, apart)) / 2))
        pairs[rows, columns] = np.maximum(
            pairs[rows, columns], np.where(self._metonym[columns], METONYM, 1.0) / (1.0 + (kilometres / NEAR_KM) ** 2)
        )
        country, region = self._is_country, self._is_region
        around = (alike & country[part, None] & ~country) | (of_region & region[part, None] & ~region)
        inside = (alike & country & ~country[part, None]) | (of_region & region & ~region[part, None])
        pairs = np.where(inside, self._whole, np.where(around, self._whole[part, None], pairs))
        return np.where(same(self._geonames), 0.0, pairs)


def _numbers(values: Sequence[str | int | None]) -> npt.NDArray[np.int64]:
    """One number for all that are alike, -1 for None."""
    known: dict[str | int, int] = {}
    return np.array([-1 if value is None else known.setdefault(value, len(known)) for value in values], dtype=np.int64)
