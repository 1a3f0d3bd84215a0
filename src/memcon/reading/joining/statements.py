"""Which acts of speech are events of their own (CODEBOOK 1.6): a party takes a line, and the words hold no other event."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from memcon.ontology.words import words

from ..acts.acts import Act
from ..acts.blames import blame
from ..acts.demands import Demand, demand, naming_word
from ..acts.threats import threat
from ..claims.attribution import Claim
from ..coreference.cast import Cast
from ..encoder.coding import hardly_said, surely_said
from ..grammar.dependents import is_verb
from ..grammar.parsed import Parsed
from ..roles.filled import Filled
from ..scene import Scene
from ..triggers.triggers import Trigger
from .sourcing import speakers_of

# Sectors whose members speak for a party; analysts, journalists, witnesses and companies do not.
_PARTIES = frozenset("GOV MIL LEG PTY OPP REB UAF IGO JUD SPY COP ELI NGO REL".split())
_LINE = frozenset("will would must should shall can could may might need never nothing no not".split())
_LINE_TAGS = frozenset(("JJ", "JJR", "JJS", "MD"))
_SHORTEST = 5


def statements(scene: Scene, acts: Sequence[Act]) -> list[Act]:
    """The acts without the cues, and without the statements, that are no events.

    A statement stands only if its speaker is a party; a bare cue only if, besides, its content takes a line and holds no other act that
    it asserts.
    """
    p, cast = scene.p, scene.cast
    said: dict[int, list[Act]] = {}
    for act in acts:
        for number in scene.claims_over(act.trigger.head):
            said.setdefault(number, []).append(act)
    kept: list[Act] = []
    told = [t for c in scene.claims if (t := _hostile(p, c, cast, speakers_of(c, p, cast))) is not None]
    threatening = {t.verb for t in told if t.type == "THREATEN"}  # no acts of their own
    for act in acts:
        if act.trigger.head in threatening and act.type != "THREATEN":
            continue
        if act.type == "AGREE" and (vowed := _vowed(scene, act)) is not None:
            kept.append(vowed)
        elif act.type != "STATEMENT":
            if not _is_named_again(scene, act, said):
                kept.append(act)
        elif any(is_party(cast, n) for n in act.of_role("actor")):
            own = next((n for t in act.trigger.tokens for n in scene.claims_by(t)), None)
            claim = scene.claims[own] if own is not None else None
            sure = surely_said(act.trigger)
            bare = act.bare and not sure
            asked = _demanded(p, act, claim, cast) if claim is not None else None
            if asked is not None:
                others = [a for a in said.get(own, ()) if a is not act] if own is not None else []
                if not any(a.type == asked.type and a.of_role("actor") == act.of_role("actor") for a in others):
                    kept.append(asked)  # of "said that X should talk" one word is enough
                continue
            if claim is None or own is None:
                if not bare:
                    kept.append(act)
                continue
            inside = [a for a in said.get(own, ()) if a is not act and a.asserted and a.parties]
            if any(not a.bare for a in inside) and not sure:
                continue
            if not bare or (claim.parent is None and takes_line(p, claim) and not hardly_said(p, act.trigger)):
                kept.append(act)
    return _one_a_point(p, kept)


def _is_named_again(scene: Scene, act: Act, said: Mapping[int, Sequence[Act]]) -> bool:
    """Whether a bare cue is blame by a word of what is said that names the act itself: "said that it would be reckless"."""
    if act.type != "ACCUSE" or not act.bare:
        return False
    inside = (a for t in act.trigger.tokens for n in scene.claims_by(t) for a in said.get(n, ()))
    who, whom = act.of_role("actor"), act.of_role("recipient")
    return any(a.type == "ACCUSE" and not a.bare and a.of_role("actor") == who and whom <= a.of_role("recipient") for a in inside)


def with_cues_of_threats(
    p: Parsed, named: Sequence[Trigger], found: Sequence[Trigger], claims: Sequence[Claim], cast: Cast
) -> list[Trigger]:
    """The triggers found, with the cues of threats among those that the lexicon has named: to the encoder they may be mere cues."""
    by_token = {t: one for one in named for t in one.tokens if one.entry.type == "STATEMENT"}
    taken = {t for one in found for t in one.tokens}
    more: dict[int, Trigger] = {}
    for claim in claims:
        cue = next((by_token[t] for first, end in claim.cue for t in range(first, end) if t in by_token), None)
        if cue is not None and not taken & set(cue.tokens) and _hostile(p, claim, cast, speakers_of(claim, p, cast)) is not None:
            more[cue.head] = cue
    return sorted([*found, *more.values()], key=lambda one: one.head) if more else list(found)


def _hostile(p: Parsed, claim: Claim, cast: Cast, speakers: set[int]) -> Demand | None:
    """The threat or the blame that the words of a party hold against others than itself, and than the state that it is of."""
    if not any(is_party(cast, n) for n in speakers):
        return None
    heads = [m.head for n in speakers for m in cast.entities[n].mentions]
    homes = {cast.entities[n].country for n in speakers}
    own_side = {n for first, end in claim.source for t in range(first, end) for n in cast.of(t)}  # "Fox, a spokesman for the rebels"

    def is_other(token: int) -> bool:
        known = [n for n in cast.of(token) if is_party(cast, n)]
        return (
            bool(known)
            and own_side.isdisjoint(known)
            and not any(cast.entities[n].kind == "state" and cast.entities[n].country in homes for n in known)
        )

    return threat(p, claim, is_other, heads) or blame(p, claim, is_other, heads)


def _vowed(scene: Scene, act: Act) -> Act | None:
    """A promise as a threat, where its words are one: "promised that Chad would pay for the raid"."""
    own = next((scene.claims[n] for t in act.trigger.tokens for n in scene.claims_by(t)), None)
    threat_told = _demanded(scene.p, act, own, scene.cast) if own is not None and own.group == "promise" else None
    return threat_told if threat_told is not None and threat_told.type == "THREATEN" else None


def _recipients(cast: Cast, found: Demand, speakers: set[int]) -> tuple[Filled, ...]:
    if found.recipient is None:
        return ()
    return tuple(Filled("recipient", n, found.recipient, "demand") for n in cast.of(found.recipient) if n not in speakers)


def _demanded(p: Parsed, act: Act, claim: Claim, cast: Cast) -> Act | None:
    """The statement as a request, refusal or threat, where its words are one ("said that X must withdraw", "X will pay for it")."""
    speakers = act.of_role("actor")
    heads = [m.head for n in speakers for m in cast.entities[n].mentions]

    def parties_at(token: int) -> bool:
        return any(is_party(cast, n) for n in cast.of(token))

    found = demand(p, claim, parties_at, heads) or _hostile(p, claim, cast, speakers)
    if found is None:
        return None
    recipients = _recipients(cast, found, speakers)
    if not recipients and found.recipient is None:  # "told students that any march would be met with bullets"
        recipients = tuple(f for f in act.parties if f.role == "recipient" and p.lemmas[f.token] not in words("audiences"))
    actors = tuple(f for f in act.parties if f.role == "actor")
    sort = {"THREATEN": "threat", "ACCUSE": "blame"}.get(found.type, "demand")
    rule = f"rule:{sort}.{p.lemmas[found.verb]}"
    trigger = replace(act.trigger, tokens=(naming_word(p, found.verb),)) if act.bare else act.trigger
    return replace(act, trigger=trigger, type=found.type, mode=found.mode, parties=(*actors, *recipients), bare=False, rule=rule)


def is_party(cast: Cast, number: int) -> bool:
    """Whether an entity can make policy by its words."""
    entity = cast.entities[number]
    if entity.kind in ("state", "armed_group"):
        return True
    sectors = {m.identity.sector for m in entity.mentions if m.identity is not None and m.identity.sector}
    if entity.kind == "organisation":
        return not sectors or bool(sectors & _PARTIES)
    return bool(sectors & _PARTIES)


def takes_line(p: Parsed, claim: Claim) -> bool:
    """Whether some words say how things are to be, or judge them, and do not merely tell what is."""
    tokens = [t for first, end in claim.content for t in range(first, end)]
    if sum(p.tags[t][:1].isalpha() for t in tokens) < _SHORTEST:
        return False
    return any(p.lower[t] in _LINE or p.tags[t] in _LINE_TAGS for t in tokens)


def _one_a_point(p: Parsed, acts: list[Act]) -> list[Act]:
    """Of statements of one speaker in one sentence the one that names the act best: a word of the content before its cue."""
    by_sentence: dict[int, list[Act]] = {}
    for act in acts:
        if act.type == "STATEMENT":
            by_sentence.setdefault(p.sentence_of[act.trigger.head], []).append(act)
    kept: list[Act] = []
    for act in acts:
        if act.bare and act.type == "STATEMENT" and is_verb(p, act.trigger.head):
            same = by_sentence[p.sentence_of[act.trigger.head]]
            rivals = [a for a in same if a is not act and a.of_role("actor") == act.of_role("actor")]
            if any(not a.bare for a in rivals) or any(a.trigger.head < act.trigger.head for a in rivals):
                continue
        kept.append(act)
    return kept
