"""Who stands in a row with one whom an act befalls and is no party of itself: "killed two officers and a clerk"."""

from __future__ import annotations

from collections.abc import Container

from ..coreference.cast import Cast
from ..grammar.dependents import child, is_verb
from ..grammar.parsed import Parsed
from ..triggers.triggers import Trigger
from .filled import Filled
from .ruled_out import row

_BEFALLING = frozenset(("ASSAULT", "SANCTION", "COERCE", "RETREAT", "AID"))
_NO_ONE = frozenset("dozens scores hundreds thousands number rest other others".split())
_OF_ROWS = ("dobj", "nsubjpass", "pobj")


def with_row(p: Parsed, trigger: Trigger, cast: Cast, parties: tuple[Filled, ...], heads: Container[int]) -> tuple[Filled, ...]:
    """The parties, with all that are coordinated with one whom the act befalls: what befell two officers and a clerk befell the clerk."""
    if trigger.entry.type not in _BEFALLING:
        return parties
    known = {f.token for f in parties}
    found: list[Filled] = []
    for one in parties:
        told = _whole_row(p, one.token) if one.role == "recipient" else []
        if len(told) < 2 or p.deps[told[0]] not in _OF_ROWS:
            continue
        for token in told:
            if token in known or token in heads or is_verb(p, token) or not _is_somebody(p, cast, token):
                continue
            known.add(token)
            number = cast.plain(token)
            if number is not None and all(f.entity != number for f in (*parties, *found)):
                found.append(Filled("recipient", number, token, one.slot))
    return (*parties, *found)


def _whole_row(p: Parsed, token: int) -> list[int]:
    """All that a word is coordinated with, be it by the prepositions: "on a militia and on two banks".

    >>> from memcon.reading.parse.parsing import parser
    >>> p = parser().parse("Togo imposed sanctions on a militia and on two banks.")
    >>> [p.words[t] for t in _whole_row(p, p.words.index("militia"))]
    ['militia', 'banks']
    """
    here = row(p, token)
    link = p.heads[here[0]]
    if p.deps[here[0]] != "pobj":
        return here
    while p.deps[link] == "conj" and p.lower[p.heads[link]] == p.lower[link]:
        link = p.heads[link]
    links = [link, *(c for c in p.children[link] if p.deps[c] == "conj" and p.lower[c] == p.lower[link])]
    behind = [held for one in links if (held := child(p, one, "pobj")) is not None]
    return [*here, *(t for held in behind for t in row(p, held) if t not in here)]


def _is_somebody(p: Parsed, cast: Cast, token: int) -> bool:
    """Whether a common noun with a word of number or an article names somebody or something that is no party yet."""
    if p.tags[token] not in ("NN", "NNS") or cast.mention(token) is not None or p.lower[token] in _NO_ONE:
        return False
    return p.tags[token] == "NNS" or any(p.deps[c] in ("det", "nummod", "poss") for c in p.children[token])
