"""The parties of an act by rules and encoder together: whom it adds, in whose place it puts others, which things it takes for parties.

How sure it must be was chosen on texts that it was not made from (docs/decisions/0016-reading-fitted-to-the-taught-encoder.md).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from memcon.ontology.lexicon import lexicon
from memcon.ontology.words import words

from ..coreference.cast import Cast
from ..coreference.press import is_of_the_press
from ..encoder.coding import BY, likelihood, tokens_of
from ..grammar.dependents import child, counted, is_verb
from ..grammar.headlines import headline_end
from ..grammar.parsed import Parsed
from ..grammar.relative_clauses import has_relative_subject
from ..grammar.syntax import clause, grammatical_subject, is_passive, objects, subject
from ..triggers.backers import backs
from ..triggers.retaliation import is_apart
from ..triggers.slots import fill
from ..triggers.triggers import Trigger
from .filled import HEARD, Filled
from .journeys import goes_to, is_of_another_land
from .own_side import is_own_state, own_bodies
from .roles import is_town_taken, tellers
from .ruled_out import (
    NO_ACTORS,
    NO_RECIPIENTS,
    NOT_HIT,
    does_another_deed,
    is_of_the_cause,
    is_of_the_last_such,
    is_told_elsewhere,
    is_where,
    names_the_attack,
    row,
)
from .unlikely_parties import no_actor, no_recipient

BELIEVED = 0.8  # how sure of an act it has a say in its parties
PARTY = 0.5  # how sure of a party it fills a role that the rules leave empty
REPLACE = 0.75  # how sure of somebody else it takes the place of all whom the rules know in a role
BESIDE = 0.75  # how sure of a further party in a role, as a share of the surest one
AGREED = 0.3  # how sure of one of those whom the rules know it lets them all be
PLAIN = 0.7  # how sure that words act that are no party of themselves ("gunboats")
_PRINCIPAL = ("actor", "recipient")
_FOR_SOMEBODY = frozenset(("SUPPORT", "COOPERATE", "AID", "AGREE", "CONSULT"))  # whom they are against they are not done to
_ANSWERING = frozenset(("SUPPORT", "ACCUSE", "REJECT"))  # what somebody did is answered: "welcomed the decision taken by Togo"
_RECEIVING = frozenset(("receive", "host"))
_OF_A_SPEAKER = frozenset(("ACCUSE", "REJECT", "STATEMENT", "THREATEN"))
_CALLING_HOME = frozenset("evacuate pull recall withdraw".split())
# Acts that befall things as well: these are looked for last (targets.py).
_TARGETED = frozenset(("ASSAULT", "COERCE", "PROTEST"))


def filled_up(p: Parsed, trigger: Trigger, cast: Cast, parties: tuple[Filled, ...]) -> tuple[Filled, ...]:
    """The parties of an act by both.

    Where the rules know no actor or no recipient, those of whom the encoder is sure; where it knows none of theirs and is surer still of
    others, those others.
    """
    if trigger.coded is None:
        return parties
    if likelihood(trigger.coded) < BELIEVED and trigger.entry.rule != BY:
        return _with_sure_recipients(p, trigger, cast, parties)
    found = _without_undergoers(p, trigger, cast, parties)
    silent = {n for t in tellers(p, trigger) for n in cast.of(t)} if trigger.entry.type == "CONSULT" else set()
    moved = _objects_apart(p, trigger)
    for role in ("actor", "recipient"):
        if role == "recipient" and _among_themselves(trigger, found):
            continue
        ours = [f for f in found if f.role == role]
        if role == "actor" and any(f.slot == "poss" for f in ours):  # "his trips": whose they are is told
            continue
        theirs = [one for one in _heard_parties(p, trigger, cast, role) if one[1].entity not in silent and one[1].token not in moved]
        if trigger.entry.type == "THREATEN" and role == "recipient":
            theirs = _without_conditions(p, theirs)
        along = {f.entity for f in found if f.role == "companion"}  # "fought alongside the rebels"
        theirs = [one for one in theirs if one[1].entity not in along]
        if role == "recipient" and trigger.entry.type in _OF_A_SPEAKER:
            who = {f.entity for f in found if f.role == "actor"}
            bodies = own_bodies(p, cast, found)
            theirs = [one for one in theirs if one[1].entity not in bodies and not is_own_state(p, trigger, one[1].token, who, cast)]
        theirs = _without_the_headline(p, trigger, ours, theirs)
        if role == "recipient":  # "his brother was arrested": not he
            whose = {n for f in ours for c in p.children[f.token] if p.tags[c] == "PRP$" for n in cast.of(c)}
            theirs = [one for one in theirs if one[1].entity not in whose]
        if role == "actor" and not ours:
            theirs = [one for one in theirs if not _in_another_clause(p, trigger, cast, one[1].token)]
        if {one.entity for _, one in theirs} & {f.entity for f in ours} or (ours and _is_plain(p, trigger, role, found, theirs)):
            continue
        least = max((q for q, _ in theirs), default=0.0) * BESIDE
        sure = [one for q, one in theirs if q >= max(least, REPLACE if ours else PARTY)]
        sure = _with_those_beside(p, sure, theirs)
        if ours and sure:
            found = [f for f in found if f not in ours and not (f.role in _PRINCIPAL and f.entity in {one.entity for one in sure})]
        for one in sure:
            if all(f.entity != one.entity for f in found) and not _of_a_state_told(cast, one, sure):
                found.append(one)
    return tuple(found)


def _without_the_headline(
    p: Parsed, trigger: Trigger, ours: Sequence[Filled], theirs: Sequence[tuple[float, Filled]]
) -> list[tuple[float, Filled]]:
    """Those whom a sentence itself tells, without who is told so only in the headline: "Gunmen kill 12", and "armed men killed twelve"."""
    here = p.sentence_of[trigger.head]
    told = [f.token for f in ours] + [one.token for _, one in theirs]
    if not here or not headline_end(p.words, p.sentences[0][1]) or not any(p.sentence_of[t] == here for t in told):
        return list(theirs)
    return [one for one in theirs if p.sentence_of[one[1].token]]


def _without_conditions(p: Parsed, theirs: Sequence[tuple[float, Filled]]) -> list[tuple[float, Filled]]:
    """Those whom a threat is made to, without who only stands in its condition: "warned Chad of cuts if Togolese troops came"."""
    firm = [one for one in theirs if not _is_in_a_condition(p, one[1].token)]
    return firm or [one for one in theirs if not _is_to_be_let_go(p, one[1].token)]


def _is_to_be_let_go(p: Parsed, token: int) -> bool:
    """Whether somebody stands in a condition as whom others are to let go: "if the hostages are not freed", "unless the men are back"."""
    let_go = p.deps[token] == "nsubjpass" and p.lemmas[p.heads[token]] in words("let_go_verbs")
    return let_go or (p.deps[token] in ("nsubj", "nsubjpass") and p.lemmas[token] in words("captives"))


def _is_in_a_condition(p: Parsed, token: int) -> bool:
    above = (t for t in (token, *p.ancestors(token)) if p.deps[t] == "advcl")
    return any(mark is not None and p.lower[mark] in ("if", "unless", "should") for mark in (child(p, t, "mark") for t in above))


def _is_plain(p: Parsed, trigger: Trigger, role: str, found: Sequence[Filled], theirs: Sequence[tuple[float, Filled]]) -> bool:
    """Whether syntax leaves no doubt who is in a role: who is told by "which" or "who" right before the verb ("blamed rebels, which in turn
    blamed the army"), the subject and the object of a verb for a host and a guest, and whom somebody sends, who does not go himself."""
    verb = trigger.head
    if not is_verb(p, verb):
        return False
    slots = {f.slot: f.role for f in found if f.role in _PRINCIPAL}
    sending = p.heads[verb] if p.deps[verb] in ("xcomp", "advcl") and slots.get("subj") == "actor" else verb
    if role == "actor" and p.lemmas[sending] in words("sending_verbs") and (sending != verb or slots.get("obj") == "actor"):
        return {one.token for _, one in theirs} <= set(subject(p, sending))
    if trigger.entry.type == "CONSULT":
        both = p.lemmas[verb] in _RECEIVING and "obj" in slots and "subj" in slots and slots["obj"] != slots["subj"]
        return both and {one.entity for _, one in theirs} <= {f.entity for f in found if f.role in _PRINCIPAL}
    return role == "actor" and has_relative_subject(p, verb) and slots.get("subj") == "actor"


def _with_sure_recipients(p: Parsed, trigger: Trigger, cast: Cast, parties: tuple[Filled, ...]) -> tuple[Filled, ...]:
    """The parties of an act of the rules' own that the encoder half believes, with whom it befalls if the encoder is sure of that."""
    if trigger.entry.type in ("CONSULT", "STATEMENT") or any(f.role == "recipient" for f in parties):
        return parties
    known = {f.entity for f in parties}
    heard = [one for one in _heard_parties(p, trigger, cast, "recipient") if one[1].entity not in known]
    least = max((q for q, _ in heard), default=0.0) * BESIDE
    here = p.sentence_of[trigger.head]
    sure = {one.entity: one for q, one in heard if q >= max(least, PLAIN) and p.sentence_of[one.token] <= here}
    return (*parties, *sure.values())


def _without_undergoers(p: Parsed, trigger: Trigger, cast: Cast, parties: Iterable[Filled]) -> list[Filled]:
    """The parties without actors of whom the encoder is sure that the act befell them: "the rebel got eighty years", "came home"."""
    found = list(parties)
    if trigger.entry.type == "CONSULT" or any(f.role == "recipient" for f in found):
        return found
    does = {one.entity for _, one in _heard_parties(p, trigger, cast, "actor")}
    undergoes = {one.entity for q, one in _heard_parties(p, trigger, cast, "recipient") if q >= REPLACE} - does
    kept = {"between", "with", "company", *(("support",) if trigger.entry.type == "ASSAULT" else ())}  # "carried out the attack with him"
    return [f for f in found if f.role != "actor" or f.entity not in undergoes or f.slot in kept]


def _with_those_beside(p: Parsed, sure: Sequence[Filled], theirs: Sequence[tuple[float, Filled]]) -> list[Filled]:
    """The surer ones with all that are coordinated with one of them: of "Peru and Chad" one is no party without the other."""
    rows = {t for one in sure for t in row(p, one.token)}
    return [one for _, one in theirs if one in sure or one.token in rows]


def _in_another_clause(p: Parsed, trigger: Trigger, cast: Cast, token: int) -> bool:
    """Whether a party only stands in a clause below: of a noun's, or of a verb's that has a subject of its own, though no party.

    "The talks were old when Rey shook her hand", "tanks left after police shot".
    """
    verb = trigger.head
    if not is_verb(p, verb):
        below = clause(p, token)
        tells = token in p.subtree(verb) and child(p, below, "ccomp") is not None  # "bombings that residents say burned the town"
        return tells or (token not in p.subtree(verb) and clause(p, verb) in p.ancestors(below))
    if is_passive(p, verb):
        return False
    own = [s for s in grammatical_subject(p, verb) if p.heads[s] == verb and p.tags[s].startswith("NN") and not cast.of(s)]
    lower = token in p.subtree(verb) and clause(p, token) != verb
    return bool(own) and lower and all(token not in p.subtree(s) for s in own)


def _of_a_state_told(cast: Cast, one: Filled, beside: Iterable[Filled]) -> bool:
    """Whether a person stands in a role beside the own state: "between Moscow and Kyiv" is not between Putin and both."""
    entity = cast.entities[one.entity]
    others = (cast.entities[f.entity] for f in beside if f.entity != one.entity)
    return entity.kind == "person" and entity.country is not None and any(o.kind == "state" and o.country == entity.country for o in others)


def _heard_parties(p: Parsed, trigger: Trigger, cast: Cast, role: str) -> list[tuple[float, Filled]]:
    """Whom the encoder takes for the parties in a role, each with how sure it is."""
    things = role == "recipient" and trigger.entry.type not in _TARGETED
    return [
        (piece.p, Filled(role, number, token, HEARD))
        for piece in (trigger.coded.arguments if trigger.coded else ())
        if piece.label == role and piece.p >= AGREED
        for number, token in _party(p, cast, piece.start, piece.end, plain=things or (role == "actor" and piece.p >= PLAIN))
        if not (p.sentence_of[trigger.head] == 0 < p.sentence_of[token] and headline_end(p.words, p.sentences[0][1]))
        and not is_apart(p, trigger.head, token)
        and not is_told_elsewhere(p, trigger, token, cast)
        and not (role == "recipient" and (goes_to(p, trigger, token, cast) or is_town_taken(p, trigger, token, cast) or backs(p, token)))
        and not (role == "recipient" and is_of_another_land(p, trigger, token, cast))
        and not (no_actor(p, trigger, token, cast) if role == "actor" else no_recipient(p, trigger, token))
        and not (role == "actor" and _is_deed(p, cast, token))
        and not (role == "actor" and (is_where(p, trigger, token, cast) or any(test(p, trigger, token) for test in NO_ACTORS)))
        and not (role == "recipient" and p.lemmas[p.heads[token]] == "tell" and is_of_the_press(p, cast, token))
        and not is_of_the_cause(p, trigger, token)
        and not (trigger.entry.type == "ASSAULT" and is_of_the_last_such(p, trigger, token))
        and not names_the_attack(p, token, cast)
        and not (role == "recipient" and trigger.entry.type in _FOR_SOMEBODY and p.lower[p.heads[token]] == "against")
        and not (role == "recipient" and trigger.entry.type == "COOPERATE" and _is_topic(p, token))
        and not (role == "recipient" and any(test(p, trigger, token) for test in NO_RECIPIENTS))
        and not ((role == "actor" or trigger.entry.type not in _ANSWERING) and does_another_deed(p, trigger, token))
    ]


def _is_topic(p: Parsed, token: int) -> bool:
    """Whether somebody is only whom it is about: "shared information on Chad", "on Chadian missiles"."""
    noun = p.heads[token] if p.deps[token] in ("amod", "compound", "poss", "nmod") else token
    return p.deps[noun] == "pobj" and p.lower[p.heads[noun]] in ("on", "about", "over")


def heard_targets(p: Parsed, trigger: Trigger, cast: Cast) -> list[Filled]:
    """What the encoder is sure that an act befalls, things as well ("three police stations")."""
    if trigger.coded is None or likelihood(trigger.coded) < BELIEVED:
        return []
    pieces = [piece for piece in trigger.coded.arguments if piece.label == "recipient" and piece.p >= PARTY]
    return [
        Filled("recipient", n, t, HEARD)
        for piece in pieces
        for n, t in _party(p, cast, piece.start, piece.end, plain=True)
        if not (is_apart(p, trigger.head, t) or any(rule(p, trigger, t) for rule in NOT_HIT) or is_town_taken(p, trigger, t, cast))
        and not is_told_elsewhere(p, trigger, t, cast)
    ]


def _is_deed(p: Parsed, cast: Cast, token: int) -> bool:
    """Whether words that are nobody's name for anyone tell of force: "Chadian strikes killed ten" tells of no doer but Chad."""
    named = cast.mention(token)
    return (named is None or named.identity is None) and any(e.type == "ASSAULT" for e in lexicon().nouns.get(p.lemmas[token], ()))


def _objects_apart(p: Parsed, trigger: Trigger) -> frozenset[int]:
    """The objects of a verb whose frame gives them no role: what is withdrawn, or moved up, is not whom it befalls."""
    calls_home = (trigger.entry.type, trigger.entry.mode) == ("SANCTION", "withdraw") and p.lemmas[trigger.head] in _CALLING_HOME
    moves = calls_home or trigger.entry.type in ("RETREAT", "MOBILIZE")
    if not moves or not is_verb(p, trigger.head):
        return frozenset()
    if trigger.entry.type == "MOBILIZE":  # of 60 such objects in the annotated texts three are recipients
        moved = objects(p, trigger.head)
        return frozenset(t for t in moved if p.lemmas[t] in words("class_army") | words("moved_under_arms"))
    choices = lexicon().frames.get(trigger.entry.frame, {}).get("recipient", ())
    if not choices or any(slot == "obj" for choice in choices for slot in choice):
        return frozenset()
    return frozenset(fill(p, trigger.head, "obj", trigger.tokens))


def _among_themselves(trigger: Trigger, found: Sequence[Filled]) -> bool:
    """Whether those who had contact are all told already: "X and Y discussed the release of Z"; who mediate do so between others."""
    contact = trigger.entry.type == "CONSULT" and trigger.entry.mode != "mediation"
    return contact and len({f.entity for f in found if f.role == "actor"}) > 1


def _party(p: Parsed, cast: Cast, start: int, end: int, *, plain: bool) -> list[tuple[int, int]]:
    """The parties (entity, token) that a stretch of text names: those of its head word, or `plain` what that word itself names."""
    tokens = tokens_of(p, start, end)
    heads = [t for t in tokens if p.heads[t] not in tokens or p.heads[t] == t]
    if len(heads) > 1 and (p.deps[heads[0]], p.deps[heads[-1]]) == ("pobj", "dobj"):  # "(received in) Lima Chadian President Bo Fox"
        heads = heads[1:]
    told = [head if cast.of(head) else counted(p, head) for head in heads]
    known = [(number, _head_of_its_name(cast, t)) for t in told for number in cast.of(t)]
    if known or not plain:
        return known
    common = [t for t in heads[:1] if p.tags[t] in ("NN", "NNS") and p.lemmas[t] not in words("place_nouns")]
    return [(number, t) for t in common if (number := cast.plain(t)) is not None]


def _head_of_its_name(cast: Cast, token: int) -> int:
    """The word that stands for a whole name of which the encoder took a part: "International", of "Amnesty (International)"."""
    mention = cast.mention(token)
    return mention.head if mention is not None and mention.form == "name" and mention.name[0] <= token < mention.name[1] else token
