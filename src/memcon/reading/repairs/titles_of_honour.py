"""Honours before offices ("HE the Minister", "HH Prince Rey") and names with "bin" that a recogniser parts, put right on its arrays."""

from __future__ import annotations

from collections.abc import Sequence

from ..grammar.paired_names import Name

_HONOURS = frozenset("HE HH HRH HM H.E. H.H. H.R.H. H.M.".split())
_WRITTEN_OUT = frozenset("highness majesty majesties highnesses excellency excellencies holiness eminence".split())
_WHOSE = frozenset(("his", "her", "their"))
_BEFORE_SONS = frozenset(("bin", "ibn", "bint", "ben"))
_ARTICLES = frozenset(("Al", "El", "al"))
_BEFORE_NAMES = frozenset("sheikh sheikha prince princess dr. dr mr. mr eng. eng lt. gen. sayyid general".split())


def honours_before_offices(words: Sequence[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """An honour ("HE", "Her Highness") belongs to the office or name behind it, in place: "HE the Minister left" is told of the minister.

    >>> words, tags = "HE the Minister left".split(), "PRP DT NNP VBD".split()
    >>> deps, heads = "nsubj det appos ROOT".split(), [3, 2, 0, 3]
    >>> honours_before_offices(words, tags, deps, heads)
    >>> deps[2], heads[2], deps[0], heads[0], tags[0]
    ('nsubj', 3, 'dep', 2, 'NNP')
    """
    for honour in range(len(words) - 2):
        if not (words[honour] in _HONOURS or _is_written_out(words, honour)) or not (
            words[honour + 1] == "the" or words[honour + 1][:1].isupper()
        ):
            continue
        if words[honour + 1].isupper() and words[honour + 1] not in _HONOURS:
            continue  # a headline in capitals
        office = next((t for t in range(honour + 1, min(len(words), honour + 8)) if heads[t] == honour and deps[t] == "appos"), None)
        if office is None:  # "HE the Minister said", two subjects of one verb
            same = (t for t in range(honour + 1, min(len(words), honour + 8)) if heads[t] == heads[honour] and deps[t] == deps[honour])
            office = next(same, None) if deps[honour] in ("nsubj", "nsubjpass") else None
        else:
            deps[office], heads[office] = deps[honour], heads[honour] if heads[honour] != honour else office
        if office is not None:
            for t in range(len(words)):
                if heads[t] == honour and t != honour and not (t < honour and deps[t] in ("poss", "compound", "amod")):
                    heads[t] = office
            deps[honour], heads[honour] = "dep", office
        tags[honour] = "NNP"


def _is_written_out(words: Sequence[str], honour: int) -> bool:
    """Whether a word is the last of "His Highness", "Her Royal Highness"."""
    word = words[honour]
    return word[:1].isupper() and word.lower() in _WRITTEN_OUT and any(w.lower() in _WHOSE for w in words[max(0, honour - 2) : honour])


def names_with_bin(words: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int], names: Sequence[Name]) -> list[Name]:
    """The names, those parted behind "bin" in one piece, a person's, whose head is their last word, in place.

    >>> words, tags = "Minister of Roads Sheikh Ali bin Rey left".split(), "NNP IN NNPS NNP NNP NNP NNP VBD".split()
    >>> deps, heads = "nmod prep compound compound compound pobj nsubj ROOT".split(), [6, 0, 5, 5, 5, 1, 7, 7]
    >>> names_with_bin(words, tags, deps, heads, [(4, 6, "ORG"), (6, 7, "PERSON")])
    [(4, 7, 'PERSON')]
    >>> deps[2], heads[2], heads[4], heads[5]
    ('pobj', 1, 6, 6)
    """
    found: list[Name] = []
    for name in names:
        first, end, label = name
        before = found[-1] if found else None
        if before is not None and before[1] == first and words[first - 1] in _BEFORE_SONS and label in ("PERSON", "ORG", "GPE"):
            first, label = found.pop()[0], "PERSON"
        if label == "PERSON" and not _BEFORE_SONS.isdisjoint(words[first + 1 : end]):
            if words[end : end + 1] and words[end] in _ARTICLES and tags[end + 1 : end + 2] == ["NNP"]:
                end += 2  # "Ali bin Hamad" and "Al Dosari"
            _under_the_last(words, deps, heads, first, end)
        if not found or first >= found[-1][1]:
            found.append((first, end, label))
    return found


def _under_the_last(words: Sequence[str], deps: list[str], heads: list[int], first: int, end: int) -> None:
    """Hang the words of a name on its last; what a preposition before it holds is the field of an office, not the name."""
    last = end - 1
    above = _above(heads, last)
    top = next((t for t in reversed(above) if first <= t < last), last)
    if top != last:  # the last word takes the place of the word of the name that stood highest
        deps[last], heads[last] = deps[top], heads[top] if heads[top] != top else last
    for t in range(first, last):
        link = heads[t]
        if deps[t] == "pobj" and link < first - 1:
            fields = (f for f in range(first - 1, link, -1) if words[f].lower() not in _BEFORE_NAMES)
            field = next((f for f in fields if f not in _above(heads, link)), None)
            if field is not None:
                deps[field], heads[field] = "pobj", link
                if t == top:  # behind the field of an office: the one who bears it
                    deps[last], heads[last] = "appos", heads[link] if heads[link] != link else last
                for u in range(link + 1, first):
                    if heads[u] == t:
                        heads[u], deps[u] = (field, deps[u]) if u < field else (last, "compound")
        heads[t], deps[t] = last, "compound"
    for t in range(max(0, first - 4), first):  # "Sheikh" before it
        if first <= heads[t] < last:
            heads[t] = last


def _above(heads: Sequence[int], token: int) -> list[int]:
    """The words above a word, nearest first."""
    found: list[int] = []
    while heads[token] != token:
        token = heads[token]
        found.append(token)
    return found
