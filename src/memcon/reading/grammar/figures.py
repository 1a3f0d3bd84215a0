"""Numbers of a text in figures, however they are spelled: "kills 14" and "fourteen people were killed" count the same."""

from __future__ import annotations

from memcon.times.numerals import number

from .parsed import Parsed


def in_figures(p: Parsed, token: int) -> str:
    """A number word in figures; any other word, or one that spells no number, in small letters.

    >>> from memcon.reading.parse.parsing import parser
    >>> p = parser().parse("Fourteen people and 1,200 goats left.")
    >>> in_figures(p, 0), in_figures(p, 1), in_figures(p, 3)
    ('14', 'people', '1200')
    """
    counted = number([p.lower[token]]) if p.tags[token] == "CD" else None
    return p.lower[token] if counted is None else f"{counted:.12g}"
