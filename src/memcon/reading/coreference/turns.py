"""Whose turn it is in a transcript, or where a single turn opens: "MS REY: Good day. We condemn the raid"."""

from __future__ import annotations

from collections.abc import Sequence

from ..grammar.parsed import Parsed
from ..grammar.transcripts import ANSWERING, ASKING, LONGEST_TAG, Turn

_NOBODY = ASKING | ANSWERING | {"note", "update"}
_BACK = 12  # sentences of a turn


def whose_turn(p: Parsed, token: int, turns: Sequence[Turn] = (), paragraphs: int = 3) -> tuple[int, ...]:
    """The last word of the name of who has the word, by the `turns` of a transcript; empty where nobody has.

    In another text it is the name with a colon that opens a line, that many `paragraphs` back at most.

    >>> from memcon.reading.parse.parsing import parser
    >>> p = parser().parse("MS REY: Good day. We condemn it. We left.")
    >>> [p.words[t] for t in whose_turn(p, p.words.index("condemn"))]
    ['REY']
    """
    here = p.sentence_of[token]
    if turns:
        turn = next((one for one in turns if one.first <= here < one.end), None)
        return (turn.speaker,) if turn is not None and turn.speaker is not None else ()
    for sentence in range(here, max(-1, here - _BACK), -1):
        first, end = p.sentences[sentence]
        if first and "\n" not in p.text[p.ends[first - 1] : p.starts[first]]:
            continue
        colon = next((t for t in range(first + 1, min(end, first + LONGEST_TAG)) if p.words[t] == ":"), None)
        if colon == end - 1:  # a dateline
            return ()
        if colon is not None:
            named = all(p.words[t][:1].isupper() for t in range(first, colon)) and p.lower[colon - 1] not in _NOBODY
            return (colon - 1,) if named else ()
        paragraphs -= 1
        if not paragraphs:
            break
    return ()
