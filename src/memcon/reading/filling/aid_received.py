"""To whom aid goes where its own words do not say: who gives thanks for it, or with whom one talks who offers it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..acts.acts import Act
from ..grammar.syntax import main_subject
from ..joining.answers import CONTACTS, is_told_with
from ..joining.group import Group
from ..roles.filled import Filled
from ..roles.own_side import for_the_state
from ..scene import Scene

_TO_COME = frozenset(("offered", "planned"))


def with_those_aided(scene: Scene, groups: Sequence[Group]) -> list[Group]:
    """The events; aid without a recipient goes to those who give thanks for it, or to the one with whom its giver talks.

    "Rey thanked Chad for the vaccines it has sent", "held talks with Rey and voiced Togo's readiness to send tents".
    """
    for group in groups:
        givers = group.of_role("actor")
        if group.type != "AID" or not givers or group.of_role("recipient"):
            continue
        for number, act in enumerate(group.acts):
            found = [*_thanking(scene, groups, act, givers)] or [*_talked_to(scene, groups, act, givers)]
            if found:
                group.acts[number] = replace(act, parties=(*act.parties, *(replace(f, role="recipient", slot="aided") for f in found)))
                break
    return list(groups)


def _thanking(scene: Scene, groups: Sequence[Group], aid: Act, givers: set[int]) -> Iterator[Filled]:
    """Those who give thanks for aid, the state for which they speak where the report names it."""
    p, above = scene.p, list(scene.p.ancestors(aid.trigger.head))
    for thanks in (a for g in groups if g.type == "SUPPORT" for a in g.acts if a.trigger.head in above):
        between = above[: above.index(thanks.trigger.head)]
        if not any(p.lower[t] == "for" for t in between) or not _lands(scene, thanks.of_role("recipient")) & _lands(scene, givers):
            continue
        for one in thanks.parties:
            if one.role == "actor" and not _lands(scene, {one.entity}) & _lands(scene, givers):
                yield for_the_state(scene.cast, one)
        return


def _talked_to(scene: Scene, groups: Sequence[Group], aid: Act, givers: set[int]) -> Iterator[Filled]:
    """With whom the giver, or who speaks for it, has a contact in the sentence in which the aid is offered."""
    if aid.status.value not in _TO_COME:
        return
    for contact in groups:
        here = any(scene.p.sentence_of[a.trigger.head] == scene.p.sentence_of[aid.trigger.head] for a in contact.acts)
        if contact.type != "CONSULT" or contact.mode not in CONTACTS or not here or not is_told_with(scene.p, contact, aid.trigger.head):
            continue
        home = _lands(scene, givers) | _lands(scene, {n for t in main_subject(scene.p, aid.trigger.head) for n in scene.cast.of(t)})
        present = {f.entity: f for a in contact.acts for f in a.parties if f.role in ("actor", "recipient")}
        others = [f for f in present.values() if not _lands(scene, {f.entity}) & home]
        if len(others) == 1 < len(present):
            yield others[0]
            return


def _lands(scene: Scene, entities: set[int]) -> set[str]:
    """Of which states some are; who is of none counts as oneself."""
    return {scene.cast.entities[n].country or f"#{n}" for n in entities}
