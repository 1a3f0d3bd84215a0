"""Hosts and guests told by whose they are: "Rey flew to Lima and met Ann Lee. He thanked his host"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from ..grammar.dependents import coordinated, is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import clause, grammatical_subject, objects
from ..grammar.verbs_of_acts import types_of
from ..parties.entity import Entity
from ..parties.mention import Mention

_NOUNS = frozenset(("host", "guest", "visitor", "interlocutor"))
_BACK = 2  # sentences
_FAR = 8  # sentences to a contact, where nothing else was told between the two
_TOWARDS = frozenset(("with", "to", "by"))
_COMPLEMENTS = ("dobj", "dative", "prep", "agent")
_SEVERAL = frozenset(("group", "state", "organisation", "armed_group"))

Parties = Callable[[int], tuple[int, ...]]


def hosts_and_guests(p: Parsed, entities: Sequence[Entity], of: Parties) -> Iterator[tuple[Entity, Entity]]:
    """Those told only as somebody's host or guest, each with the party that their host or guest dealt with last; `of` gives the parties at
    a token.

    >>> from memcon.reading.pipeline import Report, read
    >>> text = "Ivan Rey flew to Lima, where he met Ann Lee. He asked his host to free the crew."
    >>> record = read(Report("r", text, published="2022-03-05"))
    >>> [p.name for e in record.events if e.type == "REQUEST" for p in e.participants if p.role == "recipient"]
    ['Ann Lee']
    """
    for entity in entities:
        mention = entity.mentions[0] if entity.mentions and not entity.named else None
        if mention is None or mention.form != "noun" or p.lemmas[mention.head] not in _NOUNS:
            continue
        owners = {n for c in p.children[mention.head] if p.tags[c] == "PRP$" for n in of(c)}
        if p.lower[mention.first] == "the" and mention.first == mention.head - 1:  # "Rey told the visitor": Rey's
            owners = {n for t in grammatical_subject(p, clause(p, mention.head)) if t != mention.head for n in of(t)}
        if len(owners) != 1 or entity.number in owners or any(p.deps[c] == "appos" for c in p.children[mention.head]):
            continue
        found = _counterpart(p, entities, of, mention, next(iter(owners)), entity)
        if found is not None:
            yield entity, found


def _counterpart(p: Parsed, entities: Sequence[Entity], of: Parties, mention: Mention, owner: int, told: Entity) -> Entity | None:
    """The other party of the nearest verb before words that has their owner on one side."""
    several, here = p.tags[mention.head] == "NNS", p.sentence_of[mention.head]
    start = p.sentences[max(0, here - (_BACK if several else _FAR))][0]
    own = set(p.ancestors(mention.head))
    lands = {entities[n].country for c in p.children[mention.head] if p.deps[c] == "amod" for n in of(c)}  # "his Chadian host"
    for verb in range(mention.first - 1, start - 1, -1):
        if not is_verb(p, verb) or verb in own or (here - p.sentence_of[verb] > _BACK and "CONSULT" not in types_of(p.lemmas[verb])):
            continue
        doing = [n for s in grammatical_subject(p, verb) for t in coordinated(p, s) for n in of(t)]
        others = [n for t in _towards(p, verb) for n in of(t)]
        if owner not in (*doing, *others):
            continue
        beside = [entities[n] for n in (others if owner in doing else doing) if n not in (told.number, owner)]
        fit = [e for e in beside if (e.kind in _SEVERAL if several else e.kind == "person") and (not lands or e.country in lands)]
        if fit:
            return fit[0]
    return None if several else _foreigner(p, entities, mention, owner)


def _foreigner(p: Parsed, entities: Sequence[Entity], mention: Mention, owner: int) -> Entity | None:
    """The one person of another state than the words' owner whom the two sentences before tell of as their subject."""
    here, home = p.sentence_of[mention.head], entities[owner].country
    told = {
        e.number
        for e in entities
        if e.kind == "person" and e.named and e.country and home and e.country != home
        for m in e.mentions
        if p.deps[m.head] == "nsubj" and here - _BACK <= p.sentence_of[m.head] < here
    }
    return entities[next(iter(told))] if len(told) == 1 else None


def _towards(p: Parsed, verb: int) -> Iterator[int]:
    """The tokens that tell to or with whom a verb is: its objects, those behind a preposition, those of the talks that it tells of."""
    for t in (*objects(p, verb), *(c for c in p.children[verb] if p.deps[c] in _COMPLEMENTS)):
        if p.deps[t] in ("prep", "agent"):
            yield from _held(p, t)
            continue
        yield t
        for c in p.children[t]:
            yield from _held(p, c)


def _held(p: Parsed, link: int) -> Iterator[int]:
    """What a preposition towards somebody holds."""
    if p.lower[link] in _TOWARDS:
        yield from (t for c in p.children[link] if p.deps[c] == "pobj" for t in coordinated(p, c))
