"""The gazetteer: a name in its context -> a place. Usable alone: `gazetteer().resolve("Tripoli", countries=["LBN"])`."""

from .place import Place
from .resolving import Gazetteer, gazetteer

__all__ = ["Gazetteer", "Place", "gazetteer"]
