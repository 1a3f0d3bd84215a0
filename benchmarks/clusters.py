"""Scores of one partition of mentions against another: MUC, B-cubed, CEAFe and their mean, the CoNLL F1.

MUC after Vilain et al. (1995), B-cubed after Bagga and Baldwin (1998), CEAF with the entity measure phi-4 after Luo (2005), the mean
after Pradhan et al. (2012). All are counted as sums over documents: (recall numerator, recall denominator, precision numerator,
precision denominator).
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import TypeAlias

Clusters: TypeAlias = Sequence[frozenset[Hashable]]
Sums: TypeAlias = tuple[float, float, float, float]


def _index(clusters: Clusters) -> dict[Hashable, int]:
    return {mention: n for n, cluster in enumerate(clusters) for mention in cluster}


def _links(clusters: Clusters, other: Clusters) -> tuple[float, float]:
    where = _index(other)
    right = sum(len(c) - len({where.get(m, ("alone", m)) for m in c}) for c in clusters)
    return right, sum(len(c) - 1 for c in clusters)


def muc(key: Clusters, response: Clusters) -> Sums:
    """Links that hold.

    >>> muc([frozenset("abc")], [frozenset("ab"), frozenset("c")])
    (1, 2, 1, 1)
    """
    return (*_links(key, response), *_links(response, key))


def _overlaps(clusters: Clusters, other: Clusters) -> tuple[float, float]:
    where = _index(other)
    total = 0.0
    for cluster in clusters:
        for mention in cluster:
            n = where.get(mention)
            total += len(cluster & other[n]) / len(cluster) if n is not None else 0.0
    return total, float(sum(map(len, clusters)))


def b_cubed(key: Clusters, response: Clusters) -> Sums:
    """For each mention, how much of its cluster is right.

    >>> b_cubed([frozenset("ab")], [frozenset("a"), frozenset("b")])
    (1.0, 2.0, 2.0, 2.0)
    """
    return (*_overlaps(key, response), *_overlaps(response, key))


def ceaf(key: Clusters, response: Clusters) -> Sums:
    """Clusters matched one to one so that their likeness (phi-4) is greatest.

    >>> ceaf([frozenset("ab")], [frozenset("ab"), frozenset("c")])
    (1.0, 1.0, 1.0, 2.0)
    """
    likeness = [[2 * len(k & r) / (len(k) + len(r)) for r in response] for k in key]
    best = _assigned(likeness)
    return best, float(len(key)), best, float(len(response))


def _assigned(gain: list[list[float]]) -> float:
    """The greatest sum of a one-to-one assignment (the Hungarian method with potentials, Kuhn 1955)."""
    if not gain or not gain[0]:
        return 0.0
    if len(gain) > len(gain[0]):
        gain = [list(column) for column in zip(*gain, strict=True)]
    rows, columns = len(gain), len(gain[0])
    u, v, row_of, way = [0.0] * (rows + 1), [0.0] * (columns + 1), [0] * (columns + 1), [0] * (columns + 1)
    for row in range(1, rows + 1):
        row_of[0], at = row, 0
        least, used = [float("inf")] * (columns + 1), [False] * (columns + 1)
        while row_of[at]:
            used[at] = True
            here, delta, nearest = row_of[at], float("inf"), 0
            for j in range(1, columns + 1):
                if not used[j]:
                    cost = -gain[here - 1][j - 1] - u[here] - v[j]
                    if cost < least[j]:
                        least[j], way[j] = cost, at
                    if least[j] < delta:
                        delta, nearest = least[j], j
            for j in range(columns + 1):
                if used[j]:
                    u[row_of[j]] += delta
                    v[j] -= delta
                else:
                    least[j] -= delta
            at = nearest
        while at:
            row_of[at], at = row_of[way[at]], way[at]
    return sum(gain[row_of[j] - 1][j - 1] for j in range(1, columns + 1) if row_of[j])


MEASURES: dict[str, Callable[[Clusters, Clusters], Sums]] = {"muc": muc, "b_cubed": b_cubed, "ceaf_e": ceaf}


def scores(documents: Sequence[tuple[Clusters, Clusters]]) -> dict[str, float]:
    """F1 of each measure over pairs of (key, response), one pair a document, and their mean.

    >>> scores([([frozenset("ab")], [frozenset("ab")])])
    {'muc': 1.0, 'b_cubed': 1.0, 'ceaf_e': 1.0, 'conll': 1.0}
    """
    found: dict[str, float] = {}
    for name, measure in MEASURES.items():
        sums = [measure(key, response) for key, response in documents]
        a, b, c, d = (sum(one[i] for one in sums) for i in range(4))
        recall, precision = a / b if b else 0.0, c / d if d else 0.0
        found[name] = round(2 * precision * recall / (precision + recall), 4) if precision + recall else 0.0
    return found | {"conll": round(sum(found.values()) / 3, 4)}
