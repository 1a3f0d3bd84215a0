"""`memcon places find`, `memcon places import`, `memcon places remove`."""

from __future__ import annotations

import io
import json
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .terminal import emit, fail, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from memcon.places.dumps import Progress
    from memcon.places.place import Candidate

app = typer.Typer(
    name="places",
    help="Look up places, and import GeoNames dumps.",
    no_args_is_help=True,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
NOT_KNOWN = 1
SHOWN = 15
_WHY = {
    "country": "country in focus", "neighbours": "near the places named with it", "only": "the only one",
    "demonym": "adjective or word for people", "sound": "sounds alike", "area": "part of the name", "direction": "part of a place",
    "comma": "lies in the place behind the comma", "elsewhere": "not in the place behind the comma", "held": "who holds it",
    "office": "the city of the office",
}  # fmt: skip


@app.command("find", short_help="Tell which place a name means.")
def find(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name as a report has it.", show_default=False)],
    near: Annotated[
        list[str] | None,
        typer.Option("--near", metavar="COUNTRY", help="A country of the report, the first the most important; may be repeated."),
    ] = None,
    beside: Annotated[
        list[str] | None, typer.Option("--with", metavar="PLACE", help="Another place that the report names; may be repeated.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print all candidates as a JSON list.")] = False,
) -> None:
    """Tell which place a name means in a report, and which others go by it: the chosen one first.

    The exit code is 1 if no place of that name is known.
    """
    from memcon.places import gazetteer

    found = gazetteer().ranked(name, [_country(one) for one in near or ()], beside or ())
    if as_json:
        emit(json.dumps(rows(found), ensure_ascii=False, indent=1) + "\n")
        if not found:
            raise typer.Exit(NOT_KNOWN)
        return
    if not found:
        shown = one_line(name)
        quoted = f'"{shown if len(shown) <= 60 else shown[:59] + "…"}"' if shown else "an empty name"
        fail(
            f"no place is known by {quoted}",
            "try another spelling, with capitals and in Latin letters; memcon places import adds GeoNames' full list",
            NOT_KNOWN,
        )
    emit(table(found))


def rows(found: Sequence[tuple[Candidate, str, float]]) -> list[dict[str, str | int | float | bool | None]]:
    """One object a candidate, as `--json` prints them, the chosen one first.

    >>> from memcon.places import gazetteer
    >>> [(row["name"], row["country"], row["chosen"]) for row in rows(gazetteer().ranked("Tripoli", ["LBN"]))][:2]
    [('Tripoli', 'LBN', True), ('Tripoli', 'LBY', False)]
    """
    return [
        {
            "name": c.name, "place": c.place, "kind": c.kind, "country": c.country, "region": c.region or None, "lat": c.lat, "lon": c.lon,
            "geonames": c.geonames, "population": c.population, "score": round(score, 3), "why": _why(c, why, len(found) == 1),
            "note": c.note or None, "chosen": at == 0,
        }
        for at, (c, why, score) in enumerate(found)
    ]  # fmt: skip


def table(found: Sequence[tuple[Candidate, str, float]]) -> str:
    """The candidates as lines of columns, the chosen one marked with an asterisk; notes below.

    >>> from memcon.places import gazetteer
    >>> print(table(gazetteer().ranked("Kremlin")), end="")
       name     kind      country  in      lat, lon        GeoNames  people  score  why
    *  Kremlin  landmark  RUS      Moscow  55.752, 37.617  –         –       1.00   table seats
    """
    lines: list[tuple[str, ...]] = [("", "name", "kind", "country", "in", "lat, lon", "GeoNames", "people", "score", "why")]
    for at, row in enumerate(rows(found)[:SHOWN]):
        point = "–" if row["lat"] is None else f"{row['lat']:.3f}, {row['lon']:.3f}"
        inside = row["region"] if row["place"] in (None, row["name"]) else row["place"]
        people = f"{row['population']:,}" if row["population"] else "–"
        cells = (row["name"], row["kind"], row["country"] or "–", inside or "–", point, row["geonames"] or "–", people)
        lines.append(("*" if at == 0 else "", *(one_line(str(cell)) for cell in cells), f"{row['score']:.2f}", str(row["why"])))
    from rich.cells import cell_len

    widths = [max(cell_len(line[column]) for line in lines) for column in range(len(lines[0]))]
    out = io.StringIO()
    for line in lines:
        out.write("  ".join(cell + " " * (width - cell_len(cell)) for cell, width in zip(line, widths, strict=True)).rstrip() + "\n")
    if len(found) > SHOWN:
        out.write(f"... and {len(found) - SHOWN} more: --json lists all\n")
    if found[0][0].note:
        out.write(f"{one_line(found[0][0].note)}\n")
    return out.getvalue()


def _why(candidate: Candidate, why: str, only: bool = False) -> str:
    form, *context = why.split("+")
    reasons = [f"table {candidate.table}"] if candidate.table else ["another of its names"] if candidate.match == "other" else []
    reasons += [_WHY.get(part, part) for part in form.split(":")[1:]]
    reasons += [_WHY[part] for part in context]
    if only and not reasons:
        return _WHY["only"]
    return ", ".join(reasons) or "by population"


def _country(name: str) -> str:
    from memcon.places import gazetteer
    from memcon.places.tables import iso3

    code = name.strip().upper()
    if code in iso3():
        return iso3()[code]
    if code in iso3().values():
        return code
    named = next((place.country for place in gazetteer().candidates(name) if place.kind == "country" and place.country), None)
    if named is None:
        fail(f'"{name[:60]}" is no country', "give a country's name or its ISO code, as in Syria, SYR or SY")
    return named


@app.command("import", short_help="Import GeoNames dumps beside the places that memcon brings.")
def import_(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE...", help="allCountries.zip, the zip of a country, cities500.zip, or the text in one.", show_default=False
        ),
    ],
    least: Annotated[
        int, typer.Option("--min-population", min=0, metavar="N", help="Leave out settlements of fewer inhabitants.", show_default=False)
    ] = 0,
    countries: Annotated[
        list[str] | None, typer.Option("--country", metavar="COUNTRY", help="Keep places of this country only; may be repeated.")
    ] = None,
) -> None:
    """Import GeoNames dumps: their places are found beside those that memcon brings, in every command.

    What was imported before is replaced. A bad file changes nothing.
    """
    from memcon.places.dumps import PlacesFileError
    from memcon.places.importing import import_dumps

    chosen = [_country(one) for one in countries or ()]
    try:
        with _progress() as progress:
            done = import_dumps(files, least=least, countries=chosen, progress=progress)
    except PlacesFileError as error:
        fail(error.message, error.advice)
    twice = f", {done.duplicates:,} that came twice skipped" if done.duplicates else ""
    emit(f"{done.kept:,} places imported, {done.left_out:,} left out{twice}: {one_line(str(done.path))}, {done.size / 1e6:,.1f} MB\n")


@contextmanager
def _progress() -> Iterator[Progress | None]:
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress as Bar

    with Bar(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


@app.command("remove", short_help="Remove what was imported.")
def remove() -> None:
    """Remove the imported places; those that memcon brings stay."""
    from memcon.places.importing import remove_imported
    from memcon.places.own import own_file

    try:
        removed = remove_imported()
    except OSError as error:
        fail(f"{own_file()} cannot be removed ({error.strerror or error})", "remove it by hand")
    emit("the imported places are removed\n" if removed else "no places were imported\n")
