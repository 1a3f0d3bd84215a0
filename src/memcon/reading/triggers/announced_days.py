"""Days on which what is announced is to be: "announced a rally on Tuesday", "called a strike for Friday"."""

from __future__ import annotations

from ..grammar.dependents import is_verb
from ..grammar.parsed import Parsed

_ANNOUNCING = frozenset("announce call convene declare plan propose schedule set".split())
_ANSWERING = frozenset("accept decline reject refuse".split())
_FOR = frozenset("call convene fix schedule set summon".split())
_CLIMB = 6


def announced(p: Parsed, first: int, end: int) -> bool:
    """Whether words of time (tokens from `first` to `end`) tell when something is to be that was announced, and not when it was announced.

    So they do behind "for" on such a verb, and where they hang on what is announced.

    >>> from memcon.reading.parse.parsing import parser
    >>> p = parser().parse("The union called a strike for Tuesday.")
    >>> announced(p, 6, 7)
    True
    """
    at = next((t for t in range(first, min(end, len(p))) if not first <= p.heads[t] < end), None)
    if at is None:
        return False
    link = p.heads[at]
    if p.deps[at] == "pobj" and p.lower[link] == "for" and is_verb(p, p.heads[link]):
        return p.lemmas[p.heads[link]] in _FOR and p.tags[p.heads[link]] in ("VBD", "VBN", "VBZ", "VBP")
    if p.deps[at] != "pobj" or p.lower[link] not in ("on", "for"):
        return False
    noun = p.heads[link]
    if _is_called_for(p, link):
        return True
    if is_verb(p, noun):
        return _is_occasion_of(p, noun, next((c for c in p.children[noun] if p.deps[c] == "dobj" and c < link), None))
    for _ in range(_CLIMB):
        if p.deps[noun] == "dobj" and p.lemmas[noun] == "invitation":
            return p.lemmas[p.heads[noun]] in _ANSWERING  # "accepted an invitation to talks in Lima on Friday"
        if p.deps[noun] == "dobj":
            return _is_occasion_of(p, p.heads[noun], noun)
        if p.deps[noun] == "prep" and p.lower[noun] == "to" and p.lemmas[p.heads[noun]] == "invite":
            return True  # "invited both sides to talks in Lima on Friday"
        if p.deps[noun] not in ("pobj", "prep", "conj", "appos") or p.heads[noun] == noun:
            return False
        noun = p.heads[noun]
    return False


def _is_called_for(p: Parsed, link: int) -> bool:
    """Whether a day is that of an occasion right before it which somebody calls for: "called for fresh protests on Saturday"."""
    noun = link - 1
    wanted = p.lemmas[noun] in _OCCASIONS and p.deps[noun] == "pobj" and p.lower[p.heads[noun]] == "for"
    verb = p.heads[p.heads[noun]]
    known = any(p.lower[c] in ("the", "this", "that", "these", "those") for c in p.children[noun])
    return wanted and not known and is_verb(p, verb) and p.lemmas[verb] in ("call", "ask", "appeal")


def _is_occasion_of(p: Parsed, verb: int, held: int | None) -> bool:
    """Whether a new occasion is what a verb announces: "announced a rally outside parliament on Tuesday"; not "announced the arrest"."""
    if held is None or p.lemmas[verb] not in _ANNOUNCING or p.tags[verb] not in ("VBD", "VBN", "VBZ") or p.lemmas[held] not in _OCCASIONS:
        return False
    return any(p.deps[c] == "det" and p.lower[c] in ("a", "an", "another") for c in p.children[held])


_OCCASIONS = frozenset(
    "boycott conference debate demonstration hearing march meeting protest rally referendum session sit-in stoppage strike summit talk "
    "vigil vote walkout".split()
)
