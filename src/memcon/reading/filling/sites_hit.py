"""What is hit beside those who are harmed: "shelled a market, killing ten", "blew up an airliner with ninety people aboard"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from memcon.ontology.words import words

from ..grammar.dependents import is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import clause
from ..joining.group import Group
from ..roles.filled import Filled
from ..scene import Scene
from ..triggers import slots

_STRIKING = frozenset("hit strike bomb attack pound pummel strafe blast shell bombard wreck destroy damage rocket blow".split())
_THROWING = {"fire": "at", "throw": "at", "hurl": "at", "lob": "at", "launch": "at", "drop": "on", "open": "on"}
_WOUNDING = frozenset("wound injure hurt maim".split())
_ON_BOARD = frozenset(("aboard", "board", "inside"))
_MANY = frozenset("dozens scores hundreds thousands".split())


def with_sites(scene: Scene, groups: Sequence[Group]) -> list[Group]:
    """The events; an attack whose own verb tells of a site, and whose clause tells who was harmed there, befell the site as well.

    So it is annotated, part test left out, with two sites of three; vehicles are only what those people were in.
    """
    for group in groups:
        if group.type != "ASSAULT" or not _befell_people(scene, group):
            continue
        for number, act in enumerate(group.acts):
            here = scene.p.sentence_of[act.trigger.head]
            near = {scene.p.sentence_of[f.token] - here for a in group.acts for f in _harmed(scene.p, a.parties)}
            hit = own_objects(scene.p, act.trigger.head, act.trigger.tokens) if near & {0, 1} else []
            site = [t for t in hit if _is_site(scene, t) and scene.p.lemmas[act.trigger.head] != "blow"]  # half of those blown up are
            told = [Filled("recipient", n, t, "obj") for t in site if (n := scene.cast.plain(t)) is not None]
            if told:
                known = {f.entity for a in group.acts for f in a.parties}
                group.acts[number] = replace(act, parties=(*act.parties, *(f for f in told if f.entity not in known)))
                break
    return list(groups)


def own_objects(p: Parsed, verb: int, tokens: tuple[int, ...]) -> list[int]:
    """What a verb of attack tells that force is used on: "shelled a market", "fired rockets at it", "the market was shelled", "came under
    fire"."""
    if not is_verb(p, verb):
        return []
    if p.lemmas[verb] == "come" and any(p.lower[t] == "under" for t in tokens):
        return slots.fill(p, verb, "subj", tokens)
    slot = "obj" if p.lemmas[verb] in _STRIKING else _THROWING.get(p.lemmas[verb], "")
    return [t for t in slots.fill(p, verb, slot, tokens) if t not in tokens] if slot else []


def _is_site(scene: Scene, token: int) -> bool:
    """Whether a common noun names a building, a camp or a post that is no party of itself."""
    p = scene.p
    common = p.tags[token] in ("NN", "NNS") and not scene.cast.of(token) and token not in scene.heads
    return common and p.lemmas[token] in words("sites_hit")


def _befell_people(scene: Scene, group: Group) -> bool:
    """Whether an attack befalls somebody by what is told so far, and nobody but people."""
    whom = [scene.cast.entities[n] for n in group.of_role("recipient")]
    return bool(whom) and all(one.kind in ("group", "person") or (not one.named and one.best.plural) for one in whom)


def _harmed(p: Parsed, parties: Sequence[Filled]) -> list[Filled]:
    """Those whom a verb of harm tells of: "killing ten", "four were injured"."""
    return [f for f in parties if f.role == "recipient" and p.lemmas[clause(p, f.token)] in words("harm_verbs") | {"leave"}]


def without_inmates(scene: Scene, groups: Sequence[Group]) -> list[Group]:
    """The events; who is only told of in words about what was hit ("a camp from which rebels set out") was not hit by that."""
    p = scene.p
    for group in groups:
        if group.type != "ASSAULT":
            continue
        hit = [t for a in group.acts for t in own_objects(p, a.trigger.head, a.trigger.tokens) if p.tags[t] in ("NN", "NNS")]
        for number, act in enumerate(group.acts):
            gone = [f for f in act.parties if f.role == "recipient" and any(_is_aside_of(p, f.token, t) for t in hit)]
            if gone:
                group.acts[number] = replace(act, parties=tuple(f for f in act.parties if f not in gone))
    return list(groups)


def _is_aside_of(p: Parsed, token: int, thing: int) -> bool:
    """Whether a word stands in a relative clause of a thing, or in a phrase of who is in it."""
    with_them = p.deps[token] == "pobj" and p.lower[p.heads[token]] == "with" and token > thing
    if with_them and any(p.lower[t] in _ON_BOARD for t in (*p.subtree(token), p.edges[token][1]) if t < len(p)):
        return True  # "an airliner with ninety people aboard"
    if token == thing or token not in p.subtree(thing):
        return False
    between = [t for t in (token, *p.ancestors(token)) if t in p.subtree(thing) and t != thing]
    return any(p.deps[t] == "relcl" or (p.deps[t] == "prep" and p.lower[t] in ("with", "carrying", "among")) for t in between)


def without_counts_of_wounded(scene: Scene, groups: Sequence[Group]) -> list[Group]:
    """The events; a bare number of wounded beside those who were killed is no party: "killed ten soldiers and wounded twenty".

    It is annotated as one time of 13.
    """
    p = scene.p
    for group in groups:
        told = [f for a in group.acts for f in a.parties if f.role == "recipient"]
        if group.type != "ASSAULT" or not any(p.lemmas[clause(p, f.token)] in ("kill", "die") and not _is_bare(p, f.token) for f in told):
            continue
        gone = {f.entity for f in told if _is_bare(p, f.token) and _is_wounded(p, f.token)}
        if gone and gone != {f.entity for f in told}:
            for number, act in enumerate(group.acts):
                group.acts[number] = replace(act, parties=tuple(f for f in act.parties if f.role != "recipient" or f.entity not in gone))
    return list(groups)


def _is_bare(p: Parsed, token: int) -> bool:
    """Whether a word is a number without a noun: "wounded 20", "dozens"; not "dozens of guests"."""
    bare = p.tags[token] == "CD" or p.lower[token] in _MANY
    return bare and not any(p.lower[c] == "of" for c in p.children[token])


def _is_wounded(p: Parsed, token: int) -> bool:
    """Whether somebody was wounded: "wounding 20", "20 were injured", "at least 20 injured"."""
    beside = [c for c in p.children[token] if p.deps[c] in ("acl", "amod", "relcl")]
    return p.lemmas[clause(p, token)] in _WOUNDING or any(p.lemmas[c] in _WOUNDING for c in beside)
