"""What the text tells again that the headline told, perhaps with other words for its parties: "Priest killed", "gunmen killed a priest"."""

from __future__ import annotations

from dataclasses import replace

from ..acts.acts import Act
from ..coreference.cast import Cast
from ..grammar.headlines import headline_end
from ..grammar.parsed import Parsed
from ..parties.entity import Entity
from ..roles.filled import Filled
from .comparing import cover, like
from .counted_apart import number_of
from .group import Group

SPEECH = frozenset(("STATEMENT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT", "CONCEDE"))
_DEEDS = frozenset(("ASSAULT", "COERCE", "PROTEST"))
_CROWDS = frozenset(("group", "armed_group", "organisation"))
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


def tells_the_headline(p: Parsed, act: Act, group: Group) -> bool:
    """Whether a deed of the first sentences is joined to one that only a headline without a stop told."""
    return _is_of_the_lead(p, act, group) and headline_end(p.words, p.sentences[0][1]) > 0


def _is_of_the_lead(p: Parsed, act: Act, group: Group) -> bool:
    if act.type in SPEECH or act.headline or p.sentence_of[act.trigger.head] > _LEAD:
        return False
    return all(a.headline for a in group.acts)


def leads(p: Parsed, act: Act, group: Group, cast: Cast) -> bool:
    """Whether a lead tells again the deed that the headline told: "Priest killed in Togo" above "Gunmen killed a priest in Lome"."""
    if not _is_of_the_lead(p, act, group):
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
    counts = {number_of(p, e.best.head) for e in (one, other)}
    headline = headline_end(p.words, p.sentences[0][1]) > 0
    crowds = headline and not one.named and not other.named and one.kind in _CROWDS and other.kind in _CROWDS and len(counts) == 1
    return described or crowds or p.lemmas[one.best.head] == p.lemmas[other.best.head]


def better_told(p: Parsed, headline: Act, lead: Act, cast: Cast) -> tuple[Filled, ...]:
    """The parties of a headline without those whom the lead tells better: "a priest" for "Priest"; names and numbers stand."""
    kept: list[Filled] = []
    other_words = {n for role in ("actor", "recipient") for n in _crowd_in_other_words(p, headline, lead, cast, role)}
    for f in headline.parties:
        if f.entity in other_words:
            continue
        one = cast.entities[f.entity]
        again = any(f.role == g.role and f.entity != g.entity and _one_word(p, f.entity, g.entity, cast) for g in lead.parties)
        if not again or _is_counted(p, one) or (one.named and one.kind == "person"):
            kept.append(f)
    return tuple(kept)


def _crowd_in_other_words(p: Parsed, headline: Act, lead: Act, cast: Cast, role: str) -> set[int]:
    """The one crowd without name or number in a role of a headline that the lead tells in other words: "Gunmen kill 12", "armed men
    killed twelve"."""
    theirs = headline.of_role(role)
    ours = lead.of_role(role) - theirs
    if len(theirs) != 1 or len(ours) != 1 or headline.type not in _DEEDS:
        return set()
    one, other = (cast.entities[next(iter(some))] for some in (theirs, ours))
    crowds = one.kind in _CROWDS and other.kind in _CROWDS and not one.named
    counted = number_of(p, one.best.head)
    same = not counted or counted == number_of(p, other.best.head)
    return theirs if crowds and same and (one.country is None or one.country == other.country) else set()


def left_to_its_name(act: Act, group: Group, cast: Cast) -> None:
    """Leave to a mention the one person that an event has by a description alone: "will meet the man he hopes to succeed ... met Rey"."""
    for role in () if act.type in SPEECH else ("actor", "recipient"):
        told, named = group.of_role(role), act.of_role(role)
        if len(told) == 1 and len(named) == 1 and told != named and act.principals - named <= group.of_role("actor", "recipient"):
            one, other = (cast.entities[next(iter(some))] for some in (told, named))
            if one.kind == other.kind == "person" and other.named and not one.named:
                group.acts = [replace(a, parties=tuple(f for f in a.parties if f.role != role)) for a in group.acts]


def _is_counted(p: Parsed, one: Entity) -> bool:
    return any(p.tags[t] == "CD" for t in range(one.best.first, one.best.end))
