"""What was told before and is denied after (CODEBOOK 1, Rules): "Chile denied it", "the army denied its part", "a charge Chile denies",
"Chile denied any strike on the camp"."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace

from memcon.ontology.codebook import codebook
from memcon.ontology.lexicon import lexicon
from memcon.ontology.words import words

from ..claims.attribution import Claim, claim_heads
from ..factuality.false_reports import is_no_such
from ..grammar.dependents import child, is_verb
from ..parties.entity import Entity
from ..scene import Scene
from .group import Group
from .sourcing import speakers_of

_REACH = 2
"""So many sentences before a denial that which it denies stands."""
_REACH_OF_NAMES = 8
"""So many, where the denial names the deed anew."""
_NOT_DONE = ("denied", "offered")
_DEEDS = frozenset(("ASSAULT", "COERCE", "AID", "MOBILIZE", "PROTEST", "SANCTION"))
"""What one can deny a part in."""


def with_denials(scene: Scene, groups: Sequence[Group]) -> list[Group]:
    """The events, with the claims that deny them in words that name no act of their own.

    Denied is what someone else is reported to have said of the one who denies, in the nearest sentence that tells such a thing. What
    only the report itself tells is left as it is, unless a deed of that kind, or a part in it, is what is denied.
    """
    groups = _with_plans_denied(scene, groups)
    taken = {a.trigger.head for g in groups for a in g.acts}
    for number, claim in enumerate(scene.claims):
        if claim.source and claim.stance == "asserts" and (such := _of_which_there_was_none(scene, groups, claim)) is not None:
            such.denied_by.append(number)
            groups = [g for g in groups if g is such or not _only_says_so(scene, g, claim)]
    for number, claim in enumerate(scene.claims):
        if claim.stance != "denies" or not claim.source:
            continue
        kinds = _kinds_denied(scene, claim, taken)
        told = _told_of_that_kind(scene, groups, claim, kinds) if kinds else None
        if told is not None:
            told.denied_by.append(number)
        if kinds or not _is_told_before(scene, claim):
            continue
        here = scene.p.sentence_of[claim.cue[0][0]]
        for sentence in range(here, max(here - _REACH, 0) - 1, -1):
            if found := [(g, n) for g in groups if (n := _denied_there(scene, g, claim, sentence)) is not None]:
                for group, at in found:
                    act = group.acts[at]
                    group.acts[at] = replace(act, claims=(*act.claims, number))
                groups = [g for g in groups if not _only_calls_it_untrue(scene, g, claim)]
                break
        else:
            if (found_at := _of_somebody(scene, groups, claim)) is not None:
                found_at.denied_by.append(number)
    return list(groups)


def _only_calls_it_untrue(scene: Scene, group: Group, claim: Claim) -> bool:
    """Whether a reproach is nothing but the word that denies what was told: "Chad called the report false"."""
    inside = {t for first, end in (*claim.cue, *claim.content) for t in range(first, end)}
    heads = [a.trigger.head for a in group.acts]
    own = group.type == "ACCUSE" and not group.of_role("recipient")
    return own and all(scene.p.lemmas[h] in words("untrue") and not inside.isdisjoint((h, scene.p.heads[h])) for h in heads)


def _with_plans_denied(scene: Scene, groups: Sequence[Group]) -> list[Group]:
    """The events, a contact that one says is to come and another that none is planned as one: "said they would meet; Chad said there were
    no plans for a meeting"."""
    kept = list(groups)
    for group in groups:
        number = _who_says_none_is_planned(scene, group)
        if number is None:
            continue
        theirs = speakers_of(scene.claims[number], scene.p, scene.cast)
        act = group.acts[0]
        if (told := _planned_before(scene, kept, act.trigger.head, act.principals, theirs, group.mode)) is not None:
            told.denied_by.append(number)
            kept = [g for g in kept if g is not group]
    taken = {a.trigger.head for g in kept for a in g.acts}
    for number, claim in enumerate(scene.claims):
        if claim.stance == "denies" and claim.source and (noun := _any_occasion(scene, claim, taken)) is not None:
            theirs = speakers_of(claim, scene.p, scene.cast)
            if (told := _planned_before(scene, kept, noun, frozenset(), theirs, "")) is not None:
                told.denied_by.append(number)
    return kept


def _any_occasion(scene: Scene, claim: Claim, taken: set[int]) -> int | None:
    """The word for any occasion to come that a denial is of: "denied that any round had been scheduled"."""
    p = scene.p
    inside = [t for first, end in claim.content for t in range(first, end)]
    planned = any(p.lemmas[t] in _PLANNING for t in inside)
    nouns = (t for t in inside if p.lemmas[t] in _OCCASIONS and any(p.lower[c] in ("a", "any") for c in p.children[t]))
    return next(nouns, None) if planned and taken.isdisjoint(inside) else None


_PLANNING = frozenset("agree arrange plan schedule set".split())
_OCCASIONS = frozenset("call meeting round session summit visit".split())


def _who_says_none_is_planned(scene: Scene, group: Group) -> int | None:
    """The claim that a contact is not to be, where that is all that is told of it: "no meeting was planned", "no plans for a meeting"."""
    p, act = scene.p, group.acts[0]
    noun = act.trigger.head
    if group.type != "CONSULT" or len(group.acts) > 1 or group.status != "denied" or is_verb(p, noun):
        return None
    above = p.heads[p.heads[noun]] if p.deps[noun] == "pobj" else noun
    if not any(p.lower[c] == "no" for t in (noun, above) for c in p.children[t]):
        return None
    return next((n for n in reversed(scene.claims_over(noun)) if scene.claims[n].source), None)


def _planned_before(scene: Scene, groups: Sequence[Group], head: int, principals: Set[int], theirs: Set[int], mode: str) -> Group | None:
    """The contact that somebody else has told to come right before a word, with those whom the denial names, if it names any."""
    p = scene.p
    for group in reversed(groups):
        last = group.acts[-1]
        near = last.trigger.head < head and p.sentence_of[head] - p.sentence_of[last.trigger.head] <= 1
        open_ = group.type == "CONSULT" and group.status in ("planned", "possible", "offered")
        if not open_ or not near or not principals - theirs <= last.principals:
            continue
        told = [scene.claims[n] for a in group.acts for n in a.claims]
        if (group.mode == mode or not mode) and told and not any(speakers_of(c, p, scene.cast) & theirs for c in told):
            return group
    return None


def _only_says_so(scene: Scene, group: Group, claim: Claim) -> bool:
    """Whether an event is nothing but the words that deny another: "said that no such letter had come"."""
    cue = {t for first, end in claim.cue for t in range(first, end)}
    inside = {t for first, end in claim.content for t in range(first, end) if is_no_such(scene.p, t)}
    return all(set(a.trigger.tokens) <= (cue if a.type == "STATEMENT" else inside) for a in group.acts)


def _of_which_there_was_none(scene: Scene, groups: Sequence[Group], claim: Claim) -> Group | None:
    """The event right before of which somebody says that there was "no such letter", by its type, else the one that another told of.

    In the annotated texts ten of fourteen such words deny the event told last before.
    """
    p, cue = scene.p, claim.cue[0][0]
    noun = next((t for first, end in claim.content for t in range(first, end) if is_no_such(p, t)), None)
    if noun is None or p.lemmas[noun] == "deadline":  # none was set, though something may have been asked for
        return None
    kinds = {e.type for e in lexicon().nouns.get(p.lemmas[noun], ()) if e.type}
    theirs, found = speakers_of(claim, p, scene.cast), None
    for group in groups:
        before = [a for a in group.acts if a.trigger.head < cue and p.sentence_of[cue] - p.sentence_of[a.trigger.head] <= 1]
        if not before or group.status in _NOT_DONE or theirs == group.of_role("actor"):
            continue
        told = any(
            scene.claims[n].stance == "asserts" and not speakers_of(scene.claims[n], p, scene.cast) & theirs for n in before[-1].claims
        )
        fits = (group.type in kinds, before[-1].trigger.head)
        if (fits[0] or (told and p.lemmas[noun] in _ANYTHING)) and (found is None or fits > found[0]):
            found = fits, group
    return found[1] if found is not None else None


_ANYTHING = frozenset(
    "thing order remark offer promise decision deal contract move step act incident event pledge plan instruction".split()
)


def _kinds_denied(scene: Scene, claim: Claim, taken: set[int]) -> set[str]:
    """The types of the deeds that a denial names of which no mention is an event's: "any strike", "that any soldier had crossed"."""
    inside = [t for first, end in claim.content for t in range(first, end)]
    named = [t for t in inside if t in scene.heads and scene.p.lemmas[t] not in words("accusations")]
    return set() if any(t in taken for t in named) else {scene.heads[t].entry.type for t in named[:1]}


def _told_of_that_kind(scene: Scene, groups: Sequence[Group], claim: Claim, kinds: set[str]) -> Group | None:
    """The event told before that is the deed of a kind which a side denies of itself, the nearest one."""
    p, cue = scene.p, claim.cue[0][0]
    theirs = _side_of(scene, claim)
    nearest: tuple[int, Group] | None = None
    for group in groups:
        spoken = group.type in codebook().speech and group.type != "REJECT"  # what is broken off is a deed
        if group.type not in kinds or spoken or group.status in _NOT_DONE:
            continue
        own = group.of_role("actor") | (group.of_role("recipient") if group.type == "CONSULT" else set())
        if not (theirs & own or any(_speaks_for(scene.cast.entities[a], scene.cast.entities[b]) for a in theirs for b in own)):
            continue
        before = [a.trigger.head for a in group.acts if a.trigger.head < cue]
        if before and p.sentence_of[cue] - p.sentence_of[before[-1]] <= _REACH_OF_NAMES and (nearest is None or nearest[0] < before[-1]):
            nearest = before[-1], group
    return nearest[1] if nearest is not None else None


def _of_somebody(scene: Scene, groups: Sequence[Group], claim: Claim) -> Group | None:
    """The deed of nobody knows whom, told right before by the report itself, in which somebody denies a part: "masked men beat the riders;
    Fox's party denied any involvement"."""
    p, cue = scene.p, claim.cue[0][0]
    if not {p.lemmas[t] for first, end in claim.content for t in range(first, end)} & words("involvement"):
        return None
    for group in reversed(groups):
        doers = [scene.cast.entities[n] for n in group.of_role("actor")]
        known = any(one.named or one.country is not None for one in doers)
        before = [a for a in group.acts if a.trigger.head < cue and p.sentence_of[cue] - p.sentence_of[a.trigger.head] <= 1]
        if before and group.type in _DEEDS and group.status not in _NOT_DONE and not known:
            return group
    return None


def _side_of(scene: Scene, claim: Claim) -> set[int]:
    """Who denies, and whose they are: "the army", "Chad's army"."""
    p, cast = scene.p, scene.cast
    heads = claim_heads(p, claim)
    return {n for h in heads for t in (h, *(c for c in p.children[h] if p.deps[c] == "poss")) for n in cast.of(t)}


def _is_told_before(scene: Scene, claim: Claim) -> bool:
    """Whether the words denied only point back: a pronoun, or a noun for what was said or for a part in it."""
    p = scene.p
    inside = [t for first, end in claim.content for t in range(first, end)]
    tops = [t for t in inside if p.heads[t] not in inside or p.heads[t] == t]
    judged = words("accusations") | words("untrue") | words("true")
    if not tops or any(t in scene.heads and p.lemmas[t] not in judged and p.deps[t] != "neg" for t in inside):
        return False
    if p.lemmas[tops[0]] == "be" and (subject := child(p, tops[0], "nsubj")) is not None:  # "'This is not true,' he said"
        tops = [subject]
    part = any(p.lemmas[c] in words("involvement") for c in p.children[tops[0]] if p.deps[c] == "dobj")  # "had taken part"
    return part or any(p.lemmas[tops[0]] in words(name) for name in ("accusations", "told_before", "involvement"))


def _denied_there(scene: Scene, group: Group, claim: Claim, sentence: int) -> int | None:
    """The number of the act of a group that stands in a sentence before a denial, if it is what is denied."""
    p, cast = scene.p, scene.cast
    said = {p.lemmas[t] for first, end in claim.content for t in range(first, end)}
    spoken = group.type in codebook().speech and group.type != "REJECT"  # a breach is one, and a deed
    if spoken or group.status == "denied" or (said & words("involvement") and group.type not in _DEEDS):
        return None
    heads = claim_heads(p, claim)
    deniers = {n for h in heads for n in cast.of(h)}
    theirs = deniers | {n for h in heads for c in p.children[h] if p.deps[c] == "poss" for n in cast.of(c)}
    at = None
    for number, act in enumerate(group.acts):
        if p.sentence_of[act.trigger.head] != sentence or act.trigger.head > claim.cue[0][0]:
            continue
        told = [scene.claims[n] for n in act.claims]
        if any(c.stance == "asserts" and not {n for h in claim_heads(p, c) for n in cast.of(h)} & deniers for c in told):
            at = number
    if at is None or not theirs:
        return None
    own = group.of_role("actor") | (group.of_role("recipient") if group.type == "CONSULT" else set())
    if not own and sentence == p.sentence_of[claim.cue[0][0]]:
        return at  # "said a deal had been reached, which Chad denied"
    if theirs & own or any(_speaks_for(cast.entities[a], cast.entities[b]) for a in theirs for b in own):
        return at
    nobodys = not any(cast.entities[n].country for n in theirs) and theirs == deniers
    return at if nobodys and (said & words("accusations") or not any(cast.entities[n].named for n in deniers)) else None


def _speaks_for(one: Entity, other: Entity) -> bool:
    """Whether both are of one state and not two persons, each of whom speaks for himself."""
    return one.country is not None and one.country == other.country and not (one.kind == other.kind == "person")
