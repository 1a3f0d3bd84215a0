"""What opens a sentence and was read as one with the name behind it, put right on a small parser's arrays."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..grammar.above import above, hangs_on


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


def subjects_behind_openings(words: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int]) -> None:
    """A noun between an opening phrase and a verb without a subject, read as whom the phrase names, becomes the subject, in place.

    "In a call to Bo Fox, the head of the bank offered help".

    >>> words, tags = "In talks with Fox , the head left".split(), "IN NNS IN NNP , DT NN VBD".split()
    >>> deps, heads = "prep pobj prep pobj punct det appos ROOT".split(), [7, 0, 1, 2, 3, 6, 3, 7]
    >>> subjects_behind_openings(words, tags, deps, heads)
    >>> deps[6], heads[6]
    ('nsubj', 7)
    """
    for verb, tag in enumerate(tags):
        if tag not in ("VBD", "VBZ", "VBP") or heads[verb] != verb:
            continue
        least = max(0, verb - _NEAR)
        noun = next((t for t in range(verb - 1, least, -1) if deps[t] == "appos" and tags[t].startswith("N")), None)
        if noun is None or any(deps[t] in _AS_SUBJECTS and heads[t] == verb for t in range(least, min(len(words), verb + _NEAR))):
            continue
        phrase = next((t for t in (noun, *above(noun, heads)) if heads[t] in (t, verb)), noun)
        first = next(t for t in range(least, noun + 1) if t == noun or (heads[t] == noun and deps[t] in _BEFORE_NOUNS))
        if deps[phrase] != "prep" or not least <= phrase < first or heads[phrase] != verb or words[first - 1] != ",":
            continue
        if all(hangs_on(t, noun, heads) or tags[t] == "RB" for t in range(noun + 1, verb)):
            deps[noun], heads[noun] = "nsubj", verb


def _top(token: int, heads: Sequence[int], least: int) -> int:
    """The highest token above this one that is not before `least` and not a verb's governor of it."""
    while least <= heads[token] != token and heads[token] - token <= 3:
        token = heads[token]
    return token


_MONTHS = frozenset(
    "January February March April May June July August September October November December Jan. Feb. Aug. Sept. Oct. Nov. Dec.".split()
)

_NEAR = 25  # tokens from a verb to what stands before or behind it
_AS_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
_BEFORE_NOUNS = ("det", "amod", "compound", "poss", "nummod", "nmod")
_CLOCK = re.compile(r"\d{1,2}[:h]\d\d")
_ZONES = frozenset("gmt utc bst cet cest est edt ist local time a.m. p.m. am pm h hrs".split())
_SUBJECTS = ("nsubj", "nsubjpass")


def clocks_from_names(words: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int]) -> None:
    """The time of day before a name, read as a number of what it names, becomes when it was, in place: "09:45 Chad's frigate fired".

    >>> deps, heads = "nummod poss case nsubj ROOT".split(), [3, 3, 1, 4, 4]
    >>> clocks_from_names("09:45 Chad 's frigate fired".split(), "CD NNP POS NN VBD".split(), deps, heads)
    >>> deps[0], heads[0]
    ('npadvmod', 4)
    >>> words, tags = "At 10:30 troops left".split(), "IN CD NNS VBD".split()
    >>> deps, heads = "prep nummod pobj ROOT".split(), [3, 2, 0, 3]
    >>> clocks_from_names(words, tags, deps, heads)
    >>> deps, heads
    (['prep', 'pobj', 'nsubj', 'ROOT'], [3, 0, 3, 3])
    """
    for clock in range(len(words) - 2):
        if deps[clock] not in ("nummod", "compound", "nmod", "quantmod", *_SUBJECTS) or not _CLOCK.fullmatch(words[clock]):
            continue
        end = clock + 1
        while end < len(words) - 1 and words[end].lower() in _ZONES:
            end += 1
        noun = next((t for t in above(clock, heads) if not clock < t < end or heads[t] == t), clock)  # "14:12 GMT Chad says"
        verb = next((t for t in (noun, *above(noun, heads)) if tags[t].startswith("VB") or heads[t] == t), noun)
        before = clock - 1
        behind_preposition = before >= 0 and tags[before] == "IN" and deps[before] == "prep"
        if noun < end or not tags[verb].startswith("VB") or (before >= 0 and tags[before][:1].isalpha() and not behind_preposition):
            continue
        for token in range(clock + 1, end):
            heads[token], deps[token] = clock, "nmod"
        deps[clock], heads[clock] = ("pobj", before) if behind_preposition else ("npadvmod", verb)
        if behind_preposition and heads[noun] == before and heads[before] == verb:
            own = any(deps[c] in _SUBJECTS and heads[c] == verb for c in range(clock, verb))
            deps[noun], heads[noun] = ("dep" if own else "nsubj"), verb
