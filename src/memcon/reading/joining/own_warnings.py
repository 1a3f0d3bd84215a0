"""Warnings of what the speaker's own side may do, which are threats: "She warned that Chad could close the border"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from memcon.ontology.words import words

from ..acts.demands import main_verbs
from ..claims.attribution import Claim
from ..coreference.cast import Cast
from ..encoder.coding import RETYPE
from ..grammar.dependents import SUBJECTS, child
from ..grammar.parsed import Parsed
from ..grammar.syntax import is_passive
from ..triggers.triggers import Trigger
from .sourcing import speakers_of

_MAYBE = frozenset(("could", "may", "might", "can"))
_BEFALLING = frozenset("be become face find get have need see".split())
_WARNING = frozenset("caution hint intimate signal suggest warn".split())
RULE = "rule:threat.own_act"


def with_own_warnings(p: Parsed, found: Sequence[Trigger], claims: Sequence[Claim], cast: Cast) -> list[Trigger]:
    """The triggers found; the cues of warnings that the encoder takes for threats are threats where the speaker's own side may act."""
    cues = {one.head: one for one in found if one.entry.type == "STATEMENT" and _is_threat_heard(p, one)}
    if not cues:
        return list(found)
    turned: dict[int, Trigger] = {}
    for claim in claims:
        cue = next((cues[t] for first, end in claim.cue for t in range(first, end) if t in cues), None)
        if cue is not None and claim.clausal and claim.stance != "denies" and _of_own_side(p, claim, cast):
            heard = cue.coded
            mode = heard.mode if heard is not None and heard.p_mode >= RETYPE else ""
            turned[cue.head] = replace(cue, entry=replace(cue.entry, type="THREATEN", mode=mode, conditions=(), rule=RULE))
    return [turned.get(one.head, one) if one.entry.type == "STATEMENT" else one for one in found]


def _is_threat_heard(p: Parsed, one: Trigger) -> bool:
    heard = one.coded
    return p.lemmas[one.head] in _WARNING and heard is not None and heard.type == "THREATEN" and heard.p_type >= RETYPE


def _of_own_side(p: Parsed, claim: Claim, cast: Cast) -> bool:
    """Whether what may be done is done by the speaker, or the speaker's state."""
    speakers = speakers_of(claim, p, cast)
    homes = {cast.entities[n].country for n in speakers} - {None}
    for verb in main_verbs(p, claim):
        who = child(p, verb, *SUBJECTS)
        if who is None or is_passive(p, verb) or p.lemmas[verb] in _BEFALLING | words("suffering_verbs"):
            continue
        if not any(p.lower[c] in _MAYBE for c in p.children[verb] if p.deps[c] == "aux"):
            continue
        theirs = cast.of(who)
        if any(n in speakers or (cast.entities[n].kind == "state" and cast.entities[n].country in homes) for n in theirs):
            return True
    return False
