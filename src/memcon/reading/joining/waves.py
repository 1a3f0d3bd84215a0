"""A wave of attacks and its parts: what is told of "attacks across the country on Monday" and of each has that day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from memcon import times
from memcon.ontology.words import words

from ..acts.acts import Act
from ..grammar.dependents import is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import support
from ..setting.dating import DAY, Dated, simple_past, specificity
from ..setting.place_phrases import Spot
from .group import Group

_REACH = 4
"""So many sentences lie between one part of a wave and the next."""


def parts_of_waves(p: Parsed, groups: Sequence[Group]) -> list[Group]:
    """The events; attacks without a day take that of the wave told before, if they lie in its country and no other day came between."""
    day: Dated | None = None
    country, since = "", 0
    for group in groups:
        if group.type != "ASSAULT" or group.status != "happened":
            continue
        here = p.sentence_of[group.acts[0].trigger.head]
        days = [d for a in group.acts for d in a.dates]
        where = next((s.place.country or "" for a in group.acts for s in a.spots), "")
        if days:
            waves = sums_up(p, [a for a in group.acts if p.sentence_of[a.trigger.head] == here])
            if not (day is not None and any(d.edtf == day.edtf for d in days) and not waves):
                exact = days[0] if len({d.edtf for d in days}) == 1 and _is_exact(days[0].edtf) else None
                day, country, since = (exact if waves else None), where, here
        elif day is not None and here - since <= _REACH and where and where == (country or where) and _told_then(p, group):
            group.acts[0] = replace(group.acts[0], dates=(replace(day, how=f"{day.how}, of the wave of attacks"),))
            since = here
    return list(groups)


def _is_exact(edtf: str) -> bool:
    """Whether a time is a day, or a night."""
    if specificity(edtf) >= DAY:
        return True
    when = times.interval(edtf)
    return when.first is not None and when.last is not None and (when.last - when.first).days <= 1


def is_wave(p: Parsed, head: int) -> bool:
    """Whether a noun tells of several attacks: "a string of bombings and shootings", "attacks across the country"."""
    if p.deps[head] == "conj" and p.tags[head] == p.tags[p.heads[head]] == "NNS":
        return is_wave(p, p.heads[head])
    above = p.heads[head]
    counted = p.deps[head] == "pobj" and p.lower[above] == "of" and p.lemmas[p.heads[above]] in words("series")
    return p.tags[head] == "NNS" and (counted or any(p.lower[c] in ("across", "in", "around", "throughout") for c in p.children[head]))


def sums_up(p: Parsed, acts: Sequence[Act]) -> bool:
    """Whether attacks told together are several: in more than one town, a wave, or in the plural in no town ("strikes killed nine")."""
    if len(towns(acts)) > 1 or any(is_wave(p, a.trigger.head) for a in acts):
        return True
    return not towns(acts) and any(p.tags[a.trigger.head] == "NNS" for a in acts)


def towns(acts: Sequence[Act]) -> dict[str, Spot]:
    """The settlements that acts are told to have been in, by name."""
    return {s.place.place or s.place.name: s for a in acts for s in a.spots if s.place.kind in ("city", "district", "landmark")}


def _told_then(p: Parsed, group: Group) -> bool:
    """Whether a main clause in the past tells the event as done then: not "has killed", "an earlier attack", "after he was killed"."""
    for act in group.acts:
        head = act.trigger.head
        verb = head if is_verb(p, head) else support(p, head)[0]
        if verb is None or not (simple_past(p, verb) or (p.tags[verb] == "VBG" and simple_past(p, p.heads[verb]))):
            return False
        if any(p.deps[t] in ("advcl", "relcl", "acl", "pcomp") and p.tags[t] != "VBG" for t in (verb, *p.ancestors(verb))):
            return False
        start, end = p.sentences[p.sentence_of[head]]
        if {p.lower[t] for t in range(start, end)} & _APART:
            return False
    return True


_APART = frozenset(("previous", "last", "since", "ago", "separate", "unrelated", "earlier", "previously"))
