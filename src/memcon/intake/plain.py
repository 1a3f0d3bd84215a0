"""Plain text -> Draft."""

from __future__ import annotations

import re

from .draft import Draft
from .published import filed_on

_SURROGATE = re.compile("[\ud800-\udfff]")


def plain(text: str) -> Draft:
    r"""The text as it is, code point for code point; nothing is split off as a title.

    Line ends become `\n`, a byte-order mark is dropped, and code points that no text can hold (lone surrogates) become U+FFFD. A dateline
    with its year ("LIMA, March 4, 2022 (XYZ) --") gives the day of publication.

    >>> plain("\ufeffBennett met Putin.\r\n").text
    'Bennett met Putin.\n'
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if _SURROGATE.search(text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return Draft(text, published=filed_on(text))
