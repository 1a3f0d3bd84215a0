"""What befalls a person once in a report: "Rey was gunned down ... she was shot from a roof ... the slaying of Rey"."""

from __future__ import annotations

from memcon.ontology.words import words

from ..acts.acts import Act
from ..coreference.cast import Cast
from ..grammar.parsed import Parsed
from .comparing import places_contradict
from .group import Group

_BY_A_STATE = (("COERCE", "arrest"), ("COERCE", "deport"), ("SANCTION", "convict"), ("SANCTION", "expel"))
ONCE = frozenset((*_BY_A_STATE, ("ASSAULT", "abduct"), ("RETREAT", "release")))
"""What is done to each person by itself."""
_OWN = frozenset(("our", "us", "we"))


def befalls_once(p: Parsed, act: Act, group: Group, cast: Cast) -> bool:
    """Whether both tell what befell one person with a name: a death, an arrest, a verdict, an abduction, a release."""
    if act.type != group.type:
        return False
    whom = act.of_role("recipient")
    if len(whom) != 1 or not all(cast.entities[n].named and cast.entities[n].kind == "person" for n in whom):
        return False
    alike = [a for a in group.acts if _kind(p, a) and _kind(p, a) == _kind(p, act)]
    return bool(alike) and all(not a.of_role("recipient") - whom for a in group.acts) and any(a.of_role("recipient") == whom for a in alike)


def _kind(p: Parsed, act: Act) -> str:
    """What befalls a person, as far as it can only once; "" for other acts."""
    if (act.type, act.mode) in ONCE:
        return act.mode
    if act.type != "ASSAULT":
        return ""
    said = {p.lemmas[t] for t in act.trigger.tokens}
    behind = {p.lower[c] for c in p.children[act.trigger.head]}
    dead = said & {"dead", "death"} or behind & {"dead", "death"}
    return "death" if said & words("killing_words") or dead or {"gun", "down"} <= said | behind else ""


def attack_on_the_land(p: Parsed, act: Act, group: Group, cast: Cast) -> bool:
    """Whether somebody says of an attack that it was one on the whole land: "our country was attacked by fanatics"."""
    if act.type != "ASSAULT" or group.type != "ASSAULT" or not act.claims or act.dates or act.spots:
        return False
    whom, doers = ([cast.entities[n] for n in act.of_role(role)] for role in ("recipient", "actor"))
    lands = {s.place.country for a in group.acts for s in a.spots} | {cast.entities[n].country for n in group.of_role("recipient")}
    spoken = any(
        p.lower[f.token] in _OWN or any(p.lower[c] in _OWN for c in p.children[f.token]) for f in act.parties if f.role == "recipient"
    )
    of_the_land = len(whom) == 1 and whom[0].kind == "state" and whom[0].country in lands
    return spoken and of_the_land and not any(e.named for e in doers)


def is_the_coup(p: Parsed, act: Act, group: Group, cast: Cast) -> bool:
    """Whether both tell of the fall of one government: "soldiers toppled Rey ... the coup ... Rey was deposed"."""
    if act.type != "ASSAULT" or group.type != "ASSAULT" or not all(_tells_of_a_coup(p, a) for a in (act, *group.acts)):
        return False
    mine, theirs = ({cast.entities[n].country for n in some.of_role("recipient")} - {None} for some in (act, group))
    if places_contradict(act, group):
        return False
    named = {e.number for e in cast.entities if e.named and e.kind == "person"}
    persons = [some.of_role("recipient") & named for some in (act, group)]
    others = all(persons) and not persons[0] & persons[1]
    return not others and not (mine and theirs and not mine & theirs)


def _tells_of_a_coup(p: Parsed, act: Act) -> bool:
    head = act.trigger.head
    power = {p.lemmas[t] for t in act.trigger.tokens} >= {"take", "control"}
    return (p.lemmas[head] in words("coups") and p.tags[head] != "NNS") or power
