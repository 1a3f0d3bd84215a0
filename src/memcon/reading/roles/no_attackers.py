"""Who stands beside an attack and did not make it: whose what it hits is, who acted upon it."""

from __future__ import annotations

from memcon.ontology.words import words

from ..grammar.dependents import is_verb
from ..grammar.parsed import Parsed
from ..triggers.triggers import Trigger


def owns_what_is_hit(p: Parsed, trigger: Trigger, token: int) -> bool:
    """Whether a party's is what an attack befalls.

    >>> from memcon.ontology.lexicon import lexicon
    >>> from memcon.reading.parse.parsing import parser
    >>> from memcon.reading.triggers.triggers import Surroundings, triggers
    >>> p = parser().parse("Shells struck a convoy of the army, killing two soldiers.")
    >>> struck = next(t for t in triggers(p, lexicon(), Surroundings(lambda token: "")) if t.entry.type == "ASSAULT")
    >>> owns_what_is_hit(p, struck, 6)
    True
    """
    head = trigger.head
    verbs = (head, p.heads[head]) if p.deps[head] == "advcl" else (head,)
    link = p.heads[token]
    return (
        trigger.entry.type == "ASSAULT"
        and (p.deps[token], p.lower[link], p.deps[p.heads[link]]) == ("pobj", "of", "dobj")
        and p.heads[p.heads[link]] in verbs
    )


def acts_after_it(p: Parsed, trigger: Trigger, token: int) -> bool:
    """Whether a party did something else once an attack had killed.

    >>> from memcon.ontology.lexicon import lexicon
    >>> from memcon.reading.parse.parsing import parser
    >>> from memcon.reading.triggers.triggers import Surroundings, triggers
    >>> p = parser().parse("Chad suspended the truce after an ambush killed nine soldiers.")
    >>> ambush = next(t for t in triggers(p, lexicon(), Surroundings(lambda token: "")) if t.entry.type == "ASSAULT")
    >>> acts_after_it(p, ambush, 0)
    True
    """
    if trigger.entry.type != "ASSAULT":
        return False
    noun = trigger.head
    verb = noun if is_verb(p, noun) else p.heads[noun]
    by_a_deed = any(
        not is_verb(p, noun) or p.lemmas[c] in words("owned_deeds") | {"shell", "shelling"}
        for c in p.children[verb]
        if p.deps[c] in ("nsubj", "aux")
    )
    below = p.deps[verb] == "advcl" or (p.deps[verb] == "pcomp" and p.lower[p.heads[verb]] in ("as", "after"))
    if not by_a_deed or not below or p.lemmas[verb] not in words("harm_verbs"):
        return False
    above = p.heads[verb] if p.deps[verb] == "advcl" else p.heads[p.heads[verb]]
    return p.deps[token] in ("nsubj", "nsubjpass") and p.heads[token] == above


NO_ATTACKERS = (owns_what_is_hit, acts_after_it)
