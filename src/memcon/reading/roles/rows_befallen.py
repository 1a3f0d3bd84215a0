"""Who stands in a row with a party and is none of itself: "killed two officers and a clerk", "the army and the owners of a bank met"."""

from __future__ import annotations

from collections.abc import Container, Sequence

from memcon.actors import registry

from ..coreference.cast import Cast
from ..grammar.dependents import child, is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import clause, is_passive
from ..triggers.triggers import Trigger
from .filled import Filled
from .ruled_out import row

_BEFALLING = frozenset(("ASSAULT", "SANCTION", "COERCE", "RETREAT", "AID"))
_NO_ONE = frozenset("dozens scores hundreds thousands number rest other others".split())
_OF_ROWS = ("dobj", "nsubjpass", "pobj")


def with_row(p: Parsed, trigger: Trigger, cast: Cast, parties: tuple[Filled, ...], heads: Container[int]) -> tuple[Filled, ...]:
    """The parties, with all that are coordinated with one of them: what befell two officers and a clerk befell the clerk.

    Those who do something together may be nobody of themselves: "the bank and its five thousand clerks reached a deal".
    """
    known = {f.token for f in parties}
    found: list[Filled] = []
    for one in parties:
        befalls = one.role == "recipient" and trigger.entry.type in _BEFALLING
        told = _whole_row(p, one.token) if one.role in ("actor", "recipient") else []
        if len(told) < 2 or not (p.deps[told[0]] in _OF_ROWS if befalls else _are_sides(p, trigger, cast, one, told)):
            continue
        for token in told:
            if token in known or token in heads or is_verb(p, token):
                continue
            if not (_is_somebody(p, cast, token) if befalls else _is_party_too(p, cast, token, told[0])):
                continue
            known.add(token)
            name = child(p, token, "appos")  # "the paper and its owner, Ann Lee"
            number = cast.plain(token) if name is None or not cast.of(name) else cast.of(name)[0]
            if number is not None and all(f.entity != number for f in (*parties, *found)):
                found.append(Filled(one.role, number, token, one.slot))
    return (*parties, *found)


def _whole_row(p: Parsed, token: int) -> list[int]:
    """All that a word is coordinated with, be it by the prepositions: "on a militia and on two banks".

    >>> from memcon.reading.parse.parsing import parser
    >>> p = parser().parse("Togo imposed sanctions on a militia and on two banks.")
    >>> [p.words[t] for t in _whole_row(p, p.words.index("militia"))]
    ['militia', 'banks']
    """
    here = row(p, token)
    link = p.heads[here[0]]
    if p.deps[here[0]] != "pobj":
        return here
    while p.deps[link] == "conj" and p.lower[p.heads[link]] == p.lower[link]:
        link = p.heads[link]
    links = [link, *(c for c in p.children[link] if p.deps[c] == "conj" and p.lower[c] == p.lower[link])]
    behind = [held for one in links if (held := child(p, one, "pobj")) is not None]
    return [*here, *(t for held in behind for t in row(p, held) if t not in here)]


def _is_somebody(p: Parsed, cast: Cast, token: int) -> bool:
    """Whether a common noun with a word of number or an article names somebody or something that is no party yet."""
    if p.tags[token] not in ("NN", "NNS") or cast.mention(token) is not None or p.lower[token] in _NO_ONE:
        return False
    return p.tags[token] == "NNS" or any(p.deps[c] in ("det", "nummod", "poss") for c in p.children[token])


def _are_sides(p: Parsed, trigger: Trigger, cast: Cast, one: Filled, told: Sequence[int]) -> bool:
    """Whether a row stands where parties of an act do: as subject or object, or behind its preposition where they are no subject."""
    mention, first = cast.mention(one.token), told[0]
    verb = clause(p, first)
    above = (trigger.head, *p.ancestors(trigger.head))
    if (mention is not None and mention.form == "pronoun") or verb not in above:
        return False
    if any(p.deps[t] == "relcl" and p.heads[t] in told for t in above):  # "Lee and Fox, who has accused Peru, met"
        return False
    if one.role == "actor" and is_verb(p, trigger.head):
        passive = is_passive(p, trigger.head) or p.tags[trigger.head] == "VBN"
        return p.deps[first] == "nsubj" or (passive and p.deps[first] == "pobj" and trigger.head in p.ancestors(first))
    return p.deps[first] in (*_OF_ROWS, "nsubj") and (p.deps[first] != "pobj" or trigger.head in p.ancestors(first))


def _is_party_too(p: Parsed, cast: Cast, token: int, first: int) -> bool:
    """Whether words beside a party name somebody who is none of himself: "the owners of two dailies", "Save the Children".

    Whose they are is told with them: "the victims and their families" are one party.
    """
    named = p.tags[first].startswith("NNP")
    if not named and any(p.tags[c] == "PRP$" for c in p.children[token]):
        return False
    told = any(p.deps[c] in ("det", "nummod", "poss", "amod", "compound") for c in p.children[token])
    if not told and p.deps[token] == "conj" and not p.labels[token]:  # "the party, state and people"
        return False
    if p.tags[token].startswith("NNP"):
        mention = cast.mention(token)
        return named and (mention is None or mention.kind != "place")
    agent = registry().nouns.agent([p.lower[token]]) is not None
    return bool(cast.of(token)) or (agent and cast.mention(token) is None)
