"""A day passed on from act to act, along links that say how the one's time gives the other's."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from ..acts.acts import Act
from ..grammar.dependents import is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import support
from ..joining.group import Group
from ..setting.dating import Dated, specificity

_DONE = frozenset(("happened", "ongoing", "possible", "denied"))
_PASSES = 3


@dataclass(frozen=True, slots=True)
class Link:
    """Two acts, by the head tokens of their triggers: the time of `giver` gives that of `taker`.

    `change` makes the one's EDTF of the other's (None: the same time, between acts that both took place or both are to come); it gives
    None where that cannot be told. `span` are the words that tell the change (code points), None where the giver's are all. `day` is
    given in place of a giver by words that name no act ("the day before the referendum on March 20"); `there` says that the place is
    shared too, `sharp` that the time of day is.
    """

    giver: int | None
    taker: int
    how: str
    change: Callable[[str], str | None] | None = None
    span: tuple[int, int] | None = None
    day: Dated | None = None
    there: bool = True
    sharp: bool = True


def by_verb(p: Parsed, acts: Sequence[Act]) -> dict[int, list[int]]:
    """Verb -> head tokens of the acts that it tells, itself or else by a noun that it carries ("held talks", "the talks took place")."""
    heads = [a.trigger.head for a in acts]
    told = {head: [head] for head in heads if is_verb(p, head)}
    before = ((a.trigger.head, d.start) for a in acts for d in a.dates)
    of_a_time = {head for head, start in before if p.starts[p.edges[head][0]] <= start < p.starts[head]}  # "undermining the 2018 agreement"
    for head in heads:
        verb, how = support(p, head) if not is_verb(p, head) else (None, "")
        if verb is not None and how in ("obj", "subj", "attr") and verb not in heads and head not in of_a_time:
            told.setdefault(verb, []).append(head)
    return told


def shared(acts: Sequence[Act], links: Sequence[Link]) -> list[Act]:
    """The acts, each without a time given one along the links; an act that has its own keeps it."""
    found: dict[int | None, Act] = {a.trigger.head: a for a in acts}
    for _ in range(_PASSES):
        changed = False
        for link in links:
            giver, taker = found.get(link.giver), found.get(link.taker)
            if taker is None:
                continue
            if link.day is not None and not taker.dates:
                found[link.taker] = replace(taker, dates=_given(link, [link.day], alike=True))
                continue
            if giver is None:
                continue
            if link.change is None and link.there and giver.spots and not taker.spots and _alike(giver.status.value, taker.status.value):
                taker = found[link.taker] = replace(taker, spots=giver.spots)
                changed = True
            if taker.dates:
                continue
            days = _given(link, giver.dates, alike=_alike(giver.status.value, taker.status.value))
            if days:
                found[link.taker] = replace(taker, dates=days)
                changed = True
        if not changed:
            break
    return [found[a.trigger.head] for a in acts]


def shared_by_events(groups: Sequence[Group], links: Sequence[Link]) -> list[Group]:
    """The same between events: what another mention of the giver told is passed on too."""
    of: Mapping[int | None, Group] = {a.trigger.head: g for g in groups for a in g.acts}
    for _ in range(_PASSES):
        changed = False
        for link in links:
            giver, taker = of.get(link.giver), of.get(link.taker)
            if giver is None or taker is None or giver is taker or any(a.dates for a in taker.acts):
                continue
            own = sorted((d for a in giver.acts for d in a.dates), key=lambda d: (-specificity(d.edtf), d.start))
            days = _given(link, own[:1], alike=_alike(giver.status, taker.status))
            if days:
                at = next(n for n, a in enumerate(taker.acts) if a.trigger.head == link.taker)
                taker.acts[at] = replace(taker.acts[at], dates=days)
                changed = True
        if not changed:
            break
    return list(groups)


def _given(link: Link, dates: Sequence[Dated], *, alike: bool) -> tuple[Dated, ...]:
    if link.change is None:
        kept = [d for d in dates if ".." not in d.edtf] if alike else []
        return tuple(replace(d, edtf=d.edtf if link.sharp else d.edtf.split("T")[0], how=f"{d.how}, {link.how}") for d in kept)
    for dated in dates:
        edtf = link.change(dated.edtf)
        if edtf is not None:
            start, end = link.span or (dated.start, dated.end)
            return (Dated(edtf, start, end, f"{link.how} {dated.edtf}"),)
    return ()


def _alike(one: str, other: str) -> bool:
    """Whether both took place, or both are still to come."""
    return (one in _DONE) == (other in _DONE)
