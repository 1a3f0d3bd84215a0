"""Who stands with a refusal or a reproach that is not against them: after whom a deal is called, who is told it, whose rules are broken."""

from __future__ import annotations

from memcon.ontology.words import words

from ..grammar.dependents import is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import objects, prepositional
from ..triggers.triggers import Trigger

_WORDS = frozenset(("ACCUSE", "REJECT"))
_NAMED_AFTER = frozenset("deal agreement accord accords pact treaty convention protocol law rule".split())
BREAKING = frozenset("breach break contravene defy flout infringe transgress violate".split())
_DONE_TOO = frozenset("capture return transfer".split())  # "Togo's capture of a boat"
_STRIKING = frozenset(
    "abduction assassination beheading bombardment bombing downing kidnapping killing looting murder poisoning rape sacking seizure "
    "shelling shooting sinking slaughter slaying stabbing stoning storming targeting torching torture".split()
)
_TELLING = frozenset("address inform tell".split())
_LISTENERS = frozenset("committee deputy legislator senator".split())
_FORCES = frozenset("army brigade fighter force militia police soldier troop unit warplane warship".split())
_MOVING = frozenset("deploy give move place pull put remove send station withdraw".split())


def not_aimed_at(p: Parsed, trigger: Trigger, token: int) -> bool:
    """Whether words of refusal or reproach only name somebody and are not against them."""
    return any(test(p, trigger, token) for test in _TESTS)


def _names_a_paper(p: Parsed, trigger: Trigger, token: int) -> bool:
    """ "Opposed the Togo deal", "rejected the Lima convention": the name says only which is meant; not so in "Togo's deal"."""
    noun = p.heads[token]
    return (
        trigger.entry.type in _WORDS
        and p.deps[token] in ("compound", "amod", "nmod")
        and p.lemmas[noun] in _NAMED_AFTER
        and noun not in trigger.tokens
    )


def _names_a_road(p: Parsed, trigger: Trigger, token: int) -> bool:
    """ "Blocked the Kono highway"."""
    noun = p.heads[token]
    return trigger.entry.type == "PROTEST" and p.deps[token] in ("compound", "nmod") and p.lemmas[noun] in words("sites")


def _befallen(p: Parsed, trigger: Trigger, token: int) -> bool:
    """ "Condemned the jailing of ten fishermen", "Lee's detention was condemned"; `return` and the like are told of who does it, too."""
    verb = trigger.head
    if trigger.entry.type != "ACCUSE" or not is_verb(p, verb):
        return False
    noun = undergone_by(p, token)
    if noun == token and p.deps[token] == "poss" and p.lemmas[p.heads[token]] in words("undergone") - _DONE_TOO:
        noun = p.heads[token]
    return noun != token and noun in objects(p, verb)


def undergone_by(p: Parsed, token: int) -> int:
    """The noun of an act that what a word is part of undergoes, or the word itself: "the shelling of a Togolese post".

    >>> from memcon.reading.parse.parsing import parser
    >>> p = parser().parse("The shelling of a Togolese post killed ten.")
    >>> p.words[undergone_by(p, 4)], p.words[undergone_by(p, 7)]
    ('shelling', 'ten')
    """
    whole = token
    while p.deps[whole] in ("compound", "amod", "nmod", "poss") and p.heads[whole] > whole:
        whole = p.heads[whole]
    link = p.heads[whole]
    of = p.deps[whole] == "pobj" and p.lower[link] == "of"
    return p.heads[link] if of and p.lemmas[p.heads[link]] in words("undergone") | _STRIKING else token


def _whose_rules(p: Parsed, trigger: Trigger, token: int) -> bool:
    """ "Said that the ban violated WTO rules", "breached a promise made by Togo"."""
    verb = trigger.head
    if trigger.entry.type != "ACCUSE" or not is_verb(p, verb) or p.lemmas[verb] not in BREAKING:
        return False
    broken = [c for c in p.children[verb] if p.deps[c] == "dobj"]
    return any(token != c and token in p.subtree(c) for c in broken)


def _only_hears(p: Parsed, trigger: Trigger, token: int) -> bool:
    """ "Told supporters that she would not sign", "refused, telling parliament that ..."."""
    if trigger.entry.type not in _WORDS or p.lemmas[token] not in words("audiences") | _LISTENERS:
        return False
    told = p.deps[token] in ("dobj", "dative") and p.lemmas[p.heads[token]] in _TELLING
    return trigger.entry.type == "REJECT" and told and p.heads[token] not in trigger.tokens


def _hears_a_complaint(p: Parsed, trigger: Trigger, token: int) -> bool:
    """ "Complained to Togo about the noise": against Togo only where nobody else is meant (`complained_to`)."""
    return trigger.entry.frame == "complain" and is_verb(p, trigger.head) and token in prepositional(p, trigger.head, "to")


def complained_to(p: Parsed, verb: int) -> list[int]:
    """Those to whom a complaint is made, but for the press and crowds.

    >>> from memcon.reading.parse.parsing import parser
    >>> p = parser().parse("Chad complained to Togo. Rey complained to reporters.")
    >>> [[p.words[t] for t in complained_to(p, verb)] for verb in (1, 6)]
    [['Togo'], []]
    """
    if p.lemmas[verb] != "complain" or not is_verb(p, verb):
        return []
    return [t for t in prepositional(p, verb, "to") if p.lemmas[t] not in words("audiences")]


def _own_forces(p: Parsed, trigger: Trigger, token: int) -> bool:
    """ "Would not pull its militias out": one's own forces are not refused."""
    verb = trigger.head
    moved = trigger.entry.type == "REJECT" and p.deps[token] == "dobj" and p.lemmas[p.heads[token]] in _MOVING
    own = any(p.tags[c] == "PRP$" for c in p.children[token])
    return moved and own and p.lemmas[token] in _FORCES and (p.heads[token] == verb or verb in p.ancestors(token))


def _calls_it(p: Parsed, trigger: Trigger, token: int) -> bool:
    """ "Condemned what its spokeswoman called aggression": she only says what it is."""
    verb = p.heads[token] if p.deps[token] != "appos" else p.heads[p.heads[token]]
    free = p.deps[verb] in ("ccomp", "pcomp") and p.lemmas[verb] in _CALLING and any(p.lower[c] == "what" for c in p.children[verb])
    return trigger.entry.type in _WORDS and free and trigger.head in p.ancestors(verb)


_CALLING = frozenset("call consider describe regard see term view".split())
_TESTS = (
    _calls_it,
    _names_a_paper,
    _names_a_road,
    _whose_rules,
    _only_hears,
    _own_forces,
    _befallen,
    _hears_a_complaint,
)
