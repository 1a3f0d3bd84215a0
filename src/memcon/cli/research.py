"""`memcon aggregate`, `sample` and `evaluate`: what researchers make of a record, and how they check it."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .files import check_target, write_whole
from .queries import QueryArgument, query_of
from .stores import DEFAULT, DbOption, opened
from .terminal import counted, emit, fail, warn

if TYPE_CHECKING:
    from memcon.analysis import Score

OutOption = Annotated[Path | None, typer.Option("-o", "--output", metavar="OUT", help="Write to this file.", show_default=False)]
TargetOption = Annotated[Path, typer.Option("-o", "--output", metavar="OUT", help="The file to write.", show_default=False)]
SeedOption = Annotated[int, typer.Option(help="Another number draws otherwise; the same one draws the same.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON; also where OUT ends in .json.")]


_MOSTLY, _MANY_ROWS = 0.95, 1_000


def aggregate(
    query: QueryArgument = None,
    by: Annotated[
        str, typer.Option(metavar="FIELDS", help="Any of dyad, actor, recipient, country, type, status, and one of day, week, month, year.")
    ] = "dyad,month",
    since: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help="First day of the window (2022-03-05, 2022-03, 2022).")
    ] = None,
    until: Annotated[str | None, typer.Option("--to", metavar="DATE", help="Last day of the window, likewise.")] = None,
    states: Annotated[bool, typer.Option("--states", help="Let states alone be actors, recipients and sides of dyads.")] = False,
    out: OutOption = None,
    as_json: JsonOption = False,
    db: DbOption = DEFAULT,
) -> None:
    """Count events of a store: a panel with a row for every group and period, as CSV or JSON.

    Each row counts events by type, quad class and status, sums their Goldstein values and PLOVER scores, and gives the number of reports
    of the period. Periods without an event have a row too; events without a day have one of their own, undated. States have their
    numbers in Correlates of War (cow) and Gleditsch and Ward (gw).
    """
    from memcon import analysis
    from memcon.store import QueryError

    if out is not None:
        check_target(out)
    window = (_days(since, "--from")[0], _days(until, "--to")[1])
    with opened(db) as store:
        try:
            found = store.events(query_of(query))
            panel = analysis.aggregate(found, _listed(by), analysis.reports_of(store), *window, states=states)
        except (QueryError, analysis.AggregateError) as error:
            fail(str(error), "see memcon aggregate --help and memcon find --help")
    if as_json or (out is not None and out.suffix == ".json"):
        lines = [json.dumps(one, ensure_ascii=False) for one in panel.records()]
        _put(out, "[\n" + ",\n".join(lines) + "\n]\n" if lines else "[]\n")
    else:
        _put(out, _csv(panel.columns, panel.rows))
    if out is not None:
        left = f"; {panel.outside} outside the window" if panel.outside else ""
        emit(f"{counted(panel.events, 'event')} in {counted(len(panel.rows), 'row')}{left}.\n")
    empty = sum(not row[panel.columns.index("events")] for row in panel.rows)
    if since is None and empty > _MOSTLY * len(panel.rows) > _MANY_ROWS:
        warn(f"{empty} rows are of periods without an event, from the earliest that any report speaks of; --from narrows that")


def sample(
    query: QueryArgument = None,
    size: Annotated[int, typer.Option("-n", "--size", min=1, help="How many events; at least one of each stratum is drawn.")] = 100,
    by: Annotated[str, typer.Option(metavar="FIELDS", help="Strata: any of type, status, country, year.")] = "type,status",
    seed: SeedOption = 0,
    out: OutOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line; also where OUT ends in .jsonl.")] = False,
    db: DbOption = DEFAULT,
) -> None:
    """Draw events of a store for checking by hand: what is recorded, the words, and empty columns for the checker, as CSV or JSONL.

    A row's weight is the number of events of its stratum that it stands for.
    """
    from memcon import analysis
    from memcon.analysis.sampling import COLUMNS
    from memcon.store import QueryError

    if out is not None:
        check_target(out)
    with opened(db) as store:
        try:
            drawn = analysis.sample(store.events(query_of(query)), size, _listed(by), seed)
        except (QueryError, analysis.SampleError) as error:
            fail(str(error), "see memcon sample --help and memcon find --help")
    rows = [one.row() for one in drawn]
    if as_json or (out is not None and out.suffix in (".jsonl", ".json")):
        _put(out, "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows))
    else:
        _put(out, _csv(COLUMNS, [[row[name] for name in COLUMNS] for row in rows]))
    strata = len({one.stratum for one in drawn})
    if len(drawn) > size:
        warn(f"{len(drawn)} events were drawn, not {size}: there are {strata} strata, and each gives one")
    if out is not None:
        emit(f"{counted(len(drawn), 'event')} of {counted(strata, 'stratum', 'strata')}.\n")


def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="A folder of annotations NAME.json with their texts.", show_default=False)],
    predicted: Annotated[
        Path,
        typer.Argument(metavar="PREDICTED", help="A folder of records NAME.json, or of a second coder's annotations.", show_default=False),
    ],
    draws: Annotated[int, typer.Option(min=1, help="How often the reports are drawn anew for the intervals.")] = 1000,
    seed: SeedOption = 0,
    each: Annotated[bool, typer.Option("--each", help="A line for each report, too.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Score records against annotations: precision, recall and F1 with 95 % intervals; or tell how far two coders agree.

    found: the event is there; typed: with its type; who-whom: and its actors and recipients; record: and status, day, country and
    sources. fields: share of paired events with the field right. stated: F1 over stated values alone. kappa: Cohen's, over paired events.
    """
    from memcon import analysis

    for folder in (gold, predicted):
        if not folder.is_dir():
            fail(f"{folder} is no folder", "name a folder of annotations and one of records")
    try:
        score = analysis.evaluate(gold, predicted, draws, seed)
    except analysis.AnnotationError as error:
        fail(str(error), "mend the file, or take it out of the folder")
    if not score.reports:
        fail(f"{gold} holds no annotations", "an annotation is NAME.json with report.text_file and events, as in examples/")
    if score.missing:
        warn(f"nothing in {predicted} for {', '.join(score.missing)}: counted as nothing found")
    if as_json:
        emit(json.dumps(score.as_object(), ensure_ascii=False, indent=1) + "\n")
    else:
        emit("\n".join(_scored(score, each)) + "\n")


def _scored(score: Score, each: bool) -> Iterator[str]:
    from memcon.analysis.scoring import LEVELS

    def told(part: str, name: str, short: str = "") -> str:
        value, interval = score.figures[part, name], score.intervals[part, name]
        span = f" [{interval[0]:.3f} {interval[1]:.3f}]" if interval else ""
        return f"{short or name} {'–' if value is None else f'{value:.3f}'}{span}"

    both = ("first coder", "second coder") if score.second_coder else ("annotated", "predicted")
    counts = score.events
    yield f"{len(score.reports)} reports: {counts['gold']} events {both[0]}, {counts['predicted']} {both[1]}, {counts['pairs']} paired"
    if score.second_coder:
        yield "F1 is the agreement of the two coders."
    for level in LEVELS:
        yield f"{level:9} {told(level, 'precision', 'P')}  {told(level, 'recall', 'R')}  {told(level, 'f1', 'F1')}"
    for part in ("fields", "stated", "kappa"):
        yield part
        yield from (f"  {told(part, name)}" for one, name in score.figures if one == part)
    if any(score.intervals.values()):
        yield "In brackets: 95 % intervals, bootstrap over reports."
    if each:
        yield from (
            f"{name}: {'  '.join(f'{level} {value:.2f}' for level, value in levels.items())}" for name, levels in score.reports.items()
        )


def _listed(names: str) -> list[str]:
    return [name.strip().lower() for name in names.split(",") if name.strip()]


def _days(text: str | None, option: str) -> tuple[date | None, date | None]:
    from memcon.times import interval

    if text is None:
        return None, None
    try:
        days = interval(text)
    except ValueError:
        days = None
    if days is None or "/" in text or days.first is None or days.last is None:
        fail(f"{option} {text}: a day is wanted", "as 2022-03-05, 2022-03 or 2022")
    return days.first, days.last


def _csv(columns: Sequence[str], rows: Sequence[Sequence[str | int | float | None]]) -> str:
    from memcon.exports.delimited import write_csv

    out = io.BytesIO()
    write_csv(out, columns, rows)
    return out.getvalue().decode("utf-8")


def _put(out: Path | None, text: str) -> None:
    if out is None:
        emit(text)
    else:
        write_whole(out, text)
