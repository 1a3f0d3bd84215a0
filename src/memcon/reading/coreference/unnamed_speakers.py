"""Those without a name who speak of another and not of themselves: "a person close to Rey said he would go"."""

from __future__ import annotations

from ..grammar.parsed import Parsed


def denies(p: Parsed, noun: int) -> bool:
    """Whether somebody without a name denies what is said of another: "an official denied reports that he would come"."""
    article = any(p.lower[c] in ("a", "an") for c in p.children[noun])
    return article and p.tags[noun] == "NN" and p.lemmas[p.heads[noun]] == "deny"


def is_close_to_another(p: Parsed, noun: int) -> bool:
    """Whether somebody without a name is told to be close to another, of whom he speaks: "a person close to Rey said he would go"."""
    article = any(p.lower[c] in ("a", "an", "one") for c in p.children[noun])
    return article and any(p.lower[c] == "close" and any(p.lower[t] == "to" for t in p.children[c]) for c in p.children[noun])
