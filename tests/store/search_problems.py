"""Whether the tables of full-text search are in step with what they are of."""

import sqlite3
from contextlib import closing

from sqlalchemy import Engine

INDEXES = ("report_words", "report_trigrams", "event_words", "event_trigrams")


def search_problems(made: Engine) -> list[str]:
    """Where the search index is not what the texts are; empty where it is. Reads all of them."""
    found = []
    with closing(made.raw_connection()) as raw:
        for table in INDEXES:
            try:
                raw.cursor().execute(f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)")
            except sqlite3.DatabaseError as problem:
                found.append(f"{table}: {problem}")
        raw.rollback()
    return found
