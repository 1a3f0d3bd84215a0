"""Roles that phrases around an act give, whatever the act: at whose request, in coordination with whom, in whose company."""

from __future__ import annotations

from memcon.ontology.words import words

from ..coreference.cast import Cast
from ..grammar.dependents import SUBJECTS, child, coordinated, is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import agents, is_passive, objects, prepositional, support
from ..grammar.verbs_of_acts import types_of
from ..triggers import slots
from ..triggers.triggers import Trigger
from .filled import Filled, named
from .journeys import fellow_travellers
from .roles import carries
from .unlikely_parties import brokering_too


def side_roles(p: Parsed, trigger: Trigger, cast: Cast) -> list[Filled]:
    """Roles that phrases around an act give, whatever the act: at whose request, in coordination with whom, with whose company."""
    found: list[Filled] = []
    anchors = [trigger.head]
    verb, _ = support(p, trigger.head) if not is_verb(p, trigger.head) else (None, "")
    if verb is not None:
        anchors.append(verb)
    at = trigger.head
    while is_verb(p, at) and p.deps[at] in ("xcomp", "conj", "advcl") and is_verb(p, p.heads[at]) and child(p, at, "nsubj") is None:
        at = p.heads[at]
        anchors.append(at)
    if trigger.entry.type != "CONSULT":
        does = trigger.head if is_verb(p, trigger.head) else verb if verb is not None and carries(p, trigger) else None
        if does is None:  # "condemned the attack along with Chad": who condemns has no part in it
            anchors = [trigger.head]
        elif is_verb(p, does):
            found += named(*_beside(p, does, cast), cast, "company")
            found += named("recipient" if is_passive(p, does) else "actor", _likewise(p, does), cast, "company")
        found += named("actor", _joined(p, trigger.head), cast, "company")
    found += named("companion", fellow_travellers(p, trigger, cast), cast, "company")
    for anchor in anchors if trigger.entry.type == "CONSULT" else ():
        found += named("companion", [*_along(p, anchor), *_in_company(p, anchor), *_third_parties(p, anchor)], cast, "company")
    for anchor in anchors:
        for c in _phrases(p, anchor) if not _only_dates(p, trigger.head) else ():
            word = p.lower[c]
            held = child(p, c, "pobj") if p.deps[c] in ("prep", "agent") else None
            if word in ("at", "on", "upon") and held is not None and p.lemmas[held] in words("behest"):
                invites = trigger.entry.mode == "visit" and p.lemmas[held] == "invitation"  # whose guest one is
                whose = [*slots.fill(p, held, "of"), *slots.fill(p, held, "poss")]
                found += named("recipient" if invites else "requested_by", whose, cast, "request")
            elif p.lemmas[c] in words("company_verbs") and p.tags[c] == "VBN" and p.deps[c] in ("advcl", "acl", "dep", "conj"):
                found += named("companion", slots.fill(p, c, "subj"), cast, "company")
            elif word == "alongside":
                found += named("companion", coordinated(p, held) if held is not None else [], cast, "company")
    if trigger.entry.type == "CONSULT" and not is_verb(p, trigger.head):
        found += named("requested_by", _who_asked(p, trigger.head, verb), cast, "request")
        told = [c for c in p.children[trigger.head] if p.deps[c] in ("acl", "relcl") and p.lemmas[c] == "coordinate" and is_passive(p, c)]
        found += named("coordinated_with", [t for c in told for t in slots.fill(p, c, "with")], cast, "coordination")
    if trigger.entry.mode == "mediation":
        found += named("coordinated_with", brokering_too(p, trigger), cast, "coordination")
    if is_verb(p, trigger.head) and p.lemmas[trigger.head] in ("coordinate",):
        return found
    if verb is not None and p.lemmas[verb] in ("coordinate", "clear"):  # "their visit had been coordinated with Lima"
        found += named("coordinated_with", slots.fill(p, verb, "with"), cast, "coordination")
    return found


def _who_asked(p: Parsed, noun: int, verb: int | None) -> list[int]:
    """By whom a contact was asked for: "the call, which had been requested by Chad", "the meeting was requested by Chad"."""
    told = [c for c in p.children[noun] if p.deps[c] in ("acl", "relcl")]
    told += [verb] if verb is not None and p.deps[noun] == "nsubjpass" else []
    return [t for v in told if p.lemmas[v] in _ASKING and is_passive(p, v) for by in agents(p, v) for t in coordinated(p, by)]


_ASKING = frozenset(("request", "initiate", "seek"))


def _phrases(p: Parsed, anchor: int) -> list[int]:
    """What hangs on an act; what a parser hangs on the occasion that only dates a contact is that contact's: "phoned Fox before the talks
    at Togo's request"."""
    if not is_verb(p, anchor) or not _tells_a_contact(p, anchor):
        return list(p.children[anchor])
    dating = [n for c in p.children[anchor] if p.lower[c] in _DATING for n in p.children[c] if p.deps[n] == "pobj"]
    return [*p.children[anchor], *(c for n in dating for c in p.children[n] if p.lower[c] == "at")]


def _only_dates(p: Parsed, noun: int) -> bool:
    """Whether a noun only tells when somebody had contact: "phoned Fox before the talks"."""
    link = p.heads[noun]
    verb = p.heads[link]
    return p.deps[noun] == "pobj" and p.lower[link] in _DATING and is_verb(p, verb) and _tells_a_contact(p, verb)


def _tells_a_contact(p: Parsed, verb: int) -> bool:
    return "CONSULT" in types_of(p.lemmas[verb])


_DATING = frozenset(("after", "before", "following", "since", "until"))


def _beside(p: Parsed, verb: int, cast: Cast) -> tuple[str, list[int]]:
    """Who stands behind "along with", and the role that they share; to be there is to act: "Peru, along with Chad, condemned the coup".

    In the annotated windows, passages and reports of our own, test part left out, they are actors ten times, recipients twelve times and
    companions once, in acts that are no contact.
    """
    those = _along(p, verb)
    undergoers = [t for t in objects(p, verb) if cast.of(t)]
    first = min(those, default=0)
    befalls = is_passive(p, verb) or (first > verb and any(t < first for t in undergoers))
    return "recipient" if befalls else "actor", those


def _likewise(p: Parsed, verb: int) -> list[int]:
    """Who is told in short to have done, or undergone, the same: "condemned the coup, as did Chad", "was jailed, and so was Lee"."""
    found: list[int] = []
    for c in p.children[verb]:
        if p.deps[c] not in ("advcl", "conj") or c < verb or p.lemmas[c] not in _SHORT[is_passive(p, verb)]:
            continue
        inside = p.children[c]
        who = child(p, c, *SUBJECTS)
        short = any(p.lower[i] in _LIKEWISE for i in inside) and all(p.deps[i] in _AROUND or i == who for i in inside)
        found += coordinated(p, who) if short and who is not None else []
    return found


_SHORT = {True: ("be",), False: ("do", "have")}
_LIKEWISE = frozenset(("as", "so", "too", "also", "likewise"))
_AROUND = frozenset(("mark", "advmod", "prep", "npadvmod", "punct", "cc", "aux"))


def _joined(p: Parsed, verb: int) -> list[int]:
    """Whom others join in doing something: "Peru joined Chad in condemning the coup"."""
    above = p.heads[p.heads[verb]]
    joined = p.deps[verb] == "pcomp" and p.lower[p.heads[verb]] == "in" and p.lemmas[above] == "join"
    return objects(p, above) if joined and is_verb(p, above) else []


def _in_company(p: Parsed, anchor: int) -> list[int]:
    """Whose company an act is told to be in, hung on it, its object or a place: "toured the camp in the company of the envoy"."""
    beside = {anchor, *(t for c in p.children[anchor] for t in (c, *p.children[c]) if p.deps[t] in ("dobj", "pobj"))}
    held = [t for at in beside for t in prepositional(p, at, "in") if p.lower[t] == "company"]
    return [t for company in held for t in slots.fill(p, company, "of")]


def _third_parties(p: Parsed, anchor: int) -> list[int]:
    """Who is at the talks of others as what: "resumed talks, with Norway and Cuba as guarantors"."""
    links = [c for c in p.children[anchor] if p.deps[c] == "prep" and p.lower[c] == "with"]
    return [t for c in links if (held := child(p, c, "pobj")) is not None and _is_told_as(p, held) for t in coordinated(p, held)]


def _is_told_as(p: Parsed, token: int) -> bool:
    """Whether "as mediators" or the like stands right behind a row of names."""
    link = max(coordinated(p, token)) + 1
    as_what = child(p, link, "pobj") if link < len(p) and p.lower[link] == "as" else None
    return as_what is not None and p.lemmas[as_what] in _THIRD


_THIRD = frozenset("guarantor mediator facilitator observer witness host moderator broker intermediary co-mediator".split())


def _along(p: Parsed, anchor: int) -> list[int]:
    """Who stands behind "along with", hung on an act, its subject or object: "mediated the talks along with Chile"."""
    beside = [*p.children[anchor], *(c for o in p.children[anchor] if p.deps[o] in ("dobj", "nsubj") for c in p.children[o])]
    links = [w for c in beside if p.lower[c] in ("along", "together") for w in p.children[c] if p.lower[w] == "with"]
    links += [c for c in beside if p.lower[c] == "with" and p.lower[c - 1] in ("along", "together")]
    return [t for link in links if (held := child(p, link, "pobj")) is not None for t in coordinated(p, held)]
