"""Who only speaks of a deed and did not do it: counts its dead, judges it, alleges it; and to whom it was done."""

from __future__ import annotations

from memcon.ontology.codebook import codebook

from ..coreference.binding import accusers
from ..grammar.dependents import child, is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import grammatical_subject, is_passive, objects, prepositional, subject, support
from ..triggers.triggers import Trigger
from .not_aimed_at import undergone_by

_JUDGING = frozenset("brand call condemn criticise criticize decry denounce deplore describe dismiss label protest regret slam".split())
_COUNTING = frozenset("estimate give lower place put raise revise update".split())
_COUNTS = frozenset("toll number figure count tally total".split())
_SAYING = frozenset("say add note report explain confirm".split())
_LETTING_KNOW = frozenset("apprise brief inform notify tell update".split())
_SETTING_OUT = frozenset("convey describe discuss explain give outline present recount relate report tell".split())
_HANDING = frozenset("bring carry convey deliver give hand pass present relay submit take transmit".split())
_WHAT_OF_IT = frozenset("account aim content detail finding gist outcome purpose result subject substance summary".split())


def _is_struck(p: Parsed, trigger: Trigger, token: int) -> bool:
    """Whether what is a party's is struck: "the shelling of a Togolese post, in which ten died"."""
    struck = undergone_by(p, token)
    return trigger.entry.type == "ASSAULT" and struck not in (token, trigger.head) and p.tags[p.heads[token]].startswith("NN")


def counts_its_dead(p: Parsed, trigger: Trigger, token: int) -> bool:
    """ "Togo's health ministry put the toll from Monday's raids at 31", "put the death toll at 31"."""
    verb = next((v for v in p.ancestors(token) if is_verb(p, v)), trigger.head)
    if trigger.entry.type != "ASSAULT" or p.lemmas[verb] not in _COUNTING or verb == trigger.head:
        return False
    counted = any(p.lemmas[o] in _COUNTS for o in objects(p, verb))
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


def only_hears_of_it(p: Parsed, trigger: Trigger, token: int) -> bool:
    """Whether a party is only told of a contact of others: "briefed Rey on the call", "explained to Rey the outcome of Fox's visit"."""
    noun, link = trigger.head, p.heads[trigger.head]
    if trigger.entry.type != "CONSULT" or is_verb(p, noun):
        return False
    verb, how = support(p, noun)
    if verb is None or verb in trigger.tokens or not is_verb(p, verb):
        return False
    about = how in ("about", "of", "on", "regarding") and p.lemmas[verb] in _LETTING_KNOW
    of_it = p.deps[noun] == "pobj" and p.lower[link] == "of" and p.lemmas[p.heads[link]] in _WHAT_OF_IT
    if not about and not (of_it and p.lemmas[verb] in _LETTING_KNOW | _SETTING_OUT):
        return False
    told = [c for c in p.children[verb] if p.deps[c] in ("dobj", "dative", "nsubjpass") and noun not in p.subtree(c)]
    return any(token in p.subtree(t) for t in (*told, *prepositional(p, verb, "to"), *prepositional(p, verb, "with")))


def is_its_messenger(p: Parsed, trigger: Trigger, token: int) -> bool:
    """ "Rey handed over a letter from Fox": the letter is not to Rey."""
    verb, how = support(p, trigger.head)
    if (trigger.entry.type, trigger.entry.mode) != ("CONSULT", "message") or is_verb(p, trigger.head) or verb is None or how != "obj":
        return False
    return p.lemmas[verb] in _HANDING and not is_passive(p, verb) and token in subject(p, verb)


def _dies_of_it(p: Parsed, trigger: Trigger, token: int) -> bool:
    """ "A rapper died of a gunshot wound", "was killed in the blast": who dies of it did not do it."""
    link = p.heads[trigger.head]
    wound = p.heads[link] if p.deps[trigger.head] == "compound" and p.deps[link] == "pobj" else link
    verb = p.heads[wound]
    dies = p.lemmas[verb] == "die" and p.lower[wound] in ("of", "from") and trigger.entry.type == "ASSAULT"
    return dies and trigger.entry.mode != "suicide-attack" and token in grammatical_subject(p, verb)


NO_DOERS = (_alleges_it, _is_struck, counts_its_dead, _judges_it, _dies_of_it)
