"""Numbers written in words or digits."""

from __future__ import annotations

from .lexicon import words

LARGEST = 10**7


def number(group: list[str]) -> float | None:
    """The number that words and digits spell; None where they spell none or one beyond ten million.

    >>> number(["a", "hundred", "and", "fifty"]), number(["forty", "-", "five"]), number(["1,500"]), number(["several"])
    (150, 45, 1500, None)
    """
    cardinals, ordinals = words()["cardinal"], words()["ordinal"]
    total, current, seen = 0, 0.0, False
    for word in group:
        if word[0].isdigit():
            digits = word.rstrip("stndrh").replace(",", "")
            if not digits.replace(".", "", 1).isdecimal() or not digits.isascii():
                return None
            seen, current = True, current + (float(digits) if "." in digits else int(digits))
        elif word in ("a", "an") or word in cardinals or word in ordinals:
            amount = 1 if word in ("a", "an") else int(cardinals.get(word) or ordinals[word])
            seen = True
            if amount in (100, 12) and word not in ordinals:
                current = (current or 1) * amount if amount == 100 or word == "dozen" else current + amount
            elif amount >= 1000:
                total, current = total + int((current or 1) * amount), 0.0
            elif not (word in ("a", "an") and len(group) > 1):
                current += amount
        elif word == "half":
            seen, current = True, current + 0.5
    value = total + current
    if not seen or value > LARGEST:
        return None
    return int(value) if value == int(value) else value
