"""The things that force is used on where no party is: what is bombed, seized, blocked, boycotted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from memcon.ontology.words import words

from ..acts.acts import Act
from ..grammar.parsed import Parsed
from ..joining.group import Group
from ..roles.filled import Filled
from ..roles.parties_of_both import heard_targets
from ..scene import Scene
from ..triggers import slots

# What is closed or cut off restricts people; what is seized, blocked or broken into is itself the target.
_ON_THINGS = frozenset(("seize", "censor", "cyber", "boycott", "vandalize"))
# Whom the table of nouns for people may lack: "arrested a beekeeper".
_ON_PEOPLE = frozenset(("arrest", "deport", "convict", "release"))
# What is fired or set off is no target.
_SETTING_OFF = frozenset(("fire", "launch", "detonate", "plant", "throw", "hurl", "lob", "explode", "use"))
_OF_PLACES = frozenset(("in", "at", "mod", "poss", "support"))


def with_targets(scene: Scene, groups: Sequence[Group]) -> list[Group]:
    """The events; an attack, a seizure or a boycott that befalls nobody befalls the thing in its own slots, if there is one.

    Things are no parties, and are looked for last: a strike on a house that killed a man is one event, and befell the man.
    """
    for group in groups:
        if group.type in ("ASSAULT", "COERCE"):
            known: dict[str, int] = {}
            group.acts[:] = [replace(a, parties=tuple(_thing_named(scene, f, known) for f in a.parties)) for a in group.acts]
        if _befalls_things(group) and not group.of_role("recipient"):
            whom_first = sorted(enumerate(group.acts), key=lambda told: scene.p.lemmas[told[1].trigger.head] not in words("harm_verbs"))
            for number, act in whom_first:  # "stormed a hotel, killing ten guests" befell the guests
                if things := _things(scene, act):
                    group.acts[number] = replace(act, parties=(*act.parties, *things))
                    break
    return list(groups)


def _thing_named(scene: Scene, one: Filled, known: dict[str, int]) -> Filled:
    """For whose name a thing bears that is hit, or people, these themselves: "shelled the Kofo nuclear plant", "shot two Basque vets".

    So it is annotated in 37 of 45 such cases, test part left out; "rebel targets" are the rebels. `known` are those of the event by their
    words.
    """
    p, noun = scene.p, one.token
    if one.slot != "obj>mod":
        return one
    while p.deps[noun] in ("compound", "amod", "nmod") and p.heads[noun] > noun:
        noun = p.heads[noun]
    people = p.tags[noun] == "NNS" and any(p.deps[c] == "nummod" for c in p.children[noun])
    things = p.tags[noun] in ("NN", "NNS") and p.lemmas[noun] in words("targets") and p.lemmas[noun] != "target"
    deed = any(entry.type for entry in scene.lexicon.nouns.get(p.lemmas[noun], ()))
    number = scene.cast.plain(noun) if (people or things) and not deed and noun != one.token else None
    if number is None:
        return one
    mention = scene.cast.entities[number].best
    return Filled("recipient", known.setdefault(p.phrase(mention.first, mention.end).lower(), number), noun, "obj")


def _befalls_things(group: Group) -> bool:
    return group.type == "ASSAULT" or group.mode in _ON_THINGS | _ON_PEOPLE


def _things(scene: Scene, act: Act) -> list[Filled]:
    p, trigger = scene.p, act.trigger
    for choice in scene.lexicon.frames.get(trigger.entry.frame, {}).get("recipient", ()):
        for slot in (s for s in choice if s not in _OF_PLACES and not (s == "obj" and p.lemmas[trigger.head] in _SETTING_OFF)):
            tokens = [t for t in slots.fill(p, trigger.head, slot, trigger.tokens) if t not in trigger.tokens and t not in scene.heads]
            things = [t for t in tokens if p.tags[t] in ("NN", "NNS") and (p.lemmas[t] in words("targets") or _is_shelled(p, t))]
            found = [Filled("recipient", n, t, slot) for t in things if (n := scene.cast.plain(t)) is not None]
            if found:
                return found
    known = {f.entity for f in act.parties}  # "fought alongside the rebels": not against them
    return [f for f in heard_targets(p, trigger, scene.cast) if f.entity not in known and f.token not in scene.heads]


def _is_shelled(p: Parsed, noun: int) -> bool:
    """Whether force is used on a settlement that nobody takes: "bombed two towns"; where one is taken, it is only the place."""
    return p.lemmas[noun] in _SETTLEMENTS and p.lemmas[p.heads[noun]] not in words("capturing_verbs") | _TAKING


_TAKING = frozenset("enter liberate overrun reach recapture retake take".split())
_SETTLEMENTS = frozenset(("village", "town", "city", "hamlet"))
