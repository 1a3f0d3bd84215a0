"""Who holds an office by the report's own words, where the registry knows another holder: "Peru's foreign minister, Ana Rey"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from memcon.actors import Identity

from ..grammar.parsed import Parsed
from ..parties.bearers import is_class, plain
from ..parties.entity import Entity
from ..parties.mention import Mention
from .descriptions import Descriptions

_LIKE = 4  # first letters by which two spellings of one name are alike


def held_by_the_named(p: Parsed, found: Sequence[Mention]) -> list[Mention]:
    """The mentions; an office is held by whom the report names beside it in full, and not by whom the registry has for that day."""
    by_head = {m.head: m for m in found}
    told: list[Mention] = []
    for m in found:
        name = _beside(p, m, by_head) if (held := _holder(m)) is not None else None
        another = held is not None and name is not None and not _can_be(p, name, held)
        told.append(replace(m, form="noun", identity=_as_told(p, name, held)) if another and name and held else m)
    return told


def not_its_holder(p: Parsed, mentions: Sequence[Mention], identity: Identity) -> bool:
    """Whether somebody of these mentions cannot be whom the registry has in an office: the report names another in full."""
    full = [m for m in mentions if _is_full_name(m)]
    return identity.how == "office.holder" and bool(full) and not any(_can_be(p, m, identity) for m in full)


def held_below(descriptions: Descriptions, entities: Sequence[Entity]) -> list[tuple[Entity, Entity]]:
    """Who is told by an office alone and taken for its known holder, each with the one whom the report names in that office."""
    found = []
    for entity in entities:
        office = [m for m in entity.mentions if m.identity is not None and m.identity.how == "office.holder"]
        if office and all(m.form == "noun" for m in entity.mentions):
            known = descriptions.titled(office[0], entity.country, but=entity)
            if known is not None and any(m.form == "name" for m in known.mentions):
                found.append((entity, known))
    return found


def _holder(mention: Mention) -> Identity | None:
    """The person whom the registry knows to hold the office that a mention tells."""
    known = mention.identity
    return known if known is not None and mention.kind == "person" and known.how == "office.holder" and known.office else None


def _is_full_name(mention: Mention) -> bool:
    return mention.kind == "person" and mention.form == "name" and mention.name[1] - mention.name[0] > 1 and _holder(mention) is None


def _beside(p: Parsed, mention: Mention, by_head: dict[int, Mention]) -> Mention | None:
    """The full name that stands right behind an office, or before it: "Peru's minister, Ana Rey", "Ana Rey, Peru's minister"."""
    beside = [c for c in p.children[mention.head] if p.deps[c] == "appos"]
    beside += [p.heads[mention.head]] if p.deps[mention.head] == "appos" else []
    return next((m for t in beside if (m := by_head.get(t)) is not None and _is_full_name(m)), None)


def _can_be(p: Parsed, name: Mention, held: Identity) -> bool:
    """Whether a name may be another spelling of the known holder's."""
    if name.identity is not None and not is_class(name):
        return name.identity.id == held.id
    own = [plain(w) for w in p.words[name.name[0] : name.name[1]]]
    theirs = [plain(w) for w in held.name.replace("-", " ").split()]
    return any(a[:_LIKE] == b[:_LIKE] for a in own for b in theirs if len(a) > 2)


def _as_told(p: Parsed, name: Mention, held: Identity) -> Identity:
    """Who bears a name, with the office that stands beside it."""
    if name.identity is not None and not is_class(name):
        return name.identity
    words = p.phrase(*name.name)
    slug = "-".join(plain(w) for w in words.split())
    return Identity(f"name:{slug}", words, "person", None, held.country, held.sector, held.office, "words.title", 0.5)
