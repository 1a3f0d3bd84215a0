"""Organisations, armed groups and alliances by name."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain

from .identity import Identity, slug
from .names import fold
from .own import own_rows
from .phrases import OF_NONE_ALONE, SHARED
from .tables import listed, rows, wikidata_ids


@dataclass(frozen=True)
class Organisations:
    """Look-ups by folded name, hyphens as blanks; acronyms of up to five letters only as written.

    `lower` are the names that may be written without a capital ("world powers"), `shared` those that bodies of many states bear, though one
    state's is the best known by them ("Congress"); a name that the user's own tables give is its bearer's.
    """

    by_name: dict[str, Identity]
    cased: dict[str, Identity]
    governs: dict[str, tuple[str, ...]]
    lower: frozenset[str]
    begins: frozenset[str]
    shared: frozenset[str]

    def at(self, found: Identity, on: str | None) -> Identity:
        """The organisation as of a day: an armed group that rules its country then is its government."""
        for interval in self.governs.get(found.id, ()):
            start, end = interval.split("/")
            if on and start <= on and (end == ".." or on <= end):
                return replace(found, kind="organisation", sector="GOV", how=f"{found.how}+governs")
        return found

    def of_state(self, name: str, country: str) -> Identity | None:
        """The organisation of that name in that state (ISO3) and in no other."""
        return self.by_name.get(f"{key(name)}@{country}") or self.cased.get(f"{name.replace('.', '')}@{country}") if name else None

    def longest(self, first: str, most: int) -> int:
        """How many words a name can have that begins with this word: `most`, or 1 where no name of several words does."""
        return most if key(first).partition(" ")[0] in self.begins else 1

    def find(self, name: str, country: str | None = None) -> Identity | None:
        """The organisation of that name; where several states have one (PRI, National Guard), the one of `country`.

        A name that many states' bodies share is in another country nobody's that is known; so is one of which none is the best known.
        """
        if name.islower() and key(name) not in self.lower:
            return None
        folded = key(name)
        bare = name.replace(".", "")
        if country:
            own = self.by_name.get(f"{folded}@{country}") or self.cased.get(f"{bare}@{country}")
            if own or folded in self.shared:
                return own
        if folded in OF_NONE_ALONE:
            return None
        return self.by_name.get(folded) or self.cased.get(bare)


@lru_cache(maxsize=65536)
def key(name: str) -> str:
    """The folded name with hyphens as blanks, without full stops, apostrophes and the Arabic article's spelling differences.

    >>> key("Jaysh al-Islam"), key("U.N.")
    ('jaish al islam', 'un')
    """
    plain = fold(name).replace("-", " ").replace(".", "").replace("'", "")
    words = [_SPELLED.get(one, one) for one in plain.split()]
    return " ".join(words)


_SPELLED = {
    "jaysh": "jaish", "jeish": "jaish", "el": "al", "ul": "al", "ash": "al", "as": "al", "an": "al", "organization": "organisation",
    "defense": "defence", "labor": "labour", "hezbullah": "hezbollah", "hizbullah": "hezbollah", "hizbollah": "hezbollah",
    "centre": "center", "programme": "program", "hizb": "hezb", "qaeda": "qaida", "qaïda": "qaida", "shabab": "shabaab",
}  # fmt: skip


_ACRONYM = 5


def load_organisations() -> Organisations:
    """The tables `organisations` and `armed_groups` as look-ups; the first row of a name wins, rows of a state can be asked by it."""
    by_name: dict[str, Identity] = {}
    cased: dict[str, Identity] = {}
    governs: dict[str, tuple[str, ...]] = {}
    lower: set[str] = set()
    shared: set[str] = set()
    ids = wikidata_ids("organisation", "armed_group")
    for table in ("organisations", "armed_groups"):
        for users, row in chain(((True, row) for row in own_rows(table)), ((False, row) for row in rows(table))):
            kind = row.get("kind") or "armed_group"
            name, country = row["name"], row["country"] or None
            number = f"state:{country}" if kind == "state" else f"org:{slug(name)}"
            wikidata = wikidata_ids("state").get(country or "") if kind == "state" else ids.get(name)
            found = Identity(number, name, kind, wikidata, country, row["sector"] or None, None, f"{kind}.name", 0.95)
            if row.get("governs"):
                governs[found.id] = listed(row["governs"])
            for one in (name, *listed(row["aliases"])):
                bare = one.replace(".", "")
                if bare.isupper() and len(bare) <= _ACRONYM:
                    cased.setdefault(bare, found)
                    cased.setdefault(f"{bare}@{country}", found)
                if users or not (bare.isupper() and len(bare) <= _ACRONYM):
                    if one.islower():
                        lower.add(key(one))
                    if not users and key(one) in SHARED and key(one) not in by_name:
                        shared.add(key(one))
                    by_name.setdefault(key(one), found)
                    by_name.setdefault(f"{key(one)}@{country}", found)
    begins = frozenset(one.split()[0] for one in by_name if " " in one)
    return Organisations(by_name, cased, governs, frozenset(lower), begins, frozenset(shared))
