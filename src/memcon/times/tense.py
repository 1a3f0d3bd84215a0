"""Whether the words around a date tell of the past or of the future, without a parse."""

from __future__ import annotations

from functools import cache

from .lexicon import read_data

REACH_BACK, REACH_ON, REACH_VERB, FARTHER, ASIDE = 26, 32, 8, 10, 20
_CONDITION = 6  # tokens from "if" to its verb
_STOP = frozenset(";!?")
_NO_VERB = frozenset("the a an his her its their our this that these those on in at about from and or mr mrs president".split())
_TITLES = frozenset("mr mrs ms dr sen rep gen col gov lt sgt capt adm st prof jr sr inc corp co ltd vs no hon rev".split())
_CLOCK = frozenset("a.m. p.m. am pm noon midnight midday est edt gmt utc early late".split())
_BE = frozenset("is are am was were be 's isn't aren't they're he's she's".split())
_IS = frozenset("is are am isn't aren't it's he's she's we're they're you're i'm".split())
_PASSIVE = _IS - {"it's", "he's", "she's"}  # which may be "has"
_HAVE = frozenset("has have had having".split())
_MONTH_BEFORE = frozenset("in since until till by of last next this early late mid from through during".split())
_COMPLEMENT = frozenset("that which who whose whom because although though".split())
_RELATIVE = frozenset("which who whose whom".split())
_MARKS = (",", "-", "‐", "‑", "–", "—")
_BESIDE = frozenset("on in at for about around the only just set still not also now sometime tentatively currently".split())
_NOUNS = frozenset("plan plans hope hopes vote votes deadline ends starts leaves heads faces hosts can set might".split())
_WITH_TO = {"set": ("to", "for"), "going": ("to",), "likely": ("to",), "ahead": ("of",)}
_WITH_OBJECT = frozenset("plan plans hope hopes".split())
_OBJECTS = frozenset("to on a an the its their his her our that".split())
_BEFORE_NOUN = frozenset("of with on about for from over after in without against between and or".split())
_LINKING = frozenset(("and", "or"))
_ADJECTIVES = frozenset("upcoming forthcoming".split())
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
    """`past`, `future`, `near` or the empty string for the tokens `first` to `last` (exclusive); the nearest cue in the sentence decides.

    `near` says that it may be either, whichever is nearer: what was planned for a day and called off. With `lean` an infinitive, an "until"
    or a "through" counts as a cue of the future where there is no better one.

    >>> tense("the king will meet him on thursday".split(), 6, 7)
    'future'
    >>> tense("the king met him on thursday".split(), 5, 6)
    'past'
    >>> tense("he will meet gen . brown on thursday".split(), 7, 8)
    'future'
    >>> tense("he hailed the vote to leave on thursday".split(), 7, 8)
    'past'
    >>> tense("it would suffer if he lost the vote on thursday".split(), 9, 10)
    'future'
    >>> tense("the show is on thursday".split(), 4, 5), tense("a march planned for thursday was banned".split(), 4, 5)
    ('future', 'near')
    """
    while first and (words[first - 1][0].isdigit() or words[first - 1] in _CLOCK):
        first -= 1
    if _is_told_of(words, last):
        return "past"
    before = words[first - 1] if first else ""
    if before in ("by", "until", "till") or words[max(0, first - 3) : first] in (["as", "early", "as"], ["as", "soon", "as"]):
        return _of_deadline(words, first, last)
    if _is_predicate(words, first, last):
        return "future"
    leaning = before == "through"
    index = first - 1
    while index > max(-1, first - REACH_BACK - 1):
        if words[index] == ")" and "(" in words[max(0, index - ASIDE) : index]:
            index = _last(words, "(", index)
        found = _cue_before(words, index, first, last)
        if found:
            return "future" if found == "past" and _is_supposed(words, index) else found
        leaning = (
            leaning
            or words[index] in ("until", "till")
            or (words[index] == "to" and index + 1 < first and words[index + 1] not in _NO_VERB)
        )
        if ends_sentence(words, index):
            break
        index -= 1
    return "future" if lean and leaning else _of_what_follows(words, last)


def _is_supposed(words: list[str], verb: int) -> bool:
    """Whether a past verb stands in a condition on what would be: "would leave if he lost the vote on Thursday"."""
    mark = next((i for i in range(verb - 1, max(-1, verb - _CONDITION), -1) if words[i] == "if"), None)
    if mark is None:
        return False
    start = next((i for i in range(mark - 1, -1, -1) if ends_sentence(words, i)), -1) + 1
    return bool({"would", "'d", "could", "might"} & set(words[start:mark]))


def _is_told_of(words: list[str], last: int) -> bool:
    """ "the attack on Wednesday that killed three": a past verb right behind the relative pronoun."""
    if words[last : last + 1] == [","]:
        last += 1
    if last + 1 >= len(words) or words[last] not in ("that", "which"):
        return False
    _, past, not_past, _ = _cues()
    return words[last + 1] not in _HAVE and _is_past_verb(words[last + 1], past, not_past)


def _of_deadline(words: list[str], first: int, last: int) -> str:
    if words[first - 1] in ("until", "till") and first > 1 and (words[first - 2] == "not" or words[first - 2].endswith("n't")):
        return "past"  # "it was not until May that"
    for index in range(last, min(len(words), last + 6)):
        if ends_sentence(words, index) or _cue(words, index) == "future":
            break
        if words[index] in ("had", "was", "were", "did", "didn't", "hadn't", "has"):
            return "past"
    return "future"


def _is_predicate(words: list[str], first: int, last: int) -> bool:
    """ "the deadline is March 5", "the show is on Friday", "they are leaving on Friday", "we are aiming for June"."""
    if words[last : last + 1] == ["'s"]:
        return False
    index = first - 1
    while index > 0 and words[index] in _BESIDE:
        index -= 1
    if index > 0 and words[index].endswith("ing"):
        index -= 1
        while index > 0 and words[index] in _BESIDE:
            index -= 1
    return index >= 0 and words[index] in _IS


def _cue_before(words: list[str], index: int, first: int, last: int) -> str:
    word = words[index]
    if word == "ahead" and first - index > FARTHER:
        return ""
    if word in _ADJECTIVES and index < first - 1 and words[first - 1] not in ("on", "in", "of"):
        return ""  # "they discussed the upcoming vote Wednesday": the day of the talk
    found = _cue(words, index)
    if found == "future" and word in _INTENDED and _is_called_off(words, index, first, last):
        return "near"
    return found


def _is_called_off(words: list[str], index: int, first: int, last: int) -> bool:
    """ "a service planned for Saturday was canceled": no verb "be" before what was intended, but a past one behind the day."""
    if first - index > 2 or (index and (words[index - 1] in _BE or words[index - 1] in _HAVE or words[index - 1] == "been")):
        return False
    for at in range(last, min(len(words), last + REACH_VERB)):
        if ends_sentence(words, at) or words[at] in _COMPLEMENT:
            return False
        if words[at] in ("was", "were", "had"):
            return True
        if _cue(words, at) == "future":
            return False
    return False


def _of_what_follows(words: list[str], last: int) -> str:
    possessive = words[last : last + 1] == ["'s"]
    index, end = last, min(len(words), last + REACH_ON)
    while index < end:
        # "On Monday, the envoy, who had left, will return": what stands between is let pass, and the reach does not count it.
        behind = _behind_aside(words, index)
        if behind is not None:
            index, end = behind, min(len(words), end + behind - index)
            continue
        # "Despite Tuesday's vote, it will stay": the comma ends what the day belongs to.
        if (
            ends_sentence(words, index)
            or words[index] in _COMPLEMENT
            or (words[index] == "," and (possessive or words[index + 1 : index + 2] == ["but"]))
        ):
            break
        found = _cue(words, index)
        if found:
            return found
        index += 1
    return ""


def _behind_aside(words: list[str], index: int) -> int | None:
    """Where the words go on behind a bracket, or behind a relative clause between commas or dashes, that begins at `index`."""
    mark = words[index]
    closing, inside = ((")",) if mark == "(" else _MARKS), index + 1
    if mark in _MARKS:
        while words[inside : inside + 1] and words[inside] == mark and mark != ",":
            inside += 1
        if words[inside : inside + 1] and words[inside] not in _RELATIVE:
            return None
    elif mark != "(":
        return None
    for at in range(inside, min(len(words), inside + ASIDE)):
        if words[at] in closing and (mark == ",") == (words[at] == ","):
            return next((n for n in range(at + 1, len(words)) if words[n] != words[at]), len(words))
        if ends_sentence(words, at):
            break
    return None


def _last(words: list[str], word: str, before: int) -> int:
    return before - 1 - words[:before][::-1].index(word)


def ends_sentence(words: list[str], index: int) -> bool:
    """Whether token `index` ends a sentence or a clause with a verb of its own.

    >>> ends_sentence("he left . she came".split(), 2), ends_sentence("gen . brown".split(), 1)
    (True, False)
    """
    word = words[index]
    if word == ".":
        before = words[index - 1] if index else ""
        return len(before) > 1 and before not in _TITLES and words[index + 1 : index + 2] != [","]
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
        if word in _NOUNS and _is_noun(words, index):
            return ""
        if word in _INTENDED and before in _DETERMINERS:
            return ""  # "called off a planned visit"
        if word in _WITH_TO and after not in _WITH_TO[word]:
            return ""
        if word in _INTENDED and "had" in words[max(0, index - 3) : index]:
            return "near"
        return "future"
    if word in skip or before == "be" or (word not in _HAVE and _PASSIVE & set(words[max(0, index - 2) : index])):
        return ""  # "the road is now closed"
    if word in ("was", "were") and after == "to":
        return ""
    return "past" if _is_past_verb(word, past, not_past) and not (word.endswith("ed") and _is_before_a_noun(words, index)) else ""


def _is_before_a_noun(words: list[str], index: int) -> bool:
    """ "The detained men", "for wounded soldiers", "to visit wounded soldiers": what only tells of which they are."""
    before = words[index - 1] if index else ""
    below = index > 1 and words[index - 2] == "to" and before.isalpha() and before not in _NO_VERB and not before.endswith("ed")
    return before in _DETERMINERS or before in _BEFORE_NOUN - _LINKING or below


def _is_past_verb(word: str, past: frozenset[str], not_past: frozenset[str]) -> bool:
    return word in past or (word.endswith("ed") and len(word) > 3 and word not in not_past)


def _is_noun(words: list[str], index: int) -> bool:
    """ "a plan to leave", "the new plan", "reviewed plans": a word that can be a verb of the future and is none here."""
    _, past, not_past, _ = _cues()
    before = words[index - 1] if index else ""
    after = words[index + 1] if index + 1 < len(words) else ""
    if words[index] in _WITH_OBJECT and after not in _OBJECTS:
        return True
    verb = after == "to" or (words[index] in _WITH_OBJECT and after != "on")
    if _follows_determiner(words, index) or (not verb and _follows_determiner(words, index - 1)):
        return True
    return before in _BEFORE_NOUN or (_is_past_verb(before, past, not_past) and before not in _HAVE | _BE | {"been"})


def _follows_determiner(words: list[str], index: int) -> bool:
    return index > 0 and (words[index - 1] in _DETERMINERS or words[index - 1] == "'s")
