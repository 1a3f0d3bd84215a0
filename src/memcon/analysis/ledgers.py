"""The books that mediation staff keep: contacts, votes, sanctions and aid. Positions and commitments have modules of their own.

Rows are in the order of time, each with the words of every report behind it. What a report does not tell stays empty.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from memcon.merging import Merged
from memcon.store import Store

from .acts import Act
from .clauses import about_words
from .contacts import CONTACT
from .plain import Plain
from .quotes import Quote, events_of, quotes
from .remembered import remembered
from .subjects import Subject, acts_about
from .timeline import title
from .windows import Window

_OUTCOMES = ("AGREE", "RETREAT", "CONCEDE", "REJECT", "SUPPORT")
_RESTRICTIONS = ("restrict", "withhold", "seize")
"""Modes of coercion that stand with sanctions in a ledger: bans, blockades, seizures."""
_EASING = ("CONCEDE", "RETREAT", "SUPPORT")


@dataclass(frozen=True, slots=True)
class Outcome(Plain):
    """What came of a contact: an event in a sentence."""

    id: str
    status: str
    words: str


@dataclass(frozen=True, slots=True)
class ContactRow(Plain):
    """One contact. `host` and `visitors` are told where a visit names them, or the place is one party's; else both are empty.

    `outcome`: agreements, refusals, releases and the like of its parties, told by a report that also tells the contact, on the same day or
    the next.
    """

    id: str
    when: str | None
    told: date | None
    status: str
    medium: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    host: tuple[str, ...]
    visitors: tuple[str, ...]
    delegation: tuple[str, ...]
    interpreter: tuple[str, ...]
    requested_by: tuple[str, ...]
    coordinated_with: tuple[str, ...]
    place: str | None
    country: str | None
    duration: tuple[str, ...]
    topics: tuple[str, ...]
    aims: tuple[str, ...]
    outcome: tuple[Outcome, ...]
    denied: bool
    support: int
    words: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class VoteRow(Plain):
    """How one voter voted, in which body (where a report tells) and on what."""

    id: str
    when: str | None
    told: date | None
    status: str
    body: str | None
    voter: str
    position: str | None
    on: str
    support: int
    words: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class SanctionRow(Plain):
    """A sanction, ban or seizure: by whom, against whom. `eased` are later acts by which the same side gave way to the other."""

    id: str
    when: str | None
    told: date | None
    status: str
    measure: str
    by: tuple[str, ...]
    against: tuple[str, ...]
    what: str
    eased: tuple[Outcome, ...]
    denied: bool
    support: int
    words: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class AidRow(Plain):
    """Help given, promised or refused: by whom, for whom, of which kind."""

    id: str
    when: str | None
    told: date | None
    status: str
    kind: str
    donors: tuple[str, ...]
    recipients: tuple[str, ...]
    beneficiaries: tuple[str, ...]
    requested_by: tuple[str, ...]
    what: str
    place: str | None
    denied: bool
    support: int
    words: str
    quotes: tuple[Quote, ...]


def contact_ledger(store: Store, about: Subject | None = None, window: Window | None = None) -> tuple[ContactRow, ...]:
    """All contacts about a subject, of every status.

    >>> with Store.open(None) as store:
    ...     contact_ledger(store)
    ()
    """
    about, window = about or Subject(), window or Window()

    def work() -> tuple[ContactRow, ...]:
        found = acts_about(store, about, window, wide=True)
        kept = [one for one in found if one.type == CONTACT and about.holds(one)]
        after = [one for one in found if one.type in _OUTCOMES]
        events = events_of(store, [one.id for one in (*kept, *after)])
        said = quotes(store, [events[one.id] for one in kept])
        return tuple(_contact(one, events[one.id], said[one.id], after, events) for one in kept)

    return remembered(store, ("contact ledger", about, window), work)


def vote_ledger(store: Store, about: Subject | None = None, window: Window | None = None) -> tuple[VoteRow, ...]:
    """All votes about a subject, a row for each voter.

    >>> with Store.open(None) as store:
    ...     vote_ledger(store)
    ()
    """
    about, window = about or Subject(), window or Window()

    def work() -> tuple[VoteRow, ...]:
        found = [one for one in acts_about(store, about, window, wide=True) if one.type == "VOTE"]
        events, said = _words(store, found)
        bodies = [one for one in acts_about(store, Subject(query=about.query), window) if one.type == "VOTE" and _body(one)]
        rows = []
        for one in found:
            body = next((_body(other) for other in (one, *bodies) if _body(other) and set(other.reports) & set(one.reports)), None)
            for voter in one.of("actor"):
                words = said[one.id]
                position = events[one.id].best("position")
                rows.append(
                    VoteRow(
                        one.id, one.when, one.told, one.status, body, voter.name, position, _after(words), one.support,
                        title(one, events[one.id]), words,
                    )
                )  # fmt: skip
        return tuple(rows)

    return remembered(store, ("vote ledger", about, window), work)


def sanction_ledger(store: Store, about: Subject | None = None, window: Window | None = None) -> tuple[SanctionRow, ...]:
    """All sanctions about a subject, with bans, blockades and seizures.

    >>> with Store.open(None) as store:
    ...     sanction_ledger(store)
    ()
    """
    about, window = about or Subject(), window or Window()

    def work() -> tuple[SanctionRow, ...]:
        every = acts_about(store, about, window, wide=True)
        found = [one for one in every if one.type == "SANCTION" or (one.type == "COERCE" and one.mode in _RESTRICTIONS)]
        easing = [one for one in every if one.type in _EASING]
        events, said = _words(store, [*found, *easing])
        rows = []
        for one in found:
            eased = tuple(_outcome(other, events[other.id]) for other in easing if _eases(other, one, said))
            rows.append(
                SanctionRow(
                    one.id, one.when, one.told, one.status, one.mode or one.type.lower(), _names(one, "actor"), _names(one, "recipient"),
                    _after(said[one.id]), eased, one.denied, one.support, title(one, events[one.id]), said[one.id],
                )
            )  # fmt: skip
        return tuple(rows)

    return remembered(store, ("sanction ledger", about, window), work)


def aid_ledger(store: Store, about: Subject | None = None, window: Window | None = None) -> tuple[AidRow, ...]:
    """All aid about a subject.

    >>> with Store.open(None) as store:
    ...     aid_ledger(store)
    ()
    """
    about, window = about or Subject(), window or Window()

    def work() -> tuple[AidRow, ...]:
        found = [one for one in acts_about(store, about, window, wide=True) if one.type == "AID"]
        events, said = _words(store, found)
        return tuple(
            AidRow(
                one.id, one.when, one.told, one.status, one.mode or "other", _names(one, "actor"), _names(one, "recipient"),
                _names(one, "beneficiary"), _names(one, "requested_by"), _after(said[one.id]), one.place, one.denied, one.support,
                title(one, events[one.id]), said[one.id],
            )
            for one in found
        )  # fmt: skip

    return remembered(store, ("aid ledger", about, window), work)


def _contact(act: Act, event: Merged, said: tuple[Quote, ...], after: Sequence[Act], events: dict[str, Merged]) -> ContactRow:
    host, visitors = _hosts(act)
    tellings = [telling.event for telling in event.tellings]
    return ContactRow(
        act.id, act.when, act.told, act.status, act.mode or "contact", _names(act, "actor"), _names(act, "recipient"), host, visitors,
        _names(act, "companion"), _names(act, "interpreter"), _names(act, "requested_by"), _names(act, "coordinated_with"), act.place,
        act.country, _each(e.duration for e in tellings), _each(s.quote for e in tellings for s in e.about),
        _each(s.quote for e in tellings for s in e.purpose),
        tuple(_outcome(one, events[one.id]) for one in after if _comes_of(one, act)), act.denied, act.support, title(act, event), said,
    )  # fmt: skip


def _hosts(act: Act) -> tuple[tuple[str, ...], tuple[str, ...]]:
    actors, recipients = act.of("actor"), act.of("recipient")
    if act.mode == "visit":
        return tuple(one.name for one in recipients), tuple(one.name for one in actors)
    at_home = [one for one in act.principals if one.side == act.country]
    away = [one for one in act.principals if one.side != act.country]
    return (tuple(one.name for one in at_home), tuple(one.name for one in away)) if at_home and away else ((), ())


def _comes_of(one: Act, contact: Act) -> bool:
    """Whether an act is an outcome of a contact, see `ContactRow`."""
    sides = {who.side for who in contact.principals}
    if not set(one.reports) & set(contact.reports) or not any(who.side in sides for who in one.of("actor")):
        return False
    if len(sides) < 2 or not contact.real or one.status == "denied":  # a journey, a meeting that is to be, what was not done
        return False
    if contact.first is None or contact.last is None:
        return False
    latest = contact.last + timedelta(days=1)
    if one.first is not None and one.status != "planned":
        return contact.first <= one.first <= latest
    return one.told is not None and contact.first <= one.told <= latest


def _eases(other: Act, one: Act, said: dict[str, tuple[Quote, ...]]) -> bool:
    """Whether an act takes a sanction back: by the same side, not before it, in words of the same thing."""
    by = {who.side for who in one.of("actor")}
    if not by & {who.side for who in other.of("actor")}:
        return False
    began, later = one.first or one.told, other.first or other.last or other.told
    if began is None or later is None or later < began:
        return False
    return bool(about_words(said[one.id], (*one.parts,)) & about_words(said[other.id], (*other.parts,)))


def _outcome(act: Act, event: Merged) -> Outcome:
    return Outcome(act.id, act.status, title(act, event))


def _body(act: Act) -> str | None:
    return next((part.who.name for part in act.parts if part.who.kind == "organisation" and part.role in ("actor", "recipient")), None)


def _words(store: Store, found: Sequence[Act]) -> tuple[dict[str, Merged], dict[str, tuple[Quote, ...]]]:
    events = events_of(store, [one.id for one in found])
    return events, quotes(store, events.values())


def _after(said: Sequence[Quote]) -> str:
    """What the reports say after the trigger: the longest of them."""
    return max((quote.after for quote in said), key=len, default="")


def _names(act: Act, role: str) -> tuple[str, ...]:
    return tuple(one.name for one in act.of(role))


def _each(values: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))
