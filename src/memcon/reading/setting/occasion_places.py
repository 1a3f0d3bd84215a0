"""Occasions and their places: "joined at a ceremony held in X", "told a forum in X", "said after talks in X", "told the forum"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from memcon.ontology.words import words

from ..grammar.dependents import child, coordinated, is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import prepositions, support
from ..triggers.triggers import Trigger
from .place_phrases import Spot, preposition_token
from .topics import TOPICS

WORDS = frozenset("STATEMENT REQUEST ACCUSE REJECT THREATEN SUPPORT CONCEDE".split())
"""Types of acts of words: what they are about has a time and a place of its own, which are not theirs."""
# What is said or agreed after talks is said where they were; deeds after a summit are done elsewhere.
_THERE_TOO = WORDS | {"AGREE", "VOTE"}
_AT = frozenset(("at", "in", "during"))
_AFTER = frozenset(("after", "following", "on"))
_JOURNEYS = frozenset(("visit", "trip", "tour", "stop"))
_SPEAKING = frozenset(("speak", "address", "talk", "attend", "appear", "give", "deliver"))


class OccasionPlaces:
    """The nouns of occasions whose place stands beside them: by their tokens, and by lemma in text order."""

    def __init__(self, p: Parsed, found: Sequence[Spot], triggers: Sequence[Trigger]) -> None:
        self._p = p
        self._triggers = {t.head: t for t in triggers}
        self._at: dict[int, Spot] = {}
        self._hung: dict[int, Spot] = {}  # by the verb
        self._told: dict[str, list[tuple[int, Spot]]] = {}
        for spot in found:
            noun = self._host(spot)
            if noun is None:
                if (verb := self._verb_of(spot)) is not None:
                    self._hung.setdefault(verb, spot)
                continue
            for one in (noun, p.heads[noun]) if p.deps[noun] == "appos" else (noun,):
                self._at.setdefault(one, spot)
                self._told.setdefault(p.lemmas[one].lower(), []).append((one, spot))

    def of(self, trigger: Trigger) -> Spot | None:
        """The place of the occasion that a trigger names, or at which its act is said to be; None where none is told."""
        p = self._p
        if (own := self._at.get(trigger.head)) is not None:
            return replace(own, how="occasion")
        modal = next((t for t in trigger.tokens if p.tags[t] == "MD"), None)
        verb = trigger.head if is_verb(p, trigger.head) else support(p, trigger.head)[0] if modal is None else p.heads[modal]
        if verb is None:
            return None
        said = self._triggers.get(verb) if trigger.entry.type not in _THERE_TOO else None
        if said is not None and said.entry.type in _THERE_TOO:
            return None  # "condemned the execution at a rally in X": the words were there, the deed elsewhere
        if modal is not None and p.deps[verb] == "ccomp":  # "told reporters in X that Y must leave"
            verb = p.heads[verb]
            if (told := self._hung.get(verb)) is not None:
                return replace(told, how="occasion")
        for noun in self._occasions(verb, trigger.entry.type):
            for one in coordinated(p, noun):
                for part in (one, *(c for c in p.children[one] if p.deps[c] == "appos")):
                    if (told := self._at.get(part) or self._hung.get(part)) is not None:
                        return replace(told, how="occasion")
            if p.tags[noun].startswith("N") and (before := self._before(noun)) is not None:
                return replace(before, how="occasion.told_before")
        return None

    def _occasions(self, verb: int, kind: str) -> Iterator[int]:
        """The nouns of occasions at which a verb's act is: "at a rally", "in an interview", "told the forum", "speaking at a rally"."""
        p = self._p
        there = _AT | _AFTER if kind in _THERE_TOO else _AT
        speaking = [c for c in p.children[verb] if p.deps[c] == "advcl" and p.tags[c] == "VBG" and p.lemmas[c] in _SPEAKING]
        yield from (c for c in speaking if c in self._hung)
        for at in (verb, *speaking):
            for word, noun in prepositions(p, at):
                if (word in there and self._is_occasion(noun)) or (word == "to" and kind in WORDS and self._hears(noun)):
                    yield noun
        for at in (verb, *speaking):
            for c in p.children[at]:
                if kind in _THERE_TOO and p.deps[c] in ("dobj", "dative") and (self._is_occasion(c) or self._hears(c)):
                    yield c

    def _before(self, noun: int) -> Spot | None:
        """The one place told of an occasion, for "the forum" alone: not for "the General Assembly", "the meeting of donors"."""
        p = self._p
        if p.tags[noun].startswith("NNP") or not any(p.lower[c] in ("the", "this") for c in p.children[noun]):
            return None
        if any(p.deps[c] in ("prep", "compound", "relcl", "acl") for c in p.children[noun]):
            return None
        told = [(at, spot) for at, spot in self._told.get(p.lemmas[noun].lower(), ())]
        names = {spot.place.place or spot.place.name for _, spot in told}
        return told[0][1] if len(names) == 1 and (told[0][0] < noun or self._near(told[0][0], noun)) else None

    def _near(self, at: int, noun: int) -> bool:
        return self._p.sentence_of[at] - self._p.sentence_of[noun] <= 1

    def _is_occasion(self, noun: int) -> bool:
        return self._p.lemmas[noun].lower() in words("occasions")

    def _verb_of(self, spot: Spot) -> int | None:
        """The verb that a place hangs on by its preposition: "addressing the crowd in X, she warned", "speaking from X"."""
        p = self._p
        above = preposition_token(p, spot) if spot.preposition in ("in", "at", "from") else None
        verb = p.heads[above] if above is not None else None
        if verb is None or not is_verb(p, verb) or (spot.preposition == "from" and p.lemmas[verb] not in _SPEAKING):
            return None
        return verb

    def _hears(self, noun: int) -> bool:
        """Whether a noun is of those to whom is spoken where they are: "told reporters in X"."""
        return self._p.lemmas[noun].lower() in words("audiences")

    def _host(self, spot: Spot) -> int | None:
        """The occasion that a place hangs on by its preposition: "a ceremony held in X", "an interview with Y in X", "a visit to X"."""
        p = self._p
        if spot.preposition not in ("in", "at", "to"):
            return None
        above = preposition_token(p, spot)
        host = p.heads[above] if above is not None else None
        for _ in range(2):
            if host is None:
                return None
            if is_verb(p, host) and p.deps[host] in ("acl", "relcl"):
                host = p.heads[host]
            elif is_verb(p, host):  # "the ceremony was held at X"
                host = self._held(host)
                return host if host is not None and self._is_occasion(host) and spot.preposition != "to" else None
            if p.tags[host].startswith("N") and (self._is_occasion(host) or self._hears(host)):
                return host if spot.preposition != "to" or p.lemmas[host].lower() in _JOURNEYS else None
            host = p.heads[p.heads[host]] if p.deps[host] == "pobj" and p.lower[p.heads[host]] not in TOPICS else None
        return None

    def _held(self, verb: int) -> int | None:
        """What a verb tells to be held: "the ceremony took place", "the rally was held"."""
        p = self._p
        takes_place = p.lemmas[verb] == "take" and any(p.lower[c] == "place" for c in p.children[verb])
        if takes_place or p.lemmas[verb] in ("happen", "occur"):
            return child(p, verb, "nsubj")
        return child(p, verb, "nsubjpass") if p.lemmas[verb] in ("hold", "stage", "convene") else None
