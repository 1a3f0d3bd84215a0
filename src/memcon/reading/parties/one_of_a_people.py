"""One person told by a people or party: "the Bulgarian met her", "the Republican was rebuffed"."""

from __future__ import annotations

from dataclasses import replace

from memcon.actors import Identity

from ..grammar.dependents import child
from ..grammar.parsed import Parsed

_ARGUMENTS = frozenset(("nsubj", "nsubjpass", "dobj", "pobj", "dative", "attr", "appos", "conj"))
_OF_ALL = ("ese", "ch", "sh", "s")  # "the British", "the Swiss", "the Kurds": all of them
_ARTICLES = frozenset(("the", "a", "an", "another", "each", "every"))
_SINGULAR = frozenset(("NN", "NNP", "JJ"))


def one_of_a_people(p: Parsed, token: int, identity: Identity | None) -> Identity | None:
    """What is known of the one who is meant by "the" before the word for one of a people or party; None where all of them are meant.

    >>> from memcon.actors import registry
    >>> from memcon.reading.parse.parsing import parser
    >>> p = parser().parse("The Bulgarian met her. The British left.")
    >>> one = one_of_a_people(p, 1, registry().resolve("Bulgarian"))
    >>> (one.kind, one.country), one_of_a_people(p, 6, registry().resolve("British"))
    (('person', 'BGR'), None)
    """
    if identity is None or not (identity.how in ("state.demonym", "people.name") or identity.sector == "PTY"):
        return None
    if p.deps[token] not in _ARGUMENTS:
        return None
    half = token - 2 if token > 1 and p.words[token - 1] == "-" and p.heads[token - 2] == token else token  # "the German-Tunisian"
    beside = [c for c in p.children[token] if p.deps[c] not in ("punct", "cc", "conj") and c != half and p.tags[c] != "HYPH"]
    article = next((p.lower[c] for c in beside if p.lower[c] in _ARTICLES), "")
    told = [
        c
        for c in beside
        if p.lower[c] not in _ARTICLES and not (p.deps[c] == "amod" and p.tags[c] in ("JJ", "VBN")) and p.deps[c] != "prep"
        if not (identity.sector == "PTY" and p.deps[c] == "compound" and p.labels[c] == "GPE")  # "the Texas Republican"
    ]
    of_whom = all(_tells_of_a_person(p, c) or _stands_in_commas(p, token, c) for c in told)
    if not article or not of_whom or (article == "the" and not told and p.deps[token] in ("appos", "conj")):
        return None
    if article == "the" and (p.lower[token].endswith(_OF_ALL) or p.tags[token] not in _SINGULAR):
        return None
    verb = p.heads[token]
    helper = child(p, verb, "aux", "auxpass")
    if p.deps[token].startswith("nsubj") and "VBP" in (p.tags[verb], p.tags[helper] if helper is not None else ""):
        return None  # "the Georgian say" is no one person, nor a sentence
    name = p.phrase(half, token + 1)
    return replace(
        identity, id=f"person:{name.lower()}", name=name, kind="person", wikidata=None, office=None, how="words.people", score=0.5
    )


def _tells_of_a_person(p: Parsed, clause: int) -> bool:
    """Whether a relative clause is of a person: "the Bulgarian who met her"."""
    return p.deps[clause] == "relcl" and any(p.lower[c] in ("who", "whom", "whose") for c in p.children[clause])


def _stands_in_commas(p: Parsed, token: int, told: int) -> bool:
    """Whether words between commas tell of one who does or undergoes something: "the Belarusian, named as Yan K, was held"."""
    beside = p.deps[told] == "acl" and p.tags[told] in ("VBN", "VBG") and p.words[token + 1] == ","
    return beside and p.deps[token] in ("nsubj", "nsubjpass")


def is_counted(p: Parsed, token: int) -> bool:
    """Whether an article or number makes people of a nationality: "a Libyan"."""
    beside = any(p.deps[c] == "nummod" or p.lower[c] in ("a", "an") for c in p.children[token])
    return beside and p.deps[token] not in ("amod", "compound")
