"""A verb told once for several deeds: "met Rey in Lima on Monday and Fox in Cusco on Tuesday", "flew to Lima and then to Quito"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..acts.acts import Act
from ..coreference.cast import Cast
from ..grammar.dependents import coordinated, is_verb
from ..grammar.parsed import Parsed
from ..roles.filled import Filled
from ..setting.place_phrases import Spot
from ..triggers.settling import token_range
from .group import Group
from .in_turn import in_turn
from .legs import in_legs, in_stops


def told_for_two(p: Parsed, acts: Sequence[Act], cast: Cast, places: Sequence[Spot] = ()) -> tuple[list[Act], list[Act]]:
    """The acts, those told for several deeds as the first of them; and the further ones."""
    first: list[Act] = []
    second: list[Act] = []
    for act in acts:
        apart = _parted(p, act, cast) or _again(p, act) or (in_legs(p, act) if act.mode == "visit" else in_turn(p, act))
        one, *others = apart if len(apart) > 1 else in_stops(p, act, places)
        first.append(one)
        second += others
    return first, second


def with_second_deeds(groups: Sequence[Group], second: Sequence[Act]) -> list[Group]:
    """The events with those that are told by the word of another, each behind that one."""
    found: list[Group] = []
    for group in groups:
        found.append(group)
        further: list[Group] = []
        for told in second:
            if not any(a.trigger.head == told.trigger.head for a in group.acts):
                continue
            act = replace(told, mode=group.mode) if (told.type, told.mode) == ("CONSULT", "") else told  # "calls ... spoke with each"
            same = next(
                (g for g in further if act.trigger.head not in {a.trigger.head for a in g.acts} and g.acts[0].principals == act.principals),
                None,
            )
            if same is None:
                further.append(Group([act]))
            else:
                same.acts.append(act)
        found += further
    return found


def _again(p: Parsed, act: Act) -> tuple[Act, Act] | None:
    """A contact that was had again on another day: "met the envoy on Tuesday and again, for an hour, on Wednesday"."""
    days = sorted(act.dates, key=lambda d: d.start)
    if act.type != "CONSULT" or len(days) != _TWO or days[0].edtf == days[1].edtf:
        return None
    (_, first), (second, _) = (token_range(p, d.start, d.end) for d in days)
    between = range(first, second)
    again = next((t for t in between if p.lower[t] == "again" and p.lower[t - 1] in ("and", "then", ",", "met")), None)
    if again is None or any(is_verb(p, t) for t in between):
        return None
    early, late = ({f for f in act.parties if f.role == "recipient" and (f.token > again) == behind} for behind in (False, True))
    if not early or not late:  # "spoke on Monday with Rey and again on Tuesday with Fox"
        early = late = set()
    return (
        replace(act, dates=(days[0],), parties=tuple(f for f in act.parties if f not in late)),
        replace(act, dates=(days[1],), parties=tuple(f for f in act.parties if f not in early)),
    )


_TWO = 2


def _parted(p: Parsed, act: Act, cast: Cast) -> tuple[Act, Act] | None:
    """An act parted at its "and", where both sides say whom it befell and when."""
    days = [(d, token_range(p, d.start, d.end)) for d in act.dates]
    if len(days) < 2:
        return None
    head, last = act.trigger.head, max(end for _, (_, end) in days)
    for link in range(head + 1, last):
        if p.lower[link] != "and" or not any(end == link for _, (_, end) in days):
            continue
        then = min((first for _, (first, _) in days if first > link), default=link)
        whom = _whom(p, link, then)
        before = [f for f in act.parties if f.role == "recipient" and head < f.token < link]
        if whom is None or not before or p.tags[whom + 1] == "CD" or any(is_verb(p, t) for t in range(link, last)):
            continue  # "and Togo three on Tuesday"
        entities = {n: t for t in coordinated(p, whom) for n in cast.of(t)}
        if not entities or entities.keys() & {f.entity for f in before}:
            continue
        others = tuple(Filled("recipient", n, t, before[0].slot) for n, t in entities.items())
        actors = tuple(f for f in act.parties if f.role == "actor" and f.token < link and f.entity not in entities)
        rest = tuple(f for f in act.parties if f.token < link)
        return (
            replace(
                act, parties=rest, dates=tuple(d for d, (f, _) in days if f < link), spots=tuple(s for s in act.spots if s.first < link)
            ),
            replace(
                act,
                parties=(*actors, *others),
                dates=tuple(d for d, (f, _) in days if f > link),
                spots=tuple(s for s in act.spots if s.first > link),
            ),
        )
    return None


def _whom(p: Parsed, link: int, time: int) -> int | None:
    """Who stands right behind "and" and before a time: a name or a noun beside what the verb before governs."""
    tags = ("NNP", "NN", "NNS")
    found = [t for t in range(link + 1, time) if p.deps[t] in ("conj", "dep", "dobj", "appos") and p.tags[t] in tags]
    return found[0] if found else None
