"""Acts that answer other acts: whoever raids a town in revenge for an attack did not do that attack, nor on the day of the raid."""

from __future__ import annotations

from memcon.ontology.words import words

from ..grammar.parsed import Parsed

_LINKS = ("for", "to", "against")


def avenged(p: Parsed, token: int) -> tuple[int, int] | None:
    """The words (half-open range of tokens) that tell what another act answers, if a token stands in them; None elsewhere.

    >>> from memcon.reading.parse.parsing import parser
    >>> p = parser().parse("Rebels raided Kano in revenge for an attack that killed two men.")
    >>> first, end = avenged(p, p.words.index("killed"))
    >>> p.phrase(first, end), avenged(p, p.words.index("raided"))
    ('an attack that killed two men', None)
    """
    for at in (token, *p.ancestors(token)):
        above = p.heads[at]
        if (
            p.deps[at] == "pobj"
            and p.lower[above] in _LINKS
            and {p.lemmas[p.heads[above]], *p.lemmas[max(0, above - 1) : above]} & words("answers")
        ):
            return p.edges[at]
        if p.deps[at] == "dobj" and p.lemmas[above] == "avenge":
            return p.edges[at]
    return None


def is_apart(p: Parsed, one: int, other: int) -> bool:
    """Whether, of two tokens of a sentence, one tells of an act and the other of what that act answers."""
    return p.sentence_of[one] == p.sentence_of[other] and avenged(p, one) != avenged(p, other)
