"""Results of analysis that draw themselves: in a notebook as a picture, anywhere as an Altair chart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from typing import Any, TypeVar

from memcon.analysis import Network, OpenStore, Timeline, Window
from memcon.analysis.opened import Day
from memcon.analysis.subjects import subject
from memcon.merging.statuses import REAL

from .map import map_picture
from .network import network_picture
from .placing import Places, located
from .svg import Picture
from .timeline import timeline_picture

T = TypeVar("T")
__all__ = ["DrawnNetwork", "DrawnPlaces", "DrawnStore", "DrawnTimeline"]


class _Drawn:
    """What has a picture."""

    __slots__ = ()

    def picture(self) -> Picture:
        """The picture, to be had as SVG."""
        raise NotImplementedError

    def chart(self) -> Any:
        """The picture as an Altair chart, to be changed or saved."""
        return self.picture().altair()

    def _repr_html_(self) -> str:
        try:
            return self.picture().svg(plain=True)
        except ImportError as missing:
            return f"<p>The picture needs more packages ({missing.name} is missing): pip install 'memcon[site]'</p>"


class DrawnTimeline(Timeline, _Drawn):
    """A timeline that draws itself."""

    __slots__ = ()

    def picture(self) -> Picture:
        """A day as a dot, an interval as a bar, what has no end as an arrow."""
        return timeline_picture(self)


class DrawnNetwork(Network, _Drawn):
    """A network that draws itself."""

    __slots__ = ()

    def picture(self) -> Picture:
        """Parties as marks, their contacts as lines."""
        return network_picture(self)


class DrawnPlaces(Places, _Drawn):
    """Places of events that draw themselves on a map."""

    __slots__ = ()

    def picture(self) -> Picture:
        """The part of the world that holds them."""
        return map_picture(self)


class DrawnStore(OpenStore):
    """A store whose timeline, network and map draw themselves. What `memcon.open` gives.

    >>> with DrawnStore.open(None) as store:
    ...     store.map().located
    0
    """

    def timeline(self, *names: str, query: str = "", first: Day = None, last: Day = None, limit: int | None = None) -> DrawnTimeline:
        """What happened when; draws itself in a notebook, `.chart()` is the Altair chart."""
        return _as(DrawnTimeline, super().timeline(*names, query=query, first=first, last=last, limit=limit))

    def network(
        self, *names: str, query: str = "", first: Day = None, last: Day = None, level: str = "person", statuses: Sequence[str] = REAL
    ) -> DrawnNetwork:
        """Who was in contact with whom; draws itself in a notebook, `.chart()` is the Altair chart."""
        return _as(DrawnNetwork, super().network(*names, query=query, first=first, last=last, level=level, statuses=statuses))

    def map(self, *names: str, query: str = "", first: Day = None, last: Day = None) -> DrawnPlaces:
        """Where events took place, and how many are not located; draws itself in a notebook, `.chart()` is the Altair chart."""
        return _as(DrawnPlaces, located(self, subject(self, *names, query=query), Window.of(first, last)))


def _as(kind: type[T], plain: Any) -> T:
    """A result as the kind that draws itself."""
    return kind(**{one.name: getattr(plain, one.name) for one in fields(plain)})
