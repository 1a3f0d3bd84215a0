"""Timeline, network and map: a picture made on the server, and the same in words and tables."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from enum import StrEnum
from typing import Annotated

from fastapi import Query
from markupsafe import Markup

from memcon.analysis import brokers as standing_between
from memcon.analysis.network import network
from memcon.analysis.plain import plain
from memcon.analysis.remembered import remembered
from memcon.analysis.shuttles import shuttles
from memcon.analysis.silence import silences
from memcon.analysis.timeline import timeline
from memcon.charts.map import asked as asked_of_spot
from memcon.charts.map import map_picture
from memcon.charts.network import between, network_picture
from memcon.charts.placing import every, located
from memcon.charts.svg import Picture
from memcon.charts.timeline import timeline_picture

from .answers import View
from .events import QueryText
from .site import Site
from .subjects import Name, Second, Since, Until, asked, told
from .words import day_words, visible

MOST_ENTRIES = 400
MOST_TIES = 300
_BROKERS, _CHAINS, _SILENCES = 25, 20, 20


class Level(StrEnum):
    """Whom a network joins: people, or the states that they act for."""

    PERSON = "person"
    STATE = "state"


Limit = Annotated[int, Query(ge=1, le=MOST_ENTRIES, description="At most so many events: those that most reports tell.")]
LevelName = Annotated[Level, Query(description="person, or state: whom each acts for.")]


def timeline_page(
    site: Site, about: Name = "", other: Second = "", q: QueryText = "", since: Since = "", until: Until = "", limit: Limit = 100
) -> View:
    """What happened when about a party, two, or a process: a day as a dot, an interval as a bar, what has no end open."""
    whom, window = asked(site, about, other, q, since, until)
    found = remembered(site.store, ("site timeline", whom, window, limit), lambda: timeline(site.store, whom, window, limit))
    entries = plain(found.entries)
    data = told(whom, window, entries=entries, left_out=found.left_out, counts=found.counts)
    dated = [one for one in found.entries if one.shape != "none"]
    picture = _picture(site, ("timeline", whom, window, limit), lambda: timeline_picture(found, visible)) if dated else None
    rows = [{name: value for name, value in one.items() if name != "quotes"} for one in entries]
    return View("timeline.html", f"Timeline: {whom.title}", data, rows, {"picture": picture, "day_words": day_words})


def network_page(
    site: Site,
    about: Name = "",
    other: Second = "",
    q: QueryText = "",
    since: Since = "",
    until: Until = "",
    level: LevelName = Level.PERSON,
) -> View:
    """Who is in contact with whom: the ties, who stands between others, shuttle chains, and who fell silent."""
    whom, window = asked(site, about, other, q, since, until)
    by = level.value
    found = network(site.store, whom, window, level=by)
    between_others = remembered(site.store, ("site brokers", whom, window, by), lambda: standing_between(found, _BROKERS))
    mediator = whom.sides[0] if len(whom.sides) == 1 else None
    chains = shuttles(site.store, mediator, window, query=q, level=by)[:_CHAINS] if len(whom.sides) < 2 else ()
    silent = silences(site.store, whom, window, level="state")[:_SILENCES]
    names = {one.id: one.name for one in found.nodes}
    ties = [{**tie.to_dict(), "a_name": names[tie.a], "b_name": names[tie.b], "query": between(tie)} for tie in found.ties[:MOST_TIES]]
    data = told(
        whom,
        window,
        level=by,
        nodes=plain(found.nodes[:500]),
        parties=len(found.nodes),
        ties=ties,
        ties_left=max(0, len(found.ties) - MOST_TIES),
        contacts=found.counted,
        alone=list(found.alone),
        brokers=plain(between_others),
        chains=plain(chains),
        silences=plain(silent),
    )
    rows = [
        {**{n: v for n, v in tie.to_dict().items() if n != "events"}, "a_name": names[tie.a], "b_name": names[tie.b], "events": tie.events}
        for tie in found.ties
    ]
    picture = _picture(site, ("network", whom, window, by), lambda: network_picture(found, visible)) if found.ties else None
    return View("network.html", f"Network: {whom.title}", data, rows, {"picture": picture, "levels": [one.value for one in Level]})


def map_page(site: Site, about: Name = "", other: Second = "", q: QueryText = "", since: Since = "", until: Until = "") -> View:
    """Where events took place: places as points, countries where no more is told, and how many are not located."""
    whom, window = asked(site, about, other, q, since, until)
    found = located(site.store, whom, window)
    spots = every(found.spots)
    data = told(
        whom,
        window,
        places=spots,
        located=found.located,
        nowhere=list(found.nowhere[:500]),
        not_located=len(found.nowhere),
        left_out=found.left_out,
    )
    queries = [asked_of_spot(one) for one in found.spots]
    picture = _picture(site, ("map", whom, window), lambda: map_picture(found, visible)) if found.spots else None
    return View("map.html", f"Map: {whom.title}", data, spots, {"picture": picture, "queries": queries})


def _picture(site: Site, key: Hashable, draw: Callable[[], Picture]) -> Markup:
    """A picture, drawn once for a state of the store. What stands in it is escaped by the writer of XML and made harmless before."""
    return remembered(site.store, ("svg", key), lambda: Markup(draw().svg()))
