"""The command `memcon` and what holds for all its commands: exit codes, and one line what and one line what to do."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from memcon._version import __version__

from . import explain, read, schema, times, verify

app = typer.Typer(
    name="memcon",
    help="Reads news reports of diplomacy and conflict and keeps the record they hold.",
    epilog="Exit codes: 0 all well, 1 a record that does not verify, 2 bad input.",
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
app.command("schema", short_help="Print the JSON Schema of a record.")(schema.schema)

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
        if os.environ.get(_TRACEBACK):
            raise
        print(f"memcon: a fault of memcon's own: {type(error).__name__}: {error}", file=sys.stderr)
        print(f"  please report it, with what {_TRACEBACK}=1 memcon ... prints", file=sys.stderr)
        sys.exit(70)
