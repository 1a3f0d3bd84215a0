"""Common nouns for actors and office words, and the lemmas they are looked up by."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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
_KEEP = ("ss", "us", "is", "news", "affaires")


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


@lru_cache(maxsize=16384)
def _forms(word: str) -> tuple[str, ...]:
    """What a noun may stand under in the table: as it is, in the singular, without its s."""
    return tuple(dict.fromkeys((word, singular(word), word.removesuffix("s"))))


@dataclass(frozen=True)
class Nouns:
    """Look-ups of agents, of modifiers that tell a sector, and of titles; keys are folded words joined by blanks.

    `agent_sizes` and `office_sizes` tell by an agent's last word and a title's first how many words those that have it take, the longest
    first. `kin` are the classes of office that a title of one word may stand for in short: "Secretary" for the secretary of state or
    the defence secretary.
    """

    agents: dict[str, Agent]
    modifiers: dict[str, str]
    offices: dict[str, Office]
    longest: int
    agent_sizes: dict[str, tuple[int, ...]]
    office_sizes: dict[str, tuple[int, ...]]
    kin: dict[str, frozenset[str]]

    def agent(self, words: Sequence[str]) -> tuple[Agent, int, bool] | None:
        """The longest agent that ends a sequence of folded words: the agent, how many words it takes, whether it is plural."""
        if not words:
            return None
        end = words[-1]
        best: tuple[Agent, int] | None = None
        for last in _forms(end):
            for size in self.agent_sizes.get(last, ()):
                if size <= len(words) and (best is None or size > best[1]):
                    found = self.agents.get(last if size == 1 else " ".join((*words[-size:-1], last)))
                    if found:
                        best = found, size
                        break
        return (*best, singular(end) != end or end in ("troops", "forces")) if best else None

    def office(self, words: Sequence[str]) -> tuple[Office, int] | None:
        """The longest title that begins a sequence of folded words, and how many words it takes."""
        for size in self.office_sizes.get(words[0], ()) if words else ():
            found = self.offices.get(" ".join(words[:size])) if size <= len(words) else None
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
    kin: dict[str, set[str]] = {}
    for row in rows("offices"):
        for title in listed(row["titles"]):
            words, _, named = title.partition("=")
            for end in {fold(words).split()[0], fold(words).split()[-1]} if row["class"] else ():
                kin.setdefault(end, set()).add(row["class"])
            offices.setdefault(fold(words).strip(), Office(row["class"], named or row["office"] or words, row["sector"] or None))
    longest = max(len(key.split()) for key in (*agents, *offices))
    short = {word: frozenset(classes) for word, classes in kin.items() if word in offices}
    return Nouns(agents, modifiers, offices, longest, _sizes(agents, -1), _sizes(offices, 0), short)


def _sizes(keys: Iterable[str], at: int) -> dict[str, tuple[int, ...]]:
    """By the word at one end of the keys, the numbers of words of those that have it, falling."""
    found: dict[str, set[int]] = {}
    for words in (key.split() for key in keys):
        found.setdefault(words[at], set()).add(len(words))
    return {word: tuple(sorted(sizes, reverse=True)) for word, sizes in found.items()}
