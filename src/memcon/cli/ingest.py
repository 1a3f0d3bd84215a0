"""`memcon ingest`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from .reports import ModelOption, PublishedOption
from .stores import DEFAULT, DbOption, jobs_by_default, opened
from .terminal import counted, emit, fail, one_line, warn

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from memcon.store.ingest import Tally

FAILED_SOME = 1


def ingest(
    sources: Annotated[
        list[str], typer.Argument(metavar="PATH...", help="Files, folders, patterns, tables (JSONL, CSV, Parquet), records, or -.")
    ],
    db: DbOption = DEFAULT,
    published: PublishedOption = None,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="Who published inputs that do not say.")] = None,
    column: Annotated[
        list[str] | None,
        typer.Option(metavar="FIELD=NAME", help="Which column of a table holds text, id, title, published, outlet or url."),
    ] = None,
    jobs: Annotated[int, typer.Option(min=0, help="Processes that read.", show_default="one a core, at most four")] = 0,
    seconds: Annotated[float, typer.Option(min=1, help="How long one report may take.")] = 120,
    memory: Annotated[
        int | None, typer.Option(min=512, metavar="MB", help="How much memory reading one report may take.", show_default="4096")
    ] = None,
    retry_failed: Annotated[bool, typer.Option("--retry-failed", help="Try inputs again that failed before.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be read.")] = False,
    verbose: Annotated[bool, typer.Option("-v", "--verbose", help="Name each file left aside and each report without a day.")] = False,
    model: ModelOption = None,
) -> None:
    """Read many reports into a store. What is there already is let be, so a run that was cut off can be started again.

    Files of a folder that are of no kind that memcon reads are left aside, and it is said how many. The same text from the same outlet on
    the same day is read once. Exit code 1 if inputs failed; they are listed with reasons.
    """
    from memcon.intake import IntakeError
    from memcon.intake.inputs import items, obstacle
    from memcon.intake.published import published_date

    columns = columns_of(column or [])
    try:
        day = published_date(published)
    except IntakeError as error:
        fail(error.message, error.advice)
    aside: list[Path] = []
    if dry_run:
        unread = [(item.name, obstacle(item)) for item in items(sources, columns, aside=aside.append)]
        for name, why in unread:
            emit(f"{one_line(name)}{f': {one_line(why)}' if why else ''}\n")
        emit(f"{sum(not why for _, why in unread)} inputs, {sum(bool(why) for _, why in unread)} that cannot be read.\n")
        _tell_aside(aside, verbose)
        return

    from memcon.reading.parse.parsing import installed
    from memcon.store.ingest import Limits
    from memcon.store.ingest import ingest as read_into
    from memcon.store.reader import limits_memory
    from memcon.store.workers import MEMORY_MB

    if memory is not None and not limits_memory():
        warn("this system does not limit a process's memory: --memory is without effect, --seconds is not")
    if model is not None and not installed(model):
        fail(f"there is no spaCy pipeline {model}", "install it, or leave --model out; rules: the usual one without the encoder")
    _require_sound(model)
    with opened(db, create=True) as store:
        show, finish = _progress()
        try:
            tally = read_into(
                store,
                items(sources, columns, aside=aside.append),
                published=day,
                outlet=outlet,
                model=model or "",
                limits=Limits(jobs or jobs_by_default(), seconds, memory or MEMORY_MB),
                retry_failed=retry_failed,
                progress=show,
            )
        except KeyboardInterrupt:
            kept = counted(store.counts()["reports"], "report")
            warn(f"interrupted; the store holds {kept}, and the same command goes on where it was")
            raise
        finally:
            finish()
        again = f"failed before and {'was' if tally.skipped == 1 else 'were'} not tried again (--retry-failed)"
        skipped = f"{tally.skipped} {again}, " if tally.skipped else ""
        emit(f"{tally.read} read ({counted(tally.events, 'event')}), {tally.known} there already, {skipped}{tally.failed} failed. ")
        counts = store.counts()
        copies = f"{counted(counts['copies'], 'copy', 'copies')} of others"
        emit(f"The store holds {counted(counts['reports'], 'report')} ({copies}) and {counted(counts['events'], 'event')}.\n")
    _tell_aside(aside, verbose)
    _tell_undated(tally.undated, verbose)
    if tally.failed:
        raise typer.Exit(FAILED_SOME)


def _tell_aside(aside: Sequence[Path], each: bool) -> None:
    """Say which files of the folders were of no kind that memcon reads."""
    from memcon.intake.folders import left_aside

    if aside:
        warn(left_aside(aside) + ("" if each else " (-v names each)"))
    for one in aside if each else ():
        warn(f"left aside: {one}")


def _tell_undated(names: Sequence[str], each: bool) -> None:
    """Say which reports were read without a day of publication, and how they come by it."""
    if not names:
        return
    many = f"{counted(len(names), 'report')} give{'s' if len(names) == 1 else ''}"
    again = "ingest them again with --published DATE, or with --column published=NAME where a table has it"
    warn(f"{many} no day of publication, so that “on Monday” is no day there: {again}{'' if each else ' (-v names each)'}")
    for one in names if each else ():
        warn(f"without a day of publication: {one_line(one)}")


def columns_of(told: list[str]) -> dict[str, str]:
    """The columns of tables by field, from `--column`; ends the command where one is none."""
    from memcon.intake.inputs import FIELDS

    found = {}
    for one in told:
        name, equals, column = one.partition("=")
        if not equals or name not in FIELDS or not column:
            fail(f"--column {one!r} names no column", f"write FIELD=NAME with a field of {', '.join(FIELDS)}")
        found[name] = column
    return found


def _require_sound(model: str | None) -> None:
    """End the command where the encoder's weights are damaged: every report would fail."""
    from memcon.coder import CoderError, available, sound
    from memcon.reading.parse.parsing import RULES

    if model != RULES and available():
        try:
            sound()
        except CoderError as error:
            fail("the encoder cannot be used", str(error))


def _progress() -> tuple[Callable[[Tally, str, str], None], Callable[[], None]]:
    """What shows how far the reading is, and what ends that: a line that renews itself on a terminal, else failures alone."""
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    screen = Console(stderr=True)
    if not screen.is_terminal:

        def tell(_tally: Tally, name: str, why: str) -> None:
            if why:
                warn(f"{one_line(name)}: {one_line(why)}")

        return tell, lambda: None
    bar = Progress(
        SpinnerColumn(), TextColumn("{task.completed} inputs, {task.fields[rate]}"), TimeElapsedColumn(),
        TextColumn("{task.fields[name]}", markup=False), console=screen, transient=True,
    )  # fmt: skip
    task = bar.add_task("", total=None, rate="", name="")
    bar.start()

    def show(tally: Tally, name: str, why: str) -> None:
        if why:
            bar.console.print(f"{one_line(name)}: {one_line(why)}", markup=False, highlight=False)
        elapsed = bar.tasks[0].elapsed or 1.0
        bar.update(task, completed=tally.done, rate=f"{tally.done / max(elapsed, 0.1):.1f} a second", name=one_line(name)[-50:])

    def finish() -> None:
        bar.stop()
        sys.stderr.flush()

    return show, finish
