"""What a person is on a day: the term that counts, the identity it gives, and which bearer of a surname is meant."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache

from .identity import Identity, Person, Term
from .names import fold
from .tables import rows

PROMINENT = 2
LOWEST = 4.0
KNOWN_EVERYWHERE = 1.0
NO_RANK = 9.0
_YEARS_AFTER, _YEARS_BEFORE = 10, 1
_ORDER = {"in": 0, "open": 1, "after": 2, "before": 3}


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(row["word"] for row in rows("ordinary_words") if row["kind"] == kind)


@cache
def _reported() -> dict[str, int]:
    return {row["country"]: int(row["weight"]) for row in rows("much_reported")}


def ordinary(name: str) -> bool:
    """Whether a lone surname is too ordinary a word to name a person ("May", "Rice").

    >>> ordinary("May"), ordinary("Merkel")
    (True, False)
    """
    return fold(name) in _words("word") or len(name) < 2


def common(name: str) -> bool:
    """Whether so many bear a surname that alone it names a head of state or government at most.

    >>> common("Wang"), common("Lavrov")
    (True, False)
    """
    return fold(name) in _words("common")


def best_term(person: Person, on: str, kinds: Collection[str] = ()) -> tuple[Term, str]:
    """The term that counts on a day, with its standing: in office before open before ended before to come; offices asked for first."""

    def place(term: Term) -> tuple[int, int, int, int]:
        standing = term.standing(on)
        when = int(term.start.replace("-", "").ljust(8, "0") or 0)
        asked = 0 if not kinds or term.kind in kinds else 1
        return (_ORDER[standing], asked, term.rank, when if standing == "before" else -when)

    term = min(person.terms, key=place)
    return term, term.standing(on)


def identify(person: Person, on: str | None, how: str, score: float, kinds: Collection[str] = ()) -> Identity:
    """The person as of a day: in office with the office; after it a member of the elite (ELI); before it without sector.

    An open term after the last day its source vouches for gives the person without the office.
    """
    day = on or max(term.end or term.seen or term.start for term in person.terms)
    term, standing = best_term(person, day, kinds)
    office: str | None = term.office
    sector: str | None = term.sector
    was: str | None = None
    if standing == "open":
        office, how, score = None, f"{how}+term.open", score * 0.8
    elif standing == "after":
        office, was, sector = None, term.office, "ELI" if term.sector == "GOV" else term.sector
    elif standing == "before":
        office, sector = None, None
    if term.source == "unverified":
        how, score = f"{how}+unverified", score * 0.8
    country = None if term.sector == "IGO" else term.country or person.country
    return Identity(person.id, person.name, "person", person.wikidata, country, sector, office, how, round(score, 3), was)


def in_office(person: Person, on: str, kinds: Collection[str] = (), *, local: bool = False) -> float:
    """The best rank the person holds on that day (of the classes asked for); 9 for none.

    Seen from anywhere, offices of much reported states and international organisations count for more and those of other states for
    less; `local`, where the report is about the person's own state, all count alike.
    """
    ranks = [
        term.rank - (0.0 if local else _fame(term.country))
        for term in person.terms
        if (not kinds or term.kind in kinds) and term.standing(on) == "in"
    ]
    return min(ranks, default=NO_RANK)


def widely_known(person: Person, on: str | None) -> bool:
    """Whether reports about other states name the person by surname: leaders of much reported states, heads of world bodies.

    Leaders and heads from a year before their term; ministers and candidates of the most reported states while they are that.
    """

    def known(term: Term) -> bool:
        if term.country is None:
            return term.rank <= PROMINENT and _begun(term, on)
        weight = _reported().get(term.country, 0)
        if term.rank == 1:
            return weight > 0 and _begun(term, on)
        return weight > 1 and (term.rank == PROMINENT or term.kind == "candidate") and (on is None or term.standing(on) == "in")

    return any(known(term) for term in person.terms)


def once_known(person: Person, on: str) -> bool:
    """Whether the person once led a much reported state, or was foreign or defence minister of one of weight 2, however long ago.

    Of a surname that nobody else here bears, such a one is meant: "Kissinger", "Thatcher", "Gorbachev".
    """
    return any(
        _begun(term, on) and ((term.rank == 1 and term.country in _reported()) or (term.rank == PROMINENT and _weight(term) > 1))
        for term in person.terms
    )


def _weight(term: Term) -> int:
    return _reported().get(term.country, 0) if term.country else 0


def _begun(term: Term, on: str | None) -> bool:
    return on is None or int(term.start[:4] or 0) - _YEARS_BEFORE <= int(on[:4])


def _fame(country: str | None) -> float:
    weight = _reported().get(country, 0) if country else 2
    return 0.5 * weight if weight else -1.25


def by_surname_alone(
    people: Sequence[Person], on: str, lowest: float = KNOWN_EVERYWHERE, *, local: bool = False
) -> tuple[Person, str, float] | None:
    """The one office holder a surname can mean on a day: nobody of like rank may bear it.

    `lowest` is the lowest rank (see `in_office`) that counts. Where nobody holds an office, a much reported leader shortly before or
    some years after the term.
    """
    ranked = sorted((in_office(one, on, local=local), at) for at, one in enumerate(people))
    held = [one for one in ranked if one[0] <= lowest]
    known = lowest >= KNOWN_EVERYWHERE
    near = [one for one in people if known and any(term.rank == 1 and _near(term, on) for term in one.terms)]
    if held:
        best, at = held[0]
        rivals = [one for one in near if one != people[at]] if best >= PROMINENT else []
        if rivals or (len(held) > 1 and held[1][0] - best < (1.0 if best >= PROMINENT else 1e-9)):
            return None
        return people[at], "person.surname", 0.85 if best < PROMINENT else 0.7
    return (near[0], "person.surname_of_leader", 0.65) if len(near) == 1 else None


def _near(term: Term, on: str) -> bool:
    if term.country not in _reported():
        return False
    year = int(on[:4])
    last = int((term.end or term.seen or "9999")[:4])
    return int(term.start[:4] or 0) - _YEARS_BEFORE <= year <= last + _YEARS_AFTER
