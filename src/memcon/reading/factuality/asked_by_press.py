"""Those whom only the press has asked: "an official, reached by telephone, said that ...", "when contacted, the ministry denied it"."""

from __future__ import annotations

from memcon.ontology.cues import is_saying

from ..coreference.cast import Cast
from ..coreference.press import is_of_the_press
from ..grammar.dependents import child, is_verb
from ..grammar.parsed import Parsed
from ..triggers.triggers import Trigger

_ASKING = frozenset("approach contact interview reach question".split())
_WIRES = frozenset("phone telephone mobile email e-mail message text video".split())
_CLIMB = 3


def asked_by_press(p: Parsed, trigger: Trigger, cast: Cast | None = None) -> bool:
    """Whether a contact is only how a speaker came to be asked by those who report it, or told them of it; nobody is told to have made it.

    >>> from memcon.ontology.lexicon import lexicon
    >>> from memcon.reading.parse.parsing import parser
    >>> p = parser().parse("Two elders, reached by telephone, said that he had.")
    >>> heard = next(one for one in lexicon().verbs["telephone"] if one.type == "CONSULT")
    >>> asked_by_press(p, Trigger(p.words.index("reached"), (p.words.index("reached"),), heard))
    True
    """
    if trigger.entry.type != "CONSULT":
        return False
    verb = trigger.head
    for _ in range(_CLIMB):
        if is_verb(p, verb) or p.heads[verb] == verb:
            break
        verb = p.heads[verb]
    if is_saying(p.lemmas[verb]) and not is_verb(p, trigger.head) and p.lemmas[trigger.head] in _WIRES:  # "told Reuters by telephone"
        told = child(p, verb, "dobj", "dative")
        return told is not None and cast is not None and is_of_the_press(p, cast, told)
    if p.lemmas[verb] not in _ASKING or p.tags[verb] != "VBN" or p.deps[verb] not in ("acl", "advcl"):
        return False
    agent = child(p, verb, "agent")
    by = child(p, agent, "pobj") if agent is not None else None
    if by is not None and p.lemmas[by] not in _WIRES:  # "contacted by the rebels"
        return False
    above = p.heads[verb] if p.deps[verb] == "advcl" else p.heads[p.heads[verb]]
    return any(is_verb(p, t) and is_saying(p.lemmas[t]) for t in (above, *p.ancestors(above)))
