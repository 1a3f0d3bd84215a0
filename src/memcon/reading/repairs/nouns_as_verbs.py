"""Nouns and verbs that a small parser takes for each other, and objects that it takes for parts of the noun behind them, put right."""

from __future__ import annotations

from collections.abc import Sequence

from memcon.ontology.cues import cues
from memcon.ontology.words import words as word_list

from ..grammar.paired_names import Name

_LONGEST_NOUN = 12  # tokens before a noun that can hang on it
_GIVING = frozenset("give grant hand offer promise send".split())
_BODIES = ("GPE", "ORG", "NORP")


def infinitives_as_nouns(words: Sequence[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """A verb behind "to" that is read as part of the noun behind it becomes what is offered or planned, in place: "an offer to host talks".

    One that is only tagged as a noun is tagged as the verb that it hangs as: "was sent to mediate on Monday".

    >>> tags = "VBD TO NN IN NNP".split()
    >>> infinitives_as_nouns("sent to mediate on Monday".split(), tags, "ROOT aux advcl prep pobj".split(), [0, 2, 0, 2, 3])
    >>> tags[2]
    'VB'
    >>> words, tags = "an offer to host talks".split(), "DT NN IN NN NNS".split()
    >>> deps, heads = "det ROOT prep compound pobj".split(), [1, 1, 1, 4, 2]
    >>> infinitives_as_nouns(words, tags, deps, heads)
    >>> deps, heads
    (['det', 'ROOT', 'aux', 'acl', 'dobj'], [1, 1, 3, 1, 3])
    """
    for to in range(1, len(words) - 2):
        if deps[to] == "aux" and words[to].lower() == "to" and heads[to] == to + 1 and tags[to + 1] == "NN":
            tags[to + 1] = "VB"
        verb, noun = to + 1, heads[to + 1]
        read = (
            words[to].lower() == "to"
            and deps[to] == "prep"
            and words[verb].lower() in word_list("offered_acts")
            and deps[verb] == "compound"
        )
        if (
            not read
            or noun <= verb
            or heads[noun] != to
            or deps[noun] != "pobj"
            or words[heads[to]].lower() not in word_list("own_undertakings")
        ):
            continue
        above = heads[to]
        tags[to], deps[to], heads[to] = "TO", "aux", verb
        tags[verb], deps[verb], heads[verb] = "VB", "acl", above
        deps[noun], heads[noun] = "dobj", verb


def nouns_tagged_as_verbs(words: Sequence[str], tags: list[str], deps: list[str], heads: list[int], lemmas: Sequence[str]) -> None:
    """A plural that is tagged as a verb though it stands where a noun does, put right in place: "freed 4,000 inmates", "truce talks ended".

    What a verb that takes no clause has behind it is no clause either: "imposed asset freezes on them".

    >>> tags = "VBD CD VBZ".split()
    >>> nouns_tagged_as_verbs("freed 4,000 inmates".split(), tags, "ROOT nummod dobj".split(), [0, 2, 0], "free 4,000 inmate".split())
    >>> tags[2]
    'NNS'
    """
    for token, tag in enumerate(tags):
        before = token - 1
        owned = (
            tag in ("VBP", "VB") and before >= 0 and tags[before] in ("PRP$", "WP$") and heads[before] == token and deps[before] == "poss"
        )
        if owned and deps[token] in ("dobj", "pobj", "nsubj", "nsubjpass"):  # "Rey, whose offer to mediate was turned down"
            tags[token] = "NN"
            for c in range(token + 1, len(words)):
                deps[c] = "acl" if heads[c] == token and deps[c] in ("xcomp", "advcl") and tags[c] == "VB" else deps[c]
        if tag != "VBZ" or not words[token].endswith("s"):
            continue
        if deps[token] == "ccomp" and _is_an_object(words, tags, deps, heads, lemmas, token):
            deps[token] = "dobj"
        if deps[token] not in ("dobj", "pobj", "nsubj", "nsubjpass"):
            continue
        if before >= 0 and heads[before] == token and deps[before] == "nsubj" and tags[before] == "NN":
            deps[before] = "compound"
            for c in range(max(0, before - _LONGEST_NOUN), before):
                heads[c] = token if heads[c] == before else heads[c]
        if any(heads[c] == token and deps[c] in ("nummod", "det", "amod", "compound", "poss") for c in range(token)):
            tags[token] = "NNS"


def _is_an_object(
    words: Sequence[str], tags: Sequence[str], deps: Sequence[str], heads: Sequence[int], lemmas: Sequence[str], token: int
) -> bool:
    """Whether a bare noun and a word in -s, right behind a verb that takes no clause, are no clause but its object."""
    verb, noun = heads[token], token - 1
    if tags[verb] not in ("VBD", "VBN", "VBG", "VB") or (lemmas[verb], "v") in cues() or deps[noun] != "nsubj" or tags[noun] != "NN":
        return False
    if verb >= noun or any(heads[c] not in (noun, token) or tags[c] not in ("NN", "NNP", "JJ", "CD") for c in range(verb + 1, noun)):
        return False
    behind = token + 1
    return behind == len(words) or tags[behind] in ("CC", "IN", ".", ",") or words[behind].lower() == "to"


def captives_as_nouns(words: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int]) -> None:
    """People read as said of "hostage" or "prisoner" become whom a verb takes so, in place: "took five policemen hostage".

    >>> words, tags = "They took five policemen hostage".split(), "PRP VBD CD NNS NN".split()
    >>> deps, heads = "nsubj ROOT nummod compound dobj".split(), [1, 1, 4, 4, 1]
    >>> captives_as_nouns(words, tags, deps, heads)
    >>> deps, heads
    (['nsubj', 'ROOT', 'nummod', 'dobj', 'oprd'], [1, 1, 3, 1, 1])
    """
    for noun, word in enumerate(words):
        people, verb = noun - 1, heads[noun]
        if word.lower() not in ("hostage", "captive", "prisoner") or deps[noun] != "dobj" or not tags[verb].startswith("VB"):
            continue
        if people > verb and tags[people] in ("NNS", "NNPS", "NNP") and deps[people] in ("compound", "nmod") and heads[people] == noun:
            for token in range(verb + 1, people):
                if heads[token] == noun:
                    heads[token] = people
            heads[people], deps[people], deps[noun] = verb, "dobj", "oprd"


def names_given_something(deps: list[str], heads: list[int], tags: Sequence[str], lemmas: Sequence[str], names: Sequence[Name]) -> None:
    """A state or body of several words, read as part of what it is given, becomes whom it is given, in place: "offered the United States
    access to its ports".

    >>> tags, lemmas = "NNP VBD DT NNP NNPS NN".split(), "chad offer the united states access".split()
    >>> deps, heads = "nsubj ROOT det compound compound dobj".split(), [1, 1, 5, 4, 5, 1]
    >>> names_given_something(deps, heads, tags, lemmas, [(2, 5, "GPE")])
    >>> deps, heads
    (['nsubj', 'ROOT', 'det', 'compound', 'dative', 'dobj'], [1, 1, 4, 4, 1, 1])
    """
    for first, end, label in names:
        name, noun = end - 1, end
        if (
            label not in _BODIES
            or noun >= len(deps)
            or heads[name] != noun
            or deps[name] not in ("compound", "nmod")
            or deps[noun] != "dobj"
        ):
            continue
        verb = heads[noun]
        if verb != first - 1 or lemmas[verb] not in _GIVING or tags[first] != "DT" or tags[noun] not in ("NN", "NNS"):
            continue
        for token in range(first, name):
            heads[token] = name if heads[token] == noun else heads[token]
        deps[name], heads[name] = "dative", verb
