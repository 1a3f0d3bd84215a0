"""The report that a command reads: its options, and how it is had from them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .terminal import fail, warn

if TYPE_CHECKING:
    from memcon.model import Report

SourceArgument = Annotated[
    str,
    typer.Argument(
        metavar="FILE|URL|-", help="A text, Markdown, HTML or mail (.eml) file, a web address, or - for standard input.", show_default=False
    ),
]
PublishedOption = Annotated[
    str | None, typer.Option(metavar="DATE", help="Day of publication, as in 2022-03-05: what 'on Saturday' counts from.")
]

ModelOption = Annotated[
    str | None, typer.Option(metavar="NAME", help="Another spaCy pipeline for English; rules: the usual one without the encoder.")
]


def report_of(source: str, published: str | None, outlet: str | None = None) -> Report:
    """The report behind a file's path, a web address or `-`; ends the command with advice where there is none."""
    from memcon.intake import IntakeError, read_report
    from memcon.intake.source import is_url

    named = source if source == "-" or is_url(source) or not source.strip() else Path(source)
    try:
        return read_report(named, published=published, outlet=outlet, note=warn)
    except IntakeError as error:
        fail(error.message, error.advice)
