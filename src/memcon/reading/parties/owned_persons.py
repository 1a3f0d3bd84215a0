"""Names that the registry takes for whose they are: "the UNHCR's Ann Lee", "NATO's Treaty Council"; and for a people: "Mr Turk"."""

from __future__ import annotations

from collections.abc import Callable, Collection

from memcon.actors import Identity
from memcon.ontology.words import words

from ..grammar.abbreviations import TITLES
from ..grammar.parsed import Parsed

_ABBREVIATED = frozenset(f"{t.lower()}{dot}" for t in TITLES for dot in ("", "."))
_SEVERAL = 2  # words of a name that is somebody's own


def of_oneself(
    p: Parsed, name: tuple[int, int, str], identity: Identity | None, resolve: Callable[[str], Identity | None], people: Collection[str]
) -> Identity | None:
    """Who a name (first token, end, label) is by itself where what was found for it is no person: not the body or people before "'s", nor
    one of its surname, nor the capital that is called as one of the `people` that the report names in full, or as one with a title."""
    first, end, label = name
    if identity is None or identity.kind == "person":
        return identity
    if label == "PERSON" and end - first == 1 and identity.how.startswith("metonym") and p.words[first] in people:
        return None
    if not first:
        return identity
    before = p.lower[first - 1]
    if label == "PERSON" and end - first == 1 and identity.how.startswith("metonym") and before in words("office_nouns") | _ABBREVIATED:
        return None if p.words[first - 1][:1].isupper() and p.heads[first - 1] == first else identity
    if label == "PERSON" and before in words("courtesies"):
        return None
    if before not in ("'s", "’s", "'", "’") or end - first < _SEVERAL:
        return identity
    owner = resolve(p.words[first - 2]) if first > 1 else None
    of_owner = label == "PERSON" or (owner is not None and owner.id == identity.id)
    itself = resolve(p.phrase(first, end)) if of_owner or identity.how.startswith("words") else None
    known = itself is not None and not itself.how.startswith("words")  # "Colombia's National Liberation Army" is no army of the state
    return itself if of_owner or known else identity


def of_its_owner(noun: Identity, whole: Identity | None) -> Identity:
    """What a noun is with the words for whose it is: "officers of the military intelligence"; but "allies of Rey" are not Rey."""
    if whole is None or (whole.kind == "person" and (noun.kind != "person" or whole.how.startswith("person."))):
        return noun
    return whole
