"""Acts that are no single ones: habits, policies, what any of a kind does, what is done whenever or until something else is."""

from __future__ import annotations

from memcon.ontology.words import words

from ..grammar.dependents import SUBJECTS, child, is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import grammatical_subject, objects, prepositional, tense
from ..triggers.triggers import Trigger
from .conditions import awaited

_LASTING_WORDS = frozenset(("SUPPORT", "STATEMENT", "ACCUSE", "REQUEST", "REJECT", "COOPERATE"))
_STANDS = frozenset("advocate back champion endorse favor favour oppose support".split())
_HARSH = frozenset(("ACCUSE", "ASSAULT", "COERCE", "MOBILIZE", "SANCTION"))  # "working with Chad would help us" is said by who will
_WHENEVER = frozenset(("when", "whenever", "wherever", "everywhere", "if", "unless"))


def _has(p: Parsed, noun: int, *determiners: str) -> bool:
    return any(p.deps[c] == "det" and p.lower[c] in determiners for c in p.children[noun])


def _met(p: Parsed, verb: int) -> list[int]:
    """Whom a verb for a contact has for its object: "will meet any envoy", "met with any envoy"."""
    return [*objects(p, verb), *prepositional(p, verb, "with")] if is_verb(p, verb) else []


def habitual(p: Parsed, trigger: Trigger) -> bool:
    """Whether it is no single act: a habit ("frequently meets members of parliament"), or any of a kind ("will meet any envoy")."""
    if _has(p, trigger.head, "any", "every", "each") or (trigger.entry.type in _HARSH and _only_weighed(p, trigger.head)):
        return True
    if trigger.entry.type == "CONSULT" and any(_has(p, n, "any") for n in _met(p, trigger.head)):
        return True
    kin = p.children[trigger.head]
    links = [p.lower[c] for c in kin if p.deps[c] in ("mark", "advmod")]
    top = p.heads[trigger.head] if p.deps[trigger.head] == "xcomp" else trigger.head  # "until sanctions force them to leave"
    lasts = any(p.lower[c] == "until" and p.deps[c] in ("mark", "advmod") for c in p.children[top]) and not _ended(p, top)
    present = p.deps[trigger.head] == "advcl" and p.tags[trigger.head] in ("VBP", "VBZ")
    whenever = present and bool(set(links) & _WHENEVER) and awaited(p, trigger.head) is None
    if whenever or (lasts and p.deps[top] == "advcl"):
        return True  # "when I visit other countries", "until they free the hostages"
    above = p.heads[trigger.head]
    if (
        p.deps[trigger.head] == "advcl"
        and p.tags[trigger.head] == "VBG"
        and set(links) & _WHENEVER
        and p.tags[above] in ("VB", "VBP", "VBZ")
    ):
        return True  # "should be careful when visiting Chad"
    if any(p.tags[c] == "TO" for c in kin) and any(_only(p, s) for s in grammatical_subject(p, trigger.head)):
        return True  # "made him the first leader to meet the king": tells again what is told elsewhere
    if p.tags[trigger.head] == "VB" and p.deps[trigger.head] in ("relcl", "acl") and p.deps[above] in SUBJECTS and _only(p, above):
        return True  # "the first leader to visit Chad left": what he did is told elsewhere
    present = any(p.lemmas[c] == "do" and p.tags[c] in ("VBP", "VBZ") for c in kin) and any(p.deps[c] == "neg" for c in kin)
    if present and trigger.entry.type not in _LASTING_WORDS:
        return True  # "they do not meet with ..." tells of a policy
    if trigger.entry.type in _LASTING_WORDS or not is_verb(p, trigger.head):
        return False
    if p.tags[trigger.head] in ("VBP", "VBZ") and (_each_time(p, trigger.head) or _of_all_such(p, trigger.head)):
        return True
    return any(p.deps[c] == "advmod" and p.lower[c] in words("habit_adverbs") for c in p.children[trigger.head])


def _only_weighed(p: Parsed, verb: int) -> bool:
    """Whether a deed is the subject of a clause that tells what it is or would be: "killing civilians is a crime", "arming the rebels
    would be a mistake"; not what it was, and did. Or what one is for or against: "supports arming them"."""
    main = p.heads[verb]
    if p.tags[verb] == "VBG" and p.deps[verb] in ("xcomp", "ccomp", "dobj") and p.lemmas[main] in _STANDS:
        return True
    if p.tags[verb] != "VBG" or p.deps[verb] not in ("csubj", "csubjpass") or not is_verb(p, verb):
        return False
    return any(p.tags[c] == "MD" for c in p.children[main]) or (p.lemmas[main] == "be" and p.tags[main] == "VBZ")


def _ended(p: Parsed, verb: int) -> bool:
    """Whether something went on until an act took place: "the siege lasted until Chad withdrew", not "will fight until Chad withdraws"."""
    main = p.heads[verb]
    both = tense(p, verb) == tense(p, main) == "past" and child(p, verb, "neg") is None and child(p, main, "neg") is None
    above = [t for t in p.ancestors(verb) if is_verb(p, t) and t != main]
    return both and not any(p.deps[t] in ("ccomp", "xcomp") for t in (main, *above))


def _each_time(p: Parsed, verb: int) -> bool:
    """ "Shells the villages every spring"."""
    times = (c for c in p.children[verb] if p.deps[c] in ("npadvmod", "tmod"))
    return any(p.lower[g] in ("every", "each") for c in times for g in p.children[c])


def _of_all_such(p: Parsed, verb: int) -> bool:
    """Whether a relative clause tells what any of a kind does: "those who attack civilians", "soldiers who attack civilians"."""
    noun = p.heads[verb]
    who = any(p.lower[c] in ("who", "that") and p.deps[c] in SUBJECTS for c in p.children[verb])
    if p.deps[verb] != "relcl" or not who or p.lemmas[verb] in words("lasting_verbs") or child(p, verb, "aux", "auxpass") is not None:
        return False
    any_such = p.lower[noun] in ("those", "anyone", "anybody", "everyone", "everybody", "people")
    bare = p.tags[noun] == "NNS" and all(p.deps[c] in ("relcl", "amod", "punct", "cc", "conj") for c in p.children[noun])
    return any_such or bare


def _only(p: Parsed, noun: int) -> bool:
    return any(p.lower[c] in ("first", "second", "third", "last", "only", "latest") for c in p.children[noun] if p.deps[c] == "amod")
