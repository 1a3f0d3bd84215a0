"""Short closed lists of words by name (data in `data/words.toml`)."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def lemmas() -> dict[str, str]:
    """Verb form -> lemma, where the parser's rules go wrong (data in `data/lemmas.tsv`).

    >>> lemmas()["staged"]
    'stage'
    """
    lines = (files("memcon.ontology") / "data" / "lemmas.tsv").read_text("utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {pair[0]: pair[1] for pair in pairs}


@cache
def _lists() -> dict[str, frozenset[str]]:
    data = tomllib.loads((files("memcon.ontology") / "data" / "words.toml").read_text("utf-8"))
    return {name: frozenset(words) for name, words in data.items()}


def words(name: str) -> frozenset[str]:
    """The words of one list; KeyError for a list that is not there.

    >>> "hold" in words("light_verbs")
    True
    """
    return _lists()[name]
