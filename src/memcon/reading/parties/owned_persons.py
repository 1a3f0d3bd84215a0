"""Persons whom the registry takes for whose they are, or for the people that their surname names: "the UNHCR's Ann Lee", "Mr Turk"."""

from __future__ import annotations

from collections.abc import Callable

from memcon.actors import Identity
from memcon.ontology.words import words

from ..grammar.parsed import Parsed


def of_oneself(
    p: Parsed, first: int, end: int, label: str, identity: Identity | None, resolve: Callable[[str], Identity | None]
) -> Identity | None:
    """Who a name is by itself where what was found for it is no person: not the body or people before "'s", nor one of its surname."""
    if label != "PERSON" or identity is None or identity.kind == "person":
        return identity
    before = p.lower[first - 1] if first else ""
    if before in words("courtesies"):
        return None
    return resolve(p.phrase(first, end)) if before in ("'s", "’s", "'", "’") and end - first > 1 else identity
