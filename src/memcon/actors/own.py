"""A user's own registry: tables like those of `data/`, in the folder of what the user owns; its rows win over ours."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from memcon._home import own_folder

from .refusals import ActorsFileError
from .row_form import COLUMNS, RowError, checked

LARGEST = 64_000_000
"""No file of actors with more bytes is read, packed or unpacked."""
MOST_ROWS = 100_000
"""No own table holds more rows."""
_LATEST = date(9999, 12, 31)


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
