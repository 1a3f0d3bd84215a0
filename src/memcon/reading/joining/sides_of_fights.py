"""Attacks told apart by the sides of a fight: those who did the one fell in the other, or the other side did it; wars and captures."""

from __future__ import annotations

from collections.abc import Sequence

from memcon.ontology.words import words

from ..acts.acts import Act
from ..coreference.cast import Cast
from ..grammar.parsed import Parsed
from ..roles.filled import HEARD
from .counted_apart import heads
from .group import Group

_FIGHTERS = words("class_rebels") | words("class_army")


def befalls_its_doers(p: Parsed, told: Sequence[Act], group: Group, cast: Cast) -> bool:
    """Whether those who did the one are whom the other befell: "42 Togolese fighters died ... the fighters of Togo killed farmers"."""
    if group.type != "ASSAULT":
        return False
    pairs = [(a, b) for a in told for b in group.acts]
    return any(_befell_the_side_of(p, one, other, cast) for a, b in pairs for one, other in ((a, b), (b, a)))


def _befell_the_side_of(p: Parsed, one: Act, other: Act, cast: Cast) -> bool:
    """Whether fighters whom a party's name describes fell in the one, and that party does the other."""
    doers = {f.entity for f in other.parties if f.role == "actor"} - one.of_role("actor")
    fell = [f.token for f in one.parties if f.role == "recipient" and p.lemmas[f.token] in _FIGHTERS and p.tags[f.token] == "NNS"]
    return any(doers & set(cast.of(c)) for t in fell for c in p.children[t] if p.deps[c] in ("compound", "amod", "nmod", "poss"))


def by_the_other_side(_: Parsed, told: Sequence[Act], group: Group, cast: Cast) -> bool:
    """Whether of two attacks a state's forces did one and insurgents the other: "rebels stormed a post ... the army answered with raids".

    Insurgents alone are killed by nobody of theirs: "rebels ambushed a van, killing five ... three rebels were gunned down".
    """
    if group.type != "ASSAULT":
        return False
    ours, theirs = _sides(cast, told, "actor"), _sides(cast, group.acts, "actor")
    if not ours and theirs == {"insurgents"} == _sides(cast, told, "recipient"):
        befallen = _sides(cast, group.acts, "recipient")
        return bool(befallen) and "insurgents" not in befallen
    return len(ours) == len(theirs) == 1 and "" not in ours | theirs and ours != theirs


def _sides(cast: Cast, acts: Sequence[Act], role: str) -> set[str]:
    """The sides of those in a role; where some are told by the words themselves, of these alone."""
    found = [f for a in acts for f in a.parties if f.role == role]
    return {_side(cast, f.entity) for f in ([f for f in found if f.slot != HEARD] or found)}


def _side(cast: Cast, entity: int) -> str:
    """On which side of a fight with insurgents a party is, by what it is; "" where that does not tell."""
    sectors = {m.identity.sector for m in cast.entities[entity].mentions if m.identity is not None}
    return "state" if sectors & {"MIL", "COP"} else "insurgents" if cast.entities[entity].kind == "armed_group" else ""


def war_and_capture(p: Parsed, told: Sequence[Act], others: Sequence[Act]) -> bool:
    """Whether one is a war and the other the capture of a place: "seized the capital in 2014 and have been at war since"."""
    ours, theirs = ({p.lemmas[h] for h in heads(some)} for some in (told, others))
    wars = [bool(some & words("wars")) for some in (ours, theirs)]
    return wars[0] != wars[1] and bool((theirs if wars[0] else ours) & _CAPTURES)


_CAPTURES = frozenset("capture seize overrun".split())
