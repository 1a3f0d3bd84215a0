"""Cut a speech tag ("..., an Israeli official said.") from the words it reports, before parsing.

A dependency parser often hangs the last words of the content on the speaker ("... with Zelensky, the spokesperson said": *Zelensky*
becomes the subject of *said*). Parsed apart, both halves come out right.
"""

from __future__ import annotations

from collections.abc import Sequence

_CUES = frozenset(
    "said says say added adds announced stated states reported reports noted notes explained insisted insists claimed claims stressed "
    "confirmed wrote tweeted argued declared told recalled asserted emphasized emphasised alleged reiterated concluded continued "
    "quipped remarked commented observed revealed disclosed admitted acknowledged".split()
)
_PRONOUNS = frozenset("he she they it".split())
_OPENERS = frozenset(
    "the a an his her its their one two three four five several some many senior top another other these those this that "
    "officials diplomats analysts witnesses residents sources police authorities activists aides experts lawmakers rescuers".split()
)
_BREAKS = frozenset([",", '"', "”", "''", "’’", "—", "–", "--", "-"])
# A word that shows that the stretch before the cue is a clause of its own and no speaker.
_NO_SPEAKER = frozenset(
    "that which who whom whose when while where because if although though but is are was were be been has have had will would can could "
    "may might must should do does did not to".split()
)
_NO_TAIL = frozenset("that which who whom if whether because but is are was were has have had will would can could may might must should he she they it".split())
_AFTER_PRONOUN = frozenset(". on in at during late early later".split())
_LONGEST = 30


def speech_tags(words: Sequence[str]) -> list[tuple[int, int]]:
    """The speech tags in one sentence's words, as half-open ranges that hold no reported words.

    >>> words = "Israel will help , the ministry said .".split()
    >>> speech_tags(words)
    [(4, 7)]
    >>> words = "In their meeting , the official said , Bennett raised the issue .".split()
    >>> speech_tags(words)
    [(4, 6)]
    """
    found: list[tuple[int, int]] = []
    size = len(words)
    for cue, word in enumerate(words):
        if word.lower() not in _CUES or cue < 3:
            continue
        tag = _speaker_first(words, cue, size) or _cue_first(words, cue, size)
        if tag and (not found or tag[0] >= found[-1][1]):
            found.append(tag)
    return found


def _speaker_first(words: Sequence[str], cue: int, size: int) -> tuple[int, int] | None:
    start = cue
    while start > 0 and words[start - 1] not in _BREAKS and cue - start < _LONGEST:
        start -= 1
    # "three-hour" and "Jean-Luc" hold a hyphen token; a dash between words does not open a tag when nothing stands before it
    speaker = [w.lower() for w in words[start:cue]]
    if not speaker or start < 3 or words[start - 1] not in _BREAKS:
        return None
    if not (words[start][:1].isupper() or speaker[0] in _OPENERS or speaker[0] in _PRONOUNS):
        return None
    if any(w in _NO_SPEAKER for w in speaker):
        return None
    end = _tail(words, cue, size)
    return (start, end) if end is not None else None


def _tail(words: Sequence[str], cue: int, size: int) -> int | None:
    """Where the tag ends after its cue: at once before a comma that closes it, or with the sentence, if no clause follows."""
    at = cue + 1
    while at < size and words[at] not in _BREAKS and words[at] not in (".", ":", ";", "!", "?"):
        if words[at].lower() in _NO_TAIL or at - cue > _LONGEST // 2:
            return None
        at += 1
    if at >= size or words[at] == ".":
        return size
    if words[at] == ":":
        return None
    if words[at] == "," and all(w.lower() not in _NO_TAIL for w in words[at:]) and _closes(words[at + 1 :]):
        return size
    return at


def _closes(words: Sequence[str]) -> bool:
    """Whether what follows the comma belongs to the tag ("said, citing ...", "said, speaking on condition of anonymity")."""
    return bool(words) and words[0].lower().endswith("ing") and words[0].islower()


def _cue_first(words: Sequence[str], cue: int, size: int) -> tuple[int, int] | None:
    if words[cue - 1] not in _BREAKS or cue + 1 >= size:
        return None
    rest = [w.lower() for w in words[cue + 1 :]]
    if any(w in _CUES or w in ("that", "if", "whether") for w in rest[:4]) or rest[0] in ("it", "to", "of", "in", "on", "and", "or"):
        return None
    if not (words[cue + 1][:1].isupper() or rest[0] in _OPENERS or rest[0] in _PRONOUNS):
        return None
    speaker = rest[: next((i for i, w in enumerate(rest) if w in _BREAKS), len(rest))]
    if any(w in _NO_SPEAKER for w in speaker) or (rest[0] in _PRONOUNS and len(speaker) > 1 and speaker[1] not in _AFTER_PRONOUN):
        return None
    if any(w in ('"', "“", "''", "``") for w in words[cue + 1 :]):
        stop = next(i for i in range(cue + 1, size) if words[i] in ('"', "“", "''", "``"))
        return (cue, stop)
    return (cue, size)
