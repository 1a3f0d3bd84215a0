"""What a mention resolves to, and the entries of the registry's tables."""

from __future__ import annotations

import re
from dataclasses import dataclass

_APART = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Identity:
    """Who a mention stands for (CODEBOOK 3).

    `kind` is person, state, organisation, armed_group or group; `country` ISO 3166-1 alpha-3; `sector` a PLOVER sector; `office` the
    office held on the day asked for, `was` the one held last by who holds none any more; `how` the rule that found it; `score` 0..1, how
    sure the rule is.
    """

    id: str
    name: str
    kind: str
    wikidata: str | None
    country: str | None
    sector: str | None
    office: str | None
    how: str
    score: float
    was: str | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """What a look-up knows besides the words: the day (ISO), the state in focus (ISO3), names and ISO3 codes met elsewhere."""

    on: str | None = None
    country: str | None = None
    context: frozenset[str] = frozenset()

    @property
    def hints(self) -> frozenset[str]:
        """Context and state in focus together."""
        return self.context | {self.country} if self.country else self.context

    @property
    def states(self) -> bool:
        """Whether any state is known from the report."""
        return self.country is not None or any(len(hint) == 3 and hint.isupper() for hint in self.context)


@dataclass(frozen=True, slots=True)
class State:
    """A state or territory. `status`: un (member), observer, territory, disputed."""

    iso3: str
    iso2: str | None
    name: str
    status: str
    aliases: tuple[str, ...]
    adjectives: tuple[str, ...]
    nouns: tuple[str, ...]
    capital: str
    capital_aliases: tuple[str, ...]
    wikidata: str | None = None

    @property
    def demonyms(self) -> tuple[str, ...]:
        """Adjectives and nouns for its people."""
        return self.adjectives + self.nouns


@dataclass(frozen=True, slots=True)
class Metonym:
    """A place or building that stands for a government or institution; `place` is the settlement that holds it."""

    name: str
    target: Identity
    place: str | None


@dataclass(frozen=True, slots=True)
class Term:
    """A person's time in an office. Dates are ISO, to the precision known; `seen` is the last day an open term is vouched for."""

    kind: str
    office: str
    country: str | None
    sector: str
    rank: int
    start: str
    end: str
    seen: str
    source: str

    def standing(self, on: str) -> str:
        """Where the ISO date `on` lies: `before`, `in`, `open` (after the last day the source vouches for) or `after` the term.

        >>> Term("president", "president", "FRA", "GOV", 1, "2012", "2017-05-14", "", "").standing("2017-05-15")
        'after'
        """
        if self.start and on[: len(self.start)] < self.start:
            return "before"
        if self.end:
            return "in" if on[: len(self.end)] <= self.end else "after"
        return "in" if on[: len(self.seen)] <= self.seen else "open"


USER = "user: "
"""What the sources of rows from a user's own registry begin with."""


@dataclass(frozen=True, slots=True)
class Person:
    """A person with all terms of office, in order of their start."""

    id: str
    name: str
    wikidata: str | None
    country: str | None
    aliases: tuple[str, ...]
    terms: tuple[Term, ...]

    @property
    def rank(self) -> int:
        """The best rank this person ever held (1: head of state or government)."""
        return min(term.rank for term in self.terms)

    @property
    def users(self) -> bool:
        """Whether the person stands in the user's own registry."""
        return any(term.source.startswith(USER) for term in self.terms)


@dataclass(frozen=True, slots=True)
class Agent:
    """A common noun for actors: its kind, sector, and whether other words of the phrase may overrule the sector (`weak`)."""

    kind: str
    sector: str | None
    weak: bool


@dataclass(frozen=True, slots=True)
class Office:
    """What a title or office word stands for: the class of office (empty where it tells none), its usual name and its sector."""

    kind: str
    office: str
    sector: str | None


def slug(text: str) -> str:
    """A name as the tail of an id.

    >>> slug("Jaish al-Islam")
    'jaish-al-islam'
    """
    return _APART.sub("-", text.lower()).strip("-")
