"""One mention of a party, and what finding mentions asks of the registry of actors."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Protocol

from memcon.actors import Identity


class Registry(Protocol):
    """What the step asks of the registry of actors."""

    def resolve(self, mention: str, on: str | None = None, country: str | None = None, context: Collection[str] = ()) -> Identity | None:
        """The party that some words name, or None; `context` holds countries (ISO alpha-3) and names of the report."""

    @property
    def title_words(self) -> frozenset[str]:
        """Words of titles and offices, lower case."""

    def is_shared(self, name: str) -> bool:
        """Whether bodies of many states go by a name."""

    def country(self, name: str) -> str | None:
        """ISO3 of a state, people, capital or region of that name."""

    def capital(self, name: str) -> str | None:
        """ISO3 of the state whose capital has that name."""


_CLASSES = {"person": "office", "armed_group": "rebels", "state": "state"}
_SECTORS = {"MIL": "army", "LEG": "parliament", "COP": "police"}


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention: head token, the half-open token range of its words, the name's own range (without titles and determiners).

    `kind` is "person", "state", "organisation", "armed_group", "group", "place" or "" (no party); `form` is "name", "noun" or
    "pronoun"; `identity` what the registry knows; `capital` whether the words name a place that can stand for its government; `filed`
    whether they only tell where the report was filed.
    """

    head: int
    first: int
    end: int
    name: tuple[int, int]
    kind: str
    form: str
    identity: Identity | None = None
    plural: bool = False
    definite: bool = False
    capital: bool = False
    filed: bool = False

    @property
    def unknown(self) -> bool:
        """Whether it is a name that nothing known has, be it of a person or a place."""
        return self.form == "name" and self.identity is None

    @property
    def party_class(self) -> str:
        """The class of party nouns that a name belongs to (see ontology.lexicon.PARTY_CLASSES), "" if none, or no name."""
        if self.form != "name":
            return ""
        if self.kind in _CLASSES:
            return _CLASSES[self.kind]
        return _SECTORS.get(self.identity.sector or "", "") if self.identity is not None else ""
