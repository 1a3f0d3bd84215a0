"""A number of a group that is known: "two of the hostages", "three of whom", "one of them"."""

from __future__ import annotations

from collections.abc import Callable

from ..grammar.dependents import child
from ..grammar.noun_phrases import left_edge
from ..grammar.parsed import Parsed
from .mention import Mention

_ALL = frozenset(("them", "us", "you", "whom", "those", "these"))
_KINDS = frozenset(("person", "group", "armed_group", "organisation", "state"))
_OWNED = frozenset(("the", "these", "those", "its", "his", "her", "their", "our", "my"))


def some_of(p: Parsed, token: int, at: Callable[[int], Mention | None]) -> Mention | None:
    """The party of a number of known ones, which is another than all of them; None for other words. `at` tells the mention at a token.

    >>> from memcon.reading.parse.parsing import parser
    >>> p = parser().parse("Five of the hostages were freed.")
    >>> hostages = Mention(3, 2, 4, (3, 4), "group", "noun", plural=True, definite=True)
    >>> part = some_of(p, 0, {3: hostages}.get)
    >>> p.phrase(*part.name), part.kind
    ('Five of the hostages', 'group')
    """
    link = child(p, token, "prep") if p.tags[token] == "CD" and p.deps[token] != "appos" else None
    held = child(p, link, "pobj") if link == token + 1 and p.lower[token + 1] == "of" else None
    whole = at(held) if held is not None else None
    if held is None or whole is None or whole.kind not in _KINDS or whole.form == "name":
        return None
    owned = any(p.lower[t] in _OWNED or p.tags[t] == "POS" for t in range(token + 2, held))
    if p.lower[held] not in _ALL and not owned:
        return None
    first, one = left_edge(p, token), p.lower[token] == "one"
    kind = {"person": "group", "state": "group"}.get(whole.kind, whole.kind)
    return Mention(token, first, whole.end, (first, whole.end), "person" if one and kind == "group" else kind, "noun", plural=not one)
