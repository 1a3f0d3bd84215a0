"""Rows of names told behind a clause of those whom its subject counts, put right on a small parser's arrays."""

from __future__ import annotations

from collections.abc import Sequence

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
