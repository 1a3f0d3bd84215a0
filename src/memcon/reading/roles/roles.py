"""Who stands in which role of an act: the slots of its frame filled with parties."""

from __future__ import annotations

from collections.abc import Container, Iterable

from memcon.ontology.cues import cues
from memcon.ontology.lexicon import Lexicon
from memcon.ontology.lexicon import lexicon as lines
from memcon.ontology.words import words

from ..coreference.cast import Cast
from ..grammar.dependents import child, is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import support
from ..triggers import slots
from ..triggers.backers import backed, backs
from ..triggers.places_taken import is_named_town, is_taken
from ..triggers.told_about import is_discussed
from ..triggers.triggers import Trigger
from .carriers import accomplices, answerers, committed, repellers
from .filled import Filled, may_fill, named, once
from .journeys import is_goal, is_left, no_traveller
from .not_aimed_at import not_aimed_at
from .own_means import is_no_target, turned_on
from .own_missions import is_own_mission
from .own_side import is_home
from .owners import is_place_name, owners
from .undergone import OF_SPEAKER, UNDERGONE, befalls_owner, is_of_speaker
from .unlikely_parties import befalls_whom_it_names, brokering_too, is_arranged, is_wanted_itself, is_where_they_march

# What is said of a thing is said of whom it belongs to: "condemned Russia's aggression", "rejected the U.S. claims".
_OF_THINGS = ("COERCE", "MOBILIZE", "SANCTION")  # the army that closes the airspace of its own state does nothing to that
_OWNED = frozenset(("ACCUSE", "REJECT", "SUPPORT", "STATEMENT", "CONCEDE", "REQUEST", "VOTE", "ASSAULT", "COERCE", "SANCTION", "PROTEST"))
# Who is refused or threatened stands with the act that is: "refused to negotiate with Chad", "threatened to strike Chad".
_OF_AN_ACT = frozenset(("REJECT", "THREATEN"))
_TELLING = frozenset(("say", "deny", "report", "show", "know", "think"))
_JUDGING = frozenset(("accuse", "praise"))
_AWAITING = frozenset(("anticipate", "await", "expect"))
_HELD_SOMEWHERE = frozenset(("CONSULT", "AGREE", "SUPPORT"))  # "the Lisbon summit", "the Pretoria accord"
_ARRANGING = frozenset(("arrange", "organise", "organize"))
_ENDING = frozenset(("end", "finish"))
_SHARED = frozenset(("meeting", "call", "multilateral", ""))


def roles(p: Parsed, trigger: Trigger, lexicon: Lexicon, cast: Cast, heads: Container[int] = ()) -> list[Filled]:
    """The parties of one trigger, actors first.

    A slot that holds no party gives way to the next one of the frame; a party stands in one role only. `heads` are the heads of all
    triggers: a noun of action is no party, even where a name recogniser took it for one.
    """
    entry = trigger.entry
    frame = OF_SPEAKER if is_of_speaker(p, trigger) else lexicon.frames.get(entry.frame, {})
    frame = UNDERGONE if befalls_owner(p, trigger, cast) else frame
    if entry.type in ("SUPPORT", "AID", "AGREE") and (sides := backed(p, trigger.head)) is not None:
        both = [f for role, side in zip(("actor", "recipient"), sides, strict=True) for f in named(role, side, cast, "backed")]
        return once(both)
    found: list[Filled] = []
    for role, choices in frame.items():
        for choice in choices:
            filled = [f for slot in choice for f in _fillers(p, trigger, role, slot, cast)]
            filled = [
                f
                for f in filled
                if not (f.token in heads and _is_common(cast, f.token))
                and not _of_the_deed(p, trigger, f, heads)
                and not _of_another_contact(p, trigger, f, heads)
                and not _of_what_is_owned(p, trigger, f, cast)
            ]
            filled = [f for f in once(filled) if all(f.entity != g.entity for g in found)]
            if filled:
                found += filled
                break
    if "actor" in frame and not any(f.role == "actor" for f in found):
        bound = set(committed(p, trigger, lexicon)) - set(tellers(p, trigger) if entry.type == "CONSULT" else ())
        found = [
            *(f for f in _above("actor", sorted(bound), cast, "commitment") if all(f.entity != g.entity for g in found)),
            *found,
        ]
    if (entry.type in _OWNED or entry.frame == "accept") and not any(f.role == "recipient" for f in found):
        does = {f.entity for f in found if f.role == "actor"} if entry.type in _OF_THINGS else set()
        found += [
            f
            for f in owners(p, trigger, cast, (*frame.get("recipient", ()), ("into", "onto")), heads)
            if all(f.entity != g.entity for g in found) and not is_home(cast, f.entity, does)
        ]
    if entry.type == "ASSAULT" and any(f.role == "actor" for f in found):
        found += [f for f in _above("actor", accomplices(p, trigger), cast, "with") if all(f.entity != g.entity for g in found)]
    if entry.type == "ASSAULT" and (repelling := _above("recipient", repellers(p, trigger), cast, "repelled")):
        found = [f for f in found if f.entity not in {one.entity for one in repelling}]
        found += repelling if not any(f.role == "recipient" for f in found) else []
    if entry.type == "REQUEST" and (asked := _above("recipient", answerers(p, trigger), cast, "answer")):
        found = [f for f in found if f.entity not in {a.entity for a in asked}]
        found += asked if not any(f.role == "recipient" for f in found) else []
    if entry.type in _OF_AN_ACT and is_verb(p, trigger.head) and not any(f.role == "recipient" for f in found):
        below = child(p, trigger.head, "xcomp", "ccomp") if entry.type == "REJECT" else None
        if below is not None and p.lemmas[below] in words("let_go_verbs"):
            target = named("recipient", slots.fill(p, below, "to"), cast, "comp-to")
        else:
            target = _fillers(p, trigger, "recipient", "comp-obj", cast) or owners(p, trigger, cast, (("comp-obj",),), heads)
            own = {f.entity for f in found if f.role == "actor"}
            target = [f for f in target if not is_no_target(p, trigger.head, f.token, own, cast)]
            target = target or named("recipient", turned_on(p, trigger.head, cast), cast, "comp-to")
        found += [f for f in once(target) if all(f.entity != g.entity for g in found)]
    if entry.type == "CONSULT" and not is_verb(p, trigger.head) and not any(f.role == "recipient" for f in found):
        found += [f for f in _counterparts(p, trigger, cast) if all(f.entity != g.entity for g in found)]
    if entry.type == "SANCTION" and not is_verb(p, trigger.head) and not any(f.role == "recipient" for f in found):
        topics = [t for t in slots.fill(p, trigger.head, "mod", trigger.tokens) if _is_topic(p, trigger, t, cast)]
        found += [Filled("recipient", n, t, "mod") for t in topics for n in cast.of(t)]
    if not any(f.role == "recipient" for f in found) and "recipient" in frame and not is_verb(p, trigger.head):
        targets = [o for c in p.children[trigger.head] if p.deps[c] == "acl" and p.tags[c] == "VBG" for o in slots.fill(p, c, "obj")]
        found += [Filled("recipient", n, o, "acl") for o in targets if may_fill(o, "obj", cast) for n in cast.of(o)]
    return found


def _above(role: str, tokens: Iterable[int], cast: Cast, slot: str) -> list[Filled]:
    """Those among the subjects of the verb above a noun of action that may be parties."""
    return once(Filled(role, n, t, slot) for t in tokens if may_fill(t, "subj", cast) for n in cast.of(t))


def _counterparts(p: Parsed, trigger: Trigger, cast: Cast) -> list[Filled]:
    """Whom the verb around a contact turns to: "asked X, in a call, to host"; "told X during a meeting"."""
    verb, how = support(p, trigger.head)
    if verb is None or how not in ("in", "during", "over", "by") or not is_verb(p, verb):
        return []
    for slot in ("obj", "iobj", "to"):
        filled = [
            Filled("recipient", n, t, f"support-{slot}")
            for t in slots.fill(p, verb, slot)
            if may_fill(t, slot, cast) and not is_discussed(p, t)
            for n in cast.of(t)
        ]
        filled = [f for f in filled if cast.entities[f.entity].kind in ("person", "state", "armed_group", "organisation")]
        if filled:
            return once(filled)
    return []


def _is_common(cast: Cast, token: int) -> bool:
    mention = cast.mention(token)
    return mention is None or mention.identity is None or mention.identity.how.startswith("words")


def _fillers(p: Parsed, trigger: Trigger, role: str, slot: str, cast: Cast) -> list[Filled]:
    found: list[Filled] = []
    if slot == "support" and not carries(p, trigger):
        return []
    for token in slots.fill(p, trigger.head, slot, trigger.tokens):
        if (
            token in trigger.tokens
            or not may_fill(token, slot, cast)
            or _vague(p, trigger, token, cast)
            or is_left(trigger, token, slot, cast)
            or _is_reason(p, trigger, slot)
            or _opens(p, trigger, token, slot)
            or is_goal(p, trigger, token, slot, cast)
            or is_town_taken(p, trigger, token, cast)
            or (role == "recipient" and (backs(p, token) or befalls_whom_it_names(p, trigger, token) or not_aimed_at(p, trigger, token)))
            or (role == "recipient" and (is_own_mission(p, trigger, token) or is_wanted_itself(p, trigger, token)))
            or (role == "recipient" and is_where_they_march(p, trigger, token))
            or (role in ("actor", "recipient") and token in brokering_too(p, trigger))
            or (
                slot == "mod"
                and (_in_its_name(trigger, token, cast) or _is_scene(p, trigger, token, cast) or no_traveller(trigger, token, cast))
            )
        ):
            continue
        found += [Filled(role, number, token, slot) for number in cast.of(token)]
    return found


def is_town_taken(p: Parsed, trigger: Trigger, token: int, cast: Cast) -> bool:
    """Whether a capital is the town itself, which is taken, and no government: "the army retook Khartoum", "the town of Curwen"."""
    mention = cast.mention(token)
    town = (mention is not None and mention.capital) or is_named_town(p, token)
    return trigger.entry.type in ("ASSAULT", "COERCE") and town and is_taken(p, token, known=True)


def carries(p: Parsed, trigger: Trigger) -> bool:
    """Whether the subject of the verb above a noun of action takes part in it: always in contacts, else only with a light verb."""
    if trigger.entry.type == "CONSULT":
        return not tellers(p, trigger)
    verb, how = support(p, trigger.head)
    if verb is not None and p.lemmas[verb] in _ENDING and p.tags[verb] == "VB" and child(p, trigger.head, "poss") is None:
        return False  # "tried to end the war"
    if verb is not None and p.lemmas[verb] == "prosecute" and p.lemmas[trigger.head] not in words("wars"):
        return False  # "a team is prosecuting the bombings": in court
    if verb is not None and is_arranged(p, trigger, verb):
        return False
    if verb is not None and p.lemmas[verb] == "raise" and trigger.entry.type in ("ASSAULT", "COERCE", "SANCTION"):
        return False  # "raised the detention of his aide": spoke of it
    light = words("light_verbs") | (words("concluding_verbs") if trigger.entry.type == "AGREE" else frozenset())
    light |= words("fighting_verbs") if trigger.entry.frame == "n-clash" else frozenset()
    return verb is not None and ((how == "obj" and p.lemmas[verb] in light) or slots.answers_with(p, verb, how))


def tellers(p: Parsed, trigger: Trigger) -> list[int]:
    """Who only tells of a contact, judges or awaits it: "the Kremlin confirmed the conversation", "the visit was condemned by Rey"."""
    verb, how = support(p, trigger.head) if not is_verb(p, trigger.head) else (None, "")
    if verb is None or not is_verb(p, verb) or how != "obj":
        return []
    if p.lemmas[verb] in _ARRANGING and trigger.entry.mode in ("visit", "call"):  # "the trip was arranged by Rey": another travels
        return slots.fill(p, verb, "subj")
    groups = {cue.group for cue in cues().get((p.lemmas[verb], "v"), ())}
    if groups & _JUDGING or p.lemmas[verb] in _AWAITING:
        return slots.fill(p, verb, "subj")
    known = any(p.lower[c] in ("the", "that", "this") for c in p.children[trigger.head])
    return slots.fill(p, verb, "subj") if known and groups & _TELLING else []


def _in_its_name(trigger: Trigger, token: int, cast: Cast) -> bool:
    """Whether a word is only part of the name that an act has: "the Water Supply Summit"."""
    mention = cast.mention(token)
    return mention is not None and mention.identity is None and trigger.head in range(*mention.name)


def _is_topic(p: Parsed, trigger: Trigger, token: int, cast: Cast) -> bool:
    """Whether a country's name before a noun of action tells where or on whom ("the Kenya bombing", "Iran sanctions") and not who.

    An adjective ("the Russian strike"), an acronym ("a U.S. strike") and a pair ("Russia-Ukraine talks") name those who act.
    """
    if not is_place_name(p, token, cast):
        return False
    beside = (cast.mention(t) for t in slots.fill(p, trigger.head, "mod", trigger.tokens))
    pair = {m.head for m in beside if m is not None and m.kind in ("state", "place", "person")}
    return trigger.entry.mode == "visit" or len(pair) < 2


def _is_scene(p: Parsed, trigger: Trigger, token: int, cast: Cast) -> bool:
    """Whether a country or city named before a deed tells only where it was: "the Paris attacks", not "the Moscow attacks on Kyiv"."""
    if is_verb(p, trigger.head):
        return False
    mention = cast.mention(token)
    if trigger.entry.type in _HELD_SOMEWHERE and mention is not None and mention.capital and p.tags[token].startswith("NNP"):
        beside = slots.fill(p, trigger.head, "mod", trigger.tokens)
        return sum(1 for t in beside if cast.of(t)) < 2  # "the Lisbon summit", not "Moscow-Kyiv talks"
    if trigger.entry.type == "ASSAULT" and p.lemmas[token] in words("scenes"):
        return True  # "the Embassy bombings"
    if trigger.entry.type == "ASSAULT" and mention is not None and mention.unknown and mention.name[1] - mention.name[0] == 1:
        return mention.kind != "armed_group"  # "the Guilford pub bombings", by a name that nobody knows
    if trigger.entry.type not in ("ASSAULT", "PROTEST") or not _is_topic(p, trigger, token, cast):
        return False
    return not any(slots.fill(p, trigger.head, slot, trigger.tokens) for slot in ("on", "against"))


def _of_the_deed(p: Parsed, trigger: Trigger, filled: Filled, heads: Container[int]) -> bool:
    """Whether a party is only whom the deed that is spoken of befell: "condemned the attack on X" has no word against X."""
    if trigger.entry.type not in _OWNED or not is_verb(p, trigger.head) or filled.slot not in ("on", "against", "at", "of", "in"):
        return False
    at = filled.token
    for _ in range(3):
        at = p.heads[p.heads[at]]
        if at == trigger.head or p.deps[at] not in ("pobj", "dobj", "nsubjpass"):
            break
        if at in heads or _is_deed(p, at, filled.slot):
            return True
    return at != trigger.head and at in heads


def _is_deed(p: Parsed, noun: int, slot: str) -> bool:
    """Whether a noun that is no act here is for a deed done to what stands behind it: "condemns attacks on hospitals"."""
    if is_verb(p, noun) or (slot == "of" and p.lemmas[noun] not in words("undergone") | words("harms_done")):
        return False
    return p.lemmas[noun] in words("wrongs") or any(entry.type in ("ASSAULT", "COERCE") for entry in lines().nouns.get(p.lemmas[noun], ()))


def _of_another_contact(p: Parsed, trigger: Trigger, filled: Filled, heads: Container[int]) -> bool:
    """Whether a counterpart belongs to another contact that is spoken of: "to brief him on his conversations with X"."""
    if trigger.entry.type != "CONSULT" or not is_verb(p, trigger.head) or filled.slot != "with" or not slots.fill(p, trigger.head, "obj"):
        return False
    noun = p.heads[p.heads[filled.token]]
    return noun not in trigger.tokens and noun in heads and not is_verb(p, noun) and p.deps[noun] == "pobj"


def _of_what_is_owned(p: Parsed, trigger: Trigger, filled: Filled, cast: Cast) -> bool:
    """Whether a party stands behind what belongs to another, of whom it is said: "attacked Rey's record on Chad"."""
    verb, noun = trigger.head, p.heads[p.heads[filled.token]]
    if trigger.entry.type not in ("ACCUSE", "SUPPORT") or not is_verb(p, verb) or p.deps[filled.token] != "pobj" or cast.of(noun):
        return False
    owner = child(p, noun, "poss")
    return p.deps[noun] == "dobj" and p.heads[noun] == verb and owner is not None and bool(cast.of(owner))


def _vague(p: Parsed, trigger: Trigger, token: int, cast: Cast) -> bool:
    """Whether the words name nobody in particular ("any candidate"), or "their" before a contact points to a pair that was not found."""
    if any(p.deps[c] == "det" and p.lower[c] in words("no_one_in_particular") for c in p.children[token]):
        return True
    if trigger.entry.type == "ACCUSE" and p.lower[token] == "it" and p.lemmas[trigger.head] in words("naming_verbs"):
        return True  # "called it unacceptable": an act
    return trigger.entry.type == "CONSULT" and p.lower[token] == "their" and len(cast.of(token)) < 2


def _is_reason(p: Parsed, trigger: Trigger, slot: str) -> bool:
    """Whether what stands behind "for" is what somebody else is thanked for: "thanked his host for the hospital"."""
    praises = trigger.entry.frame == "praise" and slot == "for" and is_verb(p, trigger.head)
    return praises and bool(slots.fill(p, trigger.head, "obj", trigger.tokens))


def _opens(p: Parsed, trigger: Trigger, token: int, slot: str) -> bool:
    """Whether a phrase of place stands before the subject: "On Capitol Hill, Fox decried the plan"."""
    verb, link = trigger.head, p.heads[token]
    fronted = slot in ("on", "in", "at") and is_verb(p, verb) and p.deps[token] == "pobj" and p.heads[link] == verb
    own = child(p, verb, "nsubj", "nsubjpass")
    return fronted and own is not None and link < own


def undirected(kind: str, mode: str) -> bool:
    """Whether an act has no direction between its parties: a meeting, a call."""
    return kind == "CONSULT" and mode in _SHARED
