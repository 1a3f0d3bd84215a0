"""Acts that no clause states, and that are news all the same on the word of who tells the clause: "was killed when a mine went off, police
said", "fled under shelling, she said", "said that an attack was possible", "was done at the request of Peru, he said"."""

from __future__ import annotations

from ..grammar.dependents import SUBJECTS, child, is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import support
from ..triggers.triggers import Trigger
from .assertion import definite
from .conditions import awaited

_HOW_AND_UPON_WHAT = frozenset("by under after over following through without".split())
_AT_WHOSE = frozenset("request invitation behest urging insistence initiative suggestion appeal".split())
_OPEN = ("possible", "offered")
_SPEECH = ("REQUEST", "ACCUSE", "STATEMENT", "SUPPORT")
_CLIMB = 3


def told_in_passing(p: Parsed, trigger: Trigger, status: str) -> bool:
    """Whether a claim over an act tells of it, though its words presuppose it: what is open or only offered; what a clause with "when" or
    "before" behind the main one goes on to tell; what is told of some whom nobody knew yet ("shot at students who tried to march"); a deed
    that no article shows as known, in a phrase of how or upon what; at whose request it was."""
    at = trigger.head
    if status in _OPEN:
        return True
    if is_verb(p, at):
        top = _first_of_the_clause(p, at)
        return _goes_on_to_tell(p, top) or _is_of_new_ones(p, top)
    verb, how = support(p, at)
    if how == "at":
        return p.lemmas[at] in _AT_WHOSE and any(p.lower[c] == "of" or p.deps[c] == "poss" for c in p.children[at])
    new = not definite(p, trigger) and trigger.entry.type not in _SPEECH
    return verb is not None and how in _HOW_AND_UPON_WHAT and new and not any(p.deps[t] in ("relcl", "acl") for t in (verb, at))


def _first_of_the_clause(p: Parsed, verb: int) -> int:
    """The verb that tells how a clause hangs on others: "walked" for "shot" of "when two men walked up and tried to shot him"."""
    for _ in range(_CLIMB):
        goes_on = p.deps[verb] == "conj" and child(p, verb, *SUBJECTS) is None
        if not (goes_on or p.deps[verb] == "xcomp") or not is_verb(p, p.heads[verb]):
            break
        verb = p.heads[verb]
    return verb


def _goes_on_to_tell(p: Parsed, verb: int) -> bool:
    """Whether a clause behind the main one tells what came then: "died when a bomb went off", "shot two before fleeing", "marched before
    police beat them", "is to raise it when he visits Lima"."""
    above = p.heads[verb]
    if p.deps[verb] == "pcomp":
        return p.lower[above] in ("before", "after") and above > p.heads[above]
    mark = child(p, verb, "mark", "advmod")
    if mark is None or not above < verb or p.lower[mark] not in ("when", "before"):
        return False
    if p.deps[verb] == "relcl":  # "had been preaching for ten minutes when two men came in"
        above = next((a for a in p.ancestors(above) if is_verb(p, a)), above)
    under_way = p.tags[above] == "VBG" and any(p.lower[c] in ("was", "were", "been") for c in p.children[above] if p.deps[c] == "aux")
    done = p.tags[verb] in ("VBD", "VBN") and (p.tags[above] in ("VBD", "VBN") or under_way)  # not "to be supportive when it was invaded"
    return p.deps[verb] in ("advcl", "relcl") and (done or (p.lower[mark] == "when" and awaited(p, verb) is not None))


def _is_of_new_ones(p: Parsed, verb: int) -> bool:
    """Whether a relative clause tells what some did whom the words bring up: "students who tried to march", "a man who shot a driver"; not
    what they had done before."""
    noun = p.heads[verb]
    if p.deps[verb] != "relcl" or p.tags[verb] not in ("VBD", "VBN") or p.words[p.edges[verb][0] - 1] == ",":
        return False
    who = any(p.lower[c] in ("who", "which", "that") and p.deps[c] in SUBJECTS for c in p.children[verb])
    known = any(p.deps[c] == "poss" or (p.deps[c] == "det" and p.lower[c] not in ("a", "an", "some")) for c in p.children[noun])
    earlier = any(p.lower[c] in ("had", "'d", "’d") for c in p.children[verb] if p.deps[c] == "aux")
    return who and not (known or earlier) and p.tags[noun] in ("NN", "NNS", "CD") and p.deps[noun] not in SUBJECTS
