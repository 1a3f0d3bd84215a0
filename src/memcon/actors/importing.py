"""Taking a file of actors into the user's own registry: all of it or nothing."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from . import keeping
from .delimited import cells, exported, ours, own_table
from .dictionaries import entries
from .dictionary_rows import NO_CODE, dictionary_rows
from .given import Given, LeftOut
from .json_lists import objects
from .opening import Source, opened
from .own import MOST_ROWS, own_rows
from .query_results import query_rows, recognised, values, variable
from .refusals import ActorsFileError
from .row_form import COLUMNS, RowError, checked, key

FORMATS = ("auto", "petrarch", "wikidata", "csv", "json")
# Each takes time linear in the line: the file may be hostile.
_ENTRY = re.compile(
    rb"^[^\[\],\t\n{]*(?:\{[^}\n]*\}[ \t]*)?\[~?[A-Z][A-Z0-9]*~?[ \d<>-]*[\]}]|^[ \t]*\[[A-Z]|^![A-Z_]+![ ]*=", re.MULTILINE
)
_VERBS = re.compile(rb"^---[ \t]+[A-Z_ ]+\[|^- [^*\n]*\*[^\[\n]*\[|^<ISSUE", re.MULTILINE)
_LISTING = re.compile(rb'^\s*(?:\{\s*"|\[\s*(?:\{|\]))')
_EXPORT = re.compile(rb'^\s*\[\s*\{\s*"table"')
_GENERATED = re.compile(rb"Generated at: \w{3} (\w{3}) +(\d+) [\d:]+ (\d{4})")
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_EXAMPLES = 5
_HEADING = 4_000


@dataclass(slots=True)
class Imported:
    """What an import did: rows taken and replaced by table, and why others were left out, with the first lines of each reason."""

    format: str
    taken: Counter[str] = field(default_factory=Counter)
    replaced: Counter[str] = field(default_factory=Counter)
    left_out: Counter[str] = field(default_factory=Counter)
    lines: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    def leave_out(self, line: int, reason: str) -> None:
        """Count an entry left out."""
        self.left_out[reason] += 1
        if len(self.lines[reason]) < _EXAMPLES:
            self.lines[reason].append(line)


def import_file(
    path: Path,
    today: date,
    *,
    form: str = "auto",
    kind: str | None = None,
    seen: str | None = None,
    replace: bool = False,
    dry_run: bool = False,
) -> Imported:
    """Take the rows of a file into the user's own tables; ActorsFileError, with nothing changed, if the file cannot be taken.

    `kind` is the table for rows that do not tell theirs; `seen` the last day for which the file vouches for open terms; `replace` lets
    rows of the file take the place of the user's rows about the same; `dry_run` writes nothing.

    >>> import_file(Path("none.csv"), date(2024, 1, 1))
    Traceback (most recent call last):
    memcon.actors.refusals.ActorsFileError: there is no file none.csv: check the name
    """
    with ExitStack() as held:
        source = opened(path, held)
        form = form if form != "auto" else form_of(source)
        done = Imported(form)
        tables = _gathered(source.name, _given(source, form, Path(source.name).name, today, seen, kind), done, today)
    unread = done.left_out[NO_CODE]
    if unread > sum(len(rows) for rows in tables.values()):
        what = f"{source.name}:{done.lines[NO_CODE][0]}: not a dictionary: {unread} entries have no code, more than have one"
        raise ActorsFileError(what, "give a dictionary, a query result or a table; nothing was changed")
    if not tables:
        told = "; ".join(f"{reason} ({count})" for reason, count in done.left_out.most_common(3))
        raise ActorsFileError(
            f"{source.name}: no row to take{f': {told}' if told else ''}", "give a dictionary of actors, a query result or a table"
        )
    if dry_run:
        _merged(source.name, tables, done, replace=replace)
        return done
    with keeping.alone():
        changed = _merged(source.name, tables, done, replace=replace)
        if changed:
            keeping.keep(changed)
    return done


def form_of(source: Source) -> str:
    """The form of a file, by how it begins."""
    head = source.head.removeprefix(b"\xef\xbb\xbf")
    if _LISTING.match(head):
        return "json" if _EXPORT.match(head) else "wikidata"
    lines = [line for line in head.split(b"\n") if line.strip() and not line.startswith(b"#")]
    first = lines[0].decode("utf-8", "replace") if lines else ""
    if first and ours(first):
        return "csv"
    if _VERBS.search(head):
        raise ActorsFileError(f"{source.name} is a dictionary of verbs or issues", "give one of actors or agents")
    if _ENTRY.search(head):
        return "petrarch"
    return "wikidata" if recognised(first.replace("\t", ",").split(",")) else "csv"


def _given(source: Source, form: str, file: str, today: date, seen: str | None, kind: str | None) -> Iterator[Given | LeftOut]:
    """The rows of a file in that form, each with its source."""
    head = source.head
    if form == "petrarch":
        vouched = seen or _generated(head, today)
        plover = b"PLOVER" in head[:_HEADING]
        yield from dictionary_rows(entries(source.lines()), f"petrarch: {file}", today, vouched, kind, plover)
        return
    if form == "wikidata":
        for one in query_rows(source.name, _results(source), today, seen, kind):
            if isinstance(one, Given):
                one.row["source"] = f"wikidata: {file}"
            yield one
        return
    read = (
        exported(source.name, objects(source.name, source.chunks()))
        if form == "json"
        else own_table(source.name, source.text_lines(), kind)
    )
    for given in read:
        given.row["source"] = given.row.get("source", "").strip() or f"own: {file}"
        yield given


def _results(source: Source) -> Iterator[tuple[int, dict[str, str]]]:
    if _LISTING.match(source.head.removeprefix(b"\xef\xbb\xbf")):
        for line, one in objects(source.name, source.chunks()):
            yield line, values(source.name, line, one)
        return
    rows = cells(source.name, source.text_lines())
    _, header = next(rows)
    names = [variable(one) for one in header]
    for line, row in rows:
        yield line, {name: cell.strip() for name, cell in zip(names, row, strict=True)}


def _generated(head: bytes, today: date) -> str | None:
    """The day on which a dictionary says it was made."""
    found = _GENERATED.search(head)
    if not found or found[1].decode() not in _MONTHS:
        return None
    day = f"{found[3].decode()}-{_MONTHS.index(found[1].decode()) + 1:02}-{int(found[2]):02}"
    return min(day, today.isoformat())


def _gathered(
    name: str, given: Iterable[Given | LeftOut], done: Imported, today: date
) -> dict[str, dict[tuple[str, ...], tuple[int, dict[str, str]]]]:
    """The rows by table and key, checked; rows about the same fall together or refuse the file."""
    tables: dict[str, dict[tuple[str, ...], tuple[int, dict[str, str]]]] = defaultdict(dict)
    bearers: dict[str, tuple[int, dict[str, str]]] = {}
    for one in given:
        if isinstance(one, LeftOut):
            done.leave_out(one.line, one.reason)
            continue
        try:
            row = checked(one.table, one.row, today)
        except RowError as error:
            if one.exact:
                raise ActorsFileError(f"{name}:{one.line}: {error}", "mend the line; nothing was changed") from error
            done.leave_out(one.line, f"{re.split(' is | has | holds | [(]', str(error))[0]}: what no table holds")
            continue
        same = key(one.table, row)
        known = tables[one.table].get(same)
        if known is None:
            if one.exact and row.get("wikidata"):
                _check_bearer(name, one.line, row, bearers)
            tables[one.table][same] = (one.line, row)
            if len(tables[one.table]) > MOST_ROWS:
                raise ActorsFileError(f"{name} has more than {MOST_ROWS} rows for {one.table}", "split it; nothing was changed")
        elif known[1] == row:
            done.leave_out(one.line, "the same row again")
        elif one.exact:
            raise ActorsFileError(
                f"{name}:{one.line}: the same as line {known[0]}, with other values", "keep one of the two; nothing was changed"
            )
        else:
            _join(known[1], row)
            done.leave_out(one.line, "the same thing again: its names were added to the first")
    return {table: rows for table, rows in tables.items() if rows}


def _check_bearer(name: str, line: int, row: dict[str, str], bearers: dict[str, tuple[int, dict[str, str]]]) -> None:
    """One Wikidata id is one person: a second name for it must stand among the aliases."""
    at, first = bearers.setdefault(row["wikidata"], (line, row))
    if row["name"] != first["name"] and row["name"] not in first["aliases"].split(";") and first["name"] not in row["aliases"].split(";"):
        raise ActorsFileError(
            f"{name}:{line}: {row['wikidata']} is {row['name']!r} here and {first['name']!r} in line {at}",
            "give one id one name, and put other spellings under aliases; nothing was changed",
        )


def _join(first: dict[str, str], second: dict[str, str]) -> None:
    if "aliases" in first:
        names = [*first["aliases"].split(";"), second["name"], *second["aliases"].split(";")]
        joined = ";".join(dict.fromkeys(one for one in names if one and one != first["name"]))
        first["aliases"] = joined if len(joined) <= 4000 else first["aliases"]


def _merged(
    name: str, tables: dict[str, dict[tuple[str, ...], tuple[int, dict[str, str]]]], done: Imported, *, replace: bool
) -> dict[str, list[dict[str, str]]]:
    """The user's tables with the new rows in them; a row about the same with other values needs `replace`."""
    changed: dict[str, list[dict[str, str]]] = {}
    for table in COLUMNS:
        if table not in tables:
            continue
        kept = {key(table, row): row for row in own_rows(table)}
        new = False
        for same, (line, row) in tables[table].items():
            before = kept.get(same)
            if before == row:
                done.leave_out(line, "already in your registry")
                continue
            if before is not None and not replace:
                raise ActorsFileError(
                    f"{name}:{line}: your registry has this ({row.get('name') or row['phrase']}) with other values",
                    "--replace puts the new row in its place; nothing was changed",
                )
            done.taken[table] += 1
            done.replaced[table] += before is not None
            kept[same], new = row, True
        if len(kept) > MOST_ROWS:
            raise ActorsFileError(f"{name}: your table {table} would hold more than {MOST_ROWS} rows", "import less; nothing was changed")
        if new:
            changed[table] = list(kept.values())
    return changed
