"""A store as it is worked with: what `memcon.open` gives, with the analyses as methods."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from memcon.merging.statuses import REAL
from memcon.store import Store

from .subjects import subject
from .windows import Window

if TYPE_CHECKING:
    from pathlib import Path

    from memcon.model import Record, Report

    from .brief import Brief
    from .brokers import Broker
    from .ledger import Row
    from .network import Network
    from .reach import Reached
    from .shuttles import Chain
    from .silence import Silence
    from .timeline import Timeline

Day = str | date | None


class OpenStore(Store):
    """A store to which reports are added, with its analyses.

    An analysis takes up to two names (an actor, a dyad), a `query`, and a window of days, months or years.

    >>> with OpenStore.open(None) as store:
    ...     store.timeline("Iceland", "Norway", first="2019-09").entries
    ()
    """

    def add(
        self, *sources: Record | Report | str | Path, published: Day = None, outlet: str | None = None, model: str | None = None
    ) -> tuple[str, ...]:
        """Keep reports with what is read from them; returns their ids here, of those that were there already, too.

        A source is what `memcon.read` takes (a file, an address, the text), a `Report` of its own, or a `Record` that is kept as it is;
        `published` and `outlet` are those of files, addresses and texts. IntakeError (a ValueError) where one is no report or its record
        does not verify; those before it are kept. `memcon ingest` reads folders and tables, with several processes.

        >>> with OpenStore.open(None) as store:
        ...     (number,) = store.add("Bennett met Putin in Moscow.", published="2022-03-05", outlet="Ynet")
        ...     store.report(number).outlet, len(store.events("with:putin"))
        ('Ynet', 1)
        """
        from memcon.store.adding import add

        return tuple(add(self, sources, published=published, outlet=outlet, model=model))

    def timeline(self, *names: str, query: str = "", first: Day = None, last: Day = None, limit: int | None = None) -> Timeline:
        """What happened when; see `memcon.analysis.timeline`."""
        from .timeline import timeline

        return timeline(self, subject(self, *names, query=query), Window.of(first, last), limit)

    def network(
        self, *names: str, query: str = "", first: Day = None, last: Day = None, level: str = "person", statuses: Sequence[str] = REAL
    ) -> Network:
        """Who was in contact with whom; see `memcon.analysis.network`."""
        from .network import network

        return network(self, subject(self, *names, query=query), Window.of(first, last), level=level, statuses=statuses)

    def brokers(self, *names: str, query: str = "", first: Day = None, last: Day = None, level: str = "person") -> tuple[Broker, ...]:
        """Who stands between others; see `memcon.analysis.brokers`."""
        from .brokers import brokerage

        return brokerage(self, subject(self, *names, query=query), Window.of(first, last), level=level)

    def shuttles(
        self, mediator: str | None = None, *, query: str = "", first: Day = None, last: Day = None, level: str = "person"
    ) -> tuple[Chain, ...]:
        """Shuttle chains of a mediator, or of all; see `memcon.analysis.shuttles`."""
        from .shuttles import shuttles

        side = subject(self, mediator).sides[0] if mediator else None
        return shuttles(self, side, Window.of(first, last), query=query, level=level)

    def silences(self, *names: str, query: str = "", first: Day = None, last: Day = None, level: str = "state") -> tuple[Silence, ...]:
        """Dyads that stopped talking; see `memcon.analysis.silence`."""
        from .silence import silences

        return silences(self, subject(self, *names, query=query), Window.of(first, last), level=level)

    def reach(
        self, source: str, *, query: str = "", first: Day = None, last: Day = None, level: str = "person", backwards: bool = False
    ) -> tuple[Reached, ...]:
        """Who could have heard from a party; see `memcon.analysis.reach`."""
        from .reach import reach

        return reach(self, subject(self, source).sides[0], Window.of(first, last), query=query, level=level, backwards=backwards)

    def ledger(self, kind: str, *names: str, query: str = "", first: Day = None, last: Day = None) -> tuple[Row, ...]:
        """The rows of a ledger (contacts, positions, commitments, votes, sanctions, aid); see `memcon.analysis.ledger`."""
        from .ledger import ledger

        return ledger(self, kind, subject(self, *names, query=query), Window.of(first, last))

    def brief(self, *names: str, query: str = "", first: Day = None, last: Day = None) -> Brief:
        """One page on a subject; see `memcon.analysis.brief`."""
        from .brief import brief

        return brief(self, subject(self, *names, query=query), Window.of(first, last))
