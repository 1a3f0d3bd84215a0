"""Who speaks for a state acts with it and not on it: "the Peruvian president said Peru and Chad should talk" asks Chad."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from memcon.ontology.words import words

from ..coreference.cast import Cast
from ..grammar.dependents import child
from ..grammar.parsed import Parsed
from ..grammar.syntax import prepositional
from ..triggers.triggers import Trigger
from .filled import HEARD, Filled

_DONE_TO_ONE = frozenset(("ASSAULT", "COERCE", "REJECT"))
_OWN = frozenset(("STATEMENT", "THREATEN"))
"""What nobody in office tells the own state alone."""


def without_own_side(parties: tuple[Filled, ...], kind: str, cast: Cast) -> tuple[Filled, ...]:
    """The parties of an act of some type, without the state that its actor is in office (or an organ) of as one of several recipients.

    In the annotated windows, passages and reports, test part left out, such a state is annotated 2 times of 12 where there are others,
    alone in a statement or a threat 2 times of 10, in other acts 22 times of 40.
    """
    lands = {cast.entities[f.entity].country for f in parties if f.role == "actor" and _is_in_office(cast, f.entity)} - {None}
    own = [
        f for f in parties if f.role == "recipient" and cast.entities[f.entity].kind == "state" and cast.entities[f.entity].country in lands
    ]
    others = any(f.role == "recipient" and f not in own for f in parties)
    return tuple(f for f in parties if f not in own) if own and (others or kind in _OWN) else parties


def for_the_state(cast: Cast, one: Filled) -> Filled:
    """A party, as the state for which that person speaks where the report names it."""
    entity = cast.entities[one.entity]
    if entity.kind != "person" or entity.country is None:
        return one
    state = next((e for e in cast.entities if e.kind == "state" and e.country == entity.country and e.mentions), None)
    return one if state is None else replace(one, entity=state.number, token=state.before(one.token).head)


def without_whole(p: Parsed, kind: str, parties: tuple[Filled, ...], cast: Cast) -> tuple[Filled, ...]:
    """The parties without those whom only the encoder takes for doers, of whom the act befell some: "two of the rebels were killed".

    Nor does one whose own they are do it: "the Chadian army said three of its men had been wounded".
    """
    befallen = [t for f in parties if f.role == "recipient" for t in (f.token, *prepositional(p, f.token, "of"))]
    whole = {n for f in parties if f.role == "recipient" for t in prepositional(p, f.token, "of") for n in cast.of(t)}
    owners = {n for t in befallen for c in p.children[t] if p.tags[c] == "PRP$" for n in cast.of(c)} if kind in _DONE_TO_ONE else set()
    heard = [f for f in parties if f.role == "actor" and f.slot == HEARD]
    own = {f.entity for f in heard if f.entity in whole | owners or is_home(cast, f.entity, owners)}
    return tuple(f for f in parties if f not in heard or f.entity not in own)


def _is_in_office(cast: Cast, number: int) -> bool:
    entity = cast.entities[number]
    sectors = ("GOV",) if entity.kind == "person" else ("GOV", "MIL", "COP") if entity.kind == "organisation" else ()
    return any(m.identity is not None and m.identity.sector in sectors for m in entity.mentions)


def threatens_itself(p: Parsed, verb: int, token: int, actors: Collection[int], cast: Cast) -> bool:
    """Whether the state that is to do what is threatened is the threatener's own: "Peru's minister warned that Peru would respond"."""
    below = child(p, verb, "ccomp")
    does = below is not None and p.heads[token] == below and p.deps[token] == "nsubj"
    return does and any(is_home(cast, number, actors) for number in cast.of(token))


def is_own_state(p: Parsed, trigger: Trigger, token: int, actors: Collection[int], cast: Cast) -> bool:
    """Whether a state is that of an official who speaks, who says nothing against it: "Peru's minister insisted that Peru had paid".

    Not so where another speaks ("critics", "the opposition"), or a government is told of by that word.
    """
    if trigger.entry.type == "THREATEN" and threatens_itself(p, trigger.head, token, actors, cast):
        return True
    official = [n for n in actors if cast.entities[n].titles & words("office_nouns") or cast.entities[n].kind == "state"]
    told = cast.lemma(token) in words("government_nouns") or p.deps[token] == "dobj"
    return not told and len(official) == len(actors) and any(is_home(cast, number, official) for number in cast.of(token))


def is_home(cast: Cast, number: int, actors: Collection[int]) -> bool:
    """Whether an entity is the state that some are of."""
    entity = cast.entities[number]
    return entity.kind == "state" and entity.country in {cast.entities[n].country for n in actors} - {None}


def own_bodies(p: Parsed, cast: Cast, found: Iterable[Filled]) -> set[int]:
    """The bodies, no states, whose officials act: "its commissioner, Ann Rey, called it a trick" is not said against the body.

    >>> from memcon.actors import registry
    >>> from memcon.places import gazetteer
    >>> from memcon.reading.parse.parsing import parser
    >>> from memcon.reading.parties.mentions import Mentions
    >>> p = parser().parse("UNICEF's spokesman, Ann Rey, called the offer a trick.")
    >>> cast = Cast(p, Mentions(p, registry(), None, gazetteer().is_place), lambda token: ())
    >>> [cast.entities[n].name for n in own_bodies(p, cast, [Filled("actor", 1, 5, "subj")])]
    ['UNICEF']
    """
    speakers = [t for f in found if f.role == "actor" for t in (f.token, p.heads[f.token] if p.deps[f.token] == "appos" else f.token)]
    owners = {n for t in speakers for c in p.children[t] if p.deps[c] == "poss" for n in cast.of(c)}
    return {n for n in owners if cast.entities[n].kind != "state"}
