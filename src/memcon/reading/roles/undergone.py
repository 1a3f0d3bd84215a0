"""Whose act a noun tells: "Ivan Rey's arrest" befell him, "Chad's arrest of Ivan Rey" not Chad, "the objections of Chad" are Chad's own."""

from __future__ import annotations

from memcon.ontology.words import words

from ..coreference.cast import Cast
from ..grammar.dependents import child, coordinated, is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import is_passive, subject, support
from ..triggers.slots import fill
from ..triggers.triggers import Trigger
from .filled import HEARD, Filled, named

AMONG = "among"
"""The slot of who is told to be among those whom something befell."""
_DIRECTED = frozenset(("ACCUSE", "SANCTION", "ASSAULT", "THREATEN", "REQUEST", "PROTEST", "COERCE", "REJECT", "SUPPORT", "AID"))
_BEING_HELD = frozenset(("spend", "languish", "serve", "sit", "remain", "wait"))  # "spent a month in detention"
_OF_VICTIMS = frozenset(("genocide", "pogrom", "holocaust"))
_DONE_TO = frozenset(("ASSAULT", "COERCE", "SANCTION", "ACCUSE"))
Frame = dict[str, tuple[tuple[str, ...], ...]]
UNDERGONE: Frame = {"actor": (("by",), ("support",)), "recipient": (("of",), ("poss",), ("mod",))}
"""The slots of an arrest or a murder with the name of somebody before it, in the form of `Lexicon.frames`."""
OF_SPEAKER: Frame = {
    "actor": (("by",), ("from",), ("poss",), ("of",), ("mod",), ("support",)),
    "recipient": (("to",), ("against",), ("on",), ("about",), ("support-to",)),
}
"""The slots of an objection or a verdict, of which "of" tells whose it is."""


def befalls_owner(p: Parsed, trigger: Trigger, cast: Cast) -> bool:
    """Whether a noun for what is done to people stands behind the name of one, and nothing else tells to whom it is done."""
    noun = trigger.head
    if trigger.entry.mode == "cyber" and not is_verb(p, noun) and not fill(p, noun, "of"):  # "the committee hack"
        before = [*fill(p, noun, "poss"), *fill(p, noun, "mod", trigger.tokens)]
        return any(cast.entities[n].kind in ("person", "group", "organisation") for t in before for n in cast.of(t))
    if trigger.entry.type in _DONE_TO and not is_verb(p, noun) and not fill(p, noun, "of"):  # "Chad's defeat by Togo"
        both = [[n for t in fill(p, noun, slot) for n in cast.of(t)] for slot in ("poss", "by")]
        if all(both):
            return True
    whose = [n for t in fill(p, noun, "of") for n in cast.of(t)] if not is_verb(p, noun) else []
    if p.lemmas[noun] in _OF_VICTIMS and not is_verb(p, noun) and not whose:  # "the Armenian genocide"
        return any(cast.of(t) for t in fill(p, noun, "mod", trigger.tokens))
    if trigger.entry.mode == "investigate" and not is_verb(p, noun):  # "the Lee investigation", not "the police investigation"
        looked_into = fill(p, noun, "mod", trigger.tokens)
        return any(cast.entities[n].kind == "person" and p.tags[t].startswith("NNP") for t in looked_into for n in cast.of(t))
    if trigger.entry.frame != "n-done-to" or is_verb(p, noun) or p.lemmas[noun] not in words("befalling_nouns") or fill(p, noun, "of"):
        return False
    before = [*fill(p, noun, "poss"), *fill(p, noun, "mod", trigger.tokens)]
    return any(cast.entities[n].kind in ("person", "group") for t in before for n in cast.of(t))


def is_of_speaker(p: Parsed, trigger: Trigger) -> bool:
    """Whether a noun for something said is said to be somebody's, not about somebody: "the claims of Chad", not "criticism of Chad"."""
    return trigger.entry.frame in ("n-blame", "n-reject", "n-done-to") and p.lemmas[trigger.head] in words("sayings_of_somebody")


def among_those(p: Parsed, verb: int) -> list[int]:
    """Who is told to be among those whom a verb befell: "among those killed was a colonel".

    >>> from memcon.reading.parse.parsing import parser
    >>> p = parser().parse("Among those killed was a colonel.")
    >>> [p.words[t] for t in among_those(p, 2)]
    ['colonel']
    """
    those = p.heads[verb]
    link = p.heads[those]
    if p.tags[verb] != "VBN" or p.deps[verb] != "acl" or p.lower[those] != "those" or p.lower[link] != "among":
        return []
    is_ = p.heads[link]
    who = child(p, is_, "nsubj", "attr") if p.lemmas[is_] == "be" else None
    return coordinated(p, who) if who is not None and who > verb else []


def with_those_befallen(p: Parsed, trigger: Trigger, cast: Cast, parties: tuple[Filled, ...]) -> tuple[Filled, ...]:
    """The parties of an act, its recipient whom it is told to befall: "Chad faces sanctions", "among those killed was a colonel"."""
    told = among_those(p, trigger.head)
    if told and (among := named("recipient", told, cast, AMONG)):
        those = {f.entity for f in among}
        return (*(f for f in parties if f.entity not in those and f.role != "recipient"), *among)
    noun, message = trigger.head, trigger.entry.mode == "message"
    verb, how = support(p, noun) if not is_verb(p, noun) and (message or trigger.entry.type in _DIRECTED) else (None, "")
    if verb is None or is_passive(p, verb):
        return parties
    held = how == "in" and trigger.entry.mode == "arrest" and p.lemmas[verb] in _BEING_HELD
    if not held and (how != "obj" or p.lemmas[verb] not in (("receive", "get") if message else words("befalling_verbs"))):
        return parties
    befallen = named("recipient", subject(p, verb), cast, "befallen")
    if not befallen:
        return parties
    those = {f.entity for f in befallen}
    return (*(f for f in parties if f.entity not in those and (f.role != "recipient" or f.slot != HEARD)), *befallen)
