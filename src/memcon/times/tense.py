"""Whether the words around a date tell of the past or of the future, without a parse."""

from __future__ import annotations

from functools import cache

from .lexicon import read_data

REACH_BACK, REACH_ON, NEARLY = 26, 14, 7
_STOP = frozenset(";!?")
_NO_VERB = frozenset("the a an his her its their our this that these those on in at about from and or mr mrs president".split())
_TITLES = frozenset("mr mrs ms dr sen rep gen col gov lt sgt capt adm st prof jr sr inc corp co ltd vs no hon rev".split())
_CLOCK = frozenset("a.m. p.m. am pm noon midnight midday est edt gmt utc early late".split())
_BE = frozenset("is are am was were be 's isn't aren't they're he's she's".split())
_MONTH_BEFORE = frozenset("in since until till by of last next this early late mid from through during".split())
_COMPLEMENT = frozenset("that which who whose whom because although though".split())
_NOUNS = frozenset("plan plans hope hopes vote votes deadline ends starts leaves heads faces hosts can set might".split())
_WITH_TO = {"set": ("to", "for"), "going": ("to",), "likely": ("to",)}
_INTENDED = frozenset("planned scheduled expected slated due set".split())
_DETERMINERS = frozenset("a an the its his her their our this that these those still".split())


@cache
def _cues() -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str]]:
    data = read_data("tense.toml")
    return (
        frozenset(data["future"]),
        frozenset(data["past"]),
        frozenset(data["not_past"]),
        frozenset(data["skip"]),
    )


def tense(words: list[str], first: int, last: int, lean: bool = False) -> str:
    """`past`, `future` or the empty string for the tokens `first` to `last` (exclusive); the nearest cue in the sentence decides.

    With `lean` an infinitive or an "until" counts as a cue of the future where there is no better one.

    >>> tense("the king will meet him on thursday".split(), 6, 7)
    'future'
    >>> tense("the king met him on thursday".split(), 5, 6)
    'past'
    >>> tense("he will meet gen . brown on thursday".split(), 7, 8)
    'future'
    >>> tense("he hailed the vote to leave on thursday".split(), 7, 8)
    'past'
    """
    while first and (words[first - 1][0].isdigit() or words[first - 1] in _CLOCK):
        first -= 1
    before = words[first - 1] if first else ""
    if before in ("by", "until", "till") or words[max(0, first - 3) : first] in (["as", "early", "as"], ["as", "soon", "as"]):
        if before in ("until", "till") and first > 1 and (words[first - 2] == "not" or words[first - 2].endswith("n't")):
            return "past"  # "it was not until May that"
        for index in range(last, min(len(words), last + 6)):
            if _ends_sentence(words, index) or _cue(words, index) == "future":
                break
            if words[index] in ("had", "was", "were", "did", "didn't", "hadn't", "has"):
                return "past"
        return "future"
    leaning = False
    for index in range(first - 1, max(-1, first - REACH_BACK - 1), -1):
        found = "" if words[index] == "ahead" and first - index > NEARLY else _cue(words, index)
        if found:
            return found
        leaning = (
            leaning
            or words[index] in ("until", "till")
            or (words[index] == "to" and index + 1 < first and words[index + 1] not in _NO_VERB)
        )
        if _ends_sentence(words, index):
            break
    if lean and leaning:
        return "future"
    possessive = words[last : last + 1] == ["'s"]
    for index in range(last, min(len(words), last + REACH_ON)):
        # "Despite Tuesday's vote, it will stay": the comma ends what the day belongs to.
        if _ends_sentence(words, index) or words[index] in _COMPLEMENT or (possessive and words[index] == ","):
            break
        found = _cue(words, index)
        if found:
            return found
    return ""


def _ends_sentence(words: list[str], index: int) -> bool:
    word = words[index]
    if word == ".":
        before = words[index - 1] if index else ""
        return len(before) > 1 and before not in _TITLES
    return word in _STOP or not word.strip()


def _cue(words: list[str], index: int) -> str:
    future, past, not_past, skip = _cues()
    word = words[index]
    before = words[index - 1] if index else ""
    after = words[index + 1] if index + 1 < len(words) else ""
    if word == "to":
        # "The two are to meet": what is bound to be.
        return "future" if before in _BE and after not in _NO_VERB and not after[:1].isdigit() else ""
    if word in future:
        if word == "may" and (after[:1].isdigit() or before in _MONTH_BEFORE):
            return ""  # the month
        if word in _NOUNS and (_is_noun(words, index) or (after != "to" and _is_noun(words, index - 1))):
            return ""  # "a plan to leave", "the new plan"
        if word in _INTENDED and before in _DETERMINERS:
            return ""  # "called off a planned visit"
        if word in _WITH_TO and after not in _WITH_TO[word]:
            return ""
        if word in _INTENDED and "had" in words[max(0, index - 3) : index]:
            return "past"
        return "future"
    if word in skip or before == "be":
        return ""
    if word in ("was", "were") and after == "to":
        return ""
    if word in past or (word.endswith("ed") and len(word) > 3 and word not in not_past):
        return "" if before in _DETERMINERS and word.endswith("ed") else "past"
    return ""


def _is_noun(words: list[str], index: int) -> bool:
    return index > 0 and (words[index - 1] in _DETERMINERS or words[index - 1] == "'s")
