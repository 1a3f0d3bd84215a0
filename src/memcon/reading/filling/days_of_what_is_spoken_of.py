"""Days that stand behind a deed of which others speak are the deed's: "condemned the seizure last week of a tanker", "hailed the release of
ten men on 9 June"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from memcon.ontology.codebook import codebook
from memcon.ontology.words import words

from ..grammar.dependents import is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import support
from ..joining.group import Group
from ..setting.dating import Dated
from ..triggers.settling import token_range

_OF_THE_DEED = frozenset(("obj", "for", "over", "about", "against", "of"))
_ON = frozenset("on in at late early".split())
_SPEAKING = ("ACCUSE", "REQUEST", "SUPPORT", "STATEMENT")


def with_days_of_deeds(p: Parsed, groups: Sequence[Group]) -> list[Group]:
    """The events, those that only speak of a deed without the day that both have, if it stands behind the deed's noun."""
    ours = {(p.sentence_of[noun], start) for group in groups if _speaks(p, group) for noun, start in _behind_deeds(p, group, groups)}
    for group in groups:
        if _speaks(p, group):
            group.acts = [
                replace(a, dates=tuple(d for d in a.dates if (p.sentence_of[a.trigger.head], d.start) not in ours)) for a in group.acts
            ]
    return list(groups)


def _speaks(p: Parsed, group: Group) -> bool:
    """Whether an event is an utterance: what is signed and looked into is more."""
    if group.type not in _SPEAKING or group.mode == "investigate":
        return False
    return not any(p.lemmas[t] in words("signing_verbs") for a in group.acts for t in a.trigger.tokens)


def _behind_deeds(p: Parsed, group: Group, groups: Sequence[Group]) -> list[tuple[int, int]]:
    """The nouns of deeds that the verbs of an utterance speak of, each with where the day of both stands, if it stands behind the noun."""
    found = []
    verbs = {a.trigger.head: {d.start for d in a.dates} for a in group.acts if is_verb(p, a.trigger.head)}
    for other in groups:
        if other.type in codebook().speech or other.type == "SUPPORT":
            continue
        for act in other.acts:
            noun = act.trigger.head
            verb, how = (None, "") if is_verb(p, noun) else support(p, noun)
            if verb in verbs and verb < noun and how in _OF_THE_DEED:
                found += [(noun, d.start) for d in act.dates if d.start in verbs[verb] and _within(p, noun, d)]
    return found


def _within(p: Parsed, noun: int, day: Dated) -> bool:
    """Whether a day stands behind a deed's noun among what more is told of it; in "condemned the attack on Monday" it may be either's."""
    first, end = token_range(p, day.start, day.end)
    if not noun < first < len(p):
        return False
    told_before = any(p.lower[t] not in _ON for t in range(noun + 1, first))
    return told_before or (end < len(p) and p.deps[end] == "prep" and p.heads[end] == noun)
