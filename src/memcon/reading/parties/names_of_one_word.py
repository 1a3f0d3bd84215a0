"""Names of one word that nobody knows, or that are a town's too: "Bradford met the rebels", "Rey accused Curwen"."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from memcon.ontology.cues import cues
from memcon.ontology.words import words

from ..grammar.dependents import is_verb
from ..grammar.parsed import Parsed
from ..grammar.personal_names import capital_run

_WHERE = frozenset("in at near inside outside around across throughout within to into from toward towards of over off for".split())
_SCENE = frozenset("in near outside inside around".split())
_BODIES = words("group_nouns") | frozenset(("party", "alliance", "coalition", "union", "front", "agency", "company", "bloc"))
_AMONG = ("conj", "appos")
_SPEAKING = frozenset(("say", "promise", "ask", "think", "deny", "refuse", "accuse", "praise"))
_ARGUMENTS = ("nsubj", "nsubjpass", "dobj", "dative", "poss")
_WITH = frozenset(("against", "by", "with", "on"))


class Bearers:
    """Who in a text bears such a name; `scenes` are the words that something is said to have been "in" or "near"."""

    def __init__(self, p: Parsed, labels: Mapping[int, tuple[int, int, str]], is_place: Callable[[str], bool]) -> None:
        self._p, self._is_place = p, is_place
        self._places = named_as_places(p)
        self.scenes = named_as_scenes(p)
        alone = (t for t in range(len(p)) if t not in labels or labels[t][:2] == (t, t + 1))
        beside = (t for t, label in enumerate(p.deps) if label == "appos" and p.lemmas[p.heads[t]] in _BODIES)
        self._letters = {p.words[t] for t in beside if p.words[t].isupper()}  # "their party, ODM"
        self._persons = {p.words[t] for t in alone if capital_run(p, t) == (t, t + 1) and acts_as_person(p, t)} - self._places

    def kind(self, token: int) -> str:
        """What the name at a token is: "person" where it does what persons do, "organisation" where it stands as parties do, or "place"."""
        word = self._p.words[token]
        if word in self._persons:
            return "person"
        if word in self._letters:
            return "organisation"
        known = word in self._places or self._is_place(word) or capital_run(self._p, token) is None
        return "place" if known or not stands_as_party(self._p, token) else "organisation"


def named_as_places(p: Parsed) -> frozenset[str]:
    """The capitalised words that stand behind a word for where something is, or with another place behind them: "in Lima", "Lima, Peru"."""
    found = set()
    for token, word in enumerate(p.words):
        if not word[:1].isupper():
            continue
        first = _first_of_row(p, token)
        behind = p.deps[first] == "pobj" and p.lower[p.heads[first]] in _WHERE
        held = any(p.deps[c] == "appos" and p.labels[c] == "GPE" for c in p.children[token])
        if behind or held or p.deps[token] == "npadvmod":
            found.add(word)
    return frozenset(found)


def named_as_scenes(p: Parsed) -> frozenset[str]:
    """The names of one word, not in capitals, that stand behind "in" or "near", where nothing is written or said: "a church in Curwen".

    >>> from memcon.reading.parse.parsing import parser
    >>> sorted(named_as_scenes(parser().parse("They burned a church in Curwen, she said in Bild.")))
    ['Curwen']
    """
    found = set()
    for token, above in enumerate(p.heads):
        alone = p.tags[token] == "NNP" and above == token - 1 and not any(w[:1].isupper() for w in p.words[token + 1 : token + 2])
        told = p.lemmas[p.heads[above]] if p.deps[token] == "pobj" and p.lower[above] in _SCENE else None
        if alone and told is not None and not p.words[token].isupper() and (told, "v") not in cues():
            found.add(p.words[token])
    return frozenset(found)


def acts_as_person(p: Parsed, token: int) -> bool:
    """Whether a name is the subject of what persons do: says, thinks, meets, travels.

    >>> from memcon.reading.parse.parsing import parser
    >>> acts_as_person(parser().parse("Bradford warned the rebels."), 0), acts_as_person(parser().parse("Bradford burned."), 0)
    (True, False)
    """
    verb = p.heads[token]
    if p.deps[token] != "nsubj" or not is_verb(p, verb):
        return False
    lemma = p.lemmas[verb]
    speaks = any(cue.group in _SPEAKING for cue in cues().get((lemma, "v"), ()))
    return speaks or lemma in words("coming_verbs") or lemma in words("travel_verbs") or lemma in words("doings_of_persons")


def stands_as_party(p: Parsed, token: int) -> bool:
    """Whether a name stands where parties do, and not behind a word for where something is.

    >>> from memcon.reading.parse.parsing import parser
    >>> stands_as_party(parser().parse("Rebels killed Curwen."), 2), stands_as_party(parser().parse("They met in Curwen."), 3)
    (True, False)
    """
    first = _first_of_row(p, token)
    if p.deps[first] == "pobj":
        return p.lower[p.heads[first]] in _WITH
    return p.deps[first] in _ARGUMENTS


def _first_of_row(p: Parsed, token: int) -> int:
    """The first of those that a name is listed with, or that it only names: it tells where all of them stand."""
    while p.deps[token] in _AMONG and p.heads[token] < token:
        token = p.heads[token]
    return token
