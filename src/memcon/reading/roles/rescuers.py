"""Who sets people free did not take them: "troops rescued nine miners kidnapped in May"."""

from __future__ import annotations

from ..coreference.cast import Cast
from ..grammar.dependents import is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import grammatical_subject, objects
from ..triggers.triggers import Trigger

_RESCUING = frozenset("rescue recover find locate save evacuate".split())
_FREEING = frozenset(("free", "release", "liberate"))


def only_rescues(p: Parsed, trigger: Trigger, token: int, cast: Cast) -> bool:
    """Whether an act is an abduction of those whom somebody, no captor himself, then freed: "police freed a nurse abducted in May"."""
    taken = trigger.head
    if trigger.entry.type != "ASSAULT" or trigger.entry.mode != "abduct" or p.deps[taken] not in ("acl", "relcl"):
        return False
    freed = p.heads[taken]
    while p.deps[freed] == "conj":
        freed = p.heads[freed]
    verb = p.heads[freed]
    if not is_verb(p, verb) or p.lemmas[verb] not in _RESCUING | _FREEING or freed not in objects(p, verb):
        return False
    if token not in {t for one in grammatical_subject(p, verb) for t in p.subtree(one)}:
        return False
    return p.lemmas[verb] in _RESCUING or not any(cast.entities[n].kind == "armed_group" for n in cast.of(token))
