"""A mention of a person, with or without title -> person at a date."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from .identity import Asked, Identity, Person, slug
from .names import fold
from .phrases import DETERMINERS, Word, joined, name_like, split_head, text_of, without_determiner
from .terms import LOWEST, NO_RANK, best_term, by_surname_alone, common, identify, in_office, ordinary
from .titles import COURTESY, Titled, read_title

if TYPE_CHECKING:
    from .registry import Registry

_BEHIND = ("of", "from", "in")
_REGNAL = ("monarch", "crown prince")
_SPEAKS_FOR_OTHERS = ("official", "envoy", "spokesman", "spokeswoman", "spokesperson")


def read_person(registry: Registry, words: Sequence[Word], asked: Asked) -> Identity | None:
    """The person whom the words name; None where they name none.

    A whole name counts most, wherever it stands in the mention; then a surname with a title; then, for those in main offices, a
    surname alone. A name nobody bears here keeps what its own title and nationality tell.
    """
    if "," in (word.text for word in words):
        return _apposition(registry, words, asked)
    two = joined(words)
    if two and read_person(registry, two[0], asked):
        return None
    for start in range(len(words) - 1):
        tail = words[start:]
        if tail[0].capital and name_like(tail):
            found = registry.people.named(text_of(tail))
            if found:
                return _whole_name(registry, words[:start], tail, found, asked)
    before, link, after = split_head(words)
    if link in _BEHIND and name_like(before[-1:]):
        country = registry.states.any_country(text_of(without_determiner(after)))
        if country:
            return read_person(registry, before, replace(asked, country=country))
    titled = read_title(registry, words)
    if not titled.name or not name_like(titled.name) or registry.nouns.agent([word.low for word in titled.name]):
        return None
    return _by_surname(registry, titled, asked) or _own_words(titled, titled.name, asked)


def _apposition(registry: Registry, words: Sequence[Word], asked: Asked) -> Identity | None:
    """The finance minister, Lou Jiwei / Lou Jiwei, the finance minister: one part is the name, the other the title."""
    cut = next(at for at, word in enumerate(words) if word.text == ",")
    first, second = list(words[:cut]), [word for word in words[cut + 1 :] if word.text != ","]
    for name, title in ((second, first), (first, second)):
        if name_like(name) and len(read_title(registry, name).name) == len(name):
            bare = [word for word in title if word.low not in DETERMINERS]
            found = read_person(registry, [*bare, *name], asked) or read_person(registry, name, asked)
            if found:
                return found
    return read_person(registry, first, asked) if len(first) > 1 else None


def _whole_name(registry: Registry, before: Sequence[Word], name: Sequence[Word], found: Sequence[Person], asked: Asked) -> Identity | None:
    titled = read_title(registry, before)
    chosen = _choose(found, titled.country if titled.firm else None, titled.kinds, asked)
    if chosen is None:
        return _own_words(titled, name, asked)
    kinds = tuple(registry.leaders.leading(chosen.country or "", asked.on or "9999") if kind == "leader" else kind for kind in titled.kinds)
    return identify(chosen, asked.on, "person.title_name" if before else "person.name", 0.97, kinds)


def _choose(found: Iterable[Person], country: str | None, kinds: Collection[str], asked: Asked) -> Person | None:
    """The one person of a name: by the state and office named, who is in office, the report's context; None if two remain.

    A state that the words name and the person never served excludes the person, unless of an international organisation.
    """
    people = list(found)
    on = asked.on
    if country:
        people = [one for one in people if any(term.country in (country, None) for term in one.terms)]
    if len(people) > 1 and kinds and on:
        people = [one for one in people if in_office(one, on, kinds) < NO_RANK] or people
    if len(people) > 1:
        people = [one for one in people if one.country in asked.hints or one.name in asked.hints] or people
    if len(people) > 1:
        ranks = [in_office(one, on) if on else float(one.rank) for one in people]
        people = [one for one, rank in zip(people, ranks, strict=True) if rank == min(ranks)]
    return people[0] if len(people) == 1 else None


def _by_surname(registry: Registry, titled: Titled, asked: Asked) -> Identity | None:
    """A surname, with a title or alone."""
    name, on = text_of(titled.name), asked.on
    regnal = titled.kinds and titled.kinds[0] in _REGNAL
    bearers = registry.people.by_surname(name) or (registry.people.by_surname(titled.name[0].text) if regnal else [])
    if titled.country and titled.firm:
        bearers = [one for one in bearers if titled.country in {term.country for term in one.terms}]
    kinds = titled.kinds if titled.kinds != ("leader",) else ()
    if titled.former:
        ended = [one for one in bearers if _served(one, kinds) and (on is None or best_term(one, on, kinds)[1] == "after")]
        chosen = _choose(ended, None, (), asked) if kinds or titled.country else None
        return identify(chosen, on, "person.former_title_surname", 0.75, kinds) if chosen else None
    if kinds:
        chosen = _choose([one for one in bearers if _holds(one, kinds, on)], None, kinds, asked)
        return identify(chosen, on, "person.title_surname", 0.92, kinds) if chosen else None
    if titled.bare and titled.office is None and ordinary(name):
        return None
    return _lone(bearers, asked, titled)


def _served(person: Person, kinds: Collection[str]) -> bool:
    return not kinds or any(term.kind in kinds for term in person.terms)


def _holds(person: Person, kinds: Collection[str], on: str | None) -> bool:
    return any(term.kind in kinds and (on is None or term.standing(on) in ("in", "open")) for term in person.terms)


def _lone(bearers: Sequence[Person], asked: Asked, titled: Titled) -> Identity | None:
    """A surname that no office helps to tell: first among those whom the context names, then among all."""
    near = [one for one in bearers if one.country in asked.hints or one.name in asked.hints]
    for people, suffix in ((near, "+context"), (bearers, "")):
        if asked.on is None:
            leaders = [one for one in people if one.rank == 1]
            if len(leaders) == 1 or len(people) == 1:
                return identify((leaders or list(people))[0], None, f"person.surname_undated{suffix}", 0.6)
            continue
        lowest = 1 if common(text_of(titled.name)) and not suffix else LOWEST
        found = by_surname_alone(people, asked.on, lowest)
        if found:
            person, how, score = found
            return identify(person, asked.on, f"{how}{suffix}", score if titled.office is None else min(0.9, score + 0.05))
    return None


def _own_words(titled: Titled, name: Sequence[Word], asked: Asked) -> Identity | None:
    """A person unknown here, with what title and nationality tell; None without a title."""
    office = titled.office
    if office is None or (office.office == COURTESY and not titled.country):
        return None
    sector = office.sector
    if titled.sector and (office.office in _SPEAKS_FOR_OTHERS or office.kind in ("spokesperson", "envoy") or sector is None):
        sector = titled.sector
    if titled.former:
        sector = "ELI"
    own = titled.country if titled.firm or office.kind not in ("envoy", "ambassador", "UN ambassador") else None
    state = None if sector == "IGO" else own or asked.country
    title = None if titled.former or office.office == COURTESY else titled.title
    how = "words.title" if own or state is None else "words.title+focus"
    label = text_of(name)
    return Identity(f"name:{slug(fold(label))}", label, "person", None, state, sector, title, how, 0.5)
