"""Parties that stand outside an act's own slots: the accused of a deed, the speaker of a cue, whom a vote concerns."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from memcon.ontology.codebook import codebook
from memcon.ontology.lexicon import lexicon
from memcon.ontology.words import words

from ..claims.attribution import claim_heads
from ..factuality.status import BY_ENCODER, status
from ..grammar.dependents import is_verb
from ..grammar.parsed import Parsed
from ..grammar.relative_clauses import has_relative_subject
from ..grammar.syntax import grammatical_subject, is_passive, objects, prepositional, subject, support
from ..scene import Scene
from ..triggers import slots
from ..triggers.triggers import Trigger
from .filled import Filled, named
from .held_for import behind_it, held_for
from .roles import roles


def filled(scene: Scene, trigger: Trigger) -> list[Filled]:
    """The parties in a trigger's own slots."""
    return roles(scene.p, trigger, scene.lexicon, scene.cast, scene.heads)


def accused(scene: Scene, trigger: Trigger) -> list[Filled]:
    """The actor of a deed that someone is accused of, blamed or held for: whom the accusation names."""
    if trigger.entry.type == "ASSAULT" and (behind := behind_it(scene.p, trigger.head, scene.cast)):
        return behind
    blaming = _blame(scene.p, trigger.head)
    accuser = accusation(scene, trigger)
    held = held_for(scene.p, trigger.head, scene.cast) if trigger.entry.type == "ASSAULT" else []
    if (accuser is None and blaming is None and not held) or (accuser is not None and scene.p.lemmas[accuser.head] == "summon"):
        return []  # an ambassador who is summoned over a killing is no killer
    own = filled(scene, trigger)
    if not is_verb(scene.p, trigger.head) and any(f.role == "actor" and f.slot in ("poss", "by", "mod") for f in own):
        return []
    named_there = _on_whom(scene, blaming) if blaming is not None else []
    if accuser is not None and not named_there:
        named_there = [f for f in filled(scene, accuser) if f.role == "recipient"]
    return [Filled("actor", f.entity, f.token, "accused") for f in named_there] or held


def accusation(scene: Scene, trigger: Trigger) -> Trigger | None:
    """The accusation that tells of a deed: "accused X of killing", "blamed X for the attack", "blamed the attack on X"."""
    p = scene.p
    at = trigger.head
    for _ in range(4):
        above = p.heads[at]
        found = None
        if p.deps[at] in ("pobj", "pcomp") and p.lower[above] in ("of", "for", "over", "with"):
            verb = p.heads[above]
            # the parser may hang "of" on whom it is said of: "accused soldiers of raping women"
            found = scene.heads.get(p.heads[verb]) if p.deps[verb] == "dobj" else scene.heads.get(verb)
            if p.deps[verb] == "dobj" and not scene.cast.of(verb):
                found = None  # "faulted the president's handling of the war": who handles it did not begin it
        elif (blaming := _blame(p, at)) is not None and _on_whom(scene, blaming):
            found = scene.heads.get(blaming)
        elif p.deps[at] in ("conj", "dobj", "xcomp") and above != at:
            spoken_of = above in scene.heads and scene.heads[above].entry.type in codebook().speech
            spoken_of |= is_verb(p, above) and any(e.type == "ACCUSE" for e in scene.lexicon.verbs.get(p.lemmas[above], ()))
            helped = is_verb(p, above) and p.lemmas[above] in _HELPING
            if p.deps[at] == "dobj" and (spoken_of or helped):
                return None  # who is accused of failing to condemn a coup, or of backing one, staged none
            at = above
            continue
        return found if found is not None and found.entry.type == "ACCUSE" else None
    return None


_HELPING = frozenset("aid abet back encourage facilitate finance fund help inspire instigate justify sponsor support tolerate".split())


def _blame(p: Parsed, noun: int) -> int | None:
    """The verb that blames a deed on someone: "blamed the attack on X", "the attack was blamed on X", "the attack, blamed on X,"."""
    above = p.heads[noun]
    if p.deps[noun] in ("dobj", "nsubjpass") and p.lemmas[above] == "blame":
        return above
    return next((c for c in p.children[noun] if p.deps[c] in ("acl", "relcl") and p.lemmas[c] == "blame"), None)


def _on_whom(scene: Scene, verb: int) -> list[Filled]:
    """On whom something is blamed; of several that stand behind "on" the last: "blamed the attack on a school on X"."""
    p = scene.p
    held = [t for noun in (verb, *objects(p, verb)) for t in prepositional(p, noun, "on")]
    held += [t for noun in held for t in prepositional(p, noun, "on")]
    last = [t for t in held if p.heads[t] == max(p.heads[h] for h in held) or p.deps[t] == "conj"]
    return named("recipient", last, scene.cast, "on")


def blamed(scene: Scene, trigger: Trigger) -> list[Filled]:
    """On whom an accusation lays a deed: "blamed the attack on X"."""
    verb = trigger.head
    return _on_whom(scene, verb) if scene.p.lemmas[verb] == "blame" and is_verb(scene.p, verb) else []


def vouched_by(scene: Scene, trigger: Trigger) -> tuple[int, ...]:
    """The claims of those who allege a deed; of who only reproaches it, or does not accuse after all, none."""
    p, accuser = scene.p, accusation(scene, trigger)
    if accuser is None or accuser.entry.mode != "allege" or is_passive(p, accuser.head):
        return ()
    state = status(p, accuser, scene.lexicon, speech=True)
    if state.value not in ("happened", "ongoing") or state.rule.startswith("negation"):
        return ()
    above = {p.lemmas[t] for t in p.ancestors(accuser.head)} if p.tags[accuser.head] != "VBD" else set()
    if above & _REFRAINING:
        return ()
    return tuple(n for n in scene.claims_by(accuser.head) if _is_named(scene, n))


_REFRAINING = frozenset("refuse decline stop short careful withdraw avoid yet wrong refrain fail".split())


def _is_named(scene: Scene, number: int) -> bool:
    """Whether a claim has a source that is somebody, not "it"."""
    return any(not scene.p.tags[t].startswith("PRP") or scene.cast.of(t) for t in claim_heads(scene.p, scene.claims[number]))


def denied_part(scene: Scene, trigger: Trigger) -> tuple[int, list[Filled]] | None:
    """The claim that denies that someone did a deed, and whom: "denied a hand in the raid", "denied that its men took part in it"."""
    p, noun = scene.p, trigger.head
    if trigger.entry.type in codebook().speech or p.deps[noun] not in ("pobj", "pcomp"):
        return None
    link, above = p.heads[noun], p.heads[p.heads[noun]]
    part = next((o for o in objects(p, above) if p.lemmas[o] in words("involvement")), above)  # the parser may hang "in" on "denied"
    if p.lower[link] not in ("in", "for") or p.lemmas[part] not in words("involvement"):
        return None
    over = (*scene.claims_over(part), *scene.claims_by(above))
    number = next((n for n in over if scene.claims[n].stance == "denies"), None)
    if number is None:
        return None
    owner = slots.fill(p, part, "poss") if not is_verb(p, part) else []
    clausal = scene.claims[number].clausal and is_verb(p, above)
    who = owner or (grammatical_subject(p, above) if clausal else claim_heads(p, scene.claims[number]))
    return number, named("actor", who, scene.cast, "denied")


def accused_in_words(scene: Scene, trigger: Trigger, parties: tuple[Filled, ...]) -> tuple[Filled, ...]:
    """The parties of an accusation that only what is said makes: Fox accuses Rey, if he says that Chad was sold out by Rey.

    Where the verb accuses of itself, its subject does: "Fox said that Chad regretted the step".
    """
    p = scene.p
    if trigger.entry.type != "ACCUSE" or trigger.entry.mode == "investigate" or trigger.entry.rule != BY_ENCODER:
        return parties  # who says that the police looks into something accuses nobody
    if any(scene.claims_by(t) for t in trigger.tokens):
        return parties
    over = [scene.claims[n] for n in scene.claims_over(trigger.head) if scene.claims[n].clausal and scene.claims[n].stance != "denies"]
    speakers = named("actor", claim_heads(p, over[-1]), scene.cast, "speaker") if over else []
    who = {f.entity for f in speakers}
    does = [f for f in parties if f.role == "actor"]
    carrying, _ = support(p, trigger.head)  # "that Chad had sent a wrong signal", not "gave another account"
    carried = carrying is not None and p.lemmas[carrying] not in _UTTERING and all(f.slot == "support" for f in does)
    told = is_verb(p, trigger.head) or carried
    if not speakers or not does or who & {f.entity for f in does} or not told:
        return parties
    verb = p.lemmas[trigger.head]
    spoken = is_verb(p, trigger.head) and verb not in _WRECKING
    speaks = spoken and any(entry.type in codebook().speech for entry in scene.lexicon.verbs.get(verb, ()))
    if speaks or verb in words("regretting_verbs") or _on_one_side(scene, speakers, does):  # "a minister said that Chad regretted the raid"
        return parties
    blamed_ones = [replace(f, role="recipient") for f in does]
    return (*speakers, *blamed_ones, *(f for f in parties if f.role not in ("actor", "recipient")))


_UTTERING = frozenset("express give issue make offer voice".split())
# What is said of others: "Togo torpedoed the talks".
_WRECKING = frozenset("derail obstruct sabotage scupper scuttle sink torpedo undermine wreck".split())


def _on_one_side(scene: Scene, some: list[Filled], others: list[Filled]) -> bool:
    """Whether all of some and others are of one country."""
    countries = {scene.cast.entities[f.entity].country for f in (*some, *others)}
    return len(countries) == 1 and None not in countries


def claimed(scene: Scene, trigger: Trigger) -> list[Filled]:
    """Who claims a deed, or is said to have done it.

    "The killing was claimed by X", "an attack claimed by X", "X claimed responsibility for the attack", "an attack attributed to X".
    """
    p, noun = scene.p, trigger.head
    if is_verb(p, noun):
        return []
    above = p.heads[noun]
    who: list[int] = []
    if p.deps[noun] == "nsubjpass" and p.lemmas[above] == "claim":
        who = prepositional(p, above, "by")
    elif p.deps[noun] == "pobj" and p.lower[above] == "for" and p.lower[p.heads[above]] == "responsible":
        who = _responsible(p, p.heads[above])
    elif p.deps[noun] == "pobj" and p.lower[above] == "for" and p.lemmas[p.heads[above]] in words("owned"):
        verb = p.heads[p.heads[above]]
        who = subject(p, verb) if p.lemmas[verb] in words("owning_verbs") else []
    those = (noun, *prepositional(p, noun, "of"))  # "the killing of a guard that was claimed by X"
    said_of_it = [c for n in those for c in p.children[n] if p.deps[c] in ("acl", "relcl") and p.lemmas[c] == "claim"]
    who = who or [n for c in said_of_it for n in prepositional(p, c, "by")]
    told = [c for c in p.children[noun] if p.deps[c] in ("acl", "relcl")] + ([above] if p.deps[noun] in ("nsubjpass", "dobj") else [])
    who = who or [n for c in told if p.lemmas[c] in words("ascribing_verbs") for n in prepositional(p, c, "to")]
    who = [n for n in who if all(p.lower[c] != "no" for c in p.children[n])]
    return [Filled("actor", number, token, "claimed") for token in who for number in scene.cast.of(token)]


def _responsible(p: Parsed, word: int) -> list[int]:
    """Who is responsible: "Chad was responsible for it", "Chad, responsible for it, left", "the group responsible for it"."""
    above = p.heads[word]
    if p.deps[word] in ("acomp", "ccomp", "conj") and is_verb(p, above):
        return [] if any(p.deps[c] == "neg" for c in p.children[above]) else subject(p, above)
    return [above] if p.deps[word] in ("amod", "acl", "relcl", "appos") else []


def with_speaker(scene: Scene, trigger: Trigger, parties: tuple[Filled, ...]) -> tuple[Filled, ...]:
    """The parties with the source of the claim that the trigger is the cue of as actor: "a Chinese official said, adding that ..."."""
    p = scene.p
    if has_relative_subject(p, trigger.head) and any(f.role == "actor" and f.slot == "subj" for f in parties):
        return parties
    for number in sorted({n for t in trigger.tokens for n in scene.claims_by(t)}):
        claim = scene.claims[number]
        if claim.source and not _is_told_elsewhere(p, trigger, claim.source, parties):
            speakers = [Filled("actor", n, t, "source") for t in claim_heads(p, claim) for n in scene.cast.of(t)]
            if speakers and not {f.entity for f in parties if f.role == "actor"} & {s.entity for s in speakers}:
                gone = {s.entity for s in speakers}
                return (*speakers, *(f for f in parties if f.role != "actor" and f.entity not in gone))
    return parties


def _is_told_elsewhere(p: Parsed, trigger: Trigger, source: Iterable[tuple[int, int]], parties: Iterable[Filled]) -> bool:
    """Whether the source of words stands in another sentence, where the verb has a subject of its own."""
    here = p.sentence_of[trigger.head]
    return all(p.sentence_of[a] != here for a, _ in source) and any(f.role == "actor" and f.slot == "subj" for f in parties)


def reporting_side(scene: Scene, trigger: Trigger) -> list[Filled]:
    """For a contact told with its counterpart only, the side that tells of it: "the rebels say talks with the army go on"."""
    for claim in (scene.claims[n] for n in scene.claims_over(trigger.head)):
        if claim.clausal:
            found = named("actor", claim_heads(scene.p, claim), scene.cast, "source")
            if found and all(scene.cast.entities[f.entity].kind in ("state", "armed_group") for f in found):
                return found
    return []


def participants(scene: Scene, trigger: Trigger) -> list[Filled]:
    """Who is said to be at a contact: "X and Y are participants in the summit", "were present at the talks", "participants include X"."""
    p, noun = scene.p, trigger.head
    if is_verb(p, noun) or p.deps[noun] != "pobj" or p.lower[p.heads[noun]] not in ("in", "at", "of", "to", "for"):
        return []
    if (visitor := _there_for(p, noun)) is not None:
        return named("actor", [visitor], scene.cast, "participant")
    above = p.heads[p.heads[noun]]
    verb = p.heads[above]
    if p.lemmas[above] not in words("participants") or not is_verb(p, verb):
        return []
    told = {"attr": subject, "acomp": subject, "nsubj": objects}.get(p.deps[above])
    return named("actor", told(p, verb), scene.cast, "participant") if told is not None and p.lemmas[verb] in ("be", "include") else []


def _there_for(p: Parsed, noun: int) -> int | None:
    """Who is somewhere for a contact, in a line without a verb: "Rey in Lima for talks with Fox"."""
    link = p.heads[noun]
    at = p.heads[link]
    while p.deps[at] == "pobj":  # "in Lima for talks", however it hangs
        at = p.heads[p.heads[at]]
    place = next((c for c in p.children[at] if p.lower[c] in ("in", "at") and at < c < link), None)
    alone = p.deps[at] == "ROOT" and p.tags[at].startswith("NN") and place is not None
    return at if alone and p.lower[link] == "for" else None


def mobilized(scene: Scene, trigger: Trigger, parties: tuple[Filled, ...]) -> tuple[Filled, ...]:
    """Forces that are put on alert or moved are no target: they act for their state, where nobody else is said to move them.

    So do others of whom a passive tells it: of 29 such acts in annotated texts ("two frigates were sent", "police were posted") they are
    the actor in 22.
    """
    told_passively = is_verb(scene.p, trigger.head) and is_passive(scene.p, trigger.head)
    moved = [f for f in parties if f.role == "recipient" and f.slot in ("obj", "of", "subj", "support-obj")]
    kept = tuple(f for f in parties if f not in moved)
    if any(f.role == "actor" for f in kept):
        return kept
    changed: list[Filled] = []
    for one in moved:
        mention = scene.cast.mention(one.token)
        known = mention is not None and mention.identity is not None and mention.identity.sector in ("MIL", "COP")
        if mention is not None and (known or told_passively):
            owners = [t for t in scene.p.children[one.token] if scene.p.deps[t] == "poss"]
            changed += named("actor", owners, scene.cast, "owner") or [Filled("actor", one.entity, one.token, one.slot)]
    return (*changed, *kept)


def withdrawn(scene: Scene, trigger: Trigger) -> list[Filled]:
    """Forces that are withdrawn by nobody that is told: they leave ("the brigade has been withdrawn from Kofo")."""
    p, verb = scene.p, trigger.head
    if trigger.entry.mode != "withdraw" or not is_verb(p, verb) or not is_passive(p, verb):
        return []
    gone = named("actor", objects(p, verb), scene.cast, "subj")
    owners = [t for f in gone for t in p.children[f.token] if p.deps[t] == "poss"]
    return named("actor", owners, scene.cast, "owner") or gone


def asked_to_act(scene: Scene, request: Trigger) -> list[Filled]:
    """Whom a request was made to that someone follows ("the court heard him at Russia's request"), or who is to act ("urged Rey's
    resignation")."""
    p, noun = scene.p, request.head
    if is_verb(p, noun):
        ends = [t for slot in ("for", "obj") for t in slots.fill(p, noun, slot, request.tokens) if p.lemmas[t] in words("own_acts")]
        return named("recipient", [t for end in ends for slot in ("of", "poss") for t in slots.fill(p, end, slot)], scene.cast, "of")
    if p.deps[noun] != "pobj" or p.lower[p.heads[noun]] not in ("at", "on", "upon"):
        return []
    verb = p.heads[p.heads[noun]]
    return named("recipient", subject(p, verb), scene.cast, "follows") if is_verb(p, verb) else []


def someone_else(scene: Scene, trigger: Trigger) -> bool:
    """Whether an active verb has a subject that is no party and no act: "the spree helped", "the issue pushed"."""
    p = scene.p
    if not is_verb(p, trigger.head) or is_passive(p, trigger.head):
        return False
    own = [s for s in grammatical_subject(p, trigger.head) if s not in scene.heads]
    return bool(own) and all(p.tags[s].startswith("N") for s in own)


def coordinates(p: Parsed, token: int) -> bool:
    """Whether the word is the noun of "in coordination with", or the verb of "the trip, which had been coordinated with Chad"."""
    if p.lemmas[token] == "coordinate" and p.deps[token] in ("acl", "relcl") and is_passive(p, token):
        return any(entry.type == "CONSULT" for entry in lexicon().nouns.get(p.lemmas[p.heads[token]], ()))
    return p.lemmas[token] in words("coordination") and p.deps[token] == "pobj" and p.lower[p.heads[token]] in ("in", "with")


def coordination(scene: Scene, trigger: Trigger) -> list[Filled]:
    """With whom the last act before the words "in coordination with" is coordinated, wherever the parser hung them."""
    p = scene.p
    _, end = p.sentences[p.sentence_of[trigger.head]]
    following = next((t for t in range(trigger.head + 1, end) if t in scene.heads and not coordinates(p, t)), end)
    found = [t for t in range(trigger.head + 1, following) if coordinates(p, t)]
    return [f for t in found for f in named("coordinated_with", prepositional(p, t, "with"), scene.cast, "coordination")]
