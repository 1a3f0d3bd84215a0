"""Whose it is that something is said of or done to: "condemned Russia's aggression", "duties on steel from Togo"."""

from __future__ import annotations

from collections.abc import Container

from memcon.ontology.words import words

from ..coreference.cast import Cast
from ..grammar.dependents import is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import agents, is_passive, subject
from ..triggers import slots
from ..triggers.triggers import Trigger
from .filled import Filled, may_fill, once
from .not_aimed_at import not_aimed_at

_EASED = ("on", "against", "to", "for")
ROADS = frozenset("avenue center centre road square street".split())
_OF_BOTH = frozenset(("ACCUSE", "SUPPORT"))
_ON_A_DRAFT = _OF_BOTH | {"REJECT"}
_MOVING = frozenset("circulate draft float introduce offer propose sponsor submit suggest table put".split())


def owners(p: Parsed, trigger: Trigger, cast: Cast, choices: tuple[tuple[str, ...], ...], heads: Container[int]) -> list[Filled]:
    """Those to whom what stands in some slots belongs, as recipients; of several choices the first that holds any."""
    for choice in choices:
        for slot in choice:
            for token in slots.fill(p, trigger.head, slot, trigger.tokens):
                if is_verb(p, token):  # "attached importance to developing ties with X"
                    owned = [t for t in slots.fill(p, token, "obj") if not cast.of(t)]
                    with_whom = [n for t in owned for n in slots.fill(p, t, "with") if may_fill(n, "with", cast)]
                    if with_whom:
                        return once(Filled("recipient", n, t, f"{slot}>with") for t in with_whom for n in cast.of(t))
                    continue
                if cast.of(token) or p.lemmas[token] in words("soil") or is_undergone(p, trigger, token):
                    continue
                if p.deps[trigger.head] == "amod" and p.heads[trigger.head] == token:  # "Rey, a convicted rebel recruiter"
                    bearer = p.heads[token] if p.deps[token] == "appos" else token
                    return once(Filled("recipient", n, bearer, slot) for n in cast.of(bearer))
                if p.lemmas[token] in words("likenesses") and p.lemmas[trigger.head] not in words("defiling_verbs"):
                    continue  # "destroyed a statue of a president", not "burned the flag of Peru"
                if trigger.entry.type == "SUPPORT" and p.lemmas[token] in words("failing"):  # "welcomed the failure of their talks"
                    continue
                if trigger.entry.type in _OF_BOTH and p.lemmas[token] in words("undergone") | words("harms_done"):
                    continue  # "welcomed their release", "condemned Lee's arrest"
                if trigger.entry.type == "ASSAULT" and p.tags[token].startswith("NNP"):  # "attacked the Cathedral of Lima"
                    continue
                if trigger.entry.type == "PROTEST" and p.lemmas[token] in ROADS:  # "poured into the streets of Lima"
                    continue
                if trigger.entry.type == "CONCEDE" and token in heads:  # "the lifting of the U.S. embargo on Cuba"
                    eased = [
                        Filled("recipient", n, o, f"{slot}>{inner}")
                        for inner in _EASED
                        for o in slots.fill(p, token, inner)
                        for n in cast.of(o)
                    ]
                    return once(eased)
                for inner in _owning(trigger, token in heads):
                    acted = (token,) if token in heads else ()
                    whose = [o for o in slots.fill(p, token, inner, acted) if may_fill(o, inner, cast)]
                    whose = [o for o in whose if not not_aimed_at(p, trigger, o)]
                    if slot == "comp-obj" and inner == "of":  # "to meet the demands of Chad", not "to give a list of hostages"
                        whose = [o for o in whose if (m := cast.mention(o)) is not None and m.form == "name"]
                    if inner == "of" and p.lemmas[token] in words("place_nouns"):  # "shelled the village of Salta"
                        whose = [o for o in whose if (m := cast.mention(o)) is None or not m.unknown]
                    if inner == "mod" and token in heads:  # "condemned the Paris attacks": not France's
                        whose = [o for o in whose if not is_place_name(p, o, cast)]
                    filled = [Filled("recipient", n, o, f"{slot}>{inner}") for o in whose for n in cast.of(o)]
                    if filled:
                        return once(filled)
                if trigger.entry.type in _ON_A_DRAFT and (mover := [t for t in _movers(p, token) if may_fill(t, "by", cast)]):
                    return once(Filled("recipient", n, o, f"{slot}>mover") for o in mover for n in cast.of(o))
                if trigger.entry.type in _OF_BOTH and (between := _between(p, token)):
                    return once(Filled("recipient", n, o, f"{slot}>between") for o in between for n in cast.of(o))
    return []


def _movers(p: Parsed, noun: int) -> list[int]:
    """Those who put forward what is spoken of: "rejected the draft, which was tabled by Chad", "welcomed a plan proposed by Chad"."""
    behind = [c for c in p.children[noun] if p.deps[c] in ("acl", "relcl") and p.lemmas[c] in _MOVING]
    return [t for c in behind for t in (agents(p, c) if is_passive(p, c) or p.deps[c] == "acl" else subject(p, c)) if p.tags[t][0] != "W"]


def _owning(trigger: Trigger, an_act: bool) -> tuple[str, ...]:
    """The slots of a noun that tell whose it is: "condemned Lee's arrest by Togo", "duties on steel from Togo"."""
    if an_act:
        return ("by", "poss", "mod")
    return ("poss", "by", "mod", "of", *(("from",) if trigger.entry.type == "SANCTION" else ()))


def is_undergone(p: Parsed, trigger: Trigger, token: int) -> bool:
    """Whether what is asked for befalls its owner, who is not asked: "sought Lee's extradition"."""
    return trigger.entry.type == "REQUEST" and p.lemmas[token] in words("undergone")


def _between(p: Parsed, noun: int) -> list[int]:
    """Those between whom something is that is spoken of: "hailed the (outcome of the) talks of X and Y"."""
    for one in (noun, *slots.fill(p, noun, "of")):
        if found := slots.fill(p, one, "between"):
            return found
    return []


def is_place_name(p: Parsed, token: int, cast: Cast) -> bool:
    """Whether a word is the name of a country or town, or of what nobody knows ("the Kofo raid"), and no acronym."""
    mention = cast.mention(token)
    if mention is None or not p.tags[token].startswith("NNP"):
        return False
    strange = mention.unknown and mention.kind == "person" and mention.name[1] - mention.name[0] == 1
    if not (mention.kind in ("state", "place") or mention.capital or strange):
        return False
    return not (p.words[token].replace(".", "").isupper() or p.lower[token] in ("soviet", "states", "kingdom"))
