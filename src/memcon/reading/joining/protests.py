"""Protests of states told again as the note that holds them: "protested against the raid and handed a note to the envoy"."""

from __future__ import annotations

from collections.abc import Sequence

from ..acts.acts import Act
from ..acts.notes_of_protest import NOTES
from ..coreference.cast import Cast
from ..grammar.dependents import is_verb
from ..grammar.parsed import Parsed
from .comparing import cover, days_contradict
from .group import Group

_BACK = 2  # sentences to the protest of "the note"


def protested_in(p: Parsed, act: Act, groups: Sequence[Group], cast: Cast) -> Group | None:
    """The protest that a note holds: of those who hand it over, in its sentence, or just before "the note"; None where there is none.

    Where a note stands beside a protest in the annotated reports, both are one event.
    """
    head = act.trigger.head
    if act.type != "ACCUSE" or is_verb(p, head) or p.lemmas[head] not in NOTES:
        return None
    for group in reversed(groups):
        back = p.sentence_of[head] - p.sentence_of[group.acts[-1].trigger.head]
        if group.type != "ACCUSE" or not 0 <= back <= (_BACK if act.definite else 0) or days_contradict(act, group):
            continue
        ours, theirs = act.of_role("actor"), group.of_role("actor")
        if ours <= theirs or (theirs and cover(ours, theirs, cast)):
            return group
    return None
