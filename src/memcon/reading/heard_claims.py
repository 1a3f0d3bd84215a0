"""Attributions that only the encoder finds, where a parse goes astray: "killed 44 people who, the ministry says, were asleep"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from memcon.coder import Attribution, Piece
from memcon.ontology.cues import Cue, cues

from .draft import Draft, Range
from .parsed import Parsed
from .syntax import is_verb

SURE = 0.6
"""How sure the encoder must be of the least sure part of an attribution (docs/decisions/0012-the-encoder-ships.md)."""
ORIGIN = "model"
_TOLD = ("say", "deny", "report")


def heard_claims(p: Parsed, heard: Iterable[Attribution], known: Sequence[Draft]) -> list[Draft]:
    """The encoder's attributions with a source whose cue no rule has found; where a rule has, and knows no source, it is given theirs."""
    taken = {t: d for d in known for t in range(*d.cue)}
    found: list[Draft] = []
    for one in heard:
        if one.p < SURE or one.cue is None or not one.sources:
            continue
        cue = _range(p, one.cue)
        sources, contents = _ranges(p, one.sources), _ranges(p, one.contents)
        if cue is None or not sources or not contents:
            continue
        theirs = [taken[t] for t in range(*cue) if t in taken]
        for draft in theirs:
            if not draft.source and draft.entry.group in _TOLD:
                draft.source, draft.speaker, draft.p = sources[:1], _top(p, sources[0]), one.p
        if theirs:
            continue
        head, speaker = _top(p, cue), _top(p, sources[0])
        found.append(Draft(cue, head, _entry(p, head), sources, speaker, contents, p.lemmas[head], p=one.p))
    return found


def _range(p: Parsed, piece: Piece) -> Range | None:
    """The tokens of a stretch of text."""
    first, end = bisect_right(p.ends, piece.start), bisect_left(p.starts, piece.end)
    return (first, end) if first < end else None


def _ranges(p: Parsed, pieces: Iterable[Piece]) -> list[Range]:
    return sorted({found for piece in pieces if (found := _range(p, piece)) is not None})


def _top(p: Parsed, tokens: Range) -> int:
    """The token that heads a range; of several the first."""
    return next(t for t in range(*tokens) if not tokens[0] <= p.heads[t] < tokens[1] or p.heads[t] == t)


def _entry(p: Parsed, head: int) -> Cue:
    """The line of a cue; of one that no table has, one that only says."""
    pos = "v" if is_verb(p, head) else "n" if p.tags[head].startswith("N") else "a"
    known = next(iter(cues().get((p.lemmas[head], pos), ())), None)
    return known or Cue(p.lemmas[head], pos, frozenset(), "say", denies=False, possible=False, origin=ORIGIN)
