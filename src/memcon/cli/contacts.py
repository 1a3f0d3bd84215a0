"""Who spoke with whom: the contacts of a record, pair by pair."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, product

from memcon.model import Event, Party
from memcon.reading.parties.naming import party_name
from memcon.reading.record.date_words import date_words

_MOST_PAIRS = 6


@dataclass(frozen=True, slots=True)
class Contact:
    """One contact of one pair: names, medium, status, when in words (empty if unknown), the event's id."""

    pair: str
    medium: str
    status: str
    when: str
    event: str


def contacts(events: Sequence[Event]) -> list[Contact]:
    """The contacts among `events`, those of one pair together, pairs and contacts in the order of the events.

    A contact of many parties stands as one row, not as a row for every two of them.

    >>> from memcon.model import Span
    >>> word = Span(0, 3, "met")
    >>> two = (Party("actor", "Bennett", "person", word), Party("recipient", "Putin", "person", word))
    >>> contacts([Event("e1", "CONSULT", "meeting", "happened", (word,), two)])
    [Contact(pair='Bennett – Putin', medium='meeting', status='happened', when='', event='e1')]
    """
    found: dict[tuple[str, ...], list[Contact]] = {}
    for event in events:
        if event.type != "CONSULT":
            continue
        when = date_words(event.when.edtf) if event.when else ""
        for pair in _pairs(event):
            row = Contact(" – ".join(pair), event.mode or "contact", event.status, when, event.id)
            rows = found.setdefault(tuple(sorted(pair)), [])
            rows.append(row if not rows else Contact(rows[0].pair, row.medium, row.status, row.when, row.event))
    return [row for rows in found.values() for row in rows]


def _pairs(event: Event) -> list[tuple[str, ...]]:
    left, right = _names(event.parties("actor")), _names(event.parties("recipient"))
    pairs = list(product(left, right)) if left and right else list(combinations(left or right, 2))
    pairs = [(a, b) for a, b in pairs if a != b]
    if len(pairs) > _MOST_PAIRS:
        return [tuple(dict.fromkeys((*left, *right)))]
    return [*pairs]


def _names(parties: Sequence[Party]) -> list[str]:
    return list(dict.fromkeys(party_name(p) for p in parties))
