"""What a format's reader finds in a source, before the caller's own word is added."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Draft:
    """Text and what the source itself says about it; `notes` tell the person what had to be assumed."""

    text: str
    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    url: str | None = None
    notes: tuple[str, ...] = ()
