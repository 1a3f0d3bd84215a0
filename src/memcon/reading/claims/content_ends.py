"""Where the content of a cue ends, which a parser cut in two or coordinated with a further cue of the same speaker."""

from __future__ import annotations

from memcon.ontology.cues import cues

from ..grammar.dependents import child, is_verb
from ..grammar.parsed import Parsed
from .draft import verb_group

# So hangs on a cue what a parser cut from the end of its content.
_REACH = ("ccomp", "dep", "parataxis", "xcomp")
_LINKS = 4  # tokens of `," and that` before "that"


def coordinated_end(p: Parsed, verb: int, clause: int, end: int) -> int:
    """Where a content ends before a further cue of the same speaker; a second clause with "that" goes on with it, on whatever it hangs:
    "told them that he was held, and that he would not eat"."""
    stop = p.sentences[p.sentence_of[verb]][1]
    for t in range(end, stop):
        if p.heads[t] == verb and p.deps[t] == "conj" and _goes_on_with_that(p, t, end):
            end = max(end, p.edges[t][1])
        if p.heads[t] == verb and p.deps[t] in _REACH and p.edges[t][0] >= end - 1 and p.edges[t][0] - end <= 2:
            end = max(end, p.edges[t][1])
    for t in range(clause + 1, end):
        if p.deps[t] == "conj" and is_verb(p, t) and outer_cue(p, t) == verb:
            first = min(verb_group(p, t)[0], p.edges[t][0])
            return first - 1 if p.deps[first - 1] == "cc" else first
    return end


def _goes_on_with_that(p: Parsed, verb: int, end: int) -> bool:
    """Whether "and that" opens a verb's clause right behind the words that end at a token."""
    mark = child(p, verb, "mark")
    if mark is None or p.lower[mark] != "that" or not end < mark <= end + _LINKS:
        return False
    between = range(end, mark)
    return any(p.lower[t] == "and" for t in between) and all(p.lower[t] == "and" or not p.words[t].isalnum() for t in between)


def outer_cue(p: Parsed, verb: int) -> int | None:
    """The cue beside which a cue stands that a parser coordinated with its content: "They deny they are talking and say that ..."."""
    if p.deps[verb] != "conj" or not speaks(p, verb):
        return None
    at = verb
    while p.deps[at] == "conj":
        at = p.heads[at]
    above = p.heads[at]
    if p.deps[at] not in ("ccomp", "xcomp") or above > at or not speaks(p, above) or p.tags[above] != p.tags[verb]:
        return None
    own = child(p, verb, "nsubj")
    if p.tags[at] != p.tags[verb] or (
        own is not None and own > 1 and any(p.words[t] == "," for t in (p.edges[verb][0] - 1, p.edges[verb][0] - 2))
    ):
        return above
    return None


def speaks(p: Parsed, verb: int) -> bool:
    """Whether a verb is a cue of speech that takes a clause."""
    return any(entry.group in ("say", "deny") and entry.frames & {"that", "obj-that"} for entry in cues().get((p.lemmas[verb], "v"), ()))
