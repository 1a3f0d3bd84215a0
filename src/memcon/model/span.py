"""A stretch of a report's text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """`text[start:end]`, in code points, end exclusive, with the words themselves.

    >>> Span.of("Bennett met Putin", 8, 11)
    Span(start=8, end=11, quote='met')
    """

    start: int
    end: int
    quote: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """The span from `start` to `end` of `text`; ValueError where that is no stretch of it."""
        if not 0 <= start < end <= len(text):
            raise ValueError(f"no span {start}..{end} in a text of {len(text)} characters")
        return cls(start, end, text[start:end])

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character.

        >>> Span(0, 4, "abcd").overlaps(Span(4, 5, "e"))
        False
        """
        return self.start < other.end and other.start < self.end
