"""Lists of headlines: a text whose lines are headlines, each of a report of its own, as feeds and digests have them."""

from __future__ import annotations

import re

from .sentences import sentences

_FEWEST = 4  # headlines that make a list: fewer stand above a report
_MOST_OF = 0.8  # the lines
_SHORTEST, _LONGEST = 3, 20  # words of a headline
_MARKS = re.compile(r"(?:[•●▪*·–—-]|\(?\d{1,2}[.)])\s+")
_CLOSED = re.compile(r"[.,;:?!…][\"'”’)\]]*$")
_ELSEWHERE = re.compile(r"(?:He|She|It|They|[01]?\d[:.h][0-5]\d|2[0-3][:.h][0-5]\d)\b")
"""How a line begins that goes on with what was told above, or is an entry of a day's chronicle or programme."""
_OUTLET = re.compile(r"\s(?:[-–—|]\s[A-Z][\w.&'’]*(?: [A-Z&][\w.&'’]*){0,3}|\([A-Z][\w.&'’ ]{1,30}\))$")
"""Where a headline was read: "Rebels leave Gao - Some Agency", "Rebels leave Gao (Some Agency)"."""


def headline_list(text: str) -> list[tuple[int, int]]:
    """The lines (start, end, without marks before them) of a text that is a list of headlines; empty for any other text.

    >>> text = "Togo, Chad sign accord\\n- Two killed in Lima blast\\nRebels free aid worker\\nPeru to expel envoy"
    >>> [text[a:b] for a, b in headline_list(text)]
    ['Togo, Chad sign accord', 'Two killed in Lima blast', 'Rebels free aid worker', 'Peru to expel envoy']
    >>> headline_list("Rebels free aid worker\\n\\nRebels freed a man on Monday. He is well.")
    []
    """
    lines: list[tuple[int, int]] = []
    for line in re.finditer(r"\S[^\n]*", text):
        mark = _MARKS.match(text, line.start())
        begin = mark.end() if mark else line.start()
        if words := line.group()[begin - line.start() :].rstrip():
            lines.append((begin, begin + len(words)))
    headlines = sum(_is_headline(text[a:b]) for a, b in lines)
    if headlines < max(_FEWEST, _MOST_OF * len(lines)):
        return []
    if len(sentences(text)) < len(lines):  # they are wrapped
        return []
    outlets = [found.start() if (found := _OUTLET.search(text[a:b])) else b - a for a, b in lines]
    from_outlets = sum(end < b - a for end, (a, b) in zip(outlets, lines, strict=True)) >= len(lines) / 2
    return [(a, a + end) for end, (a, _) in zip(outlets, lines, strict=True)] if from_outlets else lines


def _is_headline(line: str) -> bool:
    if _CLOSED.search(line) or _ELSEWHERE.match(line) or not _SHORTEST <= len(line.split()) <= _LONGEST:
        return False
    return not line[0].islower() and len(sentences(line)) == 1
