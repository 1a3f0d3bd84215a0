"""Threats told as what will befall the other side: "Chad will pay for the raid", "any attack will be met with force" (CODEBOOK 1.1)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from memcon.ontology.lexicon import lexicon
from memcon.ontology.words import words

from ..claims.attribution import Claim
from ..grammar.dependents import child
from ..grammar.parsed import Parsed
from ..grammar.syntax import grammatical_subject, is_passive, prepositional
from ..triggers.triggers import Trigger
from .demands import Demand, main_verbs, other_party

_TO_COME = frozenset("will would wo shall 'll ’ll 'd ’d".split())
_WORDS = ("say", "promise", "show")  # "vowed that the raid would not go unpunished", "made clear that Chad would pay"
_PRICES = frozenset(("price", "penalty", "consequence"))
_LEFT = frozenset(("unpunished", "unanswered", "unavenged"))
_FAIR = frozenset(("legitimate", "lawful", "fair", "military", "valid"))
_ANY = frozenset(("any", "every", "all", "anyone", "whoever", "those"))


def threat(p: Parsed, claim: Claim, is_party: Callable[[int], bool], speaker_heads: Collection[int]) -> Demand | None:
    """The first threat that the main clauses of a claim's content hold, as a demand of the type THREATEN; None where they hold none.

    >>> from memcon.reading.claims.attribution import claims
    >>> from memcon.reading.parse.parsing import parser
    >>> p = parser().parse("Chad will pay dearly for the raid, the rebels said.")
    >>> found = threat(p, claims(p)[0], lambda token: p.words[token] == "Chad", ())
    >>> (found.type, p.words[found.recipient])
    ('THREATEN', 'Chad')
    """
    if not claim.clausal or claim.stance == "denies" or claim.group not in _WORDS:
        return None
    for top in main_verbs(p, claim):
        if not any(p.deps[c] == "aux" and p.lower[c] in _TO_COME for c in p.children[top]):
            continue
        subjects = grammatical_subject(p, top)
        other = next((r for s in subjects if (r := other_party(p, s, is_party, speaker_heads)) is not None), None)
        if (_pays(p, top) or _regrets(p, top)) and other is not None:
            return Demand("THREATEN", "", top, other)
        if _is_answered(p, top):
            return Demand("THREATEN", "", top, None)
        if _is_met(p, top) or (_is_a_target(p, top) or (_is_struck(p, top) and any(_of_any(p, s) for s in subjects))):
            return Demand("THREATEN", "violence", top, other)
    return None


def sums_up_a_threat(p: Parsed, trigger: Trigger, triggers: Sequence[Trigger]) -> bool:
    """Whether a noun for a demand only names the threat that its sentence tells: "threatened to close the port, an ultimatum that ..."."""
    noun = trigger.head
    if trigger.entry.type != "REQUEST" or p.lemmas[noun] not in _SUMS:
        return False
    first = child(p, noun, "det")
    if first is None or first < 2 or p.lower[first] not in ("a", "an") or p.words[first - 1] not in (",", "—", "–", "--"):
        return False
    here = p.sentence_of[noun]
    return any(t.entry.type == "THREATEN" and t.head < first and p.sentence_of[t.head] == here for t in triggers)


_SUMS = frozenset(("ultimatum", "threat", "deadline", "warning"))


def _pays(p: Parsed, verb: int) -> bool:
    """ "Will pay a heavy price", "will pay dearly", "will pay for its crimes", "will face consequences"."""
    held = child(p, verb, "dobj")
    if held is not None and p.lemmas[held] in _PRICES:
        return p.lemmas[verb] in ("pay", "face", "suffer")
    dearly = any(p.lower[c] == "dearly" for c in p.children[verb])
    harm = any(is_harm(p, n) for n in prepositional(p, verb, "for"))
    return p.lemmas[verb] == "pay" and held is None and (dearly or harm)


def is_harm(p: Parsed, noun: int) -> bool:
    """Whether a noun tells of harm: "the raid", "its crimes"."""
    entries = lexicon().nouns.get(p.lemmas[noun], ())
    return p.lemmas[noun] in words("harms") or any(e.type == "ASSAULT" and len(e.words) == 1 for e in entries)


def _regrets(p: Parsed, verb: int) -> bool:
    return p.lemmas[verb] == "regret" and child(p, verb, "neg") is None


def _is_answered(p: Parsed, verb: int) -> bool:
    """ "Will not go unpunished"."""
    left = any(p.deps[c] in ("acomp", "advcl", "oprd", "xcomp", "advmod") and p.lower[c] in _LEFT for c in p.children[verb])
    return left and child(p, verb, "neg") is not None


def _is_met(p: Parsed, verb: int) -> bool:
    """ "Will be met with force"."""
    by = [n for link in ("with", "by") for n in prepositional(p, verb, link)]
    return p.lemmas[verb] in ("meet", "answer") and is_passive(p, verb) and any(p.lemmas[n] in words("forceful_answers") for n in by)


def _is_a_target(p: Parsed, verb: int) -> bool:
    """ "Would be legitimate targets", "will become a military target"."""
    behind = [c for c in p.children[verb] if p.deps[c] == "attr" and p.lemmas[c] == "target"]
    return p.lemmas[verb] in ("be", "become") and any(p.lower[k] in _FAIR for c in behind for k in p.children[c])


def _is_struck(p: Parsed, verb: int) -> bool:
    """ "Will be sunk": a deed of force that befalls."""
    entries = lexicon().verbs.get(p.lemmas[verb], ())
    return is_passive(p, verb) and child(p, verb, "neg") is None and any(e.type == "ASSAULT" for e in entries)


def _of_any(p: Parsed, noun: int) -> bool:
    """Whether whoever does something is meant: "any ship that enters"."""
    return p.lower[noun] in _ANY or any(p.lower[c] in _ANY for c in p.children[noun])
