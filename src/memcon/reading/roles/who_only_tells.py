"""Who only tells of a deed that others did, or counts its dead, whatever the encoder thinks."""

from __future__ import annotations

from memcon.ontology.codebook import codebook
from memcon.ontology.cues import is_saying

from ..coreference.cast import Cast
from ..grammar.dependents import SUBJECTS, child, is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import grammatical_subject, is_passive
from ..triggers.triggers import Trigger
from .only_spoken_of import counts_its_dead

_RELATIVE = ("WDT", "WP")


def only_tells(p: Parsed, trigger: Trigger, token: int, cast: Cast) -> bool:
    """Whether somebody only says what others did, or only counts whom it befell: "an attack that the rebels said killed ten"."""
    return (
        _tells_of_it(p, trigger, token, cast)
        or _claims_that_it_was_done(p, trigger, token)
        or _tells_what_it_did(p, trigger, token)
        or counts_its_dead(p, trigger, token)
    )


def _tells_of_it(p: Parsed, trigger: Trigger, token: int, cast: Cast) -> bool:
    """Whether a party is the subject of a clause above a deed that has another party for its own: "Rey said Chad had kept the treaty"."""
    verb = trigger.head
    while p.deps[token] in ("poss", "compound", "amod") and p.heads[token] > token:  # "Japan's ministry said"
        token = p.heads[token]
    if trigger.entry.type in codebook().speech or not is_verb(p, verb) or is_passive(p, verb) or p.deps[token] not in SUBJECTS:
        return False
    own = child(p, verb, "nsubj")
    if own is None or p.tags[own] == "PRP" or p.heads[token] == verb or p.heads[token] not in p.ancestors(verb):
        return False
    things = p.tags[own] in ("NN", "NNS") and not any(p.deps[c] == "poss" for c in p.children[own])  # "the missiles fell at sea"
    of_another = p.tags[own] in _RELATIVE and token not in p.ancestors(verb)  # "a raid that the rebels said killed ten"
    return (bool(cast.of(own)) and p.tags[own] not in _RELATIVE) or things or of_another


def _claims_that_it_was_done(p: Parsed, trigger: Trigger, token: int) -> bool:
    """ "The cabinet claimed that Rey had been shot at": by whom is not told."""
    if trigger.entry.type != "ASSAULT" or p.deps[token] not in SUBJECTS:
        return False
    told = next((t for t in (trigger.head, *p.ancestors(trigger.head)) if p.deps[t] == "ccomp"), None)
    passive = told is not None and is_verb(p, told) and is_passive(p, told) and child(p, told, "agent") is None
    return told is not None and passive and token in grammatical_subject(p, p.heads[told])


def _tells_what_it_did(p: Parsed, trigger: Trigger, token: int) -> bool:
    """ "An attack that the rebels said killed ten": they are no more said to do the attack than to have killed."""
    noun, cue = trigger.head, p.heads[token]
    if trigger.entry.type != "ASSAULT" or is_verb(p, noun) or p.deps[token] not in SUBJECTS or p.deps[cue] != "relcl":
        return False
    told = child(p, cue, "ccomp") if is_saying(p.lemmas[cue]) else None
    return told is not None and p.heads[cue] == noun and token in grammatical_subject(p, cue)
