"""Bodies named in short: "PMO" after "the Prime Minister's Office", or the other way round; "Navy" after "the Chadian Navy"."""

from __future__ import annotations

from collections.abc import Iterable

from ..grammar.parsed import Parsed
from .entity import Entity
from .mention import Mention

BODIES = ("organisation", "armed_group")
_FORCES = frozenset("airforce army coastguard gendarmerie marines military navy police".split())
SMALL = frozenset("of the and for in on to 's a an".split())
"""Words of which a name's letters leave out the first."""


def of_its_letters(p: Parsed, entities: Iterable[Entity], mention: Mention) -> Entity | None:
    """The body among those found so far whose letters, or last word, a name is, or that is named by this name's letters."""
    own = p.words[mention.name[0] : mention.name[1]]
    short = "".join(own).replace(".", "")
    for entity in entities:
        if entity.kind not in BODIES or not entity.mentions:  # one that was found to be another
            continue
        other = p.words[entity.best.name[0] : entity.best.name[1]]
        of_a_state = entity.kind == "organisation" and entity.country is not None  # "Army" is not the Freedom Army named before
        if of_a_state and len(own) == 1 and len(other) > 1 and own[0] == other[-1] and own[0].lower() in _FORCES:
            return entity
        if (len(own) == 1 and short.isupper() and _initials(other) == short) or (
            len(other) == 1 and len(own) > 1 and other[0].isupper() and _initials(own) == other[0].replace(".", "")
        ):
            return entity
    return None


def _initials(name: Iterable[str]) -> str:
    return "".join(w[0] for w in name if w[0].isalpha() and w.lower() not in SMALL).upper()
