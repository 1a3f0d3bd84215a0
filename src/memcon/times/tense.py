"""Whether the words around a date tell of the past or of the future, without a parse."""

from __future__ import annotations

from functools import cache

from .lexicon import read_data

REACH_BACK, REACH_ON = 14, 8
_STOP = frozenset(".;!?")


@cache
def _cues() -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str]]:
    data = read_data("tense.toml")
    return (
        frozenset(data["future"]),
        frozenset(data["past"]),
        frozenset(data["not_past"]),
        frozenset(data["skip"]),
    )


def tense(words: list[str], first: int, last: int) -> str:
    """`past`, `future` or the empty string for the tokens `first` to `last` (exclusive); the nearest cue in the sentence decides.

    >>> tense("the king will meet him on thursday".split(), 6, 7)
    'future'
    >>> tense("the king met him on thursday".split(), 5, 6)
    'past'
    """
    for index in range(first - 1, max(-1, first - REACH_BACK - 1), -1):
        found = _cue(words, index)
        if found:
            return "" if found == "stop" else found
        if words[index] in _STOP or not words[index].strip():
            break
    for index in range(last, min(len(words), last + REACH_ON)):
        if words[index] in _STOP or not words[index].strip():
            break
        found = _cue(words, index)
        if found and found != "stop":
            return found
    return ""


def _cue(words: list[str], index: int) -> str:
    future, past, not_past, skip = _cues()
    word = words[index]
    if word in future:
        return "future"
    if word in skip:
        return ""
    if word in past or (word.endswith("ed") and len(word) > 3 and word not in not_past):
        # "is expected", "are called": the form of "be" decides, and with a noun behind "planned" says nothing of when.
        return "past"
    return ""
