"""Whose act a noun tells: "Ivan Rey's arrest" befell him, "Chad's arrest of Ivan Rey" not Chad, "the objections of Chad" are Chad's own."""

from __future__ import annotations

from memcon.ontology.words import words

from .cast import Cast
from .dependents import is_verb
from .parsed import Parsed
from .slots import fill
from .triggers import Trigger

Frame = dict[str, tuple[tuple[str, ...], ...]]
UNDERGONE: Frame = {"actor": (("by",), ("support",)), "recipient": (("of",), ("poss",), ("mod",))}
"""The slots of an arrest or a murder with the name of somebody before it, in the form of `Lexicon.frames`."""
OF_SPEAKER: Frame = {
    "actor": (("by",), ("from",), ("poss",), ("of",), ("mod",), ("support",)),
    "recipient": (("to",), ("against",), ("on",), ("about",), ("support-to",)),
}
"""The slots of an objection or a verdict, of which "of" tells whose it is."""


def befalls_owner(p: Parsed, trigger: Trigger, cast: Cast) -> bool:
    """Whether a noun for what is done to people stands behind the name of one, and nothing else tells to whom it is done."""
    noun = trigger.head
    if trigger.entry.mode == "cyber" and not is_verb(p, noun) and not fill(p, noun, "of"):  # "the committee hack"
        before = [*fill(p, noun, "poss"), *fill(p, noun, "mod", trigger.tokens)]
        return any(cast.entities[n].kind in ("person", "group", "organisation") for t in before for n in cast.of(t))
    if trigger.entry.frame != "n-done-to" or is_verb(p, noun) or p.lemmas[noun] not in words("befalling_nouns") or fill(p, noun, "of"):
        return False
    before = [*fill(p, noun, "poss"), *fill(p, noun, "mod", trigger.tokens)]
    return any(cast.entities[n].kind in ("person", "group") for t in before for n in cast.of(t))


def is_of_speaker(p: Parsed, trigger: Trigger) -> bool:
    """Whether a noun for something said is said to be somebody's, not about somebody: "the claims of Chad", not "criticism of Chad"."""
    return trigger.entry.frame in ("n-blame", "n-reject", "n-done-to") and p.lemmas[trigger.head] in words("sayings_of_somebody")
