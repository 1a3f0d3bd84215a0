"""Who takes people without the power to arrest them abducts them: rebels, gunmen, kidnappers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ..coreference.cast import Cast
from .acts import Act


def with_captors(acts: Iterable[Act], cast: Cast) -> list[Act]:
    """The acts; an arrest by an armed group or a gang is an abduction: "the nurses held by a militia", "rebels detained two drivers"."""
    return [replace(a, type="ASSAULT", mode="abduct", rule="rule:captors") if _is_by_captors(a, cast) else a for a in acts]


def _is_by_captors(act: Act, cast: Cast) -> bool:
    if act.type != "COERCE" or act.mode not in ("arrest", "seize"):
        return False
    if act.mode == "seize" and not any(cast.entities[n].kind == "person" for n in act.of_role("recipient")):
        return False  # "armed men seized a trader and his cook", not a town
    who = [cast.entities[n] for n in act.of_role("actor")]
    gangs = (any(m.identity is not None and m.identity.sector == "CRM" for m in one.mentions) for one in who)
    return bool(who) and all(one.kind == "armed_group" or gang for one, gang in zip(who, gangs, strict=True))
