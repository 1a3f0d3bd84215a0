"""Our own small encoder: tokeniser, ONNX session, constrained decoding; text in, labelled spans with probabilities out."""

from .attributing import Heard
from .coded import Attribution, Coded, Happening, Piece
from .coder import Coder, Sight, available, coder
from .session import CoderError, sound

__all__ = ["Attribution", "Coded", "Coder", "CoderError", "Happening", "Heard", "Piece", "Sight", "available", "coder", "sound"]
