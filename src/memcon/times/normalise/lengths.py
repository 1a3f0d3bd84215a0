"""Durations, and times that come again."""

from __future__ import annotations

from ..lexicon import words
from ..reading import Circumstances, Match, Reading

CODES = {
    "S": ("PT", "S", 1), "MIN": ("PT", "M", 1), "H": ("PT", "H", 1), "D": ("P", "D", 1), "N": ("P", "D", 1), "W": ("P", "W", 1),
    "WE": ("P", "WE", 1), "F": ("P", "W", 2), "M": ("P", "M", 1), "Q": ("P", "Q", 1), "Y": ("P", "Y", 1), "DE": ("P", "Y", 10),
    "CE": ("P", "Y", 100), "ML": ("P", "Y", 1000),
}  # fmt: skip
FUZZY = {"DE": "PXDE", "CE": "PXCE"}
HALVES = {"H": ("MIN", 60), "MIN": ("S", 60), "Y": ("M", 12), "D": ("H", 24)}
APPROXIMATE = frozenset({"about", "around", "approximately", "roughly", "nearly", "almost", "some"})


def length(count: float | None, code: str) -> str:
    """The TimeML value of so many units; X where the number is vague.

    >>> length(3, "H"), length(2, "W"), length(None, "Y"), length(1, "DE"), length(1.5, "H"), length(0.5, "H")
    ('PT3H', 'P2W', 'PXY', 'P10Y', 'PT1.5H', 'PT30M')
    """
    if count is None and code in FUZZY:
        return FUZZY[code]
    head, letter, times = CODES[code]
    if count is None:
        return f"{head}X{letter}"
    amount = count * times
    if 0 < amount < 1 and code in HALVES:
        smaller, per = HALVES[code]
        if amount * per == int(amount * per):
            return length(amount * per, smaller)
    return f"{head}{int(amount) if amount == int(amount) else amount}{letter}"


def duration(match: Match, at: Circumstances) -> Reading | None:
    """three hours, a two-week ceasefire, several months, a year and a half, half an hour."""
    code = match.unit()
    count = match.number("num") if match.has("num") else 1 if match.has("one") else None
    if match.has("couple"):
        count = 2
    if code == "M" and count in (6, 9):
        at.half_year = True
    if match.has("dozen"):
        return Reading("DURATION", length(None, code))
    if match.has("halved"):
        count = 0.5
    if match.has("quarter"):
        count = 0.25
    if match.has("half") and count is not None:
        count += 0.5
    if match.has("num") and count is None:
        return None
    if match.words("unit") == ["second"] and (count is None or count <= 1):
        return None
    return Reading("DURATION", length(count, code))


def duration_pair(match: Match, _at: Circumstances) -> tuple[tuple[int, int, Reading], ...] | None:
    """between 60 and 90 days: two durations, as the two numbers are two expressions."""
    low, high, code = match.number("low"), match.number("high"), match.unit()
    if low is None or high is None:
        return None
    first, middle = match.found.span("low")
    return (
        (first, middle, Reading("DURATION", length(low, code))),
        (match.found.start("high"), match.last, Reading("DURATION", length(high, code))),
    )


def one_unit(match: Match, _at: Circumstances) -> Reading | None:
    """a week, the day: one unit long."""
    return Reading("DURATION", length(1, match.unit("unit1") if match.has("unit1") else "Y"))


def repeated(match: Match, at: Circumstances) -> Reading | None:
    """daily, every year, each July, on Mondays, every two weeks, a year (after an amount)."""
    if match.has("often"):
        tokens = at.tokens
        if match.last < len(tokens) and tokens.text[tokens.starts[match.last]].isupper():
            return None  # A newspaper: the Daily News, the party's daily Granma.
        return Reading("SET", match.value("often"))
    if match.has("weekday") or match.has("weekdays"):
        return Reading("SET", f"XXXX-WXX-{match.value('weekday' if match.has('weekday') else 'weekdays')}")
    if match.has("month"):
        return Reading("SET", f"XXXX-{int(match.value('month')):02d}")
    if match.has("season"):
        return Reading("SET", f"XXXX-{match.value('season')}")
    if match.has("partday"):
        return Reading("SET", f"XXXX-XX-XXT{match.value('partday')}")
    if match.options.get("plain"):
        return Reading("SET", length(1, match.unit()))
    count = match.number("num") if match.has("num") else match.number("ordinal") if match.has("ordinal") else 1
    if match.has("other"):
        count = 2
    return Reading("SET", length(count, match.unit()))


def nothing(_match: Match, _at: Circumstances) -> tuple[tuple[int, int, Reading], ...]:
    """Words that look like a time and are none: a person's age, three quarters of something."""
    return ()


def _is_counted(before: list[str]) -> bool:
    """ "two a week", "three men a week", "four fewer hours a week": a number word just before, its noun a plural."""
    cardinals = words()["cardinal"]
    if before[-1:] and before[-1] in cardinals:
        return before[-2:-1] != ["in"]
    plural = before[-1:] != [] and (before[-1].endswith("s") or before[-1] in ("people", "men", "women", "children"))
    return plural and any(word in cardinals and word != "one" for word in before[-3:-1])


def rate(match: Match, at: Circumstances) -> Reading | None:
    """a year, per day: a SET behind an amount ("$3 million a year"), else nothing."""
    tokens, first = at.tokens, match.first
    before = tokens.words[max(0, first - 4) : first]
    if _is_counted(before):
        return Reading("SET", length(1, match.unit("unit1")))
    if match.words("per")[0] == "per" or any(w in ("once", "twice", "times", "time", "%", "percent") for w in before[-2:]):
        return Reading("SET", length(1, match.unit("unit1")))
    if match.unit("unit1") != "Q" and any(
        w[0].isdigit() or w in ("million", "billion", "thousand", "hundred", "hundreds", "thousands") for w in before if w
    ):
        return Reading("SET", length(1, match.unit("unit1")))
    return None


def fixed(match: Match, _at: Circumstances) -> Reading | None:
    """Words that always mean the same: now, recently, the future."""
    value = match.options["value"]
    return Reading(match.options.get("type", "DATE"), value, None, value.endswith("_REF"))
