"""Common nouns for actors and office words, and the lemmas they are looked up by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from .identity import Agent, Office
from .names import fold
from .own import own_rows
from .tables import listed, rows

_IRREGULAR = {
    "people": "person", "men": "man", "women": "woman", "children": "child", "wives": "wife", "thieves": "thief", "troops": "troops",
    "forces": "forces", "media": "media", "police": "police", "mps": "mp", "meps": "mep", "ngos": "ngo", "idps": "idp",
}  # fmt: skip
# A plural may stand under its own form in the table ("secret services"); these endings never lose their s.
_KEEP = ("ss", "us", "is", "news")


@lru_cache(maxsize=16384)
def singular(word: str) -> str:
    """The singular of a folded noun.

    >>> [singular(one) for one in ("policemen", "authorities", "soldiers", "churches", "press", "gunmen")]
    ['policeman', 'authority', 'soldier', 'church', 'press', 'gunman']
    """
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("men") and len(word) > 4:
        return f"{word[:-3]}man"
    if word.endswith("women"):
        return f"{word[:-5]}woman"
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(_KEEP) and len(word) > 3:
        return word[:-1]
    return word


@dataclass(frozen=True)
class Nouns:
    """Look-ups of agents, of modifiers that tell a sector, and of titles; keys are folded words joined by blanks."""

    agents: dict[str, Agent]
    modifiers: dict[str, str]
    offices: dict[str, Office]
    longest: int
    last: frozenset[str]
    first: frozenset[str]

    def agent(self, words: Sequence[str]) -> tuple[Agent, int, bool] | None:
        """The longest agent that ends a sequence of folded words: the agent, how many words it takes, whether it is plural."""
        if not words:
            return None
        end = words[-1]
        forms = [last for last in dict.fromkeys((end, singular(end), end.removesuffix("s"))) if last in self.last]
        for size in range(min(self.longest, len(words)), 0, -1) if forms else ():
            for last in forms:
                found = self.agents.get(" ".join((*words[-size:-1], last)))
                if found:
                    return found, size, singular(end) != end or end in ("troops", "forces")
        return None

    def office(self, words: Sequence[str]) -> tuple[Office, int] | None:
        """The longest title that begins a sequence of folded words, and how many words it takes."""
        for size in range(min(self.longest, len(words)), 0, -1) if words and words[0] in self.first else ():
            found = self.offices.get(" ".join(words[:size]))
            if found:
                return found, size
        return None

    def office_tail(self, words: Sequence[str]) -> tuple[Office, int] | None:
        """The longest title that ends a sequence of folded words."""
        for size in range(min(self.longest, len(words)), 0, -1):
            found = self.offices.get(" ".join(words[-size:]))
            if found:
                return found, size
        return None


def load_nouns() -> Nouns:
    """The tables `agents`, `modifiers` and `offices` as look-ups."""
    nouns = chain(rows("agents"), own_rows("agents"))
    agents = {fold(row["phrase"]): Agent(row["kind"], row["sector"] or None, row["weak"] == "weak") for row in nouns}
    modifiers = {row["word"]: row["sector"] for row in rows("modifiers")}
    offices: dict[str, Office] = {}
    for row in rows("offices"):
        for title in listed(row["titles"]):
            words, _, named = title.partition("=")
            offices.setdefault(fold(words).strip(), Office(row["class"], named or row["office"] or words, row["sector"] or None))
    longest = max(len(key.split()) for key in (*agents, *offices))
    last, first = frozenset(key.split()[-1] for key in agents), frozenset(key.split()[0] for key in offices)
    return Nouns(agents, modifiers, offices, longest, last, first)
