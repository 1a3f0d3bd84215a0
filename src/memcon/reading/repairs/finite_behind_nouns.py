"""Verbs of a clause that a small parser hangs on a noun as participles, put right on its arrays."""

from __future__ import annotations

from collections.abc import Sequence

_OF_TWO_OBJECTS = frozenset(
    "ask award call charge deem deny declare give grant hand make name offer pay promise refuse send show teach tell title".split()
)
_NAMING = frozenset("age bury caption codename dub entitle know nickname surname".split())
_INSIDE = ("pobj", "prep", "acl", "pcomp", "poss", "compound", "advcl")


def finite_behind_nouns(tags: list[str], deps: list[str], heads: list[int], lemmas: Sequence[str]) -> None:
    """A verb in the past with an object, read as said of the noun before, is the clause's, in place: "gunmen on motorcycles killed ten".

    >>> tags, deps = "NNS IN NNS VBD CD CC VBD NNS".split(), "nsubj prep pobj acl dobj cc ROOT dobj".split()
    >>> heads = [6, 0, 1, 2, 3, 6, 6, 6]
    >>> finite_behind_nouns(tags, deps, heads, "gunman on motorcycle kill ten and burn store".split())
    >>> deps, heads
    (['nsubj', 'prep', 'pobj', 'ROOT', 'dobj', 'cc', 'conj', 'dobj'], [3, 0, 1, 3, 3, 3, 3, 6])

    What befell two is left as it is: "a nun denied bail".
    """
    for verb, label in enumerate(deps):
        if label != "acl" or tags[verb] not in ("VBD", "VBN") or heads[verb] > verb or lemmas[verb] in _OF_TWO_OBJECTS | _NAMING:
            continue
        own = [c for c, head in enumerate(heads) if head == verb and c != verb]
        if not any(deps[c] == "dobj" and c > verb for c in own) or any(deps[c].startswith(("nsubj", "aux", "mark", "agent")) for c in own):
            continue
        noun = heads[verb]
        while deps[noun] in _INSIDE and heads[noun] < noun:
            noun = heads[noun]
        above = heads[noun]
        if not tags[noun].startswith("NN") or (deps[noun] == "ROOT") != (above == noun):
            continue
        if deps[noun] == "ROOT":
            deps[verb], heads[verb] = "ROOT", verb
        elif deps[noun] == "nsubj" and above > verb and tags[above].startswith("VB"):
            deps[verb], heads[verb] = deps[above], heads[above] if deps[above] != "ROOT" else verb
            other = any(head == above and deps[c].startswith("nsubj") and c > verb for c, head in enumerate(heads))
            deps[above], heads[above] = "advcl" if other else "conj", verb  # "three days after troops left"
            for c, head in enumerate(heads):
                if head in (above, noun) and verb < c < above and deps[c] in ("cc", "punct"):
                    heads[c] = verb
        else:
            continue
        tags[verb], deps[noun], heads[noun] = "VBD", "nsubj", verb
