"""Parties that stand outside an act's own slots: the accused of a deed, the speaker of a cue, whom a vote concerns."""

from __future__ import annotations

from memcon.ontology.words import words

from .attribution import claim_heads
from .parsed import Parsed
from .roles import Filled, named, roles
from .scene import Scene
from .syntax import grammatical_subject, is_passive, is_verb, prepositional, subject
from .triggers import Trigger


def filled(scene: Scene, trigger: Trigger) -> list[Filled]:
    """The parties in a trigger's own slots."""
    return roles(scene.p, trigger, scene.lexicon, scene.cast, scene.heads)


def accused(scene: Scene, trigger: Trigger) -> list[Filled]:
    """The actor of a deed that someone is accused of or blamed for: whom the accusation names."""
    p = scene.p
    at = trigger.head
    for _ in range(4):
        if p.deps[at] in ("pobj", "pcomp") and p.words[p.heads[at]].lower() in ("of", "for", "over"):
            accuser = scene.heads.get(p.heads[p.heads[at]])
            if accuser is not None and accuser.entry.type == "ACCUSE":
                own = filled(scene, trigger)
                if not is_verb(p, trigger.head) and any(f.role == "actor" and f.slot in ("poss", "by", "mod") for f in own):
                    return []
                return [Filled("actor", f.entity, f.token, "accused") for f in filled(scene, accuser) if f.role == "recipient"]
            return []
        if p.deps[at] not in ("conj", "dobj", "xcomp") or p.heads[at] == at:
            return []
        at = p.heads[at]
    return []


_TAKEN = frozenset(("claim", "take", "accept", "admit"))
_OWNED = frozenset(("responsibility", "credit"))


def claimed(scene: Scene, trigger: Trigger) -> list[Filled]:
    """Who claims a deed: "the killing was claimed by X", "an attack claimed by X", "X claimed responsibility for the attack"."""
    p, noun = scene.p, trigger.head
    if is_verb(p, noun):
        return []
    above = p.heads[noun]
    who: list[int] = []
    if p.deps[noun] == "nsubjpass" and p.lemmas[above] == "claim":
        who = prepositional(p, above, "by")
    elif p.deps[noun] == "pobj" and p.words[above].lower() == "for" and p.lemmas[p.heads[above]] in _OWNED:
        verb = p.heads[p.heads[above]]
        who = subject(p, verb) if p.lemmas[verb] in _TAKEN else []
    said_of_it = [c for c in p.children[noun] if p.deps[c] in ("acl", "relcl") and p.lemmas[c] == "claim"]
    who = who or [n for c in said_of_it for n in prepositional(p, c, "by")]
    who = [n for n in who if all(p.words[c].lower() != "no" for c in p.children[n])]
    return [Filled("actor", number, token, "claimed") for token in who for number in scene.cast.of(token)]


def with_speaker(scene: Scene, trigger: Trigger, parties: tuple[Filled, ...]) -> tuple[Filled, ...]:
    """The parties with the source of the claim that the trigger is the cue of as actor: "a Chinese official said, adding that ..."."""
    p = scene.p
    for number in sorted({n for t in trigger.tokens for n in scene.claims_by(t)}):
        claim = scene.claims[number]
        if claim.source:
            speakers = [Filled("actor", n, t, "source") for t in claim_heads(p, claim) for n in scene.cast.of(t)]
            if speakers and not {f.entity for f in parties if f.role == "actor"} & {s.entity for s in speakers}:
                gone = {s.entity for s in speakers}
                return (*speakers, *(f for f in parties if f.role != "actor" and f.entity not in gone))
    return parties


def reporting_side(scene: Scene, trigger: Trigger) -> list[Filled]:
    """For a contact told with its counterpart only, the side that tells of it: "the rebels say talks with the army go on"."""
    for claim in (scene.claims[n] for n in scene.claims_over(trigger.head)):
        if claim.clausal:
            found = named("actor", claim_heads(scene.p, claim), scene.cast, "source")
            if found and all(scene.cast.entities[f.entity].kind in ("state", "armed_group") for f in found):
                return found
    return []


def mobilized(scene: Scene, parties: tuple[Filled, ...]) -> tuple[Filled, ...]:
    """Forces that are put on alert or moved are no target: they act for their state, where nobody else is said to move them."""
    moved = [f for f in parties if f.role == "recipient" and f.slot in ("obj", "of", "subj", "support-obj")]
    kept = tuple(f for f in parties if f not in moved)
    if any(f.role == "actor" for f in kept):
        return kept
    changed: list[Filled] = []
    for one in moved:
        mention = scene.cast.mention(one.token)
        if mention is not None and mention.identity is not None and mention.identity.sector in ("MIL", "COP"):
            owners = [t for t in scene.p.children[one.token] if scene.p.deps[t] == "poss"]
            changed += named("actor", owners, scene.cast, "owner") or [Filled("actor", one.entity, one.token, one.slot)]
    return (*changed, *kept)


def voted_on(scene: Scene, vote: Trigger) -> list[Filled]:
    """Whom a vote concerns: the party that the motion condemns, supports or punishes ("a resolution deploring Russia's invasion")."""
    p = scene.p
    here = p.sentence_of[vote.head]
    actors = {f.entity for f in filled(scene, vote) if f.role == "actor"}
    for other in scene.triggers:
        if p.sentence_of[other.head] == here and other.entry.type in ("ACCUSE", "SANCTION", "SUPPORT", "REQUEST") and other is not vote:
            found = [f for f in filled(scene, other) if f.role == "recipient" and f.entity not in actors]
            if found and not any(f.role == "actor" and f.slot != "support" for f in filled(scene, other)):
                return found
    return []


def someone_else(scene: Scene, trigger: Trigger) -> bool:
    """Whether an active verb has a subject that is no party and no act: "the spree helped", "the issue pushed"."""
    p = scene.p
    if not is_verb(p, trigger.head) or is_passive(p, trigger.head):
        return False
    own = [s for s in grammatical_subject(p, trigger.head) if s not in scene.heads]
    return bool(own) and all(p.tags[s].startswith("N") for s in own)


def coordinates(p: Parsed, token: int) -> bool:
    """Whether the word is the noun of "in coordination with"."""
    return p.lemmas[token] in words("coordination") and p.deps[token] == "pobj" and p.words[p.heads[token]].lower() in ("in", "with")


def coordination(scene: Scene, trigger: Trigger) -> list[Filled]:
    """With whom the last act before the words "in coordination with" is coordinated, wherever the parser hung them."""
    p = scene.p
    _, end = p.sentences[p.sentence_of[trigger.head]]
    following = next((t for t in range(trigger.head + 1, end) if t in scene.heads and not coordinates(p, t)), end)
    found = [t for t in range(trigger.head + 1, following) if coordinates(p, t)]
    return [f for t in found for f in named("coordinated_with", prepositional(p, t, "with"), scene.cast, "coordination")]
