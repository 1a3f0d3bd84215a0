"""A text as tokens, each with the set of word classes that it can stand for, one character a token."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from .lexicon import classes_of, misspelt_weekdays

OTHER = "\u4e00"
_ABBREVIATIONS = "jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec|mon|tues|tue|wed|thurs|thur|thu|fri|sat|sun"
_TOKEN = re.compile(
    rf"""
    (?P<para>\n[^\S\n]*\n\s*)
  | (?P<iso>(?<![\w/-])\d{{4}}(?:-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?|/\d\d/\d\d)(?![\w/-]))
  | (?P<slash>(?<![\w/.])\d{{1,2}}(?:/\d{{1,2}}/(?:\d{{4}}|\d{{2}})|\.\d{{1,2}}\.\d{{4}})(?![\w/]))
  | (?P<clock>(?<![\w.:])(?:[01]?\d|2[0-4])(?::[0-5]\d(?::[0-5]\d)?(?![\d:])|\.[0-5]\d(?=\s?[ap]\.?m)|h[0-5]\d\b))
  | (?P<decade>(?<![\w.])(?:1\d|20)\d0['’]?s\b|['’‘`]\d0s\b)
  | (?P<decade2>(?<![\w.])[5-9]0s\b)
  | (?P<nth>\d{{1,3}}(?:,\d{{3}})*(?:st|nd|rd|th)\b)
  | (?P<year2>(?<!\w)['’‘]\d\d(?!\w))
  | (?P<number>\d+(?:,\d{{3}})*(?:\.\d+)?)
  | (?P<word>(?:[ap]\.m\.)|(?:b\.c\.|a\.d\.)|\b(?:{_ABBREVIATIONS})\.|[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*)
  | (?P<poss>['’]s\b)
  | (?P<hyphen>[-‐‑–—])
  | (?P<sign>[^\s\w])
    """,
    re.X | re.I,
)
_IS_RALLY = re.compile(r"[ ](?:for|on|of|against)[ ](?:the[ ])?(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[A-Z]")  # "March for Life"
_BEFORE_MAY = frozenset(
    "in of last next since by until till to early late mid this and through from between before after during for or on late-".split()
)
_BEFORE_NAMES = frozenset("of to and between from or for on through before after".split())
_PARTS = frozenset("mid early late end".split())
_BEFORE_WEEKDAY = frozenset("on last next this since until by early late earlier later for to from".split())
_NEEDS_COMPANY = frozenset("may jan feb mar apr jun jul aug sep dec".split())
_AMBIGUOUS_DAYS = frozenset("sun. sat. wed. mon. fri.".split())
_IS_DAY = re.compile(r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?\Z")  # "3 May", "3rd May"
_CAPITAL_ONLY = frozenset({"month"})


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel lists: first and last code point of each token and its words in small letters; `classes` has one character a token."""

    text: str
    starts: list[int]
    ends: list[int]
    words: list[str]
    classes: str

    def __len__(self) -> int:
        return len(self.starts)

    def at(self, offset: int) -> int:
        """The number of the token at or before a code point of the text."""
        return max(0, bisect_right(self.starts, offset) - 1)


class Alphabet:
    """One character for every set of classes that occurs, so that rules over classes are plain regular expressions."""

    def __init__(self, literals: frozenset[str]) -> None:
        self.sets: dict[frozenset[str], str] = {frozenset(): OTHER}
        self.of_word: dict[str, str] = {}
        self.words: dict[str, frozenset[str]] = {}
        known = classes_of()
        for word in sorted(known.keys() | literals):
            names = known.get(word, frozenset()) | ({"=" + word} if word in literals else frozenset())
            self.words[word] = names
            self.of_word[word] = self.char(names)
        self.lower = {word: self.char(names - _CAPITAL_ONLY) for word, names in self.words.items() if names & _CAPITAL_ONLY}
        self.kinds = {
            kind: self.char(frozenset({kind}))
            for kind in ("para", "iso", "slash", "clock", "decade", "decade2", "year2", "poss", "hyphen", "decimal")
        }
        self.numbers = {
            True: self.char(frozenset({"int", "year"})),
            False: self.char(frozenset({"int"})),
        }
        self.days = self.char(frozenset({"int", "dom", "hour"}))
        self.hours = self.char(frozenset({"int", "hour"}))
        self.nth_day = self.char(frozenset({"ordinal", "nthdom"}))
        self.nth = self.char(frozenset({"ordinal"}))
        self.signs = {sign: self.char(frozenset({"=" + sign})) for sign in ",/$'"}
        self.weekday = self.char(frozenset({"weekday"}))
        self._holding: dict[str, str] = {}
        for classes, char in self.sets.items():
            for name in classes:
                self._holding[name] = self._holding.get(name, "") + char

    def char(self, names: frozenset[str]) -> str:
        """The character of a set of classes."""
        if names not in self.sets:
            self.sets[names] = chr(ord(OTHER) + len(self.sets))
        return self.sets[names]

    def holding(self, name: str) -> str:
        """All characters whose set holds a class; ValueError where there is none."""
        if name not in self._holding:
            raise ValueError(f"no word is in the class {name!r}")
        return self._holding[name]

    def tokens(self, text: str) -> Tokens:
        """Cut a text into tokens and give each its character."""
        starts: list[int] = []
        ends: list[int] = []
        words: list[str] = []
        chars: list[str] = []
        of_word, kinds = self.of_word, self.kinds
        for match in _TOKEN.finditer(text):
            kind, raw = match.lastgroup, match[0]
            word = raw.lower()
            if kind == "word":
                char = of_word.get(word, OTHER)
                if char is OTHER:
                    if "’" in word:
                        word = word.replace("’", "'")
                        char = of_word.get(word, OTHER)
                    elif raw[0].isupper() and len(raw) >= 6 and word in misspelt_weekdays() and words and words[-1] in _BEFORE_WEEKDAY:
                        word, char = misspelt_weekdays()[word], self.weekday
                elif word in _AMBIGUOUS_DAYS and not _is_weekday(raw, text, words, match.end()):
                    char = OTHER
                elif word in self.lower and (not raw[0].isupper() or _is_no_month(word, text, words, match.end())):
                    char = self.lower[word]
            elif kind == "number":
                char = self._number(word)
            elif kind == "nth":
                char = self.nth_day if 1 <= int(word[:-2].replace(",", "")) <= 31 else self.nth
            elif kind == "sign":
                char = self.signs.get(word, OTHER)
            else:
                assert kind is not None
                char = kinds[kind]
            starts.append(match.start())
            ends.append(match.end())
            words.append(word)
            chars.append(char)
        return Tokens(text, starts, ends, words, "".join(chars))

    def _number(self, word: str) -> str:
        if "." in word:
            return self.kinds["decimal"]
        if len(word) <= 2:
            value = int(word)
            return self.days if 1 <= value <= 31 else self.hours if value == 0 else self.numbers[False]
        return self.numbers[len(word) == 4 and "," not in word and 1000 <= int(word) <= 2199]


def _is_weekday(raw: str, text: str, before: list[str], end: int) -> bool:
    following = text[end : end + 8].lstrip()
    return raw[0].isupper() and ((bool(before) and before[-1] in _BEFORE_WEEKDAY) or following[:1] == "," or following[:1].isdigit())


def _is_no_month(word: str, text: str, before: list[str], end: int) -> bool:
    if word in _NEEDS_COMPANY:
        return not _is_month(text, before, end)
    return word == "march" and _IS_RALLY.match(text, end) is not None and (not before or before[-1] not in _BEFORE_MAY)


def _is_month(text: str, before: list[str], end: int) -> bool:
    following = text[end : end + 8].lstrip(" ,\n")
    if following[:1].isdigit() or (before and _IS_DAY.match(before[-1]) and not following.startswith("Day")):
        return True
    if before[-1:] == ["-"]:
        return before[-2:-1] != [] and before[-2] in _PARTS
    # "of Hungary and Jan Kavan", "for May Smith": a name.
    named = text[end : end + 1] == " " and following[:1].isupper()
    return bool(before) and before[-1] in (_BEFORE_MAY - _BEFORE_NAMES if named else _BEFORE_MAY)
