"""Where a report was filed: "LIMA, March 4 (Agency) --". Nobody speaks of it by a pronoun."""

from __future__ import annotations

from .parsed import Parsed

_LONGEST = 14  # tokens
_CLOSING = frozenset(("--", "-", "—", "–", ":"))


def datelines(p: Parsed) -> frozenset[int]:
    """The numbers of the sentences that are datelines.

    >>> from memcon.reading.parsing import parser
    >>> sorted(datelines(parser().parse("LIMA, March 4 (XYZ) - Rebels attacked a base. It burned.")))
    [0]
    """
    found = set()
    for number, (first, end) in enumerate(p.sentences[:-1]):
        short = 1 < end - first <= _LONGEST and p.words[end - 1] in _CLOSING and p.words[first][:1].isupper()
        if short and not any(tag.startswith("VB") for tag in p.tags[first:end]) and "\n" not in p.text[p.ends[end - 1] : p.starts[end]]:
            found.add(number)
    return frozenset(found)
