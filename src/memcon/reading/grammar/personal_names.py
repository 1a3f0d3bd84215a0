"""Personal names that the name recogniser passes over or takes for something else."""

from __future__ import annotations

from collections.abc import Sequence

from memcon.actors.genders import given_name_gender, is_given_name

from .parsed import Parsed

_LONGEST = 4
# Last or middle words of names of bodies, places and works.
_BODIES = frozenset(
    "foundation institute university college school inc inc. ltd ltd. corp corp. corporation company group party award awards "
    "prize cup church cathedral hospital airport street avenue road square park county city island islands bay lake river "
    "mountain mountains hall house palace castle museum theatre theater records band orchestra trio quartet festival show "
    "news times post press books magazine center centre act bill bank fund trust library tower bridge station club united fc "
    "academy society association committee commission council ministry department office agency army brigade front movement "
    "league union states republic kingdom of and the for & family brothers sisters administration government cabinet "
    "presidency war day night series season album tour".split()
)
# What stands before a surname and is of it: "von der Leyen".
PARTICLES = frozenset("van von der den de la del della dos da di du al el bin ibn ter ten zu".split())
# Words of grammar that are parts of names too: "Riek Both Lual", "Kim So Yong", "General Than Shwe".
GRAMMATICAL = frozenset(("An", "Both", "Do", "He", "In", "My", "No", "On", "So", "Such", "Than", "To", "You"))
_NOT_OVER = frozenset(("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL"))


def is_personal(words: Sequence[str]) -> bool:
    """Whether words that nobody knows are a person's name by their first: a given name and one to three more.

    >>> is_personal(["Ingrid", "Halvorsen"]), is_personal(["Ingrid", "Foundation"]), is_personal(["Kane", "and", "Abel"])
    (True, False, False)
    """
    if any(w.lower() in _BODIES for w in words) or not words or len(words) > _LONGEST:
        return False
    if len(words) == 1:
        return is_given_name(words[0])
    return bool(given_name_gender(words[0])) and all(w[:1].isupper() for w in words if w.lower() not in PARTICLES)


def of_a_body(word: str) -> bool:
    """Whether a word is one of names of bodies, places and works and not of persons: "Foundation"."""
    return word.lower() in _BODIES


def capital_run(p: Parsed, token: int) -> tuple[int, int] | None:
    """The run of capitalised words that ends at a proper noun which may name a person; None where it cannot.

    >>> from memcon.reading.parse.parsing import parser
    >>> p = parser().parse("On Monday old Brumbelow Ostrander left.")
    >>> capital_run(p, p.words.index("Ostrander"))
    (3, 5)
    """
    word = p.words[token]
    if p.tags[token] not in ("NNP", "NN", "NNS", "NNPS", "JJ") or not word[:1].isupper() or len(word) < 2 or word.isupper():
        return None
    if p.labels[token] in _NOT_OVER or not word.replace("'", "").replace("-", "").replace("*", "").isalpha() or word.lower() in _BODIES:
        return None
    start = p.sentences[p.sentence_of[token]][0]
    if token == start and p.tags[token] != "NNP":
        return None
    first = token
    while first > start and first > token - _LONGEST + 1 and p.tags[first - 1] == "NNP" and p.words[first - 1][:1].isupper():
        first -= 1
    if any(p.lower[i] in _BODIES for i in range(first, token + 1)):
        return None
    if token + 1 < len(p) and p.tags[token + 1] == "NNP" and p.sentence_of[token + 1] == p.sentence_of[token]:
        return None
    before = p.lower[first - 1] if first > start else ""
    return None if before in ("the", "a", "an", "in", "at", "near", "into", "inside", "outside", "across") else (first, token + 1)
