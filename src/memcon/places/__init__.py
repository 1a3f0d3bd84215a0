"""The gazetteer: a name in its context -> a place. Usable alone: `gazetteer().resolve("Tripoli", countries=["LBN"])`."""

from .resolving import Gazetteer, gazetteer
from .place import Place

__all__ = ["Gazetteer", "Place", "gazetteer"]
