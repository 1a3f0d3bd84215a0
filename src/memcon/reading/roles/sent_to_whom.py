"""To whom a letter, a call or an offer went: who receives, answers or ignores it; who is let know."""

from __future__ import annotations

from memcon.ontology.words import words

from ..coreference.cast import Cast
from ..grammar.dependents import child, coordinated, is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import subject, support
from ..triggers.slots import fill
from ..triggers.triggers import Trigger
from .filled import Filled, named

_SENT = frozenset(("message", "call", ""))
_TAKING = frozenset("acknowledge answer get ignore obtain receive take".split())
_OF_OFFERS = frozenset("accept decline get ignore receive refuse reject spurn".split())
_REPLYING = frozenset("answer react reply respond".split())
_REPLIES = frozenset("answer reaction reply response".split())
_KNOWING = frozenset("have hear know".split())


def with_those_sent_to(p: Parsed, trigger: Trigger, parties: tuple[Filled, ...], cast: Cast) -> tuple[Filled, ...]:
    """The parties of a message, a call or an offer, with who received or answered it as the one to whom it went.

    In the annotated windows, passages and reports of our own, test part left out, where nobody else is told to whom a letter or a call
    went it went to whoever takes, answers or replies to it 11 times of 15.
    """
    if trigger.entry.type == "CONSULT" and is_verb(p, trigger.head):
        return _let_know(p, trigger, parties, cast)
    if is_verb(p, trigger.head) or any(f.role == "recipient" for f in parties):
        return parties
    takers = named("recipient", _takers(p, trigger), cast, "sent_to")
    those = {f.entity for f in takers}
    senders = [f for f in parties if f.role == "actor" and f.entity not in those]
    senders = senders or [f for f in named("actor", fill(p, trigger.head, "from"), cast, "from") if f.entity not in those]
    if not takers or not senders:
        return parties
    return (*senders, *takers, *(f for f in parties if f.role != "actor" and f.entity not in those))


def _takers(p: Parsed, trigger: Trigger) -> list[int]:
    """Who receives or answers what a noun tells: "answered the letter", "took a call from Rey", "his reply to the letter"."""
    noun, entry = trigger.head, trigger.entry
    verb, how = support(p, noun)
    if entry.type in ("AID", "COOPERATE"):
        offered = p.lemmas[noun] in ("offer", "proposal") and verb is not None and how == "obj" and is_verb(p, verb)
        down = offered and verb is not None and p.lemmas[verb] == "turn" and any(p.lower[c] == "down" for c in p.children[verb])
        return subject(p, verb) if verb is not None and offered and (down or p.lemmas[verb] in _OF_OFFERS) else []
    if entry.type != "CONSULT" or entry.mode not in _SENT:
        return []
    if verb is not None and how == "obj" and is_verb(p, verb) and p.lemmas[verb] in _TAKING:
        return subject(p, verb)
    link, above = p.heads[noun], p.heads[p.heads[noun]]
    if p.deps[noun] != "pobj" or p.lower[link] != "to":
        return []
    if is_verb(p, above):
        return subject(p, above) if p.lemmas[above] in _REPLYING else []
    return fill(p, above, "poss") or fill(p, above, "by") if p.lemmas[above] in _REPLIES else []


def _let_know(p: Parsed, trigger: Trigger, parties: tuple[Filled, ...], cast: Cast) -> tuple[Filled, ...]:
    """The parties of words that let somebody know: "let Fox know that the deal was off" is the speaker's message to Fox."""
    verb, above = trigger.head, p.heads[trigger.head]
    told = child(p, verb, "nsubj")
    if p.lemmas[verb] not in _KNOWING or p.lemmas[above] != "let" or p.tags[verb] != "VB" or told is None:
        return parties
    speakers = named("actor", subject(p, above), cast, "let")
    hearers = [f for f in named("recipient", coordinated(p, told), cast, "let") if f.entity not in {s.entity for s in speakers}]
    if not speakers or not hearers or p.lemmas[told] in words("audiences"):
        return parties
    those = {f.entity for f in (*speakers, *hearers)}
    return (*speakers, *hearers, *(f for f in parties if f.role not in ("actor", "recipient") and f.entity not in those))
