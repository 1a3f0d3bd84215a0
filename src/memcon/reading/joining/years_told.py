"""Years that tell an act apart from an event of its type: "has expelled three envoys ... in 2020 it expelled three"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..acts.acts import Act
from ..grammar.dependents import is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import prepositional
from ..setting.dating import DAY, specificity

_YEAR = re.compile(r"(?:19|20)\d\d")
_LEAD = 2
"""The first sentence that cannot tell the news, which the headline or the one behind it tells."""


def of_another_year(p: Parsed, told: Sequence[Act], others: Sequence[Act]) -> bool:
    """Whether one is named by its year, and the other is told without any: "jets bombed a village ... the clashes of May 2019"."""
    if any(d.edtf for a in others for d in a.dates):
        return False
    here = min(p.sentence_of[a.trigger.head] for a in told)
    before = all(p.sentence_of[a.trigger.head] < here for a in others) and any(is_verb(p, a.trigger.head) for a in others)
    return before and any(_years_of(p, a.trigger.head) for a in told)


def _years_of(p: Parsed, noun: int) -> list[str]:
    """The years that a noun is told by: "the clashes of May 2019"."""
    if is_verb(p, noun):
        return []
    held = [t for word in ("of", "in") for t in prepositional(p, noun, word)]
    return [p.words[c] for t in held for c in (t, *p.children[t]) if _YEAR.fullmatch(p.words[c])]


def of_a_year_before_the_news(p: Parsed, told: Sequence[Act], others: Sequence[Act]) -> bool:
    """Whether a verb tells what was done in a year, and the other is the undated news: "Chad has expelled ... In 2020 it expelled"."""
    if not any(_is_of_a_year(p, a) for a in told) or any(a.dates for a in others):
        return False
    here = min(p.sentence_of[a.trigger.head] for a in told)
    return here >= _LEAD and any(_is_news(p, a.trigger.head) for a in others)


def _is_of_a_year(p: Parsed, act: Act) -> bool:
    """Whether a past act's own words of time are a year, or a month of one: "in May 2019", "last year"."""
    if not is_verb(p, act.trigger.head) or p.tags[act.trigger.head] not in ("VBD", "VBN") or not act.dates:
        return False
    words = [p.text[d.start : d.end].lower() for d in act.dates]
    coarse = all(specificity(d.edtf) < DAY and "/" not in d.edtf for d in act.dates)
    return coarse and all((_YEAR.search(w) or "last year" in w) and "this" not in w for w in words)


def _is_news(p: Parsed, head: int) -> bool:
    """Whether a verb is the main one of the headline or of the first sentence."""
    above = head
    while p.deps[above] == "conj" and p.heads[above] != above:
        above = p.heads[above]
    return is_verb(p, head) and p.sentence_of[head] < _LEAD and p.heads[above] == above
