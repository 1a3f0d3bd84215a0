"""Acts that are only what something else is about or for: "talks on the release of the crew", "a march for the withdrawal"."""

from __future__ import annotations

from memcon.ontology.words import words

from ..grammar.dependents import child, is_verb
from ..grammar.parsed import Parsed
from ..triggers.told_about import is_discussed
from ..triggers.triggers import Trigger

# Deeds may be spoken of that were done; what others are to do for peace is not done by being spoken of.
_TO_BE_DONE = frozenset(("RETREAT", "CONCEDE", "AGREE"))
_COUNTERPARTS = ("with", "between")
_ABOUT = frozenset(("on", "over", "about", "for", "towards", "toward"))


def sought(p: Parsed, trigger: Trigger) -> bool:
    """Whether a noun of an act tells only what talks are about, what people march, strive or speak for, or what money is
    put on.

    In the annotated windows, passages and reports of our own, test part left out, what stands behind "talks on" is an event never of nine
    times, what stands behind "demand for" never of four.

    >>> from memcon.ontology.lexicon import lexicon
    >>> from memcon.reading.parse.parsing import parser
    >>> from memcon.reading.triggers.triggers import Surroundings, triggers
    >>> p = parser().parse("Relatives held a march for the release of the crew.")
    >>> [(p.words[t.head], sought(p, t)) for t in triggers(p, lexicon(), Surroundings(lambda token: ""))]
    [('march', False), ('release', True)]
    """
    noun = trigger.head
    reached = any(p.deps[c] == "acl" and p.tags[c] == "VBN" for c in p.children[noun])  # "the release, achieved with Togo's help"
    if not is_verb(p, noun) and trigger.entry.type in _TO_BE_DONE and is_discussed(p, noun) and not reached:
        return True
    if is_verb(p, noun) or p.deps[noun] not in ("pobj", "pcomp"):
        return False
    if trigger.entry.type == "COERCE":
        return _is_paid_for(p, noun)
    if trigger.entry.type not in _TO_BE_DONE:
        return False
    link, above = p.lower[p.heads[noun]], _beside_counterparts(p, p.heads[p.heads[noun]])
    if is_verb(p, above):  # the parser may hang on "held" what a rally is for, or what talks are on
        held = child(p, above, "dobj", "nsubjpass")
        if link in ("on", "about") and held is not None and p.lemmas[held] in words("talks"):
            return True
        strives = p.lemmas[above] in words("striving_verbs") or (held is not None and p.lemmas[held] in words("strivings"))
        return link == "for" and strives
    return (link in _ABOUT and p.lemmas[above] in words("talks")) or (link == "for" and p.lemmas[above] in words("strivings"))


def _beside_counterparts(p: Parsed, above: int) -> int:
    """What words hang on that the parser puts behind those with whom somebody talks: "talks with Ann Lee, Chad's envoy, on a truce"."""
    while p.deps[above] in ("appos", "conj"):
        above = p.heads[above]
    met = p.deps[above] == "pobj" and p.lower[p.heads[above]] in _COUNTERPARTS
    return p.heads[p.heads[above]] if met else above


def _is_paid_for(p: Parsed, noun: int) -> bool:
    """Whether money is put on what a noun tells: "a reward for his arrest", "offers a million for the capture of Rey"."""
    link, above = p.lower[p.heads[noun]], p.heads[p.heads[noun]]
    return link == "for" and (p.lemmas[above] in ("reward", "bounty") or (p.lemmas[above] == "offer" and is_verb(p, above)))
