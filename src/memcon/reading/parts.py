"""Acts that are only a part of an event told before, or its words once more: "met to discuss", "a blast that killed ten"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from memcon.ontology.words import words

from .acts import Act
from .parsed import Parsed
from .syntax import child, grammatical_subject, is_passive, is_verb, prepositional, subject, support

if TYPE_CHECKING:
    from .joining import Group


def part_of(p: Parsed, act: Act, groups: Sequence[Group]) -> Group | None:
    """The event that an act is only a part of or tells once more: "discuss" in "met to discuss the war"."""
    head = act.trigger.head
    if head > 1 and p.words[head - 1].lower() in ("and", "or") and not is_verb(p, head):  # "a truce and ceasefire"
        for group in groups:
            last = group.acts[-1]
            if (act.type, act.mode) == (last.type, last.mode) and last.trigger.head == head - 2 and not is_verb(p, head - 2):
                return group
    if act.type == "AID" and p.deps[head] in ("advcl", "xcomp", "conj") and not is_passive(p, head):  # "send teams to set up a hospital"
        for group in groups:
            if group.type == "AID" and any(a.trigger.head == p.heads[head] for a in group.acts) and p.tags[head] == "VB":
                return group
    if act.type == "AID" and not is_verb(p, head):  # "pledged two million dollars in aid"
        verb, how = support(p, head)
        for group in groups:
            if group.type == "AID" and how in ("obj", "in") and any(a.trigger.head == verb for a in group.acts):
                return group
    if act.type == "ASSAULT" and not is_verb(p, head):  # "hit them in airstrikes", "fired warning shots"
        verb, how = support(p, head)
        means = ("in", "with", "by") if not act.of_role("actor") else ()
        for group in groups:
            own = how == "obj" and act.principals <= group.of_role("actor", "recipient")
            if group.type == "ASSAULT" and (how in means or own) and any(a.trigger.head == verb for a in group.acts):
                return group
    if act.type == "CONSULT" and not is_verb(p, head):  # "briefed the ministers in a video conference"
        verb, how = support(p, head)
        for group in groups:
            same = group.type == "CONSULT" and any(a.trigger.head == verb for a in group.acts)
            fits = how in ("in", "during", "over", "by") and group.mode in ("", act.mode)
            fits = fits or (how == "obj" and group.mode == "mediation")  # "hosted talks between Chile and Peru"
            if same and fits and act.principals <= group.of_role("actor", "recipient"):
                return group
    if (
        act.type == "CONSULT" and not is_verb(p, head) and act.definite and p.deps[head] == "pobj"
    ):  # "brokering talks, said those at the talks"
        for group in groups:  # "are brokering talks, said those at the talks"
            everyone = group.of_role("actor", "recipient")
            near = any(p.sentence_of[a.trigger.head] == p.sentence_of[head] for a in group.acts)
            if near and group.type == "CONSULT" and group.mode == "mediation" and act.principals <= everyone:
                return group
    if act.type == "CONSULT" and act.mode in ("", "meeting") and p.deps[head] in ("advcl", "xcomp", "acl") and p.tags[head] == "VB":
        for group in groups:
            whole = any(a.trigger.head == p.heads[head] for a in group.acts)
            if (
                whole
                and group.type == "CONSULT"
                and group.mode != "visit"
                and not act.of_role("recipient") - group.of_role("actor", "recipient")
            ):
                return group
    if act.type == "ASSAULT" and p.tags[head] == "VBG" and p.lemmas[head] in words("harm_verbs"):  # "shelled a hospital, killing 20"
        first = p.heads[head] if p.deps[head] == "conj" else head
        for group in groups:
            if group.type == "ASSAULT" and p.deps[first] == "advcl" and any(a.trigger.head in (first, p.heads[first]) for a in group.acts):
                return group
    if p.deps[head] == "appos" and not is_verb(p, head) and not act.definite:  # "said that Chad was behind it, an allegation that ..."
        above = set(p.ancestors(head))
        for group in groups:
            whole = any(a.trigger.head in above and is_verb(p, a.trigger.head) for a in group.acts)
            if whole and group.type == act.type and act.principals <= group.of_role("actor", "recipient"):
                return group
    opener = child(p, head, "mark", "advmod") if act.type == "ASSAULT" and p.deps[head] == "advcl" else None
    if (
        opener is not None and p.words[opener].lower() in ("when", "as", "after") and is_verb(p, head)
    ):  # "ten were killed when a drone struck"
        for group in groups:
            harmed = [a for a in group.acts if a.trigger.head == p.heads[head] and p.lemmas[a.trigger.head] in words("harm_verbs")]
            if group.type == "ASSAULT" and harmed and is_passive(p, p.heads[head]) and not group.of_role("actor") - act.of_role("actor"):
                return group
    if act.type == "ASSAULT" and is_verb(p, head) and not act.of_role("actor"):  # "the bombing that killed 20", "killed in the attack"
        causes = {*grammatical_subject(p, head), *subject(p, head), *(n for w in ("in", "by", "during") for n in prepositional(p, head, w))}
        for group in groups:
            if group.type == "ASSAULT" and any(a.trigger.head in causes and not is_verb(p, a.trigger.head) for a in group.acts):
                return group
        if p.lemmas[head] in words("harm_verbs"):  # "a blast tore through the market, killing 20"
            here = p.sentence_of[head]
            for group in reversed(groups):
                nouns = [a for a in group.acts if not is_verb(p, a.trigger.head) and p.sentence_of[a.trigger.head] == here]
                if group.type == "ASSAULT" and any(p.lemmas[a.trigger.head] not in words("lasting_nouns") for a in nouns):
                    return group
    return None
