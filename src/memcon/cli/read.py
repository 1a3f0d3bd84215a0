"""`memcon read`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from .files import check_target, write_whole
from .reports import ModelOption, PublishedOption, SourceArgument, report_of
from .terminal import NOT_VERIFIED, emit, fail, warn


def read(
    source: SourceArgument,
    published: PublishedOption = None,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="Who published it.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the record as JSON.")] = False,
    out: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="OUT", help="Write to this file; JSON if its name ends in .json.", show_default=False),
    ] = None,
    model: ModelOption = None,
) -> None:
    """Read one report and print its record: as a memo for a person, or as JSON.

    The record is verified against the text before it is printed.
    """
    from memcon.verification import verify

    if out is not None:
        check_target(out)
    report = report_of(source, published, outlet)

    from memcon.coder import CoderError
    from memcon.reading.parse.parsing import DEFAULT_MODEL, ModelMissing
    from memcon.reading.pipeline import read as record_of

    try:
        record = record_of(report, model or DEFAULT_MODEL)
    except ModelMissing as error:
        fail("the parser's model is missing", str(error))
    except CoderError as error:
        fail("the encoder cannot be used", str(error))
    problems = verify(record)
    if as_json or (out is not None and out.suffix.lower() == ".json"):
        text = record.to_json(indent=1) + "\n"
    else:
        from .memo import memo_text

        text = memo_text(record, for_screen=out is None)
    if out is None:
        emit(text)
    else:
        write_whole(out, text)
    if problems:
        for problem in problems:
            warn(str(problem))
        fail("the record does not verify", "do not rely on the values above; please report it with the text", NOT_VERIFIED)
