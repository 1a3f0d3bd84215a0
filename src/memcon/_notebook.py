"""What lets records and events show themselves in a notebook. The model itself knows nothing of pages."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any


def show_themselves() -> None:
    """Give records, events and what queries find the method that notebooks ask for.

    >>> show_themselves()
    >>> from memcon.model import Record
    >>> hasattr(Record, "_repr_html_")
    True
    """
    for home, kind, how in (
        ("memcon.model", "Record", "record_html"),
        ("memcon.model", "Event", "event_html"),
        ("memcon.merging", "Merged", "merged_html"),
        ("memcon.store", "Found", "found_html"),
    ):
        setattr(getattr(import_module(home), kind), "_repr_html_", _by(how))  # noqa: B010 (mypy knows the classes as closed)


def _by(how: str) -> Callable[[Any], str]:
    def shown(self: Any) -> str:
        made: str = getattr(import_module("memcon.exports.notebook"), how)(self)
        return made

    return shown
