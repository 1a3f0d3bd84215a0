"""Names whose first word is read as a preposition ("To Lam"), put right on a small parser's arrays."""

from __future__ import annotations

from collections.abc import Sequence

from ..grammar.paired_names import Name

_LINKS = frozenset(("To", "In", "On", "By"))


def names_as_links(words: Sequence[str], tags: list[str], deps: list[str], heads: list[int], names: Sequence[Name]) -> list[Name]:
    """The names, a person's with a capital preposition behind a small word taken in, and in its place in the parse: "greeted To Lam".

    >>> words, tags = "Kim greeted To Lam there".split(), "NNP VBD IN NNP RB".split()
    >>> deps, heads = "nsubj ROOT prep pobj advmod".split(), [1, 1, 1, 2, 1]
    >>> names_as_links(words, tags, deps, heads, [(0, 1, "PERSON"), (3, 4, "PERSON")])
    [(0, 1, 'PERSON'), (2, 4, 'PERSON')]
    >>> tags[2], deps, heads
    ('NNP', ['nsubj', 'ROOT', 'compound', 'dobj', 'advmod'], [1, 1, 3, 1, 1])
    """
    found: list[Name] = []
    for first, end, label in names:
        link, name = first - 1, end - 1
        misread = label == "PERSON" and link > 0 and words[link] in _LINKS and words[link - 1].islower() and heads[name] == link
        if not misread or deps[name] != "pobj":
            found.append((first, end, label))
            continue
        noun, above = link - 1, heads[link]
        if tags[noun] == "NN" and heads[noun] != link:  # "the Vietnamese leader To Lam"
            deps[name], heads[name] = deps[noun], heads[noun]
            for token in range(noun):
                if heads[token] == noun:
                    heads[token] = name
            deps[noun], heads[noun] = "compound", name
        else:
            deps[name], heads[name] = "dobj", above
        for token, head in enumerate(heads):
            if head == link and token != name:
                heads[token] = above
        tags[link], deps[link], heads[link] = "NNP", "compound", name
        found.append((link, end, label))
    return found
