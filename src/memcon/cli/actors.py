"""`memcon actors find` and `show`; the commands that read and write tables are in `actor_tables`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from . import actor_tables
from .terminal import emit, fail, one_line, warn

if TYPE_CHECKING:
    from memcon.actors import Identity
    from memcon.actors.listing import Row

NOT_FOUND = 1
_LONGEST = 200
_MOST_OTHERS = 10
_PRECISE = {4: "year", 7: "month", 10: "day"}
_SHOWN = ("aliases", "status", "adjectives", "nouns", "capital", "capital_aliases", "place", "target", "governs", "polity")
_HOW = {
    "person.name": "the whole name", "person.title_name": "title and whole name", "person.title_surname": "title and surname",
    "person.surname": "the surname alone", "person.surname_of_leader": "the surname alone, of a leader of about that time",
    "person.surname_undated": "the surname alone, no day given", "person.former_title_surname": "former title and surname",
    "person.bearer": "bears the name", "office.holder": "who held the office on that day", "office.leader": "who led the state on that day",
    "state.name": "the state's name", "state.demonym": "the word for the state's people", "people.name": "the people's name",
    "region.name": "a region's name", "metonym.capital": "the capital stands for the state", "metonym.table": "the place stands for it",
    "organisation.name": "name or alias", "armed_group.name": "name or alias", "group.name": "name or alias",
    "armed_group.members": "members stand for the group", "words.agent": "what the words themselves tell",
    "words.title": "what the words themselves tell", "term.open": "in office when last vouched for, before that day",
    "unverified": "no document was checked", "context": "chosen by what else the report names", "name": "with the report's full name",
    "words": "with words of the mention", "focus": "state taken from --country", "governs": "governed the state then",
}  # fmt: skip

app = typer.Typer(
    name="actors",
    help="Ask the registry of persons, states and organisations, and keep your own beside it.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def find(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A mention as in a report: 'Prime Minister Bennett'.", show_default=False)],
    at: Annotated[str | None, typer.Option(metavar="DATE", help="The day it is about: 2022-03-05, 2022-03 or 2022.")] = None,
    country: Annotated[str | None, typer.Option(metavar="STATE", help="State in focus where the mention names none: ISR, Israel.")] = None,
    context: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="A name or ISO code met elsewhere in the report; may stand several times.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print a JSON object.")] = False,
) -> None:
    """Tell who a mention is on a day: office held, state, sector, how sure, by which rule, and who else it may be.

    Exit code 1 if the registry knows nobody of that name, or cannot choose.
    """
    from memcon.actors import registry
    from memcon.actors.row_form import country_code
    from memcon.actors.terms import identify

    mention = _mention(name)
    day = _day(at)
    state = country_code(country) if country else None
    if country and state is None:
        fail(f"{country!r} is no state", "give an ISO code or a name, as ISR or Israel")
    hints = frozenset(context or ())
    chosen = registry().resolve(mention, day, state, hints)
    candidates = registry().candidates(mention, day, state, hints)
    if not candidates and not mention.isascii():  # a script without capitals: no word of it looks like a name
        candidates = [identify(one, day, "person.name", 0.9) for one in registry().people.named(mention)]
        chosen = candidates[0] if len(candidates) == 1 else None
    known = chosen is not None and not chosen.how.startswith("words.title")
    if as_json:
        others = [asdict(one) for one in candidates if one != chosen]
        told = {"mention": mention, "at": day, "known": known, "identity": asdict(chosen) if chosen else None, "others": others}
        emit(json.dumps(told, ensure_ascii=False, indent=1) + "\n")
    else:
        emit("\n".join(_found(mention, at, chosen, candidates, known)) + "\n")
    if not known:
        raise typer.Exit(NOT_FOUND)


def _mention(name: str) -> str:
    mention = " ".join(name.split())
    if not any(one.isalnum() for one in mention):
        fail("there is no name to find" if not mention else f"{one_line(mention)!r} is no name", "give a name with a letter in it")
    if len(mention) > _LONGEST:
        fail(f"a name of {len(mention)} characters", f"give at most {_LONGEST}: the mention alone, not the sentence")
    return mention


def _day(at: str | None) -> str | None:
    """The day asked for; coarser dates stay as they are."""
    from memcon.actors.row_form import EARLIEST, RowError, day

    if at is None:
        return None
    try:
        day("--at", at, date.max)
    except RowError:
        if at[:4].isdigit() and "1000" <= at[:4] < str(EARLIEST):
            fail(f"{at!r} is before {EARLIEST}", f"the registry begins with {EARLIEST}")
        fail(f"{at!r} is not a date from {EARLIEST} on", "write it as 2022-03-05, 2022-03 or 2022")
    if at > date.today().isoformat():
        warn(f"{at} is in the future: the registry tells only who was in office when last vouched for")
    return at


def _found(mention: str, at: str | None, chosen: Identity | None, candidates: Sequence[Identity], known: bool) -> Iterator[str]:
    day = f" {'on' if len(at) == 10 else 'in'} {at}" if at else ""
    others = [one for one in candidates if one != chosen]
    if chosen is not None and known:
        yield _headline(chosen)
        yield from _fields(chosen)
    elif chosen is not None:
        told = ", ".join(one for one in (chosen.kind, chosen.office, chosen.country, chosen.sector) if one)
        yield f"Nobody named {one_line(chosen.name)} is known{day}; the words themselves tell: {one_line(told)}."
    elif others:
        bear = f"{len(others)} bear the name" if len(others) > 1 else "one bears the name, but it may be another"
        yield f"Who is meant by {one_line(mention)}{day} cannot be told: {bear}."
    else:
        yield f"Nothing is known of {one_line(mention)}{day}."
    if others:
        yield "" if chosen is None else "\nIt may also be"
        for one in others[:_MOST_OTHERS]:
            yield f"  {one.score:.2f}  {_headline(one)}  {one_line(one.id)}"
        if len(others) > _MOST_OTHERS:
            yield f"  and {len(others) - _MOST_OTHERS} more: --json lists them"


def _headline(one: Identity) -> str:
    return one_line(", ".join(part for part in (one.name, one.office, one.country) if part))


def _fields(one: Identity) -> Iterator[str]:
    how = "; ".join(_HOW.get(part, part) for part in one.how.split("+"))
    pairs = (
        ("id", one.id), ("kind", one.kind), ("office", one.office), ("country", one.country), ("sector", one.sector),
        ("score", f"{one.score:.2f}"), ("how", f"{how} ({one.how})"),
    )  # fmt: skip
    yield from (f"  {label:8} {one_line(value)}" for label, value in pairs if value)


def show(
    number: Annotated[
        str, typer.Argument(metavar="ID", help="An id as find gives it (wd:Q39318, org:hamas, state:ISR), or Q39318.", show_default=False)
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Print a JSON object.")] = False,
) -> None:
    """Show all that is known of a person, state or organisation: names, terms with their days, and the source of every row.

    Exit code 1 if the registry has no such id.
    """
    from memcon.actors.listing import about

    wanted = number.strip()
    if not wanted or len(wanted) > _LONGEST:
        fail("there is no id to show" if not wanted else "no id is that long", "give an id as memcon actors find prints it")
    rows = about(wanted)
    if not rows:
        hint = "ids of groups and of unknown names are made from a report's words" if wanted.startswith(("group:", "name:")) else ""
        warn(f"the registry has no {one_line(wanted)!r}")
        typer.echo(f"  {hint or 'memcon actors find NAME gives the ids'}", err=True)
        raise typer.Exit(NOT_FOUND)
    emit(_as_json(wanted, rows) if as_json else "\n".join(_shown(wanted, rows)) + "\n")


def _as_json(wanted: str, rows: Sequence[Row]) -> str:
    told = [{"table": row.table, "own": row.own, **({"line": row.line} if row.own else {}), **row.cells} for row in rows]
    return json.dumps({"id": wanted, "name": rows[0].name, "rows": told}, ensure_ascii=False, indent=1) + "\n"


def _shown(wanted: str, rows: Sequence[Row]) -> Iterator[str]:
    yield f"{one_line(rows[0].name)}  {one_line(wanted)}"
    terms = [row for row in rows if row.table == "persons"]
    names = dict.fromkeys(one for row in terms for one in (row.name, *row.cells["aliases"].split(";")) if one and one != rows[0].name)
    if names:
        yield f"  also     {one_line('; '.join(names))}"
    for row in sorted(terms, key=lambda one: (one.cells["start"], one.cells["end"])):
        yield from _term(row)
    for row in rows:
        if row.table != "persons":
            yield from _entry(row)


def _term(row: Row) -> Iterator[str]:
    cells = row.cells
    end = cells["end"] or (f"open, vouched for until {cells['seen']}" if cells["seen"] else "open")
    days = f"{cells['start']} to {end}" if cells["start"] else f"until {end}" if cells["end"] else "undated"
    what = ", ".join(one for one in (cells["office"] or cells["class"], cells["country"], cells["sector"]) if one)
    exact = ", ".join(f"{column} to the {_PRECISE[len(cells[column])]}" for column in ("start", "end") if cells[column])
    yield f"  {one_line(what) or 'no office told'}"
    yield f"           {one_line(days)}{f' ({exact})' if exact else ''}"
    yield f"           source {_source(row)}"


def _entry(row: Row) -> Iterator[str]:
    cells = row.cells
    what = ", ".join(one for one in (cells.get("kind"), cells.get("country") or cells.get("iso3"), cells.get("sector")) if one)
    yield f"  {row.table.replace('_', ' ')}: {one_line(row.name)}{f' ({one_line(what)})' if what else ''}"
    for column in _SHOWN:
        if cells.get(column):
            yield f"           {column.replace('_', ' ')}: {one_line(cells[column].replace(';', '; '))}"
    yield f"           source {_source(row)}"


def _source(row: Row) -> str:
    return one_line(row.cells["source"]) + (f" (yours, {row.table}.tsv:{row.line})" if row.own else "")


app.command("find", short_help="Tell who a mention is on a day.")(find)
app.command("show", short_help="Show all that is known of one actor.")(show)
app.command("import", short_help="Take a file of actors into your own registry.")(actor_tables.import_)
app.command("check", short_help="Find what is doubtful in the tables.")(actor_tables.check)
app.command("export", short_help="Write out the tables, with sources.")(actor_tables.export)
