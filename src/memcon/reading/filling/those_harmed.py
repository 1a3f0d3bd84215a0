"""Who is killed or hurt beside what an attack hits: "fired at a post, killing a clerk", "ambushed a convoy and killed three men"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..acts.acts import Act
from ..grammar.dependents import coordinated, is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import clause, prepositional
from ..joining.group import Group
from ..roles.filled import Filled
from ..scene import Scene

_KILLING = frozenset("kill behead execute murder slay".split())
_HARMING = _KILLING | frozenset("wound injure hurt maim die".split())
_NOBODY = frozenset("nobody none one anyone other dozen score hundred thousand death hope nonsense time".split())
_BESIDE = ("advcl", "conj", "xcomp")


def with_those_harmed(scene: Scene, groups: Sequence[Group]) -> list[Group]:
    """The events; an attack of which only is told what it hit befell those, too, whom a verb of harm behind its own has for an object.

    In the annotated windows, passages and reports of our own, test part left out, so it is in nearly all of 64 cases where a noun tells
    them; of bare numbers ("killing six") half are left out.
    """
    p = scene.p
    apart = {f.entity for g in groups for a in g.acts for f in a.parties}
    for group in groups:
        if group.type != "ASSAULT" or not group.of_role("recipient"):
            continue
        befallen = [(a, f) for a in group.acts for f in a.parties if f.role == "recipient" and not _is_hit_by(p, a, f)]
        verbs = {p.lemmas[clause(p, f.token)] for _, f in befallen} | _died(group, scene)
        for number, act in enumerate(group.acts):
            if act.headline:  # whom the text tells of in other words
                continue
            told = [t for verb in _harming(p, act.trigger.head) for t in _harmed(p, verb)]
            told = [t for t in told if not verbs & (_KILLING if p.lemmas[p.heads[t]] in _KILLING else _HARMING)]
            harmed = [Filled("recipient", n, t, "obj") for t in told if (n := scene.cast.plain(t)) is not None and n not in apart]
            if harmed:
                group.acts[number] = replace(act, parties=(*act.parties, *harmed))
                break
    return list(groups)


def _is_hit_by(p: Parsed, act: Act, one: Filled) -> bool:
    """Whether a party stands in the words for what an attack, told by a noun, was on: "a strike on a school killed ten people"."""
    return not is_verb(p, act.trigger.head) and one.token in p.subtree(act.trigger.head)


def _died(group: Group, scene: Scene) -> set[str]:
    """What a verb of harm may say again of a person who was hit by name."""
    return {"kill"} if any(scene.cast.entities[n].kind == "person" for n in group.of_role("recipient")) else set()


def _harming(p: Parsed, head: int) -> list[int]:
    """A verb of harm itself, those that a verb of attack leads to, or those that say of an attack what it did: "a raid that killed ten"."""
    if not is_verb(p, head):
        above = p.heads[head]
        if p.deps[head] == "nsubj" and p.lemmas[above] in _HARMING:  # "a strike on a school killed ten people"
            return [above]
        return [c for c in p.children[head] if p.deps[c] == "relcl" and p.lemmas[c] in _HARMING]
    below = [c for c in p.children[head] if p.deps[c] in _BESIDE and c > head]
    return [v for v in (head, *below, *(c for b in below for c in p.children[b] if p.deps[c] == "conj")) if p.lemmas[v] in _HARMING]


def _harmed(p: Parsed, verb: int) -> list[int]:
    """The nouns for those whom a verb of harm is done to, all of a row, and no bare numbers; "two of its soldiers" are some."""
    told = [c for c in p.children[verb] if p.deps[c] in (("nsubj",) if p.lemmas[verb] == "die" else ("dobj", "nsubjpass"))]
    told = [t for c in told for t in coordinated(p, c)]
    some = (c for c in told if p.tags[c] == "CD" and any(p.tags[g] == "NNS" for g in prepositional(p, c, "of")))
    return [*(c for c in told if p.tags[c] in ("NN", "NNS") and p.lemmas[c] not in _NOBODY), *some]
