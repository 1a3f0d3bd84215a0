"""Organs of states: a ministry, parliament or navy is of one state, and that of another state another body though it is called the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from memcon.actors import registry

from ..grammar.parsed import Parsed
from ..grammar.syntax import prepositional
from .acronyms import SMALL
from .bearers import is_class, plain
from .mention import Mention
from .mentions import Mentions

_SPELT = {"defense": "defence"}
_ORGANS = frozenset("LEG JUD MIL".split())
_SMALL = SMALL | {"affairs"}


def with_its_state(p: Parsed, mentions: Mentions, mention: Mention) -> Mention:
    """An organ's name with the state that stands before or behind it: "Peru's Navy", "the Navy of Peru"; any other mention as it is."""
    sector = mention.identity.sector if mention.identity is not None else None
    if mention.kind == "organisation" and sector in _ORGANS and any(p.tags[c] == "PRP$" for c in p.children[mention.head]):
        return replace(mention, identity=None)  # "her Congress" is that of her state, whichever is best known
    if mention.form != "name" or mention.kind != "organisation" or not is_class(mention) or mention.identity is None:
        return mention
    first, end = mention.name
    owner = next((mentions.at(c) for c in p.children[mention.head] if p.deps[c] == "poss" and mention.first <= c < first), None)
    if owner is not None and owner.kind == "state" and owner.form == "name":
        return replace(mention, name=(owner.first, end))
    behind = next((mentions.at(t) for link in ("of", "in") for t in prepositional(p, mention.head, link) if t >= end), None)
    land = behind.identity.country if behind is not None and behind.identity is not None and behind.kind == "state" else None
    if behind is None or land is None or _country(mention) not in (None, land):
        return mention
    known = replace(mention.identity, country=land, how=mention.identity.how.removesuffix("+focus"))
    if p.lower[behind.first - 1] != "of":  # "the Navy in Lima"
        return replace(mention, identity=known)
    return replace(mention, end=behind.end, name=(first, behind.end), identity=known)


def organs(p: Parsed, found: Sequence[Mention]) -> Mapping[int, str]:
    """The keys of the organs of states among the mentions of a report, by head: what the body is and whose.

    One without its state is of the state whose such body was told of last, else of the only one that the report tells of.
    """
    own = [m for m in found if m.form == "name" and m.kind == "organisation" and is_class(m) and m.identity is not None]
    told = {m.head: _what(p, m) for m in own}
    stated: dict[str, set[str]] = {}
    for m in own:
        if (state := _country(m)) is not None:
            stated.setdefault(told[m.head], set()).add(state)
    keys: dict[int, str] = {}
    last: dict[str, str] = {}
    for m in sorted(own, key=lambda one: one.head):
        what = told[m.head]
        state = _country(m)
        if state is None and len(lands := stated.get(what, set())) == 1:
            state = next(iter(lands))
        state = state or last.get(what)
        if state is not None:
            last[what] = state
        if what:
            keys[m.head] = f"organ:{what}:{state or ''}"
    return keys


def _country(mention: Mention) -> str | None:
    identity = mention.identity
    return identity.country if identity is not None and not identity.how.endswith("+focus") else None


def _what(p: Parsed, mention: Mention) -> str:
    """The words of an organ's name in order of letters, without its state's: "Ministry of Foreign Affairs" is "Foreign Ministry"."""
    land = registry().country
    first, end = mention.name
    for at in range(first + 1, end - 1):
        if p.tags[at] == "POS" and land(p.phrase(first, at)) is not None:
            first = at + 1
        elif p.lower[at] == "of" and land(p.phrase(at + 1, end).removeprefix("the ")) is not None:
            end = at
            break
    said = [w for word in p.words[first:end] if (w := plain(word)) and w not in _SMALL and land(word) is None]
    return " ".join(sorted(_SPELT.get(w, w) for w in said))
