"""What the text tells again that the headline told, perhaps with other words for its parties: "Priest killed", "gunmen killed a priest"."""

from __future__ import annotations

from ..acts.acts import Act
from ..coreference.cast import Cast
from ..grammar.parsed import Parsed
from ..roles.filled import Filled
from .comparing import cover, like
from .group import Group

SPEECH = frozenset(("STATEMENT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT", "CONCEDE"))
_LEAD = 2
"""The last sentence that may tell what the headline, the first one, told."""


def of_the_headline(act: Act, group: Group, cast: Cast) -> bool:
    """Whether the words are those that the headline told of, perhaps by a description: "Diplomat praises X", "Sir Peter praised X"."""
    if act.type == "STATEMENT" or not all(a.headline for a in group.acts) or act.headline:
        return False
    for role in ("actor", "recipient"):
        one, other = act.of_role(role), group.of_role(role)
        if (one and other and not any(like(x, y, cast) for x in one for y in other)) or (role == "actor" and not (one and other)):
            return False
    return True


def leads(p: Parsed, act: Act, group: Group, cast: Cast) -> bool:
    """Whether a lead tells again the deed that the headline told: "Priest killed in Togo" above "Gunmen killed a priest in Lome"."""
    if act.type in SPEECH or act.headline or p.sentence_of[act.trigger.head] > _LEAD or not all(a.headline for a in group.acts):
        return False
    sides = [(act.of_role(role), group.of_role(role)) for role in ("actor", "recipient")]
    both = [(one, other) for one, other in sides if one and other]
    return bool(both) and all(any(_one_word(p, x, y, cast) for x in one for y in other) for one, other in both)


def _one_word(p: Parsed, x: int, y: int, cast: Cast) -> bool:
    """Whether two parties are one, or a description and who may be told by it: with the same noun, where neither has a name."""
    one, other = cast.entities[x], cast.entities[y]
    if x == y or cover({x}, {y}, cast):
        return True
    if not like(x, y, cast):
        return False
    described = one.kind == "person" and (one.named or other.named)
    return described or p.lemmas[one.best.head] == p.lemmas[other.best.head]


def better_told(p: Parsed, headline: Act, lead: Act, cast: Cast) -> tuple[Filled, ...]:
    """The parties of a headline without those whom the lead tells better: "a priest" for "Priest"; names and numbers stand."""
    kept: list[Filled] = []
    for f in headline.parties:
        one = cast.entities[f.entity]
        counted = any(p.tags[t] == "CD" for t in range(one.best.first, one.best.end))
        again = any(f.role == g.role and f.entity != g.entity and _one_word(p, f.entity, g.entity, cast) for g in lead.parties)
        if not again or counted or (one.named and one.kind == "person"):
            kept.append(f)
    return tuple(kept)
