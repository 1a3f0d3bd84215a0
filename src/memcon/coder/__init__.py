"""Our own small encoder: tokeniser, ONNX session, constrained decoding; text in, labelled spans with probabilities out."""

from .coded import Attribution, Coded, Happening, Piece
from .coder import Coder, Sight, available, coder
from .session import CoderError, sound

__all__ = ["Attribution", "Coded", "Coder", "CoderError", "Happening", "Piece", "Sight", "available", "coder", "sound"]
