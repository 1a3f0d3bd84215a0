"""Which predicted event answers which annotated one: the assignment, one to one, that agrees most."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .likeness import FIELDS, Told, touches

_PAIRED, _TYPED, _FIELD, _MOST_TRIGGERS = 10_000, 1000, 10, 9


def paired(right: Sequence[Told], guesses: Sequence[Told]) -> list[tuple[Told, Told]]:
    """Pairs of an annotated and a predicted event whose triggers meet.

    As many pairs as can be; of such pairings the one with most right types, then most right fields, then most triggers found.

    >>> def event(kind, start): return {"type": kind, "status": "happened", "triggers": [{"start": start, "end": start + 3}]}
    >>> [(a["type"], b["type"]) for a, b in paired([event("AID", 0)], [event("VOTE", 1), event("AID", 2), event("AID", 9)])]
    [('AID', 'AID')]
    """
    worth = {}
    for row, one in enumerate(right):
        for column, other in enumerate(guesses):
            met = sum(any(touches(span, guess) for guess in other.get("triggers") or []) for span in one["triggers"])
            if met:
                agreed = sum(check(one, other) for check in FIELDS.values())
                typed = _TYPED * FIELDS["type"](one, other)
                worth[row, column] = _PAIRED + typed + _FIELD * agreed + min(met, _MOST_TRIGGERS)
    return [(right[row], guesses[column]) for row, column in assigned(worth)]


def assigned(worth: Mapping[tuple[int, int], int]) -> list[tuple[int, int]]:
    """The one-to-one assignment of rows to columns that is worth most. Cells that are not given cannot be chosen.

    >>> assigned({(0, 0): 5, (0, 1): 4, (1, 0): 4})
    [(0, 1), (1, 0)]
    """
    column_of: dict[int, int] = {}
    row_of: dict[int, int] = {}
    rows = sorted({row for row, _ in worth})
    while (end := _path(worth, rows, column_of, row_of)) is not None:
        column, came_from = end
        following: int | None = column
        while following is not None:  # each row on the path lets its column go to the row before it
            row = came_from[following]
            column_of[row], row_of[following], following = following, row, column_of.get(row)
    return sorted(column_of.items())


def _path(
    worth: Mapping[tuple[int, int], int], rows: Sequence[int], column_of: Mapping[int, int], row_of: Mapping[int, int]
) -> tuple[int, dict[int, int]] | None:
    """The free column whose taking gains most, rows moving over to make way, and from which row each column is reached; None if none gains.

    Gains spread as in Bellman and Ford: a free row starts with none, each step to a column adds what that cell is worth, each step back
    to the row that holds it takes away what it held.
    """
    reached = {row: 0 for row in rows if row not in column_of}
    gains: dict[int, int] = {}
    came_from: dict[int, int] = {}
    for _ in range(len(rows) + 1):
        moved = False
        for (row, column), value in worth.items():
            if row not in reached or column_of.get(row) == column:
                continue
            gain = reached[row] + value
            if column not in gains or gain > gains[column]:
                gains[column], came_from[column], moved = gain, row, True
                if column in row_of:
                    reached[row_of[column]] = gain - worth[row_of[column], column]
        if not moved:
            break
    free = [(gain, column) for column, gain in gains.items() if column not in row_of and gain > 0]
    return (max(free)[1], came_from) if free else None
