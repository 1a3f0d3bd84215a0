"""Review: the events that most need a person, one at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, islice
from typing import Annotated, Any, overload

from fastapi import Query

from memcon.ontology.codebook import codebook
from memcon.store.decisions import fields
from memcon.store.doubt import Doubt
from memcon.store.shadow import judged

from .answers import View
from .events import event as told
from .site import Site
from .words import event_title

Ident = Annotated[str, Query(max_length=200)]
_LISTED = 20


def review(site: Site, at: Ident = "", after: Ident = "") -> View:
    """The most doubtful event that nobody has judged, or the one `at` this id, or the next `after` it; with what waits behind it."""
    every = site.doubts()
    with site.store.reading() as connection:
        done = judged(connection)
    place = next((number + 1 for number, one in enumerate(every) if one.event == after), 0) if after else 0
    waiting = _Waiting(every, done, place)
    chosen = next((one for one in every if one.event == at), None) if at else next(iter(waiting.doubts()), None)
    shown: dict[str, Any] | None = None
    number = chosen.event if chosen else at
    if number:
        shown = dict(told(site, number).data)
    behind = (one for one in waiting.doubts() if not chosen or one.event != chosen.event)
    data = {
        "waiting": len(waiting),
        "event": shown,
        "score": chosen.score if chosen else None,
        "reasons": list(chosen.reasons) if chosen else [],
        "next": [{**_told(one), "title": _title(site, one.event)} for one in islice(behind, _LISTED)],
    }
    return View("review.html", "Review", data, waiting, choices(shown))


class _Waiting(Sequence[Mapping[str, Any]]):
    """The events that nobody has judged, from a place on and then from the first, as rows made when they are looked at."""

    def __init__(self, every: Sequence[Doubt], done: Mapping[str, str], place: int) -> None:
        self._every, self._done, self._place = every, done, place
        known = {one.event for one in every} if done else set()
        self._size = len(every) - sum(number in known for number in done)

    def doubts(self) -> Iterator[Doubt]:
        """The events with why they are doubtful."""
        turned = chain(range(self._place, len(self._every)), range(self._place))
        return (self._every[at] for at in turned if self._every[at].event not in self._done)

    def __len__(self) -> int:
        return self._size

    def __iter__(self) -> Iterator[Mapping[str, Any]]:
        return (_told(one) for one in self.doubts())

    @overload
    def __getitem__(self, at: int) -> Mapping[str, Any]: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Mapping[str, Any]]: ...
    def __getitem__(self, at: int | slice) -> Mapping[str, Any] | Sequence[Mapping[str, Any]]:
        return list(self)[at]


def _title(site: Site, number: str) -> str:
    found = site.store.event(number)
    return event_title(found) if found else number


def _told(one: Doubt) -> dict[str, Any]:
    return {"event": one.event, "score": one.score, "reasons": list(one.reasons)}


def event(site: Site, ident: str) -> View:
    """One event: its values with quotes and reports, the reports side by side, and what people decided."""
    found = told(site, ident)
    return replace(found, more={"choices": choices(dict(found.data))})


def choices(shown: dict[str, Any] | None) -> dict[str, Any]:
    """What a correction can be: the fields, and the values that the codebook has for the closed ones."""
    book = codebook()
    kind = (shown or {}).get("type") or ""
    return {
        "fields": fields(),
        "known": sorted({*book.statuses, *book.types, *book.types.get(kind, ()), *book.positions}),
    }
