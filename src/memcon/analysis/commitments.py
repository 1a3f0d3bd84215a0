"""Who promised what to whom, by when, and whether it was kept, with the words either way.

A commitment is an act told as planned: announced, scheduled or promised; and an agreement that was reached, of each side to the other. What
would be a threat (an attack, a sanction, troops) is none, nor is a meeting or an agreement of which one side only is told. It is

- `kept` where a report tells the same event, or another of the same type, mode and parties, in words of the same thing, as done, not
  before the promise was told (`late` where that was after it was due; a contact of the same two up to three days late, where none came in
  time, is the appointment that was put off; who was to travel came if in contact there); an agreement is open until it is broken;
- `broken` where, after it was promised and not promised anew since, it is denied or told as not done, or the one who promised refuses
  the same thing, or (it, or a ship or troops of its state) attacks the other side of a truce;
- `disputed` where reports tell both, a denial of the attack among them, or that it was agreed is denied (a truce: before it begins), or
  where one side of a truce accuses the other of breaking it and nobody tells how;
- `overdue` where it was due before the day that is asked about and none of that is told; else `open`.

A kept or broken commitment always has evidence: no report, no verdict.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from memcon.actors import registry
from memcon.merging import Merged, Telling
from memcon.merging.statuses import REAL
from memcon.merging.words import content
from memcon.store import Store

from .acts import PRINCIPALS, Act, acts
from .clauses import about_words
from .contacts import CONTACT
from .periods import iso_day
from .plain import Plain
from .quotes import Quote, events_of, quotes
from .remembered import remembered
from .sides import named_states
from .silence import latest
from .subjects import Subject, acts_about
from .timeline import title
from .windows import Window, days_of

STATES = ("broken", "disputed", "overdue", "open", "kept")
_PROMISES = ("CONSULT", "AGREE", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT")
_BREACHES = ("REJECT", "ASSAULT", "ACCUSE")
_GOING_BACK = content("break breach violate violation disregard flout")
_TRUCE = content("truce ceasefire armistice cessation hostilities aggression disengagement")
_GRACE = timedelta(days=3)
_PEACE, _TALKS = content("peace"), content("talks negotiations conference meeting")


@dataclass(frozen=True, slots=True)
class Commitment(Plain):
    """A promise and what became of it. `by` and `to` are names; `due` EDTF, `due_by` its last day; `made` the day of the first report of
    it; `state` one of STATES; `settled` the day of the evidence; `promised`, `kept` and `broken` the words that tell so."""

    id: str
    kind: str
    by: tuple[str, ...]
    to: tuple[str, ...]
    what: str
    made: date | None
    due: str | None
    due_by: date | None
    state: str
    late: bool
    settled: date | None
    promised: tuple[Quote, ...]
    kept: tuple[Quote, ...]
    broken: tuple[Quote, ...]
    words: str


@dataclass(frozen=True, slots=True)
class _Promise:
    act: Act
    event: Merged
    made: date | None
    again: date | None
    due: str | None
    promised: tuple[Quote, ...]
    about: frozenset[str]

    @property
    def by(self) -> frozenset[str]:
        return _sides(self.act, "actor")

    @property
    def to(self) -> frozenset[str]:
        return _sides(self.act, "recipient", "beneficiary")

    @property
    def first_due(self) -> date | None:
        return days_of(self.due)[0]

    @property
    def due_by(self) -> date | None:
        return days_of(self.due)[1]

    @property
    def window(self) -> Window:
        """The days on which it is due."""
        return Window(self.first_due, self.due_by)


def commitment_ledger(
    store: Store, about: Subject | None = None, window: Window | None = None, *, on: date | None = None
) -> tuple[Commitment, ...]:
    """The commitments about a subject as they stand on a day (else the window's last, else the latest report's): broken ones first, then
    disputed, overdue, open and kept ones, each by the day on which they are due.

    >>> with Store.open(None) as store:
    ...     commitment_ledger(store)
    ()
    """
    about, window = about or Subject(), window or Window()

    def work() -> tuple[Commitment, ...]:
        day = on or window.last or latest(store)
        found = _telling(acts_about(store, about, window, wide=True))
        if about.sides or about.query:  # what became of a promise may be told of one side alone
            sides = {side for one in found for side in _of_states(one, *PRINCIPALS, "beneficiary")}
            rest = [one for one in _telling(acts(store, "", window)) if _of_states(one, "actor") & sides]
        else:
            rest = []
        events = events_of(store, list(dict.fromkeys(one.id for one in (*found, *rest))))
        return commitments_of(found, events, quotes(store, events.values()), day, rest)

    return remembered(store, ("commitment ledger", about, window, on), work)


def _telling(found: Iterable[Act]) -> list[Act]:
    """The acts that may be promises, or what became of them."""
    return [one for one in found if one.type in (*_PROMISES, *_BREACHES) and one.of("actor")]


def commitments_of(
    found: Sequence[Act], events: dict[str, Merged], said: dict[str, tuple[Quote, ...]], day: date | None, others: Sequence[Act] = ()
) -> tuple[Commitment, ...]:
    """The commitments among acts, on a day; what became of them these tell, and others."""
    every = {one.id: one for one in (*found, *others)}
    about = {one.id: about_words(said[one.id], one.parts) | _deeds(said[one.id]) | _groups(one) for one in every.values()}
    by_side: dict[str, list[Act]] = {}
    for act in every.values():
        for side in _of_states(act, "actor"):
            by_side.setdefault(side, []).append(act)
    rows = []
    for act in found:
        promise = _promise(act, events[act.id], said[act.id], about[act.id])
        if promise is not None:
            near = {one.id: one for side in sorted(promise.to | promise.by) for one in by_side.get(side, ())}
            rows.append(_settled(promise, list(near.values()), said, about, day))
    rows.sort(key=lambda row: (STATES.index(row.state), row.due_by or date.max, row.made or date.max, row.id))
    return tuple(rows)


def _promise(act: Act, event: Merged, said: tuple[Quote, ...], about: frozenset[str]) -> _Promise | None:
    if act.type not in _PROMISES or not act.of("actor"):
        return None
    sides = _sides(act, *PRINCIPALS)
    if (_is_agreement(act) or act.type in ("AGREE", CONTACT)) and len(sides) < 2 and not (act.type == CONTACT and act.place):
        return None
    if _is_agreement(act):
        return _Promise(act, event, act.first or act.told, act.told, None, tuple(q for q in said if q.status in REAL), about)
    planned = [(telling, quote) for telling, quote in zip(event.tellings, said, strict=True) if telling.event.status == "planned"]
    if not planned:
        return None
    days = [made for _, quote in planned if (made := iso_day(quote.published))]
    return _Promise(
        act, event, min(days, default=act.told), max(days, default=act.told), _due(act, [telling for telling, _ in planned]),
        tuple(quote for _, quote in planned), about,
    )  # fmt: skip


def _is_agreement(act: Act) -> bool:
    """Whether it binds its sides to one another: an agreement that was reached, a truce that was made by two."""
    return act.real and (act.type == "AGREE" or _is_mutual(act))


def _is_mutual(act: Act) -> bool:
    """Whether it binds two sides to one another, be it only planned."""
    return (act.type == "AGREE" or (act.type, act.mode) == ("RETREAT", "ceasefire")) and len({who.side for who in act.principals}) > 1


def _is_truce(promise: _Promise) -> bool:
    """Whether it is about not to fight: a ceasefire, or an agreement in words of one."""
    act = promise.act
    if act.type == "AGREE":
        return bool(promise.about & _TRUCE or (promise.about & _PEACE and not promise.about & _TALKS))
    return act.type == "RETREAT" and act.mode == "ceasefire"


def _due(act: Act, planned: Sequence[Telling]) -> str | None:
    """When it is to be, as the latest report that gives a time says."""
    told = [telling.event.when.edtf for telling in planned if telling.event.when]
    return told[-1] if told else act.when if act.status == "planned" else None


def _settled(
    promise: _Promise, found: Sequence[Act], said: dict[str, tuple[Quote, ...]], about: dict[str, frozenset[str]], day: date | None
) -> Commitment:
    act = promise.act
    agreed = _is_agreement(act)
    kept = [] if agreed else [q for q in said[act.id] if q.status in REAL and not _earlier(iso_day(q.published), promise.made)]
    broken = [] if agreed else [q for q in said[act.id] if q.status == "denied" and _later(iso_day(q.published), promise.again)]
    done_on = [act.first or act.last] if kept and act.real else []
    for other in found:
        if other.id == act.id:
            continue
        if _keeps(other, promise, about):
            kept += [q for q in said[other.id] if q.status in REAL and not _earlier(iso_day(q.published), promise.made)]
            done_on.append(other.first or other.last)
        elif _breaks(other, promise, about):
            later = [q for q in said[other.id] if not _earlier(iso_day(q.published), promise.made)]
            attack = other.type == "ASSAULT"
            broken += [q for q in later if not attack or q.status != "denied"]
            kept += [q for q in later if attack and q.status == "denied"]  # who denies the attack says that the word was kept
            if other.type == "ACCUSE":  # a breach of which only the other side speaks
                kept += [q for q in promise.promised if q not in kept]
                broken = list({(q.report, q.words): q for q in broken}.values())  # "accused each other" is told once
            if agreed and other.type == act.type:  # that it was agreed at all is denied: by some it was, by others not
                kept += [q for q in promise.promised if q not in kept and not _earlier(iso_day(q.published), promise.made)]
    if not kept and (put_off := _put_off(found, promise)):
        kept = [q for q in said[put_off.id] if q.status in REAL and not _earlier(iso_day(q.published), promise.made)]
        done_on.append(put_off.first)
        if kept:  # that they did not meet on the day is no word against it
            broken = [q for q in broken if q.status != "denied" or _later(iso_day(q.published), put_off.first)]
    denied = [iso_day(q.published) for q in broken if q.status == "denied"]
    if not agreed and _is_mutual(act) and promise.due_by and any(one and one <= promise.due_by for one in denied):
        kept += [q for q in promise.promised if q not in kept]  # before it was due, a side says that it was never agreed on
    done = [one for one in done_on if one]
    late = bool(done and promise.due_by and min(done) > promise.due_by)
    due_by = promise.due_by
    if not agreed and not kept:
        done_on = []
    if kept and broken:
        state = "disputed"
    elif kept or broken:
        state = "kept" if kept else "broken"
    else:
        state = "overdue" if due_by and day and due_by < day else "open"
    days = sorted(one for one in (*done, *(iso_day(q.published) for q in (*kept, *broken))) if one)
    fullest = max(promise.promised, key=lambda quote: len(quote.after))
    what = fullest.after if act.type == "AGREE" and agreed else f"{fullest.trigger} {fullest.after}".strip()
    return Commitment(
        act.id, "agreement" if agreed else "appointment" if act.type == CONTACT else "promise",
        tuple(who.name for who in act.of("actor")), tuple(who.name for who in act.of("recipient", "beneficiary")), what,
        promise.made, promise.due, due_by, state, late, days[0] if days else None, promise.promised, tuple(kept), tuple(broken),
        _words(promise),
    )  # fmt: skip


def _words(promise: _Promise) -> str:
    """The promise in a sentence, as it was made."""
    act = promise.act
    if _is_agreement(act):
        return title(act, promise.event)
    first, last = days_of(promise.due)
    made = replace(act, status="planned", when=promise.due, first=first, last=last)
    return title(made, promise.event)


def _keeps(other: Act, promise: _Promise, about: dict[str, frozenset[str]]) -> bool:
    """Whether another act is the one that was promised."""
    act = promise.act
    if _is_agreement(act) or other.type != act.type or other.type == "AGREE" or not other.real:
        return False
    if _earlier(other.last or other.told, promise.made):
        return False
    if act.mode and other.mode and act.mode != other.mode and {act.mode, other.mode} != {"visit", "meeting"}:
        return False
    by, to = _sides(other, "actor"), _sides(other, "recipient", "beneficiary")
    if act.type == CONTACT:
        if _is_there(other, promise):
            return True
        if by | to != promise.by | promise.to or len(by | to) < 2:
            return False
        return promise.due is not None and other.first is not None and promise.window.holds(other.first, other.last)
    if not by & promise.by or (promise.to and to and not to & promise.to and not _groups(other) & _groups(act)):
        return False
    return bool(promise.about & about[other.id])


def _is_there(other: Act, promise: _Promise) -> bool:
    """Whether who was to travel to a place, nobody else being named, is in contact there when due: "will fly to Oslo", "met Rey there"."""
    act = promise.act
    if act.mode != "visit" or promise.to or not act.place or other.place != act.place or promise.due is None or other.first is None:
        return False
    return promise.by <= _sides(other, *PRINCIPALS) and promise.window.holds(other.first, other.last)


def _put_off(found: Sequence[Act], promise: _Promise) -> Act | None:
    """The contact to which an appointment was put off: the first of the same two soon after, at the same place if both are told."""
    act = promise.act
    if act.type != CONTACT or promise.due_by is None or _is_agreement(act):
        return None
    later = replace(promise, due=f"{promise.due_by + timedelta(days=1)}/{promise.due_by + _GRACE}")
    elsewhere = {one.id for one in found if act.place and one.place and act.place != one.place}
    kept = [one for one in found if one.id != act.id and one.id not in elsewhere and one.last == one.first and _keeps(one, later, {})]
    return min(kept, key=lambda one: (one.first or date.max, one.id), default=None)


def _breaks(other: Act, promise: _Promise, about: dict[str, frozenset[str]]) -> bool:
    """Whether another act goes back on what was promised."""
    act = promise.act
    when = other.first or other.told
    if _earlier(when, promise.made) or _earlier(other.told, promise.again):
        return False
    if other.type == "ASSAULT":
        by = _of_states(other, "actor") & (promise.by | promise.to if _is_agreement(act) else promise.by)
        return other.real and _is_truce(promise) and bool(by and _of_states(other, "recipient") & ((promise.to | promise.by) - by))
    if other.type == "ACCUSE":
        (who, whom), both = (_sides(other, role) for role in PRINCIPALS), promise.by | promise.to
        of_truce = _is_truce(promise) and about[other.id] & _GOING_BACK and about[other.id] & _TRUCE
        return bool(other.real and of_truce and who & both and whom & both - who)
    if not _sides(other, "actor") & promise.by:
        return False
    shared = promise.about & about[other.id]
    if other.type == "REJECT" and other.real:
        return act.type != CONTACT and len(shared) >= min(2, len(promise.about))
    same = other.type == act.type and (not act.mode or not other.mode or act.mode == other.mode)
    return same and other.status == "denied" and bool(shared)


def _deeds(said: Sequence[Quote]) -> frozenset[str]:
    return frozenset(word for quote in said for word in content(quote.trigger))


def _groups(act: Act) -> frozenset[str]:
    """The words for groups that it is done to, whom each report calls otherwise: "the crew", "the three remaining engineers"."""
    told = (word for who in act.of("recipient", "beneficiary") if who.kind == "group" for word in content(who.name))
    return frozenset(word for word in told if registry().demonym(word.capitalize()) is None)


def _of_states(act: Act, *roles: str) -> frozenset[str]:
    """The sides in these roles, and the states of who acts for none: a state's ship that fires."""
    return _sides(act, *roles) | frozenset(who.country for who in act.of(*roles) if who.country)


def _sides(act: Act, *roles: str) -> frozenset[str]:
    """The sides in these roles; for a group whose name says of which states it is ("the ministers of Norway and Iceland"), these."""
    return frozenset(side for who in act.of(*roles) for side in (named_states(who.name) if who.kind == "group" else ()) or (who.side,))


def _earlier(one: date | None, than: date | None) -> bool:
    return one is not None and than is not None and one < than


def _later(one: date | None, than: date | None) -> bool:
    return one is not None and (than is None or one > than)
