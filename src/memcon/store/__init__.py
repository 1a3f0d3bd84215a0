"""What is kept: reports, readings, events of the world with published ids, human decisions; search and history."""

from .chain import Decision
from .decisions import DecisionError, decide, log, verify_chain
from .found import Found
from .migrations import StoreVersionError
from .query import QueryError
from .store import Store
from .trouble import StoreError

__all__ = ["Decision", "DecisionError", "Found", "QueryError", "Store", "StoreError", "StoreVersionError", "decide", "log", "verify_chain"]
