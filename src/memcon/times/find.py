"""Find and read all time expressions of a text."""

from __future__ import annotations

from datetime import date, datetime
from re import Match as ReMatch

from .actions import ACTIONS, Part
from .anchors import reference
from .calendar import OutOfCalendarError
from .compose import join_clocks, order_pairs
from .reading import Circumstances, Match, Reading
from .rules import Rule, grammar
from .timex import Timex
from .tokens import Tokens

Candidate = tuple[Rule, "ReMatch[str]"]


def find(text: str, published: date | str | None = None) -> list[Timex]:
    """All time expressions of a text, in its order, read against the day when it was published.

    `published` is a date, an ISO string (a time behind the day is let pass) or None; without it relative expressions stay unresolved:
    their value has X where it is not known, and no EDTF. ValueError where `published` is no date.

    >>> [(t.quote, t.value, t.edtf) for t in find("He flew there last week, on Thursday.", "2022-03-05")]
    [('last week', '2022-W08', '2022-02-21/2022-02-27'), ('Thursday', '2022-03-03', '2022-03-03')]
    >>> [(t.quote, t.value, t.edtf) for t in find("He called him on Wednesday.")]
    [('Wednesday', 'XXXX-WXX-3', None)]
    """
    rules = grammar()
    tokens = rules.alphabet.tokens(text)
    at = Circumstances(reference(text, parse_published(published)), tokens)
    parts: list[tuple[Part, str, int | None]] = []
    for cluster in _clusters(_candidates(rules.rules, tokens)):
        parts.extend(_read(cluster, at))
    found = [_timex(tokens, *part) for part in parts]
    return order_pairs(text, join_clocks(text, found))


def parse_published(published: date | str | None) -> date | None:
    """The publication day; ValueError says what was wrong with it.

    >>> parse_published("1998-02-13T14:26:00")
    datetime.date(1998, 2, 13)
    """
    if published is None:
        return None
    if isinstance(published, datetime):
        return published.date()
    if isinstance(published, date):
        return published
    try:
        return date.fromisoformat(published.strip()[:10])
    except ValueError:
        raise ValueError(f"published must be a date such as 2022-03-05, not {published!r}") from None


def _candidates(rules: tuple[Rule, ...], tokens: Tokens) -> list[Candidate]:
    classes, words = tokens.classes, tokens.words
    missing = set(classes).isdisjoint
    open_ = [rule for rule in rules if not any(missing(chars) for chars in rule.needed)]
    found = [(rule, match) for rule in open_ for match in rule.regex.finditer(classes) if rule.fits(words, *match.span())]
    found.sort(key=lambda item: (item[1].start(), -item[1].end()))
    return found


def _clusters(candidates: list[Candidate]) -> list[list[Candidate]]:
    clusters: list[list[Candidate]] = []
    reach = -1
    for candidate in candidates:
        match = candidate[1]
        if match.start() >= reach:
            clusters.append([])
        clusters[-1].append(candidate)
        reach = max(reach, match.end())
    return clusters


def _read(cluster: list[Candidate], at: Circumstances) -> list[tuple[Part, str, int | None]]:
    """The readings of candidates that overlap: the rules of higher priority first, then the longest, then in the rules' order."""
    cluster.sort(key=lambda item: (-item[0].priority, item[1].start() - item[1].end()))
    chosen: list[tuple[Part, str, int | None]] = []
    taken: list[tuple[int, int]] = []
    for rule, found in cluster:
        first, last = found.span()
        if any(first < b and a < last for a, b in taken):
            continue
        at.recalled = None
        try:
            reading = ACTIONS[rule.action](Match(found, at.tokens, rule.options), at)
        except (OutOfCalendarError, OverflowError):
            reading = Reading("DATE", "XXXX-XX-XX")
        if reading is None:
            continue
        taken.append((first, last))
        told = at.recalled.first if at.recalled is not None else None
        chosen.extend((part, rule.name, told) for part in (reading if isinstance(reading, tuple) else [(first, last, reading)]))
    chosen.sort(key=lambda item: item[0][0])
    for (first, _, reading), _name, _told in chosen:
        if reading.period is not None:
            at.tell(reading.period, first)
    return chosen


def _timex(tokens: Tokens, part: Part, rule: str, told: int | None) -> Timex:
    first, last, reading = part
    start, end = tokens.starts[first], tokens.ends[last - 1]
    quote = tokens.text[start:end]
    counted_from = tokens.starts[told] if told is not None and reading.anchored else None
    return Timex(start, end, reading.type, reading.value, reading.edtf, rule, quote, reading.anchored, counted_from)
