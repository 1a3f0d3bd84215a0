"""Who is in contact with whom in a window, by person or by state: a network with weights, direction and medium, and measures of it.

What the measures are, with their sources, is told in `docs/analysis.md`; brokers stand in `brokers`, chains in `shuttles`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from memcon.merging.statuses import REAL
from memcon.store import Store

from .acts import Act
from .contacts import CONTACTS, Pair, contacts, node, pairs
from .plain import Plain
from .remembered import remembered
from .subjects import Subject, acts_about
from .who import Actors, actors
from .windows import Window

if TYPE_CHECKING:
    import networkx

MOST_DRAWN = 500


@dataclass(frozen=True, slots=True)
class Node(Plain):
    """A party in the network: with how many others it was in contact (`degree`) and in how many contacts it took part (`contacts`)."""

    id: str
    name: str
    kind: str
    country: str | None
    office: str | None
    degree: int
    contacts: int


@dataclass(frozen=True, slots=True)
class Tie(Plain):
    """All contacts of two parties: `weight` is their number; `a_to_b`, `b_to_a` and `mutual` part it by who acted; `media` by medium.

    `events` are the contacts' ids in the order of time; `first` and `last` the days of the first and last dated one.
    """

    a: str
    b: str
    weight: int
    a_to_b: int
    b_to_a: int
    mutual: int
    media: dict[str, int]
    first: date | None
    last: date | None
    reports: int
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Network(Plain):
    """A network of contacts. `counted` is the number of contacts that join two parties, `alone` those that name one side only."""

    level: str
    subject: str
    first: date | None
    last: date | None
    nodes: tuple[Node, ...]
    ties: tuple[Tie, ...]
    counted: int
    alone: tuple[str, ...]

    def graph(self) -> networkx.Graph[str]:
        """The network for networkx: undirected, `weight` on each tie."""
        import networkx as nx

        made: networkx.Graph[str] = nx.Graph()
        made.add_nodes_from((one.id, {"name": one.name, "kind": one.kind, "country": one.country}) for one in self.nodes)
        made.add_edges_from((tie.a, tie.b, {"weight": tie.weight}) for tie in self.ties)
        return made

    @property
    def names(self) -> dict[str, str]:
        """Node -> its name."""
        return {one.id: one.name for one in self.nodes}

    def name(self, node: str) -> str:
        """The name of a node; the id itself where there is none."""
        return self.names.get(node, node)

    def core(self, most: int = MOST_DRAWN) -> Network:
        """The network of the parties with most contacts, for a picture."""
        kept = {one.id for one in sorted(self.nodes, key=lambda one: (-one.contacts, -one.degree, one.id))[:most]}
        ties = tuple(tie for tie in self.ties if tie.a in kept and tie.b in kept)
        nodes = tuple(one for one in self.nodes if one.id in kept)
        return Network(self.level, self.subject, self.first, self.last, nodes, ties, self.counted, self.alone)


def network(
    store: Store,
    about: Subject | None = None,
    window: Window | None = None,
    *,
    level: str = "person",
    statuses: Sequence[str] = REAL,
) -> Network:
    """The network of contacts about a subject within a window; `level` is `person` or `state`. Contacts of these statuses alone count.

    Worked out once for each state of the store.

    >>> with Store.open(None) as store:
    ...     network(store).ties
    ()
    """
    about, window, wanted = about or Subject(), window or Window(), tuple(statuses)

    def work() -> Network:
        return network_of(acts_about(store, about, window, narrowed=CONTACTS), actors(store), about, window, level=level, statuses=wanted)

    return remembered(store, ("network", about, window, level, wanted), work)


def network_of(
    found: Iterable[Act], known: Actors, about: Subject, window: Window, *, level: str = "person", statuses: Sequence[str] = REAL
) -> Network:
    """The network of these acts."""
    of = node(level)
    joined: dict[frozenset[str], list[Pair]] = {}
    took_part: dict[str, set[str]] = {}
    alone, counted = [], 0
    for act in contacts(found, statuses):
        of_act = pairs(act, of)
        counted += bool(of_act)
        if not of_act:
            alone.append(act.id)
        for pair in of_act:
            joined.setdefault(frozenset((pair.a, pair.b)), []).append(pair)
            for one in (pair.a, pair.b):
                took_part.setdefault(one, set()).add(act.id)
    ties = tuple(sorted((_tie(together) for together in joined.values()), key=lambda tie: (-tie.weight, tie.a, tie.b)))
    degree = Counter(one for tie in ties for one in (tie.a, tie.b))
    nodes = [_node(known, one, degree[one], len(of_node)) for one, of_node in took_part.items()]
    nodes.sort(key=lambda one: (-one.contacts, -one.degree, one.id))
    return Network(level, about.title, window.first, window.last, tuple(nodes), ties, counted, tuple(alone))


def _node(known: Actors, one: str, degree: int, count: int) -> Node:
    if one in known:
        actor = known[one]
        return Node(one, actor.name, actor.kind, actor.country, actor.office, degree, count)
    return Node(one, known.label(one), "state", one, None, degree, count)


def _tie(together: Sequence[Pair]) -> Tie:
    a, b = sorted((together[0].a, together[0].b))
    forth = sum(pair.directed and pair.a == a for pair in together)
    back = sum(pair.directed and pair.a == b for pair in together)
    days = [day for pair in together for day in (pair.act.first, pair.act.last) if day]
    return Tie(
        a, b, len(together), forth, back, len(together) - forth - back,
        dict(sorted(Counter(pair.act.mode or "contact" for pair in together).items())), min(days, default=None), max(days, default=None),
        len({report for pair in together for report in pair.act.reports}), tuple(pair.act.id for pair in together),
    )  # fmt: skip
