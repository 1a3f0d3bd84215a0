"""People with their offices: name, title and date -> person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from .identity import Identity, Person, Term, slug
from .names import fold, full_key, initials_agree, short_key, sound, surnames, words
from .tables import listed, rows

PROMINENT = 2
# Surnames that are ordinary words or months too: alone they name nobody.
_ORDINARY = frozenset(
    "may march june april august will case price rose day long young park song sun west power banks church hall law state king queen prince "
    "general major best good little small rich wise green black white grey mann man one two bin said ban so he she in on".split()
)
_YEARS_AFTER, _YEARS_BEFORE = 15, 3


@dataclass(frozen=True)
class People:
    """Look-ups by the keys of whole names, of first and last word, and of surnames."""

    full: dict[str, list[Person]] = field(default_factory=lambda: defaultdict(list))
    short: dict[str, list[Person]] = field(default_factory=lambda: defaultdict(list))
    surname: dict[str, list[Person]] = field(default_factory=lambda: defaultdict(list))
    offices: dict[tuple[str, str], list[tuple[Term, Person]]] = field(default_factory=lambda: defaultdict(list))

    def add(self, person: Person) -> None:
        """Enter a person under every key."""
        for name in (person.name, *person.aliases):
            parts = words(name)
            if not parts:
                continue
            _enter(self.full, full_key(parts), person)
            if len(parts) > 1:
                _enter(self.short, short_key(parts), person)
                _enter(self.short, short_key(parts[::-1]), person)
            for one in surnames(parts, person.country):
                _enter(self.surname, _surname_key(one), person)
        for term in person.terms:
            self.offices[term.kind, term.country or ""].append((term, person))

    def named(self, name: str) -> list[Person]:
        """All persons of that whole name (two words or more; exact key first, then first and last word with initials that agree)."""
        parts = words(name)
        if len(parts) < 2:
            return []
        found = self.full.get(full_key(parts))
        if found:
            return found
        close = [one for one in self.short.get(short_key(parts), ()) if _middles_agree(parts, one)]
        if close:
            return close
        given = parts[:-1]
        if all(len(one) == 1 for one in given):
            return [one for one in self.surname.get(_surname_key(parts[-1]), ()) if _initials(one, given)]
        return []

    def by_surname(self, name: str) -> list[Person]:
        """All persons whom news may call by that word."""
        return self.surname.get(_surname_key(fold(name)), [])

    def holders(self, kind: str, country: str, on: str) -> list[tuple[Term, Person]]:
        """Who held an office of that class on that day, those whom the sources vouch for first."""
        found = self.offices.get((kind, country), ())
        sure = [one for one in found if one[0].standing(on) == "in"]
        return sure or [one for one in found if one[0].standing(on) == "open"]


def _enter(index: dict[str, list[Person]], name: str, person: Person) -> None:
    if person not in index[name]:
        index[name].append(person)


def _surname_key(name: str) -> str:
    return " ".join(sound(one) for one in name.replace("-", " ").split() if one not in ("al", "el"))


def _middles_agree(parts: list[str], person: Person) -> bool:
    return any(initials_agree(parts, words(name)) for name in (person.name, *person.aliases))


def _initials(person: Person, given: list[str]) -> bool:
    theirs = words(person.name)[:-1]
    return len(given) <= len(theirs) and all(one[0] == other for one, other in zip(theirs, given, strict=False))


def best_term(person: Person, on: str, kinds: Collection[str] = ()) -> tuple[Term, str]:
    """The term that counts on a day, with its standing: of those asked for, in office before open before ended before to come."""
    order = {"in": 0, "open": 1, "after": 2, "before": 3}

    def place(term: Term) -> tuple[int, int, int, str]:
        standing = term.standing(on)
        return (order[standing], 0 if not kinds or term.kind in kinds else 1, term.rank, "" if standing == "before" else _backwards(term.start))

    term = min(person.terms, key=place)
    return term, term.standing(on)


def _backwards(date: str) -> str:
    return "".join(chr(105 - ord(one)) if one.isdigit() else one for one in date.ljust(10, "0"))


def identify(person: Person, on: str | None, how: str, score: float, kinds: Collection[str] = ()) -> Identity:
    """The person as of a day: in office with the office; after it a member of the elite (ELI); before it without sector."""
    day = on or max(term.end or term.seen or term.start for term in person.terms)
    term, standing = best_term(person, day, kinds)
    office: str | None = term.office
    sector: str | None = term.sector
    if standing == "open":
        office, how, score = None, f"{how}+term.open", score * 0.8
    elif standing == "after":
        office, sector = None, "ELI"
    elif standing == "before":
        office, sector = None, None
    if "unverified" in term.source:
        how, score = f"{how}+unverified", score * 0.8
    return Identity(person.id, person.name, "person", person.wikidata, term.country or None, sector, office, how, round(score, 3))


def in_office(person: Person, on: str, kinds: Collection[str] = ()) -> int:
    """The best rank the person holds on that day (of the classes asked for); 9 for none."""
    ranks = [term.rank for term in person.terms if (not kinds or term.kind in kinds) and term.standing(on) == "in"]
    return min(ranks, default=9)


def by_surname_alone(found: Iterable[Person], on: str) -> tuple[Person, str, float] | None:
    """The one prominent office holder a surname can mean on a day: nobody of like rank may bear it."""
    people = list(found)
    ranked = sorted((in_office(one, on), at) for at, one in enumerate(people))
    held = [one for one in ranked if one[0] < 9]
    if held:
        best = held[0][0]
        if sum(one[0] == best for one in held) > 1 or (best > PROMINENT and len(held) > 1):
            return None
        return (people[held[0][1]], "person.surname", 0.85 if best <= PROMINENT else 0.7)
    year = int(on[:4])
    known = [one for one in people if any(term.rank == 1 and _near(term, year) for term in one.terms)]
    return (known[0], "person.surname_of_leader", 0.65) if len(known) == 1 else None


def _near(term: Term, year: int) -> bool:
    last = int((term.end or term.seen or "9999")[:4])
    return int(term.start[:4] or 0) - _YEARS_BEFORE <= year <= last + _YEARS_AFTER


def ordinary(name: str) -> bool:
    """Whether a lone surname is too ordinary a word to name a person."""
    return fold(name) in _ORDINARY or len(name) < 2


def load_people() -> People:
    """The tables `persons` and `persons_hand` as look-ups."""
    grouped: dict[str, list[dict[str, str]]] = defaultdict(list)
    by_name: dict[tuple[str, str], str] = {}
    for table in ("persons", "persons_hand"):
        for row in rows(table):
            named = (row["country"], full_key(words(row["name"])))
            number = row["wikidata"] or by_name.get(named) or f"person:{slug(fold(row['name']))}-{row['country'].lower()}"
            by_name.setdefault(named, number)
            grouped[number].append(row)
    people = People()
    for number, entries in grouped.items():
        terms = tuple(
            Term(row["class"], row["office"], row["country"] or None, row["sector"], int(row["rank"]), row["start"], row["end"], row["seen"], row["source"])
            for row in sorted(entries, key=lambda row: row["start"])
        )
        first = entries[0]
        aliases = tuple(dict.fromkeys(name for row in entries for name in (row["name"], *listed(row["aliases"])) if name != first["name"]))
        wikidata = first["wikidata"] or None
        person = Person(number if wikidata is None else f"wd:{wikidata}", first["name"], wikidata, first["country"] or None, aliases, terms)
        people.add(person)
    return people
