"""What goes wrong with a store's file, in words for the person who named it."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy.exc import DatabaseError, OperationalError

from .migrations import NoStoreError, StoreVersionError


class StoreError(ValueError):
    """The store cannot be opened or written; the message says why and what to do."""


class KnownError(StoreError):
    """A report that is there already."""


class StoreFileError(StoreError):
    """The file itself gives no more, whatever is asked of it: the disk is full, it is write-protected, in use or damaged."""


def trouble(problem: DatabaseError) -> StoreError:
    """What a fault of the database means; `StoreFileError` where it is the file's, else what was written is at fault.

    >>> import sqlite3
    >>> str(trouble(OperationalError("", None, sqlite3.OperationalError("database or disk is full"))))
    'the disk is full: nothing was lost, make room and go on'
    """
    said = str(problem.orig)
    for part, meaning in _MEANINGS:
        if part in said:
            return StoreFileError(meaning)
    return StoreFileError(said) if isinstance(problem, OperationalError) else StoreError(said)


_MEANINGS = (
    ("locked", "another process is writing to this store: try again when it is done"),
    ("readonly", "the store can only be read: its file or folder is write-protected"),
    ("read-only", "the store can only be read: its file or folder is write-protected"),
    ("full", "the disk is full: nothing was lost, make room and go on"),
    ("disk I/O error", "the disk could not be read or written (it may be full): nothing was lost, try again when that is mended"),
    ("malformed", "the store's file is damaged: go back to a copy of it, or save what can be with `sqlite3 FILE .recover`"),
    ("not a database", "the store's file is damaged, or no store of memcon: go back to a copy of it"),
)


def opening(path: Path | None, problem: Exception) -> StoreError:
    """Why a store in a file could not be opened."""
    if isinstance(problem, StoreVersionError | NoStoreError):
        return StoreError(f"{path}: {problem}")
    if not isinstance(problem, DatabaseError):
        why = problem.strerror if isinstance(problem, OSError) else problem
        return StoreFileError(f"{path}: it may not be read ({why})")
    if "readonly" in str(problem.orig):
        return StoreFileError(f"{path}: an earlier memcon made it, and it cannot be brought up to date where it can only be read: copy it")
    if "unable to open" in str(problem.orig) and path is not None:
        if not path.parent.is_dir():
            return StoreFileError(f"{path}: there is no folder {path.parent}")
        if not path.exists():
            return StoreFileError(f"{path}: no store can be made there: the folder is write-protected or the disk is full")
        return StoreFileError(
            f"{path}: it cannot be opened: it may not be read, or its changes lie in a log that needs a folder to write to"
        )
    return type(found := trouble(problem))(f"{path}: {found}")


def only_to_be_read(path: Path, problem: OperationalError) -> bool:
    """Whether a file could not be opened because nothing can be written beside it, and nothing of it lies in a log there."""
    log = path.with_name(f"{path.name}-wal")
    denied = any(part in str(problem.orig) for part in ("unable to open", "readonly", "read-only"))
    return denied and path.is_file() and not (log.exists() and log.stat().st_size)
