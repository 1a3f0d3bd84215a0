"""Acts that are aimed at, feared or under way: "a warrant for his arrest", "awaits extradition", "is being arrested"."""

from __future__ import annotations

from collections.abc import Sequence

from memcon.ontology.words import words

from ..grammar.dependents import child, is_verb
from ..grammar.parsed import Parsed
from ..setting.dating import Dated
from ..triggers.triggers import Trigger
from .status import Status

_CLIMB = 3


def aimed(p: Parsed, trigger: Trigger) -> Status | None:
    """The status of an act that words around it tell to be ahead, feared or under way; None where none do.

    >>> from memcon.ontology.lexicon import lexicon
    >>> from memcon.reading.parse.parsing import parser
    >>> from memcon.reading.triggers.triggers import Surroundings, triggers
    >>> p = parser().parse("A judge issued a warrant for the arrest of Bo Fox.")
    >>> [(aimed(p, t) or t).value for t in triggers(p, lexicon(), Surroundings(lambda token: "")) if p.words[t.head] == "arrest"]
    ['planned']
    """
    if is_verb(p, trigger.head):
        return _under_way(p, trigger.head)
    noun = trigger.head
    if trigger.entry.type == "COERCE" and (warrant := _warrant(p, trigger)) is not None:
        return Status("planned", "aim.warrant", (warrant,), firm=False)
    above = p.heads[noun]
    if trigger.entry.type == "ASSAULT" and p.deps[noun] == "compound" and p.lemmas[above] in words("feared"):
        return Status("possible", "aim.feared", (above,))
    at = noun
    for _ in range(_CLIMB):
        if p.deps[at] == "dobj" and p.lemmas[p.heads[at]] == "await":
            return Status("planned", "aim.awaited", (p.heads[at],))
        if p.deps[at] == "pobj" and (word := _sought(p, p.heads[at])) is not None:
            return Status("possible", "aim.sought", (word,))
        if p.deps[at] != "conj":
            break
        at = p.heads[at]
    return None


def _under_way(p: Parsed, verb: int) -> Status | None:
    """ "Is being arrested"."""
    being = next((c for c in p.children[verb] if p.deps[c] == "auxpass" and p.lower[c] == "being"), None)
    now = next((c for c in p.children[verb] if p.deps[c] == "aux" and p.tags[c] in ("VBZ", "VBP") and p.lemmas[c] == "be"), None)
    return Status("ongoing", "tense.progressive_passive", (now, being)) if being is not None and now is not None else None


def _warrant(p: Parsed, trigger: Trigger) -> int | None:
    """The warrant by which somebody is to be arrested: "an arrest warrant", "a warrant for his arrest"."""
    own = next((t for t in trigger.tokens if p.lemmas[t] == "warrant"), None)
    noun = trigger.head
    held = p.heads[p.heads[noun]] if p.deps[noun] == "pobj" and p.lower[p.heads[noun]] == "for" else p.heads[noun]
    if own is None and p.deps[noun] == "pobj" and is_verb(p, held):  # "issued a warrant on Monday for his arrest"
        held = child(p, held, "dobj", "nsubjpass") or held
    called = p.deps[noun] in ("compound", "pobj") and p.lemmas[held] == "warrant"
    return own if own is not None else held if called else None


def _sought(p: Parsed, link: int) -> int | None:
    """What is still looked for, for whose end an act would be: "a reward for information leading to his arrest"."""
    leading = p.heads[link]
    if p.lower[link] != "to" or p.lower[leading] != "leading" or p.lemmas[p.heads[leading]] not in words("clues"):
        return None
    clue = p.heads[leading]
    return clue if p.deps[clue] == "pobj" and p.lower[p.heads[clue]] == "for" else None


def of_its_own(p: Parsed, trigger: Trigger, dates: Sequence[Dated]) -> list[Dated]:
    """Of the times of an act that is aimed at those within its own words: no warrant is for the day on which it was issued."""
    first, end = p.edges[trigger.head]
    return [d for d in dates if p.starts[first] <= d.start < p.ends[end - 1]]
