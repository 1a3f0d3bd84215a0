"""Where sentences begin and end, decided before parsing so that headlines, bylines and quotations do not run together."""

from __future__ import annotations

import re
from itertools import pairwise

from memcon.actors import registry
from memcon.actors.genders import is_given_name
from memcon.places import gazetteer

from ..grammar.abbreviations import TITLES

_ABBREVIATION = re.compile(
    rf"(?:\b(?:{'|'.join(TITLES)}|St|Ste|Mt|Ft|Jr|Sr|vs|Inc|Corp"
    r"|Ltd|Co|Bros|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun|approx|est|e\.g|i\.e|cf|al"
    r"|a\.m|p\.m|Ph\.D|U\.S\.A|U\.S|U\.N|U\.K|E\.U|D\.C|U\.A\.E)|\b[A-Z]|(?<![A-Za-z])[A-Z](?:\.[A-Z])+)\.$"
)
# After these a capital rarely opens a sentence; after "U.S.", "p.m." or "a post on X." it often does, when the word is
# one that opens sentences.
_CAN_END = re.compile(r"(?:\b(?:[A-Z]|U\.S\.A|U\.S|U\.N|U\.K|E\.U|D\.C|U\.A\.E|a\.m|p\.m|Inc|Corp|Ltd|Co|Jr|Sr))\.$")
_OPENER = re.compile(
    r"(?:[\"'“‘(\[]\s?)?(?:The|A(?!\.)|An|He|She|It|They|We|I|But|And|In|On|At|After|Before|His|Her|Its|Their|This|That|These|Those|As|"
    r"According|However|Meanwhile|Earlier|Later|If|While|When|Since|For|By|With|To|There|Both|Some|Many|Mr|Mrs|Ms)\b"
)
_ON_X = re.compile(r"\bon X\.$")  # the network, not an initial
_END = re.compile(r"(?:[.!?]+|…)[\"'”’»)\]]*\s+(?=(?:[•●▪]\s*)?[\"'“‘«(\[]*\s?[^\W_])")
# "What can I do?” Mr. Weaver said": the words behind the question's end are its speech tag.
# "Rebels chanting "Down with Rey! Down!" blocked the port": what is cried ends no sentence that goes on behind it.
_CRY = re.compile(r"(?:``|(?<!\S)\"|[“‘«])\s?[^\"“”`«»\n]{1,80}?[!?]\s?(?:''|[\"”’»])(?=,?\s+[a-z])")
_NUMBER = re.compile(r"\bNos?\.$")
# "KYIV, Ukraine (AP) —", "MOSCOW / ROME, March 5 -", "Hanoi (VNA) –": where a report was filed is no part of its first sentence.
_CAPITALS = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽȘȚ"
_TOWN = rf"(?:(?:LA|EL|AL|LE|LOS?) )?[{_CAPITALS}][{_CAPITALS}.'’-]{{2,}}(?:(?: ?/ ?| )[{_CAPITALS}][{_CAPITALS}.'’-]+){{0,3}}"
_DATELINE = re.compile(
    rf"(?:{_TOWN}(?:,? [A-Z][\w.]+){{0,3}}(?: ?/ ?{_TOWN}(?:, [A-Z][\w.]+)?)?"
    r"(?:,? \d{1,2})?"
    r"(?:,? (?:\d{1,2} )?[A-Z][a-z]{2,8}\.?)?(?:,? \d{4})?(?:\s?\([A-Z][^()\n]{1,30}\))?"
    r"|[A-Z][\w.'’-]+(?:,? [A-Z][\w.]+){0,4}(?:,? \d{1,2})?(?:,? (?:\d{1,2} )?[A-Z][a-z]{2,8}\.?)?"
    r"(?:,? \d{4})?\s?\([A-Z][^()\n]{1,30}\))\s?(?:—|–|--|_{1,2}|\.?-(?=\s))\s?(?=[\"“‘']?[A-ZÀ-Þ0-9])"
)
# The same with a day, which shows what it is without a dash: "Lima (6 May) -", "LIMA, May 6:", "Lima, May 6 (Agency) Chad ...".
_MONTH = r"(?:(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? )?"
_DAY = (
    r"(?:\d{1,2} (?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
    r"|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2})(?:,? \d{4})?"
)
_DATED_LINE = re.compile(
    r"[A-Z][\w.'’-]+(?:[ /][A-Z][\w.'’-]+){0,3}(?:, [A-Z][\w.]+(?: [A-Z][\w.]+)?)?(?:, ?| \()"
    + _DAY
    + r"\)?(?:(?:,? [A-Z]\w+(?: [A-Z]\w+)?| ?\([A-Z][^()\n]{1,30}\))?\s?(?:—|–|--|_{1,2}|-(?=\s)|:)|\s?\([A-Z][^()\n]{1,30}\))"
    r"\s?(?=[\"“‘']?[A-Z0-9])"
)
# "Dec 4 - Rebels attacked ...", "6 May (Agency) - ...", "March 2015: ...": the day, month or year alone, as a paragraph begins.
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DAY_LINE = re.compile(
    rf"(?:[•●▪*·-] ?)?(?:(?:{_WEEKDAY},? )?{_DAY}(?:\s?\([A-Z][^()\n]{{1,30}}\))?|{_WEEKDAY}|{_MONTH}(?:19|20)\d\d)"
    r"(?::\s|\s(?:—|–|--|-(?=\s))\s?)(?=[\"“‘']?[A-Z0-9])"
)
# "Lima - Rebels attacked ...", as newspapers have it: a town alone, before a paragraph that goes on.
_TOWN_LINE = re.compile(r"[A-Z][\w'’]+(?: [A-Z][\w'’]+){0,2} [—–-] (?=[\"“‘']?[A-Z][^\n]{80,}[.\"”]\s*(?:\n|$))")
# "BERLIN Chancellor ...", "BEIRUT / GENEVA Rebels ...": one that a page has lost its agency and dash from.
_IN_CAPITALS = r"[A-Z][A-Z.'’-]{3,}(?: [A-Z][A-Z'’-]{2,}){0,2}"
_LAND = r"(?:, ([A-Z][a-z]\w+(?: [A-Z][a-z]\w+)?))?"
_STRIPPED_LINE = re.compile(
    rf"({_IN_CAPITALS}){_LAND}(?: ?/ ?({_IN_CAPITALS}){_LAND})?\s(?=[\"“‘']?(?:[A-Z][a-z]|A \w|U\.S|\d))(?!Post\b|Times\b)"
)
# "LIMA: The ministers ...", as newspapers of South Asia have it, at the head of a report.
_COLON_LINE = re.compile(rf"{_TOWN}(?: \([A-Z][^()\n]{{1,30}}\))?: (?=[\"“‘']?[A-ZÀ-Þ][^\n]{{80,}}[.\"”]\s*(?:\n|$))")
_HEAD = 250  # characters within which such a line stands
_TAG = re.compile(
    r"(?:(?:[A-Z][\w.’'-]*|the|of|a|an|for|and)\s+){1,7}"
    r"(?:said|says|asked|asks|told|added|wrote|tweeted|replied|responded|wondered|continued|declared|exclaimed|shouted)\b"
    r"(?=\s*[.,;]|\s+(?:in|on|at|during|after|before|late|early|reporters|journalists|[A-Z]\w+day)\b)(?![^.!?\n]{0,60}(?:[\"“]|\bthat\b))"
)
_TAIL = 24  # characters before a stop that tell an abbreviation
_WRAP_AT_MOST = 100
_GO_ON = 0.2  # of the lines of wrapped text begin with a small letter, at least
_ROOM = 12  # characters that a line may be shorter than it had to be, where hands broke it


def sentences(text: str) -> list[tuple[int, int]]:
    """The sentences of `text` as (start, end) code points, in order, without surrounding blanks.

    A line end is a sentence end, except in text that was wrapped to a fixed width (most lines nearly as long as the longest, which
    has at most 100 characters) and before a lower-case letter.

    >>> [text[a:b] for text in ["Mr. Lou met Gen. Dostum. He left."] for a, b in sentences(text)]
    ['Mr. Lou met Gen. Dostum.', 'He left.']
    """
    spans: list[tuple[int, int]] = []
    for start, end in _paragraphs(text):
        at = start
        if (dateline := _dateline(text, start, end)) is not None:
            spans.append((start, start + len(dateline.group().rstrip())))
            at = dateline.end()
        cries = [cry.span() for cry in _CRY.finditer(text, at, end)]
        for match in _END.finditer(text, at, end):
            if match.group()[0] in "!?" and any(a < match.start() < b for a, b in cries):
                continue
            head = text[at : match.end()].rstrip()
            bare = head[-_TAIL:].rstrip("\"'”’»)]")
            following = text[match.end() : match.end() + 20]
            if following[:1].islower() and not bare.endswith(("!", "?", "…")):
                continue
            if following[:1].islower() and not head.endswith(bare[-1:]):  # "Why?" he asked
                continue
            if not head.endswith(bare[-1:]) and bare.endswith(("!", "?")) and _TAG.match(text, match.end()):
                continue
            if _NUMBER.search(bare) and following[:1].isdigit():
                continue
            goes_on = _ABBREVIATION.search(bare) and not _ON_X.search(bare)
            if goes_on and not (_CAN_END.search(bare) and _OPENER.match(following)):
                continue
            spans.append((at, at + len(head)))
            at = match.end()
        tail = text[at:end].rstrip()
        if tail:
            spans.append((at, at + len(tail)))
    return spans


def is_dateline(text: str, start: int, end: int) -> bool:
    """Whether a sentence only tells where and when a report was filed.

    >>> text = "LIMA, May 6 (Agency) - They met."
    >>> [is_dateline(text, a, b) for a, b in sentences(text)]
    [True, False]
    """
    found = _dateline(text, start, len(text))
    return found is not None and start + len(found.group().rstrip()) == end


def _dateline(text: str, start: int, end: int) -> re.Match[str] | None:
    opens = start == 0 or text[start - 1] == "\n"
    kinds = (_DATELINE, _DATED_LINE, _DAY_LINE, _TOWN_LINE) if opens else (_DATELINE, _DATED_LINE)
    kinds = (*kinds, _COLON_LINE) if opens and start < _HEAD else kinds
    found = next((found for kind in kinds if (found := kind.match(text, start, end)) is not None), None)
    bare = _STRIPPED_LINE.match(text, start, end) if found is None and opens else None
    return bare if bare is not None and _tells_a_town(*bare.groups()) else found


def _tells_a_town(one: str, land: str | None, other: str | None, its_land: str | None) -> bool:
    """Whether one of two names in capitals is a town's, and what follows them behind a comma a place's."""
    lands = all(gazetteer().is_place(name) for name in (land, its_land) if name)
    return lands and any(_is_town(name.title()) for name in (one, other) if name)


def _is_town(name: str) -> bool:
    """Whether a name is a place's, and neither a state's nor a person's: newspapers print the first word of a report in capitals too."""
    return gazetteer().is_place(name) and registry().states.iso3(name) is None and not is_given_name(name)


def _paragraphs(text: str) -> list[tuple[int, int]]:
    lines = [m.span() for m in re.finditer(r"[^\n]*[^\s][^\n]*", text)]
    longest = _wrapped_at(text, lines)
    spans: list[tuple[int, int]] = []
    for number, (line, end) in enumerate(lines):
        start = next(i for i in range(line, end) if not text[i].isspace())
        gap = text[spans[-1][1] : start] if spans else "\n\n"
        goes_on = text[start].islower() or (longest > 0 and not _was_to_end(text, lines[number - 1], start, longest))
        if gap.count("\n") == 1 and goes_on:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return spans


def _wrapped_at(text: str, lines: list[tuple[int, int]]) -> int:
    """How long the longest line is of text that was wrapped to a fixed width, 0 for other text: lists of headlines have no small letters
    where their lines begin."""
    lengths = [end - start for start, end in lines]
    longest = max(lengths, default=0)
    near = sum(length >= 0.75 * longest for length in lengths)
    if len(lengths) < 4 or not 40 <= longest <= _WRAP_AT_MOST or near < 0.6 * len(lengths):
        return 0
    breaks = [(line, below[0]) for line, below in pairwise(lines) if below[0] - line[1] == 1]
    if text.isupper():
        return longest if sum(_was_to_end(text, *one, longest, 0) for one in breaks) <= len(breaks) / 2 else 0
    return longest if sum(text[start].islower() for _, start in breaks) >= _GO_ON * len(breaks) else 0


def _was_to_end(text: str, line: tuple[int, int], following: int, longest: int, room: int = _ROOM) -> bool:
    """Whether a line was ended though the word behind it had found room in it, and so much to spare."""
    word = next(re.finditer(r"\S+|$", text[following : following + longest]))
    return line[1] - line[0] + 1 + len(word.group()) + room <= longest
