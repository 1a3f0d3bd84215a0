"""One of two states of one name that a report names in short: "the North" where it is about both Koreas."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from memcon.actors import Identity

from ..grammar.dependents import child
from ..grammar.parsed import Parsed
from .mention import Mention

HALVES = {"North": "North Korea", "South": "South Korea"}


def half(p: Parsed, token: int, halves: Mapping[str, str], label: str, resolve: Callable[[str], Identity | None]) -> Mention | None:
    """The state at a token that only its half names; None for other words.

    `halves` are those that the report is about, `label` is the name recogniser's for the token, `resolve` asks the registry.
    """
    if p.words[token + 1 : token + 2] == ("and",) and label == "GPE" and p.words[token] in HALVES:  # "North and South Korea"
        identity = resolve(p.phrase(token, token + 1) + " " + p.words[min(token + 3, len(p) - 1)])
        if identity is not None and identity.kind == "state":
            return Mention(token, token, token + 1, (token, token + 1), "state", "name", identity, False, True)
    state = halves.get(p.words[token])
    if state is None or p.lower[token - 1] != "the" or not token or child(p, token, "prep") is not None:
        return None
    identity = resolve(state) if p.deps[token] not in ("compound", "amod", "nmod") else None
    if identity is None:
        return None
    return Mention(token, token - 1, token + 1, (token, token + 1), "state", "name", identity, False, True)
