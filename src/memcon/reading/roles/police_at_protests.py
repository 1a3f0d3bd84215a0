"""Police and troops beside those who protest: they break up, escort or watch what others do."""

from __future__ import annotations

from ..coreference.cast import Cast
from ..grammar.dependents import is_verb
from ..grammar.parsed import Parsed
from ..triggers.triggers import Trigger
from .filled import Filled

_OF_ANYBODY = ("strike", "hunger", "boycott")
_DISSENTING = ("protest", "demonstrate")
_JOINING = ("join", "participate")


def is_of_police(p: Parsed, trigger: Trigger, parties: tuple[Filled, ...], cast: Cast) -> bool:
    """Whether only police or troops do it, who rather break up what others do, or rebels march: "police moved to disperse 3,000 people"."""
    forces = _forces(p, trigger, parties, cast)
    return bool(forces) and len(forces) == sum(f.role == "actor" for f in parties)


def without_police(p: Parsed, trigger: Trigger, parties: tuple[Filled, ...], cast: Cast) -> tuple[Filled, ...]:
    """The parties, police or troops left out of those who protest where others do: "police guided protesters on marches"."""
    forces = _forces(p, trigger, parties, cast)
    others = any(f.role == "actor" and f not in forces for f in parties)
    return tuple(f for f in parties if f not in forces) if others else parties


def _forces(p: Parsed, trigger: Trigger, parties: tuple[Filled, ...], cast: Cast) -> list[Filled]:
    if trigger.entry.type != "PROTEST" or trigger.entry.mode in _OF_ANYBODY:
        return []
    armed = ("COP", "MIL", "REB", "UAF") if p.lemmas[trigger.head] == "march" else ("COP", "MIL")
    own = p.lemmas[trigger.head] in _DISSENTING and is_verb(p, trigger.head)  # "officers protested over pay"
    actors = (f for f in parties if f.role == "actor" and not (own and f.slot == "subj") and not _join(p, f.token))
    return [f for f in actors if any(m.identity is not None and m.identity.sector in armed for m in cast.entities[f.entity].mentions)]


def _join(p: Parsed, token: int) -> bool:
    """Whether some are said to do what others do: "soldiers joined students on a march"."""
    return p.deps[token] == "nsubj" and p.lemmas[p.heads[token]] in _JOINING
