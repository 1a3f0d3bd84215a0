"""The words of a party as a record shows them: with whose or where they are, that tell it from others of its kind."""

from __future__ import annotations

from memcon.model import Span
from memcon.ontology.words import words

from ..coreference.identities import Identified
from ..grammar.dependents import child
from ..grammar.parsed import Parsed, unbroken
from ..parties.entity import Entity
from ..parties.mention import Mention

_BEHIND_SUBJECTS = frozenset(("from", "for", "to", "in", "at"))
_TO_WHOM = frozenset(("for", "to"))
_CLOSING = frozenset((",", ".", ":", "``", "''", "-LRB-", "-RRB-", "WDT", "WP", "WP$", "MD"))
_LONGEST = 9  # words behind the noun


def party_words(p: Parsed, mention: Mention) -> Span:
    """The words of a mention; behind a noun also where those are from, in what body or town, whom they speak for or are loyal to.

    Annotators have "from", "for", "to", "in" and "at" behind subjects among the words in 149 of 185 cases.

    >>> from memcon.reading.parse.parsing import parser
    >>> p = parser().parse("A court in Lome freed nine men on Monday.")
    >>> party_words(p, Mention(1, 0, 2, (0, 2), "organisation", "noun", None)).quote
    'A court in Lome'
    """
    end = mention.end
    if mention.form == "noun" and p.tags[mention.head].startswith("NN") and mention.end == mention.head + 1:
        end = _end(p, mention.head)
    linked = mention.first < mention.head and p.tags[mention.first] == "WDT"  # "villages in which a dozen people died", misread
    return p.span(mention.first + linked, end - 1)


def whole_name(p: Parsed, entity: Entity, known: Identified) -> str:
    """The name of a party in a record: what the registry or the report calls it, and all its words where these are no name."""
    best = entity.best
    told = entity.named or known.name != p.phrase(best.first, best.end)
    return known.name if told else unbroken(party_words(p, best).quote)


def _end(p: Parsed, head: int) -> int:
    link = head + 1
    bare = head + 1
    if link + 1 >= len(p) or p.heads[link] != head:
        return bare
    sides = p.lower[link] in words("siding") and p.lower[link + 1] in ("to", "with")
    if not sides:
        held = child(p, link, "pobj")
        if p.deps[link] != "prep" or held is None or not p.tags[held].startswith("N") or p.labels[held] in ("DATE", "TIME"):
            return bare
        before_its_verb = p.deps[head] in ("nsubj", "nsubjpass") and p.heads[head] > head
        speaks = p.lower[link] in _TO_WHOM and p.lemmas[head] in words("speakers_for") | words("servants")
        theirs = p.lower[link] == "from" and p.deps[head] == "pobj"  # "met with officials from both", not "freed men from a camp"
        if not (theirs or speaks or (before_its_verb and p.lower[link] in _BEHIND_SUBJECTS)):
            return bare
    last = min(p.edges[link][1], head + 1 + _LONGEST)
    end = link + 1 + sides
    while end < last and _goes_on(p, link, end):
        end += 1
    while p.tags[end - 1] in ("IN", "CC", "DT", "TO", "PRP$", "JJ", "CD", "RB"):
        end -= 1
    return end if end > link + 1 else bare


def _goes_on(p: Parsed, link: int, token: int) -> bool:
    """Whether a word behind a noun's link still says whose or where those are: a name in a row ("lawyers for Rey, Fox and Lee") does."""
    if p.words[token] == "," and p.lower[link] == "for":
        return token + 1 < len(p) and p.tags[token + 1] == "NNP"
    if p.tags[token] in _CLOSING or p.tags[token].startswith("VB"):
        return False
    return p.tags[token] != "IN" or p.lower[token] == "of"
