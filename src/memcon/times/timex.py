"""A time expression: where it stands and what it means."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression of a text.

    `start` and `end` are code points of the text, end exclusive. `type` is DATE, TIME, DURATION or SET and `value` the value as in
    TimeML's TIMEX3, with an X for every digit that is not known. `edtf` is the day, month, year or interval that it names
    (`2022-03-05`, `2022-02-21/2022-02-27`), None where it names none or where that is not known. `rule` names the rule that read it.
    `anchored` says that the value was worked out from the publication date or from another date of the text, which then is the one that
    `counted_from` is in, a code point of the text.
    """

    start: int
    end: int
    type: str
    value: str
    edtf: str | None
    rule: str
    quote: str
    anchored: bool = False
    counted_from: int | None = None
