"""Plain text -> Draft."""

from __future__ import annotations

import re

from .draft import Draft

_SURROGATE = re.compile("[\ud800-\udfff]")


def plain(text: str) -> Draft:
    r"""The text as it is, code point for code point; nothing is split off as a title.

    Line ends become `\n`, a byte-order mark is dropped, and code points that no text can hold (lone surrogates) become U+FFFD.

    >>> plain("\ufeffBennett met Putin.\r\n").text
    'Bennett met Putin.\n'
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if _SURROGATE.search(text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return Draft(text)
