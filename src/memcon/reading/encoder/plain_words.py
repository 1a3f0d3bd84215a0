"""Where plain words decide of what type an act is, or whether it was done, whatever the encoder thinks."""

from __future__ import annotations

from memcon.coder import Happening
from memcon.ontology.words import words

from ..grammar.asked import ONLY_ASKED
from ..grammar.dependents import SUBJECTS, child, is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import prepositions
from ..triggers.triggers import Trigger

_SOONER = 0.45  # how sure of another type the encoder names what the rules take for a statement
_MAYBE = frozenset(("could", "may", "might", "can"))
_LEAVES_NOTHING_OPEN = (
    "absent",
    "conditional.unless",
    "deferred",
    "governor.open",
    "infinitive.main",
    "negation.instead",
    "negation.never",
    "nobody",
    "noun.made_before",
    "remembered",
)
_WHOEVER = frozenset("any anyone anybody those whoever each every threat".split())
_BROKEN_OFF = ("AID", "CONSULT", "COOPERATE")
_LAUNCHING = frozenset(("fire", "launch"))
_DROPPING = frozenset(("withdraw", "drop"))


def type_is_told(p: Parsed, one: Trigger, heard: str) -> bool:
    """Whether the type that the lexicon gives a word stands against another, `heard` by the encoder."""
    ours, verb = one.entry.type, p.lemmas[one.head]
    if {ours, heard} == {"CONCEDE", "SANCTION"} or (ours == "CONCEDE" and heard == "REJECT" and verb in _DROPPING):
        return True  # "suspended the sanctions", "tightened them", "withdrew its veto": what is stopped or kept up decides
    if one.entry.mode == "asylum" and heard in ("COERCE", "CONSULT"):
        return True  # "took in 70,000 people who fled", "offered to host the ousted leader"
    if ours in ("MOBILIZE", "COOPERATE") and heard == "ASSAULT" and verb in words("exercises"):
        return True  # "war games"
    if ours == "CONSULT" and heard == "RETREAT" and verb in words("talks"):
        return True  # "ceasefire talks"
    if ours in ("CONSULT", "SANCTION") and heard == "ACCUSE" and verb == "summon":
        return True  # "summoned her security council" or "its own ambassador", not "summoned the ambassador"
    if one.entry.mode == "discontinue" and heard in _BROKEN_OFF:
        return True  # "gave up mediating", "suspended all aid": that it is broken off decides
    if ours == "THREATEN" and (heard == "ASSAULT" or verb == "reserve"):
        return True  # "received death threats", "reserves the right to suspend it"
    if ours == "ASSAULT" and heard == "MOBILIZE" and verb in _LAUNCHING and _is_aimed(p, one.head):
        return True  # "launched missiles at Chad", not "off its coast"
    if one.entry.mode == "ceasefire" and is_verb(p, one.head) and heard in ("ASSAULT", "THREATEN"):
        return True  # "said that they would hold their fire if the army did"
    if heard not in ("SANCTION", "COERCE") and one.entry.mode == "expel":
        return True  # "asked the ambassador to leave": whom it is asked of decides
    return heard == "THREATEN" and ours == "STATEMENT" and _foresees(p, one.head)


def _is_aimed(p: Parsed, verb: int) -> bool:
    """Whether arms are launched at something, and not at some hour."""
    return any(word in ("at", "against") and p.labels[noun] not in ("DATE", "TIME") for word, noun in prepositions(p, verb))


def gives_way(p: Parsed, one: Trigger, heard: Happening) -> bool:
    """Whether a word that the lexicon takes for a statement is another act to an encoder that is less sure of it than it must be elsewhere:
    a statement is what is no other act (CODEBOOK 1.1). Of warnings and of what is defended it is to be as sure; mere cues ("said") stay."""
    if one.entry.type != "STATEMENT" or any(c.test == "cue" for c in one.entry.conditions):
        return False
    warned = heard.type == "THREATEN" and p.lemmas[one.head] not in words("pledging_cues")
    return heard.p_type >= _SOONER and not warned and heard.type != "SUPPORT"


def _foresees(p: Parsed, cue: int) -> bool:
    """Whether what is said is what the world is or may come to, not what the speaker would do: "warned that the war could spread", "warned
    Chad that rebels were planning a raid"."""
    return any(_is_of_the_world(p, c) for c in p.children[cue] if p.deps[c] == "ccomp" and is_verb(p, c))


def _is_of_the_world(p: Parsed, verb: int) -> bool:
    helpers = [c for c in p.children[verb] if p.deps[c] in ("aux", "auxpass")]
    if any(p.lemmas[c] in _MAYBE for c in helpers):
        return True
    who = child(p, verb, *SUBJECTS, "csubj")
    if who is not None and p.deps[who] == "csubj":  # "warned that talking to them rewards crime"
        return not any(p.tags[c] in ("MD", "TO") for c in helpers)
    if who is None or any(p.tags[c] in ("MD", "TO") for c in helpers) or p.tags[who].startswith("PRP"):
        return False
    return not any(p.lower[t] in _WHOEVER or p.tags[t] == "PRP$" for t in (who, *p.children[who]))


def leaves_nothing_open(rule: str) -> bool:
    """Whether the rule of a status stands whatever else is likely: "skipped the summit", "put off until Friday", "no soldier crossed it",
    "never sent it", "unless it leaves", "neither confirmed nor denied that he had left", "did not exclude meeting him"."""
    return rule in _LEAVES_NOTHING_OPEN or rule.startswith("governor.open_")


def status_is_told(rule: str, heard: str) -> bool:
    """Whether the rule of a status reads words against which the encoder alone, be it ever so sure, does not stand: "for years".

    What is asked is not done, whatever the encoder thinks; that it is denied another word may tell.
    """
    return rule.startswith("aspect.") or leaves_nothing_open(rule) or (rule == ONLY_ASKED and heard in ("happened", "ongoing"))
