"""Who only speaks of a deed and did not do it: counts its dead, judges it, alleges it; and to whom it was done."""

from __future__ import annotations

from memcon.ontology.codebook import codebook

from ..coreference.binding import accusers
from ..grammar.dependents import child, is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import grammatical_subject, objects
from ..triggers.triggers import Trigger
from .not_aimed_at import undergone_by

_JUDGING = frozenset("brand call condemn criticise criticize decry denounce deplore describe dismiss label protest regret slam".split())
_COUNTING = frozenset("estimate give lower place put raise revise update".split())
_SAYING = frozenset("say add note report explain confirm".split())


def _is_struck(p: Parsed, trigger: Trigger, token: int) -> bool:
    """Whether what is a party's is struck: "the shelling of a Togolese post, in which ten died"."""
    struck = undergone_by(p, token)
    return trigger.entry.type == "ASSAULT" and struck not in (token, trigger.head) and p.tags[p.heads[token]].startswith("NN")


def _counts_its_dead(p: Parsed, trigger: Trigger, token: int) -> bool:
    """ "Togo's health ministry put the toll from Monday's raids at 31"."""
    verb = next((v for v in p.ancestors(trigger.head) if is_verb(p, v)), trigger.head)
    if trigger.entry.type != "ASSAULT" or p.lemmas[verb] not in _COUNTING or verb == trigger.head:
        return False
    counted = any(p.lemmas[o] in ("toll", "number", "count", "tally") for o in objects(p, verb))
    return counted and any(token in p.subtree(s) for s in grammatical_subject(p, verb))


def _judges_it(p: Parsed, trigger: Trigger, token: int) -> bool:
    """ "Togo called the decision disproportionate", "condemned the coup": who says what a deed is did not do it."""
    noun, verb = trigger.head, p.heads[trigger.head]
    if is_verb(p, noun) or p.deps[noun] != "dobj" or trigger.entry.type in codebook().speech or p.lemmas[verb] not in _JUDGING:
        return False
    if p.lemmas[verb] == "call" and child(p, verb, "oprd", "xcomp", "ccomp") is None:  # "unions called a strike"
        return False
    return token in grammatical_subject(p, verb)


def _alleges_it(p: Parsed, trigger: Trigger, token: int) -> bool:
    """Whether a party is whose accusation tells of an act: "Togo rejected allegations by Chad that it had bombed a camp"."""
    return token in accusers(p, trigger.head)


def only_tells_of_it(p: Parsed, trigger: Trigger, token: int) -> bool:
    """Whether a party only tells of a complaint: "officials said the order followed a complaint from Chad"."""
    if trigger.entry.type != "ACCUSE" or is_verb(p, trigger.head):
        return False
    above = [v for v in p.ancestors(trigger.head) if p.lemmas[v] in _SAYING and child(p, v, "ccomp") is not None]
    return any(token in grammatical_subject(p, v) and trigger.head in p.subtree(child(p, v, "ccomp") or v) for v in above)


def _dies_of_it(p: Parsed, trigger: Trigger, token: int) -> bool:
    """ "A rapper died of a gunshot wound", "was killed in the blast": who dies of it did not do it."""
    link = p.heads[trigger.head]
    wound = p.heads[link] if p.deps[trigger.head] == "compound" and p.deps[link] == "pobj" else link
    verb = p.heads[wound]
    dies = p.lemmas[verb] == "die" and p.lower[wound] in ("of", "from") and trigger.entry.type == "ASSAULT"
    return dies and trigger.entry.mode != "suicide-attack" and token in grammatical_subject(p, verb)


NO_DOERS = (_alleges_it, _is_struck, _counts_its_dead, _judges_it, _dies_of_it)
