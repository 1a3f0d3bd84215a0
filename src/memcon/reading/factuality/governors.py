"""Words that tell of an act whether it was done: "plans to visit", "an offer to mediate", "the summit that Chad proposed"."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.ontology.lexicon import Governor, Lexicon

from ..grammar.dependents import child, is_verb
from ..grammar.parsed import Parsed

_OPEN = frozenset(("planned", "offered", "possible"))
# What is done with an occasion by those who are to have it: "the talks that Chad offered to host".
_HAVING = frozenset("have hold host convene organize organise arrange attend open mediate chair stage facilitate".split())


def governing(p: Parsed, token: int, construction: str, lexicon: Lexicon) -> Governor | None:
    """The line of a word that governs an act in that construction ("xcomp", "obj", "prep:on"), None where it governs none."""
    pos = "v" if is_verb(p, token) else "n" if p.tags[token].startswith("N") else "a"
    for governor in lexicon.governors.get(p.lemmas[token], ()) or lexicon.governors.get(p.lower[token], ()):
        fits = construction in governor.construction.split(",") or governor.construction == "any"
        if governor.pos == pos and fits and _follow(p, token, governor.words[1:]):
            return governor
    return None


def governed_by_its_clause(p: Parsed, noun: int, lexicon: Lexicon) -> tuple[Governor, int] | None:
    """What a relative clause of which an occasion is the object leaves open, with the word that does: "a summit that Chad is said to have
    proposed", "the talks that Chad offered to host".

    >>> from memcon.ontology.lexicon import lexicon
    >>> from memcon.reading.parse.parsing import parser
    >>> p = parser().parse("Rey spoke of the summit that Chad is said to have proposed.")
    >>> found = governed_by_its_clause(p, p.words.index("summit"), lexicon())
    >>> found and (found[0].status, p.words[found[1]])
    ('offered', 'proposed')
    """
    verb = child(p, noun, "relcl")
    for link in p.children[noun] if verb is None else ():  # "the summit in Lima that Chad proposed"
        place = child(p, link, "pobj") if p.lower[link] in ("in", "at", "near") else None
        verb = child(p, place, "relcl") if place is not None and verb is None else verb
    if verb is None or not is_verb(p, verb):
        return None
    own = child(p, verb, "nsubj", "nsubjpass")
    if own is None or p.tags[own].startswith("W") or p.lower[own] == "that":  # "the summit that was held"
        return None
    chain = list(_down(p, verb))
    last = chain[-1]
    if any(p.deps[c] == "dobj" and not p.tags[c].startswith("W") and p.lower[c] != "that" for c in p.children[last]):
        return None
    done_with = len(chain) > 1 and p.lemmas[last] in _HAVING
    found = (chain[-2], "xcomp") if done_with else (last, "obj")
    governor = governing(p, *found, lexicon)
    return (governor, found[0]) if governor is not None and governor.status in _OPEN else None


def _down(p: Parsed, verb: int) -> Iterator[int]:
    """A verb and those that carry on what it says: "is said", "to have proposed"."""
    at: int | None = verb
    for _ in range(4):
        if at is None:
            return
        yield at
        at = child(p, at, "xcomp", "ccomp")


def _follow(p: Parsed, token: int, words: tuple[str, ...]) -> bool:
    window = [w.lower() for w in p.words[token + 1 : token + 4]]
    return all(w in window or any(p.lower[c] == w for c in p.children[token]) for w in words)
