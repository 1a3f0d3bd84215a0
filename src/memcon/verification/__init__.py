"""Proving a record against its own text. Imports the model and the ontology; nothing that reads or writes records is needed."""

from .problem import Problem
from .verify import verify

__all__ = ["Problem", "verify"]
