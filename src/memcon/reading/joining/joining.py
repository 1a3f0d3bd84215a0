"""Mentions of one act joined to one event of the report (CODEBOOK 1 and 1.6, "One or several")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from memcon.ontology.words import words

from ..acts.acts import Act
from ..coreference.cast import Cast
from ..encoder.coding import BY, UNATTENDED, UNATTENDED_FIRMLY, Alike, insists
from ..factuality.assertion import is_another
from ..grammar.dependents import child, is_verb
from ..grammar.headlines import headline_end
from ..grammar.parsed import Parsed
from ..grammar.syntax import grammatical_subject, support
from ..roles.roles import undirected
from ..triggers.called import naming_verb
from ..triggers.retaliation import is_apart
from .comparing import SENTENCES_APART, cover, days_contradict, named_by_its_day, places_contradict, statuses_contradict
from .disputes import disputed
from .group import Group
from .incidents import Incidents
from .leads import SPEECH, better_told, leads, left_to_its_name, of_the_headline, tells_the_headline
from .once import attack_on_the_land, befalls_once, is_the_coup
from .parts import part_of
from .protests import protested_in
from .same_event import LEAST, likeliest
from .told_apart import told_apart
from .trips import with_trips

_GROUPS_APART = 60
_FIRMLY = ("ASSAULT", "AGREE")  # "a spate of attacks", "the Paris Agreement": words for such acts are often said of none in particular
_OF_NOBODY, _SAID_SOON = ("REQUEST", "ACCUSE"), 3  # of whom nothing is asked by name, in the sentences right behind
_ASIDE = ("meanwhile", "separately", "elsewhere")
_SAID_OF_IT = 5
"""So many sentences after an attack it is said that the nation was attacked."""


def join(p: Parsed, acts: Sequence[Act], cast: Cast, alike: Alike | None = None) -> list[Group]:
    """The events, in order of their first mention; a mention without parties that joins none is dropped, unless the encoder is sure of it.

    Where no rule joins a mention to an event, it joins the one that `same_event` finds likely, if the encoder tells how `alike` words are.
    """
    groups: list[Group] = []
    near: list[tuple[int, Group]] = []  # those with a mention close enough to be joined, with their numbers
    incidents = Incidents(p, acts)
    for act in incidents.in_order(acts):
        here = p.sentence_of[act.trigger.head]
        near = [(n, g) for n, g in near if here - p.sentence_of[g.acts[-1].trigger.head] <= SENTENCES_APART]
        others = [
            (n, g) for n, g in near if not _answers(p, act, g) and not _befalls_actors(p, act, g) and not _apart(p, act, g, cast, incidents)
        ]
        before = [g for _, g in others]
        whole = part_of(p, act, before) or _of_the_cue(p, act, before) or _of_the_carrier(p, act, before)
        whole = whole or protested_in(p, act, before, cast) or incidents.told_with(act, before)
        if whole is not None:
            known = act.type == "SANCTION" and bool(whole.of_role("recipient"))  # "reinstated its ban on flights to Chad"
            again = replace(act, type=whole.type, mode=whole.mode) if act.type != whole.type else _without_it(p, act)
            whole.acts.append(replace(again, parties=()) if known else incidents.adds(again, whole))
            continue
        meant = {id(g) for g in incidents.meant(act, before)}
        open_ = [] if _is_set_apart(p, act) else [(n, g) for n, g in others if id(g) in meant]
        pointing = incidents.pointing(act)
        best = max(((s, -n) for n, g in open_ if (s := _score(p, pointing, g, cast)) > 0), default=None)
        if best is not None:
            group = groups[-best[1]]
            if leads(p, act, group, cast) or tells_the_headline(p, act, group):
                group.acts = [replace(a, parties=better_told(p, a, act, cast)) for a in group.acts]
            if act.type in SPEECH and of_the_headline(act, group, cast):  # the text names those whom the headline describes
                told = {f.role for f in act.parties}
                kind = act.mode or group.mode  # and what is asked for
                group.acts = [replace(a, mode=kind, parties=tuple(f for f in a.parties if f.role not in told)) for a in group.acts]
            known = attack_on_the_land(p, act, group, cast) or named_by_its_day(p, act, group)
            again = replace(act, parties=()) if known else act
            group.acts.append(_without_signers(p, incidents.adds(again, group), group))
        elif alike and (likely := likeliest(p, pointing, [g for _, g in open_], cast, alike)) and likely[0] >= LEAST:
            if tells_the_headline(p, act, likely[1]):
                likely[1].acts = [replace(a, parties=better_told(p, a, act, cast)) for a in likely[1].acts]
            left_to_its_name(act, likely[1], cast)
            likely[1].add_likely(act, likely[0])
        else:
            groups.append(Group([act]))
            near.append((len(groups) - 1, groups[-1]))
    return [g for g in with_trips(p, _second_pass(p, groups, cast, incidents)) if _stands(p, g, cast)]


def _without_it(p: Parsed, act: Act) -> Act:
    """A part of an attack without "it", which is what the attack was on: "fired a missile at a ship, setting it ablaze"."""
    if act.type != "ASSAULT" or p.tags[act.trigger.head] != "VBG":
        return act
    return replace(act, parties=tuple(f for f in act.parties if f.role != "recipient" or p.lower[f.token] != "it"))


def _without_signers(p: Parsed, act: Act, group: Group) -> Act:
    """A deal that somebody signed, without them where it is told who agreed: "Chad and Peru agreed ... The deal was signed by Rey"."""
    verb, _ = support(p, act.trigger.head) if act.type == "AGREE" and not is_verb(p, act.trigger.head) else (None, "")
    signed = verb is not None and p.lemmas[verb] in words("signing_verbs")
    return replace(act, parties=()) if signed and group.of_role("actor") else act


def _stands(p: Parsed, group: Group, cast: Cast) -> bool:
    """Whether mentions are an event of the record: somebody takes part, or the encoder is sure of an act though nobody is told."""
    if not group.of_role("actor", "recipient"):
        least = UNATTENDED_FIRMLY if group.type in _FIRMLY else UNATTENDED
        return any(insists(a.trigger, least) for a in group.acts)
    return not _alone(p, group, cast)


def _is_set_apart(p: Parsed, act: Act) -> bool:
    """Whether words say that it is none of the acts told before: "will also hold a separate meeting", "another raid", "also called for",
    "Meanwhile, ten people were arrested"."""
    head = act.trigger.head
    if act.type in SPEECH and is_verb(p, head):
        return any(p.lower[c] == "also" for c in p.children[head])
    if is_verb(p, head) and act.type not in SPEECH and p.lower[p.sentences[p.sentence_of[head]][0]] in _ASIDE:
        return True
    return not act.definite and is_another(p, head)


def _apart(p: Parsed, act: Act, group: Group, cast: Cast, incidents: Incidents) -> bool:
    """Whether the words of an act's clause tell another act than an event."""
    return incidents.apart(act, group) or told_apart(p, incidents.told(act), group, cast)


def _answers(p: Parsed, act: Act, group: Group) -> bool:
    """Whether an event answers an act in the act's own sentence, or is answered by it."""
    return any(is_apart(p, act.trigger.head, a.trigger.head) for a in group.acts)


def _befalls_actors(p: Parsed, act: Act, group: Group) -> bool:
    """Whether an act befalls those who did an event: "rebels raided a camp ... twenty were killed", "and were shelled in return"."""
    head = act.trigger.head
    whom = act.of_role("recipient") if p.lemmas[head] in words("harm_verbs") else {f.entity for f in act.parties if f.slot == "obj"}
    harmed = act.type == "ASSAULT" and is_verb(p, head) and p.lemmas[head] != "fire"  # "the rockets: rebels had fired them"
    return harmed and bool(whom) and whom <= group.of_role("actor") - group.of_role("recipient")


def _alone(p: Parsed, group: Group, cast: Cast) -> bool:
    """Whether a single person "discussed" or "met" with nobody that the report names."""
    everyone = group.of_role("actor", "recipient")
    one = cast.entities[next(iter(everyone))]
    open_mode = group.type == "CONSULT" and group.mode in ("", "meeting")
    return open_mode and len(everyone) == 1 and one.kind == "person" and all(is_verb(p, a.trigger.head) for a in group.acts)


def _of_the_cue(p: Parsed, act: Act, groups: Sequence[Group]) -> Group | None:
    """The event that a mere cue belongs to: its speaker's act just before, which names what is said better."""
    beside = {p.lower[c] for c in p.children[act.trigger.head]}
    if not act.bare or beside & {"also", "later", "earlier", "separately"}:  # "also said": something else
        return None
    here = p.sentence_of[act.trigger.head]
    for group in reversed(groups):
        named = (a for a in reversed(group.acts) if not a.bare or a.type == "STATEMENT" == group.acts[0].type)
        told = next(named, group.acts[0])  # and not a cue joined to it
        back = here - p.sentence_of[told.trigger.head]
        if 0 <= back <= 2 and group.type in SPEECH and group.of_role("actor") == act.of_role("actor") and not days_contradict(act, group):
            return group
    return None


_COMING = frozenset("begin break come continue end ensue erupt flare happen occur rage resume start".split())


def _of_the_carrier(p: Parsed, act: Act, groups: Sequence[Group]) -> Group | None:
    """The event of the verb that carries a noun, where the encoder takes that for an act of the same type: "voiced anger", "the ceasefire
    was extended", "gunfire broke out", "a strike shut the shops"."""
    head = act.trigger.head
    if is_verb(p, head):
        subjects = ("nsubjpass", "nsubj") if p.lemmas[head] in _COMING or act.type == "PROTEST" else ("nsubjpass",)
        noun = child(p, head, *subjects) if act.trigger.entry.rule == BY else None
        if noun is None and p.deps[head] == "xcomp" and p.lemmas[head] in _COMING:  # "talks had been due to resume"
            noun = next(iter(grammatical_subject(p, head)), None)
        told = (g for g in groups if g.type == act.type and g.acts[-1].trigger.head == noun)
        return next((g for g in told if act.principals <= g.of_role("actor", "recipient")), None)
    if act.type in SPEECH and (naming := naming_verb(p, head)) is not None:
        return next((g for g in groups if g.type == act.type and any(a.trigger.head == naming for a in g.acts)), None)
    if p.deps[head] not in ("dobj", "nsubjpass"):
        return None
    carried = (g for g in groups if g.type == act.type and g.acts[-1].trigger.head == p.heads[head] and g.acts[-1].trigger.entry.rule == BY)
    return next(carried, None)


def _second_pass(p: Parsed, groups: list[Group], cast: Cast, incidents: Incidents) -> list[Group]:
    """Mentions before the first one with parties ("Talks ended without result. ... X and Y had met") join it too."""
    kept: list[Group] = []
    for number, group in enumerate(groups):
        if group.of_role("actor", "recipient"):
            kept.append(group)
            continue
        near = groups[max(0, number - _GROUPS_APART) : number + _GROUPS_APART]
        told = [g for g in near if g is not group and g.of_role("actor", "recipient") and not _answers(p, group.acts[0], g)]
        told = [g for g in told if not _apart(p, group.acts[0], g, cast, incidents) and not _is_elsewhere(p, group, g)]
        best = max(((s, -n) for n, g in enumerate(told) if (s := min(_score(p, a, g, cast) for a in group.acts)) > 0), default=None)
        if best is not None:
            target = told[-best[1]]
            target.acts = sorted([*target.acts, *group.acts], key=lambda a: a.trigger.head)
        else:
            kept.append(group)
    return kept


def _is_elsewhere(p: Parsed, group: Group, other: Group) -> bool:
    """Whether an attack is told by a place that another, told later, does not have: "the Lima attacks" and a revolt in Chad."""
    if group.type != "ASSAULT" or other.acts[0].trigger.head < group.acts[0].trigger.head:
        return False
    ours, theirs = ({s.place.country for a in some.acts for s in a.spots} for some in (group, other))
    return bool(ours) and not ours & theirs and p.sentence_of[group.acts[0].trigger.head] != p.sentence_of[other.acts[0].trigger.head]


def _score(p: Parsed, act: Act, group: Group, cast: Cast) -> float:
    """How well a mention fits an event; 0 or less when something contradicts."""
    if act.type != group.type:
        return 0.0
    once = befalls_once(p, act, group, cast) or is_the_coup(p, act, group, cast)
    if once and not (days_contradict(act, group) or statuses_contradict(act, group)):
        return 3.0
    mode = group.mode
    headed = act.type in SPEECH and of_the_headline(act, group, cast)
    otherwise = headed and headline_end(p.words, p.sentences[0][1]) > 0  # "requests a rerun" above "called for a rerun"
    recalls = act.type == "REQUEST" and act.definite and not is_verb(p, act.trigger.head)  # "that request" says nothing of what was asked
    if act.mode and mode and act.mode != mode and not _modes_agree(act.mode, mode) and not recalls and not otherwise:
        return 0.0
    one_side = bool(act.principals) and not act.principals >= group.of_role("actor", "recipient")
    if act.mode != mode and "mediation" in (act.mode, mode) and one_side:
        return 0.0  # a conversation with one of the parties is not the mediation between them
    if (days_contradict(act, group) and not disputed(p, act, [a.claims for a in group.acts])) or statuses_contradict(act, group):
        return 0.0
    if places_contradict(act, group):
        return 0.0
    if named_by_its_day(p, act, group):
        return 3.0
    if mode and p.lemmas[act.trigger.head] in words("wars") | {"fighting", "hostility"}:
        return 0.0  # "the fighting" is not the air raid told beside it
    if {act.mode, mode} == {"", "multilateral"}:
        return 0.0  # "have been talking with Chile and Peru" is not the summit
    here = p.sentence_of[act.trigger.head]
    if act.introduced and here > 1 and any(p.sentence_of[a.trigger.head] < here for a in group.acts):
        return 0.0  # "a strike" is another one, unless the lead tells what the headline told
    back = p.sentence_of[act.trigger.head] - p.sentence_of[group.acts[-1].trigger.head]
    if abs(back) > SENTENCES_APART:
        return 0.0
    nearness = 1.0 - abs(back) / (SENTENCES_APART + 1)
    if headed:
        return nearness
    if leads(p, act, group, cast):
        return 1.0 + nearness
    shared = _parties_agree(act, group, cast)
    if shared is None:
        return 0.5 * nearness if -_SAID_OF_IT <= -back <= 0 and attack_on_the_land(p, act, group, cast) else 0.0
    if act.mode != mode and "" in (act.mode, mode) and shared < 2 and not act.definite and not all(a.definite for a in group.acts):
        return 0.0
    same_word = any(p.lemmas[a.trigger.head] == p.lemmas[act.trigger.head] for a in group.acts)
    noun = not is_verb(p, act.trigger.head)
    if act.type in SPEECH:
        return nearness * _speech_score(act, group, shared, same_word=same_word, near=1 <= abs(back) <= _SAID_SOON)
    if not act.principals:
        if not noun or not (act.definite or same_word):
            return 0.0
        return nearness + 0.5 * same_word - _of_another_kind(act, group)
    if shared == 0 and not (same_word and act.definite):
        warlike = (
            act.type == "ASSAULT"
            and not act.mode
            and not mode
            and not _another_war(p, act, group, cast)
            and not _told_there(act, group, cast)
        )
        return 0.4 * nearness if warlike and (noun or not is_verb(p, group.acts[0].trigger.head)) else 0.0
    if not noun and shared < 2 and not (same_word and len(act.principals) == len(group.of_role("actor", "recipient"))):
        return 0.0
    if act.type == "VOTE" and act.of_role("actor") != group.of_role("actor"):
        return 0.0
    themselves = any(act.of_role(role) & group.of_role(role) for role in ("actor", "recipient"))  # and not their state
    return nearness + shared + 0.5 * same_word + 0.1 * themselves - _of_another_kind(act, group)


def _of_another_kind(act: Act, group: Group) -> float:
    """How much less a contact of no stated kind is of a visit than of the meeting told beside it: "the conversation"."""
    return 0.5 if {act.mode, group.mode} == {"", "visit"} else 0.0


def _told_there(act: Act, group: Group, cast: Cast) -> bool:
    """Whether an event is told by a land that an act of somebody's has nothing of: "the attacks in Lima ... rebels fighting Chad"."""
    there = {s.place.country for a in group.acts for s in a.spots}
    here = {s.place.country for s in act.spots} | {cast.entities[n].country for n in act.principals}
    mine, theirs = ({s.place.name for a in some for s in a.spots if s.place.kind != "country"} for some in ([act], group.acts))
    return bool(act.principals and there) and (not here & there or (bool(mine and theirs) and not mine & theirs))


def _another_war(p: Parsed, act: Act, group: Group, cast: Cast) -> bool:
    """Whether one is a war and the other a deed, and their parties have no country in common: "the attack on X" and "the Syrian war"."""
    wars = {p.lemmas[a.trigger.head] in words("wars") for a in (act, *group.acts)}
    ours, theirs = ({cast.entities[n].country for n in some} - {None} for some in (act.principals, group.of_role("actor", "recipient")))
    return len(wars) > 1 and bool(ours and theirs) and not ours & theirs


def _speech_score(act: Act, group: Group, shared: int, *, same_word: bool, near: bool) -> float:
    """Words said twice: the same speaker to the same addressee, or told again by a noun that points to them."""
    mine, theirs = act.of_role("recipient"), group.of_role("recipient")
    open_ = act.type in _OF_NOBODY and not mine and not theirs and act.mode == group.mode and near
    if open_ and shared and act.of_role("actor") <= group.of_role("actor"):  # "called for a new vote. ... 'There must be one,' he said"
        return 1.0 + shared
    if not shared or not (act.of_role("actor") == group.of_role("actor") or (same_word and mine)):
        return 0.0
    if (mine and theirs and mine != theirs) or act.type == "STATEMENT":
        return 0.0
    pointed = act.definite or all(a.definite for a in group.acts)
    return 1.0 + shared if pointed or (mine and mine == theirs) else 0.0


def _modes_agree(a: str, b: str) -> bool:
    return {a, b} == {"meeting", "multilateral"}


def _parties_agree(act: Act, group: Group, cast: Cast) -> int | None:
    """How many parties the two share; None when their parties contradict."""
    mine, theirs = act.principals, group.of_role("actor", "recipient")
    if undirected(act.type, act.mode or group.mode):
        if mine and theirs and not (mine <= theirs or theirs <= mine or cover(mine, theirs, cast)):
            return None
        return len(mine & theirs) or (1 if mine and theirs and cover(mine, theirs, cast) else 0)
    shared = 0
    for role in ("actor", "recipient"):
        a, b = act.of_role(role), group.of_role(role)
        if a and b:
            if not a & b and not cover(a, b, cast):
                return None
            shared += 1
    return shared
