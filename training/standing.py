"""Where the values of an annotated event stand around each of its triggers.

A trigger is taught the words of its own sentence: the annotated ones, the surname, or what the rules take for another mention of the same
party (`local.py`). What stands beside another trigger of the event is nothing to this one: reading joins the two. What stands beside none
is taught where it stands, to the first of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from memcon.coder.labels import AROUND

Span = tuple[int, int]
_PRONOUNS = "he|she|it|they|him|her|them|his|its|their|who|whom|whose|which|we|us|our|i|me|my|you|your"
_UNSURE = re.compile(rf"\b(?:{_PRONOUNS})\b|\b(?:the|both|these|those|this|that|two)\s+[a-z]+(?:\s+[a-z]+)?", re.IGNORECASE)


class Standing(NamedTuple):
    """A value around a trigger: its layer, the label of its beginning (None where it is not to be judged here), its words."""

    layer: int
    label: int | None
    span: Span


def values(event: dict[str, Any]) -> Iterator[tuple[int, int, Span, list[Span]]]:
    """(layer, label of its beginning, span, other mentions) of everything that stands around an event's triggers."""
    for one in event.get("participants") or []:
        if one.get("mention"):
            yield 0, 2 * AROUND[0].index(one["role"]) + 1, one["mention"], one.get("also", [])
    for name in ("when", "where"):
        value = event.get(name)
        if isinstance(value, dict) and value.get("span"):
            yield 1, 2 * AROUND[1].index(name) + 1, value["span"], []
    for one in event.get("sources") or []:
        if one.get("source"):
            yield 2, 1, one["source"], one.get("also", [])
    for name in AROUND[3]:
        for span in event.get(name) or []:
            yield 3, 2 * AROUND[3].index(name) + 1, span, []


def standing(event: dict[str, Any], text: str, sentences: Sequence[Span]) -> list[list[Standing]]:
    """For each trigger of an event, in their order, where its values stand; `sentences` are those of the `text`, in order.

    >>> text = "Rey came. She met Fox. The talks ended."
    >>> event = {"triggers": [(14, 17), (27, 32)], "participants": [{"role": "actor", "mention": (0, 3), "also": [(10, 13)]}]}
    >>> [[(one.label, text[slice(*one.span)]) for one in some] for some in standing(event, text, [(0, 9), (10, 22), (23, 39)])]
    [[(1, 'She')], [(None, 'The talks ended'), (None, 'Rey')]]
    """
    where = [next((s for s in sentences if s[0] <= t[0] < s[1]), (t[0], t[1])) for t in event["triggers"]]
    found: list[list[Standing]] = [[] for _ in where]
    for layer, label, span, also in values(event):
        here = [_beside(text, trigger, sentence, span, also) for trigger, sentence in zip(event["triggers"], where, strict=True)]
        lonely = not any(here)
        for number, (own, sentence, at) in enumerate(zip(found, where, here, strict=True)):
            if at is not None:
                own.append(Standing(layer, label, at))
                continue
            own += [Standing(layer, None, one) for one in (_unsure(text, sentence) if layer in (0, 2) else ())]
            own.append(Standing(layer, label if lonely and number == 0 else None, (span[0], span[1])))
    return found


def _beside(text: str, trigger: Span, sentence: Span, span: Span, also: Sequence[Span]) -> Span | None:
    """Where a value stands in the sentence of a trigger, by its own words, the last of them ("Putin") or another mention of it."""
    if sentence[0] <= span[0] < sentence[1]:
        return span[0], span[1]
    last = re.findall(r"[A-Z]\w+(?=(?:['’]s)?$)", text[span[0] : span[1]])
    if last and (match := re.search(rf"\b{last[0]}\b", text[sentence[0] : sentence[1]])):
        return sentence[0] + match.start(), sentence[0] + match.end()
    inside = [one for one in also if sentence[0] <= one[0] < sentence[1] and not (one[0] < trigger[1] and trigger[0] < one[1])]
    return min(inside, key=lambda one: abs(one[0] - trigger[0]), default=None)


def _unsure(text: str, sentence: Span) -> Iterator[Span]:
    """The words of a sentence that may stand for someone who is named elsewhere."""
    for match in _UNSURE.finditer(text, *sentence):
        yield match.span()
