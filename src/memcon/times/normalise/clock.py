"""Clock times and named days."""

from __future__ import annotations

from datetime import date

from ..calendar import Period, add, easter, make_date, nth_weekday
from ..lexicon import holidays, words
from ..reading import Circumstances, Match, Reading
from .years import is_in_name, year_in

_THINGS = frozenset("carol carols tree trees card cards song songs stocking stockings bunny egg eggs island pudding".split())


def _day(match: Match, at: Circumstances) -> Period | None:
    """The day of publication; where the past is told, the day that was told last ("It crashed on Tuesday. He found it at 5 a.m.")."""
    if at.published is None:
        return None
    told = at.recall_near(match.first) if at.tense(match.first, match.last) == "past" else None
    return told or Period("day", at.published)


def clock(match: Match, at: Circumstances) -> Reading | None:
    """10 p.m., 10:30 GMT, 3 o'clock, noon, half past six: on the day that the text tells, until a neighbour says another."""
    if match.has("noon"):
        hour, minute = (int(part) for part in match.value("noon").split(":"))
        precise = False
    else:
        digits = (match.words("clock") or match.words("hhmm") or match.words("hour") or match.words("cardinal"))[0]
        digits = words()["cardinal"].get(digits, digits)
        if match.has("hhmm"):
            if len(digits) != 4 or not digits.isdecimal():
                return None
            digits = f"{digits[:2]}:{digits[2:]}"
        parts = digits.replace("h", ":").replace(".", ":").split(":")
        hour, minute, precise = int(parts[0]), int(parts[1]) if len(parts) > 1 else 0, len(parts) > 1
    shift = int(match.value("ampm")) if match.has("ampm") else None
    if shift is not None:
        if hour > 12 and shift == 0:
            return None
        hour = hour % 12 + shift if hour <= 12 else hour
    elif match.has("partday") and match.value("partday") in ("AF", "EV", "NI") and 1 <= hour <= 11:
        hour += 12 if match.value("partday") != "NI" or hour >= 6 else 0
    if hour > 24 or minute > 59:
        return None
    zone = words()["zone"].get(match.words("zone")[0], "") if match.has("zone") else ""
    day = _day(match, at)
    time = f"T{hour:02d}:{minute:02d}{'Z' if zone == 'Z' else ''}"
    if day is None:
        return Reading("TIME", f"XXXX-XX-XX{time}")
    edtf = _edtf(day, hour, minute, precise, zone)
    return Reading("TIME", f"{day.value}{time}", edtf, True)


def _edtf(day: Period, hour: int, minute: int, precise: bool, zone: str) -> str:
    if hour == 24:
        return day.shift(1).value + (f"T00:{minute:02d}{zone}" if precise else "T00")
    return f"{day.value}T{hour:02d}{f':{minute:02d}{zone}' if precise else ''}"


def holiday_in(name: str, year: int) -> date:
    """The day of a holiday in a year; KeyError for a name that the table lacks.

    >>> holiday_in("easter", 2022), holiday_in("thanksgiving day", 1999)
    (datetime.date(2022, 4, 17), datetime.date(1999, 11, 25))
    """
    entry = holidays()[name]
    if "fixed" in entry:
        return make_date(year, *entry["fixed"])
    if "easter" in entry:
        return add(easter(year), "day", int(entry["easter"]))
    month, weekday, which, offset = entry["nth"]
    return add(nth_weekday(year, month, weekday, which), "day", offset)


def _is_title(match: Match, at: Circumstances) -> bool:
    """A Christmas Carol, the Easter Rising, a Christmas tree: no day is meant."""
    after = at.tokens.words[match.last] if match.last < len(at.tokens) else ""
    one_word = match.last - match.first == 1
    return after in _THINGS or (one_word and after not in words()["weekday"] and is_in_name(at.tokens, match.last))


def holiday(match: Match, at: Circumstances) -> Reading | None:
    """Christmas Day, last Easter, Thanksgiving 1999, Easter weekend: the nearest one unless the words say which."""
    name = " ".join(match.words("name")).replace(" 's", "'s").replace(" '", "'")
    if name not in holidays() or _is_title(match, at):
        return None
    year = year_in(match, at)
    if year is not None:
        day = holiday_in(name, year)
    elif at.published is None:
        return Reading("DATE", "XXXX-XX-XX")
    else:
        now = at.published
        choices = [holiday_in(name, now_year) for now_year in (now.year - 1, now.year, now.year + 1)]
        if match.has("back"):
            day = max(choice for choice in choices if choice < now)
        elif match.has("on"):
            day = min(choice for choice in choices if choice > now)
        else:
            tense = at.tense(match.first, match.last)
            after = {"future": 0.4, "past": 3.0}.get(tense, 1.2)
            day = min(choices, key=lambda choice: (choice - now).days * after if choice > now else (now - choice).days)
    unit = match.words("span")[0] if match.has("span") else "day"
    if unit == "day":
        return Reading.of(Period("day", day), anchored=year is None)
    return Reading.of(Period.of("week" if unit == "week" else "weekend", day), anchored=year is None)
