"""States told by what they are or where they lie: "the kingdom", "the island", "the Gulf state", "the Baltic nation"."""

from __future__ import annotations

from memcon.ontology.words import words

from ..grammar.parsed import Parsed
from ..parties.mention import Mention

_BY_NOUN = {"kingdom": "kingdoms", "sultanate": "sultanates", "emirate": "emirates", "island": "islands"}
_BY_WORD_BEFORE = {
    "island": "islands",
    "gulf": "gulf_states",
    "baltic": "baltic_states",
    "himalayan": "himalayan_states",
    "caribbean": "caribbean_states",
    "pacific": "pacific_states",
    "balkan": "balkan_states",
    "andean": "andean_states",
    "nordic": "nordic_states",
}


def states_told(p: Parsed, mention: Mention) -> frozenset[str] | None:
    """Which states (ISO alpha-3, in small letters) words for one can be of, all if none is named; None where they are for no state.

    >>> from memcon.actors import registry
    >>> from memcon.reading.parse.parsing import parser
    >>> from memcon.reading.parties.mentions import Mentions
    >>> p = parser().parse("The Baltic nation accused the firm.")
    >>> at = Mentions(p, registry(), None, lambda name: False).at
    >>> sorted(states_told(p, at(2))), states_told(p, at(5))
    (['est', 'ltu', 'lva'], None)
    """
    head = p.lemmas[mention.head].lower()
    if head not in words("state_nouns") and (head != "state" or mention.kind != "group" or mention.plural):
        return None
    before = (_BY_WORD_BEFORE[p.lower[t]] for t in range(mention.first, mention.head) if p.lower[t] in _BY_WORD_BEFORE)
    by = next(before, None) or _BY_NOUN.get(head)
    return words(by) if by else frozenset()
