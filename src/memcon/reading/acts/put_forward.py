"""On whose word an act is told: the claims whose words put it forward, or name it as what they tell ("confirmed the strike")."""

from __future__ import annotations

from memcon.ontology.codebook import codebook
from memcon.ontology.words import words

from ..claims.attribution import Claim
from ..factuality.assertion import asserts, background, definite, described
from ..factuality.told_in_passing import told_in_passing
from ..grammar.dependents import SUBJECTS, child, is_verb
from ..grammar.syntax import support
from ..roles.implied import vouched_by
from ..scene import Scene
from ..triggers.triggers import Trigger

_WISHING = ("ask", "refuse")


def put_forward(scene: Scene, trigger: Trigger, status: str = "happened") -> tuple[bool, tuple[int, ...]]:
    """Whether an act is stated, and the numbers of the claims that state it, outermost first.

    What is only wished for is not put forward ("urged Chad to withdraw"), nor is what was said in a contact told of it ("asked him, in a
    call, to wait"). What is told in passing has claims, though no clause states it.
    """
    p = scene.p
    stated = asserts(p, trigger) and not _is_topic(scene, trigger)
    beside = _said_during(scene, trigger)
    over = [n for n in _over(scene, trigger.head) if n not in beside and not _wishes(scene.claims[n])]
    over = [n for n in over if not _answers_it(scene.claims[n], trigger)]
    found = whole = tuple(n for n in over if scene.claims[n].clausal)
    if not stated and found and (noun := described(p, trigger.head)) is not None:
        found = tuple(n for n in found if n not in scene.claims_over(noun))
        stated = bool(found)
    elif not stated and found and (known := background(p, trigger.head)) is not None:
        first, end = p.edges[known]
        found = tuple(n for n in found if first <= scene.claims[n].cue[0][0] < end)
        stated = bool(found)
    for more in (vouched_by(scene, trigger), _named(scene, trigger)):
        kept = found if stated or not more else ()
        found = (*kept, *(n for n in more if n not in kept))
        stated = stated or bool(more)
    if not stated and told_in_passing(p, trigger, status):
        above = support(p, trigger.head)[0]
        return stated, tuple(n for n in whole if above is None or n not in scene.claims_by(above))
    return stated, found if stated else ()


def _over(scene: Scene, token: int) -> tuple[int, ...]:
    """The claims over a word; a verb without a subject of its own goes on with what was said of the one before: "bombed a school, police
    said, and killed ten"."""
    p, own = scene.p, scene.claims_over(token)
    first = p.heads[token]
    goes_on = is_verb(p, token) and p.deps[token] == "conj" and is_verb(p, first) and child(p, token, *SUBJECTS) is None
    if own or not goes_on or p.lower[p.edges[token][0] - 1] != "and":
        return own
    return tuple(n for n in scene.claims_over(first) if first < scene.claims[n].cue[0][0] < token)


def _is_topic(scene: Scene, trigger: Trigger) -> bool:
    """Whether a known act is what other words are about: "said it would investigate the attack", "said it backed the truce"."""
    verb, how = support(scene.p, trigger.head) if not is_verb(scene.p, trigger.head) else (None, "")
    about = scene.heads.get(verb) if verb is not None else None
    spoken = about is not None and about.entry.type in (*codebook().speech, "SUPPORT")
    return spoken and how == "obj" and about is not trigger and definite(scene.p, trigger)


def _wishes(claim: Claim) -> bool:
    """Whether a cue asks for what its words tell, and does not say that it is so: "urged Chad to leave", "called on Chad to leave"."""
    return claim.group in _WISHING or claim.lemma == "call"


def _answers_it(claim: Claim, trigger: Trigger) -> bool:
    """Whether a denial behind words denies what they say, not that they were said: "accused him of it, a charge he denies"."""
    return claim.stance == "denies" and trigger.entry.type in codebook().speech and claim.cue[0][0] > trigger.head


def _named(scene: Scene, trigger: Trigger) -> tuple[int, ...]:
    """The claims whose verb tells of a deed as its object: "confirmed the strike", "reported attacks", "denied the shelling"."""
    p, noun = scene.p, trigger.head
    if is_verb(p, noun) or trigger.entry.type in codebook().speech:
        return ()
    owned = tuple(n for n in scene.claims_over(noun) if scene.claims[n].group == "own")
    verb, how = support(p, noun)
    if owned or verb is None or how != "obj" or p.lemmas[verb] not in words("vouching_verbs"):
        return owned
    if p.lemmas[verb] not in words("conceding_verbs") and definite(p, trigger) and child(p, noun, "prep") is None:
        return ()  # "announcing the sanctions": told before
    return scene.claims_by(verb)


def _said_during(scene: Scene, trigger: Trigger) -> tuple[int, ...]:
    """The claims that were made in a contact, not of it."""
    if is_verb(scene.p, trigger.head):
        return ()
    verb, how = support(scene.p, trigger.head)
    return scene.claims_by(verb) if verb is not None and how in ("in", "during", "at", "by", "over") else ()
