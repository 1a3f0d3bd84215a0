"""Reading TABARI and PETRARCH dictionaries of actors and agents: lines -> entries with names, codes and days.

An actor is a phrase with blanks or underscores, `+` lines with other names, and codes in brackets on the same line or on lines that begin
with a blank: `[AFGGOV 930120-010119]`, `[AFGGOV >011222]`, `[AFGELI <900823]`, `[AFGELI]`. An agent is a phrase, an irregular plural in
braces (empty: none) and a code with `~`. Two-digit years up to 29 are of this century. Comments begin with `#` or `;`, or stand between
`<!--` and `-->`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from .given import LeftOut

_MARK = re.compile(r"(<!--|-->)")
_CODES = re.compile(r"\[([^\[\]]*)[\]}]")
_CODE = re.compile(r"~?([A-Z][A-Z0-9]*)~?\s*(?:([<>])\s*([0-9]+)|([0-9]+)\s*-\s*([0-9]+))?")
_SET = re.compile(r"(![A-Z_]+!)\s*=\s*(.+)")
_PLURAL = re.compile(r"\{([^{}]*)\}")
_THIS_CENTURY = 29
_MOST_NAMES, _MOST_SETS, _MOST_PHRASES = 500, 50, 100


@dataclass(frozen=True, slots=True)
class Code:
    """A code with the days it holds between (ISO; empty where unbounded)."""

    line: int
    text: str
    start: str = ""
    end: str = ""


@dataclass(slots=True)
class Actor:
    """An entry of an actor dictionary."""

    line: int
    name: str
    aliases: list[str] = field(default_factory=list)
    codes: list[Code] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Noun:
    """An entry of an agent dictionary: its singulars, an irregular plural, its code."""

    line: int
    phrases: tuple[str, ...]
    plural: str | None
    code: str


def day_of(digits: str) -> str | None:
    """The ISO day of YYYYMMDD or YYMMDD; None for what is no day.

    >>> day_of("011222"), day_of("18970101"), day_of("9008223")
    ('2001-12-22', '1897-01-01', None)
    """
    if len(digits) == 6:
        digits = f"{'20' if int(digits[:2]) <= _THIS_CENTURY else '19'}{digits}"
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:])).isoformat() if len(digits) == 8 else None
    except ValueError:
        return None


def code_of(line: int, text: str) -> Code | str:
    """The code between a pair of brackets, or what is wrong with it.

    >>> code_of(3, "AFGGOV >011222")
    Code(line=3, text='AFGGOV', start='2001-12-22', end='')
    """
    found = _CODE.fullmatch(text.strip().upper())
    if not found:
        return "a code that cannot be read"
    code, sign, bound, first, last = found.groups()
    if sign:
        day = day_of(bound)
        if day is None:
            return "a date that is no day"
        return Code(line, code, day, "") if sign == ">" else Code(line, code, "", day)
    if not first:
        return Code(line, code)
    start, end = day_of(first), day_of(last)
    if start is None or end is None:
        return "a date that is no day"
    return Code(line, code, start, end) if start <= end else "dates in the wrong order"


def entries(lines: Iterable[tuple[int, bytes]]) -> Iterator[Actor | Noun | LeftOut]:
    r"""The entries of a dictionary; lines that cannot be read are left out with the reason.

    >>> list(entries([(1, b"JAMES_BYRNES_ ; a comment\n"), (2, b"\t[USAGOV 450703-470121]\n"), (3, b"TROOP {} [~MIL]\n")]))[1]
    Noun(line=3, phrases=('TROOP',), plural='', code='MIL')
    """
    actor: Actor | None = None
    sets: dict[str, list[str]] = {}
    for number, raw in _without_comments(lines):
        if isinstance(raw, LeftOut):
            yield raw
            continue
        if defined := _SET.fullmatch(raw.strip()):
            if len(sets) < _MOST_SETS:
                sets[defined[1]] = [one.strip() for one in defined[2].split(",") if one.strip()][:20]
            continue
        before, bracket, _ = raw.partition("[")
        if bracket and "~" in raw and not before.startswith((" ", "\t", "+")):
            if actor:
                yield actor
                actor = None
            yield _noun(number, before, raw, sets)
            continue
        phrase = before.strip().strip("_").strip()
        if phrase and not phrase.startswith("+"):
            if actor:
                yield actor
            actor = Actor(number, phrase)
        elif phrase.strip("+_ ") and actor and len(actor.aliases) < _MOST_NAMES:
            actor.aliases.append(phrase.strip("+_ "))
        yield from _add_codes(actor, number, before, raw)
    if actor:
        yield actor


def _without_comments(lines: Iterable[tuple[int, bytes]]) -> Iterator[tuple[int, str | LeftOut]]:
    within = False
    for number, raw in lines:
        try:
            text = raw.decode("utf-8").replace("\0", "\ufffd")
        except UnicodeDecodeError:
            yield number, LeftOut(number, "a line that is not UTF-8 text")
            continue
        kept: list[str] = []
        for part in _MARK.split(text):
            if part == "<!--":
                within = True
            elif part == "-->":
                within = False
            elif not within:
                kept.append(part)
        text = "".join(kept)
        text = re.split(r"[#;]", text, maxsplit=1)[0].rstrip()
        if text.strip():
            yield number, text


def _noun(number: int, before: str, raw: str, sets: dict[str, list[str]]) -> Noun | LeftOut:
    codes = _CODES.findall(raw)
    code = code_of(number, codes[0]) if codes else "a code without its closing bracket"
    if isinstance(code, str):
        return LeftOut(number, code)
    plural = _PLURAL.search(before)
    phrase = _PLURAL.sub("", before).strip().strip("_").strip()
    phrases = [phrase]
    for mark, put in sets.items():
        phrases = [one.replace(mark, other) for one in phrases for other in (put if mark in one else ("",))][:_MOST_PHRASES]
    if not phrase or any("!" in one for one in phrases):
        return LeftOut(number, "an agent without words" if not phrase else "a substitution set that is not defined")
    return Noun(number, tuple(phrases), plural[1].strip() if plural else None, code.text)


def _add_codes(actor: Actor | None, number: int, before: str, raw: str) -> Iterator[LeftOut]:
    """Give the codes of a line to the actor it belongs to."""
    rest = raw[len(before) :]
    found = _CODES.findall(rest)
    if rest and (not found or rest.count("[") != len(found)):
        yield LeftOut(number, "a code without its closing bracket")
    for text in found:
        code = code_of(number, text)
        if isinstance(code, str):
            yield LeftOut(number, code)
        elif actor is None:
            yield LeftOut(number, "a code before any name")
        elif len(actor.codes) < _MOST_NAMES:
            actor.codes.append(code)
