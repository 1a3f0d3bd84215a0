"""Candidates for events: each trigger with its parties, status, times, places and claims, before mentions of one event are joined."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from memcon.ontology.codebook import codebook
from memcon.ontology.words import words

from ..claims.attribution import claim_heads
from ..encoder.coding import ASKED, INSISTS, TOLD, insists, is_cue, judged
from ..factuality.accidents import accidental
from ..factuality.aims import aimed, of_its_own
from ..factuality.asked_by_press import asked_by_press
from ..factuality.assertion import asked_for, called_for, definite, introduces, meant
from ..factuality.conditions import awaited, only_if, unreal
from ..factuality.dismissals import only_of_an_office
from ..factuality.false_reports import beside_denial, called_untrue, names_untruth
from ..factuality.habits import habitual
from ..factuality.sought import sought
from ..factuality.status import Status, status
from ..grammar.dependents import child, is_verb
from ..grammar.headlines import headline_end
from ..grammar.parsed import Parsed
from ..grammar.syntax import is_passive, prepositions, support
from ..roles.aid_taken import with_who_takes
from ..roles.audiences import with_those_asked
from ..roles.brought_together import with_those_brought_together
from ..roles.denied_charges import with_denier_accused
from ..roles.doers_by_name import with_doers_by_name
from ..roles.filled import Filled, named
from ..roles.held_back import holders
from ..roles.hosted_talks import hosted_by_a_third
from ..roles.hosts_of_visits import with_hosts_of_visit
from ..roles.implied import (
    accused,
    accused_in_words,
    asked_to_act,
    blamed,
    claimed,
    coordinates,
    coordination,
    denied_part,
    mobilized,
    participants,
    reporting_side,
    someone_else,
    with_speaker,
    withdrawn,
)
from ..roles.journeys import is_homeward, is_mere_departure, without_sights
from ..roles.own_missions import with_host_of_mission
from ..roles.own_refusals import with_who_refuses
from ..roles.own_side import without_own_side, without_whole
from ..roles.own_words import with_who_says_it, with_who_says_we
from ..roles.parties_of_both import filled_up
from ..roles.partitions import without_parts
from ..roles.police_at_protests import is_of_police, without_police
from ..roles.received import with_received
from ..roles.roles import roles
from ..roles.rows_befallen import with_row
from ..roles.sent_to_whom import with_those_sent_to
from ..roles.side_roles import side_roles
from ..roles.some_who_act import some_who_act
from ..roles.texts_that_speak import whose_text
from ..roles.things_blamed import blames_only_things
from ..roles.undergone import with_those_befallen
from ..roles.unsaid_askers import invited_there, unsaid_askers, with_host
from ..roles.votes import voted_on, voters
from ..roles.who_feels import with_who_feels
from ..roles.whose_arms import with_owners_of_arms
from ..scene import Scene
from ..setting.dating import Dated, inherited, of_a_clause_before, of_a_clause_beside
from ..setting.place_phrases import Spot
from ..triggers.absences import absence
from ..triggers.kinds_of_arms import tells_kind_of_arms
from ..triggers.triggers import Trigger
from .kinds_of_aid import kind_of_aid
from .notes_of_protest import hands_over_a_protest
from .put_forward import put_forward
from .rolls import roll
from .threats import sums_up_a_threat

_OF_WIRES = frozenset(("link", "line", "conference"))
_WISHED = frozenset(("modal.should", "modal.must", "modal.ought", "modal.can", "conditional.if", "conditional.unless"))


@dataclass(frozen=True, slots=True)
class Act:
    """One mention of an act.

    `claims` are numbers of the claims that assert it, outermost first; `asserted` whether its clause states it; `definite` whether the
    words point to a known act ("the meeting"), `introduced` whether they bring up another ("a meeting"); `bare` marks a mere cue
    ("said"); `rule` names the line of the lexicon, or the rule, that gave type and mode.
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
    headline: bool = False
    rule: str = ""

    def of_role(self, *names: str) -> set[int]:
        """Numbers of the entities in some roles."""
        return {f.entity for f in self.parties if f.role in names}

    @property
    def principals(self) -> set[int]:
        """Actors and recipients."""
        return self.of_role("actor", "recipient")


def acts(scene: Scene, dates: Sequence[Sequence[Dated]], spots: Sequence[Sequence[Spot]], days: Mapping[int, list[Dated]]) -> list[Act]:
    """The acts of a report, in text order, without those that are only asked for, refused or wished.

    `dates` and `spots` are the times and places of each trigger; `days` the times of each verb's clause.
    """
    p, found, denied = scene.p, list[Act](), dict[int, set[int]]()
    count = len(p.sentences)
    opens_as_headline = count > 3 or (count > 1 and headline_end(p.words, p.sentences[0][1]) > 0)
    for number, trigger in enumerate(scene.triggers):
        if (asked_for(p, trigger, scene.heads) and not insists(trigger, ASKED)) or meant(p, trigger, scene.heads):
            continue
        if (
            habitual(p, trigger)
            or coordinates(p, trigger.head)
            or _is_called(p, trigger)
            or names_untruth(p, trigger.head)
            or called_for(p, trigger.head)
            or sought(p, trigger)
            or unreal(p, trigger.head)
            or (trigger.entry.type in codebook().speech and only_if(p, trigger.head))
            or asked_by_press(p, trigger, scene.cast)
            or sums_up_a_threat(p, trigger, scene.triggers)
            or _is_refused(scene, trigger)
            or hands_over_a_protest(p, trigger, scene.heads)
            or only_of_an_office(p, trigger, lambda t: any(scene.cast.entities[n].titles & words("office_nouns") for n in scene.cast.of(t)))
        ):
            continue
        if accidental(p, trigger, scene.triggers) or (trigger.entry.type == "ASSAULT" and tells_kind_of_arms(p, trigger.head)):
            continue
        waits = awaited(p, trigger.head)
        if waits is not None and waits[0] == "terms":
            continue
        ours = status(p, trigger, scene.lexicon, trigger.entry.type in codebook().speech)
        state = ours if _in_headline_tense(p, trigger, ours) else aimed(p, trigger) or judged(trigger, ours)
        if waits is not None and state.value in ("happened", "ongoing"):
            state = Status("planned", "time.of_what_is_to_come", (waits[1],))
        parties = with_owners_of_arms(p, trigger, filled_up(p, trigger, scene.cast, _parties(scene, trigger)), scene.cast)
        parties = with_those_asked(p, trigger, with_those_brought_together(scene, trigger, parties), scene.cast)
        trigger, parties = hosted_by_a_third(p, trigger, with_who_takes(p, trigger, scene.cast, parties), scene.cast)  # noqa: PLW2901
        parties = with_who_feels(p, trigger, accused_in_words(scene, trigger, with_who_says_it(scene, trigger, parties)), scene.cast)
        parties = with_who_refuses(scene, trigger, with_who_says_we(scene, trigger, parties))
        parties = with_those_befallen(p, trigger, scene.cast, with_hosts_of_visit(p, trigger, parties, scene.cast))
        if p.deps[trigger.head] == "relcl" and (theirs := denied.get(p.heads[trigger.head])):
            parties = tuple(f for f in parties if f.role != "actor" or f.entity not in theirs)
        parties = without_whole(p, trigger.entry.type, with_those_sent_to(p, trigger, parties, scene.cast), scene.cast)
        parties = without_police(p, trigger, parties, scene.cast)
        parties = with_host_of_mission(p, trigger, parties, spots[number], scene.cast)
        parties = with_row(p, trigger, scene.cast, with_denier_accused(p, trigger, scene.cast, parties), scene.heads)
        parties = without_sights(p, trigger, parties, spots[number], scene.cast)
        if _is_none(scene, trigger, parties, state) or _only_goes(scene, trigger, parties):
            continue
        asserted, covering = put_forward(scene, trigger, state.value)
        if (denial := denied_part(scene, trigger)) is not None:
            claim, who = denial
            denied[trigger.head] = {f.entity for f in (*who, *named("actor", claim_heads(p, scene.claims[claim]), scene.cast, ""))}
            parties = (*who, *(f for f in parties if f.role != "actor" and all(f.entity != w.entity for w in who)))
            covering = (*covering, *((claim,) if claim not in covering else ()))
            state, asserted = Status("denied", "attribution.part_denied", tuple(range(*scene.claims[claim].cue[0]))), True
        if untrue := called_untrue(p, trigger.head):
            covering, believed = beside_denial(scene, covering, untrue)
            state, asserted = state if believed else Status("denied", "attribution.untrue", untrue), True
        if asserted and any(scene.claims[n].hedge for n in covering) and state.value == "happened":
            state = replace(state, value="possible", rule="attribution.hedge")
        own = of_its_own(p, trigger, dates[number]) if state.rule.startswith("aim.") else dates[number]
        if not own and state.value in ("happened", "ongoing", "possible"):
            own = inherited(p, trigger, days, scene.heads) if not state.rule.startswith("aim.") else []
        own = own or of_a_clause_beside(p, trigger, days) or of_a_clause_before(p, trigger, days, scene.heads)
        found.append(
            Act(
                trigger=trigger,
                type=trigger.entry.type,
                mode="call" if _by_wire(p, trigger) else kind_of_aid(p, trigger)[0],
                parties=without_own_side(
                    without_parts(p, _without_doubles(with_doers_by_name(p, trigger, parties, scene.cast))), trigger.entry.type, scene.cast
                ),
                status=state,
                dates=tuple(own),
                spots=tuple(spots[number]),
                claims=covering,
                asserted=asserted,
                definite=definite(p, trigger),
                bare=is_cue(trigger),
                headline=p.sentence_of[trigger.head] == 0 and opens_as_headline,
                rule=trigger.entry.rule,
                introduced=not is_verb(p, trigger.head) and introduces(p, trigger.head),
            )
        )
    return found


def _only_goes(scene: Scene, trigger: Trigger, parties: Iterable[Filled]) -> bool:
    """Whether a journey only leads home, or away from where somebody was."""
    doers = [f.entity for f in parties if f.role == "actor"]
    homes = [scene.cast.entities[n].country for n in doers]
    return is_homeward(scene.p, trigger, homes, scene.cast) or is_mere_departure(scene.p, trigger, doers, scene.cast)


def _is_refused(scene: Scene, trigger: Trigger) -> bool:
    """Whether an occasion is told only as what somebody refuses to come to: "will not attend the summit" is the refusal."""
    if trigger.entry.type != "CONSULT" or is_verb(scene.p, trigger.head):
        return False
    away = absence(scene.p, trigger.head) or ()
    return any(scene.heads[t].entry.type in ("REJECT", "PROTEST") for t in away if t in scene.heads)


def _by_wire(p: Parsed, trigger: Trigger) -> bool:
    """Whether a contact is said to be by a wire: "discussed it with him by phone", "held talks over a video link"."""
    if trigger.entry.type != "CONSULT" or trigger.entry.mode not in ("", "meeting"):
        return False
    verb, how = (trigger.head, "obj") if is_verb(p, trigger.head) else support(p, trigger.head)
    anchors = [trigger.head, *([verb] if verb is not None and how in ("obj", "subj") else [])]
    by = [noun for at in anchors for word, noun in prepositions(p, at) if word in ("by", "over", "via", "through", "on")]
    return any(_is_wire(p, noun) for noun in by)


def _is_wire(p: Parsed, noun: int) -> bool:
    """ "By phone", "over a video link"; not "on phone tariffs", "on the line of contact"."""
    wires = words("calling_words") - _OF_WIRES
    return p.lemmas[noun] in wires or (p.lemmas[noun] in _OF_WIRES and any(p.lemmas[c] in wires for c in p.children[noun]))


def _is_called(p: Parsed, trigger: Trigger) -> bool:
    """Whether a noun for a deed is only what something is called: "called the vote a coup"."""
    noun = trigger.head
    bare = p.deps[noun] == "oprd" and p.tags[noun] == "NN" and child(p, noun, "prep", "agent") is None
    return bare and trigger.entry.type not in codebook().speech and p.lemmas[p.heads[noun]] in words("naming_verbs")


def _in_headline_tense(p: Parsed, trigger: Trigger, ours: Status) -> bool:
    """Whether a headline tells in the present what has happened: "Minister flies to Tehran after talks"."""
    _, end = p.sentences[0]
    headed = p.sentence_of[trigger.head] == 0 and len(p.sentences) > 3 and p.words[end - 1] not in (".", "?", "!", '"', "”")
    return headed and ours.value == "happened" and p.tags[trigger.head] in ("VBZ", "VBP")


def _parties(scene: Scene, trigger: Trigger) -> tuple[Filled, ...]:
    """Those in the act's own slots, around it, and those that the context gives."""
    p, cast, kind = scene.p, scene.cast, trigger.entry.type
    parties = (*roles(p, trigger, scene.lexicon, cast, scene.heads), *side_roles(p, trigger, cast), *coordination(scene, trigger))
    if trigger.entry.mode == "visit":  # "a visit to Chad at its minister's invitation": the minister's guest
        own = {cast.entities[f.entity].country for f in parties if f.role == "recipient" and f.slot == "request"} - {None}
        parties = tuple(f for f in parties if f.role != "recipient" or f.slot == "request" or cast.entities[f.entity].country not in own)
    charged = accused(scene, trigger)
    if charged:
        parties = (*charged, *(f for f in parties if f.role != "actor" and all(f.entity != a.entity for a in charged)))
    if kind == "ACCUSE" and not any(f.role == "recipient" for f in parties):
        parties = (*parties, *blamed(scene, trigger))
    if kind in codebook().speech:
        parties = with_speaker(scene, trigger, parties)
    if kind == "CONSULT":
        parties = with_received(scene, trigger, parties)
    if kind == "CONSULT" and not any(f.role == "actor" for f in parties):
        parties = (*participants(scene, trigger), *invited_there(scene, trigger), *parties)
    if kind == "CONSULT" and parties and not any(f.role == "actor" for f in parties) and not is_verb(p, trigger.head):
        parties = (*reporting_side(scene, trigger), *parties)
    if kind == "ASSAULT" and not any(f.role == "actor" for f in parties):
        parties = (*claimed(scene, trigger), *parties)
    if kind == "MOBILIZE":
        parties = mobilized(scene, trigger, parties)
    if kind == "RETREAT" and not any(f.role == "actor" for f in parties):
        parties = (*withdrawn(scene, trigger), *parties)
    if kind == "REQUEST" and not any(f.role == "recipient" for f in parties):
        actors = {f.entity for f in parties if f.role == "actor"}
        parties = (*parties, *(f for f in asked_to_act(scene, trigger) or holders(scene, trigger) if f.entity not in actors))
    if not any(f.role == "actor" for f in parties):
        parties = (*some_who_act(p, trigger, cast), *whose_text(scene, trigger), *parties)
    if kind == "REQUEST" and not any(f.role == "actor" for f in parties):
        parties = with_host(scene, trigger, parties)
        asked = {f.entity for f in parties}
        parties = (*(f for f in unsaid_askers(scene, trigger) if f.entity not in asked), *parties)
    if kind == "VOTE" and (told := roll(p, trigger.head, cast)):
        parties = (*told, *(f for f in parties if f.role != "actor"))
    if kind == "VOTE" and not any(f.role == "actor" for f in parties):
        parties = (*voters(scene, trigger), *parties)
    if kind == "VOTE" and not any(f.role == "recipient" for f in parties):
        parties = (*parties, *voted_on(scene, trigger))
    return parties


def _is_none(scene: Scene, trigger: Trigger, parties: tuple[Filled, ...], state: Status) -> bool:
    """Whether it is no event after all: words that nobody says, something that no party does, a wish, a bare negation.

    An act that the encoder is sure of stays one, though nobody is known to do it.
    """
    kind = trigger.entry.type
    nobody = not any(f.role == "actor" for f in parties)
    if state.rule in _WISHED or (nobody and state.rule == "nobody"):  # "no one was killed"
        return True
    if nobody and not is_verb(scene.p, trigger.head) and any(scene.p.lower[c] == "no" for c in scene.p.children[trigger.head]):
        return True  # "no ransom demand had been received"
    if blames_only_things(scene, trigger, parties) or is_of_police(scene.p, trigger, parties, scene.cast):
        return True
    if insists(trigger, TOLD if _is_told_of(scene.p, trigger, parties) else INSISTS):
        return False
    undergone = any(f.role == "recipient" and f.slot == "subj" for f in parties)  # "walked free"
    threatened = trigger.entry.frame == "n-threat" and bool(parties)  # "received death threats"
    if nobody and not threatened and (kind in codebook().speech or (kind != "ASSAULT" and not undergone and someone_else(scene, trigger))):
        return True
    return state.rule.startswith(("negation", "governor.no", "governor.not_")) and len({f.entity for f in parties}) < 2


def _is_told_of(p: Parsed, trigger: Trigger, parties: tuple[Filled, ...]) -> bool:
    """Whether a sentence tells what was said of somebody, though not by whom: "was charged with murder", not "a man charged with it"."""
    finite = is_verb(p, trigger.head) and is_passive(p, trigger.head) and p.deps[trigger.head] not in ("acl", "amod")
    return finite and any(f.role == "recipient" for f in parties)


def _without_doubles(parties: tuple[Filled, ...]) -> tuple[Filled, ...]:
    """A party in a side role ("with his minister") leaves the principal roles, and stands once in each; who was received at his own request
    is both."""
    side = {f.entity for f in parties if f.role not in ("actor", "recipient", "requested_by")}
    actors = {f.entity for f in parties if f.role == "actor"}
    kept: dict[tuple[str, int], Filled] = {}
    for one in parties:
        if one.role == "recipient" and one.entity in side | actors:
            continue
        if one.role not in ("actor", "recipient", "requested_by") and one.entity in actors:
            continue
        kept.setdefault((one.role, one.entity), one)
    return tuple(kept.values())
