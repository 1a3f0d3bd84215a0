"""Whose statement a report is: an organisation that says "we" of itself outside quotations ("We call on both sides ...")."""

from __future__ import annotations

from collections.abc import Sequence

from ..grammar.dependents import child
from ..grammar.parsed import Parsed
from ..grammar.quotations import quotations
from ..parties.entity import Entity

_OPENING = 4
"""In so many sentences an organisation that issues a statement is named."""
_PUTTING_FORWARD = frozenset(
    """accuse appeal applaud ask call commend condemn demand denounce deplore insist invite protest regret reiterate reject remind
    renew repeat request salute support thank urge welcome""".split()
)
_OWN_PEOPLE = frozenset(
    """ambulance association clinic colleague convoy coordinator director driver engineer guard hospital mission nurse office organisation
    organization partner patient representative secretary spokesman spokesperson spokeswoman staff surgeon team truck volunteer warehouse
    worker""".split()
)
_TEXTS = frozenset("statement release communique communiqué note declaration appeal letter spokesperson spokesman spokeswoman".split())
_MEDIA = "MED"
_STOPS = (".", "!", "?", '"', "”")


def issuer(p: Parsed, entities: Sequence[Entity]) -> int | None:
    """The number of the organisation whose own words a report is; None where it is nobody's, as of a newspaper.

    It urges, condemns or thanks as "we", or has "our teams", outside all quotations. It is the subject of the first sentence that has one,
    or whose statement that is: "Statement by the League of Rey", "The League of Rey is alarmed at the raid".
    """
    quoted = {t for first, end in quotations(p) for t in range(first, end)}
    if not any(_speaks_for_itself(p, t) for t in range(len(p)) if t not in quoted):
        return None
    bodies = [
        e
        for e in entities
        if e.named and e.kind == "organisation" and all(m.identity is None or m.identity.sector != _MEDIA for m in e.mentions)
    ]
    of = {m.head: e.number for e in bodies for m in e.mentions if m.form == "name" and p.sentence_of[m.head] < _OPENING}
    whose = next((of[t] for t in sorted(of) if _is_of_text(p, t)), None)
    for first, end in p.sentences[:_OPENING]:
        if p.words[end - 1] not in _STOPS:  # a headline: "Chad: hospital shelled"
            continue
        root = next((t for t in range(first, end) if p.heads[t] == t and p.tags[t].startswith("VB")), None)
        subjects = [c for c in p.children[root] if p.deps[c] in ("nsubj", "nsubjpass")] if root is not None else []
        if subjects:
            return of.get(subjects[0], whose)
    return whose


def _speaks_for_itself(p: Parsed, token: int) -> bool:
    """Whether somebody urges or thanks as "we", or speaks of "our teams"."""
    above = p.heads[token]
    if p.lower[token] == "our":
        return p.lemmas[above] in _OWN_PEOPLE
    return p.lower[token] == "we" and p.deps[token] == "nsubj" and p.tags[above] == "VBP" and p.lemmas[above] in _PUTTING_FORWARD


def _is_of_text(p: Parsed, token: int) -> bool:
    """Whether a name tells whose text something is: "statement by X", "statement attributable to the spokesperson of X"."""
    at = token
    for above in p.ancestors(token):
        if p.deps[at] == "pobj" and p.lemmas[p.heads[above]].lower() in _TEXTS and p.lower[above] in ("by", "of", "from", "for"):
            return True
        at = above
    return False


def tells(p: Parsed, token: int) -> bool:
    """Whether words are told as those of whom, or of whose text, a clause is said: "a statement of the ministry said that Rey had left"."""
    at = token
    while p.deps[at] in ("pobj", "prep", "compound", "poss", "nmod") and p.heads[at] != at:
        at = p.heads[at]
    return p.deps[at] == "nsubj" and child(p, p.heads[at], "ccomp") is not None


def bears_witness(p: Parsed, token: int) -> bool:
    """Whether somebody is told only as a source: "two diplomats said that Rey had left", "according to two diplomats"."""
    link = p.heads[token]
    return tells(p, token) or (p.deps[token] == "pobj" and p.lower[link] == "to" and p.lower[p.heads[link]] == "according")
