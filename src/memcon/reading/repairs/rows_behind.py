"""Rows of names told behind a clause of those whom its subject counts, put right on a small parser's arrays."""

from __future__ import annotations

from collections.abc import Sequence

from memcon.ontology.words import words as word_list

_DASHES = frozenset((":", "—", "–", "--", "-"))
_STOPS = frozenset((".", "?", "!", ";"))
_LONGEST_ROW = 40  # tokens


def rows_of_subjects(words: Sequence[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Names in a row behind a clause, read as told of one thing in it, are those of its plural subject, in place.

    "Three states rejected the plan: Peru, Chad and Togo", "several envoys condemned the raid, among them Ann Lee and Ivan Rey".

    >>> words, tags = "States left the club , including Peru and Chad".split(), "NNS VBD DT NN , VBG NNP CC NNP".split()
    >>> deps, heads = "nsubj ROOT det dobj punct prep pobj cc conj".split(), [1, 1, 3, 1, 3, 3, 5, 6, 6]
    >>> rows_of_subjects(words, tags, deps, heads)
    >>> heads[5]
    0
    """
    for mark in range(1, len(words) - 3):
        low = words[mark].lower()
        among = low == "among" and words[mark + 1].lower() == "them"
        if not (low in _DASHES or ((low == "including" or among) and words[mark - 1] == ",")):
            continue
        row = _row_behind(mark + 1 + among, words, tags, deps, heads)
        if row is None:
            continue
        first = row[0]
        link = mark if low == "including" else first
        if low == "including" and heads[first] != mark:
            continue
        counted = link == first and tags[mark - 1] == "NNS"  # "freed two envoys: Ann Lee and Ivan Rey"
        subject = mark - 1 if counted else _plural_subject(mark, words, tags, deps, heads)
        told = heads[link]
        if subject is None or told == subject or (tags[told] in ("NNS", "NNPS") and deps[link] != "npadvmod" and not counted):
            continue
        heads[link] = subject
        if among:  # "them" only points back
            heads[mark], deps[mark], heads[first], deps[first] = subject, "prep", mark, "pobj"
            tags[mark + 1], heads[mark + 1], deps[mark + 1] = "DT", mark, "dep"
        elif link == first:
            deps[first] = "appos"


def those_of_an_office(words: Sequence[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Two names between commas behind those of an office, read as further ones, are theirs; two that each do it do it, in place.

    "The leaders of both states, Bo Fox and Ann Lee, met"; "Bo Fox and Ann Lee each called Rey".

    >>> text, tags = "The leaders , Fox and Lee , met".split(), "DT NNS , NNP CC NNP , VBD".split()
    >>> deps, heads = "det nsubj punct conj cc conj punct ROOT".split(), [1, 7, 1, 1, 3, 3, 7, 7]
    >>> those_of_an_office(text, tags, deps, heads)
    >>> deps[3], heads[3]
    ('appos', 1)
    """
    offices = word_list("office_nouns")
    for name, label in enumerate(deps):
        holders = heads[name]
        if label == "conj" and holders < name and tags[name] == "NNP" and tags[holders] == "NNS":
            first = min((t for t in range(holders + 1, name) if heads[t] == name and tags[t] == "NNP"), default=name)
            ahead = range(name + 1, min(len(words) - 1, name + _LONGEST_ROW))
            other = next((t for t in ahead if heads[t] == name and deps[t] == "conj"), None)
            closed = other is not None and words[other + 1] == "," and "and" in words[name:other] and words[first - 1] == ","
            in_a_row = any(heads[t] == holders and deps[t] == "cc" for t in range(holders, name))  # "the leaders and Fox"
            if closed and not in_a_row and words[holders].lower().removesuffix("s") in offices:
                deps[name] = "appos"
        if words[name].lower() == "each" and label == "appos" and deps[holders] == "conj":
            _each_does_it(name, words, tags, deps, heads)


def _each_does_it(each: int, words: Sequence[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Make the participle behind "each" what those do who stand before it in a row."""
    last = heads[each]
    first = heads[last]
    verb = each + 1
    if (
        verb >= len(words)
        or tags[verb] not in ("VBN", "VBD")
        or deps[verb] != "acl"
        or heads[verb] not in (first, last, each)
        or first >= last
    ):
        return
    end = next((t for t in range(verb, len(words)) if words[t] in _STOPS), len(words))
    said = next((t for t in range(verb + 1, end) if deps[t] == "ROOT" and "," in words[verb:t]), None)  # "..., his office said"
    tags[verb], deps[verb], heads[verb] = "VBD", deps[first], verb if heads[first] == first else heads[first]
    if heads[verb] == verb and said is not None:
        deps[verb], heads[verb] = "ccomp", said
    deps[first], heads[first], deps[each], heads[each] = "nsubj", verb, "advmod", verb
    for t in range(verb + 1, len(words)):
        if heads[t] == first and deps[t] in ("punct", "prep", "advcl", "ccomp", "dobj", "npadvmod"):
            heads[t] = verb


def _row_behind(start: int, words: Sequence[str], tags: Sequence[str], deps: Sequence[str], heads: Sequence[int]) -> list[int] | None:
    """The heads of the names in a row, two at least, that begins at a token and ends its sentence; None where none does."""
    end = start
    while end < min(len(words), start + _LONGEST_ROW) and words[end] not in _STOPS:
        end += 1
    if any(tags[t].startswith("VB") or words[t] in _DASHES for t in range(start, end)):
        return None
    row = [next((t for t in range(start, end) if not start <= heads[t] < end and deps[t] != "punct"), end)]
    row += [t for t in range(start, end) if deps[t] == "conj" and start <= heads[t] < end]
    return row if len(row) > 1 and row[0] < end and all(tags[t].startswith("NNP") for t in row) else None


def _plural_subject(mark: int, words: Sequence[str], tags: Sequence[str], deps: Sequence[str], heads: Sequence[int]) -> int | None:
    """The last subject before a token in its sentence, where it is a plural and no other is told of between."""
    for token in range(mark - 1, -1, -1):
        if words[token] in _STOPS or (deps[token] == "dobj" and tags[token] in ("NNS", "NNPS")):
            return None
        if deps[token] in ("nsubj", "nsubjpass") and heads[token] > token:
            return token if tags[token] in ("NNS", "NNPS") else None
    return None
