"""Who is not named to the public: persons who hold no office in any report and stand in no registry."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from sqlalchemy import select

from memcon.actors import registry
from memcon.analysis.who import actors
from memcon.model.boundary import to_dict
from memcon.store import Store
from memcon.store.forgetting_many import forget_people
from memcon.store.namesakes import key_of
from memcon.store.schema import reports, sought

_OFFICES = re.compile(r"(?i)\b(?:minister|president|ambassador|premier|chancellor|governor|mayor|lawmaker|senator)\b(?!'s)")
"""Offices of state as the words of a report say them, also where no table has them."""
_OF_WHAT = re.compile(r"(?<=[a-z]) (?:to|of|in|at|for|from) .*")
"""Of what, or where, somebody is what the words before say."""


def private_persons(store: Store) -> list[tuple[str, str]]:
    """Key and fullest name of each person of the store who is not to be named.

    >>> with Store.open(None) as store:
    ...     private_persons(store)
    []
    """
    names: dict[str, str] = {}
    public: set[str] = set()
    known = actors(store)
    others = _places_and_outlets(store)
    for one in _people(store):
        key = key_of(one)
        whole = known.get(key)
        office = one.get("office") or one.get("wikidata") or (whole and (whole.office or whole.id.startswith("wd:")))
        if office or _in_registry(str(one["name"])) or any(_OFFICES.search(m["quote"]) for m in one.get("mentions", ())):
            public.add(key)
        if is_name(str(one["name"])):
            names[key] = max(names.get(key, ""), str(one["name"]), key=len)
    return sorted((key, name) for key, name in names.items() if key not in public and _bare(name) not in others)


def is_name(words: str) -> bool:
    """Whether words name someone, and do not only say what he is.

    >>> is_name("Anna Virtanen"), is_name("the Norwegian ambassador"), is_name("U.S. Secretary"), is_name("its ambassador to Addis Ababa")
    (True, False, False, False)
    """
    book = registry()
    for word in _OF_WHAT.sub("", words.replace("’", "'")).split():
        bare = word.removesuffix("'s").strip(",")
        if bare[:1].isupper() and bare.lower() not in book.title_words and not book.demonym(bare) and not book.state(bare):
            return True
    return False


def forget_private(store: Store) -> int:
    """Take the names of all private persons out of a store; returns how many there were. Meant for a copy: it cannot be undone."""
    found = private_persons(store)
    with store.writing() as connection:
        forget_people(connection, [key for key, _name in found])
    store.forget_views()
    return len(found)


def _people(store: Store) -> Iterator[dict[str, Any]]:
    with store.reading() as connection:
        numbers = list(connection.execute(select(reports.c.id).order_by(reports.c.id)).scalars())
    for number in numbers:
        record = store.record(number)
        told = to_dict(record) if record else {}
        parties = [party for event in told.get("events", ()) for party in event["participants"]]
        yield from (one for one in (*told.get("entities", ()), *parties) if one["kind"] == "person")


def _places_and_outlets(store: Store) -> set[str]:
    """Names that a report gives to places, and outlets, whole and by their last word: who is read as a person of that name is none."""
    with store.reading() as connection:
        told = select(sought.c.place).where(sought.c.place.is_not(None)).distinct()
        found = {name for place in connection.execute(told).scalars() for name in str(place).split("\n")}
        outlets = [
            str(one) for one in connection.execute(select(reports.c.outlet).where(reports.c.outlet.is_not(None)).distinct()).scalars()
        ]
    return {_bare(name) for name in (*found, *outlets, *(one.split()[-1] for one in outlets if one.strip()))}


def _bare(name: str) -> str:
    return name.casefold().strip().removeprefix("the ")


def _in_registry(name: str) -> bool:
    found = registry().by_name(name, None, None)
    return found is not None and found.wikidata is not None
