"""Names of parties and places as they stand inside an English sentence: with "the" where the language wants it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from memcon.model import Party, Where

_ONE_OF_MANY = ("A", "An", "One")
_NO_ARTICLE = re.compile(
    r"^(?:the|a|an|his|her|its|their|our|my|this|that|these|those|some|several|many|no|all|both|every|each)\s|^\d|^\w+['’]s?\s",
    re.IGNORECASE,
)
_OWNER = re.compile(r"^((?:[\w.-]+\s){1,3}[\w.-]+)['’]s?\s")
_BEHIND = re.compile(r" (?:of|from|in|at) ")


@cache
def _words(name: str) -> frozenset[str]:
    data = tomllib.loads((files("memcon.reading") / "data" / "articles.toml").read_text("utf-8"))
    return frozenset(data[name].split())


def party_name(party: Party) -> str:
    """A party's name with its article.

    >>> from memcon.model import Span
    >>> [party_name(Party("actor", n, k, Span(0, 1, "x"))) for n, k in (("United States", "state"), ("Israel", "state"), ("Ban", "person"))]
    ['the United States', 'Israel', 'Ban']
    >>> [party_name(Party("actor", n, "organisation", Span(0, 1, "x"))) for n in ("South Sudan's ministry", "United States' embassy")]
    ["South Sudan's ministry", "the United States' embassy"]
    """
    name = party.name.strip()
    if party.kind == "person":
        return name[:1].lower() + name[1:] if name.partition(" ")[0] in _ONE_OF_MANY else name
    if party.kind == "group" and name.partition(" ")[0] in _words("counts"):
        return name[:1].lower() + name[1:]
    said_with_the = party.mention.quote.lower() == f"the {name.lower()}"
    return _with_article(name, said_with_the)


def _with_article(name: str, wanted: bool = False) -> str:
    if _NO_ARTICLE.search(name):
        return name[:1].lower() + name[1:] if name.partition(" ")[0] in _words("openers") else name
    if (owned := _OWNER.match(name)) is not None:  # "South Sudan's foreign ministry", "the United States' embassy"
        return f"the {name}" if _with_article(owned[1]).startswith("the ") else name
    words = name.lower().split()
    proper = bool(words) and name[:1].isupper()
    if wanted or (proper and (words[-1] in _words("heads") or words[0] == "united" or " of the " in name or "republic of" in name.lower())):
        return f"the {name}"
    return name


def listed(names: Sequence[str]) -> str:
    """Names as an English list.

    >>> listed(["Ukraine"]), listed(["Russia", "Ukraine"]), listed(["the United States", "France", "Germany"])
    ('Ukraine', 'Russia and Ukraine', 'the United States, France and Germany')
    """
    return " and ".join(part for part in (", ".join(names[:-1]), "".join(names[-1:])) if part)


def is_plural(parties: Sequence[Party]) -> bool:
    """Whether a verb after these parties stands in the plural.

    >>> from memcon.model import Span
    >>> is_plural([Party("actor", "medical teams", "group", Span(0, 1, "x"))])
    True
    >>> is_plural([Party("actor", "United States", "state", Span(0, 1, "x"))])
    False
    >>> is_plural([Party("actor", "The foreign ministers of Norway and Iceland", "group", Span(0, 1, "x"))])
    True
    """
    if len(parties) != 1:
        return len(parties) > 1
    only = parties[0]
    last = (only.name.lower().split() or [""])[-1]
    if only.kind == "group":  # "the ministers of Peru"
        last = (_BEHIND.split(only.name.lower())[0].split() or [last])[-1]
    people = only.kind == "group" or (only.kind == "armed_group" and only.name.split()[-1].islower())
    return last in _words("plural") or (people and last.endswith("s") and not last.endswith("ss"))


def place_words(where: Where, preposition: str | None = None) -> str:
    """Where an act took place, with its preposition and, for a building or the like, the settlement that holds it.

    >>> from memcon.model import Span
    >>> place_words(Where("Kremlin", Span(0, 1, "x"), place="Moscow")), place_words(Where("Berlin", Span(0, 1, "x"), place="Berlin"))
    ('in the Kremlin (Moscow)', 'in Berlin')
    """
    name = _with_article(where.name.strip(), where.span.quote.lower() == f"the {where.name.lower()}")
    last = (where.name.lower().split() or [""])[-1]
    inside = f" ({where.place})" if where.place and where.place.lower() not in where.name.lower() else ""
    return f"{preposition or ('at' if last in _words('at') else 'in')} {name}{inside}"
