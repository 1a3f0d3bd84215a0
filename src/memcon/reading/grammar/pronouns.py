"""Words that speak of parties named elsewhere: pronouns, and "the two leaders", "both sides", "the pair"."""

from __future__ import annotations

from memcon.ontology.words import words

from .dependents import child
from .figures import in_figures
from .parsed import Parsed

PRONOUNS = {
    "he": "male", "him": "male", "his": "male", "himself": "male",
    "she": "female", "her": "female", "hers": "female", "herself": "female",
    "it": "thing", "its": "thing", "itself": "thing",
    "they": "many", "them": "many", "their": "many", "theirs": "many", "themselves": "many",
    "i": "speaker", "me": "speaker", "my": "speaker", "we": "speakers", "us": "speakers", "our": "speakers",
    "both": "pair", "each": "pair", "latter": "last",
}  # fmt: skip
POSSESSIVES = frozenset(("his", "her", "its", "their"))
"""Pronouns that tell whose something is, of those who neither speak nor are spoken to."""
NUMERALS = {"two": 2, "three": 3, "four": 4, "five": 5}
_COUNTS = NUMERALS | {"both": 2, "pair": 2, "duo": 2, "trio": 3, "quartet": 4}
_COUPLES = frozenset(("pair", "duo", "trio", "quartet"))
_PAIR = 2
_ARGUMENTS = ("nsubj", "dobj", "pobj", "nsubjpass")
_KNOWN = frozenset(("the", "all", "these"))
_OF = frozenset(("state", "states", "government"))
IN_OFFICE = frozenset("general officer commander envoy ambassador negotiator mediator".split())
"""Of whom two are meant by their office alone: "both generals", "the two envoys"."""
_WHO_MEET = frozenset(("sides", "leaders", "presidents", "ministers", "premiers", "diplomats"))


def stands_for_one_told(p: Parsed, token: int) -> bool:
    """Whether "both" or "the latter" stands by itself for those spoken of before: "both left", "at the latter's request".

    >>> from memcon.reading.parse.parsing import parser
    >>> p = parser().parse("Both left at the latter's request in the latter half of May.")
    >>> [t for t in range(len(p)) if stands_for_one_told(p, t)]
    [0, 4]
    """
    if p.lower[token] == "latter":
        return token > 0 and p.lower[token - 1] == "the" and p.deps[token] in (*_ARGUMENTS, "poss", "conj", "dative")
    return p.lower[token] == "both" and p.deps[token] in _ARGUMENTS


def how_many(p: Parsed, first: int, end: int) -> int:
    """How many parties a phrase says that it speaks of, 0 where it does not say.

    >>> from memcon.reading.parse.parsing import parser
    >>> how_many(parser().parse("The three countries signed."), 0, 3)
    3
    """
    return next((_COUNTS[w] for w in (p.lower[t] for t in range(first, end)) if w in _COUNTS), 0)


def is_counted_pronoun(p: Parsed, token: int, left: int) -> bool:
    """Whether a number stands for parties spoken of before: "the two met", "all three left"."""
    if p.lower[token] not in _COUNTS or p.deps[token] not in ("nsubj", "pobj", "dobj", "nsubjpass", "poss"):
        return False
    bare = p.lower[token] == "two" and not (left == token and _is_some_of_more(p, token))
    return bare or (left == token - 1 and p.lower[left] in _KNOWN)


def _is_some_of_more(p: Parsed, token: int) -> bool:
    """Whether two open a sentence of more that were counted before: "three rockets were fired. Two were intercepted"."""
    here = p.sentence_of[token]
    start = p.sentences[max(0, here - 1)][0]
    counted = (t for t in range(start, token) if p.tags[t] == "CD" and p.deps[t] == "nummod" and p.tags[p.heads[t]] == "NNS")
    return p.sentences[here][0] == token and any(in_figures(p, t).isdigit() and int(in_figures(p, t)) > _PAIR for t in counted)


def speaks_of_several(p: Parsed, token: int, left: int) -> bool:
    """Whether a noun phrase, which begins at `left` and whose head is `token`, points to two or more parties spoken of before."""
    if p.lemmas[token] in _COUPLES:
        return left == token - 1 and p.lower[left] == "the" and child(p, token, "prep", "appos") is None
    if p.tags[token] not in ("NNS", "NNPS"):
        return False
    before = {p.lower[i] for i in range(left, token)}
    word = p.lower[token]
    links = [p.lower[t] for t in p.children[token] if p.deps[t] == "prep"]
    of_state = word == "heads" and links == ["of"] and not _OF.isdisjoint(p.lower[token + 2 : token + 3])
    if word == "heads" and p.lower[token + 3 : token + 4] == ("of",):
        return False  # "the heads of state of the bloc"
    if (word in _WHO_MEET or of_state) and left == token - 1 and before == {"the"} and (of_state or child(p, token, "prep") is None):
        return word == "sides" or not any(
            p.lower[t] == word and not _are_they(p, t) for t in range(token)
        )  # "Arab leaders ... the leaders"
    if word in ("men", "women") and (not before & {"the", "both", "these"} or child(p, token, "acl", "relcl", "prep", "appos") is not None):
        return False  # "arrested two men", "the two men killed in May"
    if p.lower[left] == "two" and word != "sides" and (len(before) > 1 or p.deps[token] not in ("nsubj", "nsubjpass")):
        return False  # "expelled two diplomats", "two Chadian ministers": others
    several = bool(before & {"two", "both"}) or (len(before) == 2 and bool(before & _KNOWN) and bool(before & _COUNTS.keys()))
    held = word.endswith("s") and word.removesuffix("s") in IN_OFFICE and before in ({"both"}, {"the", "two"})
    return held or (word in words("those_who_are_two") and several) or (word in words("those_who_are_both") and "both" in before)


def _are_they(p: Parsed, token: int) -> bool:
    """Whether a plural itself points back: "the leaders" that are told again as "the leaders"."""
    return token > 0 and p.lower[token - 1] == "the" and child(p, token, "prep", "relcl", "acl", "appos") is None
