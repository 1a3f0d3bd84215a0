"""The state that a government acts for: "the Peruvian government", "Peru's government" and "the government in Lima" are Peru."""

from __future__ import annotations

from memcon.ontology.words import words

from .mention import Mention
from .mentions import Mentions
from .parsed import Parsed
from .syntax import prepositional

# A government of less than the state, or one that does not rule it (any longer).
_ANOTHER = frozenset(
    "local regional provincial state municipal city rebel rival parallel former previous past shadow breakaway exiled".split()
)


def governed(p: Parsed, mentions: Mentions, government: Mention) -> Mention | None:
    """The one state that words for a government name; None for governments of several, of a part or of one that is gone.

    A party is coded as the state where its government acts (PLOVER manual, actor coding: the country with the sector GOV).
    """
    head = government.head
    if government.form != "noun" or p.tags[head] != "NN" or p.lemmas[head] not in words("government_nouns"):
        return None
    within = prepositional(p, head, "in")
    if any(p.words[c].lower() in _ANOTHER for c in p.children[head]) or any(p.lemmas[t] == "exile" for t in within):
        return None
    before = [c for c in p.children[head] if p.deps[c] in ("amod", "nmod", "compound", "poss") and c < head]
    named = [*before, *prepositional(p, head, "of"), *within]
    states = [at for t in named if (at := mentions.at(t)) is not None and at.head == t and (at.kind == "state" or at.capital)]
    return states[0] if len(states) == 1 else None
