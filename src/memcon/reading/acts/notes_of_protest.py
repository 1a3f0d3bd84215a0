"""Notes in which one state protests to another: who hands one over tells nothing besides, and the protest that was told is in it."""

from __future__ import annotations

from collections.abc import Mapping

from ..grammar.dependents import is_verb
from ..grammar.parsed import Parsed
from ..triggers.triggers import Trigger

NOTES = frozenset("note demarche démarche memorandum aide-memoire letter".split())
_HANDING = frozenset("hand deliver convey present pass submit send give".split())


def hands_over_a_protest(p: Parsed, trigger: Trigger, heads: Mapping[int, Trigger]) -> bool:
    """Whether a contact is only that a note is handed over which is an act of its own: "handed a note to the envoy", "a note given to him".

    `heads` are the triggers by their head tokens.
    """
    verb = trigger.head
    if (trigger.entry.type, trigger.entry.mode) != ("CONSULT", "message") or not is_verb(p, verb) or p.lemmas[verb] not in _HANDING:
        return False
    held = [c for c in p.children[verb] if p.deps[c] in ("dobj", "nsubjpass", "oprd")]
    held += [p.heads[verb]] if p.deps[verb] in ("acl", "relcl") else []
    return any(p.lemmas[t] in NOTES and t in heads and heads[t].entry.type == "ACCUSE" for t in held)
