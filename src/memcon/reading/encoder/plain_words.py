"""Where plain words decide of what type an act is, or whether it was done, whatever the encoder thinks."""

from __future__ import annotations

from memcon.ontology.words import words

from ..grammar.asked import ONLY_ASKED
from ..grammar.parsed import Parsed
from ..triggers.triggers import Trigger

_MAYBE = frozenset(("could", "may", "might", "can"))
LEAVES_NOTHING_OPEN = ("absent", "deferred", "governor.open", "negation.never", "nobody", "remembered")
"""The rules of statuses that stand whatever else is likely: "skipped the summit", "put off until Friday", "no soldier crossed it",
"never sent it", "neither confirmed nor denied that he had left"."""
_BROKEN_OFF = ("AID", "CONSULT", "COOPERATE")
_DROPPING = frozenset(("withdraw", "drop"))


def type_is_told(p: Parsed, one: Trigger, heard: str) -> bool:
    """Whether the type that the lexicon gives a word stands against another, `heard` by the encoder."""
    ours, verb = one.entry.type, p.lemmas[one.head]
    if {ours, heard} == {"CONCEDE", "SANCTION"} or (ours == "CONCEDE" and heard == "REJECT" and verb in _DROPPING):
        return True  # "suspended the sanctions", "tightened them", "withdrew its veto": what is stopped or kept up decides
    if ours == "CONSULT" and heard == "RETREAT" and verb in words("talks"):
        return True  # "ceasefire talks"
    if ours in ("CONSULT", "SANCTION") and heard == "ACCUSE" and verb == "summon":
        return True  # "summoned her security council" or "its own ambassador", not "summoned the ambassador"
    if one.entry.mode == "discontinue" and heard in _BROKEN_OFF:
        return True  # "gave up mediating", "suspended all aid": that it is broken off decides
    if ours == "THREATEN" and heard == "ASSAULT":
        return True  # "received death threats"
    if heard not in ("SANCTION", "COERCE") and one.entry.mode == "expel":
        return True  # "asked the ambassador to leave": whom it is asked of decides
    return heard == "THREATEN" and ours == "STATEMENT" and _foresees(p, one.head)


def _foresees(p: Parsed, cue: int) -> bool:
    """Whether what is said is what the world may come to, not what the speaker would do: "warned that the war could spread"."""
    return any(p.deps[c] == "ccomp" and any(p.lemmas[a] in _MAYBE for a in p.children[c] if p.deps[a] == "aux") for c in p.children[cue])


def status_is_told(rule: str, heard: str) -> bool:
    """Whether the rule of a status reads words against which the encoder alone, be it ever so sure, does not stand: "for years".

    What is asked is not done, whatever the encoder thinks; that it is denied another word may tell.
    """
    return rule.startswith("aspect.") or rule in LEAVES_NOTHING_OPEN or (rule == ONLY_ASKED and heard in ("happened", "ongoing"))
