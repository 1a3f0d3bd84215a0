"""Entries of a chronicle, each begun with its day: "May 3 - Rebels leave Gao." or a line "May 3" above what happened then."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from memcon.ontology.words import words
from memcon.times import Timex

from ..grammar.dependents import child, is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import support
from ..triggers.triggers import Trigger

OF_ENTRY = ", of the entry"
"""How a day was worked out that an entry gives ends with this."""

_FEWEST = 3  # entries that make a chronicle: fewer are the datelines of a report or two
_NOTHING = re.compile(r"[\s•●▪*·:.,()\u2013\u2014-]*")
_LINKS = ("in", "during", "by", "with", "at")
_MAIN = ("conj", "ccomp", "parataxis")
_WHEN = ("when", "as", "while")
_APART = frozenset("had has have having 've will would 'll shall may might could can should to".split())


@dataclass(frozen=True, slots=True)
class Entry:
    """The sentences of an entry, from `first` up to `end`, and what gives its day."""

    first: int
    end: int
    day: Timex


def entries(p: Parsed, found: Sequence[Timex]) -> list[Entry]:
    """The entries of a chronicle, empty for other reports; where days open paragraphs an entry is its paragraph.

    >>> from memcon.reading.parse.parsing import parser
    >>> from memcon import times
    >>> text = "May 3 - Rebels left. They fled.\\n\\nMay 5 - Chad sent arms.\\n\\nMay 9 - Rey met Fox."
    >>> [(one.first, one.end, one.day.edtf) for one in entries(parser().parse(text), times.find(text, "2024-06-01"))]
    [(1, 3, '2024-05-03'), (4, 5, '2024-05-05'), (6, 7, '2024-05-09')]
    """
    days = {n: day for n in range(len(p.sentences)) if (day := _only_a_day(p, n, found)) is not None}
    if len({day.edtf for day in days.values()}) < _FEWEST:
        return []
    told = []
    for number, day in days.items():
        end = number + 1
        above = _breaks(p, number + 1)  # a line of its own: what follows is its paragraphs, up to the next day
        last = number == max(days)
        while end < len(p.sentences) and end not in days and not (end > number + 1 and _breaks(p, end) and (last or not above)):
            end += 1
        told.append(Entry(number + 1, end, day))
    return told


def _breaks(p: Parsed, number: int) -> bool:
    """Whether a sentence begins a line."""
    if number >= len(p.sentences):
        return True
    start = p.starts[p.sentences[number][0]]
    return "\n" in p.text[p.ends[p.sentences[number - 1][1] - 1] : start]


def _only_a_day(p: Parsed, number: int, found: Sequence[Timex]) -> Timex | None:
    """The time that a sentence consists of, if it begins a line and holds nothing else."""
    first, end = p.sentences[number]
    start, stop = p.starts[first], p.ends[end - 1]
    if number and not _breaks(p, number):
        return None
    inside = [t for t in found if start <= t.start and t.end <= stop and t.type == "DATE"]
    day = next((t for t in inside if t.edtf is not None and "/" not in t.edtf), None)
    if day is None:
        return None
    rest = [p.text[start:stop]]
    for one in inside:
        rest = [part for piece in rest for part in piece.split(one.quote, 1)]
    return day if all(_NOTHING.fullmatch(part) for part in rest) else None


def told_in(p: Parsed, found: Sequence[Timex], triggers: Sequence[Trigger]) -> dict[int, Timex]:
    """Number of a trigger -> the day of the entry whose main line it is told in; none for what had been done before or is to come."""
    told: dict[int, Timex] = {}
    year = ""
    for entry in entries(p, found):
        if entry.first == entry.end:  # a line "2014" above days without a year
            year = (entry.day.edtf or "")[:4]
            continue
        day = replace(entry.day, edtf=f"{year}{entry.day.edtf[4:]}") if year and entry.day.anchored and entry.day.edtf else entry.day
        start, stop = p.sentences[entry.first][0], p.sentences[entry.end - 1][1]
        told |= {n: day for n, t in enumerate(triggers) if start <= t.head < stop and _on_the_main_line(p, t.head)}
    return told


def _on_the_main_line(p: Parsed, head: int) -> bool:
    at = head
    if not is_verb(p, at):
        if (known := _verb_of(p, at)) is None:
            return False
        at = known
    while True:
        helpers = {p.lower[c] for c in p.children[at] if p.deps[c] in ("aux", "auxpass")}
        told = p.deps[at] == "ccomp" and p.tags[p.heads[at]] == "VBD"  # "the army said it had killed nine"
        if helpers & (_APART - {"had"} if told else _APART):
            return False
        if p.heads[at] == at:
            return True
        mark = child(p, at, "mark", "advmod")
        beside = p.deps[at] == "advcl" and mark is not None and p.lower[mark] in _WHEN
        begun = p.deps[at] == "xcomp" and p.lemmas[p.heads[at]] in words("beginnings")
        if not (p.deps[at] in _MAIN or beside or begun) or not is_verb(p, p.heads[at]):
            return False
        at = p.heads[at]


def _verb_of(p: Parsed, noun: int) -> int | None:
    """The verb that says of an act told by a noun that it takes place: "imposes sanctions", "kills ten in a raid", "talks open"."""
    known = any(p.lower[c] in ("the", "this", "that") or p.deps[c] == "poss" for c in p.children[noun])
    if (verb := support(p, noun)[0]) is not None and not (known and p.deps[noun] == "pobj"):
        return verb
    if known:
        return None
    above = p.heads[noun]
    if p.deps[noun] == "pobj":
        return p.heads[above] if p.lower[above] in _LINKS and is_verb(p, p.heads[above]) else None
    return above if p.deps[noun] in ("dobj", "nsubj", "nsubjpass") and is_verb(p, above) else None
