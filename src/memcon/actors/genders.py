"""Who bears a given name: men, women or both."""

from __future__ import annotations

from functools import cache

from .names import fold
from .tables import rows


@cache
def _table() -> dict[str, tuple[str, bool]]:
    return {row["name"]: (row["gender"], bool(row["word"])) for row in rows("genders")}


def given_name_gender(name: str) -> str:
    """ "male", "female", "either", or "" for a name that the table has not; the first part of a double name tells.

    >>> given_name_gender("Hélène"), given_name_gender("Sergei"), given_name_gender("Kim"), given_name_gender("Halvorsen")
    ('female', 'male', 'either', '')
    """
    word = fold(name)
    found = _table().get(word) or _table().get(word.partition("-")[0])
    return found[0] if found else ""


def is_given_name(name: str) -> bool:
    """Whether a word is a given name, and rarely anything else.

    >>> is_given_name("Angela"), is_given_name("Florence")
    (True, False)
    """
    found = _table().get(fold(name))
    return found is not None and not found[1]
