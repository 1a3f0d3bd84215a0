"""The encoder's reading laid beside the rules': which words are acts and of what type, and who stands around them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from memcon.coder import Coded, Coder, Happening, Piece
from memcon.ontology.codebook import codebook
from memcon.ontology.lexicon import Entry, lexicon

from .cast import Cast
from .parsed import Parsed
from .roles import Filled
from .syntax import is_verb
from .triggers import Trigger

BY_MODEL = "model:trigger"
"""The rule of an act that the encoder alone found."""


@dataclass(frozen=True, slots=True)
class Weighing:
    """How sure the encoder must be: to add an act, to keep one that rules found, to give it another type, mode, or status, or parties.

    Above one it is not asked. What stands here read no set of annotated reports worse than the rules alone (docs/models/coder.md).
    """

    add: float = 2.0
    keep: float = 0.02
    retype: float = 2.0
    mode: float = 2.0
    status: float = 2.0
    party: float = 2.0


WEIGHING = Weighing()
_LEAST = 0.05
"""From this probability on the encoder is heard at all."""


@dataclass(frozen=True, slots=True)
class Opinion:
    """The encoder's view of one act: head token, all tokens, and what it found there."""

    head: int
    tokens: tuple[int, ...]
    said: Happening

    @property
    def sure(self) -> float:
        """The probability that the words are an act of that type."""
        return self.said.trigger.p


def opinions(p: Parsed, coded: Coded) -> tuple[Opinion, ...]:
    """The acts that the encoder found, by the tokens of the parse, in text order."""
    found = []
    for one in coded.events:
        tokens = _tokens(p, one.trigger)
        if tokens:
            found.append(Opinion(_top(p, tokens), tuple(tokens), one))
    return tuple(found)


def coded(p: Parsed, encoder: Coder) -> Coded:
    """The encoder's reading of a parsed text."""
    sentences = [(p.starts[first], p.ends[end - 1]) for first, end in p.sentences if end > first]
    return encoder.read(p.text, sentences, _LEAST)


def _tokens(p: Parsed, piece: Piece) -> range:
    return range(bisect_right(p.ends, piece.start), bisect_left(p.starts, piece.end))


def _top(p: Parsed, tokens: Sequence[int]) -> int:
    """The token of a phrase that the others hang on."""
    inside = set(tokens)
    return next((t for t in tokens if p.heads[t] not in inside or p.heads[t] == t), tokens[0])


def beside(p: Parsed, found: Iterable[Trigger], views: Sequence[Opinion], weighing: Weighing = WEIGHING) -> list[Trigger]:
    """The acts of the rules that the encoder allows, with its type where it is sure of another, and those that it alone found."""
    at = {token: view for view in views for token in view.tokens}
    kept: list[Trigger] = []
    taken: set[int] = set()
    for one in found:
        view = next((at[t] for t in (one.head, *one.tokens) if t in at), None)
        if (view.sure if view is not None else 0.0) < weighing.keep:
            continue
        entry = one.entry
        if view is None:
            pass
        elif view.said.type != entry.type and view.said.p_type >= weighing.retype:
            entry = _entry(p, view, one.head)
        elif view.said.type == entry.type and view.said.mode != entry.mode and view.said.p_mode >= weighing.mode:
            entry = replace(entry, mode=view.said.mode, rule=f"{entry.rule}+model:mode")
        kept.append(replace(one, entry=entry))
        taken.update(one.tokens)
    for view in views:
        if view.sure >= weighing.add and not taken.intersection(view.tokens):
            kept.append(Trigger(view.head, view.tokens, _entry(p, view, view.head)))
            taken.update(view.tokens)
    return sorted(kept, key=lambda t: t.head)


def _entry(p: Parsed, view: Opinion, head: int) -> Entry:
    pos = "v" if is_verb(p, head) else "n"
    words = tuple(p.lemmas[t] for t in view.tokens)
    return Entry(words, pos, view.said.type, view.said.mode, frames()[view.said.type, pos], (), "", BY_MODEL)


@cache
def frames() -> Mapping[tuple[str, str], str]:
    """The frame that most lines of the lexicon have, by type and part of speech.

    >>> frames()["CONSULT", "v"] in lexicon().frames
    True
    """
    counts: dict[tuple[str, str], Counter[str]] = {}
    for one in lexicon().entries:
        if not one.stops:
            counts.setdefault((one.type, "v" if one.pos == "v" else "n"), Counter())[one.frame] += 1
    known = {key: found.most_common(1)[0][0] for key, found in counts.items()}
    return {(kind, pos): known.get((kind, pos)) or known[kind, "v"] for kind in codebook().types for pos in "vn" if (kind, "v") in known}


def parties(p: Parsed, cast: Cast, view: Opinion, weighing: Weighing = WEIGHING) -> tuple[Filled, ...]:
    """The parties that the encoder sees around an act, those that the report's cast knows."""
    found: list[Filled] = []
    roles = frozenset(codebook().roles)
    for piece in view.said.arguments:
        if piece.label not in roles or piece.p < weighing.party:
            continue
        tokens = _tokens(p, piece)
        if not tokens:
            continue
        order = [_top(p, tokens), *reversed(tokens)]
        token = next((t for t in order if cast.of(t)), None)
        if token is not None:
            found += [Filled(piece.label, number, token, "model") for number in cast.of(token)]
    return tuple(found)


def settled(ours: Sequence[Filled], theirs: Sequence[Filled]) -> tuple[Filled, ...]:
    """The parties of an act from the rules' and the encoder's: for each role the encoder's where it gives one, else the rules'.

    A party that the encoder has in another role is not taken from the rules.
    """
    roles = {one.role for one in theirs}
    placed = {one.entity for one in theirs}
    return (*theirs, *(one for one in ours if one.role not in roles and one.entity not in placed))
