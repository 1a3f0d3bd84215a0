"""Words that are no party by themselves, and who is named right beside them: "his colleague Bo Rey", "the chargé, Ann Lee"."""

from __future__ import annotations

from collections.abc import Sequence

from ..grammar.parsed import Parsed
from ..parties.mention import Mention

_WHO = ("person", "organisation", "armed_group")


def plain_bearers(p: Parsed, found: Sequence[Mention], of: dict[int, tuple[int, ...]]) -> frozenset[int]:
    """The heads of such words, which get the numbers of whom is named beside them, in place, in `of`: the parties at heads of mentions.

    >>> from memcon.reading.pipeline import Report, read
    >>> record = read(Report("r", "Ana Rey met her colleague Bo Fox in Chad.", published="2022-03-05"))
    >>> [p.name for e in record.events for p in e.participants]
    ['Ana Rey', 'Bo Fox']
    """
    bearing = set[int]()
    for mention in found:
        bearer = p.heads[mention.head]
        named = mention.form == "name" and mention.kind in _WHO and p.deps[mention.head] == "appos"
        if named and bearer < mention.first and p.tags[bearer] == "NN" and bearer not in of and mention.head in of:
            of[bearer] = of[mention.head]
            bearing.add(bearer)
    return frozenset(bearing)
