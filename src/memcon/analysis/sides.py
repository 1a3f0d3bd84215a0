"""Whom a party counts for, and between whom an event took place."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import combinations, product

from memcon.actors import registry
from memcon.codes import country
from memcon.model import Event, Party

STATE_SECTORS = frozenset(("GOV", "MIL", "COP", "SPY", "JUD", "LEG"))
"""Sectors of those who act for a state."""
_LONGEST = 4
_WITHOUT_DIRECTION = ("meeting", "call", "multilateral", "")
_MUTUAL = {("AGREE", None), ("COOPERATE", None), ("SUPPORT", None), ("CONSULT", None), ("RETREAT", "ceasefire"), ("ASSAULT", "")}


def side(party: Party) -> str:
    """Whom a party counts for: the state that it acts for (ISO 3166-1 alpha-3), else itself by name.

    A state's own organs count for the state, and so does a person whose sector is one of the state's or is not known; a rebel, a party's
    politician, a citizen or a firm does not.

    >>> from memcon.model import Span
    >>> word = Span(0, 1, "x")
    >>> side(Party("actor", "Naftali Bennett", "person", word, country="ISR", sector="GOV"))
    'ISR'
    >>> side(Party("actor", "Hamas", "armed_group", word, country="PSE", sector="REB"))
    'Hamas'
    """
    if party.country and party.kind != "armed_group":
        unknown = not party.sector and party.kind in ("person", "state", "")  # imported tables tell no kind
        if party.kind == "state" or unknown or party.sector in STATE_SECTORS:
            return party.country
    return party.name


def sides(event: Event, role: str) -> tuple[str, ...]:
    """Whom the parties in a role count for, each once, in the record's order."""
    return tuple(dict.fromkeys(side(p) for p in event.parties(role)))


@lru_cache(maxsize=4_000)
def named_states(name: str) -> frozenset[str]:
    """The states that the name of a group names; empty where it is fewer than two.

    >>> sorted(named_states("The foreign ministers of Norway and Iceland")), named_states("Norwegian ministers")
    (['ISL', 'NOR'], frozenset())
    """
    words = re.findall(r"[^\W\d_][\w.'’-]*", name.replace("'s", "").replace("’s", ""))
    found: set[str] = set()
    at = 0
    while at < len(words):
        length = next((n for n in range(min(_LONGEST, len(words) - at), 0, -1) if _state(words[at : at + n])), 0)
        found |= {_state(words[at : at + length])} if length else set()
        at += max(length, 1)
    return frozenset(found) if len(found) > 1 else frozenset()


def _state(words: list[str]) -> str:
    return registry().country(" ".join(words)) or "" if words[0][0].isupper() else ""


def dyads(event: Event) -> tuple[tuple[str, str], ...]:
    """The pairs between which an event took place, each in alphabetical order; none where it has one side or is inside one.

    A pair is an actor and a recipient. Where all take part alike (a meeting, call or conference), and where an act that two do to one
    another (an agreement, deal, ceasefire, fighting) names actors alone, any two are a pair.

    >>> from memcon.model import Span
    >>> word = Span(0, 1, "x")
    >>> def state(role, code): return Party(role, code, "state", word, country=code)
    >>> dyads(Event("e1", "AID", "military", "happened", (), (state("actor", "USA"), state("actor", "GBR"), state("recipient", "UKR"))))
    (('UKR', 'USA'), ('GBR', 'UKR'))
    >>> dyads(Event("e2", "AGREE", "", "happened", (), (state("actor", "RUS"), state("actor", "UKR"))))
    (('RUS', 'UKR'),)
    """
    actors, recipients = sides(event, "actor"), sides(event, "recipient")
    found: Iterable[tuple[str, str]]
    if event.type == "CONSULT" and event.mode in _WITHOUT_DIRECTION:
        found = combinations(dict.fromkeys((*actors, *recipients)), 2)
    elif recipients:
        found = product(actors, recipients)
    else:
        mutual = {(event.type, None), (event.type, event.mode)} & _MUTUAL
        found = combinations(actors, 2) if mutual else ()
    return tuple(dict.fromkeys((min(a, b), max(a, b)) for a, b in found if a != b))


def numbers(name: str | None) -> tuple[int | None, int | None]:
    """A state's numbers with Correlates of War and with Gleditsch and Ward; None for who is no state of theirs.

    >>> numbers("DEU"), numbers("Hamas")
    ((255, 260), (None, None))
    """
    codes = country(name)
    return (codes.cow, codes.gw) if codes else (None, None)
