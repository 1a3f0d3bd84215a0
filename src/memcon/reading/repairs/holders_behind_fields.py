"""Who is named behind an office and its field, where a small parser hangs both on the verb, put right on its arrays."""

from __future__ import annotations

from collections.abc import Sequence

from memcon.ontology.words import words as word_list

from ..grammar.paired_names import Name

_ASIDE = ("npadvmod", "dep", "dobj", "appos", "oprd", "conj")


def holders_behind_fields(words: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int], names: Sequence[Name]) -> None:
    """A person named between commas behind an office and its field is who holds it, in place: "its envoy for trade, Bo Rey, to".

    >>> words, tags = "sent its envoy for trade , Bo Rey , home".split(), "VBD PRP$ NN IN NN , NNP NNP , RB".split()
    >>> deps, heads = "ROOT poss dobj prep pobj punct compound npadvmod punct advmod".split(), [0, 2, 0, 0, 3, 0, 7, 0, 0, 0]
    >>> holders_behind_fields(words, tags, deps, heads, [(6, 8, "PERSON")])
    >>> deps[7], heads[7], heads[3]
    ('appos', 2, 2)
    """
    for first, end, label in names:
        name = end - 1
        closed = end == len(words) or words[end] in (",", ".")
        if label != "PERSON" or first < 3 or words[first - 1] != "," or not closed or deps[name] not in _ASIDE:
            continue
        verb = heads[name]
        link = next((t for t in range(first - 2, max(0, first - 7), -1) if words[t].lower() == "for" and deps[t] == "prep"), None)
        if link is None or heads[link] not in (verb, link - 1) or tags[link - 1] != "NN" or heads[link - 1] != verb:
            continue
        if words[link - 1].lower() in word_list("office_nouns") and all(
            tags[t].startswith(("NN", "JJ")) for t in range(link + 1, first - 1)
        ):
            heads[link], heads[name], deps[name] = link - 1, link - 1, "appos"
