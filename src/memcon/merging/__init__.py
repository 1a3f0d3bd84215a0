"""Events of many reports -> events of the world. Usable alone, without a store."""

from .acts import neighbours
from .alike import Who, party_key
from .clustering import Pair, Placement, could_meet, merge_all, place
from .context import Context
from .merged import Merged, Telling, Value, Witness
from .scoring import THRESHOLD, Weighed, weigh
from .told import Told

__all__ = [
    "THRESHOLD",
    "Context",
    "Merged",
    "Pair",
    "Placement",
    "Telling",
    "Told",
    "Value",
    "Weighed",
    "Who",
    "Witness",
    "could_meet",
    "merge_all",
    "neighbours",
    "party_key",
    "place",
    "weigh",
]
