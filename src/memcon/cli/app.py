"""The command `memcon` and what holds for all its commands: exit codes, and one line what and one line what to do."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from memcon._version import __version__

from . import (
    actors,
    ask,
    brief,
    decide,
    exchange,
    explain,
    find,
    ingest,
    ledger,
    network,
    places,
    publish,
    read,
    research,
    review,
    schema,
    serve,
    standoff,
    timeline,
    times,
    verify,
)  # fmt: skip
from .queries import FindCommand, QueryCommand
from .terminal import BAD_INPUT, one_line

app = typer.Typer(
    name="memcon",
    help="Reads news reports of diplomacy and conflict and keeps the record they hold.",
    epilog="Exit codes: 0 all well, 1 nothing is found, an input failed or a record does not verify (each command says), 2 bad input, "
    "70 a fault of memcon's own, 130 interrupted.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("read", short_help="Read one report and print its record.")(read.read)
app.command("verify", short_help="Prove a record against its text.")(verify.verify)
app.command("explain", short_help="Tell what gave each value of an event.")(explain.explain)
app.command("times", short_help="Mark and list a report's time expressions.")(times.times)
app.add_typer(places.app, name="places", short_help="Look up places, and import GeoNames dumps.")
app.command("schema", short_help="Print the JSON Schema of a record.")(schema.schema)
app.add_typer(actors.app, short_help="Ask the registry of actors; keep your own beside it.")

app.command("ingest", short_help="Read many reports into a store.")(ingest.ingest)
app.command("find", cls=FindCommand, short_help="Find events of a store.")(find.find)
app.command("list", short_help="List the events of a store.")(find.list_)
app.command("ask", short_help="Answer a question from a store.")(ask.ask)
app.command("diff", short_help="Show what changed in a store.")(ask.diff)
app.command("export", cls=QueryCommand, short_help="Export events of a store.")(exchange.export)
app.command("import", short_help="Take events from elsewhere into a store.")(exchange.import_)
app.command("show", short_help="Show an event or a report of a store.")(find.show)
app.command("review", short_help="Decide on the most doubtful events of a store.")(review.review)
app.command("same", short_help="Say that two events of a store are one.")(decide.same)
app.command("split", short_help="Take an event of a store apart.")(decide.split)
app.command("undo", short_help="Undo a decision.")(decide.undo)
app.command("forget", short_help="Remove a report or a person from a store for good.")(decide.forget)
app.command("redact", short_help="Black out a passage of a report for good.")(decide.redact)
app.command("decisions", short_help="List what people decided, and prove the log.")(decide.decisions)
app.command("timeline", short_help="Show what happened when.")(timeline.timeline)
app.command("network", short_help="Show who is in contact with whom, brokers and shuttle chains.")(network.network)
app.command("ledger", short_help="Show a mediator's ledger: contacts, positions, commitments ...")(ledger.ledger)
app.command("brief", short_help="Print one page on a party, a dyad or a process.")(brief.brief)
app.command("publish", short_help="Write a store as pages that need no server.")(publish.publish)
app.command("serve", short_help="Show a store in the browser.")(serve.serve)
app.command("aggregate", cls=QueryCommand, short_help="Count events of a store by who, where, what and when.")(research.aggregate)
app.command("sample", cls=QueryCommand, short_help="Draw events of a store for checking by hand.")(research.sample)
app.command("evaluate", short_help="Score records against annotations.")(research.evaluate)
app.command("detach", short_help="Take the report's words out of a record.")(standoff.detach)
app.command("attach", short_help="Put what was shared without texts and the texts together again.")(standoff.attach)

_TRACEBACK = "MEMCON_TRACEBACK"


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"memcon {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")] = False,
) -> None:
    """What stands before the command."""


def main(argv: Sequence[str] | None = None) -> None:
    """Run the command line; always ends in SystemExit. Nobody sees a traceback who has not asked for one."""
    try:
        app(args=None if argv is None else list(argv), prog_name="memcon")
    except KeyboardInterrupt:
        sys.exit(130)
    except Exception as error:
        _own_tables(error)
        if os.environ.get(_TRACEBACK):
            raise
        print(f"memcon: a fault of memcon's own: {type(error).__name__}: {error}", file=sys.stderr)
        print(f"  please report it, with what {_TRACEBACK}=1 memcon ... prints", file=sys.stderr)
        sys.exit(70)


def _own_tables(error: Exception) -> None:
    """A user's own table of actors that is not sound is bad input, whichever command met it."""
    from memcon.actors.refusals import ActorsFileError

    if isinstance(error, ActorsFileError):
        print(f"memcon: {one_line(error.message)}\n  {one_line(error.advice)}", file=sys.stderr)
        sys.exit(BAD_INPUT)
