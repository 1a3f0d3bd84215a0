"""One reading of an event of the world, for counting: its best supported values, a person's corrections before all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from memcon.merging import Merged
from memcon.model import Event, Party, Span, When, Where

NO_WORDS = Span(0, 0, "")
_GONE = ("rejected", "forgotten")


def standing(events: Iterable[Merged]) -> Iterator[tuple[Merged, Event]]:
    """The events that stand, each with one value a field: those that a person rejected or had forgotten are left out.

    >>> from memcon.merging import Telling, Witness
    >>> told = Merged("m1", (Telling(Witness("r"), Event("e1", "AID", "", "planned", ())),), corrected={"status": "happened"})
    >>> [event.status for _, event in standing([told, Merged("m2", told.tellings, judgement="rejected")])]
    ['happened']
    """
    return ((one, settled(one)) for one in events if one.tellings and one.judgement not in _GONE)


def settled(one: Merged) -> Event:
    """The leading telling's event with the best value in place of its own in each field, and the parties that a person put right.

    Codes that it gives are kept unless its type, mode or status is another now.
    """
    lead, values = one.lead.event, one.values

    def best(name: str) -> str | None:
        if name in one.corrected:
            return one.corrected[name] or None
        return values[name][0].value if name in values else None

    kind = best("type") or lead.type
    of_kind = tuple(t for t in one.tellings if t.event.type == kind) or one.tellings
    mode = (best("mode") if "mode" in one.corrected else Merged(one.id, of_kind).best("mode")) or ""
    status = best("status") or lead.status
    return replace(
        lead,
        type=kind,
        mode=mode,
        status=status,
        when=_when(one, best("when")),
        where=_where(one, best("where"), best("country")),
        participants=_parties(one, lead.participants),
        codes=lead.codes if (kind, mode, status) == (lead.type, lead.mode, lead.status) else (),
    )


def _when(one: Merged, edtf: str | None) -> When | None:
    known = (w for t in one.tellings for w in (t.event.when, *t.event.when_other) if w and w.edtf == edtf)
    return next(known, When(edtf, NO_WORDS, "correction")) if edtf else None


def _where(one: Merged, name: str | None, country: str | None) -> Where | None:
    known = [t.event.where for t in one.tellings if t.event.where and t.event.where.name == name]
    found = max(known, key=lambda w: w.country is not None, default=Where(name, NO_WORDS) if name else None)
    if found is None:
        return Where("", NO_WORDS, country=country) if country else None
    return replace(found, country=country) if "country" in one.corrected or found.country is None else found


def _parties(one: Merged, told: tuple[Party, ...]) -> tuple[Party, ...]:
    found = list(told)
    for role in ("actor", "recipient"):
        if role in one.corrected:
            name = one.corrected[role]
            known = (p for t in one.tellings for p in t.event.participants if p.name == name)
            right = replace(next(known, Party(role, name, "", NO_WORDS)), role=role)
            found = [p for p in found if p.role != role] + ([right] if name else [])
    return tuple(found)
