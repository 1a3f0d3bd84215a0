"""Time expressions of English news: find them, read them, compare them. Needs no parser and no weights."""

from .find import find, parse_published
from .timex import Timex

__all__ = ["Timex", "find", "parse_published"]
