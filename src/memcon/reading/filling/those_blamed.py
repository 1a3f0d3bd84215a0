"""Who did an attack that nobody is told to have done, by who is blamed next: "A mine killed nine men. The army blamed the rebels"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..acts.acts import Act
from ..grammar.dependents import is_verb
from ..grammar.parsed import Parsed
from ..joining.group import Group
from ..roles.filled import Filled
from ..scene import Scene

_NO_PARTY = frozenset(("other", "another"))  # "each side blamed the other"


def with_those_blamed(scene: Scene, groups: Sequence[Group]) -> list[Group]:
    """The events; who is blamed, and for nothing else, in the sentence behind an attack without a doer, or in a clause of its own, did it.

    So it is annotated in all four such cases, test part left out; what is blamed on somebody in the same sentence otherwise is, as
    often as not, another's deed.
    """
    p = scene.p
    attacks = sorted(((a.trigger.head, g) for g in groups if g.type == "ASSAULT" for a in g.acts), key=lambda told: told[0])
    for act in (a for g in groups if g.type == "ACCUSE" for a in g.acts):
        verb = act.trigger.head
        blamed = [f for f in act.parties if f.role == "recipient" and p.lemmas[f.token] not in _NO_PARTY]
        before = [told for told in attacks if told[0] < verb]
        mutual = any(a is not act and a.trigger.head == verb for g in groups for a in g.acts)  # "blamed each other"
        if mutual or p.lemmas[verb] != "blame" or not is_verb(p, verb) or not blamed or not before or _for_something_else(p, act):
            continue
        head, attack = before[-1]
        apart = p.sentence_of[verb] - p.sentence_of[head]
        if apart != 1 and not (apart == 0 and p.deps[verb] == "relcl" and p.heads[verb] in (head, *p.subtree(head))):
            continue
        if attack.of_role("actor") or set(attack.of_role("recipient")) & {f.entity for f in act.parties}:
            continue
        number = next(i for i, a in enumerate(attack.acts) if a.trigger.head == head)
        told = attack.acts[number]
        attack.acts[number] = replace(told, parties=(*told.parties, *(Filled("actor", f.entity, f.token, "blamed") for f in blamed)))
    return list(groups)


def _for_something_else(p: Parsed, act: Act) -> bool:
    """Whether words tell what somebody is blamed for, and it is no attack told before: "blamed Chad for breaking the truce"."""
    verb = act.trigger.head
    behind = [c for c in p.children[verb] if c > verb and p.lower[c] == "for"]
    behind += [c for f in act.parties for c in p.children[f.token] if p.lower[c] == "for" and c > verb]
    return bool(behind)
