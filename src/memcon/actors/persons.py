"""A mention of a person, with or without title -> person at a date."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .identity import Identity, Office, Person, slug
from .names import fold
from .terms import best_term, by_surname_alone, identify, in_office, ordinary
from .phrases import COLOURS, DETERMINERS, FORMER, LOWER_IN_NAMES, Word, name_like, text_of

if TYPE_CHECKING:
    from .registry import Registry

_LINKS = frozenset("of the for and in to".split())


@dataclass(frozen=True)
class Titled:
    """What stands before a name: the state it names, the office, a former one, the sector its other words tell."""

    country: str | None
    office: Office | None
    title: str
    former: bool
    sector: str | None
    name: list[Word]


def read_person(
    registry: Registry, words: Sequence[Word], on: str | None, country: str | None, context: Collection[str]
) -> Identity | None:
    """The person whom the words name; None where they name none.

    A whole name counts most, wherever it stands in the mention; then a surname with a title; then, for those in main offices, a
    surname alone. A name nobody bears here keeps what its own title and nationality tell.
    """
    if "," in (word.text for word in words):
        return _apposition(registry, words, on, country, context)
    for start in range(len(words) - 1):
        tail = words[start:]
        if name_like(tail) and tail[0].capital:
            found = registry.people.named(text_of(tail))
            if found:
                return _whole_name(registry, words[:start], tail, found, on, country, context)
    titled = read_title(registry, words)
    if not titled.name or not name_like(titled.name) or registry.nouns.agent([word.low for word in titled.name]):
        return None
    return _titled(registry, titled, on, country, context)


def _apposition(
    registry: Registry, words: Sequence[Word], on: str | None, country: str | None, context: Collection[str]
) -> Identity | None:
    """ "The finance minister, Lou Jiwei" or "Lou Jiwei, the finance minister": one part is the name, the other the title."""
    cut = next(at for at, word in enumerate(words) if word.text == ",")
    first, second = list(words[:cut]), [word for word in words[cut + 1 :] if word.text != ","]
    for name, title in ((second, first), (first, second)):
        if name and name_like(name):
            bare = [word for word in title if word.low not in DETERMINERS]
            found = read_person(registry, [*bare, *name], on, country, context) or read_person(registry, name, on, country, context)
            if found:
                return found
    return read_person(registry, first, on, country, context) if len(first) > 1 else None


def read_title(registry: Registry, words: Sequence[Word]) -> Titled:
    """Titles, states and links from the left; what is left is the name."""
    country: str | None = None
    office: Office | None = None
    title = ""
    sector: str | None = None
    former, at = False, 0
    while at < len(words):
        word = words[at]
        taken = 0
        if word.low in FORMER or word.low.startswith("ex-"):
            former, taken = True, 1
        found = registry.nouns.office([one.low for one in words[at:]])
        if found and (office is None or not office.kind):
            if found[0].office != "courtesy" and (office is None or found[0].kind):
                office = Office(found[0].kind, found[0].office, found[0].sector)
                title = text_of(words[at : at + found[1]]).lower()
            taken = found[1]
        elif found:
            taken = found[1]
        taken = taken or _country_words(registry, words[at:])
        if taken and not found and word.low not in FORMER:
            country = country or registry.states.any_country(text_of(words[at : at + taken]))
        if not taken:
            taken, tells = _institution_words(registry, words[at:])
            sector = sector or tells
        if not taken and (word.low in _LINKS or word.low in DETERMINERS or word.low in COLOURS or word.low in registry.nouns.modifiers):
            sector = sector or registry.nouns.modifiers.get(word.low)
            taken = 1
        if not taken and not word.capital and word.low not in LOWER_IN_NAMES and at < len(words) - 1:
            taken = 1
        if not taken:
            break
        at += taken
    return Titled(country, office, title, former, sector, list(words[at:]))


def _country_words(registry: Registry, words: Sequence[Word]) -> int:
    for size in range(min(5, len(words)), 0, -1):
        part = text_of(words[:size])
        if registry.states.any_country(part) or registry.states.metonyms.get(fold(part)):
            return size
    return 0


def _institution_words(registry: Registry, words: Sequence[Word]) -> tuple[int, str | None]:
    """How many words at the front are an organisation ("Communist Party", "Hamas", "army"), and its sector."""
    for size in range(min(5, len(words)), 0, -1):
        part = words[:size]
        known = registry.organisations.find(text_of(part))
        if known:
            return size, known.sector
        agent = registry.nouns.agent([one.low for one in part])
        if agent and agent[1] == size and agent[0].kind != "person":
            return size, agent[0].sector
    return 0, None


def _whole_name(
    registry: Registry,
    before: Sequence[Word],
    name: Sequence[Word],
    found: Sequence[Person],
    on: str | None,
    country: str | None,
    context: Collection[str],
) -> Identity | None:
    titled = read_title(registry, before) if before else None
    kinds = (titled.office.kind,) if titled and titled.office and titled.office.kind else ()
    chosen = _choose(found, on, titled.country if titled else None, country, kinds, context)
    if chosen is None:
        return _own_words(titled, name, country) if titled else None
    return identify(chosen, on, "person.name" if not before else "person.title_name", 0.97, _asked(registry, chosen, kinds, on))


def _asked(registry: Registry, person: Person, kinds: Collection[str], on: str | None) -> tuple[str, ...]:
    """The classes of office a title asks for; "leader" means the office that leads the state."""
    return tuple(registry.leaders.leading(person.country or "", on or "9999") if kind == "leader" else kind for kind in kinds)


def _choose(
    found: Sequence[Person], on: str | None, stated: str | None, focus: str | None, kinds: Collection[str], context: Collection[str]
) -> Person | None:
    """The one person of a name: by the state named, the office named, who is in office, the report's context; None if two remain."""
    people = list(found)
    if stated:
        of_state = [one for one in people if stated in {term.country for term in one.terms}]
        if not of_state and len(people) > 1:
            return None
        people = of_state or ([one for one in people if _international(one)] or people if len(people) == 1 else people)
    if len(people) > 1 and kinds and on:
        people = [one for one in people if in_office(one, on, kinds) < 9] or people
    if len(people) > 1:
        hints = {*context, *([focus] if focus else ())}
        people = [one for one in people if one.country in hints or one.name in hints] or people
    if len(people) > 1 and on:
        ranks = [in_office(one, on) for one in people]
        people = [one for one, rank in zip(people, ranks, strict=True) if rank == min(ranks)]
    if len(people) > 1 and on is None:
        people = [one for one in people if one.rank == min(other.rank for other in people)]
    return people[0] if len(people) == 1 else None


def _international(person: Person) -> bool:
    return any(term.sector == "IGO" for term in person.terms)


def _titled(registry: Registry, titled: Titled, on: str | None, country: str | None, context: Collection[str]) -> Identity | None:
    """A surname, with a title or alone."""
    name = text_of(titled.name)
    bearers = registry.people.by_surname(name) or (registry.people.by_surname(titled.name[0].text) if _regnal(titled) else [])
    kinds = (titled.office.kind,) if titled.office and titled.office.kind else ()
    if kinds == ("leader",):
        kinds = ()
    alone = titled.office is None and titled.country is None and not titled.former
    if bearers:
        if titled.country:
            bearers = [one for one in bearers if titled.country in {term.country for term in one.terms}]
        if titled.former:
            ended = [one for one in bearers if on is None or best_term(one, on, kinds)[1] == "after"]
            chosen = _choose(
                [one for one in ended if not kinds or any(term.kind in kinds for term in one.terms)], on, None, country, (), context
            )
            if chosen and (kinds or titled.country):
                return identify(chosen, on, "person.former_title_surname", 0.75, kinds)
        elif kinds:
            held = [
                one
                for one in bearers
                if any(term.kind in kinds and (on is None or term.standing(on) in ("in", "open")) for term in one.terms)
            ]
            chosen = _choose(held, on, None, country, kinds, context)
            if chosen:
                return identify(chosen, on, "person.title_surname", 0.92, kinds)
        elif not ordinary(name) or not alone:
            chosen, how, score = _lone(bearers, on, country, context)
            if chosen:
                return identify(chosen, on, how, score if alone else min(0.9, score + 0.05))
    if alone or (titled.office and titled.office.office == "courtesy" and not titled.country):
        return None
    return _own_words(titled, titled.name, country)


def _regnal(titled: Titled) -> bool:
    return bool(titled.office and titled.office.kind in ("monarch", "crown prince"))


def _lone(bearers: Sequence[Person], on: str | None, country: str | None, context: Collection[str]) -> tuple[Person | None, str, float]:
    hints = {*context, *([country] if country else ())}
    near = [one for one in bearers if one.country in hints or one.name in hints]
    for people, suffix in ((near, "+context"), (bearers, "")):
        if not people:
            continue
        if on is None:
            leaders = [one for one in people if one.rank == 1]
            if len(leaders) == 1 or len(people) == 1:
                return (leaders or list(people))[0], f"person.surname_undated{suffix}", 0.6
            continue
        found = by_surname_alone(people, on)
        if found:
            return found[0], f"{found[1]}{suffix}", found[2]
    return None, "", 0.0


def _own_words(titled: Titled, name: Sequence[Word], country: str | None) -> Identity | None:
    """A person unknown here, with what title and nationality tell."""
    if titled.office is None:
        return None
    title = titled.office
    sector = title.sector if title else None
    if title and not title.kind and title.office in ("official", "envoy") or title and title.kind == "spokesperson":
        sector = titled.sector or sector
    sector = "ELI" if titled.former else sector or titled.sector
    office = titled.title if title and not titled.former else None
    state = titled.country or country
    label = text_of(name)
    how = "words.title" if titled.country or not country else "words.title+focus"
    return Identity(f"name:{slug(fold(label))}", label, "person", None, state, sector, office, how, 0.5)
