"""States, their peoples, capitals and regions: name -> state."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from .identity import Identity, Metonym, State
from .names import fold
from .own import own_rows
from .tables import listed, rows, wikidata_ids

_CASED = 4  # acronyms of up to four letters ("US", "UAE") must be written in capitals


@dataclass(frozen=True)
class States:
    """Look-ups by folded name. `cased` names are found only as written."""

    by_iso: dict[str, State]
    by_name: dict[str, str]
    cased: dict[str, str]
    adjectives: dict[str, str]
    nouns: dict[str, str]
    capitals: dict[str, str]
    regions: dict[str, str]
    polities: dict[str, str]
    metonyms: dict[str, Metonym]
    begins: frozenset[str]

    @cached_property
    def seats(self) -> dict[str, str]:
        """Every capital, those too that are called as their states."""
        return {fold(one.capital): one.iso3 for one in reversed(self.by_iso.values())}

    def iso3(self, name: str) -> str | None:
        """ISO3 of a state by name or alias, as written."""
        return self.cased.get(name) or self.by_name.get(fold(name))

    def demonym(self, word: str) -> str | None:
        """ISO3 of an adjective or noun for a people, as written."""
        if word.islower():
            return None
        key = fold(word)
        found = self.adjectives.get(key) or self.nouns.get(key)
        if found is None or (key in _SHORT and not word[:2].isupper()):
            return None
        return found

    def longest(self, first: str, most: int) -> int:
        """How many words a name can have that begins with this folded word: `most`, or 1 where no name of several words does."""
        return most if first in self.begins else 1

    def any_country(self, name: str) -> str | None:
        """ISO3 of a state, people, capital or region, as written."""
        if name.islower():
            return None
        key = fold(name)
        return self.iso3(name) or self.demonym(name) or self.capitals.get(key) or self.regions.get(key)

    def is_region(self, name: str) -> bool:
        """Whether a name is that of a part of a state only: "Bavaria", whose leader is not Germany's."""
        key = fold(name)
        return key in self.regions and self.iso3(name) is None and self.demonym(name) is None and key not in self.capitals


_SHORT = frozenset(("us", "u.s", "u.s.", "uk", "u.k.", "usa", "uae", "u.a.e."))


def load_states() -> States:
    """The tables `states`, `regions` and `metonyms` as look-ups."""
    by_iso: dict[str, State] = {}
    by_name: dict[str, str] = {}
    cased: dict[str, str] = {}
    adjectives: dict[str, str] = {}
    nouns: dict[str, str] = {}
    capitals: dict[str, str] = {}
    for row in rows("states"):
        state = State(
            row["iso3"], row["iso2"] or None, row["name"], row["status"], listed(row["aliases"]), listed(row["adjectives"]),
            listed(row["nouns"]), row["capital"], listed(row["capital_aliases"]), wikidata_ids("state").get(row["iso3"]),
        )  # fmt: skip
        by_iso[state.iso3] = state
        for name in (state.name, *state.aliases):
            if name.replace(".", "").replace(" ", "").isupper() and len(name.replace(".", "").replace(" ", "")) <= _CASED:
                cased[name] = state.iso3
            else:
                by_name.setdefault(fold(name), state.iso3)
        for word in state.adjectives:
            adjectives.setdefault(fold(word), state.iso3)
        for word in state.nouns:
            nouns.setdefault(fold(word), state.iso3)
        for name in (state.capital, *state.capital_aliases):
            if fold(name) not in by_name:
                capitals.setdefault(fold(name), state.iso3)
    regions = {fold(name): row["iso3"] for row in rows("regions") for name in (row["name"], *listed(row["aliases"]))}
    polities = {fold(row["name"]): row["iso3"] for row in rows("regions") if row["polity"]}
    metonyms: dict[str, Metonym] = {}
    for key, iso3 in capitals.items():
        state = by_iso[iso3]
        spelled = next((one for one in (state.capital, *state.capital_aliases) if fold(one) == key), state.capital)
        target = Identity(f"state:{iso3}", state.name, "state", state.wikidata, iso3, "GOV", None, "metonym.capital", 0.9)
        metonyms[key] = Metonym(spelled, target, state.capital)
    for row in chain(rows("metonyms"), own_rows("metonyms")):
        known = by_iso.get(row["country"])
        name = row["target"] or (known.name if known else row["name"])
        kind = row["kind"]
        number = f"state:{row['country']}" if kind == "state" else f"org:{fold(name).replace(' ', '-')}"
        wikidata = (known.wikidata if known else None) if kind == "state" else wikidata_ids("organisation", "armed_group").get(name)
        target = Identity(number, name, kind, wikidata, row["country"] or None, row["sector"] or None, None, "metonym.table", 0.95)
        for one in (row["name"], *listed(row["aliases"])):
            metonyms[fold(one)] = Metonym(row["name"], target, row["place"] or None)
    tables = (by_name, map(fold, cased), adjectives, nouns, capitals, regions, metonyms)
    begins = frozenset(key.split()[0] for table in tables for key in table if " " in key)
    return States(by_iso, by_name, cased, adjectives, nouns, capitals, regions, polities, metonyms, begins)
