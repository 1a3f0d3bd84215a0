"""Whether a text is in English, by its letters and its function words (data in `data/function_words.toml`)."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections import Counter
from functools import cache
from importlib.resources import files

from .errors import IntakeError

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SAMPLE = 20_000
# A text of fewer words says too little about its language unless another one's words clearly stand out.
_ENOUGH_WORDS = 20
# About three in ten words of English news are function words on the list; a fifth of that is no longer English.
_FEWEST_ENGLISH = 0.08
_CLEARLY = 3
_NAMED = 0.15


@cache
def _function_words() -> dict[str, frozenset[str]]:
    data = tomllib.loads((files("memcon.intake") / "data" / "function_words.toml").read_text("utf-8"))
    return {language: frozenset(words.split()) for language, words in data["languages"].items()}


@cache
def _scripts() -> dict[str, str]:
    data = tomllib.loads((files("memcon.intake") / "data" / "function_words.toml").read_text("utf-8"))
    return dict(data["scripts"])


def other_language(text: str) -> str | None:
    """What the text is in, if it is not English: a language, a script, or `another language`. None for English and for doubt.

    >>> other_language("The minister said that he would not go to the talks.") is None
    True
    >>> other_language("Le ministre a dit qu'il ne voulait pas aller aux pourparlers avec la Russie.")
    'French'
    """
    sample = text[:_SAMPLE]
    script = _script(sample)
    if script is not None:
        return script
    words = [w.replace("’", "'") for w in _WORD.findall(sample.lower())]
    counts = {language: sum(w in known for w in words) for language, known in _function_words().items()}
    english = counts.pop("English")
    best = max(counts, key=lambda language: counts[language])
    if counts[best] >= english + _CLEARLY and counts[best] > max(1.3 * english, _NAMED * len(words)):
        return best
    if len(words) >= _ENOUGH_WORDS and english < _FEWEST_ENGLISH * len(words):
        return best if counts[best] > _NAMED * len(words) else "another language"
    return None


def _script(text: str) -> str | None:
    """The script of most letters, if it is not Latin."""
    seen: Counter[str] = Counter()
    for character, count in Counter(text).items():
        if character.isalpha():
            seen[unicodedata.name(character, "?").split()[0].partition("-")[0]] += count
    if not seen:
        return None
    name, count = seen.most_common(1)[0]
    if name in ("LATIN", "FULLWIDTH", "?") or count <= sum(seen.values()) / 2:
        return None
    return _scripts().get(name, f"a language in {name.capitalize()} script")


def require_english(text: str, name: str) -> None:
    """IntakeError if the text is in another language.

    >>> try:
    ...     require_english("Der Minister sagte, dass er nicht zu den Gesprächen mit der Regierung kommen werde.", "a.txt")
    ... except IntakeError as error:
    ...     print(error.message)
    a.txt is not in English (it looks like German)
    """
    other = other_language(text)
    if other is not None:
        looks = "" if other == "another language" else f" (it looks like {other})"
        raise IntakeError(f"{name} is not in English{looks}", "memcon reads reports in English; give an English report or a translation")
