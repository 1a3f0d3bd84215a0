"""A common noun phrase for actors -> kind, state and sector from its own words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from .identity import Agent, Identity, slug
from .names import fold
from .nouns import singular
from .phrases import (
    ELSEWHERE,
    FORMER,
    NEEDS_OWNER,
    NEEDS_PERSON,
    NO_PERSON,
    NO_PLURAL,
    NOT_OF,
    POSTMODIFIERS,
    QUANTITIES,
    SPEAKERS,
    Word,
    joined,
    name_like,
    split_head,
    text_of,
    without_determiner,
)
from .terms import by_surname_alone, common, identify, ordinary

if TYPE_CHECKING:
    from .registry import Registry

_PERSON_ENDINGS = ("er", "or", "ist", "ant", "ian", "eer", "man", "woman", "ee")
_OF_ONE_FIRM = frozenset("airlines airways enterprises industries mills mines motors railroads railways".split())  # "Peru Airlines"
_SINGULAR = frozenset(("a", "an", "one", "another", "this", "that"))
# Sectors whose people need not be of the state in focus.
_ABROAD = (None, "REF", "MED", "INT", "IGO")
_OTHERS = frozenset("affiliate affiliates offshoot offshoots splinter breakaway franchise proxy proxies".split())  # and not its members
_PART_OF = frozenset(("of", "in", "from", "at", "for", "across", "inside", "to", "outside", "near", "by"))


@dataclass
class Told:
    """What the words around a head tell."""

    countries: tuple[str, ...] = ()
    sector: str | None = None
    hint: str | None = None
    owner: Identity | None = None
    joined: bool = False
    region: bool = False

    @property
    def country(self) -> str | None:
        """The state told first; None where "and" joins several ("Russian and Syrian aircraft")."""
        if self.joined and len(set(self.countries)) > 1:
            return None
        return self.countries[0] if self.countries else None


def read_group(registry: Registry, words: Sequence[Word], on: str | None, country: str | None) -> Identity | None:
    """The identity that a noun phrase describes; None where its head is no actor."""
    kept = without_determiner(words)
    before, link, after = split_head(kept)
    if before and link == "of" and before[-1].low in QUANTITIES and after:
        rest = without_determiner(after)
        inner = registry.by_name(text_of(rest), on, country) if name_like(rest) else None
        return inner or read_group(registry, after, on, country)
    while len(before) > 1 and before[-1].low in POSTMODIFIERS:
        before.pop()
    inner = _named_behind(registry, before, on, country)
    if inner:
        return inner
    found = registry.nouns.agent([word.low for word in before]) or _by_ending(registry, before)
    if found is None:
        return _named_part(registry, before, on, country)
    agent, size, plural = found
    if agent.kind == "none" or (plural and singular(before[-1].low) in NO_PLURAL) or _place(registry, before):
        return None
    told = Told()
    _tell(registry, before[: len(before) - size], told, on)
    if link in _PART_OF and after:
        _tell(registry, after, told, on, last=True)
    if not _is_party(registry, before[-size:], told, link):
        return None
    if (
        told.owner
        and told.owner.kind == "armed_group"
        and not any(word.low in _OTHERS for word in before)
        and (agent.sector in ("REB", "UAF", "MIL") or (agent.kind == "organisation" and agent.weak))
        and (plural or agent.kind != "person")  # "a Hezbollah fighter" is one of them
    ):
        return replace(told.owner, how="armed_group.members", score=0.8)
    former = any(word.low in FORMER or word.low.startswith("ex-") for word in before)
    definite = words[0].low not in _SINGULAR and not plural and not former and len(before) - size <= 2
    local = told.owner is None and agent.sector not in _ABROAD and not any(word.low in ELSEWHERE for word in before)
    state = told.country or (country if local else None)
    if definite and agent.kind == "person" and state and link in ("", "of", "for", ","):
        holder = _office_holder(registry, before, told, state, on)
        if holder:
            return holder
    return _described(agent, told, state, former=former, plural=plural, words=kept, stated=told.country is not None)


def _place(registry: Registry, before: Sequence[Word]) -> bool:
    """Whether the words end in the name of a place that has a noun for a party in it ("the occupied West Bank")."""
    return len(before) > 1 and before[-1].capital and registry.states.regions.get(fold(text_of(before[-2:]))) is not None


def _is_party(registry: Registry, head: Sequence[Word], told: Told, link: str) -> bool:
    """Whether a noun that may mean something else as well means a party here."""
    noun = " ".join(word.low for word in head)
    one = noun if noun in registry.nouns.agents else singular(noun)
    if noun in NEEDS_PERSON and (told.owner is None or (told.owner.kind != "person" and told.owner.sector != "PTY")):
        return False
    named = bool(told.countries) or told.owner is not None
    if link == "of" and one in NOT_OF and not named:
        return False
    return named or one not in NEEDS_OWNER or (told.sector is not None or told.hint is not None)


def _by_ending(registry: Registry, before: Sequence[Word]) -> tuple[Agent, int, bool] | None:
    """An unlisted noun for a person ("army accountant"), known by its ending, if an institution of known sector stands before it."""
    if len(before) < 2 or before[-1].capital:
        return None
    one = singular(before[-1].low)
    if not one.endswith(_PERSON_ENDINGS) or one in NO_PERSON:
        return None
    told = registry.nouns.agent([word.low for word in before[:-1]])
    if told is None or told[0].kind == "person" or told[0].sector is None:
        return None
    return Agent("person", told[0].sector, True), 1, one != before[-1].low


def _office_holder(registry: Registry, before: Sequence[Word], told: Told, state: str, on: str | None) -> Identity | None:
    """The one person who holds the office named, where nothing but the state qualifies it."""
    title = registry.nouns.office_tail([word.low for word in before])
    if title is None or title[0].kind == "opposition leader":  # of whom a state may have many
        return None
    if told.owner is not None or told.region or ((told.sector or told.hint or "GOV") != "GOV"):
        return None
    rest = before[: len(before) - title[1]]
    if rest and registry.states.any_country(text_of(rest)) is None:
        return None
    return registry.leaders.holder(title[0].kind, state, on)


def _described(agent: Agent, told: Told, state: str | None, *, former: bool, plural: bool, words: Sequence[Word], stated: bool) -> Identity:
    sector = agent.sector
    stronger = told.sector or told.hint
    if stronger and (agent.weak or sector is None) and not (sector == "MIL" and stronger == "GOV" and told.owner is None):
        sector = stronger
    if sector is None and told.owner and agent.weak and agent.kind == "person":
        sector = told.owner.sector
    if sector is None and stated and words[-1].low in SPEAKERS:
        sector = "GOV"
    if former and (agent.weak or sector == "GOV"):
        sector = "ELI"
    kind = agent.kind
    if kind == "person" and plural:
        kind = "armed_group" if sector in ("REB", "UAF") else "group"
    elif kind == "organisation" and plural and sector not in ("MIL", "COP") and not (words[-1].capital and words[-1].low in _OF_ONE_FIRM):
        kind = "group"
    name = text_of(words)
    how = "words.agent" if stated or state is None else "words.agent+focus"
    return Identity(
        f"{kind}:{slug(name)}{'-' + state.lower() if state else ''}", name, kind, None, state, sector, None, how, 0.6 if stated else 0.5
    )


def _tell(registry: Registry, words: Sequence[Word], told: Told, on: str | None, *, last: bool = False) -> None:
    """Reads state, sector and owner from modifiers (or, with `last`, from what follows a preposition), longest names first.

    Persons are looked for only where no state is told: "Arab Israeli lawmakers" names none.
    """
    rest: list[Sequence[Word]] = []
    told.joined = told.joined or joined(words) is not None
    at = 0
    while at < len(words):
        for size in range(min(6, len(words) - at), 0, -1):
            part = words[at : at + size]
            if _take(registry, part, told, on, last=last):
                at += size
                break
        else:
            rest.append(words[at : at + 3])
            at += 1
    for start in rest if told.country is None else ():
        for size in range(len(start), 0, -1):
            part = start[:size]
            person = _owner(registry, part, on) if part[0].capital and name_like(part) else None
            if person:
                told.countries += (person.country,) if person.country else ()
                told.owner = person
                return


def _take(registry: Registry, part: Sequence[Word], told: Told, on: str | None, *, last: bool) -> bool:
    text = text_of(part)
    iso3 = registry.states.any_country(text) if part[0].capital or part[-1].capital else None
    if iso3:
        told.region = told.region or registry.states.is_region(text)
        told.countries = (*told.countries, iso3)
        return True
    known = registry.organisations.find(text) if part[0].capital else None
    metonym = registry.metonym(text) if part[0].capital and known is None else None
    owner = known or (metonym.target if metonym else None)
    if owner:
        owner = registry.organisations.at(owner, on)
        told.countries += (owner.country,) if owner.country else ()
        told.sector = told.sector or owner.sector
        if owner.sector not in ("PTY",):
            told.owner = owner
        return True
    found = registry.nouns.agent([word.low for word in part])
    if found and found[1] == len(part) and found[0].sector not in (None, "CVL") and not (last and found[0].kind == "person"):
        told.sector = told.sector or found[0].sector
        return True
    if len(part) == 1 and part[0].low in registry.nouns.modifiers and not last:
        told.hint = told.hint or registry.nouns.modifiers[part[0].low]
        return True
    return False


def _owner(registry: Registry, part: Sequence[Word], on: str | None) -> Identity | None:
    """The person whose supporters, office or government the phrase is about."""
    if len(part) > 1:
        found = registry.people.named(text_of(part))
        return identify(found[0], on, "person.name", 0.9) if len(found) == 1 else None
    if on is None:
        return None
    lone = None if ordinary(part[0].text) or common(part[0].text) else by_surname_alone(registry.people.by_surname(part[0].text), on)
    return identify(lone[0], on, lone[1], lone[2]) if lone else None


def _named_behind(registry: Registry, before: Sequence[Word], on: str | None, country: str | None) -> Identity | None:
    """A named organisation behind plain adjectives: "emergency Security Council", "embattled Finance Ministry"."""
    first = next((at for at, word in enumerate(before) if word.capital), 0)
    known = registry.organisations.find(text_of(before[first:]), country) if 0 < first < len(before) - 1 else None
    return replace(registry.organisations.at(known, on), how=f"{known.how}+words", score=0.8) if known else None


def _named_part(registry: Registry, before: Sequence[Word], on: str | None, country: str | None) -> Identity | None:
    """A named organisation with words around it: "Northern Fleet's Arctic Group", "Kurdish-led Syrian Democratic Forces"."""
    for size in range(min(6, len(before)), 0, -1):
        for at in range(len(before) - size + 1):
            part = before[at : at + size]
            known = registry.organisations.find(text_of(part), country) if part[0].capital else None
            plain = all(not word.capital or registry.states.any_country(word.text) for word in before[:at])
            behind = before[at + size :]
            of_it = before[at + size - 1].possessive and before[-1].capital  # not "NATO's 10 Least Known Facts"
            whole = not behind or (of_it and not any(word.text[:1].isdigit() for word in behind))
            if known and plain and whole:
                known = registry.organisations.at(known, on)
                return replace(known, how=f"{known.how}+words", score=0.7)
    return None
