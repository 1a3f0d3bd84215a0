"""`memcon actors import`, `check` and `export`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .files import check_target, write_whole
from .terminal import emit, fail, one_line

if TYPE_CHECKING:
    from memcon.actors.auditing import Audit
    from memcon.actors.importing import Imported

DOUBTFUL = 1
_FIRST = 10
_TITLES = {
    "overlap": "Two holders of one office at a time (more than {tolerance} days)",
    "open": "Terms never closed (last vouched for more than {years} years ago)",
    "collision": "Names that collide on a day",
    "ordinary": "Names that are an ordinary word or a state's name too",
}
_FORMATS = ("auto", "petrarch", "wikidata", "csv", "json")
_WRITTEN = ("tsv", "csv", "json")


def import_(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="The file, plain or in gzip or zip; - is standard input.", show_default=False)
    ],
    form: Annotated[str, typer.Option("--format", metavar="FORMAT", help="auto, petrarch, wikidata, csv or json.")] = "auto",
    kind: Annotated[
        str | None,
        typer.Option(
            metavar="TABLE", help="Table of rows that do not tell theirs: persons, organisations, armed_groups, agents or metonyms."
        ),
    ] = None,
    seen: Annotated[
        str | None, typer.Option(metavar="DATE", help="Last day for which the file vouches for open terms; without it, their first day.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Tell what would be taken; write nothing.")] = False,
    replace: Annotated[bool, typer.Option("--replace", help="Rows of the file take the place of your rows about the same.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print a JSON object.")] = False,
) -> None:
    """Take a file of actors into your own registry, which lies beside memcon's and wins: all of the file or nothing.

    It takes TABARI and PETRARCH dictionaries of actors and agents; Wikidata query results, JSON or CSV, with variables named as person,
    personLabel, positionLabel, iso3, start, end; and CSV, TSV or JSON with our own columns or some of them:

    \b
    persons        name aliases wikidata country class office sector rank start end seen source
    organisations  name aliases kind country sector source
    armed_groups   name aliases country sector governs source
    agents         phrase kind sector weak source
    metonyms       name aliases kind target country sector place source

    Up to 64 MB, packed or unpacked, and 100,000 rows a table. The tables lie in MEMCON_HOME/actors (without MEMCON_HOME, where the system
    keeps a program's data).
    """
    from memcon.actors.importing import import_file
    from memcon.actors.refusals import ActorsFileError
    from memcon.actors.row_form import COLUMNS, RowError, day

    today = date.today()
    if form not in _FORMATS:
        fail(f"--format {form!r} is none", f"choose one of {', '.join(_FORMATS)}")
    if kind is not None and kind not in COLUMNS:
        fail(f"--kind {kind!r} is no table", f"choose one of {', '.join(COLUMNS)}")
    try:
        seen = day("--seen", seen, today) if seen is not None else None
        done = import_file(file, today, form=form, kind=kind, seen=seen, replace=replace, dry_run=dry_run)
    except RowError as error:
        fail(str(error), "write it as 2022-03-05")
    except ActorsFileError as error:
        fail(error.message, error.advice)
    emit(_as_json(file, done, dry_run) if as_json else "".join(f"{line}\n" for line in _report(file, done, dry_run)))


def _as_json(file: Path, done: Imported, dry_run: bool) -> str:
    left_out = [{"reason": reason, "rows": count, "first_lines": done.lines[reason]} for reason, count in done.left_out.most_common()]
    told = {
        "file": str(file), "format": done.format, "dry_run": dry_run, "taken": dict(done.taken), "replaced": dict(+done.replaced),
        "left_out": left_out,
    }  # fmt: skip
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _report(file: Path, done: Imported, dry_run: bool) -> Iterator[str]:
    total = done.taken.total()
    would = "would be taken" if dry_run else "taken"
    yield f"{one_line(file.name)} ({done.format}): {total} row{'' if total == 1 else 's'} {would}."
    for table, count in sorted(done.taken.items()):
        replaced = f", {done.replaced[table]} in place of yours" if done.replaced[table] else ""
        yield f"  {count:7}  {table}{replaced}"
    if done.left_out:
        yield f"Left out: {done.left_out.total()}."
    for reason, count in done.left_out.most_common():
        lines = ", ".join(str(line) for line in done.lines[reason])
        yield f"  {count:7}  {one_line(reason)} (line {lines}{', ...' if count > len(done.lines[reason]) else ''})"


def check(
    own: Annotated[bool, typer.Option("--own", help="Look at your own rows only.")] = False,
    older: Annotated[int, typer.Option(metavar="YEARS", min=0, max=200, help="After how many years an open term counts as forgotten.")] = 3,
    every: Annotated[bool, typer.Option("--all", help="Print every finding, not the first ten of each kind.")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Exit code 1 if anything is found.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print a JSON object with every finding.")] = False,
) -> None:
    """Count the rows by table and source and those that nobody verified, and find what is doubtful.

    That is: two holders of one office of which there is one (heads of state and government, ministers of foreign affairs, defence, finance,
    the interior) for more than 31 days, partial dates read kindly; terms never closed; names and aliases that two bear on one day; names
    that are ordinary words or states' names.
    """
    from memcon.actors.auditing import audit
    from memcon.actors.refusals import ActorsFileError

    try:
        done = audit(date.today(), own_only=own, stale=older)
    except ActorsFileError as error:
        fail(error.message, error.advice)
    if as_json:
        findings = [{"kind": one.kind, "what": one.words, "own": one.own} for one in done.findings]
        told = {"rows": done.rows, "sources": dict(done.sources.most_common()), "unverified": dict(done.unverified), "findings": findings}
        emit(json.dumps(told, ensure_ascii=False, indent=1) + "\n")
    else:
        emit("".join(f"{one_line(line) if line[:1] != ' ' else '  ' + one_line(line)}\n" for line in _checked(done, older, every)))
    if strict and done.findings:
        raise typer.Exit(DOUBTFUL)


def _checked(done: Audit, years: int, every: bool) -> Iterator[str]:
    from memcon.actors.auditing import KINDS, TOLERANCE

    yield "Rows"
    for table, counts in done.rows.items():
        own = f", yours {counts['own']}" if counts["own"] else ""
        yield f"  {table}: memcon's {counts['memcon']}{own}; unverified {done.unverified[table]}"
    yield "Sources (a row may name several)"
    sources = done.sources.most_common()
    yield from (f"  {source}: {count}" for source, count in (sources if every else sources[: 2 * _FIRST]))
    for kind in KINDS:
        found = [one.words for one in done.findings if one.kind == kind]
        yield f"{_TITLES[kind].format(tolerance=TOLERANCE, years=years)}: {len(found)}"
        yield from (f"  {words}" for words in (found if every else found[:_FIRST]))
        if len(found) > _FIRST and not every:
            yield f"  and {len(found) - _FIRST} more: --all or --json lists them"


def export(
    own: Annotated[bool, typer.Option("--own", help="Your own rows only.")] = False,
    form: Annotated[str | None, typer.Option("--format", metavar="FORMAT", help="tsv, csv or json; by OUT's name, else tsv.")] = None,
    table: Annotated[
        list[str] | None, typer.Option(metavar="TABLE", help="This table only (also: states, regions); may stand several times.")
    ] = None,
    out: Annotated[Path | None, typer.Option("-o", "--output", metavar="OUT", help="Write to this file.", show_default=False)] = None,
) -> None:
    """Write all rows of the tables that users may own, with their sources; memcon actors import takes them back."""
    from memcon.actors.listing import OURS, exported
    from memcon.actors.refusals import ActorsFileError
    from memcon.actors.row_form import COLUMNS

    ending = out.suffix.lower().lstrip(".") if out is not None else ""
    form = form or (ending if ending in _WRITTEN else "tsv")
    if form not in _WRITTEN:
        fail(f"--format {form!r} is none", f"choose one of {', '.join(_WRITTEN)}")
    tables: Sequence[str] = list(dict.fromkeys(table)) if table else list(COLUMNS)
    unknown = [one for one in tables if one not in (*COLUMNS, *OURS)]
    if unknown:
        fail(f"--table {unknown[0]!r} is none", f"choose from {', '.join((*COLUMNS, *OURS))}")
    if own and any(one in OURS for one in tables):
        fail("states and regions are memcon's own tables", "leave out --own, or name another table")
    if out is not None:
        check_target(out)
    try:
        text = exported(form, tables, own_only=own)
    except ActorsFileError as error:
        fail(error.message, error.advice)
    if out is None:
        emit(text)
    else:
        write_whole(out, text)
