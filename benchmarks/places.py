"""Places on LGL (588 articles of local news): `python -m benchmarks.places PATH/lgl.xml` prints its figures as JSON.

Every gold toponym with coordinates is resolved from its words, the other toponyms of its article and the countries that these name; it is
right within 161 km. `within_all` counts names not found as wrong, `within_found` leaves them out. `population` is what picking the most
populous place gives with the same gazetteer.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from memcon.places import Place, gazetteer
from memcon.places.weighing import kilometres

NEAR_KM = 161.0


def articles(path: Path) -> Iterator[list[tuple[str, float, float]]]:
    """The gold toponyms of each article: phrase, latitude and longitude in degrees; those without coordinates are left out."""
    for article in ElementTree.parse(path).getroot().iter("article"):
        yield [
            (toponym.findtext("phrase", ""), float(tag.findtext("lat", "")), float(tag.findtext("lon", "")))
            for toponym in article.iter("toponym")
            if (tag := toponym.find("gaztag")) is not None
        ]


def right(place: Place | None, lat: float, lon: float) -> bool:
    """Whether a place lies within 161 km of the gold point."""
    return place is not None and place.lat is not None and place.lon is not None and kilometres(place.lat, place.lon, lat, lon) <= NEAR_KM


def measure(path: Path) -> dict[str, float]:
    """The figures, as shares of one."""
    known = gazetteer()
    total = found = near = popular = 0
    start = time.perf_counter()
    for toponyms in articles(path):
        names = [name for name, _, _ in toponyms]
        for (name, lat, lon), place in zip(toponyms, known.resolve_all(names), strict=True):
            total += 1
            found += place is not None
            near += right(place, lat, lon)
            popular += right(next(iter(known.candidates(name)), None), lat, lon)
    return {
        "toponyms": total,
        "found": round(found / total, 3),
        "within_all": round(near / total, 3),
        "within_found": round(near / found, 3),
        "population_all": round(popular / total, 3),
        "population_found": round(popular / found, 3),
        "toponyms_per_second": round(total / (time.perf_counter() - start)),
    }


if __name__ == "__main__":
    if len(sys.argv) != 2 or not Path(sys.argv[1]).is_file():
        sys.exit("usage: python -m benchmarks.places PATH/lgl.xml")
    sys.stdout.write(json.dumps(measure(Path(sys.argv[1])), indent=1) + "\n")
