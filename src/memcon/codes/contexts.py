"""PLOVER's contexts of an event: what it is about, from its own words and from its mode (PLOVER manual 0.9, "Contexts")."""

from __future__ import annotations

from memcon.model import Event

from .tables import rows
from .words import shown, words_of

# A mode that PLOVER has not, or which by its manual "automatically adds" a context.
_OF_MODE = {
    ("AID", "humanitarian"): "human_security",
    ("AID", "military"): "military",
    ("AID", "economic"): "economic",
    ("AID", "asylum"): "asylum",
    ("THREATEN", "sanction"): "economic",
    ("COERCE", "cyber"): "cyber",
    ("COERCE", "misinformation"): "misinformation",
}


def contexts(event: Event, around: str = "") -> tuple[str, ...]:
    """The contexts that an event's mode or words show, in the manual's order; `around` is more text to look at, such as its sentence.

    >>> from memcon.model import Span
    >>> contexts(Event("e1", "AID", "military", "happened", (Span(0, 4, "sent"),), about=(Span(9, 20, "a fuel bill"),)))
    ('military', 'human_security')
    """
    text = f"{words_of(event)}\n{around}"
    of_mode = _OF_MODE.get((event.type, event.mode))
    return tuple(row["context"] for row in rows("contexts") if row["context"] == of_mode or shown(row["words"], text))
