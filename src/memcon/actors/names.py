"""Comparing names: folding to plain letters, and keys under which the spellings and transliterations of a name fall together."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from .tables import rows

_LETTERS = str.maketrans(
    {
        "ł": "l", "đ": "d", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th", "ə": "a",
        "’": "'", "‘": "'", "ʻ": "'", "ʼ": "'", "`": "'", "´": "'", "–": "-", "—": "-", "‑": "-", "\u00a0": " ",
    }
)  # fmt: skip
# Spellings of one sound, applied in this order; what is left is vowels, which fall together in runs.
_SPELLINGS = (
    ("shch", "s"), ("sch", "s"), ("sh", "s"), ("tch", "ch"), ("ph", "f"), ("ck", "k"), ("kh", "k"), ("q", "k"), ("dzh", "j"), ("dj", "j"),
    ("dh", "d"), ("th", "t"), ("gh", "g"), ("x", "ks"), ("w", "v"), ("ij", "i"), ("e", "i"), ("y", "i"), ("o", "u"),
)  # fmt: skip
_DOUBLED = re.compile(r"(.)\1+")
_BETWEEN = re.compile(r"[\s\-.,()\"“”]+")
_NOT_LETTERS = re.compile(r"[^a-z]+")
PARTICLES = frozenset("van von der den de del della di da dos das do la le du bin ben bint ibn al el ould abu st".split())
_SHORT = 4
_SUFFIXES = frozenset("jr sr ii iii iv v vi vii viii ix x xi xii xiii xiv xvi".split()) - {"xi", "x", "v"}


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Lower case, no diacritics, straight apostrophes and hyphens.

    >>> fold("Erdoğan, Vučić")
    'erdogan, vucic'
    """
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.lower().translate(_LETTERS))
    return "".join(one for one in plain if not unicodedata.combining(one)).translate(_LETTERS)


def _variants(table: str) -> dict[str, str]:
    return {fold(one): fold(row["name"]) for row in rows(table) for one in (row["name"], *row["variants"].split(";"))}


@cache
def _surnames() -> dict[str, str]:
    return _variants("surnames")


@cache
def _all_variants() -> dict[str, str]:
    """Each variant of a given name or surname -> its head form."""
    return _variants("given_names") | _surnames()


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """The key under which the common spellings of one word of a name fall together.

    >>> sound("Zelenskyy") == sound("Zelensky") == sound("Zelenskiy"), sound("Shoygu") == sound("Shoigu")
    (True, True)
    """
    word = fold(word)
    word = _all_variants().get(word, word)
    word = _NOT_LETTERS.sub("", word) or word  # another script keeps its letters
    for spelled, put in _SPELLINGS:
        if spelled in word:
            word = word.replace(spelled, put)
    word = f"{word[:-1]}s" if word.endswith("z") else word
    return _DOUBLED.sub(r"\1", word)


def words(name: str) -> list[str]:
    """The words of a name, split at blanks and hyphens, without dots, commas, suffixes (Jr., III) and the Arabic article.

    >>> words("Bashar al-Assad"), words("Joseph R. Biden, Jr.")
    (['bashar', 'assad'], ['joseph', 'r', 'biden'])
    """
    return list(_words_of(name))


@lru_cache(maxsize=65536)
def _words_of(name: str) -> tuple[str, ...]:
    parts = [one.strip("'") for one in _BETWEEN.split(fold(name))]
    kept = [one for one in parts if one and one not in _SUFFIXES]
    without = [one for one in kept if one not in ("al", "el")]
    return tuple(without or kept)


@lru_cache(maxsize=65536)
def _close(word: str) -> str:
    """A narrower key than `sound`, for surnames that stand alone: ends in -y, -iy, -yy, doubled letters, q and k, kh and h."""
    word = _surnames().get(word, word)
    for spelled, put in (
        ("yy", "i"),
        ("iy", "i"),
        ("ij", "i"),
        ("y", "i"),
        ("q", "k"),
        ("kh", "h"),
        ("ou", "u"),
        ("w", "v"),
        ("sch", "sh"),
    ):
        word = word.replace(spelled, put)
    return _DOUBLED.sub(r"\1", word)


@lru_cache(maxsize=65536)
def same_surname(one: str, other: str) -> bool:
    """Whether two folded surnames are spellings of one; short ones must be the same letters.

    >>> same_surname("zelensky", "zelenskyy"), same_surname("they", "te"), same_surname("tenney", "thani")
    (True, False, False)
    """
    if one == other:
        return True
    return min(len(one), len(other)) > _SHORT and [_close(word) for word in one.split()] == [_close(word) for word in other.split()]


def full_key(parts: list[str]) -> str:
    """The key of a whole name."""
    return " ".join(sound(one) for one in parts)


def short_key(parts: list[str]) -> str:
    """The key of first and last word alone."""
    return f"{sound(parts[0])} {sound(parts[-1])}"


def initials_agree(one: list[str], other: list[str]) -> bool:
    """Whether the middle words of two names with the same ends can be the same: each shared place agrees in its first letter."""
    return all(a[0] == b[0] for a, b in zip(one[1:-1], other[1:-1], strict=False))


def surnames(parts: list[str], country: str | None) -> list[str]:
    """The words that news may call this person by alone, as folded words.

    >>> surnames(["xi", "jinping"], "CHN"), surnames(["ursula", "von", "der", "leyen"], None)
    (['xi'], ['leyen', 'der leyen', 'von der leyen'])
    """
    if "of" in parts:  # "Salman of Saudi Arabia", "Lord Cameron of Chipping Norton"
        parts = parts[: parts.index("of")]
    if len(parts) < 2:
        return parts
    if parts[0] == "abu":  # a by-name: no part of it stands alone
        return [" ".join(parts)]
    if country in _FAMILY_FIRST:
        return [parts[0]]
    if country in _EITHER_ORDER:
        return [parts[0], parts[-1]]
    if country in TWO_SURNAMES and len(parts) > 3 and not PARTICLES.intersection(parts):
        return [parts[-2], " ".join(parts[-2:])]
    found = [parts[-1]]
    at = len(parts) - 1
    while at > 1 and parts[at - 1] in PARTICLES:
        at -= 1
        found.append(" ".join(parts[at:]))
    if country in TWO_SURNAMES and len(parts) == 3 and parts[-2] not in _all_variants():
        found += [one for one in (parts[-2], " ".join(parts[-2:])) if one not in PARTICLES]
    return list(dict.fromkeys(found))


_EITHER_ORDER = frozenset(("SGP", "HKG", "MAC", "VNM"))
_FAMILY_FIRST = frozenset(("CHN", "KOR", "PRK", "TWN"))
TWO_SURNAMES = frozenset(
    "ESP MEX GTM HND SLV NIC CRI PAN CUB DOM COL VEN ECU PER BOL CHL ARG PRY URY".split()
)  # fmt: skip
