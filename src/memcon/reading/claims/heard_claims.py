"""Claims of rules and encoder put together: what the encoder doubts, whose words are the likelier, what it alone has heard."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import Protocol

from memcon.coder import Attribution, Piece
from memcon.ontology.cues import Cue, cues

from ..grammar.dependents import is_verb
from ..grammar.parsed import Parsed
from .draft import Draft, Range

DOUBTED = 0.3
"""A cue of the rules that is less likely in one by the encoder is none (docs/decisions/0018-spans-likely-as-a-whole.md)."""
KEPT = 0.2
"""Words of the rules that are as likely as that, as a whole, stand; else the encoder's do."""
SURE = 0.5
"""How likely cue and contents must be of what the encoder alone has heard."""
ORIGIN = "model"
_NOBODY = ("DT", "PRP$", "POS", "IN", "CC", ",", "TO", "MD", "RB", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ")
_TOLD = ("say", "deny", "report")


class Heard(Protocol):
    """What an encoder makes of a text's claims (`memcon.coder.Heard`)."""

    @property
    def attributions(self) -> Sequence[Attribution]:
        """Those that it finds."""

    def whole(self, layer: str, start: int, end: int) -> float:
        """How likely words are a source, cue or content, no more and no fewer."""

    def within(self, layer: str, start: int, end: int) -> float:
        """How likely some of the words are in a source, cue or content."""


def weighed(p: Parsed, known: Iterable[Draft], heard: Heard) -> list[Draft]:
    """The rules' claims that the encoder does not doubt, in the likelier words of the two, and those that it alone has heard."""
    found: list[Draft] = []
    taken: set[int] = set()
    known = list(known)
    attributions = [(cue, one) for one in heard.attributions if one.cue is not None and (cue := _range(p, one.cue)) is not None]
    for draft in known:
        told = draft.source and draft.entry.group != "own" and draft.lemma != "-" and not _is_nested(p, draft, known)
        told = told and not _is_denied(p, draft, known)
        if told and heard.within("cue", *_offsets(p, draft.cue)) < DOUBTED:
            continue  # what nobody is named for, or owns, is rare in what the encoder learnt from
        found.append(draft)
        taken.update(range(*draft.cue))
        same = next((pair for pair in attributions if pair[0][0] < draft.cue[1] and draft.cue[0] < pair[0][1]), None)
        if same is not None:
            taken.update(range(*same[0]))
            if _top(p, same[0]) == draft.head:  # else the encoder reads another cue there: "struck back at claims by"
                _reworded(p, draft, *same, heard)
    for cue, one in attributions:
        if taken.isdisjoint(range(*cue)) and one.cue is not None and one.cue.p >= SURE and _mean(one.contents) >= SURE:
            sources, contents = _who(p, one.sources), _ranges(p, one.contents)
            head, speaker = _top(p, cue), _top(p, sources[0]) if sources else None
            found.append(Draft(cue, head, _entry(p, head), sources, speaker, contents, p.lemmas[head], p=one.p))
    return sorted(found, key=lambda d: (d.cue, d.head))


def _is_nested(p: Parsed, draft: Draft, known: Sequence[Draft]) -> bool:
    """Whether somebody's words are told in another's: "police say he told them that"; the encoder hears one layer of words only."""
    says = is_verb(p, draft.head) and draft.entry.group == "say" and not draft.tag
    clause = says and any(p.deps[c] == "ccomp" and p.tags[c] in ("VBD", "VBZ", "VBP", "VBN") for c in p.children[draft.head])
    return clause and any(o is not draft and any(first <= draft.head < end for first, end in o.content) for o in known)


def _is_denied(p: Parsed, draft: Draft, known: Sequence[Draft]) -> bool:
    """Whether somebody's accusation is the object of another's denial, which the encoder hears alone: "rejected claims by Rey that"."""
    accuses = draft.entry.group == "accuse" and p.deps[draft.head] == "dobj"
    return accuses and any(o is not draft and o.entry.denies and o.head == p.heads[draft.head] for o in known)


def _reworded(p: Parsed, draft: Draft, cue: Range, one: Attribution, heard: Heard) -> None:
    """Give a claim the encoder's words where they are the likelier ones."""
    sources, contents = _who(p, one.sources), _ranges(p, one.contents)
    if len(sources) == 1 and _wants_source(p, draft, one, heard):
        draft.source, draft.speaker, draft.p = sources, _top(p, sources[0]), one.p
    if 0 < len(contents) <= len(draft.content) and _likely(p, draft.content, "content", heard) < min(KEPT, _mean(one.contents)):
        draft.told = contents
    if one.cue is not None and _likely(p, [draft.cue], "cue", heard) < min(KEPT, one.cue.p):
        draft.cue = cue


def _wants_source(p: Parsed, draft: Draft, one: Attribution, heard: Heard) -> bool:
    """Whether the encoder's source is to be taken: where none is known, and of verbs; nouns name theirs ("complaints from Lima")."""
    if not draft.source:
        return draft.entry.group in _TOLD and one.p >= SURE
    if draft.speaker is not None and p.deps[p.heads[draft.speaker]] == "agent" and p.heads[p.heads[draft.speaker]] == draft.head:
        return False  # "claimed by the rebels"
    return is_verb(p, draft.head) and _likely(p, draft.source, "source", heard) < min(KEPT, _mean(one.sources))


def _likely(p: Parsed, ranges: Sequence[Range], layer: str, heard: Heard) -> float:
    return sum(heard.whole(layer, *_offsets(p, one)) for one in ranges) / len(ranges) if ranges else 0.0


def _mean(pieces: Sequence[Piece]) -> float:
    return sum(one.p for one in pieces) / len(pieces) if pieces else 0.0


def _offsets(p: Parsed, tokens: Range) -> tuple[int, int]:
    return p.starts[tokens[0]], p.ends[tokens[1] - 1]


def _range(p: Parsed, piece: Piece) -> Range | None:
    """The tokens of a stretch of text."""
    first, end = bisect_right(p.ends, piece.start), bisect_left(p.starts, piece.end)
    return (first, end) if first < end else None


def _ranges(p: Parsed, pieces: Iterable[Piece]) -> list[Range]:
    return sorted({found for piece in pieces if (found := _range(p, piece)) is not None})


def _who(p: Parsed, pieces: Iterable[Piece]) -> list[Range]:
    """The tokens of a source's words, but for those that name nobody ("the", "agreed")."""
    return [one for one in _ranges(p, pieces) if any(p.tags[t] not in _NOBODY for t in range(*one))]


def _top(p: Parsed, tokens: Range) -> int:
    """The token that heads a range; of several the first."""
    return next(t for t in range(*tokens) if not tokens[0] <= p.heads[t] < tokens[1] or p.heads[t] == t)


def _entry(p: Parsed, head: int) -> Cue:
    """The line of a cue; of one that no table has, one that only says."""
    pos = "v" if is_verb(p, head) else "n" if p.tags[head].startswith("N") else "a"
    known = next(iter(cues().get((p.lemmas[head], pos), ())), None)
    return known or Cue(p.lemmas[head], pos, frozenset(), "say", denies=False, possible=False, origin=ORIGIN)
