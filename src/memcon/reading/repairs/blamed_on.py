"""On whom something is blamed, where a small parser hangs that on what is blamed, put right on its arrays."""

from __future__ import annotations

from collections.abc import Sequence


def blamed_on(words: Sequence[str], deps: Sequence[str], heads: list[int], lemmas: Sequence[str]) -> None:
    """The last "on" behind what is blamed hangs on the verb, in place: "blamed the raid on Chad's army", "the raid on Lima on rebels".

    >>> words, deps = "Rey blamed the raid on Chad".split(), "nsubj ROOT det dobj prep pobj".split()
    >>> heads = [1, 1, 3, 1, 3, 4]
    >>> blamed_on(words, deps, heads, "rey blame the raid on chad".split())
    >>> heads[4]
    1
    """
    for noun, label in enumerate(deps):
        verb = heads[noun]
        if label != "dobj" or lemmas[verb] != "blame" or noun < verb:
            continue
        links = [t for t in range(noun + 1, min(len(words), noun + 16)) if words[t].lower() == "on" and deps[t] == "prep"]
        own = [t for t in links if _within(t, noun, deps, heads)]
        if own and not any(heads[t] == verb for t in links):
            heads[own[-1]] = verb


def _within(token: int, noun: int, deps: Sequence[str], heads: Sequence[int]) -> bool:
    """Whether a word hangs on a noun, itself or by the phrases between the two."""
    at = heads[token]
    while noun < at < token and deps[at] in ("pobj", "prep", "conj", "poss"):
        at = heads[at]
    return at == noun
