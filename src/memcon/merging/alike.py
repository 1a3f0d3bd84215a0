"""How surely two parties of different reports are one: by identity, name, kind and state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from memcon.actors import registry
from memcon.actors.nouns import singular
from memcon.model import Party
from memcon.ontology.words import words
from memcon.reading.coreference.genders import noun_gender
from memcon.reading.grammar.pronouns import POSSESSIVES

from .words import folded

SAME, NAMED, VOICE, BEHIND, NEAR, UNSURE, OTHER = 1.0, 0.9, 0.8, 0.6, 0.35, 0.2, 0.0
_TITLES = frozenset(
    """mr mrs ms dr sir president prime minister chancellor king queen prince sheikh ayatollah foreign defence defense state secretary
    general the of former late his her its a an senator representative governor ambassador leader envoy official spokesman spokeswoman
    spokesperson chief premier deputy special vice""".split()
)
_LINKS = frozenset(("from", "for", "in", "at", "to"))
_DESCRIBING = ("human_nouns", "person_descriptions", "group_nouns", "doers_of_violence", "those_held", "class_police", "office_nouns")
_PEOPLES = frozenset("muslim christian jew hindu buddhist catholic protestant sunni shiite shia kurd tamil arab mormon evangelical".split())
_BODIES = frozenset("group movement organisation organization".split())
_COUNTS = frozenset("two three four five six seven eight nine ten eleven twelve 2 3 4 5 6 7 8 9 10 11 12".split())


def party_key(party: Party) -> str:
    """Who a party is across reports: state, Wikidata id, or kind, folded name and state.

    >>> from memcon.model import Span
    >>> party_key(Party("actor", "Israel", "state", Span(0, 6, "Israel"), country="ISR"))
    'state:ISR'
    """
    if party.kind == "state" and party.country:
        return f"state:{party.country}"
    if party.wikidata:
        return f"wd:{party.wikidata}"
    name = " ".join(word for word in party.name.casefold().replace("'s", "").split() if word not in ("the", "a", "an"))
    return f"{party.kind}:{name}@{party.country or ''}"


def full_name(name: str) -> bool:
    """Whether a name is a full one: two words with capitals that are no titles.

    >>> full_name("Jo Kim"), full_name("President Kim"), full_name("the UN envoy")
    (True, False, False)
    """
    return sum(word != word.lower() and folded(word).strip(".,") not in _TITLES for word in name.split()) > 1


@dataclass(frozen=True, slots=True)
class Who:
    """A party: its role, who it is across reports (`party_key`), its name as told, its kind, its state and its sector."""

    role: str
    key: str
    name: str
    kind: str
    country: str | None = None
    sector: str | None = None

    @classmethod
    def of(cls, party: Party) -> Who:
        """The small view of a party."""
        return cls(party.role, party_key(party), party.name, party.kind, party.country, party.sector)

    @property
    def handle(self) -> str:
        """What stands for the party where its key may differ from report to report: the last word of its name.

        >>> Who("actor", "wd:Q7747", "Vladimir Putin", "person", "RUS").handle
        'name:putin'
        """
        last = _noun(self.name) if described(self) else (self.name.split() or [""])[-1]
        return f"name:{folded(last)}"


@lru_cache(maxsize=50_000)
def _words(name: str) -> tuple[str, ...]:
    """The words of a name in small letters, without articles, and without where or whose those are who are told by a noun."""
    told = name.split()
    end = _tail(told)
    told = told[:end] if end and told[end - 1].islower() else told
    plain = folded(" ".join(told)).replace("'s", "").replace(".", "").replace("-", " ")
    return tuple(w.removesuffix("'") for w in plain.split() if w not in ("the", "a", "an"))


@lru_cache(maxsize=50_000)
def alike(a: Who, b: Who) -> float:
    """1 for the same party, 0 for surely another; between them a part (a person and the government behind), a kind, or no telling.

    >>> putin = Who("actor", "wd:Q7747", "Vladimir Putin", "person", "RUS")
    >>> alike(putin, Who("actor", "person:putin@", "Putin", "person")), alike(putin, Who("actor", "state:RUS", "Russia", "state", "RUS"))
    (0.9, 0.6)
    >>> alike(putin, Who("actor", "wd:Q58217", "Sergey Lavrov", "person", "RUS"))
    0.0
    """
    if a.key == b.key:
        return BEHIND if described(a) and not a.country else SAME
    if a.country and b.country and a.country != b.country:
        return BEHIND if _whose_is_open(a, b) else OTHER
    if "state" not in (a.kind, b.kind) and (_owns(a, b) or _owns(b, a)):
        return BEHIND
    if a.kind == b.kind == "person":
        return _persons(a, b)
    mine, theirs = set(_words(a.name)), set(_words(b.name))
    if a.key.startswith("wd:") and b.key.startswith("wd:"):
        return NEAR if a.country and a.country == b.country else OTHER
    if mine and theirs and mine - _BODIES == theirs - _BODIES != set():
        return NAMED
    if _surname_alone(a, b) or _surname_alone(b, a):
        return NAMED
    related = bool((mine & theirs) - _TITLES)
    if a.country and a.country == b.country:
        if "state" in (a.kind, b.kind):
            return VOICE if _speaks_for_it(a) or _speaks_for_it(b) else BEHIND
        return BEHIND if related else NEAR
    if "person" in (a.kind, b.kind):
        return UNSURE
    return BEHIND if related else UNSURE if not (a.country and b.country) and "state" not in (a.kind, b.kind) else _state(a, b)


def described(who: Who) -> bool:
    """Whether a party is told of by a description alone, not by name: "a Vancouver man", "Gunman" in a headline; not "Bo al-Fox".

    >>> described(Who("actor", "person:togo man@", "A Togo man", "person")), described(Who("actor", "person:bo fox@", "Bo Fox", "person"))
    (True, False)
    """
    if who.kind == "state" or who.key.startswith("wd:"):
        return False
    last = _noun(who.name)
    return last.islower() or (last == who.name and _for_people(folded(last)))


def _noun(name: str) -> str:
    """The word that says what somebody is, before where or whose he is: "court" of "a court in Lome"."""
    told = name.split()
    return told[_tail(told) - 1] if told else ""


def _tail(told: Sequence[str]) -> int:
    """Where the words of a name begin that say where or whose one is, or who one sides with: "in Lome", "loyal to Rey"; else its end."""
    return next((n for n, word in enumerate(told) if n and (word in _LINKS or word in words("siding"))), len(told))


def _owns(one: Who, thing: Who) -> bool:
    """Whether a party is told of as another's: "Ann Lee's spokesman", who is not Ann Lee; not "the ministry's Ann Lee"."""
    told = thing.name.split()
    at = max((n for n, word in enumerate(told[:-1]) if word.replace("’", "'").endswith(("'s", "s'"))), default=None)
    if at is None or not described(thing) or folded(told[-1]) in _BODIES:  # "the dock workers' group" is the dock workers
        return False
    owner, name = _words(" ".join(told[: at + 1])), _words(one.name)
    return name != () and (owner[-len(name) :] == name or name[-1:] == owner)


@lru_cache(maxsize=20_000)
def _for_people(word: str) -> bool:
    """Whether a word is a noun for people or a body that has a capital in headlines only: "Gunman", "Women", "Voters"; not "Baker"."""
    noun = singular(word)
    if noun in _nouns() or noun_gender(noun):
        return True
    agent = registry().nouns.agent((word,))
    if agent is None or agent[0].kind == "organisation" or noun in _PEOPLES:
        return False
    return agent[2] or not registry().people.by_surname(word)


@cache
def _nouns() -> frozenset[str]:
    return frozenset().union(*(words(name) for name in _DESCRIBING))


def _whose_is_open(a: Who, b: Who) -> bool:
    """Whether both are the same kind of people ("its two pilots", "two Ethiopian pilots"), and whose they are a pronoun alone tells."""
    if a.kind != "group" or b.kind != "group" or not any(p.name.lower().partition(" ")[0] in POSSESSIVES for p in (a, b)):
        return False
    mine, theirs = _words(a.name), _words(b.name)
    counts = [set(some) & _COUNTS for some in (mine, theirs)]
    return mine[-1:] == theirs[-1:] != () and (not all(counts) or counts[0] == counts[1])


def _persons(a: Who, b: Who) -> float:
    """By name: the surname alone is the same person's, unless both are known and not the same."""
    if a.key.startswith("wd:") and b.key.startswith("wd:"):
        return OTHER
    mine, theirs = ([w for w in _words(p.name) if w not in _TITLES] for p in (a, b))
    if not mine or not theirs:  # "the prime minister"
        return BEHIND if a.country and a.country == b.country else UNSURE
    short, long = sorted((mine, theirs), key=len)
    if set(short) <= set(long) and (short[-1] == long[-1] or short == long[: len(short)]):
        return NAMED
    if described(a) or described(b):  # "an Israeli envoy"
        return NEAR if a.country and a.country == b.country else UNSURE
    return OTHER


def _speaks_for_it(one: Who) -> bool:
    """Whether someone speaks and acts for a state: its foreign ministry, its prime minister, its army."""
    return one.kind in ("person", "organisation") and one.sector in ("GOV", "MIL")


def _surname_alone(a: Who, b: Who) -> bool:
    """Whether `a` is the surname of `b`, a person, and was taken for a body's name: "Ocampo" beside "Rafael Ocampo"."""
    alone = b.kind == "person" and a.kind in ("organisation", "group") and not a.key.startswith("wd:") and len(a.name.split()) == 1
    return alone and full_name(b.name) and _words(a.name) == _words(b.name)[-1:]


def _state(a: Who, b: Who) -> float:
    """A state and a party of unknown state; two states of other names."""
    return OTHER if a.kind == b.kind else UNSURE


def paired(ours: Sequence[Who], theirs: Sequence[Who]) -> tuple[float, list[Who], list[Who]]:
    """The sum of the likeness of parties matched one to one, the surest first, and those left over on either side (matched below `NEAR`).

    >>> a, b = Who("actor", "state:RUS", "Russia", "state", "RUS"), Who("actor", "state:UKR", "Ukraine", "state", "UKR")
    >>> paired([a], [b, a])[0]
    1.0
    """
    ranked = sorted(
        ((alike(a, b), i, j) for i, a in enumerate(ours) for j, b in enumerate(theirs)),
        key=lambda x: (-x[0], ours[x[1]].key, theirs[x[2]].key),
    )
    left, right, total = dict(enumerate(ours)), dict(enumerate(theirs)), 0.0
    for likeness, i, j in ranked:
        if likeness >= NEAR and i in left and j in right:
            total += likeness
            del left[i], right[j]
    return total, list(left.values()), list(right.values())


def others(ours: Sequence[Who], theirs: Sequence[Who]) -> bool:
    """Whether each of `ours` is surely none of `theirs`; not where either is empty."""
    return bool(ours) and bool(theirs) and all(alike(a, b) == OTHER for a in ours for b in theirs)
