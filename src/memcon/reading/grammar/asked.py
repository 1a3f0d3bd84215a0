"""What is only asked: "Did Chad attack the convoy?" tells of no attack."""

from __future__ import annotations

from .dependents import SUBJECTS, child
from .parsed import Parsed

ONLY_ASKED = "question.whether"
"""The rule of the status of what is only asked."""
_ASKING_WHAT = ("WP", "WP$", "WDT", "WRB")


def asked_whether(p: Parsed, verb: int) -> int | None:
    """The auxiliary that stands before the subject of a verb in a question that asks whether it is so; None where none does.

    Not so where a question asks why or who, which takes it for granted, or whether it is not so.

    >>> from memcon.reading.parse.parsing import parser
    >>> p = parser().parse("Did Chad attack the convoy? Why did Chad attack the convoy?")
    >>> asked_whether(p, 2), asked_whether(p, 9)
    (0, None)
    """
    if not any(p.words[t] == "?" for t in range(verb, p.sentences[p.sentence_of[verb]][1])):
        return None
    while p.deps[verb] in ("conj", "xcomp", "acomp") and p.heads[verb] != verb and child(p, verb, *SUBJECTS) is None:
        verb = p.heads[verb]
    noun = p.heads[verb]
    if p.deps[verb] == "acl" and p.deps[noun] in SUBJECTS and p.lemmas[p.heads[noun]] == "be" and p.heads[noun] < noun:
        verb = p.heads[noun]  # "was Lee arrested", read as "was an arrested Lee"
    own = child(p, verb, *SUBJECTS)
    first = next((c for c in p.children[verb] if p.deps[c] in ("aux", "auxpass")), verb)
    if own is None or first > own or p.deps[verb] not in ("ROOT", "ccomp", "conj") or child(p, verb, "neg") is not None:
        return None
    if p.lower[own : own + 2] == ("it", "that"):  # "was it that Chad had left?"
        return None
    told = any(p.tags[t] in _ASKING_WHAT for t in range(p.edges[verb][0], first))
    return None if told or p.tags[first] not in ("VBD", "VBZ", "VBP", "MD") else first
