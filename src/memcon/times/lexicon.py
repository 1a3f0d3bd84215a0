"""The words of the time language by class, as the files in data/ list them."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


def read_data(name: str) -> dict[str, Any]:
    """One of the package's own data files, parsed."""
    return tomllib.loads(files("memcon.times").joinpath("data", name).read_text(encoding="utf-8"))


@cache
def words() -> dict[str, dict[str, str]]:
    """Class -> word -> value.

    >>> words()["month"]["sept."]
    '9'
    """
    return read_data("words.toml")


@cache
def classes_of() -> dict[str, frozenset[str]]:
    """Word -> the classes that it stands in.

    >>> sorted(classes_of()["second"])
    ['ordinal', 'unit1']
    """
    found: dict[str, set[str]] = {}
    for name, members in words().items():
        for word in members:
            found.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}


@cache
def misspelt_weekdays() -> dict[str, str]:
    """Every string one letter away from a weekday's name, and the day it must mean; real words and names are left out.

    >>> misspelt_weekdays()["saurday"], misspelt_weekdays()["wensday"], "munday" in misspelt_weekdays()
    ('saturday', 'wednesday', False)
    """
    real = set(words()["weekday"]) | {"mondays", "sundays", "fridays", "sundae", "munday", "sunder", "sunlay", "noonday", "someday"}
    letters = "abcdefghijklmnopqrstuvwxyz"
    found: dict[str, str] = {"wensday": "wednesday", "wendsday": "wednesday"}
    for name in words()["weekday"]:
        if name.endswith("."):
            continue
        cuts = [(name[:i], name[i:]) for i in range(len(name) + 1)]
        near = {a + b[1:] for a, b in cuts if b}
        near |= {a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1}
        near |= {a + c + b[1:] for a, b in cuts if b for c in letters}
        near |= {a + c + b for a, b in cuts for c in letters}
        for word in near:
            if len(word) >= 6 and word not in real:
                found.setdefault(word, name)
    return found


@cache
def holidays() -> dict[str, dict[str, Any]]:
    """Name in small letters -> the rule of its day."""
    return {name: entry for entry in read_data("holidays.toml")["day"] for name in entry["names"]}


@cache
def known_days() -> dict[tuple[int, int], tuple[int, frozenset[str]]]:
    """(Month, day) -> the year that it means without a year, and the words one of which must follow.

    >>> known_days()[9, 11][0]
    2001
    """
    return {(entry["month"], entry["day"]): (entry["year"], frozenset(entry["then"])) for entry in read_data("holidays.toml")["known"]}
