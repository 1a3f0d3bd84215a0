"""Who is in the table of persons: name, surname or office -> persons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from .compiled import Index, load
from .identity import Person, Term, slug
from .names import fold, full_key, initials_agree, same_surname, short_key, sound, surnames, words

_REMEMBERED = 16384
_REGNAL = frozenset(("monarch", "crown prince"))


class People:
    """The persons of the tables, built when asked for; rows are indexed by the sound of every word of their names.

    >>> [person.name for person in load_people().named("Volodymyr Zelenskiy")]
    ['Volodymyr Zelenskyy']
    """

    def __init__(self, found: Index) -> None:
        self._rows = found["rows"]
        self._by_word = found["words"]
        self._sounds = found["sounds"]
        self._offices = found["offices"]
        self._built: dict[int, Person] = {}
        self._names: dict[int, tuple[tuple[list[str], str], ...]] = {}
        self._lone: dict[tuple[int, bool], frozenset[str]] = {}
        self._heard: dict[str, frozenset[int]] = {}
        # Reports name the same persons again and again, and a surname is asked against every full name beside it.
        self._found = lru_cache(maxsize=_REMEMBERED)(self._named)
        self._called = lru_cache(maxsize=_REMEMBERED)(self._by_surname)

    def person(self, number: int) -> Person:
        """The person of that number, with all terms."""
        if number not in self._built:
            entries = sorted(self._rows[number], key=lambda row: row[8])
            name = next((row[0] for row in entries if row[2]), entries[0][0])
            wikidata = next((row[2] for row in entries if row[2]), None)
            country = next((row[3] for row in entries if row[3]), None)
            aliases = dict.fromkeys(one for row in entries for one in (row[0], *row[1].split(";")) if one and one != name)
            terms = tuple(Term(row[4], row[5], row[3] or None, row[6], int(row[7]), *row[8:12]) for row in entries)
            number_id = f"wd:{wikidata}" if wikidata else f"person:{slug(fold(name))}{'-' + country.lower() if country else ''}"
            self._built[number] = Person(number_id, name, wikidata, country, tuple(aliases), terms)
        return self._built[number]

    def __iter__(self) -> Iterator[Person]:
        return (self.person(number) for number in range(len(self._rows)))

    def _having(self, word: str) -> frozenset[int]:
        """Numbers of the persons one of whose names has a word of that sound."""
        key = sound(word)
        if key not in self._heard:
            self._heard[key] = frozenset(number for spelled in self._sounds.get(key, ()) for number in self._by_word[spelled])
        return self._heard[key]

    def _spelled(self, number: int) -> tuple[tuple[list[str], str], ...]:
        """The words of each name of a person, and the key of the whole name."""
        if number not in self._names:
            person = self.person(number)
            self._names[number] = tuple((parts := words(name), full_key(parts)) for name in (person.name, *person.aliases))
        return self._names[number]

    def _alone(self, number: int, *, regnal: bool) -> frozenset[str]:
        """The folded words that may stand for a person alone."""
        if (number, regnal) not in self._lone:
            self._lone[number, regnal] = _alone(self.person(number), [parts for parts, _ in self._spelled(number)], regnal=regnal)
        return self._lone[number, regnal]

    def named(self, name: str) -> list[Person]:
        """All persons of that whole name: of the same words, else of the same first and last word with middle words that agree."""
        return list(self._found(name))

    def _named(self, name: str) -> list[Person]:
        parts = words(name)
        if len(parts) < 2:
            return self._called_al(name, parts)
        ends = [part for part in parts if len(part) > 1]
        if not ends:
            return []
        found = self._having(ends[0])
        for part in (ends[-1], *(ends[1:2] if len(ends) > 3 else ())):
            found &= self._having(part)
        wanted = full_key(parts)
        numbers = sorted(found)
        exact = [n for n in numbers if any(key == wanted for _, key in self._spelled(n))]
        if exact:
            return [self.person(n) for n in exact]
        close = [n for n in numbers if any(_agree(parts, theirs) for theirs, _ in self._spelled(n))]
        if not close and len(parts[0]) > 1:
            joined = wanted.replace(" ", "")
            wider = self._having(parts[0]) | self._having(parts[-1])
            close = [n for n in sorted(wider) if any(key.replace(" ", "") == joined for _, key in self._spelled(n))]
        if not close and len(parts) == 2 and len(parts[0]) > 2:
            # Known by the middle name: "Javad Zarif" for Mohammad Javad Zarif.
            close = [n for n in numbers if any(len(t) == 3 and key.partition(" ")[2] == wanted for t, key in self._spelled(n))]
        if not close and all(len(part) == 1 for part in parts[:-1]):
            return [one for one in self.by_surname(parts[-1]) if _initials(one, parts[:-1])]
        return [self.person(n) for n in close]

    def _called_al(self, name: str, parts: list[str]) -> list[Person]:
        """The bearers of a name whose first word looks like the Arabic article: "Al Gore"."""
        plain = fold(name)
        if len(parts) != 1 or not plain.startswith("al "):
            return []
        people = [self.person(n) for n in sorted(self._having(parts[0]))]
        return [one for one in people if any(fold(spelled) == plain for spelled in (one.name, *one.aliases))]

    def by_surname(self, name: str, *, regnal: bool = False) -> list[Person]:
        """All persons whom news may call by that name alone: surname or alias of one word; with `regnal`, a monarch's first name."""
        return list(self._called(name, regnal))

    def _by_surname(self, name: str, regnal: bool) -> list[Person]:
        parts = words(name)
        if not parts:
            return []
        wanted = " ".join(parts)
        heard = sorted(self._having(parts[-1]))
        return [self.person(n) for n in heard if any(same_surname(wanted, alone) for alone in self._alone(n, regnal=regnal))]

    def holders(self, kind: str, country: str, on: str) -> list[tuple[Term, Person]]:
        """Who held an office of that class on that day, those whom the sources vouch for first; else who did within the year before.

        Of the ministers of foreign affairs, defence, finance and the interior who were in office in a July of 2002 to 2019, and whose end
        the registry knows, .67 were in office a year later and .44 two years later.
        """
        people = [self.person(number) for number in dict.fromkeys(self._offices.get(f"{kind}@{country}", ()))]
        terms = [(term, person) for person in people for term in person.terms if term.kind == kind and term.country == country]
        sure = [one for one in terms if one[0].standing(on) == "in"]
        return sure or [one for one in terms if one[0].standing(on) == "open" and _within_a_year(on, one[0].seen)]


def _within_a_year(on: str, day: str) -> bool:
    """Whether an ISO date lies at most a year after a day, month or year."""
    last = f"{int(day[:4]) + 1}{day[4:]}"
    return on[: len(last)] <= last


def _agree(parts: list[str], theirs: list[str]) -> bool:
    """Whether two names share first and last word (in either order) and their middle words do not contradict."""
    if len(theirs) < 2:
        return False
    wanted = short_key(parts)
    same = wanted == short_key(theirs) or (len(parts) == 2 and len(theirs) == 2 and wanted == short_key(theirs[::-1]))
    return same and initials_agree(parts, theirs)


def _initials(person: Person, given: list[str]) -> bool:
    theirs = words(person.name)[:-1]
    return len(given) <= len(theirs) and all(one[0] == other for one, other in zip(theirs, given, strict=False))


def _alone(person: Person, names: Iterable[list[str]], *, regnal: bool) -> frozenset[str]:
    """The folded words that may stand for the person alone, whose names are given as words."""
    found: set[str] = set()
    for parts in names:
        if not parts:
            continue
        royal = any(term.kind in _REGNAL for term in person.terms)
        if royal and regnal:
            found.add(parts[0])
        if royal and parts[1:2] == ["bin"]:
            found.update((" ".join(parts[:3]), " ".join(parts[1:3])))
        if not royal or regnal or (len(parts) > 1 and "of" not in parts):
            found.update(surnames(parts, person.country))
    return frozenset(found)


def load_people() -> People:
    """The table `persons` (see `registry/build_persons.py`), as the build compiled it if it did."""
    return People(load())
