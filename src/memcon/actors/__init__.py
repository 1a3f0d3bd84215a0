"""The registry of actors: people with their offices, states, organisations, armed groups; a mention -> identity at a date.

>>> from memcon.actors import registry
>>> registry().resolve("the Kremlin").country
'RUS'
"""

from .identity import Identity, Metonym, Office, Person, State, Term
from .registry import Registry, registry

__all__ = ["Identity", "Metonym", "Office", "Person", "Registry", "State", "Term", "registry"]
