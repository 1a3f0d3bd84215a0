"""What the encoder finds in a text: plain values with spans in code points and probabilities."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """A span of the text (start, end exclusive), what it is, and how sure the encoder is."""

    start: int
    end: int
    label: str
    p: float


@dataclass(frozen=True, slots=True)
class Attribution:
    """One claim: its cue, the sources and contents linked to it. `p` is the least sure of its parts."""

    cue: Piece | None
    sources: tuple[Piece, ...]
    contents: tuple[Piece, ...]
    p: float


@dataclass(frozen=True, slots=True)
class Happening:
    """One trigger with its type, mode and status, each with a probability, and what stands around it.

    `arguments` are labelled with the role of a party, `when`, `where`, `source`, `about` or `purpose`. `types` and `statuses` give the
    probability of every type and status, in the order of the codebook, for what decides on more than the best of them.
    """

    trigger: Piece
    type: str
    mode: str
    status: str
    p_type: float
    p_mode: float
    p_status: float
    arguments: tuple[Piece, ...]
    types: tuple[float, ...] = ()
    statuses: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Coded:
    """All that one pass over a text found, each list in the order of the text."""

    attributions: tuple[Attribution, ...]
    events: tuple[Happening, ...]
    times: tuple[Piece, ...]
    sources: tuple[Piece, ...] = ()
    cues: tuple[Piece, ...] = ()
    contents: tuple[Piece, ...] = ()
