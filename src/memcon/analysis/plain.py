"""What every result of an analysis can do: say itself as plain values, for JSON, tables and pages."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any


class Plain:
    """A frozen dataclass that says itself as plain values.

    >>> from dataclasses import dataclass
    >>> @dataclass(frozen=True)
    ... class Seen(Plain):
    ...     day: date
    ...     who: tuple[str, ...]
    >>> Seen(date(2019, 9, 4), ("FIN", "NOR")).to_json()
    '{"day": "2019-09-04", "who": ["FIN", "NOR"]}'
    """

    __slots__ = ()

    def to_dict(self) -> dict[str, Any]:
        """The values by name, days as ISO text, tuples as lists."""
        found: dict[str, Any] = plain(self)
        return found

    def to_json(self, indent: int | None = None) -> str:
        """The values as JSON text; the same result gives the same text."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent)


def plain(value: Any) -> Any:
    """A value as JSON knows it.

    >>> plain({"on": date(2019, 9, 4), "of": (1, 2)})
    {'on': '2019-09-04', 'of': [1, 2]}
    """
    if is_dataclass(value) and not isinstance(value, type):
        return {one.name: plain(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (tuple, list, frozenset, set)):
        return [plain(one) for one in (sorted(value) if isinstance(value, (frozenset, set)) else value)]
    if isinstance(value, dict):
        return {str(name): plain(one) for name, one in value.items()}
    return value


def flat(value: Any) -> str | int | float | None:
    """A value as a cell of a table: several joined by `; `, what has parts of its own as JSON.

    >>> flat(("Iceland", "Norway")), flat(date(2019, 9, 4)), flat(None), flat(True)
    ('Iceland; Norway', '2019-09-04', None, 'yes')
    """
    told = plain(value)
    if isinstance(told, bool):
        return "yes" if told else "no"
    if isinstance(told, list):
        return "; ".join(one if isinstance(one, str) else json.dumps(one, ensure_ascii=False) for one in told) or None
    if isinstance(told, dict):
        return json.dumps(told, ensure_ascii=False) if told else None
    if told is None or isinstance(told, (int, float)):
        return told
    return str(told) or None
