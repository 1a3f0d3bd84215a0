"""Who is in the table of persons: name, surname or office -> persons."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from importlib.resources import files

from .identity import Person, Term, slug
from .names import fold, full_key, initials_agree, same_surname, short_key, sound, surnames, words

_WORDS = re.compile(r"[^\s\-.,()\"“”;']+")
_REGNAL = frozenset(("monarch", "crown prince"))
_COLUMNS = 12


class People:
    """The persons of the tables, built when asked for; rows are indexed by the sound of every word of their names.

    >>> [person.name for person in load_people().named("Volodymyr Zelenskiy")]
    ['Volodymyr Zelenskyy']
    """

    def __init__(self, table: list[list[str]]) -> None:
        self._rows: list[list[list[str]]] = []
        self._built: dict[int, Person] = {}
        self._by_word: dict[str, list[int]] = defaultdict(list)
        self._offices: dict[tuple[str, str], list[int]] = defaultdict(list)
        numbers: dict[str, int] = {}
        for row in table:
            own = f"{row[0]}@{row[3]}"
            number = numbers.get(row[2] or own)
            if number is None:
                number = numbers.get(own) if not row[2] else None
            if number is None:
                number = len(self._rows)
                self._rows.append([])
            numbers.setdefault(own, number)
            if row[2]:
                numbers.setdefault(row[2], number)
            self._rows[number].append(row)
            self._offices[row[4], row[3]].append(number)
            for word in _WORDS.findall(fold(f"{row[0]} {row[1]}" if row[1] else row[0])):
                known = self._by_word[word]
                if not known or known[-1] != number:
                    known.append(number)
        self._sounds: dict[str, list[str]] = defaultdict(list)
        for word in self._by_word:
            self._sounds[sound(word)].append(word)

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

    def _having(self, word: str) -> set[int]:
        """Numbers of the persons one of whose names has a word of that sound."""
        return {number for spelled in self._sounds.get(sound(word), ()) for number in self._by_word[spelled]}

    def named(self, name: str) -> list[Person]:
        """All persons of that whole name: of the same words, else of the same first and last word with middle words that agree."""
        parts = words(name)
        if len(parts) < 2:
            return []
        ends = [part for part in parts if len(part) > 1]
        if not ends:
            return []
        found = self._having(ends[0])
        for part in (ends[-1], *(ends[1:2] if len(ends) > 3 else ())):
            found &= self._having(part)
        candidates = [self.person(number) for number in sorted(found)]
        wanted = full_key(parts)
        exact = [one for one in candidates if any(full_key(theirs) == wanted for theirs in _all_words(one))]
        if exact:
            return exact
        joined = wanted.replace(" ", "")
        close = [one for one in candidates if any(_agree(parts, theirs) for theirs in _all_words(one))]
        if not close and len(parts[0]) > 1:
            wider = [self.person(number) for number in sorted(self._having(parts[0]) | self._having(parts[-1]))]
            close = [one for one in wider if any(full_key(theirs).replace(" ", "") == joined for theirs in _all_words(one))]
        if not close and len(parts) == 2 and len(parts[0]) > 2:
            # Known by the middle name: "Javad Zarif" for Mohammad Javad Zarif.
            close = [one for one in candidates if any(len(t) == 3 and full_key(t[1:]) == wanted for t in _all_words(one))]
        if not close and all(len(part) == 1 for part in parts[:-1]):
            close = [one for one in self.by_surname(parts[-1]) if _initials(one, parts[:-1])]
        return close

    def by_surname(self, name: str, *, regnal: bool = False) -> list[Person]:
        """All persons whom news may call by that name alone: surname or alias of one word; with `regnal`, a monarch's first name."""
        parts = words(name)
        if not parts:
            return []
        wanted = " ".join(parts)
        found = [self.person(number) for number in sorted(self._having(parts[-1]))]
        return [one for one in found if any(same_surname(wanted, alone) for alone in _alone(one, regnal=regnal))]

    def holders(self, kind: str, country: str, on: str) -> list[tuple[Term, Person]]:
        """Who held an office of that class on that day, those whom the sources vouch for first."""
        people = [self.person(number) for number in dict.fromkeys(self._offices.get((kind, country), ()))]
        terms = [(term, person) for person in people for term in person.terms if term.kind == kind and term.country == country]
        sure = [one for one in terms if one[0].standing(on) == "in"]
        return sure or [one for one in terms if one[0].standing(on) == "open"]


def _all_words(person: Person) -> list[list[str]]:
    return [words(name) for name in (person.name, *person.aliases)]


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


def _alone(person: Person, *, regnal: bool) -> set[str]:
    """The folded words that may stand for the person alone."""
    found: set[str] = set()
    for parts in _all_words(person):
        if not parts:
            continue
        royal = any(term.kind in _REGNAL for term in person.terms)
        if royal and regnal:
            found.add(parts[0])
        if royal and parts[1:2] == ["bin"]:
            found.update((" ".join(parts[:3]), " ".join(parts[1:3])))
        if not royal or regnal or (len(parts) > 1 and "of" not in parts):
            found.update(surnames(parts, person.country))
    return found


def load_people() -> People:
    """The table `persons` (compiled by `registry/build_persons.py`)."""
    text = (files("memcon.actors") / "data" / "persons.tsv").read_text("utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    table: list[list[str]] = []
    for number, line in enumerate(lines[1:], 2):
        cells = line.split("\t")
        if len(cells) != _COLUMNS:
            raise ValueError(f"persons.tsv, row {number}: {len(cells)} cells for {_COLUMNS} columns")
        table.append(cells)
    return People(table)
