"""Whom a deed is laid to by those who hold, try or look for him: "was jailed for the murder", "two men wanted for a raid"."""

from __future__ import annotations

from memcon.ontology.words import words

from ..coreference.cast import Cast
from ..grammar.dependents import is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import is_passive, objects
from .filled import Filled, named

_FOR = frozenset(("for", "of"))
_OF_THE_LAW = frozenset(("in", "over", "with", "on"))
_CHARGING = frozenset("charge indict suspect try convict want prosecute seek".split())
_BY_WORDS = frozenset(("guilty",))


def held_for(p: Parsed, deed: int, cast: Cast) -> list[Filled]:
    """Who is held, tried, sentenced or looked for because of a deed: the one who is said to have done it.

    >>> from memcon.reading.parse.parsing import parser
    >>> p = parser().parse("Chad jailed two men for the murder of a nurse.")
    >>> [p.words[t] for t in _laid_to(p, p.words.index("murder"))]
    ['men']
    """
    return named("actor", _laid_to(p, deed), cast, "accused")


def _laid_to(p: Parsed, deed: int) -> list[int]:
    at = deed
    for _ in range(4):
        above = p.heads[at]
        if p.deps[at] in ("pobj", "pcomp"):
            if (held := _held(p, above)) or p.lower[above] != "in" or p.lemmas[p.heads[above]] not in words("involvement"):
                return held
            at = p.heads[above]  # "for his part in the raid"
        elif p.deps[at] == "conj" or (p.deps[at] == "dobj" and p.tags[above] == "VBG"):  # "for plotting an attack"
            at = above
        else:
            break
    return []


def _held(p: Parsed, link: int) -> list[int]:
    """Whom the word that a preposition hangs on tells to be held, where it is for a deed."""
    word = p.heads[link]
    if p.lower[link] not in _FOR | _OF_THE_LAW:
        return []
    if p.lemmas[word] in _BY_WORDS and p.lower[link] in ("of", "on"):
        above = p.heads[word]
        return objects(p, above) if is_verb(p, above) and p.lemmas[above] == "find" else []
    lawful = p.lower[link] in _FOR or p.lemmas[word] in _CHARGING
    if not lawful or not is_verb(p, word) or p.lemmas[word] not in words("holding_verbs"):
        return []
    if any(p.deps[c] == "neg" for c in p.children[word]):
        return []
    if p.deps[word] == "acl" and is_passive(p, word):
        return [p.heads[word]]
    return objects(p, word)


def behind_it(p: Parsed, noun: int, cast: Cast) -> list[Filled]:
    """Who is told to be behind a deed: "accused Chad of harbouring the rebels behind the massacre"."""
    link = p.heads[noun]
    told = p.deps[noun] == "pobj" and p.lower[link] == "behind" and link > 0 and p.tags[link - 1] in ("NN", "NNS", "NNP", "NNPS")
    return named("actor", [link - 1] if told else [], cast, "accused")
