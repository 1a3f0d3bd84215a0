"""Words that speak of parties named elsewhere: pronouns, and "the two leaders", "both sides", "the pair"."""

from __future__ import annotations

from memcon.ontology.words import words

from .dependents import child
from .parsed import Parsed

PRONOUNS = {
    "he": "male", "him": "male", "his": "male", "himself": "male",
    "she": "female", "her": "female", "hers": "female", "herself": "female",
    "it": "thing", "its": "thing", "itself": "thing",
    "they": "many", "them": "many", "their": "many", "theirs": "many", "themselves": "many",
    "i": "speaker", "me": "speaker", "my": "speaker", "we": "speakers", "us": "speakers", "our": "speakers",
    "both": "pair", "each": "pair",
}  # fmt: skip
_COUPLES = frozenset(("pair", "duo"))
_WHO_MEET = frozenset(("sides", "leaders", "presidents", "ministers", "premiers"))


def speaks_of_two(p: Parsed, token: int, left: int) -> bool:
    """Whether a noun phrase, which begins at `left` and whose head is `token`, points to two parties spoken of before."""
    if p.lemmas[token] in _COUPLES:
        return left == token - 1 and p.words[left].lower() == "the" and child(p, token, "prep", "appos") is None
    if p.tags[token] not in ("NNS", "NNPS"):
        return False
    before = {p.words[i].lower() for i in range(left, token)}
    word = p.words[token].lower()
    if word in _WHO_MEET and left == token - 1 and before == {"the"} and child(p, token, "prep") is None:
        return word == "sides" or not any(p.words[t].lower() == word for t in range(token))  # "Arab leaders ... the leaders"
    return (word in words("those_who_are_two") and bool(before & {"two", "both"})) or (
        word in words("those_who_are_both") and "both" in before
    )
