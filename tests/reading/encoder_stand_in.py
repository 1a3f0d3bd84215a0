"""An encoder that says what it was made to say, and what reading makes of it."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pytest

import memcon.reading.pipeline as pipeline
from memcon.coder import Attribution, Happening, Piece
from memcon.coder.labels import labels
from memcon.model import Event, Report


class Encoder:
    """An encoder that says what it was made to say."""

    sha256 = "0" * 64

    def __init__(self, *said: Happening, claims: tuple[Attribution, ...] = ()) -> None:
        self.said, self.claims = said, claims

    def see(self, text: str, sentences: object) -> "Encoder":
        return self

    @property
    def coder(self) -> "Encoder":
        return self

    def acts(self, least: float, asked: object) -> list[Happening]:
        return list(self.said)

    def alike(self, asked: Sequence[object]) -> npt.NDArray[np.float32]:
        return np.zeros((len(asked), len(asked)), dtype=np.float32)

    def heard(self) -> "Encoder":
        return self

    @property
    def attributions(self) -> tuple[Attribution, ...]:
        return self.claims

    def whole(self, layer: str, start: int, end: int) -> float:
        return 0.0

    def within(self, layer: str, start: int, end: int) -> float:
        return 1.0


def told(
    monkeypatch: pytest.MonkeyPatch, text: str, *acts: tuple[str, str, str, tuple[tuple[str, str, float], ...]], sure: float = 0.95
) -> tuple[Event, ...]:
    """The events of a text in which the encoder is `sure` of acts: their words, type, mode and parties (role, words, how sure)."""
    said = []
    for words, kind, mode, parties in acts:
        at = text.index(words)
        given = tuple(Piece(text.index(w), text.index(w) + len(w), role, p) for role, w, p in parties)
        types = tuple(float(one == kind) for one in labels().types)
        said.append(Happening(Piece(at, at + len(words), kind, 0.95), kind, mode, "happened", sure, 0.9, 0.9, given, types))
    monkeypatch.setattr(pipeline, "available", lambda: True)
    monkeypatch.setattr(pipeline, "coder", lambda: Encoder(*said))
    return pipeline.read(Report("r", text, published="2015-03-05")).events


def parties_of(event: Event) -> set[tuple[str, str]]:
    return {(one.role, one.name) for one in event.participants}
