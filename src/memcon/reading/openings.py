"""What opens a sentence and was read as one with the name behind it, put right on a small parser's arrays."""

from __future__ import annotations

from collections.abc import Sequence


def part_dates_from_names(words: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int]) -> None:
    """A date and the name behind it, read as one ("On 5 May 2015 David Cameron met ..."), become the day and the subject, in place.

    >>> words, tags = "On 5 May Ann Lee left".split(), "IN CD NNP NNP NNP VBD".split()
    >>> deps, heads = "prep nummod compound compound pobj ROOT".split(), [5, 4, 4, 4, 0, 5]
    >>> part_dates_from_names(words, tags, deps, heads)
    >>> deps, heads
    (['prep', 'nummod', 'pobj', 'compound', 'nsubj', 'ROOT'], [5, 2, 0, 4, 5, 5])
    """
    for at, word in enumerate(words):
        if word not in _MONTHS or at == 0:
            continue
        first = at - 1 if tags[at - 1] == "CD" else at
        end = at + 1
        while end < len(words) and tags[end] == "CD":
            end += 1
        lead = first - 1
        if end >= len(words) or tags[end] not in ("NNP", "NNPS") or lead < 0 or tags[lead] != "IN" or first == at == end - 1:
            continue
        name = _top(end, heads, end)
        verb = heads[lead]
        if not any(heads[token] >= end for token in range(first, end)) or not tags[verb].startswith("V") or verb <= name:
            continue
        heads[at], deps[at] = lead, "pobj"
        for token in range(first, end):
            if token != at:
                heads[token], deps[token] = at, "nummod"
        if heads[name] == lead:
            heads[name], deps[name] = verb, "nsubj"


def openings_from_names(
    words: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int], names: Sequence[tuple[int, int, str]]
) -> None:
    """What opens a sentence and the name behind its comma, read as one, become an aside and the subject: "After talks in Lima, Rey left".

    >>> words, tags = "After talks in Lima , Rey left".split(), "IN NNS IN NNP , NNP VBD".split()
    >>> deps, heads = "mark nsubj prep pobj punct conj ROOT".split(), [6, 6, 1, 2, 3, 3, 6]
    >>> openings_from_names(words, tags, deps, heads, [(3, 4, "GPE"), (5, 6, "PERSON")])
    >>> deps, heads
    (['prep', 'pobj', 'prep', 'pobj', 'punct', 'nsubj', 'ROOT'], [6, 0, 1, 2, 3, 6, 6])
    """
    labels = {end - 1: (first, label) for first, end, label in names}
    for opening, label in enumerate(deps):
        verb = heads[opening]
        if label != "mark" or tags[opening] != "IN" or verb <= opening or not tags[verb].startswith("VB"):
            continue
        noun = next((t for t in range(opening + 1, verb) if heads[t] == verb and deps[t] in ("nsubj", "nsubjpass")), None)
        comma = next((t for t in range(noun or verb, verb) if words[t] == ","), None)
        if noun is None or comma is None or tags[noun] in ("PRP", "NNP", "NNPS"):
            continue
        name = next((t for t in range(comma + 1, verb) if t in labels and labels[t][1] in ("PERSON", "ORG", "GPE", "NORP")), None)
        if name is None or deps[name] not in ("conj", "appos") or not opening < heads[name] < comma:
            continue
        if any(words[t] == "," or tags[t] == "CC" for t in range(comma + 1, labels[name][0])):
            continue
        deps[name], heads[name] = deps[noun], verb
        deps[opening], deps[noun], heads[noun] = "prep", "pobj", opening


def _top(token: int, heads: Sequence[int], least: int) -> int:
    """The highest token above this one that is not before `least` and not a verb's governor of it."""
    while least <= heads[token] != token and heads[token] - token <= 3:
        token = heads[token]
    return token


_MONTHS = frozenset(
    "January February March April May June July August September October November December Jan. Feb. Aug. Sept. Oct. Nov. Dec.".split()
)
