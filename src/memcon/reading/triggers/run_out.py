"""What words beside a truce or a deal show to have been made before: "the truce expires on Sunday", "to save the truce agreed in May"."""

from __future__ import annotations

from ..grammar.dependents import child, is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import grammatical_subject

_CLIMB = 3
_MADE = frozenset("agree announce begin broker conclude declare mediate negotiate reach sign start strike".split())
_IN_FORCE = frozenset(("come", "enter", "go", "take"))
_EFFECT = frozenset(("effect", "force", "hold"))
_KNOWN = frozenset(("the", "this", "that", "its", "their"))
_MODALS = ("MD", "TO")


def runs_out(p: Parsed, noun: int) -> int | None:
    """The verb that tells that what a noun names runs out, or is to; None where none does.

    >>> from memcon.reading.parse.parsing import parser
    >>> p = parser().parse("The truce is due to expire on Sunday.")
    >>> p.words[runs_out(p, 1)]
    'expire'
    """
    if is_verb(p, noun) or p.deps[noun] not in ("nsubj", "nsubjpass"):
        return None
    verb = p.heads[noun]
    for _ in range(_CLIMB):
        if _tells_an_end(p, verb):
            return verb if noun in grammatical_subject(p, verb) or p.tags[verb] == "VB" else None
        below = child(p, verb, "xcomp", "acomp", "ccomp")
        if below is None:
            return None
        verb = below
    return None


def _tells_an_end(p: Parsed, verb: int) -> bool:
    particle = child(p, verb, "prt", "advmod")
    out = p.lemmas[verb] == "run" and particle is not None and p.lower[particle] == "out"
    return out or p.lemmas[verb] in ("expire", "lapse", "elapse")


def made_before(p: Parsed, noun: int) -> int | None:
    """The verb that tells that a truce or deal runs out, or how a known one came about: "the truce that took effect in May".

    >>> from memcon.reading.parse.parsing import parser
    >>> p = parser().parse("Envoys will meet to extend the truce that was announced on Saturday.")
    >>> p.words[made_before(p, 6)]
    'announced'
    """
    if (ends := runs_out(p, noun)) is not None:
        return ends
    if not any(p.lower[c] in _KNOWN or p.deps[c] == "poss" for c in p.children[noun]):
        return None
    return next((c for c in p.children[noun] if p.deps[c] in ("relcl", "acl") and _tells_a_beginning(p, c)), None)


def _tells_a_beginning(p: Parsed, verb: int) -> bool:
    own = p.children[verb]
    if p.tags[verb] not in ("VBD", "VBN") or any(p.tags[c] in _MODALS or p.deps[c] == "neg" for c in own):
        return False
    into = {p.lemmas[g] for c in own for g in (c, *p.children[c]) if p.deps[g] in ("dobj", "pobj")}
    return p.lemmas[verb] in _MADE or (p.lemmas[verb] in _IN_FORCE and bool(into & _EFFECT))
