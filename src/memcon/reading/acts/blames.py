"""Allegations that no verb of blaming names: "the army said the rebels were behind the raid" (CODEBOOK 1.1, ACCUSE/allege)."""

from __future__ import annotations

from collections.abc import Callable, Collection

from memcon.ontology.words import words

from ..claims.attribution import Claim
from ..grammar.dependents import child
from ..grammar.parsed import Parsed
from ..grammar.syntax import grammatical_subject, objects, prepositional
from .demands import Demand, main_verbs, other_party
from .threats import is_harm

_SETTING_ON = frozenset("plan plot orchestrate mastermind sponsor finance commission instigate order organize organise".split())


def blame(p: Parsed, claim: Claim, is_party: Callable[[int], bool], speaker_heads: Collection[int]) -> Demand | None:
    """The first party that the main clauses of a claim's content hold to have done harm, as a demand of type ACCUSE; None where none is.

    >>> from memcon.reading.claims.attribution import claims
    >>> from memcon.reading.parse.parsing import parser
    >>> p = parser().parse("The army said Chad was responsible for the attack.")
    >>> found = blame(p, claims(p)[0], lambda token: p.words[token] == "Chad", ())
    >>> (found.type, found.mode, p.words[found.recipient])
    ('ACCUSE', 'allege', 'Chad')
    """
    if not claim.clausal or claim.stance == "denies" or claim.group != "say":
        return None
    for top in main_verbs(p, claim):
        if child(p, top, "neg") is not None or not (_is_to_blame(p, top) or _sets_on(p, top)):
            continue
        other = next((r for s in grammatical_subject(p, top) if (r := other_party(p, s, is_party, speaker_heads)) is not None), None)
        if other is not None:
            return Demand("ACCUSE", "allege", top, other)
    return None


def _is_to_blame(p: Parsed, verb: int) -> bool:
    """ "Was responsible for the attack", "were behind the killings", "is to blame for the deaths"."""
    if p.lemmas[verb] not in ("be", "stand"):
        return False
    guilty = [c for c in p.children[verb] if p.deps[c] == "acomp" and p.lemmas[c] in words("guilty")]
    to_blame = any(p.deps[c] == "xcomp" and p.lemmas[c] == "blame" for c in p.children[verb])
    harm = [n for c in guilty for link in ("for", "of") for n in prepositional(p, c, link)] + prepositional(p, verb, "behind")
    return to_blame or any(is_harm(p, n) for n in harm)


def _sets_on(p: Parsed, verb: int) -> bool:
    """ "Planned the attacks", "sponsored the killing"."""
    return p.lemmas[verb] in _SETTING_ON and p.tags[verb] in ("VBD", "VBN") and any(is_harm(p, n) for n in objects(p, verb))
