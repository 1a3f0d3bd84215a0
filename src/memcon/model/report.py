"""A report as it came in."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Report:
    """One news report.

    `text` is what every offset counts into (code points). `published` is an ISO date (`2022-03-05`) or None; `id` names the
    report (a file's stem, or the first digits of its hash).

    >>> Report(id="r", text="Bennett met Putin.").sha256[:8]
    '7042f50b'
    """

    id: str
    text: str
    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None

    @property
    def sha256(self) -> str:
        """Hash of the text's UTF-8 bytes, as hexadecimal digits."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
