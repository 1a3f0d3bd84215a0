"""Writing a user's own tables: all of them or none, and never half a file."""

from __future__ import annotations

import contextlib
import os
import secrets
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from memcon._home import own_folder

from .own import own_file
from .refusals import ActorsFileError
from .row_form import COLUMNS


def as_table(table: str, rows: Sequence[dict[str, str]]) -> str:
    r"""The text of a table's file.

    >>> as_table("agents", [{"phrase": "envoy", "kind": "person", "sector": "GOV", "weak": "", "source": "own"}])
    'phrase\tkind\tsector\tweak\tsource\nenvoy\tperson\tGOV\t\town\n'
    """
    columns = COLUMNS[table]
    return "".join("\t".join(cells) + "\n" for cells in (columns, *(tuple(row[one] for one in columns) for row in rows)))


@contextlib.contextmanager
def alone() -> Iterator[None]:
    """Hold the user's registry for one reader-and-writer: a second import waits until the first is done."""
    folder = own_folder() / "actors"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        held = (folder / ".lock").open("a")
    except OSError as error:
        raise _unwritable(folder, error) from error
    with held:
        if sys.platform != "win32":
            import fcntl

            with contextlib.suppress(OSError):  # a file system without locks
                fcntl.flock(held, fcntl.LOCK_EX)
        yield


def keep(tables: Mapping[str, Sequence[dict[str, str]]]) -> None:
    """Write the user's tables: every file is written beside the old one first, then they change places; on a fault the old ones stay.

    >>> keep({})
    """
    drafts: list[tuple[Path, Path]] = []
    done: list[tuple[Path, bytes | None]] = []
    path = own_folder()
    try:
        for table, rows in tables.items():
            path = own_file(table)
            target = Path(os.path.realpath(path))
            draft = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
            drafts.append((draft, target))
            with draft.open("x", encoding="utf-8", newline="\n") as stream:
                stream.write(as_table(table, rows))
                stream.flush()
                os.fsync(stream.fileno())
            if target.exists():
                draft.chmod(target.stat().st_mode & 0o7777)
        for draft, target in drafts:
            path = target
            done.append((target, target.read_bytes() if target.exists() else None))
            draft.replace(target)
    except OSError as error:
        for target, before in done:
            with contextlib.suppress(OSError):
                target.unlink() if before is None else target.write_bytes(before)
        raise _unwritable(path, error) from error
    finally:
        for draft, _ in drafts:
            with contextlib.suppress(OSError):
                draft.unlink(missing_ok=True)


def _unwritable(path: Path, error: OSError) -> ActorsFileError:
    advice = "make room or give the folder its rights, or name another folder with MEMCON_HOME; nothing was changed"
    return ActorsFileError(f"{path} cannot be written ({error.strerror or error})", advice)
