"""What a reading was made with beside the version and the model: the tables of words, rules, actors and places."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from memcon._home import own_folder

_TABLES = (".tsv", ".tsv.gz", ".json", ".toml", ".txt")


def table_files(folder: Path) -> tuple[Path, ...]:
    """Every table under the folder, in order of its path there."""
    found = (p for p in folder.rglob("*") if p.name.endswith(_TABLES) and p.is_file())
    return tuple(sorted(found, key=lambda p: p.relative_to(folder).as_posix()))


def tables_hash(folder: Path) -> str:
    """SHA-256, in hexadecimal, over the paths and bytes of the folder's tables: it changes when a table changes, is added or renamed."""
    digest = hashlib.sha256()
    for file in table_files(folder):
        data = file.read_bytes()
        digest.update(f"{file.relative_to(folder).as_posix()}\0{len(data)}\0".encode() + data)
    return digest.hexdigest()


@lru_cache(maxsize=4)
def configuration(model: str) -> str:
    """The configuration's SHA-256: the model's name, the package's tables and those of the user's own registry.

    >>> len(configuration("en_core_web_sm"))
    64
    """
    own = own_folder() / "actors"
    tables = [tables_hash(Path(str(files("memcon")))), *([tables_hash(own)] if own.is_dir() else [])]
    return hashlib.sha256("\0".join((model, *tables)).encode()).hexdigest()
