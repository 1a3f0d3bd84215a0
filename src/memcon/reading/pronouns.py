"""Words that speak of parties named elsewhere: pronouns, and "the two leaders", "both sides", "the pair"."""

from __future__ import annotations

from .parsed import Parsed
from .syntax import child

PRONOUNS = {
    "he": "male", "him": "male", "his": "male", "himself": "male",
    "she": "female", "her": "female", "hers": "female", "herself": "female",
    "it": "thing", "its": "thing", "itself": "thing",
    "they": "many", "them": "many", "their": "many", "theirs": "many", "themselves": "many",
    "i": "speaker", "me": "speaker", "my": "speaker", "we": "speakers", "us": "speakers", "our": "speakers",
    "both": "pair", "each": "pair",
}  # fmt: skip
_PAIRS = frozenset("two sides leaders parties countries nations presidents ministers foes rivals capitals neighbours neighbors".split())
_COUPLES = frozenset(("pair", "duo"))


def speaks_of_two(p: Parsed, token: int, left: int) -> bool:
    """Whether a noun phrase, which begins at `left` and whose head is `token`, points to two parties spoken of before."""
    if p.lemmas[token] in _COUPLES:
        return left == token - 1 and p.words[left].lower() == "the" and child(p, token, "prep", "appos") is None
    plural = p.tags[token] in ("NNS", "NNPS") and p.words[token].lower() in _PAIRS
    return plural and any(p.words[i].lower() in ("two", "both") for i in range(left, token))
