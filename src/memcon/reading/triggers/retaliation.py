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


def answers_what_went_before(p: Parsed, act: int, other: int) -> bool:
    """Whether a sentence tells of an act as the answer to what an earlier one tells: "In response, the army scrambled jets".

    >>> from memcon.reading.parse.parsing import parser
    >>> p = parser().parse("Chadian jets crossed the line. In response, Togo scrambled two jets.")
    >>> answers_what_went_before(p, p.words.index("scrambled"), p.words.index("crossed"))
    True
    """
    start, _ = p.sentences[p.sentence_of[act]]
    return tuple(p.lower[start : start + 3]) in _ANSWERING and other < start and p.heads[start] in (act, *p.ancestors(act))


_ANSWERING = tuple(
    tuple(line.split()) for line in ("in response ,", "in retaliation ,", "in reply ,", "in answer ,", "in turn ,", "in return ,")
)
