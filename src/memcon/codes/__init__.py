"""Codes of other data sets from an event."""

from .plover import Plover, plover

__all__ = ["Plover", "plover"]
