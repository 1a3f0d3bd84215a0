"""Who is said in a warning to be going to act is not the one warned: "warned that the army would respond"."""

from __future__ import annotations

from memcon.ontology.words import words

from ..grammar.dependents import SUBJECTS, child, is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import is_passive
from ..triggers.triggers import Trigger

_BEFALLING = frozenset("answer be become experience face feel find get go have meet pay regret see".split())
_TO_COME = frozenset("will would 'll ’ll 'd ’d could may might".split())


def would_act(p: Parsed, trigger: Trigger, token: int) -> bool:
    """Whether somebody is the subject of what a threat in words holds, who will do it; "warned that Chad would pay" is meant for Chad.

    >>> from memcon.ontology.lexicon import Entry
    >>> from memcon.reading.parse.parsing import parser
    >>> p = parser().parse("Rey warned that Peru would strike Chad.")
    >>> warned = Trigger(1, (1,), Entry(("warn",), "v", "THREATEN", "", "act", (), "", "rule"))
    >>> [p.words[t] for t in (3, 6) if would_act(p, warned, t)]
    ['Peru']
    """
    verb = p.heads[token]
    if trigger.entry.type != "THREATEN" or not is_verb(p, trigger.head) or p.deps[token] != "nsubj" or p.heads[verb] != trigger.head:
        return False
    told = p.deps[verb] == "ccomp" and is_verb(p, verb) and not is_passive(p, verb) and child(p, verb, *SUBJECTS) == token
    ahead = any(p.lower[c] in _TO_COME for c in p.children[verb] if p.deps[c] == "aux")
    return told and ahead and p.lemmas[verb] not in _BEFALLING | words("suffering_verbs")
