"""Time expressions of English news: find them, read them, compare them. Needs no parser and no weights."""

from .anchors import dateline
from .bounds import Range, at_a_distance, bounded, open_from, ranges, relation, start_of_count
from .edtf import Interval, finer, interval
from .find import find, parse_published
from .timex import Timex

__all__ = [
    "Interval",
    "Range",
    "Timex",
    "at_a_distance",
    "bounded",
    "dateline",
    "find",
    "finer",
    "interval",
    "open_from",
    "parse_published",
    "ranges",
    "relation",
    "start_of_count",
]
