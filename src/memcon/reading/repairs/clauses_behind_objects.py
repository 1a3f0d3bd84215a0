"""A clause behind "and" that a small parser joined to the object before it, put right on its arrays: "praised Chad and Lee left"."""

from __future__ import annotations

from collections.abc import Sequence

from memcon.ontology.cues import is_saying

_FINITE = ("VBD", "VBZ", "VBP")
# What stands behind these without "that" is what is thought, seen or wanted.
_WITH_CLAUSES = frozenset(
    "allow assume be believe describe doubt expect fear feel figure find get guess have hear help hope imagine know let like make mean "
    "need notice prefer pray presume provide realise realize see sense show suppose suspect think understand want watch wish".split()
)


def clauses_behind_objects(words: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int], lemmas: Sequence[str]) -> None:
    """Two read as subjects of a clause that a verb leads to are the verb's object and the subject of the next clause, in place.

    >>> words, tags = "Rey praised Chad and Lee condemned it".split(), "NNP VBD NNP CC NNP VBD PRP".split()
    >>> deps, heads = "nsubj ROOT nsubj cc conj ccomp dobj".split(), [1, 1, 5, 2, 2, 1, 5]
    >>> clauses_behind_objects(words, tags, deps, heads, "Rey praise Chad and Lee condemn it".split())
    >>> deps, heads
    (['nsubj', 'ROOT', 'dobj', 'cc', 'nsubj', 'conj', 'dobj'], [1, 1, 1, 1, 5, 1, 5])
    """
    for verb, label in enumerate(deps):
        first = heads[verb]
        if label != "ccomp" or not first < verb or not tags[first].startswith("VB"):
            continue
        if lemmas[first] in _WITH_CLAUSES or is_saying(lemmas[first]):
            continue
        own = [c for c in range(first + 1, verb) if heads[c] == verb]
        finite = tags[verb] in _FINITE or any(deps[c] in ("aux", "auxpass") and tags[c] in (*_FINITE, "MD") for c in own)
        whom = next((c for c in own if deps[c] in ("nsubj", "nsubjpass")), None)
        if not finite or whom is None or any(deps[c] == "mark" for c in own):
            continue
        others = [c for c in range(whom + 1, verb) if heads[c] == whom and deps[c] == "conj"]
        link = next((c for c in range(whom + 1, verb) if heads[c] == whom and words[c].lower() in ("and", "but", "while")), None)
        if len(others) != 1 or link is None or link > others[0] or _other_words(first, whom, heads):
            continue
        if any(heads[c] == first and deps[c] in ("dobj", "dative") for c in range(first, verb)):
            continue
        deps[others[0]], heads[others[0]] = deps[whom], verb
        deps[whom], heads[whom] = "dobj", first
        deps[verb], heads[link] = "conj", first


def _other_words(first: int, whom: int, heads: Sequence[int]) -> bool:
    """Whether what stands between a verb and a noun is not all of the noun's own words."""
    return any(heads[c] not in (whom, *range(first + 1, whom)) for c in range(first + 1, whom))
