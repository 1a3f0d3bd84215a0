"""One reading of a merged event: its best supported values, a person's corrections before all. What formats of one value a field write."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlsplit

from memcon.codes import Coded, codes_of
from memcon.model import Event, Party, Span, When, Where
from memcon.reading.record.summary import summary
from memcon.times.edtf import interval

from .alike import party_key
from .merged import Merged, Witness

NO_WORDS = Span(0, 0, "")
"""The span of what was not read from a report: a correction, or a row of another data set."""
_GONE = ("rejected", "forgotten")
ROLES = ("actor", "recipient", "companion", "interpreter", "requested_by", "coordinated_with", "beneficiary")


@dataclass(frozen=True, slots=True)
class Settled:
    """A merged event with one value a field: `event` is the leading telling's with the best values in place of its own, and in words.

    `codes` are by scheme, worked out from the settled values, see `settle`.
    """

    merged: Merged
    event: Event
    codes: dict[str, Coded]

    @property
    def id(self) -> str:
        """The event's published id."""
        return self.merged.id

    @property
    def first_day(self) -> date | None:
        """Its first day, or the first that its time may mean; None where no time is known or it has no beginning."""
        return interval(self.event.when.edtf).first if self.event.when else None

    @property
    def last_day(self) -> date | None:
        """Its last day, or the last that its time may mean."""
        return interval(self.event.when.edtf).last if self.event.when else None

    @property
    def day(self) -> date | None:
        """The day on which it took place or began; None unless it is known to the day. Never the day of publication."""
        beginning = self.event.when.edtf.split("/")[0] if self.event.when else ".."
        span = None if beginning == ".." else interval(beginning)
        return span.first if span and span.days == 1 else None

    @property
    def witnesses(self) -> tuple[Witness, ...]:
        """The reports that tell of it, each once."""
        return tuple({t.witness.id: t.witness for t in self.merged.tellings}.values())

    @property
    def title(self) -> str:
        """What it is, in the words of a memo's line.

        >>> from memcon.merging import Telling
        >>> told = Event("e1", "CONSULT", "call", "planned", (), (Party("actor", "Bennett", "person", NO_WORDS),))
        >>> settle(Merged("m1", (Telling(Witness("r"), told),))).title
        'Bennett plans to speak by phone'
        """
        return (self.event.summary or summary(self.event)).removesuffix(".")


def settle(merged: Merged) -> Settled:
    """The event with its best value in each field; who took part is as the leading report tells it, and where it does not say by whom, as
    another does.

    A CAMEO code that the leading telling gives stands, unless type, mode or status were settled otherwise; contexts that it gives are kept.

    >>> from memcon.merging import Telling
    >>> told = Event("e1", "CONSULT", "meeting", "planned", ())
    >>> settle(Merged("m1", (Telling(Witness("r"), told),), corrected={"status": "happened"})).event.status
    'happened'
    """
    event = told_as(merged)
    return Settled(merged, event, _codes(merged.lead.event, event))


def told_as(merged: Merged) -> Event:
    """The event as it stands, without codes: the leading telling's with the best values in place of its own; its summary says these.

    >>> from memcon.merging import Telling
    >>> party = Party("actor", "Bennett", "person", NO_WORDS)
    >>> told = Event("e1", "CONSULT", "meeting", "planned", (), (party,), summary="Bennett plans to meet.")
    >>> told_as(Merged("m1", (Telling(Witness("r"), told),), corrected={"status": "happened"})).summary
    'Bennett met.'
    """
    lead = merged.lead.event
    values = merged.values  # worked out once: `Merged.best` does so at each call

    def best(name: str) -> str | None:
        if name in merged.corrected:
            return merged.corrected[name] or None
        return values[name][0].value if name in values else None

    type = best("type") or lead.type
    of_type = tuple(t for t in merged.tellings if t.event.type == type) or merged.tellings
    same = "mode" in merged.corrected or len(of_type) == len(merged.tellings)
    mode = best("mode") if same else Merged(merged.id, of_type).best("mode")
    event = replace(
        lead,
        type=type,
        mode=mode or "",
        status=best("status") or lead.status,
        position=best("position"),
        when=_when(merged, best("when")),
        where=_where(merged, best("where"), best("country")),
        participants=_parties(merged, type),
    )
    own = lead.summary and not merged.corrected and _said(lead) == _said(event) and event.participants == lead.participants
    return event if own else replace(event, summary=summary(event))


def _said(event: Event) -> tuple[str | None, ...]:
    """What the words of an event tell, but for who takes part."""
    when, where = event.when.edtf if event.when else None, event.where.name if event.where else None
    return event.type, event.mode, event.status, event.position, when, where


def settled(events: Iterable[Merged]) -> Iterator[Settled]:
    """The events that stand: those that a person rejected, and those of which nothing may be kept, are left out."""
    return (settle(merged) for merged in events if merged.tellings and merged.judgement not in _GONE)


def web_address(url: str | None) -> str | None:
    """The address if it is one of the web, None for `javascript:` and all else that a reader might follow to harm.

    >>> web_address("https://example.org/a"), web_address("javascript:alert(1)")
    ('https://example.org/a', None)
    """
    try:
        parts = urlsplit(url or "")
        return url if parts.scheme in ("http", "https") and parts.hostname else None
    except ValueError:
        return None


def _codes(lead: Event, event: Event) -> dict[str, Coded]:
    given = next((code.value for code in lead.codes if code.scheme == "cameo"), None)
    known = None
    if given is not None and _act(lead) == _act(event):
        known = Coded("cameo", given, next((e.by for e in lead.evidence if e.path == "/codes/cameo"), "record"))
    found = {code.scheme: code for code in codes_of(event, known=known)}
    contexts = [context for code in lead.codes if code.scheme == "plover" for context in code.contexts]
    if contexts and "plover" in found:
        found["plover"] = replace(found["plover"], contexts=tuple(dict.fromkeys((*contexts, *found["plover"].contexts))))
    return found


def _act(event: Event) -> tuple[str, str, str]:
    return event.type, event.mode, event.status


def _when(merged: Merged, edtf: str | None) -> When | None:
    if not edtf:
        return None
    try:
        interval(edtf)
    except ValueError:
        return None
    known = (w for t in merged.tellings for w in (t.event.when, *t.event.when_other) if w and w.edtf == edtf)
    return next(known, When(edtf, NO_WORDS, "correction"))


def _where(merged: Merged, name: str | None, country: str | None) -> Where | None:
    """The place of that name, in the country that is best supported or that a person gave."""
    known = [t.event.where for t in merged.tellings if t.event.where and t.event.where.name == name]
    known.sort(key=lambda w: (w.lat is None, w.country is None))
    found = known[0] if known else Where(name, NO_WORDS) if name else None
    if found is None:
        return Where("", NO_WORDS, country=country) if country else None
    return replace(found, country=country) if "country" in merged.corrected or found.country is None else found


def _parties(merged: Merged, type: str) -> tuple[Party, ...]:
    found = [*merged.lead.event.participants, *_by_whom(merged, type)]
    for role in ROLES:
        if role in merged.corrected:
            name = merged.corrected[role]
            known = (p for t in merged.tellings for p in t.event.participants if p.name == name)
            right = replace(next(known, Party(role, name, "", NO_WORDS)), role=role)
            found = [p for p in found if p.role != role] + ([right] if name else [])
    return tuple(found)


def _by_whom(merged: Merged, type: str) -> tuple[Party, ...]:
    """Who did it, where the leading report does not say so and another does: whoever most name."""
    lead = merged.lead.event
    told = [t.event for t in merged.tellings if t.event.type == type and t.event.status != "denied" and t.event.parties("actor")]
    if lead.parties("actor") or "actor" in merged.corrected or not told or type == "CONSULT":
        return ()
    best = merged.best("actor")
    fullest = max(told, key=lambda event: (any(p.name == best for p in event.parties("actor")), event.confidence))
    known = {party_key(party) for party in lead.participants}
    return tuple(party for party in fullest.parties("actor") if party_key(party) not in known)
