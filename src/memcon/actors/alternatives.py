"""Everyone whom a mention can mean, the likeliest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from .identity import Asked, Identity, Person
from .phrases import Word, name_like, split_words, text_of
from .terms import identify, in_office
from .titles import read_title

if TYPE_CHECKING:
    from .registry import Registry

_UNCHOSEN = 0.6
"""How sure it is that a mention which resolves to none is one of its candidates at all."""
_MOST = 20


def ranked(registry: Registry, mention: str, asked: Asked) -> list[Identity]:
    """What `resolve` says, then the other bearers of the name; their scores share what the first leaves of one.

    Where nothing is chosen (two bearers of like rank), all share `_UNCHOSEN`. At most twenty.
    """
    best = registry.resolve(mention, asked.on, asked.country, asked.context)
    others: dict[str, tuple[Identity, float]] = {}
    for one, weight in _readings(registry, mention, asked):
        if best is None or one.id != best.id:
            others.setdefault(one.id, (one, weight))
    left = 1.0 - best.score if best else _UNCHOSEN
    total = sum(weight for _, weight in others.values())
    rest = [replace(one, score=round(left * weight / total, 3)) for one, weight in others.values()]
    rest.sort(key=lambda one: (-one.score, one.id))
    return [*([best] if best else []), *rest][:_MOST]


def _readings(registry: Registry, mention: str, asked: Asked) -> Iterator[tuple[Identity, float]]:
    """Each identity that the words allow, with its weight before the others are known."""
    named = registry.by_name(mention, asked.on, asked.country)
    if named:
        yield named, named.score
    known = registry.organisations.find(mention, asked.country)
    if known:
        yield registry.organisations.at(known, asked.on), 0.5
    metonym = registry.metonym(mention)
    if metonym:
        yield metonym.target, 0.5
    for person in _bearers(registry, split_words(mention)):
        rank = in_office(person, asked.on) if asked.on else float(person.rank)
        near = person.country in asked.hints or person.name in asked.hints
        yield identify(person, asked.on, "person.bearer", 1.0), (2.0 if near else 1.0) / (2.0 + max(rank, -1.0))


def _bearers(registry: Registry, words: list[Word]) -> Iterator[Person]:
    """The persons of the name that ends the mention: of the whole name first, then of its surname."""
    for start in range(len(words) - 1):
        if words[start].capital and name_like(words[start:]):
            yield from registry.people.named(text_of(words[start:]))
    name = read_title(registry, words).name or tuple(words[-1:])
    if name and name_like(name):
        yield from registry.people.by_surname(text_of(name), regnal=True)
