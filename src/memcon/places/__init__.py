"""The gazetteer: a name in its context -> a place. Usable alone: `gazetteer().resolve("Tripoli", countries=["LBN"])`."""

from .gazetteer import Gazetteer, gazetteer
from .place import Place

__all__ = ["Gazetteer", "Place", "gazetteer"]
