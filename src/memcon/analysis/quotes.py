"""The words of the reports behind an event: whole sentences, with who published them when."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy import select

from memcon.merging import Merged, Telling
from memcon.model import Span
from memcon.reading.parse.sentences import sentences
from memcon.store import Store
from memcon.store.schema import reports
from memcon.store.shadow import shadowed_all
from memcon.store.tellings import merged

from .plain import Plain

_AT_ONCE = 400
_SAID = re.compile(r",\s(?:[^,]{1,60}\s)?(?:said|told|says|according to|insists)\b|;\s")
LONGEST = 320


@dataclass(frozen=True, slots=True)
class Quote(Plain):
    """A sentence of a report that tells of an event: `words` as they stand there (blanks made one), `start` and `end` the first trigger's
    place in the report's text, `status` what this report makes of the event, `after` what the sentence says after the `trigger`."""

    event: str
    report: str
    outlet: str | None
    published: str | None
    status: str
    words: str
    start: int
    end: int
    after: str = ""
    trigger: str = ""
    copy_of: str | None = None


def events_of(store: Store, numbers: Sequence[str]) -> dict[str, Merged]:
    """The events of these ids, whole, with what people said of them."""
    with store.reading() as connection:
        found: list[Merged] = []
        for at in range(0, len(numbers), _AT_ONCE):
            found += shadowed_all(connection, merged(connection, numbers[at : at + _AT_ONCE]))
    return {one.id: one for one in found}


def quotes(store: Store, events: Iterable[Merged]) -> dict[str, tuple[Quote, ...]]:
    """Event -> a sentence from each report that tells it, in the order of publication.

    >>> with Store.open(None) as store:
    ...     quotes(store, [])
    {}
    """
    kept = list(events)
    wanted = sorted({telling.witness.id for one in kept for telling in one.tellings})
    texts: dict[str, str] = {}
    with store.reading() as connection:
        for at in range(0, len(wanted), _AT_ONCE):
            rows = connection.execute(select(reports.c.id, reports.c.text).where(reports.c.id.in_(wanted[at : at + _AT_ONCE])))
            texts.update((row.id, row.text) for row in rows)
    return {one.id: tuple(_quote(one.id, telling, texts) for telling in one.tellings) for one in kept}


def _quote(event: str, telling: Telling, texts: dict[str, str]) -> Quote:
    witness, spans = telling.witness, telling.event.triggers
    span = spans[0] if spans else Span(0, 0, "")
    text = texts.get(witness.id, "")
    words, after = (sentence(text, span), clause(text, span)) if spans else (telling.event.summary, "")
    return Quote(
        event, witness.id, witness.outlet, witness.published, telling.event.status, words, span.start, span.end, after, span.quote,
        witness.copy_of,
    )  # fmt: skip


def clause(text: str, span: Span) -> str:
    """What the sentence of a trigger says after it, up to who said so.

    >>> clause("Oslo demanded that Iceland withdraw its ships, her office said. It rained.", Span(5, 13, "demanded"))
    'that Iceland withdraw its ships'
    """
    end = next((b for a, b in _bounds(text) if a <= span.start < b), span.end)
    return " ".join(_SAID.split(text[span.end : end], maxsplit=1)[0].split()).strip('.;,"“” ')


def sentence(text: str, span: Span) -> str:
    """The sentence of a span in one line, cut at words around it where it is long.

    >>> sentence("It rained. Bennett  met Putin. He left.", Span(20, 23, "met"))
    'Bennett met Putin.'
    """
    start, end = next(((a, b) for a, b in _bounds(text) if a <= span.start < b), (span.start, span.end))
    end = max(end, span.end)
    left, right = start, end
    if end - start > LONGEST:
        left = max(start, min(span.start - LONGEST // 2, end - LONGEST))
        right = min(end, max(left + LONGEST, span.end))
        while start < left < span.start and not text[left - 1].isspace():
            left += 1
        while span.end < right < end and not text[right].isspace():
            right -= 1
    words = f"{'… ' if left > start else ''}{text[left:right]}{' …' if right < end else ''}"
    return " ".join(words.split()) or span.quote


@lru_cache(maxsize=256)
def _bounds(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(sentences(text))
