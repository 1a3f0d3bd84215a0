"""Words of one occasion carry its day and place where the report gives them once (CODEBOOK 1.6, "One or several")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from memcon.ontology.words import words

from .dating import Dated, specificity
from .joining import Group
from .parsed import Parsed
from .placing import Spot

WORDS = frozenset(("STATEMENT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT", "CONCEDE"))
_SENTENCES_APART = 5


def on_one_occasion(p: Parsed, groups: Sequence[Group], doings: Sequence[tuple[int, int, Dated]]) -> list[Group]:
    """The events; words without a day take that of the same speaker's dated words or doings nearby, if these have one day only.

    `doings` are (entity, sentence, day) of clauses that tell of a party's doing on a day ("sought on Wednesday to ease worries").
    """
    for group in groups:
        if group.type not in WORDS or any(d for a in group.acts for d in a.dates) or _earlier(p, group):
            continue
        found = [
            g
            for g in groups
            if g is not group and g.type in WORDS and _near(p, group, g, _SENTENCES_APART) and _speakers(g) & _speakers(group)
        ]
        days = {d.edtf: d for g in found for d in _days(g)}
        here = [p.sentence_of[a.trigger.head] for a in group.acts]
        days.update(
            {
                d.edtf: d
                for entity, sentence, d in doings
                if entity in _speakers(group) and any(0 <= h - sentence <= _SENTENCES_APART for h in here)
            }
        )
        if len(days) == 1:
            day = next(iter(days.values()))
            places = [s for g in found if _near(p, group, g, 2) or _days(g) for a in g.acts for s in a.spots]
            lead = group.acts[0]
            spots: tuple[Spot, ...] = lead.spots or tuple(places[:1])
            group.acts[0] = replace(lead, dates=(replace(day, how=f"{day.how}, of one occasion"),), spots=spots)
    return list(groups)


def _earlier(p: Parsed, group: Group) -> bool:
    """Whether the words were said on an earlier occasion: "had previously warned"."""
    return any(p.words[c].lower() in words("earlier_marks") for a in group.acts for c in p.children[a.trigger.head])


def _days(group: Group) -> list[Dated]:
    return [d for a in group.acts for d in a.dates if specificity(d.edtf) >= 4 and a.status.value == "happened"]


def _speakers(group: Group) -> set[int]:
    return group.of_role("actor")


def _near(p: Parsed, one: Group, other: Group, apart: int) -> bool:
    return any(abs(p.sentence_of[a.trigger.head] - p.sentence_of[b.trigger.head]) <= apart for a in one.acts for b in other.acts)
