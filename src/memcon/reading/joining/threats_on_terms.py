"""Threats that no word for them names: what somebody says his side will do unless others give way ("Chad will close the border unless the
crew is freed, Rey said")."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from memcon.ontology.lexicon import Entry

from ..acts.acts import Act
from ..acts.demands import main_verbs
from ..claims.attribution import Claim
from ..coreference.cast import Cast
from ..encoder.coding import ON_TERMS
from ..grammar.dependents import SUBJECTS, child, is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import is_passive, objects
from ..roles.filled import Filled
from ..triggers.triggers import Trigger
from .sourcing import speakers_of

_TO_COME = frozenset("will would shall 'll ’ll 'd ’d".split())
_FIRST_PERSON = frozenset(("i", "we"))
_SETTING_OUT = frozenset("act begin consider decide go have move proceed seek start try".split())
_HOSTILE = frozenset(("ASSAULT", "COERCE", "MOBILIZE", "SANCTION", "THREATEN"))
_MODES = {"ASSAULT": "violence", "COERCE": "restrict", "MOBILIZE": "violence", "SANCTION": "sanction"}
_ANSWERING = frozenset("act intervene respond retaliate strike".split())
_MEANS = frozenset("action force measure means step weapon".split())
_KEPT = frozenset(("PROTEST", "CONSULT", "AGREE", "REQUEST"))
"""What stays what it is on terms: a strike is one, and so is a meeting."""


def with_threats_on_terms(p: Parsed, found: Sequence[Trigger], claims: Sequence[Claim], cast: Cast) -> list[Trigger]:
    """The triggers found, with the verbs of threats on terms as such in place of the deeds that are threatened."""
    more: dict[int, Trigger] = {}
    at = {t: one for one in found for t in one.tokens}
    for claim in claims:
        for verb in _threatened(p, claim, cast, lambda verb: _is_hostile(p, verb, at.get(verb))):
            known = at.get(verb)
            if known is not None and known.entry.type in _KEPT:
                continue
            entry = Entry((p.lemmas[verb],), "v", "THREATEN", _mode(p, verb, known), "act", (), "", ON_TERMS)
            more[verb] = Trigger(verb, _words(p, verb), entry, known.coded if known is not None else None)
    gone = {id(at[t]) for one in more.values() for t in one.tokens if t in at}
    kept = [one for one in found if id(one) not in gone]
    return sorted([*kept, *more.values()], key=lambda one: one.head) if more else list(found)


def with_those_threatened(p: Parsed, acts: Sequence[Act], cast: Cast) -> list[Act]:
    """The acts, threats on terms with those who are to give way, and without the days and places of what is threatened."""
    threats = [_with_who_is_to(p, act, cast) if act.rule == ON_TERMS else act for act in acts]
    return [_at_those_on_terms(p, act, cast) if act.trigger.entry.type == "THREATEN" else act for act in threats]


def _threatened(p: Parsed, claim: Claim, cast: Cast, hostile: Callable[[int], bool]) -> Iterator[int]:
    """The verbs of what the speaker's own side will do unless others do something, or, where that is hostile, if they do."""
    if not claim.clausal or claim.stance == "denies" or claim.group not in ("say", "promise"):
        return
    own = speakers_of(claim, p, cast) | {n for first, end in claim.source for t in range(first, end) for n in cast.of(t)}
    homes = {cast.entities[n].country for n in own} - {None}

    def is_own(token: int) -> bool:
        theirs = cast.of(token)
        return p.lower[token] in _FIRST_PERSON or any(n in own or cast.entities[n].country in homes for n in theirs)

    for verb in main_verbs(p, claim):
        helpers = [c for c in p.children[verb] if p.deps[c] == "aux"]
        if not any(p.lower[c] in _TO_COME for c in helpers) or child(p, verb, "neg") is not None or is_passive(p, verb):
            continue
        who = child(p, verb, "nsubj")
        if who is not None and is_own(who) and _terms(p, verb, cast, is_own, hostile(verb)) is not None:
            yield verb


def _words(p: Parsed, verb: int) -> tuple[int, ...]:
    """The words of what is threatened: "cut off", "move to cut off"."""
    below = child(p, verb, "xcomp") if p.lemmas[verb] in _SETTING_OUT else None
    last = below if below is not None and is_verb(p, below) and below <= verb + 2 else verb
    behind = last + 1
    return tuple(range(verb, behind + (behind < len(p) and p.deps[behind] == "prt" and p.heads[behind] == last)))


def _mode(p: Parsed, verb: int, known: Trigger | None) -> str:
    """The mode of a threat by what is threatened."""
    if known is None:
        return "violence" if any(p.lemmas[n] in ("force", "weapon") for n in objects(p, verb)) else ""
    entry = known.entry
    return entry.mode if entry.type == "THREATEN" or entry.mode in ("arrest", "expel") else _MODES.get(entry.type, "")


def _is_hostile(p: Parsed, verb: int, known: Trigger | None) -> bool:
    """Whether a deed that is told to come is one to be feared: "expel the envoy", "use force", "respond"."""
    if known is not None:
        return known.entry.type in _HOSTILE
    return p.lemmas[verb] in _ANSWERING or (p.lemmas[verb] in ("use", "take") and any(p.lemmas[n] in _MEANS for n in objects(p, verb)))


def _terms(p: Parsed, verb: int, cast: Cast, is_own: Callable[[int], bool], hostile: bool = True) -> int | None:
    """The verb that tells what others are to do: "unless Togo frees the crew", "unless the crew is freed", "if Togo does not leave".

    What is hostile may be threatened if they do something, too: "if Togo attacks", "should the talks fail".
    """
    for c in p.children[verb]:
        mark = child(p, c, "mark")
        who = child(p, c, *SUBJECTS)
        if p.deps[c] != "advcl" or not is_verb(p, c) or who is None or p.lower[who] == "there":
            continue
        if mark is None:
            on_terms = hostile and any(p.deps[a] == "aux" and p.lower[a] == "should" and a < who for a in p.children[c])
        else:
            undone = p.lower[mark] == "unless" or (p.lower[mark] == "if" and child(p, c, "neg") is not None)
            on_terms = undone or (hostile and p.lower[mark] == "if")
        if not on_terms:
            continue
        if bool(cast.of(who)) if p.lower[who] == "it" else not is_own(who):  # "it" is rarely who threatens, whoever it is taken for
            return c
    return None


def _with_who_is_to(p: Parsed, act: Act, cast: Cast) -> Act:
    act = replace(act, dates=(), spots=())
    if act.of_role("recipient"):
        return act
    actors = act.of_role("actor")
    terms = _terms(p, act.trigger.head, cast, lambda token: bool(actors & set(cast.of(token))))
    who = child(p, terms, "nsubj") if terms is not None else None
    if who is None or any(p.tags[c] == "PRP$" for c in p.children[who]):  # "our men", who are to be let go
        return act
    return replace(act, parties=(*act.parties, *(Filled("recipient", n, who, "terms") for n in cast.of(who) if n not in actors)))


def _at_those_on_terms(p: Parsed, act: Act, cast: Cast) -> Act:
    """A threat with the state or body that is to give way as whom it is at, not those without a name to whom something would be done:
    "threatened to kill the men unless Togo freed its fighters" is at Togo."""
    below = child(p, act.trigger.head, "xcomp", "ccomp")
    if below is None or not is_verb(p, below):
        return act
    actors, at = act.of_role("actor"), act.of_role("recipient")
    terms = _terms(p, below, cast, lambda token: bool(actors & set(cast.of(token))))
    terms = _terms(p, act.trigger.head, cast, lambda token: bool(actors & set(cast.of(token)))) if terms is None else terms
    who = child(p, terms, "nsubj") if terms is not None else None
    told = [n for n in cast.of(who) if n not in actors] if who is not None else []
    if len(told) != 1 or not cast.entities[told[0]].named or cast.entities[told[0]].kind not in ("state", "organisation", "armed_group"):
        return act
    inside = {n for t in p.subtree(terms or 0) for n in cast.of(t)}  # "if Israel hits Beirut": the threat is not at Beirut
    if any(cast.entities[n].named or cast.entities[n].country is not None for n in at - inside):
        return act
    kept = tuple(f for f in act.parties if f.role != "recipient")
    return replace(act, parties=(*kept, Filled("recipient", told[0], who or 0, "terms")))
