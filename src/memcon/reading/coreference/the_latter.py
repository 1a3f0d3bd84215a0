"""Who "the latter" is: the last who is named before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..grammar.parsed import Parsed
from ..parties.entity import Entity
from ..parties.mention import Mention


def the_latter(p: Parsed, near: Mapping[int, Sequence[tuple[Entity, Mention]]], pronoun: Mention) -> tuple[int, ...]:
    """The number of the last party named before, in the words' own sentence or the one before; `near` are those told of, by sentence.

    >>> from memcon.reading.pipeline import Report, read
    >>> record = read(Report("r", "Ann Lee met Bo Fox in Lima. The latter asked her to stay.", published="2022-03-05"))
    >>> [p.name for e in record.events if e.type == "REQUEST" for p in e.participants]
    ['Bo Fox', 'Ann Lee']
    """
    here = p.sentence_of[pronoun.head]
    for there in (here, here - 1):
        told = [(m.head, e.number) for e, m in near.get(there, ()) if e.named and e.number >= 0 and m.head < pronoun.first]
        named = [(head, n) for head, n in told if not any(m.head == head and (m.capital or m.form == "pronoun") for _, m in near[there])]
        if named:
            return (max(named)[1],)
    return ()
