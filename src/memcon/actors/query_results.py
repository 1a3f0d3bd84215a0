"""Results of Wikidata queries: SPARQL JSON or CSV whose variables have names that are known here -> rows.

Variables are known by their names, without regard to case, underscores and blanks: who (`person`, `item`, `human`, `holder`,
`politician`, `organisation`, `organization`, `org`; an entity's address or id) with `...Label` and `...AltLabel`; `positionLabel`,
`officeLabel` or `roleLabel`; `iso3`, `iso`, `countryCode`, `country` or `countryLabel`; `start`, `startDate`, `startTime` or `from`; `end`,
`endDate`, `endTime` or `to`; `startPrecision`, `endPrecision` (Wikidata's 9 year, 10 month, 11 day).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache

from .given import Given, LeftOut
from .names import fold
from .nouns import Nouns, load_nouns
from .refusals import ActorsFileError
from .row_form import country_code

_WHO = ("person", "item", "human", "holder", "officeholder", "politician", "leader", "minister", "wikidata")
_WHICH = ("organisation", "organization", "org", "group", "company", "party")
_OFFICE = ("positionlabel", "officelabel", "rolelabel", "poslabel", "position", "office", "role")
_COUNTRY = ("iso3", "iso", "iso3166", "iso2", "countrycode", "countryiso3", "alpha3", "country", "countrylabel", "statelabel")
_START = ("start", "startdate", "starttime", "from", "begin")
_END = ("end", "enddate", "endtime", "to", "until")
_KNOWN = frozenset((*_WHO, *_WHICH, *_OFFICE, *_COUNTRY, *_START, *_END, "name", "label"))
_ENTITY = re.compile(r"(?:https?://www\.wikidata\.org/(?:entity|wiki)/)?(Q[1-9][0-9]{0,11})")
_MOMENT = re.compile(r"\+?([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2})(?:T[0-9:.]*(?:Z|[+-][0-9:]+)?)?)?)?")
_YEAR, _MONTH = "9", "10"


def variable(name: str) -> str:
    """A variable's name as it is compared.

    >>> variable("?person_Label")
    'personlabel'
    """
    return "".join(one for one in name.lower() if one.isalnum())


def recognised(names: Iterable[str]) -> bool:
    """Whether variables of those names tell who is meant.

    >>> recognised(["item", "itemLabel"]), recognised(["colour"])
    (True, False)
    """
    known = {variable(one) for one in names}
    return bool(known & {*_WHO, *_WHICH, *(f"{one}label" for one in (*_WHO, *_WHICH))}) and bool(known & (_KNOWN - {"name", "label"}))


def values(name: str, line: int, one: object) -> dict[str, str]:
    """The variables of one binding, in either JSON form, with their values.

    >>> values("x", 1, {"personLabel": {"type": "literal", "value": "Ann Lee"}, "iso3": "IRL"})
    {'personlabel': 'Ann Lee', 'iso3': 'IRL'}
    """
    if not isinstance(one, dict):
        raise ActorsFileError(f"{name}:{line}: no object", "give the JSON that the query service writes")
    found: dict[str, str] = {}
    for key, value in one.items():
        text = value.get("value") if isinstance(value, dict) else value
        if isinstance(text, str) and not (isinstance(value, dict) and value.get("type") == "bnode"):
            found[variable(key)] = text.strip()
        elif isinstance(text, int):
            found[variable(key)] = str(text)
    return found


def query_rows(
    name: str, results: Iterable[tuple[int, Mapping[str, str]]], today: date, seen: str | None, kind: str | None
) -> Iterator[Given | LeftOut]:
    """A row for every result that names somebody.

    `seen` is the last day that the query vouches for; without it an open term is vouched for on its first day alone. An end in the future
    counts as open.

    >>> found = {"person": "http://www.wikidata.org/entity/Q39318", "personlabel": "Naftali Bennett", "start": "2021-06-13T00:00:00Z"}
    >>> (row,) = query_rows("x", [(2, found)], date(2024, 1, 1), None, None)
    >>> row.row["wikidata"], row.row["start"]
    ('Q39318', '2021-06-13')
    """
    checked = False
    for line, result in results:
        if not checked and not recognised(result):
            told = ", ".join(sorted(result))[:200]
            raise ActorsFileError(
                f"{name}:{line}: no variable tells who is meant (there are {told or 'none'})", "name them as person, personLabel, ..."
            )
        checked = True
        yield _row(line, result, today, seen, kind)


def _row(line: int, result: Mapping[str, str], today: date, seen: str | None, kind: str | None) -> Given | LeftOut:
    who = next((one for one in (*_WHO, *_WHICH) if result.get(one) or result.get(f"{one}label")), None)
    if who is None:
        return LeftOut(line, "no person or organisation in the result")
    entity = _ENTITY.fullmatch(result.get(who, ""))
    name = result.get(f"{who}label") or result.get("name") or result.get("label") or ("" if entity else result.get(who, ""))
    if not name or _ENTITY.fullmatch(name):
        return LeftOut(line, "no name, only an id: ask for the label service")
    aliases = next((result[one] for one in (f"{who}altlabel", "altlabel", "aliases", "alias") if result.get(one)), "")
    separator = ";" if ";" in aliases else ", "
    row = {"name": name.replace(";", ","), "aliases": ";".join(one.strip() for one in aliases.split(separator) if one.strip())}
    country = next((code for one in _COUNTRY if result.get(one) and (code := country_code(result[one]))), "")
    table = kind or ("organisations" if who in _WHICH else "persons")
    if table != "persons":
        return Given(line, table, {**row, "country": country})
    told = next((result[one] for one in _OFFICE if result.get(one) and not _ENTITY.fullmatch(result[one])), "")
    held, office, sector, state = office_of(told)
    start = _moment(result, _START, "startprecision")
    end = _moment(result, _END, "endprecision")
    if start is None or end is None:
        return LeftOut(line, "a start or end that is no day since the year 1")
    open_ended = not end or end > today.isoformat()[: len(end)]
    vouched = max(seen or "", start) if open_ended and start else ""
    return Given(
        line, table,
        {**row, "wikidata": entity[1] if entity else "", "country": country or state, "class": held, "office": office, "sector": sector,
         "start": start, "end": "" if open_ended else end, "seen": vouched},
    )  # fmt: skip


def _moment(result: Mapping[str, str], names: Iterable[str], precision: str) -> str | None:
    """The day of the first variable that has one: empty where unknown, None where it cannot be read."""
    told = next((result[one] for one in names if result.get(one)), "")
    if not told or "/.well-known/genid/" in told or told.startswith("_:"):
        return ""
    found = _MOMENT.fullmatch(told)
    if not found:
        return None
    exact = result.get(precision, "")
    parts = [found[1]] if exact == _YEAR else [found[1], found[2]] if exact == _MONTH else [found[1], found[2], found[3]]
    return "-".join(one for one in parts if one)


@cache
def _nouns() -> Nouns:
    return load_nouns()


def office_of(label: str) -> tuple[str, str, str, str]:
    """Class of office, usual name, sector and state of an office's label; class and sector empty where the titles do not tell.

    >>> office_of("Prime Minister of Israel"), office_of("Keeper of the Swans of France")
    (('prime minister', 'prime minister', 'GOV', 'ISR'), ('', 'Keeper of the Swans', '', 'FRA'))
    """
    words = fold(label).split()
    found = _nouns().office(words)
    if found and found[0].kind:
        rest = words[found[1] :]
        if not rest:
            return found[0].kind, found[0].office, found[0].sector or "", ""
        state = country_code(" ".join(rest[1:])) if rest[0] in ("of", "for") else None
        if state:
            return found[0].kind, found[0].office, found[0].sector or "", state
    head, _, tail = label.rpartition(" of ")
    state = country_code(tail) if head else None
    return ("", head, "", state) if state else ("", label, "", "")
