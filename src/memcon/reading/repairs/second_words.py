"""A further verb of one speaker or doer that a small parser took into the words before it, put right on its arrays."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from memcon.ontology.cues import is_saying
from memcon.ontology.words import words as word_list

from ..grammar.above import above

_AGREEING = frozenset("agree commit consent pledge promise undertake vow".split())
_PRESENT = ("VBZ", "VBP")
_PAST = ("VBD", "VBN", *_PRESENT)
_HELPERS = ("aux", "auxpass")
_SUBJECTS = ("nsubj", "nsubjpass", "expl")
_PUT = ("ccomp", "acl")
_AND = frozenset(("and", "but", "then", "later"))
_OF_SOMETHING = frozenset("informed assured notified warned accused convinced reminded".split())


def second_words(words: Sequence[str], tags: list[str], deps: Sequence[str], heads: list[int], lemmas: Sequence[str]) -> None:
    """What somebody says besides, read as part of a "that" clause with its helpers, becomes theirs, in place.

    "Rejected the charge that aid had been stolen and said Chad would leave", "denied that troops had been sent and closed the border".

    >>> tags, lemmas = "NNP VBD IN NNS VBD VBN CC VBD NNP MD VB".split(), "Rey deny that man have go and say Chad will leave".split()
    >>> deps, heads = "nsubj ROOT mark nsubj aux ccomp cc conj nsubj aux ccomp".split(), [1, 1, 5, 5, 5, 1, 5, 5, 10, 10, 7]
    >>> second_words(lemmas, tags, deps, heads, lemmas)
    >>> heads[6:8]
    [1, 1]
    """
    for verb, label in enumerate(deps):
        inner = heads[verb]
        if label != "conj" or tags[verb] not in _PAST or deps[inner] not in _PUT or not inner < verb:
            continue
        said = [c for c in range(inner) if heads[c] == inner and deps[c] == "mark" and words[c].lower() == "that"]
        top = heads[heads[inner]] if deps[inner] == "acl" else heads[inner]
        held = deps[inner] == "ccomp" or deps[heads[inner]] == "dobj"
        if not said or not held or not top < inner or tags[top] not in _PAST or (tags[verb] in _PRESENT) != (tags[top] in _PRESENT):
            continue
        own = [c for c in range(len(deps)) if heads[c] == verb and c != verb]
        helped = {deps[c] for c in range(inner) if heads[c] == inner and deps[c] in _HELPERS}
        if not helped or any(deps[c] in (*_SUBJECTS, *_HELPERS) for c in own if c < verb):
            continue
        tells = is_saying(lemmas[verb]) and any(deps[c] == "ccomp" and c > verb for c in own)
        does = "auxpass" in helped and any(deps[c] == "dobj" and c > verb for c in own)
        does = does and lemmas[verb] in word_list("verbs_of_more_words")
        if not does and (not tells or tags[verb] == "VBN"):
            continue
        tags[verb], heads[verb] = "VBD" if tags[verb] == "VBN" else tags[verb], top
        for c in range(inner + 1, verb):
            if (
                heads[c] == inner
                and deps[c] in ("cc", "punct")
                and all(heads[t] != inner for t in range(c + 1, verb) if deps[t] != "punct")
            ):
                heads[c] = top


def promises_in_a_row(
    words: Sequence[str],
    tags: Sequence[str],
    deps: list[str],
    heads: list[int],
    lemmas: Sequence[str],
    is_people: Callable[[str], bool],
) -> None:
    """A second one who agrees to something, read as a second object of what the first agrees to, does it, in place.

    "Chad agreed to free its captives and Togo to leave the town".

    >>> words, tags = "Chad agreed to free men and Togo to leave".split(), "NNP VBD TO VB NNS CC NNP TO VB".split()
    >>> deps, heads = "nsubj ROOT aux xcomp dobj cc conj aux xcomp".split(), [1, 1, 3, 1, 3, 4, 4, 8, 3]
    >>> promises_in_a_row(words, tags, deps, heads, "Chad agree to free man and Togo to leave".split(), lambda word: False)
    >>> deps[5:], heads[5:]
    (['cc', 'nsubj', 'aux', 'conj'], [3, 8, 8, 3])
    """
    for verb, label in enumerate(deps):
        to = next((c for c in range(verb - 1, max(-1, verb - 3), -1) if heads[c] == verb and tags[c] == "TO"), -1)
        who = to - 1
        if label not in ("xcomp", "acl", "relcl", "advcl") or tags[verb] != "VB" or who < 1 or deps[who] != "conj":
            continue
        held = heads[who]
        first = next((t for t in above(held, heads) if tags[t].startswith("VB")), held)
        agreed = heads[first]
        row = held < who and first < held and deps[first] == "xcomp" and tags[first] == "VB" and lemmas[agreed] in _AGREEING
        near = heads[verb] in (first, held, who, agreed) or first in above(heads[verb], heads)
        if not row or not near or not (tags[who].startswith("NNP") or is_people(words[who].lower())):
            continue
        deps[who], heads[who], deps[verb], heads[verb] = "nsubj", verb, "conj", first
        for c in range(held + 1, who):
            if heads[c] == held and deps[c] == "cc":
                heads[c] = first


def verbs_before_names(words: Sequence[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """A verb behind "and" that has a name for object, read as said of that name in a row with the verb before, is a second verb, in place:
    "briefed his envoys and informed Secretary Rey of the outcome".

    >>> words, tags = "Lee left and informed Ann Rey".split(), "NNP VBD CC VBN NNP NNP".split()
    >>> deps, heads = "nsubj ROOT cc amod compound conj".split(), [1, 1, 1, 5, 5, 1]
    >>> verbs_before_names(words, tags, deps, heads)
    >>> deps[3:], heads[3:]
    (['conj', 'compound', 'dobj'], [1, 5, 3])
    """
    for verb in range(2, len(words) - 1):
        name = heads[verb]
        if deps[verb] != "amod" or tags[verb] not in ("VBN", "VBD") or not words[verb].islower() or name < verb:
            continue
        before = heads[name]
        if deps[name] != "conj" or not tags[name].startswith("NNP") or tags[before] not in _PAST or words[verb - 1].lower() not in _AND:
            continue
        tags[verb], deps[verb], heads[verb] = "VBD", "conj", before
        deps[name], heads[name] = "dobj", verb
        for c in range(name + 1, len(words)):
            of_it = c == name + 1 and words[verb].lower() in _OF_SOMETHING
            if heads[c] == name and deps[c] == "prep" and (of_it or words[c].lower() not in ("of", "in", "for")):
                heads[c] = verb


def verbs_behind_infinitives(tags: Sequence[str], deps: Sequence[str], heads: list[int]) -> None:
    """A past form in a row with an infinitive stands in a row with the verb above that, in place: "had urged both to wait and left".

    >>> tags, deps = "NNP VBD VBN NNP TO VB CC VBD NNP".split(), "nsubj aux ROOT dobj aux xcomp cc conj dobj".split()
    >>> heads = [2, 2, 2, 2, 5, 2, 5, 5, 7]
    >>> verbs_behind_infinitives(tags, deps, heads)
    >>> heads[6:8]
    [2, 2]
    """
    for verb, label in enumerate(deps):
        inner = heads[verb]
        if label != "conj" or tags[verb] != "VBD" or tags[inner] != "VB" or deps[inner] not in ("xcomp", "ccomp") or inner > verb:
            continue
        outer = heads[inner]
        below = range(outer + 1, verb)
        to = any(heads[c] == inner and tags[c] == "TO" for c in below)
        if outer > inner or tags[outer] not in ("VBD", "VBN") or not to or any(heads[c] == verb and deps[c] in _SUBJECTS for c in below):
            continue
        heads[verb] = outer
        for c in below:
            if heads[c] == inner and deps[c] == "cc":
                heads[c] = outer
