"""What a record is. Plain frozen data; JSON and its schema live in `boundary`."""

from .event import Code, Event, Evidence, Order, Party, Source, When, Where
from .record import SCHEMA, Attribution, Entity, Location, MadeBy, Record, Time
from .report import Report
from .span import Span

__all__ = [
    "SCHEMA",
    "Attribution",
    "Code",
    "Entity",
    "Event",
    "Evidence",
    "Location",
    "MadeBy",
    "Order",
    "Party",
    "Record",
    "Report",
    "Source",
    "Span",
    "Time",
    "When",
    "Where",
]
