"""A question as statements that the reader can read: "What did Somalia demand from Ethiopia?" -> "Somalia did demand from Ethiopia".

Whoever is asked for gets a stand-in, as the reader tells an act by what kind of noun does it and to whom.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

STAND_INS = ("The minister", "The army", "The countries")
_SOMEONE, _OTHERS, _SOMEWHERE = "the minister", "the army", "to the capital"
_STAND_IN_WORDS = {_SOMEONE: frozenset({"minister"}), _OTHERS: frozenset({"army"}), _SOMEWHERE: frozenset({"capital"})}
_WENT = {"go": "travel", "gone": "travelled", "going": "travelling"}

_LEAD = re.compile(
    r"(?i)\A(?:please\s+)?(?:(?:can|could|would)\s+you\s+)?(?:please\s+)?"
    r"(?:(?:list|show|give|find|tell)\s+(?:(?:me|us)\s+)?(?:about\s+)?|what\s+(?:is|was|do\s+(?:we|you|reports)\s+know)\s+(?:known\s+|told\s+)?(?:about|of)\s+)"
    r"(?:all\s+(?:of\s+)?|every\s+|any\s+)?(?=\w)"
)
"""What only says that a question is one: "Tell me about the talks ..."."""

_TURNED = re.compile(
    r"(?:(?:(?P<before>(?i:with|to|from|for|by|against|between|about|on|in))\s+)?"
    r"(?P<word>(?i:who|what|whom|which|when|where|why|how\s+(?:long|often|many)))(?:\s+(?P<noun>[a-z][a-z -]*?))?\s+)?"
    r"(?P<aux>(?i:did|does|do|has|have|had|is|are|was|were|will|would))\s+"
    r"(?P<subject>(?:any(?:one|body)|some(?:one|body))\s+|(?:the\s+)?(?:[A-Z][\w.'-]*\s+(?:(?:and|of)\s+(?:the\s+)?(?=[A-Z]))?)+)"
    r"(?:(?:ever|also|already|recently|just|first|last)\s+)*"
    r"(?P<verb>[a-z]+(?:\s+to\s+[a-z]+)?)(?P<rest>(?:\s.*)?)\Z"
)
"""A question that turns the order of words."""
_HANGING = re.compile(r"\s(?:to|with|from|by|for|against|about|on)\Z")


@dataclass(frozen=True, slots=True)
class Statement:
    """What a question may be read as. `stand_ins` are words of it that the question does not hold; `opens` that it begins with them."""

    words: str
    stand_ins: frozenset[str] = frozenset()
    opens: int = 0


def bare(question: str) -> str:
    """The question without what only says that it is one.

    >>> bare("Please tell me about the talks in Oslo?"), bare("Who met Putin?")
    ('the talks in Oslo', 'Who met Putin')
    """
    return _LEAD.sub("", question.strip().rstrip("?. "))


def by_someone(question: str) -> Iterator[Statement]:
    """The question with a stand-in for the one who is asked for as who does it.

    >>> [one.words for one in by_someone("Who bombed Gaza")][:2]
    ['The minister bombed Gaza', 'The army bombed Gaza']
    """
    for name in STAND_INS:
        words = name.lower().split()
        yield Statement(re.sub(r"(?i)^who\b", name, question), frozenset(words), len(words))


def turned(question: str) -> Iterator[Statement]:
    """The question in the order of a statement; nothing where it is in that order.

    >>> [one.words for asked in ("Which talks did Kenya host in 2023", "Who did Macron speak to") for one in turned(asked)]
    ['Kenya did host the talks in 2023', 'Macron did speak to the minister']
    >>> [one.words for one in turned("What has Russia threatened")], [one.words for one in turned("Did anyone bomb Gaza")]
    (['Russia has threatened', 'Russia has threatened the minister'], ['the minister did bomb Gaza', 'the army did bomb Gaza'])
    >>> list(turned("Who met Putin"))
    []
    """
    found = _TURNED.match(question)
    if found is None or (found["noun"] and found["word"].lower() not in ("what", "which", "how many")):
        return
    word, noun, rest = (found["word"] or "").lower(), found["noun"] or "", found["rest"].rstrip()
    asked_for = f"the {noun}" if noun and noun != "times" else _SOMEONE if word in ("who", "whom") or found["before"] else ""
    subject = found["subject"].strip()
    anyone = subject[0].islower() and not subject.startswith("the ")
    words = [
        _SOMEONE if anyone else subject,
        found["aux"].lower(),
        _WENT.get(found["verb"], found["verb"]) if word == "where" else found["verb"],
    ]
    if asked_for and found["before"]:
        words += [found["before"].lower(), asked_for, rest.strip()]
    elif asked_for and _HANGING.search(f" {rest or found['verb']}"):
        words += [rest.strip(), asked_for]
    elif word == "where" and not rest:
        words.append(_SOMEWHERE)
    else:
        words += [asked_for, rest.strip()]
    said = " ".join(part for part in words if part)
    strange = frozenset().union(*(_STAND_IN_WORDS.get(part, ()) for part in words))
    yield Statement(said, strange)
    if word == "what" and not (noun or rest):
        yield Statement(f"{said} {_SOMEONE}", _STAND_IN_WORDS[_SOMEONE])
    if anyone:
        yield Statement(said.replace(_SOMEONE, _OTHERS, 1), strange | _STAND_IN_WORDS[_OTHERS])


def order(question: str) -> str:
    """The order of the events that a question asks for: "When did X last meet Y?" asks for the latest.

    >>> order("When did Norway last talk to Iceland"), order("Who met Putin last week")
    ('sort:-time', '')
    """
    found = _TURNED.match(question)
    return "sort:-time" if found and " last " in question[found.end("subject") - 1 : found.start("verb")] else ""
