"""Who cannot be a party to an act by the syntax around it, whatever the encoder thinks."""

from __future__ import annotations

from memcon.ontology.codebook import codebook
from memcon.ontology.words import words

from .cast import Cast
from .dependents import SUBJECTS, child, is_verb
from .parsed import Parsed
from .syntax import grammatical_subject, is_passive, objects, subject
from .triggers import Trigger

_BROKERING = frozenset("broker facilitate mediate negotiate".split())
_BREAKING = frozenset("break breach violate reject cite condemn criticise criticize denounce scrap undermine".split())
_OF_BOTH = frozenset(("AGREE", "RETREAT", "SUPPORT", "COOPERATE"))


def no_actor(p: Parsed, trigger: Trigger, token: int, cast: Cast) -> bool:
    """Whether somebody only tells of an act, brokered an agreement or breaks it, or is of those whom an act befell."""
    return (
        _tells_of_it(p, trigger, token, cast) or _is_beside_an_agreement(p, trigger, token) or _is_of_the_sufferers(p, trigger, token, cast)
    )


def no_recipient(p: Parsed, trigger: Trigger, token: int) -> bool:
    """Whether somebody is only whom a likeness shows, or to whom is done what a request is the means of."""
    return _is_shown(p, trigger, token) or _undergoes_what_it_serves(p, trigger, token)


def _tells_of_it(p: Parsed, trigger: Trigger, token: int, cast: Cast) -> bool:
    """Whether a party is the subject of a clause above a deed that has another party for its own: "Rey said Chad had kept the treaty"."""
    verb = trigger.head
    if trigger.entry.type in codebook().speech or not is_verb(p, verb) or is_passive(p, verb) or p.deps[token] not in SUBJECTS:
        return False
    own = child(p, verb, "nsubj")
    return (
        own is not None and p.tags[own] != "PRP" and bool(cast.of(own)) and p.heads[token] != verb and p.heads[token] in p.ancestors(verb)
    )


def _is_beside_an_agreement(p: Parsed, trigger: Trigger, token: int) -> bool:
    """ "Kenya violated the agreement brokered by Norway"."""
    noun = trigger.head
    if is_verb(p, noun) or trigger.entry.type not in _OF_BOTH:
        return False
    behind = [c for c in p.children[noun] if p.deps[c] in ("acl", "relcl") and p.lemmas[c] in _BROKERING]
    if any(token in subject(p, c) for c in behind):
        return True
    verb = p.heads[noun]
    return p.deps[noun] == "dobj" and p.lemmas[verb] in _BREAKING and token in grammatical_subject(p, verb)


def _is_of_the_sufferers(p: Parsed, trigger: Trigger, token: int, cast: Cast) -> bool:
    """ "Peru recalled its envoy after two Peruvians were arrested"."""
    verb = trigger.head
    above = p.heads[verb]
    told = is_verb(p, verb) and p.deps[verb] == "advcl" and child(p, verb, "nsubjpass") is not None
    if not told or token not in grammatical_subject(p, above):
        return False
    own = {m.identity.country for t in objects(p, verb) if (m := cast.mention(t)) is not None and m.identity is not None} - {None}
    return any(cast.entities[n].country in own for n in cast.of(token))


def _is_shown(p: Parsed, trigger: Trigger, token: int) -> bool:
    """ "A statue of a president", "waved Peruvian flags"; who burns a flag or an effigy is against whose it is."""
    if p.lemmas[trigger.head] in words("defiling_verbs"):
        return False
    above = p.heads[token]
    thing = p.heads[above] if p.deps[token] == "pobj" and p.lower[above] in ("of", "to") else above
    return thing != token and p.lemmas[thing] in words("likenesses") and p.deps[token] in ("pobj", "amod", "compound", "nmod")


def _undergoes_what_it_serves(p: Parsed, trigger: Trigger, token: int) -> bool:
    """ "Iceland defied Japan by urging a ban"."""
    verb, link = trigger.head, p.heads[trigger.head]
    by = trigger.entry.type == "REQUEST" and p.deps[verb] == "pcomp" and p.lower[link] == "by"
    return by and p.deps[token] == "dobj" and p.heads[token] == p.heads[link]
