"""Acts that no clause states, and that are news all the same on the word of who tells the clause: "was killed when a mine went off, police
said", "fled under shelling, she said", "said that an attack was possible"."""

from __future__ import annotations

from ..grammar.dependents import child, is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import support
from ..triggers.triggers import Trigger
from .assertion import definite
from .conditions import awaited

_HOW_AND_UPON_WHAT = frozenset("by under after over following through without".split())
_OPEN = ("possible", "offered")
_SPEECH = ("REQUEST", "ACCUSE", "STATEMENT", "SUPPORT")


def told_in_passing(p: Parsed, trigger: Trigger, status: str) -> bool:
    """Whether a claim over an act tells of it, though its words presuppose it: what is open or only offered; what a clause with "when" or
    "before doing" behind the main one goes on to tell; a deed that no article shows as known, in a phrase of how or upon what."""
    at = trigger.head
    if status in _OPEN:
        return True
    if is_verb(p, at):
        return _goes_on_to_tell(p, at)
    verb, how = support(p, at)
    new = not definite(p, trigger) and trigger.entry.type not in _SPEECH
    return verb is not None and how in _HOW_AND_UPON_WHAT and new and not any(p.deps[t] in ("relcl", "acl") for t in (verb, at))


def _goes_on_to_tell(p: Parsed, verb: int) -> bool:
    """Whether a clause behind the main one tells what came then: "died when a bomb went off", "shot two before fleeing", "is to
    raise it when he visits Lima"."""
    above = p.heads[verb]
    if p.deps[verb] == "pcomp":
        return p.lower[above] in ("before", "after") and above > p.heads[above]
    mark = child(p, verb, "mark", "advmod")
    done = p.tags[verb] in ("VBD", "VBN") and p.tags[above] in ("VBD", "VBN")  # not "to be supportive when it was invaded"
    return (
        p.deps[verb] == "advcl" and above < verb and mark is not None and p.lower[mark] == "when" and (done or awaited(p, verb) is not None)
    )
