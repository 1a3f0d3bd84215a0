"""What is put off: "the visit was postponed until Friday" is planned for Friday, not refused, and not for the day it was to be on."""

from __future__ import annotations

from ..grammar.dependents import child, is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import support

_DEFERRING = frozenset("postpone delay defer adjourn reschedule".split())
_MOVING = frozenset("move shift put push bring".split())
_AWAY = frozenset("off back forward".split())
_LENGTHENING = frozenset("extend prolong suspend".split())
_TO = frozenset("until till to for".split())


def put_off(p: Parsed, token: int) -> tuple[int, int] | None:
    """The verb that puts an act off, told by its noun or by that verb itself, and the preposition before the new day.

    >>> from memcon.reading.parse.parsing import parser
    >>> p = parser().parse("The talks between Peru and Chad were postponed until Friday.")
    >>> [p.words[t] for t in put_off(p, p.words.index("talks"))]
    ['postponed', 'until']
    """
    verb, how = (token, "obj") if is_verb(p, token) else support(p, token)
    if verb is None or how != "obj" or not is_verb(p, verb) or not defers(p, verb):
        return None
    before = next((c for c in p.children[verb] if p.deps[c] == "prep" and p.lower[c] in _TO and _before_a_day(p, c)), None)
    return None if before is None else (verb, before)


def to_come(p: Parsed, first: int) -> bool:
    """Whether words of time, from the token `first` on, tell the end of what is put off or made longer: "extended until Sunday"."""
    for above in p.ancestors(first):
        if p.deps[above] == "prep" and p.lower[above] in _TO:
            verb = p.heads[above]
            return is_verb(p, verb) and (defers(p, verb) or (p.lower[above] in ("until", "till") and p.lemmas[verb] in _LENGTHENING))
    return False


def no_longer(p: Parsed, first: int) -> bool:
    """Whether words of time, from the token `first` on, tell when what is put off was to be: "a visit postponed from September"."""
    link = p.heads[first] if p.deps[first] == "pobj" else next((t for t in p.ancestors(first) if p.deps[t] == "prep"), first)
    verb = p.heads[link]
    return p.lower[link] == "from" and is_verb(p, verb) and defers(p, verb)


def defers(p: Parsed, verb: int) -> bool:
    """Whether a verb puts off what it is done to: "postponed the talks", "pushed the talks back"."""
    particle = child(p, verb, "prt")
    moved = p.lemmas[verb] in ("move", "shift") or (particle is not None and p.lower[particle] in _AWAY)
    return p.lemmas[verb] in _DEFERRING or (p.lemmas[verb] in _MOVING and moved)


def _before_a_day(p: Parsed, preposition: int) -> bool:
    held = child(p, preposition, "pobj")
    return held is not None and any(p.labels[t] in ("DATE", "TIME") for t in range(*p.edges[held]))
