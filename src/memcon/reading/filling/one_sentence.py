"""Parties that one sentence tells with another act: who asks and who refuses, who is accused and accuses back, who else was at it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from memcon.ontology.codebook import codebook

from ..coreference.binding import SUBJECTS
from ..coreference.cast import Cast
from ..grammar.dependents import child, is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import is_passive, support
from ..joining.group import Group
from ..roles.filled import Filled


def with_those_of_one_sentence(p: Parsed, groups: Sequence[Group], cast: Cast) -> list[Group]:
    """The events, those whose other side nobody tells filled by what the same sentence tells.

    In the annotated windows, passages and reports of our own, test part left out, a refusal is of who asks for something of the same kind 9
    times, of nobody once; a request is made to who refuses it 5 times, to nobody twice, to whom others make one of its kind 4 times to one;
    an accusation is against who accuses its author in turn 4 times of 4; a contact with somebody is of who acts beside it 12 times, of
    nobody once. Invitations are left open: who stays away is often said to refuse nobody.
    A state and its own minister or envoy neither ask nor refuse each other.
    """
    for group in groups:
        near = [g for _, g in sorted(_near(p, group, groups), key=lambda told: told[0])]
        if group.type == "CONSULT" and group.mode != "message" and not group.of_role("actor"):
            others = group.of_role("recipient") if not _is_left_unsaid(p, group) else frozenset()
            _fill(group, "actor", [g for g in near if others and g.of_role("actor") - others and not _speaks_of_it(p, g, group)], "actor")
        elif group.of_role("recipient"):
            continue
        elif group.type == "CONSULT" and group.mode == "message":
            _fill(group, "recipient", [g for g in near if _is_handed_over_there(p, group, g)], "recipient")
        elif group.type == "REJECT":
            asked = [g for g in near if (group.mode != "meet" and _is_of_one_kind(group, g, "REQUEST", cast)) or _is_of_it(p, group, g)]
            _fill(group, "recipient", asked, "actor")
        elif group.type == "REQUEST":
            _fill(group, "recipient", [g for g in near if _is_of_one_kind(group, g, "REJECT", cast) or _is_of_it(p, g, group)], "actor")
            if not group.of_role("recipient"):
                told = [g for g in near if _is_of_one_kind(group, g, "REQUEST", None) and g.of_role("recipient")]
                _fill(group, "recipient", told, "recipient")
        elif group.type == "ACCUSE":
            _fill(group, "recipient", [g for g in near if _accuses_back(group, g)], "actor")
    return list(groups)


def _is_left_unsaid(p: Parsed, contact: Group) -> bool:
    """Whether nobody did what did not happen: "Rey said that Chad had not been consulted"."""
    return any(a.status.value == "denied" and is_passive(p, a.trigger.head) for a in contact.acts)


def _is_handed_over_there(p: Parsed, message: Group, other: Group) -> bool:
    """Whether the verb of a message only goes on after that of a contact: "met Rey and handed over a letter from Fox"."""
    if other.type != "CONSULT" or other.mode == "message" or not other.of_role("recipient"):
        return False
    heads = [h if is_verb(p, h) else support(p, h)[0] for h in (a.trigger.head for a in message.acts)]
    met = {a.trigger.head if is_verb(p, a.trigger.head) else support(p, a.trigger.head)[0] for a in other.acts}
    return any(h is not None and p.deps[h] == "conj" and p.heads[h] in met and child(p, h, *SUBJECTS) is None for h in heads)


def _speaks_of_it(p: Parsed, words_said: Group, contact: Group) -> bool:
    """Whether what somebody said is about a contact itself: "the visit was condemned by Rey"."""
    told = {a.trigger.head for a in words_said.acts} if words_said.type in codebook().speech else set()
    return any(p.heads[a.trigger.head] in told for a in contact.acts)


def _is_of_one_kind(group: Group, other: Group, kind: str, cast: Cast | None) -> bool:
    """Whether somebody else asks for, or refuses, the kind of thing that is refused, or asked for; with a cast, of another state."""
    theirs = other.of_role("actor")
    if cast is not None:
        ours, others = ({(e.kind, e.country) for n in g.of_role("actor") if (e := cast.entities[n]).country} for g in (group, other))
        if any({a, b} == {"person", "state"} and one == another for a, one in ours for b, another in others):
            return False
    return other.type == kind and bool(group.mode) and other.mode == group.mode and bool(theirs) and not theirs & group.of_role("actor")


def _is_of_it(p: Parsed, refusal: Group, asked: Group) -> bool:
    """Whether a refusal is told in a clause about what somebody else asks for: "proposed a patrol, which Chad rejected"."""
    theirs = asked.of_role("actor")
    if refusal.type != "REJECT" or asked.type != "REQUEST" or not theirs or theirs & refusal.of_role("actor"):
        return False
    nouns = [p.heads[a.trigger.head] for a in refusal.acts if p.deps[a.trigger.head] == "relcl"]
    told = {t for a in asked.acts for t in a.trigger.tokens}
    return any(noun in told or p.heads[noun] in told for noun in nouns)


def _accuses_back(group: Group, other: Group) -> bool:
    """Whether the author of an accusation is accused by another: "Rey spoke of a breach, which Chad's ministry called absurd"."""
    ours, theirs = group.of_role("actor"), other.of_role("actor")
    return other.type == "ACCUSE" and other.mode != group.mode and bool(other.of_role("recipient") & ours) and not theirs & ours


def _near(p: Parsed, group: Group, groups: Sequence[Group]) -> Iterator[tuple[int, Group]]:
    """The other events that the sentences of one tell, each with how many words away."""
    here: dict[int, list[int]] = {}
    for act in group.acts:
        here.setdefault(p.sentence_of[act.trigger.head], []).append(act.trigger.head)
    for other in groups:
        heads = [a.trigger.head for a in other.acts] if other is not group else []
        gaps = [abs(one - head) for one in heads for head in here.get(p.sentence_of[one], ())]
        if gaps:
            yield min(gaps), other


def _fill(group: Group, role: str, told: Sequence[Group], of: str) -> None:
    """Give an event those whom the first of some others has in a role."""
    known = group.of_role("actor", "recipient")
    parties = [f for one in told[:1] for a in one.acts for f in a.parties if f.role == of and f.entity not in known]
    more = {f.entity: Filled(role, f.entity, f.token, "answer") for f in parties}
    group.acts[0] = replace(group.acts[0], parties=(*group.acts[0].parties, *more.values()))
