"""Where each act took place: the place names that belong to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from memcon.model import Span
from memcon.ontology.words import words
from memcon.places import Gazetteer, Place

from .hosts import Hosts
from .mentions import Mentions
from .parsed import Parsed
from .syntax import clause, is_verb, support
from .triggers import Trigger

_AT = frozenset("in at near inside outside around across throughout within over".split())
_TOWARDS = frozenset("to into for towards toward".split())
# Acts whose goal is their place: a journey, help that is brought, an attack.
_GOAL_IS_PLACE = frozenset(("CONSULT", "AID", "MOBILIZE", "ASSAULT"))


@dataclass(frozen=True, slots=True)
class Spot:
    """A place name in the text: its tokens, what it is, and the preposition before it ("" if none)."""

    first: int
    end: int
    place: Place
    preposition: str
    how: str = ""


def spots(p: Parsed, mentions: Mentions, gazetteer: Gazetteer) -> list[Spot]:
    """All places that the report names, resolved together."""
    names: list[tuple[int, int, str]] = []
    for start, end, label in p.names:
        first = next((t for t in range(start, end - 1) if p.tags[t] not in ("DT", "RB", "IN")), end - 1)
        name = p.phrase(first, end)
        if label in ("GPE", "LOC", "FAC") or (
            label in ("ORG", "PERSON") and _preposition(p, first, end) in _AT | _TOWARDS and gazetteer.is_place(name)
        ):
            names.append((first, end, name))
    countries = Counter(
        m.identity.country
        for m in mentions.all()
        if m.identity is not None and m.identity.country and m.kind in ("state", "organisation", "person")
    )
    hints = [c for c, _ in countries.most_common()]
    spans = [p.span(a, b - 1) for a, b, _ in names]
    found = gazetteer.resolve_spans(p.text, [(span.start, span.end) for span in spans], hints)
    return [Spot(a, b, place, _preposition(p, a, b)) for (a, b, _), place in zip(names, found, strict=True) if place is not None]


def _preposition(p: Parsed, first: int, end: int) -> str:
    head = next((t for t in range(first, end) if not first <= p.heads[t] < end), first)
    for _ in range(4):
        above = p.heads[head]
        if p.deps[head] in ("pobj", "pcomp"):
            noun = p.heads[above]
            if p.words[above].lower() == "of" and p.lemmas[noun] in words("place_nouns"):  # "in the town of X"
                head = noun
                continue
            return p.words[above].lower()
        if p.deps[head] not in ("conj", "appos", "compound", "poss", "nmod") or above == head:
            return ""
        head = above
    return ""


def place(p: Parsed, found: Sequence[Spot], triggers: Sequence[Trigger], hosts: Hosts) -> list[list[Spot]]:
    """The places of each trigger, the narrowest first."""
    places: list[list[Spot]] = [[] for _ in triggers]
    for spot in found:
        for number in hosts.of(spot.first, spot.end):
            trigger = triggers[number]
            how = _fits(p, spot, trigger)
            if how:
                places[number].append(Spot(spot.first, spot.end, spot.place, spot.preposition, how))
    for number, trigger in enumerate(triggers):
        told = _where_clause(p, found, trigger)
        if told is not None and not places[number]:
            places[number].append(told)
    for one in places:
        one.sort(key=lambda s: (s.how.startswith("goal"), s.place.kind in ("country", "region"), s.first))
    return places


def _where_clause(p: Parsed, found: Sequence[Spot], trigger: Trigger) -> Spot | None:
    """The place that a clause with "where" tells more of: "in Tehran, where the president received him"."""
    verb = clause(p, trigger.head)
    if p.deps[verb] == "relcl" and any(p.words[c].lower() == "where" for c in p.children[verb]):
        for spot in found:
            if spot.first <= p.heads[verb] < spot.end:
                return replace(spot, how="clause.where")
    return None


def _fits(p: Parsed, spot: Spot, trigger: Trigger) -> str:
    entry = trigger.entry
    speech = entry.type in ("STATEMENT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT", "CONCEDE")
    if speech and spot.place.kind == "water":
        return ""  # "writes in The Atlantic" names a magazine
    if spot.preposition == "at" and spot.place.kind == "country":
        return ""  # "fired rockets at X" names the target
    if spot.preposition in _AT:
        # "discussed the war in Ukraine", "urged calm in Syria": the topic's place, unless it hangs on the act's own verb
        if speech and not _hangs_on(p, spot, trigger):
            return ""
        return f"preposition.{spot.preposition}"
    goes = entry.mode in ("visit", "meeting", "multilateral") or entry.type in ("AID", "MOBILIZE")
    if spot.preposition == "from" and entry.type == "RETREAT":
        return "preposition.from"
    if spot.preposition in _TOWARDS and entry.type in _GOAL_IS_PLACE and goes:
        return f"goal.{spot.preposition}"
    if entry.mode == "visit" and spot.preposition == "" and is_verb(p, trigger.head):
        return "goal.object"
    if entry.type in ("ASSAULT", "PROTEST") and spot.preposition == "" and _names(p, spot, trigger):
        return "scene.modifier"
    if entry.type == "ASSAULT" and spot.preposition in ("on", "against", "of", ""):
        head = next((t for t in range(spot.first, spot.end) if not spot.first <= p.heads[t] < spot.end), spot.first)
        return "goal.target" if p.deps[head] in ("pobj", "dobj", "nsubjpass") else ""
    return ""


def _names(p: Parsed, spot: Spot, trigger: Trigger) -> bool:
    """Whether the place names a deed that is aimed at nothing besides: "the Paris attacks"."""
    noun = trigger.head
    if is_verb(p, noun) or any(p.words[c].lower() in ("on", "against") for c in p.children[noun]):
        return False
    own = range(spot.first, spot.end)
    named = [t for t in own if p.heads[t] == noun and p.deps[t] in ("compound", "nmod") and p.tags[t].startswith("NNP")]
    return any(not p.words[t].replace(".", "").isupper() for t in named)  # "a U.S. strike" says whose


def _hangs_on(p: Parsed, spot: Spot, trigger: Trigger) -> bool:
    head = next((t for t in range(spot.first, spot.end) if not spot.first <= p.heads[t] < spot.end), spot.first)
    above = p.heads[p.heads[head]]
    verb, _ = support(p, trigger.head)
    return above in trigger.tokens or above == verb


def span(p: Parsed, spot: Spot) -> Span:
    """The words of a place."""
    return p.span(spot.first, spot.end - 1)
