"""A question that is typed without capitals ("who met putin in moscow"), with those of the names in it."""

from __future__ import annotations

import re

from sqlalchemy import Connection, select

from memcon.actors import registry
from memcon.actors.names import fold
from memcon.places import gazetteer

from . import sqlite
from .schema import names, parties

_WORD = re.compile(r"[^\W\d_](?:[\w'’-]*\w)?")
_SHORTEST = 3
_NO_NAMES = frozenset(
    "about after against all and any are at before between both but by can did does during ever for from had has have how his her "
    "in into its many may meet more most much near not off often one other our out over said say she since some than that the "
    "their them there they this those time told under until was were what when where which who whom whose why will with would you".split()
)
_THERE = frozenset("in at to from near".split())
_KINDS = ("person", "state", "armed_group", "organisation")


def with_capitals(connection: Connection, question: str) -> str:
    """The question with capitals for the names that the store, the registry and the gazetteer know, if it has none behind its first letter.

    >>> from memcon.store import Store
    >>> with Store.open(None) as store, store.reading() as connection:
    ...     with_capitals(connection, "who attacked sri lanka"), with_capitals(connection, "Who attacked the house of Putin?")
    ('who attacked Sri Lanka', 'Who attacked the house of Putin?')
    """
    if any(letter.isupper() for letter in question.lstrip()[1:]):
        return question
    words = list(_WORD.finditer(question))
    capital: set[int] = set()
    for at, word in enumerate(words):
        pair = " ".join(one.group() for one in words[at : at + 2]).title()
        if registry().states.iso3(pair):
            capital |= {at, at + 1} & set(range(len(words)))
        elif _is_name(connection, word.group(), at > 0 and words[at - 1].group() in _THERE):
            capital.add(at)
    spelt = list(question)
    for at in capital:
        start = words[at].start()
        spelt[start] = spelt[start].upper()
    return "".join(spelt)


def _is_name(connection: Connection, word: str, there: bool) -> bool:
    if len(word) < _SHORTEST or word.lower() in _NO_NAMES:
        return False
    bare = re.sub(r"['’]s?\Z", "", word)
    if registry().states.iso3(bare.title()) or (there and gazetteer().is_place(bare.title())):
        return True
    bearing = select(names.c.folded).where(sqlite.holds(sqlite.spaced(names.c.folded), f" {fold(bare)} "))
    told = list(
        connection.execute(select(parties.c.name).where(parties.c.folded.in_(bearing), parties.c.kind.in_(_KINDS)).distinct()).scalars()
    )
    small = re.compile(rf"\b{re.escape(bare.lower())}\b")
    return bool(told) and not any(small.search(name) for name in told)
