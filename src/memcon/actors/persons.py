"""A mention of a person, with or without title -> person at a date."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from .genders import is_given_name
from .groups import read_group
from .identity import Asked, Identity, Person, slug
from .names import fold
from .phrases import Word, joined, name_like, split_head, text_of, without_determiner
from .terms import (
    KNOWN_EVERYWHERE,
    LOWEST,
    NO_RANK,
    PROMINENT,
    best_term,
    by_surname_alone,
    common,
    identify,
    in_office,
    once_known,
    ordinary,
    widely_known,
)
from .titles import COURTESY, Titled, read_title

if TYPE_CHECKING:
    from .registry import Registry

_LONG = 10
"""Years after the last office from which on a namesake with another title is somebody else."""
_BEHIND = ("of", "from", "in")
_OF_SOMEBODY = frozenset(("of", "to", "for", "with", "from", "by", "against"))
_MONTHS = frozenset("january february march april may june july august september october november december".split())
_REGNAL = ("monarch", "crown prince")
_SPEAKS_FOR_OTHERS = ("official", "envoy", "spokesman", "spokeswoman", "spokesperson")


def read_person(registry: Registry, words: Sequence[Word], asked: Asked) -> Identity | None:
    """The person whom the words name; None where they name none.

    A whole name counts most, wherever it stands in the mention; then a surname with a title; then, for those in main offices, a
    surname alone. A name nobody bears here keeps what its own title and nationality tell.
    """
    if not any(word.capital for word in words):
        return None
    if "," in (word.text for word in words):
        return _apposition(registry, words, asked)
    two = joined(words)
    if two and read_person(registry, two[0], asked):
        return None
    for start in range(len(words) - 1):
        tail = words[start:]
        if tail[0].capital and name_like(tail):
            found = registry.people.named(text_of(tail))
            if found and start and words[start - 1].low in _OF_SOMEBODY:
                return None  # "allies of Ann Lee" are not Ann Lee
            if found:
                return _whole_name(registry, words[:start], tail, found, asked)
    head, link, after = split_head(words)
    if link in _BEHIND and name_like(head[-1:]):
        country = registry.states.any_country(text_of(without_determiner(after)))
        if country:
            return read_person(registry, head, replace(asked, country=country))
    titled = read_title(registry, words)
    if not titled.name or not name_like(titled.name) or _describes(registry, titled.name):
        return None
    before = words[: len(words) - len(titled.name)]
    if before and before[-1].low in _OF_SOMEBODY:
        return None
    return _by_surname(registry, titled, asked) or _own_words(registry, titled, before, titled.name, asked)


def _describes(registry: Registry, name: Sequence[Word]) -> bool:
    """Whether the words are a noun for a party ("Army Rangers") and no name that ends like one ("Peter King", "Jim Banks")."""
    agent = registry.nouns.agent([word.low for word in name])
    if agent is None:
        return False
    named = len(name) > agent[1] and is_given_name(name[0].text)
    return not (named and (agent[0].kind == "person" or agent[2]))


def _apposition(registry: Registry, words: Sequence[Word], asked: Asked) -> Identity | None:
    """The finance minister, Lou Jiwei / Lou Jiwei, the finance minister: one part is the name, the other the title."""
    cut = next(at for at, word in enumerate(words) if word.text == ",")
    first, second = list(words[:cut]), [word for word in words[cut + 1 :] if word.text != ","]
    for name, title in ((second, first), (first, second)):
        if not name_like(name) or len(read_title(registry, name).name) != len(name):
            continue
        bare: Sequence[Word] = without_determiner(title) if title else []
        titled = read_title(registry, bare)
        people = registry.people.named(text_of(name))
        found = (
            _whole_name(registry, bare, name, people, asked) if people else _by_surname(registry, replace(titled, name=tuple(name)), asked)
        )
        found = found or _own_words(registry, titled, bare, name, asked)
        if found:
            return found
    return read_person(registry, first, asked) if len(first) > 1 else None


def _whole_name(registry: Registry, before: Sequence[Word], name: Sequence[Word], found: Sequence[Person], asked: Asked) -> Identity | None:
    titled = read_title(registry, before)
    chosen = _choose(found, titled.country if titled.firm else None, titled.kinds, asked)
    told = _own_words(registry, titled, before, name, asked)
    if chosen is None:
        return told
    kinds = tuple(registry.leaders.leading(chosen.country or "", asked.on or "9999") if kind == "leader" else kind for kind in titled.kinds)
    held = any(term.kind in titled.kinds or (told and term.office == told.office) for term in chosen.terms)
    if before and told and not titled.former and not held and _long_gone(chosen, asked):
        return told
    known = identify(chosen, asked.on, "person.title_name" if before else "person.name", 0.97, kinds)
    if told and known.office is None and not titled.former:
        # Not in a main office then: the report's own words say what the person is.
        return replace(known, sector=told.sector or known.sector, office=told.office, how=f"{known.how}+words")
    return known


def _long_gone(person: Person, asked: Asked) -> bool:
    """Whether the person's last term ended ten years before, and the report tells of other states alone: a namesake in another office."""
    if asked.on is None or not asked.states or person.users or person.country in asked.hints:
        return False
    ends = [term.end for term in person.terms]
    return all(end and int(end[:4]) + _LONG < int(asked.on[:4]) for end in ends)


def _choose(found: Iterable[Person], country: str | None, kinds: Collection[str], asked: Asked) -> Person | None:
    """The one person of a name: by the state and office named, who is in office, the report's context; None if two remain.

    A state that the words name and the person never served excludes the person, unless of an international organisation.
    """
    people = list(found)
    people = [one for one in people if one.users] or people
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
    bearers = registry.people.by_surname(name, regnal=bool(regnal))
    if not bearers and regnal:
        bearers = registry.people.by_surname(titled.name[0].text, regnal=True)
    bearers = [one for one in bearers if one.users] or bearers
    if titled.country and titled.firm:
        bearers = [one for one in bearers if titled.country in {term.country for term in one.terms}]
    kinds = titled.kinds if titled.kinds != ("leader",) else ()
    if titled.former:
        ended = [one for one in bearers if _served(one, kinds) and (on is None or best_term(one, on, kinds)[1] == "after")]
        chosen = _choose(ended, None, (), asked) if kinds or titled.country else None
        return identify(chosen, on, "person.former_title_surname", 0.75, kinds) if chosen else None
    if kinds:
        holders = [one for one in bearers if _holds(one, kinds, on)]
        chosen = _choose(holders, None, kinds, asked)
        if chosen is None and on and not holders:
            return _in_short(registry, bearers, titled, asked) or _once(name, bearers, kinds, asked)
        return identify(chosen, on, "person.title_surname", 0.92, kinds) if chosen else None
    if titled.office and titled.title and titled.office.office != COURTESY and on:
        short = _in_short(registry, bearers, titled, asked)
        if short:
            return short
    names = _full_names(registry, name, bearers, asked) if fold(name) not in _MONTHS else ()
    if names:
        return _namesake(registry, names, bearers, asked)
    if titled.bare and titled.office is None and ordinary(name):
        return None
    return _lone(bearers, asked, titled)


def _once(surname: str, bearers: Sequence[Person], kinds: Collection[str], asked: Asked) -> Identity | None:
    """A title that its bearer keeps when the term is over: "President Clinton"."""
    held = [one for one in bearers if _served(one, kinds) and asked.on and best_term(one, asked.on, kinds)[1] == "after"]
    near = [one for one in held if one.country in asked.hints or one.name in asked.hints]
    if not near and held and common(surname):  # one of many of that name, and nothing in the report speaks for any
        return None
    if asked.states:
        held = near or [one for one in held if best_term(one, asked.on or "9999", kinds)[0].rank <= PROMINENT]
    chosen = _choose(held, None, (), asked)
    return identify(chosen, asked.on, "person.title_surname+former", 0.75, kinds) if chosen else None


def _in_short(registry: Registry, bearers: Sequence[Person], titled: Titled, asked: Asked) -> Identity | None:
    """A title that is part of the office's own: "Secretary Kerry", the secretary of state, "Director Comey", the director of the FBI."""
    word, sector = fold(titled.title), titled.office.sector if titled.office and not titled.kinds else None
    kinds = registry.nouns.kin.get(word, frozenset())
    close = [
        one
        for one in bearers
        if any(
            term.kind in kinds
            or (word in fold(term.office).split() and word != "general")  # a general is no attorney general
            or (sector not in ("GOV", None) and term.sector == sector)
            for term in one.terms
        )
    ]
    if asked.states:
        close = [one for one in close if one.country in asked.hints or any(term.country is None for term in one.terms)]
    holders = [one for one in close if asked.on and in_office(one, asked.on, local=True) < NO_RANK]
    chosen = _choose(holders, titled.country, (), asked)
    if chosen:
        return identify(chosen, asked.on, "person.short_title_surname", 0.85, kinds)
    return _once(text_of(titled.name), close, kinds, asked) if kinds else None


def _served(person: Person, kinds: Collection[str]) -> bool:
    return not kinds or any(term.kind in kinds for term in person.terms)


def _holds(person: Person, kinds: Collection[str], on: str | None) -> bool:
    return any(term.kind in kinds and (on is None or term.standing(on) in ("in", "open")) for term in person.terms)


def _full_names(registry: Registry, surname: str, bearers: Sequence[Person], asked: Asked) -> list[str]:
    """The full names of that surname in the report, the family's name last or, where the table says so, first."""
    key, numbers = fold(surname), {one.id for one in bearers}
    full = [one for one in sorted(asked.context) if " " in one]
    return [
        one
        for one in full
        if key in (fold(one).split()[-1], " ".join(fold(one).split()[-2:]))
        or numbers & {person.id for person in registry.people.named(one)}
    ]


def _namesake(registry: Registry, names: Sequence[str], bearers: Sequence[Person], asked: Asked) -> Identity | None:
    """A surname whose full name the report gives: that person, known or not; no other bearer but a leader in office of a state it names."""
    known = {person.id: person for name in names for person in registry.people.named(name)}
    leading = {one.id: one for one in bearers if asked.on and one.country in asked.hints and in_office(one, asked.on, local=True) <= 1}
    kin = asked.on and len(leading) == 1 and all(best_term(one, asked.on)[0].rank > PROMINENT for one in known.values())
    if len(known) == 1 and len(names) == 1 and not kin:
        return identify(next(iter(known.values())), asked.on, "person.surname+name", 0.9)
    if len(leading) == 1 and (kin or next(iter(leading)) in known):
        return identify(next(iter(leading.values())), asked.on, "person.surname", 0.8)
    chosen = _choose(known.values(), None, (), asked)
    return identify(chosen, asked.on, "person.surname+name", 0.75) if chosen else None


def _lone(bearers: Sequence[Person], asked: Asked, titled: Titled) -> Identity | None:
    """A surname that no office helps to tell: first among those whom the context names, then among all."""
    if len(bearers) == 1 and bearers[0].users:
        return identify(bearers[0], asked.on, "person.surname", 0.9)
    near = [one for one in bearers if one.country in asked.hints or one.name in asked.hints]
    lowest = KNOWN_EVERYWHERE / 2 if common(text_of(titled.name)) else KNOWN_EVERYWHERE
    if len(bearers) == 1 and not asked.states and lowest == KNOWN_EVERYWHERE:
        lowest = PROMINENT  # a rare name, and the report tells nothing against it
    if asked.on is None:
        for people, suffix in ((near, "+context"), (bearers, "")):
            leaders = [one for one in people if one.rank == 1]
            if len(leaders) == 1 or len(people) == 1:
                return identify((leaders or list(people))[0], None, f"person.surname_undated{suffix}", 0.6)
        return None
    held = [one for one in near if in_office(one, asked.on, local=True) <= LOWEST]
    found = by_surname_alone(held, asked.on, LOWEST, local=True) if held else by_surname_alone(bearers, asked.on, lowest)
    if found is None and len(bearers) == 1 and once_known(bearers[0], asked.on) and lowest != KNOWN_EVERYWHERE / 2:
        return identify(bearers[0], asked.on, "person.surname_of_old", 0.55)
    if found is None:
        return None
    person, how, score = found
    if asked.states and not held and (not widely_known(person, asked.on) or common(text_of(titled.name))):
        return None  # the report is about other states
    how = f"{how}+context" if held else how
    return identify(person, asked.on, how, score if titled.office is None else min(0.9, score + 0.05))


def _own_words(registry: Registry, titled: Titled, before: Sequence[Word], name: Sequence[Word], asked: Asked) -> Identity | None:
    """A person with what title, nationality and institution before the name tell; None without a title."""
    office = titled.office
    if office is None or (office.office == COURTESY and not titled.country):
        return None
    told = read_group(registry, before, asked.on, None) if before else None
    speaker = office.office in _SPEAKS_FOR_OTHERS or office.kind in ("spokesperson", "envoy")
    sector = office.sector
    if speaker or sector is None:
        sector = (told.sector if told else None) or titled.sector or (sector if titled.country else None)
    if titled.unknown and office.kind == "president":
        sector = told.sector if told and told.country else None
    if titled.former:
        sector = "ELI"
    own = titled.country if titled.firm or office.kind not in ("envoy", "ambassador", "UN ambassador") else None
    own = own or (told.country if told else None)
    state = None if sector == "IGO" else own or asked.country
    title = None if titled.former or office.office == COURTESY else titled.title
    how = "words.title" if own or state is None else "words.title+focus"
    label = text_of(name)
    return Identity(f"name:{slug(fold(label))}", label, "person", None, state, sector, title, how, 0.5)
