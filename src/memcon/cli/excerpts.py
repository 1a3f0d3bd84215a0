"""The report's own words around a span, short enough to quote, with the words marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from memcon.model import Event, Span
from memcon.reading.parse.sentences import sentences

from .terminal import one_line

LONGEST = 260


def excerpt(text: str, marked: Sequence[Span], bounds: Sequence[tuple[int, int]] | None = None, longest: int = LONGEST) -> str:
    """The sentence of the first span, in one line, with every given span in it between asterisks; cut at words if it is too long.

    `bounds` are the sentences of the text, when they are at hand.

    >>> excerpt("It rained. Bennett met Putin. He left.", [Span(19, 22, "met")])
    '“Bennett *met* Putin.”'
    """
    first = marked[0]
    within = next(((a, b) for a, b in (bounds or sentences(text)) if a <= first.start < b), (first.start, first.end))
    start, end = within[0], max(within[1], first.end)
    cut = _window(text, start, end, first, longest)
    pieces, at = [], cut[0]
    for span in sorted(set(marked)):
        if span.start >= at and span.end <= cut[1]:
            pieces += [text[at : span.start], "*", text[span.start : span.end], "*"]
            at = span.end
    pieces.append(text[at : cut[1]])
    words = one_line("".join(pieces))
    return f"“{'… ' if cut[0] > start else ''}{words}{' …' if cut[1] < end else ''}”"


def _window(text: str, start: int, end: int, around: Span, longest: int) -> tuple[int, int]:
    if end - start <= longest:
        return start, end
    room = max(0, longest - (around.end - around.start))
    left = max(start, min(around.start - room // 2, end - longest))
    right = min(end, max(around.end + room // 2, start + longest))
    while start < left < around.start and not text[left - 1].isspace():
        left += 1
    while around.end < right < end and not text[right].isspace():
        right -= 1
    return left, right


def telling_sentence(event: Event, bounds: Sequence[tuple[int, int]]) -> list[Span]:
    """The triggers of the sentence that holds most of the event's words; the first such sentence."""
    spans = list(_spans(event))

    def held(trigger: Span) -> tuple[int, int]:
        sentence = next(((a, b) for a, b in bounds if a <= trigger.start < b), (trigger.start, trigger.end))
        return sum(sentence[0] <= s.start and s.end <= sentence[1] for s in spans), -trigger.start

    best = max(event.triggers, key=held)
    sentence = next(((a, b) for a, b in bounds if a <= best.start < b), (best.start, best.end))
    return [best, *(t for t in event.triggers if t != best and sentence[0] <= t.start < sentence[1])]


def _spans(event: Event) -> Iterable[Span]:
    yield from {p.mention for p in event.participants}
    if event.when:
        yield event.when.span
    if event.where:
        yield event.where.span
    yield from event.triggers
