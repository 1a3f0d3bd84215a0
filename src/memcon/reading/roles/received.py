"""Who is at a contact that others are received for or sent to: "Chad hosted Rey for talks", "Chad sent Rey to the summit"."""

from __future__ import annotations

from memcon.ontology.words import words

from ..grammar.dependents import is_verb
from ..grammar.syntax import is_passive, objects, support
from ..scene import Scene
from ..triggers.triggers import Trigger
from .filled import HEARD, Filled, named


def with_received(scene: Scene, trigger: Trigger, parties: tuple[Filled, ...]) -> tuple[Filled, ...]:
    """The parties of a contact, with those who are received or sent as its actors; who receives them is the recipient, who sends them none.

    As of visits, the guest does it and the host is whom it is done to, whatever the grammar.
    """
    p, noun = scene.p, trigger.head
    verb, how = support(p, noun) if not is_verb(p, noun) else (None, "")
    if verb is None or how not in ("for", "at", "to", "in", "during") or not is_verb(p, verb) or is_passive(p, verb):
        return parties
    sends = p.lemmas[verb] in words("sending_verbs") and how in ("to", "for")
    if not sends and p.lemmas[verb] not in words("receiving_verbs"):
        return parties
    guests = named("actor", [o for o in objects(p, verb) if o != noun], scene.cast, "received")
    guests = [g for g in guests if scene.cast.entities[g.entity].kind in ("person", "group", "state")]
    if not guests:
        return parties
    those = {g.entity for g in guests}
    rest = [f for f in parties if f.entity not in those]
    hosts = [f for f in rest if f.role == "actor" and f.slot in ("support", HEARD)]
    others = [f for f in rest if f not in hosts]
    return (*guests, *others, *(Filled("recipient", f.entity, f.token, f.slot) for f in hosts if not sends))
