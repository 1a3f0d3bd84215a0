"""A text and its time expressions as TimeML: `<TIMEX3>` around each, and the day of publication as the creation time `t0`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from xml.sax.saxutils import escape, quoteattr

from .anchors import reference
from .find import parse_published
from .timex import Timex

CREATION = "t0"
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"\
 xsi:noNamespaceSchemaLocation="http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd">"""


def anchor_ids(text: str, found: Sequence[Timex], published: date | str | None = None) -> list[str | None]:
    """For each expression the id of the one that its value was counted from: `t0` is the publication, `t1` the first of `found`.

    None where the value stands by itself. "Today" counts from the dateline where the report has one.

    >>> from memcon.times import find
    >>> text = "He called on 24 February 2022; three days later he came."
    >>> anchor_ids(text, find(text, "2022-03-05"), "2022-03-05")
    [None, 't1']
    """
    day = parse_published(published)
    base = reference(text, day)
    lead = CREATION
    if base is not None and base != day:
        lead = next((f"t{n}" for n, t in enumerate(found, 1) if t.value == base.isoformat()), CREATION)
    out: list[str | None] = []
    for number, timex in enumerate(found, 1):
        own = f"t{number}"
        from_told = None
        if timex.counted_from is not None:
            from_told = next((f"t{n}" for n, t in enumerate(found, 1) if t.start <= timex.counted_from < t.end), None)
        anchor = from_told or (CREATION if own == lead else lead)
        out.append(anchor if timex.anchored and anchor != own else None)
    return out


def timeml(text: str, found: Sequence[Timex], published: date | str | None = None, name: str = "report") -> str:
    """The TimeML document of a text and its expressions; valid XML whatever the text holds.

    A character that XML cannot hold stands as U+FFFD, so that offsets stay. Without `published` the creation time has no known value.

    >>> from memcon.times import find
    >>> text = "He left on Saturday."
    >>> print(timeml(text, find(text, "2022-03-05"), "2022-03-05").splitlines()[-2])
    <TEXT>He left on <TIMEX3 tid="t1" type="DATE" value="2022-03-05" temporalFunction="true" anchorTimeID="t0">Saturday</TIMEX3>.</TEXT>
    """
    day = parse_published(published)
    value = day.isoformat() if day else "XXXX-XX-XX"
    creation = (
        f'<TIMEX3 tid="{CREATION}" type="DATE" value="{value}" temporalFunction="false" functionInDocument="CREATION_TIME">'
        f"{value if day else ''}</TIMEX3>"
    )
    pieces: list[str] = []
    at = 0
    for number, (timex, anchor) in enumerate(zip(found, anchor_ids(text, found, day), strict=True), 1):
        pieces.append(_xml(text[at : timex.start]))
        anchored = f' anchorTimeID="{anchor}"' if anchor else ""
        function = "true" if timex.anchored else "false"
        pieces.append(
            f'<TIMEX3 tid="t{number}" type="{timex.type}" value={quoteattr(timex.value)} temporalFunction="{function}"{anchored}>'
            f"{_xml(text[timex.start : timex.end])}</TIMEX3>"
        )
        at = timex.end
    pieces.append(_xml(text[at:]))
    return f"{_HEAD}\n<DOCID>{_xml(name)}</DOCID>\n<DCT>{creation}</DCT>\n<TEXT>{''.join(pieces)}</TEXT>\n</TimeML>\n"


def _xml(text: str) -> str:
    return escape(_NOT_XML.sub("\ufffd", text), {"\r": "&#13;"})
