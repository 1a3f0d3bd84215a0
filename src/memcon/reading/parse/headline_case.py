"""Headlines in title case or capitals, told to the parser as sentences are: "Rey Says Troops Left" as "Rey says troops left".

In capitals alone a sentence may be one anywhere: a review of the day has many.

A word keeps its capital where the report below writes it with one, or where it is known as a name; what the report writes small, and what
is a common word, becomes small. Offsets stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

_WORD = re.compile(r"(?<![^\W\d_]['’])[^\W\d_]+(?:\.[^\W\d_])*")  # not the "s" of "Peru's"
_ENDING = re.compile(r"(?<=[A-Z]['’])(?:S|T)\b")  # "PERU'S", "DOESN'T"
_NOT = re.compile(r"(?<=[nN])['’][tT]\b")
_SMALL = frozenset(
    "a an the of in on at to by for from with and or but nor as is are was were be been it its his her their not no if off up out over "
    "under into onto upon about above after against along amid among around before behind below beneath beside between beyond despite "
    "down during inside near outside per since than through toward towards until via within without while because though although "
    "whether that this these those who whom whose which what when where why how he she they we you him them us my our your do does did "
    "has have had having will would can could may might must shall should more most some any all both each other another such only "
    "own same so very too".split()
)
# Small words in lists of the language that stand with a capital.
_NAMES = frozenset(
    "asian african european american arab muslim christian jew jewish kurd kurdish islamic islamist sunni shiite hindu buddhist catholic "
    "monday tuesday wednesday thursday friday saturday sunday january february april june july august september october november "
    "december".split()
)
_HYPHENS = ("-", "‑", "–")
_HEADLINES = 3  # sentences at the top that may be headlines
# "MS REY: ", "SPOKESPERSON ANA REY: ": who has the word, where a line of a transcript begins.
_SPEAKER = re.compile(r"^[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]*){0,5}(?=(?: \([^()\n]*\))?:\s)", re.M)
_TURNS = 3
_ACRONYM = 2  # letters of a word that stays as it is: "UN"
_LEAST = 3  # words with a capital, besides the first


class Edit(NamedTuple):
    """Other letters for a stretch of a text, as many as it has."""

    start: int
    end: int
    letters: str


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The text with the edits.

    >>> edited("Troops Left", [Edit(7, 11, "left")])
    'Troops left'
    """
    for start, end, letters in edits:
        text = text[:start] + letters + text[end:]
    return text


def sentence_case(text: str, spans: Sequence[tuple[int, int]], common: Callable[[str], str], known: Callable[[str], str]) -> list[Edit]:
    """What makes sentences of a text's headlines; `spans` are its sentences (start, end).

    `common` tells whether a small word is one of the language, `known` whether a word with a capital is a state's or a people's name.

    >>> text = "Rey Says Troops Left Lima. Ana Rey told reporters on Monday that the troops had left."
    >>> spans = [(0, 26), (27, 85)]
    >>> edited(text, sentence_case(text, spans, lambda word: "verb" if word in ("says", "left") else "", lambda name: ""))[:26]
    'Rey says troops left Lima.'
    """
    body: dict[str, tuple[int, int]] | None = None
    edits: list[Edit] = []
    for start, end in [*spans[:_HEADLINES], *((a, b) for a, b in spans[_HEADLINES:] if text[a:b].isupper())]:
        words = [(m.start(), m.end()) for m in _WORD.finditer(text, start, end)]
        shouted = _in_capitals(text, words)
        if not shouted and not _in_title_case(text, words):
            continue
        if body is None:
            below = spans[_HEADLINES if len(spans) > _HEADLINES else 1 :]
            body = _told(text, [(a, b) for a, b in below if not text[a:b].isupper()])
        states = {at for at, (one, two) in enumerate(pairwise(words)) if known(text[one[0] : two[1]].title()) == "state"}
        for number, (a, b) in enumerate(words):
            word = text[a:b]
            named = number in states or number - 1 in states  # "North Korea"
            letters = _as_told(word, shouted, body, common, known) if (number or shouted) and not named else word
            letters = letters.title() if named else word.lower() if _NOT.match(text, b) else letters
            letters = letters[:1].upper() + letters[1:] if not number else letters
            if letters != word and len(letters) == len(word):
                edits.append(Edit(a, b, letters))
        edits += [Edit(m.start(), m.end(), m.group().lower()) for m in _ENDING.finditer(text, start, end)] if shouted else []
    return [*edits, *_names_of_speakers(text)]


def _names_of_speakers(text: str) -> list[Edit]:
    """What makes names of those who have the word in a transcript: "MS REY: " as "Ms Rey: "."""
    tags = list(_SPEAKER.finditer(text))
    words = [m for tag in tags for m in _WORD.finditer(text, *tag.span()) if len(m.group()) > _ACRONYM or m.group() in ("MR", "MS", "DR")]
    return [Edit(m.start(), m.end(), m.group().capitalize()) for m in words] if len(tags) >= _TURNS else []


def _as_told(word: str, shouted: bool, body: dict[str, tuple[int, int]], common: Callable[[str], str], known: Callable[[str], str]) -> str:
    """A word of a headline as a sentence would have it."""
    small, titled = word.lower(), word[:1].upper() + word[1:].lower()
    if small in _SMALL:
        return small
    if not shouted and (word[:1].islower() or not word[1:].islower()):  # "NATO", "McKay"
        return word
    if shouted and "=" + word in body:  # an acronym
        return word
    with_capital, without = body.get(small, (0, 0))
    if with_capital or without:
        return titled if with_capital >= without else small
    if small in _NAMES or small.removesuffix("s") in _NAMES:
        return titled
    name, sort = known(titled), common(small)
    if name == "state" or not sort:
        return titled
    return titled if name and sort == "noun" else small  # "Turin", which may be a noun too; "Row", which is a place too


def _told(text: str, spans: Iterable[tuple[int, int]]) -> dict[str, tuple[int, int]]:
    """How often a report has each word with a capital, not first in its sentence, and without; "=NATO" counts what is all capitals."""
    found: dict[str, tuple[int, int]] = {}
    for start, end in spans:
        for number, match in enumerate(_WORD.finditer(text, start, end)):
            word = match.group()
            large = word[:1].isupper()
            if large and not number and not text.startswith(":", match.end()):  # a name before its turn to speak
                continue
            key = "=" + word if word.isupper() and len(word) > 1 else word.lower()
            a, b = found.get(key, (0, 0))
            found[key] = (a + large, b + (not large))
    return found


def _in_title_case(text: str, words: Sequence[tuple[int, int]]) -> bool:
    """Whether all words but the little ones begin with a capital."""
    weighty = [text[a] for a, b in words[1:] if text[a:b].lower() not in _SMALL and text[a - 1] not in _HYPHENS]  # "a Fox-like Deal"
    return sum(letter.isupper() for letter in weighty) >= _LEAST and all(letter.isupper() for letter in weighty)


def _in_capitals(text: str, words: Sequence[tuple[int, int]]) -> bool:
    """Whether all words are in capitals; a few of them may be a dateline."""
    return len(words) > _LEAST + 1 and all(text[a:b].isupper() for a, b in words)
