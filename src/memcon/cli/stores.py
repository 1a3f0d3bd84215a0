"""The store that a command works on: its option, and how it is opened."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .terminal import fail

if TYPE_CHECKING:
    from memcon.store import Store

DEFAULT = "memcon.db"
DbOption = Annotated[str, typer.Option("--db", metavar="STORE", envvar="MEMCON_DB", help="The store: a file's path, or sqlite:///PATH.")]


@contextmanager
def opened(where: str, *, create: bool = False) -> Iterator[Store]:
    """The store behind `--db`, with merging across reports; ends the command with advice where it cannot be had or written."""
    from memcon.store import Store, StoreError, StoreVersionError
    from memcon.store.trouble import StoreFileError

    path = where.removeprefix("sqlite:///")
    if "://" in path:
        fail(f"{where}: only SQLite stores are known", "give a file's path, or sqlite:///PATH")
    try:
        with Store.open(Path(path), create=create) as store:
            yield store
    except StoreFileError as error:
        fail(str(error), f"the store is {where}; --db names another")
    except (StoreError, StoreVersionError) as error:
        fail(str(error), f"name a store with --db (now {where})")
    except OSError as error:
        fail(f"{path}: {error.strerror or error}", "name a store in a folder that can be written with --db")


def jobs_by_default() -> int:
    """How many processes read where nothing is said: one for each core, at most four (each holds a parser of some 400 MB)."""
    return max(1, min(4, os.cpu_count() or 1))
