"""Common nouns for actors and office words, and the lemmas they are looked up by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .identity import Agent, Office
from .names import fold
from .tables import listed, rows

_IRREGULAR = {
    "people": "person", "men": "man", "women": "woman", "children": "child", "wives": "wife", "thieves": "thief", "troops": "troops",
    "forces": "forces", "media": "media", "police": "police", "mps": "mp", "meps": "mep", "ngos": "ngo", "idps": "idp",
}  # fmt: skip
# A plural may stand under its own form in the table ("secret services"); these endings never lose their s.
_KEEP = ("ss", "us", "is", "news")


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

    def agent(self, words: Sequence[str]) -> tuple[Agent, int, bool] | None:
        """The longest agent that ends a sequence of folded words: the agent, how many words it takes, whether it is plural."""
        for size in range(min(self.longest, len(words)), 0, -1):
            tail = list(words[-size:])
            for last in (tail[-1], singular(tail[-1]), tail[-1].removesuffix("s")):
                found = self.agents.get(" ".join((*tail[:-1], last)))
                if found:
                    plural = singular(tail[-1]) != tail[-1] or tail[-1] in ("troops", "forces")
                    return found, size, plural
        return None

    def office(self, words: Sequence[str]) -> tuple[Office, int] | None:
        """The longest title that begins a sequence of folded words, and how many words it takes."""
        for size in range(min(self.longest, len(words)), 0, -1):
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
    agents = {fold(row["phrase"]): Agent(row["kind"], row["sector"] or None, row["weak"] == "weak") for row in rows("agents")}
    modifiers = {row["word"]: row["sector"] for row in rows("modifiers")}
    offices: dict[str, Office] = {}
    for row in rows("offices"):
        for title in listed(row["titles"]):
            words, _, named = title.partition("=")
            offices.setdefault(fold(words).strip(), Office(row["class"], named or row["office"] or words, row["sector"] or None))
    longest = max(len(key.split()) for key in (*agents, *offices))
    return Nouns(agents, modifiers, offices, longest)
