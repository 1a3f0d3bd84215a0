"""Stretches of text between quotation marks."""

from __future__ import annotations

from .parsed import Parsed

_OPENING = frozenset("“„«‘‹")
_CLOSING = {"“": "”", "„": "”“", "«": "»", "‘": "’", "‹": "›"}
_STRAIGHT = frozenset(['"', "''", "``", "″"])
# A single straight mark is an apostrophe more often than not; it opens a quotation only before a capital or a word of some length.
_SHORTEST_SINGLE = 3


def quotations(p: Parsed) -> tuple[tuple[int, int], ...]:
    """The quotations of a text in order, as half-open token ranges that hold their marks.

    A mark that is never closed quotes up to the end of its paragraph: papers leave the mark off where a speech runs into the next one.
    A mark inside a quotation of another kind is passed over.

    >>> from memcon.reading.parse.parsing import parser
    >>> quotations(parser().parse('He said: “We will leave.” They left.'))
    ((3, 9),)
    >>> quotations(parser().parse("They praised “the gifts of peace“ on Monday."))
    ((2, 8),)
    """
    found: list[tuple[int, int]] = []
    for start, end in paragraphs(p):
        at = start
        while at < end:
            close = _close(p, at, end) if _opens(p, at, start) else None
            if close is None:
                at += 1
            else:
                found.append((at, close))
                at = close
    return tuple(found)


def paragraphs(p: Parsed) -> tuple[tuple[int, int], ...]:
    """The paragraphs as half-open token ranges; only a sentence's end before a line end ends one.

    >>> from memcon.reading.parse.parsing import parser
    >>> paragraphs(parser().parse("They met.\\n\\nThey talked. They left."))
    ((0, 3), (3, 9))
    """
    found: list[tuple[int, int]] = []
    for start, end in p.sentences:
        if found and "\n" not in p.text[p.ends[start - 1] : p.starts[start]]:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return tuple(found)


def _blank_before(p: Parsed, at: int) -> bool:
    return at == 0 or p.ends[at - 1] < p.starts[at] or p.words[at - 1] in ("(", "[", "—", "–", "--", "-")


def _blank_after(p: Parsed, at: int) -> bool:
    return at + 1 >= len(p) or p.ends[at] < p.starts[at + 1]


def _is_glued_behind(p: Parsed, at: int) -> bool:
    """Whether a mark stands right behind a word and before a blank, and so closes, whichever mark was taken for it."""
    return not _blank_before(p, at) and _blank_after(p, at)


def _opens(p: Parsed, at: int, start: int) -> bool:
    word = p.words[at]
    if word in _OPENING:
        return word != "“" or not _is_glued_behind(p, at)
    if word in _STRAIGHT:
        return at == start or not _blank_after(p, at) or _blank_before(p, at)
    return word == "'" and (at == start or _blank_before(p, at)) and not _blank_after(p, at)


def _close(p: Parsed, at: int, end: int) -> int | None:
    """Where the quotation that opens at a token ends: after its closing mark, or with the paragraph; None for a stray mark."""
    word = p.words[at]
    if word in _OPENING:
        closing = _CLOSING[word]
        for i in range(at + 1, end):
            if p.words[i] in closing and not (word == "‘" and _is_apostrophe(p, i)):
                return i + 1
            if word == "“" and p.words[i] in ('"', "“") and _is_glued_behind(p, i):
                return i + 1
        return None if word == "‘" else end
    if word in _STRAIGHT:
        for i in range(at + 1, end):
            if p.words[i] == "”" and "“" not in p.words[at:i]:
                return i + 1
            if p.words[i] in _STRAIGHT and (not (_blank_before(p, i) and not _blank_after(p, i)) or _is_before_a_tag(p, i)):
                return i + 1
        return end if end - at > _SHORTEST_SINGLE else None
    for i in range(at + _SHORTEST_SINGLE, end):
        if (
            p.words[i] == "'"
            and not _blank_before(p, i)
            and (_blank_after(p, i) or p.words[i + 1] in (",", "."))
            and not _is_apostrophe(p, i)
        ):
            return i + 1
    return None


def _is_before_a_tag(p: Parsed, at: int) -> bool:
    """Whether a mark stands between a comma and who said the words before it, though it is glued to these: 'and go, "he said'."""
    return p.words[at - 1] in (",", ".", "!", "?") and any(first in (at, at + 1) for first, _ in p.speech_tags)


def _is_apostrophe(p: Parsed, at: int) -> bool:
    """Whether a single mark closes a possessive plural ("the states' claim") rather than a quotation."""
    return p.tags[at] == "POS" and p.words[at - 1][-1:] == "s"
