"""A user's own registry: tables like those of `data/`, in a folder of the user's; its rows win over ours.

The folder is named by the environment variable MEMCON_HOME; without it, it is where the system keeps a program's data:
`$XDG_DATA_HOME/memcon` or `~/.local/share/memcon`, on macOS `~/Library/Application Support/memcon`, on Windows `%LOCALAPPDATA%\\memcon`.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from .refusals import ActorsFileError
from .row_form import COLUMNS, RowError, checked

LARGEST = 64_000_000
"""No file of actors with more bytes is read, packed or unpacked."""
MOST_ROWS = 100_000
"""No own table holds more rows."""
_LATEST = date(9999, 12, 31)


def own_folder() -> Path:
    """The folder that holds what the user owns; it need not be there.

    >>> from pathlib import Path
    >>> isinstance(own_folder(), Path)
    True
    """
    named = os.environ.get("MEMCON_HOME")
    if named:
        return Path(os.path.expanduser(named))
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "memcon"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "memcon"
    data = os.environ.get("XDG_DATA_HOME", "")
    return (Path(data) if os.path.isabs(data) else Path.home() / ".local" / "share") / "memcon"


def own_file(table: str) -> Path:
    """Where a table of the user's lies.

    >>> own_file("persons").name
    'persons.tsv'
    """
    return own_folder() / "actors" / f"{table}.tsv"


def own_rows(table: str) -> Iterator[dict[str, str]]:
    """The user's own rows of a table, with all its columns; nothing where the user has no such table.

    ActorsFileError, with file and line, where the file does not have the form of the table: it may have been edited by hand.

    >>> from itertools import islice
    >>> all("name" in row for row in islice(own_rows("persons"), 3))
    True
    """
    return (row for _, row in numbered_own_rows(table))


def numbered_own_rows(table: str) -> Iterator[tuple[int, dict[str, str]]]:
    """The user's own rows of a table, each with the number of its line.

    >>> [line for line, _ in numbered_own_rows("metonyms") if line < 2]
    []
    """
    path = own_file(table)
    advice = f"mend the file, or delete it: its columns are {', '.join(COLUMNS[table])}, with a tab between"
    try:
        if path.stat().st_size > LARGEST:
            raise ActorsFileError(f"{path} is larger than {LARGEST // 1_000_000} MB", "keep fewer rows")
        text = path.read_bytes().decode("utf-8-sig")
    except (FileNotFoundError, NotADirectoryError):
        return
    except OSError as error:
        raise ActorsFileError(f"{path} cannot be read ({error.strerror or error})", "mend or delete it") from error
    except UnicodeDecodeError as error:
        raise ActorsFileError(f"{path} is not UTF-8 text", advice) from error
    header: list[str] | None = None
    for number, line in enumerate(text.replace("\r\n", "\n").split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if header is None:
            header = cells
            unknown = [one for one in header if one not in COLUMNS[table]]
            if unknown or COLUMNS[table][0] not in header:
                what = f"unknown columns: {', '.join(unknown)[:200]}" if unknown else f"no column {COLUMNS[table][0]}"
                raise ActorsFileError(f"{path}:{number}: {what}", advice)
            continue
        if len(cells) > len(header):
            raise ActorsFileError(f"{path}:{number}: {len(cells)} cells for {len(header)} columns", advice)
        try:
            yield number, checked(table, dict(zip(header, cells, strict=False)), _LATEST)
        except RowError as error:
            raise ActorsFileError(f"{path}:{number}: {error}", "mend the line, or delete it") from error
