"""The vocabulary of a record: types with their modes, statuses, roles, kinds (data in `data/codebook.toml`)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Codebook:
    """The closed vocabularies that records are written in."""

    types: dict[str, tuple[str, ...]]
    statuses: tuple[str, ...]
    roles: tuple[str, ...]
    kinds: tuple[str, ...]
    source_kinds: tuple[str, ...]
    stances: tuple[str, ...]
    positions: tuple[str, ...]
    speech: frozenset[str]


@cache
def codebook() -> Codebook:
    """The vocabulary of this version.

    >>> codebook().types["CONSULT"][:2]
    ('meeting', 'call')
    """
    data = tomllib.loads((files("memcon.ontology") / "data" / "codebook.toml").read_text("utf-8"))
    return Codebook(
        types={name: tuple(modes) for name, modes in data["types"].items()},
        statuses=tuple(data["statuses"]),
        roles=tuple(data["roles"]),
        kinds=tuple(data["kinds"]),
        source_kinds=tuple(data["source_kinds"]),
        stances=tuple(data["stances"]),
        positions=tuple(data["positions"]),
        speech=frozenset(data["groups"]["speech"]),
    )
