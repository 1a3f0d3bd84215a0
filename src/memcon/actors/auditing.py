"""What is doubtful in the tables: rows nobody verified, two holders of one office, terms never closed, names that collide."""

from __future__ import annotations

import calendar
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations

from .listing import Row, names_of, with_ids
from .names import fold
from .organisations import key as organisation_key
from .row_form import COLUMNS, state_name
from .tables import rows

SINGLE = frozenset(
    ("president", "prime minister", "leader", "monarch", "foreign minister", "defence minister", "finance minister", "interior minister")
)
"""Classes of office that one person holds at a time."""
TOLERANCE = 31
"""Two holders of one office may overlap by this many days: sources give the day of election, oath or decree."""
STALE_YEARS = 3
_ACRONYM = 5
_LONGEST_SHOWN = 120


@dataclass(frozen=True, slots=True)
class Finding:
    """One doubtful thing: its kind, in words, and whether a row of the user's is part of it."""

    kind: str
    words: str
    own: bool


@dataclass(slots=True)
class Audit:
    """Rows by table (memcon's, the user's), by source, those marked unverified, and the findings."""

    rows: dict[str, dict[str, int]] = field(default_factory=dict)
    sources: Counter[str] = field(default_factory=Counter)
    unverified: Counter[str] = field(default_factory=Counter)
    findings: list[Finding] = field(default_factory=list)

    def count(self, kind: str) -> int:
        """How many findings are of a kind."""
        return sum(one.kind == kind for one in self.findings)


KINDS = ("overlap", "open", "collision", "ordinary")


def audit(today: date, *, own_only: bool = False, stale: int = STALE_YEARS) -> Audit:
    """Look through the tables that users may own, ours and the user's or the user's alone.

    `stale`: after how many years an open term counts as forgotten.

    >>> audit(date(2024, 1, 1)).rows["persons"]["memcon"] > 10_000
    True
    """
    done = Audit()
    for table in COLUMNS:
        found = list(with_ids(table, own_only=own_only))
        own = sum(row.own for _, row in found)
        done.rows[table] = {"memcon": len(found) - own, "own": own}
        for _, row in found:
            done.sources.update(_sources(row.cells["source"]))
            done.unverified[table] += "unverified" in row.cells["source"]
        if table == "persons":
            done.findings += [*_overlaps(found), *_open(found, today, stale), *_namesakes(found)]
        elif table != "agents":
            done.findings += _same_names(table, found)
        else:
            done.findings += _twice(found)
        done.findings += _ordinary(table, found)
    return done


def _sources(cell: str) -> set[str]:
    """The kinds of source that a cell names: web pages count as one kind, notes in brackets are left out."""
    told = (one.partition(" (")[0].strip() for one in cell.split(";"))
    return {"web page" if one.startswith(("http://", "https://")) else one for one in told if one}


def first_day(day: str) -> str:
    """The first day of a day, month or year.

    >>> first_day("2020-02")
    '2020-02-01'
    """
    return day + "-01-01"[len(day) - 4 :] if 4 <= len(day) < 10 else day


def last_day(day: str) -> str:
    """The last day of a day, month or year.

    >>> last_day("2020-02"), last_day("2019")
    ('2020-02-29', '2019-12-31')
    """
    if len(day) == 7:
        return f"{day}-{calendar.monthrange(int(day[:4]), int(day[5:]))[1]:02}"
    return f"{day}-12-31" if len(day) == 4 else day


def _told(row: Row) -> str:
    cells = row.cells
    term = f"{cells['start'] or '..'}/{cells['end'] or '..'}" if row.table == "persons" else ""
    office = cells.get("office") or cells.get("class") or ""
    what = " ".join(one for one in (cells.get("country"), office, term) if one)
    where = f"your {row.table}.tsv:{row.line}" if row.own else ""
    inside = ", ".join(one for one in (what, where) if one)
    return f"{row.name[:_LONGEST_SHOWN]} ({inside})" if inside else row.name[:_LONGEST_SHOWN]


def _overlaps(found: Iterable[tuple[str, Row]]) -> Iterator[Finding]:
    """Two persons in one office of which there is one, for longer than the tolerance even if partial dates are read kindly."""
    offices: dict[tuple[str, str, str], list[tuple[str, Row]]] = defaultdict(list)
    for number, row in found:
        held = row.cells["class"]
        if held in SINGLE and row.cells["start"]:
            offices[held, row.cells["country"], row.cells["office"] if held == "leader" else ""].append((number, row))
    for (held, country, _), members in sorted(offices.items()):
        members.sort(key=lambda one: one[1].cells["start"])
        for at, (one, first) in enumerate(members):
            for other, second in members[at + 1 :]:
                if second.cells["start"] > _until(first):
                    break  # the later ones begin later still
                days = _days_shared(first, second)
                if days > TOLERANCE and one != other and fold(first.name) != fold(second.name):
                    words = f"{country} {held}: {_told(first)} and {_told(second)} overlap by {days} days"
                    yield Finding("overlap", words, first.own or second.own)


def _until(row: Row) -> str:
    """The last day that a term is vouched for."""
    return row.cells["end"] or row.cells["seen"] or row.cells["start"]


def _days_shared(one: Row, other: Row) -> int:
    """The least number of days that two terms can have in common."""
    start = max(last_day(row.cells["start"]) for row in (one, other))
    end = min(first_day(_until(row)) for row in (one, other))
    return (date.fromisoformat(end) - date.fromisoformat(start)).days


def _open(found: Iterable[tuple[str, Row]], today: date, stale: int) -> Iterator[Finding]:
    limit = f"{today.year - stale:04}{today.isoformat()[4:]}"
    for _, row in found:
        seen = row.cells["seen"] or row.cells["start"]
        if seen and not row.cells["end"] and last_day(seen) < limit:
            yield Finding("open", f"{_told(row)}: open, last vouched for in {seen}", row.own)


def _namesakes(found: Iterable[tuple[str, Row]]) -> Iterator[Finding]:
    """Two persons of one name whose terms have a day in common."""
    bearers: dict[str, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for number, row in found:
        for name in names_of(row):
            bearers[" ".join(fold(name).replace("-", " ").split())][number].append(row)
    for people in (dict(sorted(one.items())) for _, one in sorted(bearers.items()) if len(one) > 1):
        for one, other in combinations(people.values(), 2):
            shared = next(((a, b) for a in one for b in other if _meet(a, b)), None)
            if shared:
                yield Finding("collision", f"{_told(shared[0])} and {_told(shared[1])} share a name", shared[0].own or shared[1].own)


def _meet(one: Row, other: Row) -> bool:
    def bounds(row: Row) -> tuple[str, str]:
        cells = row.cells
        return first_day(cells["start"]) or "0", last_day(cells["end"] or cells["seen"]) or "9"

    (start, end), (begin, finish) = bounds(one), bounds(other)
    return max(start, begin) <= min(end, finish)


def _same_names(table: str, found: Iterable[tuple[str, Row]]) -> Iterator[Finding]:
    """Two organisations, groups or metonyms of one name, of the same state or of none."""
    bearers: dict[str, dict[str, Row]] = defaultdict(dict)
    for number, row in found:
        for name in names_of(row):
            bare = name.replace(".", "")
            bearers[bare if bare.isupper() and len(bare) <= _ACRONYM else organisation_key(name)].setdefault(number, row)
    for name, people in sorted(bearers.items()):
        for one, other in combinations(people.values(), 2):
            states = {one.cells["country"], other.cells["country"]} - {""}
            if table == "metonyms" or len(states) < 2:
                yield Finding("collision", f"{_told(one)} and {_told(other)} share the name {name}", one.own or other.own)


def _twice(found: Iterable[tuple[str, Row]]) -> Iterator[Finding]:
    known: dict[str, Row] = {}
    for _, row in found:
        first = known.setdefault(fold(row.name), row)
        if first is not row and first.own == row.own:
            yield Finding("collision", f"{_told(row)} stands twice", row.own)


def _ordinary(table: str, found: Iterable[tuple[str, Row]]) -> Iterator[Finding]:
    """Names that are an ordinary word or the name of a state too."""
    if table == "agents":
        return
    common = {row["word"] for row in rows("ordinary_words") if row["kind"] == "word"} | {row["phrase"] for row in rows("agents")}
    shown: set[tuple[str, str]] = set()
    for number, row in found:
        for name in names_of(row):
            acronym = name.replace(".", "").isupper()
            plain = " " not in name and not acronym and fold(name) in common
            if (plain or state_name(name)) and (number, name) not in shown and not number.startswith("state:"):
                shown.add((number, name))
                yield Finding("ordinary", f"{_told(row)}: {name} is {'an ordinary word' if plain else 'a state'} too", row.own)
