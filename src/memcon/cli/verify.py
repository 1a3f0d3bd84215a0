"""`memcon verify`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from .files import load_json
from .terminal import NOT_VERIFIED, emit, one_line


def verify(
    file: Annotated[Path, typer.Argument(metavar="FILE.json", help="A record that memcon read --json wrote, or -.", show_default=False)],
) -> None:
    """Prove a record against its text: every span, every value's evidence, the hash. Prints what does not hold; exit code 1 if any."""
    from memcon.verification import verify as problems_of

    record = load_json(file)
    problems = problems_of(record)
    if problems:
        emit("".join(f"{one_line(str(problem))}\n" for problem in problems))
        raise typer.Exit(NOT_VERIFIED)
    events = len(record["events"])
    name = "standard input" if str(file) == "-" else file.name
    emit(f"{name}: holds ({events} event{'' if events == 1 else 's'})\n")
