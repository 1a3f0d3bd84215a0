"""Candidates for events: each trigger with its parties, status, times, places and claims, before mentions of one event are joined."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from memcon.ontology.codebook import codebook
from memcon.ontology.lexicon import Lexicon
from memcon.ontology.words import words

from .attribution import Claim
from .cast import Cast
from .dating import Dated, inherited
from .parsed import Parsed
from .placing import Spot
from .roles import Filled, roles, side_roles
from .status import Status, status
from .syntax import child, grammatical_subject, is_passive, is_verb, support
from .triggers import Trigger

_ASKING = frozenset(("REQUEST", "REJECT", "THREATEN"))
_ASK_PREPOSITIONS = frozenset("for to of from against with into on".split())
_WISHED = frozenset(("modal.should", "modal.must", "modal.ought", "modal.can", "conditional.if"))


@dataclass(frozen=True, slots=True)
class Act:
    """One mention of an act.

    `claims` are numbers of the claims that assert it, outermost first; `asserted` whether its clause states it; `definite` whether the
    words point to a known act ("the meeting"), `introduced` whether they bring up another ("a meeting"); `bare` marks a mere cue ("said").
    """

    trigger: Trigger
    type: str
    mode: str
    parties: tuple[Filled, ...]
    status: Status
    dates: tuple[Dated, ...] = ()
    spots: tuple[Spot, ...] = ()
    claims: tuple[int, ...] = ()
    asserted: bool = True
    definite: bool = False
    bare: bool = False
    introduced: bool = False

    def of_role(self, *names: str) -> set[int]:
        """Numbers of the entities in some roles."""
        return {f.entity for f in self.parties if f.role in names}

    @property
    def principals(self) -> set[int]:
        """Actors and recipients."""
        return self.of_role("actor", "recipient")


def acts(
    p: Parsed,
    triggers: Sequence[Trigger],
    lexicon: Lexicon,
    cast: Cast,
    dates: Sequence[Sequence[Dated]],
    spots: Sequence[Sequence[Spot]],
    claims: Sequence[Claim],
    days: dict[int, list[Dated]],
) -> list[Act]:
    """The acts of a report, in text order, without those that are only asked for, refused or wished."""
    speech = codebook().speech
    heads = {t.head: t for t in triggers}
    found: list[Act] = []
    for number, trigger in enumerate(triggers):
        entry = trigger.entry
        if asked_for(p, trigger, heads) or _habitual(p, trigger):
            continue
        state = status(p, trigger, lexicon, entry.type in speech)
        parties = tuple(roles(p, trigger, lexicon, cast, heads)) + tuple(side_roles(p, trigger, cast))
        accused = _accused(p, trigger, heads, lexicon, cast)
        if accused:
            parties = (*accused, *(f for f in parties if f.role != "actor" and all(f.entity != a.entity for a in accused)))
        if entry.type in speech:
            parties = _with_speaker(p, trigger, parties, claims, cast)
        if entry.type in speech and not any(f.role == "actor" for f in parties):
            continue
        if entry.type != "ASSAULT" and not any(f.role == "actor" for f in parties) and _someone_else(p, trigger, heads):
            continue
        if entry.type == "VOTE" and not any(f.role == "recipient" for f in parties):
            parties = (*parties, *_voted_on(p, trigger, triggers, lexicon, cast, heads))
        if state.rule in _WISHED or (state.value == "denied" and len({f.entity for f in parties}) < 2):
            continue
        asserted = asserts(p, trigger)
        covering = tuple(n for n, c in enumerate(claims) if covers(c, trigger.head))
        if asserted and any(claims[n].hedge for n in covering) and state.value == "happened":
            state = replace(state, value="possible", rule="attribution.hedge")
        found.append(
            Act(
                trigger=trigger,
                type=entry.type,
                mode=entry.mode,
                parties=_without_doubles(parties),
                status=state,
                dates=tuple(dates[number] or (inherited(p, trigger, days, heads) if state.value in ("happened", "ongoing", "possible") else ())),
                spots=tuple(spots[number]),
                claims=covering if asserted else (),
                asserted=asserted,
                definite=_definite(p, trigger),
                bare=is_bare(trigger),
                introduced=not is_verb(p, trigger.head) and _has_article(p, trigger.head),
            )
        )
    return found


def _without_doubles(parties: tuple[Filled, ...]) -> tuple[Filled, ...]:
    """A party in a side role ("with his minister") leaves the principal roles, and stands once in each role."""
    side = {f.entity for f in parties if f.role not in ("actor", "recipient")}
    actors = {f.entity for f in parties if f.role == "actor"}
    kept: dict[tuple[str, int], Filled] = {}
    for one in parties:
        if one.role == "recipient" and one.entity in side | actors:
            continue
        if one.role not in ("actor", "recipient") and one.entity in actors:
            continue
        kept.setdefault((one.role, one.entity), one)
    return tuple(kept.values())


def covers(claim: Claim, token: int) -> bool:
    """Whether a claim's content holds the token."""
    return any(first <= token < end for first, end in claim.content)


def is_bare(trigger: Trigger) -> bool:
    """Whether the trigger is a mere cue ("said"), which makes a statement only when nothing else is said."""
    return any(c.test == "cue" for c in trigger.entry.conditions)


def _accused(p: Parsed, trigger: Trigger, heads: dict[int, Trigger], lexicon: Lexicon, cast: Cast) -> list[Filled]:
    """The actor of a deed that someone is accused of or blamed for: whom the accusation names."""
    at = trigger.head
    for _ in range(4):
        if p.deps[at] in ("pobj", "pcomp") and p.words[p.heads[at]].lower() in ("of", "for", "over"):
            accuser = heads.get(p.heads[p.heads[at]])
            if accuser is not None and accuser.entry.type == "ACCUSE":
                own = roles(p, trigger, lexicon, cast, heads)
                if not is_verb(p, trigger.head) and any(f.role == "actor" and f.slot in ("poss", "by", "mod") for f in own):
                    return []
                return [Filled("actor", f.entity, f.token, "accused") for f in roles(p, accuser, lexicon, cast, heads) if f.role == "recipient"]
            return []
        if p.deps[at] not in ("conj", "dobj", "xcomp") or p.heads[at] == at:
            return []
        at = p.heads[at]
    return []


def _with_speaker(p: Parsed, trigger: Trigger, parties: tuple[Filled, ...], claims: Sequence[Claim], cast: Cast) -> tuple[Filled, ...]:
    """The parties with the source of the claim that the trigger is the cue of as actor: "a Chinese official said, adding that ..."."""
    for claim in claims:
        if claim.source and any(first <= t < end for first, end in claim.cue for t in trigger.tokens):
            heads = [t for first, end in claim.source for t in range(first, end) if not first <= p.heads[t] < end or p.heads[t] == t]
            speakers = [Filled("actor", n, t, "source") for t in heads for n in cast.of(t)]
            if speakers and not {f.entity for f in parties if f.role == "actor"} & {s.entity for s in speakers}:
                gone = {s.entity for s in speakers}
                return (*speakers, *(f for f in parties if f.role != "actor" and f.entity not in gone))
    return parties


def _voted_on(
    p: Parsed, vote: Trigger, triggers: Sequence[Trigger], lexicon: Lexicon, cast: Cast, heads: dict[int, Trigger]
) -> list[Filled]:
    """Whom a vote concerns: the party that the motion condemns, supports or punishes ("a resolution deploring Russia's invasion")."""
    here = p.sentence_of[vote.head]
    actors = {f.entity for f in roles(p, vote, lexicon, cast, heads) if f.role == "actor"}
    for other in triggers:
        if p.sentence_of[other.head] == here and other.entry.type in ("ACCUSE", "SANCTION", "SUPPORT", "REQUEST") and other is not vote:
            found = [f for f in roles(p, other, lexicon, cast, heads) if f.role == "recipient" and f.entity not in actors]
            if found and not any(f.role == "actor" and f.slot != "support" for f in roles(p, other, lexicon, cast, heads)):
                return found
    return []


def _someone_else(p: Parsed, trigger: Trigger, heads: dict[int, Trigger]) -> bool:
    """Whether an active verb has a subject that is no party and no act: "the spree helped", "the issue pushed"."""
    if not is_verb(p, trigger.head) or is_passive(p, trigger.head):
        return False
    own = [s for s in grammatical_subject(p, trigger.head) if s not in heads]
    return bool(own) and all(p.tags[s].startswith("N") for s in own)


_LASTING_WORDS = frozenset(("SUPPORT", "STATEMENT", "ACCUSE", "REQUEST", "REJECT", "COOPERATE"))


def _habitual(p: Parsed, trigger: Trigger) -> bool:
    """Whether it is no single act: a habit ("frequently meets members of parliament"), or any of a kind ("any attack")."""
    if any(p.deps[c] == "det" and p.words[c].lower() in ("any", "every", "each") for c in p.children[trigger.head]):
        return True
    if trigger.entry.type in _LASTING_WORDS or not is_verb(p, trigger.head):
        return False
    return any(p.deps[c] == "advmod" and p.words[c].lower() in words("habit_adverbs") for c in p.children[trigger.head])


def asked_for(p: Parsed, trigger: Trigger, heads: dict[int, Trigger]) -> bool:
    """Whether an act is only the content of a demand, a refusal or a threat ("urged Israel to withdraw", "called for talks")."""
    at = trigger.head
    for _ in range(5):
        label, head = p.deps[at], p.heads[at]
        if head == at:
            return False
        above = head
        if label in ("pobj", "pcomp"):
            if p.words[head].lower() not in _ASK_PREPOSITIONS:
                return False
            above = p.heads[head]
        elif label not in ("xcomp", "ccomp", "dobj", "acl", "conj", "advcl", "nsubj"):
            return False
        asker = heads.get(above)
        if asker is not None and asker.entry.type in _ASKING and above != trigger.head and label != "nsubj":
            if label == "conj":
                return False
            if is_verb(p, trigger.head):
                return (
                    label in ("pcomp", "dobj")
                    or p.tags[trigger.head] in ("VB", "VBG")
                    or _subjunctive(p, trigger.head)
                )
            return not _definite(p, trigger)
        if is_verb(p, at) and label in ("advcl", "nsubj"):
            return False
        at = above
    return False


def _subjunctive(p: Parsed, verb: int) -> bool:
    return any(p.deps[c] == "aux" and p.lemmas[c] in ("should", "must") for c in p.children[verb])


def _has_article(p: Parsed, noun: int) -> bool:
    return any(p.deps[c] == "det" and p.words[c].lower() in ("a", "an", "another") for c in p.children[noun])


def _definite(p: Parsed, trigger: Trigger) -> bool:
    """Whether a noun of action points to a known act: "the meeting", "their talks", "Moscow's offensive"."""
    if is_verb(p, trigger.head):
        return False
    return any(
        p.deps[c] == "poss" or (p.deps[c] == "det" and p.words[c].lower() in ("the", "this", "that", "these", "those"))
        for c in p.children[trigger.head]
    )


_BACKGROUND = frozenset("after before since as when while following during despite until once".split())


def asserts(p: Parsed, trigger: Trigger) -> bool:
    """Whether the sentence states the act itself, and does not merely presuppose it ("after the meeting", "who visited last week")."""
    at = trigger.head
    if not is_verb(p, at):
        verb, how = support(p, at)
        if verb is None or not is_verb(p, verb):
            return False
        if how == "subj" and p.lemmas[verb] not in (
            "take",
            "begin",
            "start",
            "continue",
            "happen",
            "occur",
            "end",
            "resume",
            "be",
            "kill",
            "leave",
        ):
            return False
        if how not in ("obj", "subj", "attr", "for", "to", "in", "into", "with") or (_definite(p, trigger) and how != "obj"):
            return False
        at = verb
    for _ in range(10):
        if any(p.deps[c] in ("nsubj", "nsubjpass") and p.tags[c] in ("WP", "WDT") for c in p.children[at]):
            return False
        label, head = p.deps[at], p.heads[at]
        if head == at:
            return True
        if label in ("relcl", "acl") and p.tags[at] != "VB":
            return False
        if label == "advcl":
            mark = child(p, at, "mark", "advmod")
            if mark is not None and p.words[mark].lower() in _BACKGROUND:
                return False
        if label == "pcomp" and p.words[head].lower() in _BACKGROUND:
            return False
        at = head
    return True
