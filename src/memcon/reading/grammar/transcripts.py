"""Transcripts and interviews: who has the word in which sentences: "REY: We shall sign. FOX: So shall we.", "Q: Will you? A: We shall."."""

from __future__ import annotations

from dataclasses import dataclass

from .dependents import is_verb
from .parsed import Parsed

ASKING = frozenset(("q", "question", "interviewer", "moderator", "reporter"))
ANSWERING = frozenset(("a", "answer"))
LONGEST_TAG = 9  # tokens: "Foreign Ministry Spokesperson Ana Rey:"
_MARKS = (".", ",", "(", ")")
_FEWEST = 3  # turns of a transcript
_SPEAKING = frozenset("answer discuss explain reply say sit speak talk tell".split())


@dataclass(frozen=True, slots=True)
class Turn:
    """The sentences of a turn, from `first` up to `end`; its tag's tokens up to the colon, and who speaks: None who only asks."""

    first: int
    end: int
    tag: tuple[int, int]
    speaker: int | None


def turns(p: Parsed) -> list[Turn]:
    """The turns of a transcript in order, empty for other texts.

    Two at least have the word, one of them twice, or questions are answered. Who mostly asks ("TT: Will you go?") puts nothing forward.

    >>> from memcon.reading.parse.parsing import parser
    >>> p = parser().parse("Ana Rey spoke to us.\\n\\nQ: Will you go?\\nA: We will. We said so.\\nQ: When?")
    >>> [(one.first, one.end, one.speaker and p.words[one.speaker]) for one in turns(p)]
    [(1, 2, None), (2, 4, 'Rey'), (4, 5, None)]
    """
    tags = [(n, tag) for n in range(len(p.sentences)) if (tag := _tag(p, n)) is not None]
    known = {p.lower[tag[1] - 1] for n, tag in tags if tag[1] + 1 < p.sentences[n][1]}
    tags = [(n, tag) for n, tag in tags if p.lower[tag[1] - 1] in known or p.labels[tag[1] - 1] == "PERSON"]  # not "LIMA: "
    told = [p.phrase(*tag).lower().partition(" (")[0] for _, tag in tags]
    answered = any(word in ASKING for word in told) and any(word in ANSWERING for word in told)
    if len(tags) < _FEWEST or not (answered or 1 < len(set(told)) < len(told)):
        return []
    ends = [*(n for n, _ in tags[1:]), len(p.sentences)]
    asked = [p.words[p.sentences[end - 1][1] - 1] == "?" for end in ends]
    asks = {word: [one for w, one in zip(told, asked, strict=True) if w == word] for word in set(told)}
    answers = interviewee(p, tags[0][1][0]) if answered else None
    found = []
    for (first, tag), end, word in zip(tags, ends, told, strict=True):
        speaker: int | None = tag[1] - 1
        if word in ASKING or sum(asks[word]) * 2 > len(asks[word]):
            speaker = None
        elif word in ANSWERING:
            speaker = answers
        found.append(Turn(first, end, tag, speaker))
    return found


def interviewee(p: Parsed, before: int) -> int | None:
    """Who answers: the last word of the only person's name that stands before a token, or of the one who is told there to speak."""
    people: dict[str, int] = {}
    for _, end, label in p.names:
        if label == "PERSON" and end <= before:
            people.setdefault(p.lower[end - 1], end - 1)
            above = p.heads[end - 1]
            if p.deps[end - 1] == "nsubj" and is_verb(p, above) and p.lemmas[above] in _SPEAKING:
                return end - 1
    return next(iter(people.values())) if len(people) == 1 else None


def _tag(p: Parsed, sentence: int) -> tuple[int, int] | None:
    """The tokens of the tag that opens a line's sentence, up to its colon."""
    first, end = p.sentences[sentence]
    if first and "\n" not in p.text[p.ends[first - 1] : p.starts[first]]:
        return None
    colon = next((t for t in range(first + 1, min(end, first + LONGEST_TAG)) if p.words[t] in (":", "):")), None)
    if colon is None or (colon == end - 1 and (end == len(p) or "\n" in p.text[p.ends[colon] : p.starts[end]])):
        return None
    named = all(p.words[t][:1].isupper() or p.words[t] in _MARKS for t in range(first, colon))
    return (first, colon) if named else None
