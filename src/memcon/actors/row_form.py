"""What a row of the tables that users may own can hold, and which rows are of one thing."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from datetime import date
from functools import cache

from .names import fold
from .tables import listed, rows

COLUMNS = {
    "persons": ("name", "aliases", "wikidata", "country", "class", "office", "sector", "rank", "start", "end", "seen", "source"),
    "organisations": ("name", "aliases", "kind", "country", "sector", "source"),
    "armed_groups": ("name", "aliases", "country", "sector", "governs", "source"),
    "agents": ("phrase", "kind", "sector", "weak", "source"),
    "metonyms": ("name", "aliases", "kind", "target", "country", "sector", "place", "source"),
}
"""The tables that users may own, with their columns."""
SECTORS = frozenset(
    "GOV MIL COP SPY JUD LEG ELI OPP PTY REB UAF CVL BUS LAB MED EDU REL REF CRM AGR NGO INT IGO".split()
)  # fmt: skip
KINDS = {
    "organisations": ("organisation", "group", "armed_group", "state"),
    "agents": ("person", "organisation", "group", "armed_group", "none"),
    "metonyms": ("state", "organisation", "group"),
}
EARLIEST = 1900
"""No table holds days before this year."""
LONGEST_NAME = 200
LONGEST_CELL = 4_000
_LOWEST_RANK = "4"
_HIDDEN = re.compile("[\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufff9-\ufffb\ufffd-\uffff]")
_WIKIDATA = re.compile(r"(?:https?://(?:www\.)?wikidata\.org/(?:entity|wiki)/)?(Q[1-9][0-9]{0,11})")
_DAY = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


class RowError(ValueError):
    """A cell that its table cannot hold; the message says which and what is wanted."""


def checked(table: str, given: dict[str, str], today: date) -> dict[str, str]:
    """The row with every column of its table, blanks trimmed and defaults filled in; RowError if a cell holds what it cannot.

    >>> row = checked("persons", {"name": " Jan  Novak", "country": "Slovakia", "start": "2020-03"}, date(2024, 1, 1))
    >>> row["name"], row["country"], row["rank"], row["seen"]
    ('Jan Novak', 'SVK', '4', '2020-03')
    """
    row = {column: _clean(column, given.get(column) or "") for column in COLUMNS[table]}
    first = COLUMNS[table][0]
    row[first] = _name(first, row[first])
    if row.get("aliases"):
        row["aliases"] = ";".join(dict.fromkeys(_name("aliases", one) for part in row["aliases"].split(";") if (one := part.strip())))
    if row.get("country"):
        row["country"] = _country(row["country"])
    if row["sector"] and row["sector"] not in SECTORS:
        raise RowError(f"sector is {_told(row['sector'])}; a PLOVER sector is wanted ({', '.join(sorted(SECTORS))}), or nothing")
    if "kind" in row:
        row["kind"] = row["kind"] or _usual_kind(table, row)
        if row["kind"] not in KINDS[table]:
            raise RowError(f"kind is {_told(row['kind']) if row['kind'] else 'empty'}; one of {', '.join(KINDS[table])} is wanted")
    if row.get("weak", "") not in ("", "weak"):
        raise RowError(f"weak is {_told(row['weak'])}; weak or nothing is wanted")
    if row.get("governs"):
        _intervals(row["governs"], today)
    if table == "persons":
        _term(row, today)
    return row


def _clean(column: str, cell: str) -> str:
    """A cell without blanks at its ends and without marks that have no width; one blank between words."""
    if not cell or (cell.isascii() and cell.isprintable() and cell == cell.strip() and "  " not in cell and len(cell) <= LONGEST_CELL):
        return cell
    cell = (cell if cell.isascii() else _HIDDEN.sub("", cell)).strip()
    if _CONTROL.search(cell):
        raise RowError(f"{column} holds a tab, line end or control character; one line of text is wanted")
    cell = cell if cell.isascii() and "  " not in cell else " ".join(cell.split())
    if len(cell) > LONGEST_CELL:
        raise RowError(f"{column} has {len(cell)} characters; at most {LONGEST_CELL} are taken")
    return cell


def _name(column: str, name: str) -> str:
    if not name:
        raise RowError(f"{column} is empty; a name is wanted")
    if len(name) > LONGEST_NAME:
        raise RowError(f"{column} has a name of {len(name)} characters; at most {LONGEST_NAME} are taken")
    if not any(one.isalpha() for one in name):
        raise RowError(f"{column} is {_told(name)}; a name with a letter in it is wanted")
    if name.startswith("#"):
        raise RowError(f"{column} is {_told(name)}; a name cannot begin with # (such lines are comments)")
    if column != "aliases" and ";" in name:
        raise RowError(f"{column} is {_told(name)}; one name is wanted, others go to aliases")
    return name


def _country(cell: str) -> str:
    found = country_code(cell)
    if found is None:
        raise RowError(f"country is {_told(cell)}; an ISO 3166 code as FRA, or a state's name, is wanted")
    return found


def _usual_kind(table: str, row: dict[str, str]) -> str:
    if table == "metonyms":
        return "organisation" if row["target"] else "state"
    return "organisation" if table == "organisations" else ""


def _term(row: dict[str, str], today: date) -> None:
    """The columns of `persons` that hold Wikidata id, rank and days."""
    if row["wikidata"]:
        found = _WIKIDATA.fullmatch(row["wikidata"])
        if not found:
            raise RowError(f"wikidata is {_told(row['wikidata'])}; an id as Q39318 is wanted")
        row["wikidata"] = found[1]
    row["rank"] = row["rank"] or usual_rank(row["class"])
    if row["rank"] not in ("1", "2", "3", "4"):
        raise RowError(f"rank is {_told(row['rank'])}; 1 (heads of state and government) to 4 is wanted")
    for column in ("start", "end", "seen"):
        if row[column]:
            row[column] = day(column, row[column], today)
    start, end = row["start"], row["end"]
    shared = min(len(start), len(end))
    if start and end and end[:shared] < start[:shared]:
        raise RowError(f"the term ends ({end}) before it starts ({start})")
    if start and not end and not row["seen"]:
        row["seen"] = start  # an open term is vouched for on its first day alone


def day(column: str, cell: str, today: date) -> str:
    """A day of a table: ISO, to the precision known, from 1900 to today.

    >>> day("start", "2020-03", date(2024, 1, 1))
    '2020-03'
    """
    found = _DAY.fullmatch(cell)
    try:
        first = date(int(found[1]), int(found[2] or 1), int(found[3] or 1)) if found else None
    except ValueError:
        first = None
    if first is None:
        raise RowError(f"{column} is {_told(cell)}; a day as 2022-03-05, 2022-03 or 2022 is wanted")
    if first.year < EARLIEST:
        raise RowError(f"{column} is {cell}; the tables begin with {EARLIEST}")
    if first > today:
        raise RowError(f"{column} is {cell}, which is in the future; leave it empty")
    return cell


def _intervals(cell: str, today: date) -> None:
    for one in listed(cell):
        start, slash, end = one.partition("/")
        if not slash:
            raise RowError(f"governs is {_told(cell)}; intervals as 2007-06-14/2017 or 2021-08-15/.. are wanted, with ; between")
        day("governs", start, today)
        if end != "..":
            day("governs", end, today)


def _told(cell: str) -> str:
    return repr(cell if len(cell) <= 40 else cell[:39] + "…")


@cache
def _countries() -> dict[str, str]:
    known: dict[str, str] = {}
    for row in rows("states"):
        known.update({row["iso3"]: row["iso3"], row["iso2"]: row["iso3"]})
        for name in (row["name"], *listed(row["aliases"])):
            known.setdefault(fold(name), row["iso3"])
    for row in rows("organisations"):
        if row["kind"] == "state":
            known[row["country"]] = row["country"]
    return known


def country_code(text: str) -> str | None:
    """ISO 3166-1 alpha-3 of a code or name of a state; None for what is neither.

    >>> country_code("FR"), country_code("the Netherlands"), country_code("XYZ")
    ('FRA', 'NLD', None)
    """
    bare = fold(text).removeprefix("the ").strip()
    return (_countries().get(text) or _countries().get(fold(text)) or _countries().get(bare) or None) if text else None


def state_name(text: str) -> bool:
    """Whether a name is that of a state.

    >>> state_name("Greece"), state_name("BRA")
    (True, False)
    """
    return len(text) > 3 and country_code(text) is not None


@cache
def _ranks() -> dict[str, str]:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows("persons"):
        counts[row["class"]][row["rank"]] += 1
    return {kind: ranks.most_common(1)[0][0] for kind, ranks in counts.items() if kind}


def usual_rank(kind: str) -> str:
    """The rank that most rows of a class of office have; the lowest for a class that no row has.

    >>> usual_rank("president"), usual_rank("gardener")
    ('1', '4')
    """
    return _ranks().get(kind, _LOWEST_RANK)


def key(table: str, row: dict[str, str]) -> tuple[str, ...]:
    """What makes two rows of a table tell of one thing (of persons: one term).

    >>> key("organisations", {"name": "Medair", "country": "CHE"})
    ('medair', 'CHE')
    """
    if table == "persons":
        person = row["wikidata"] or f"{fold(row['name'])}@{row['country']}"
        return (person, row["class"], fold(row["office"]), row["start"], "" if row["start"] else f"{row['end']}{row['sector']}")
    if table == "agents":
        return (fold(row["phrase"]),)
    return (fold(row["name"]), row.get("country", "") if table != "metonyms" else "")
