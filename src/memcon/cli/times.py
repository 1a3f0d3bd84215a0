"""`memcon times`."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .files import check_target, write_whole
from .reports import PublishedOption, SourceArgument, report_of
from .terminal import emit, fail, one_line, printable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.text import Text

    from memcon.model import Report
    from memcon.times import Timex

PAGE = 100
_NARROWEST = 60
_LONGEST_QUOTE = 40
_COLUMNS = ("", "words", "type", "value", "EDTF", "rule")


def times(
    source: SourceArgument,
    published: PublishedOption = None,
    as_timeml: Annotated[bool, typer.Option("--timeml", help="Print the text as TimeML, with TIMEX3 tags.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the expressions as a JSON list.")] = False,
    out: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="OUT",
            help="Write to this file; JSON if its name ends in .json, TimeML if in .tml.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Mark the time expressions of a report and list their values: in the text for a person, as JSON, or as TimeML.

    Without a day of publication what counts from it ("on Saturday") stays unresolved: an X stands for what is not known.
    """
    from memcon.times import find
    from memcon.times.timeml import timeml

    if as_timeml and as_json:
        fail("--timeml and --json cannot go together", "choose one of them")
    if out is not None:
        check_target(out)
    report = report_of(source, published)
    found = find(report.text, report.published)
    ending = out.suffix.lower() if out is not None and not (as_timeml or as_json) else ""
    if as_timeml or ending == ".tml":
        text = timeml(report.text, found, report.published, report.id)
    elif as_json or ending == ".json":
        text = json.dumps(rows(report, found), ensure_ascii=False, indent=1) + "\n"
    else:
        text = marked(report, found, for_screen=out is None)
    if out is None:
        emit(text)
    else:
        write_whole(out, text)


def rows(report: Report, found: Sequence[Timex]) -> list[dict[str, str | int | None]]:
    """One object an expression, as `--json` prints them; `anchor` is the id that the value counts from, `t0` the publication.

    >>> from memcon.model import Report
    >>> from memcon.times import find
    >>> report = Report("r1", "He left on Saturday.", published="2022-03-05")
    >>> [(row["id"], row["quote"], row["value"], row["anchor"]) for row in rows(report, find(report.text, report.published))]
    [('t1', 'Saturday', '2022-03-05', 't0')]
    """
    from memcon.times.timeml import anchor_ids

    anchors = anchor_ids(report.text, found, report.published)
    return [
        {
            "id": f"t{number}", "start": t.start, "end": t.end, "quote": t.quote, "type": t.type, "value": t.value, "edtf": t.edtf,
            "precision": t.precision, "rule": t.rule, "anchor": anchor,
        }
        for number, (t, anchor) in enumerate(zip(found, anchors, strict=True), 1)
    ]  # fmt: skip


def marked(report: Report, found: Sequence[Timex], for_screen: bool = False) -> str:
    """The text with every expression between asterisks and its id behind it, then a table of the values.

    Plain text of 100 columns unless it goes to a terminal (`for_screen`), which may have colours and another width.

    >>> from memcon.model import Report
    >>> from memcon.times import find
    >>> report = Report("r1", "He left on Saturday.", published="2022-03-05")
    >>> print(marked(report, find(report.text, report.published)), end="")
    1 time expression, published 2022-03-05.
    <BLANKLINE>
    He left on *Saturday*[t1].
    <BLANKLINE>
        words     type  value       EDTF        rule
    t1  Saturday  DATE  2022-03-05  2022-03-05  weekday
    """
    from rich.console import Console
    from rich.text import Text

    console = Console() if for_screen else Console(file=io.StringIO(), no_color=True, color_system=None, width=PAGE)
    room = max(_NARROWEST, min(PAGE, console.width)) if console.is_terminal else PAGE
    day = f"published {report.published}" if report.published else "publication date not given: --published resolves what counts from it"
    lines = [Text(f"{len(found) or 'No'} time expression{'' if len(found) == 1 else 's'}, {day}."), Text()]
    for paragraph in _text(report.text, found).split("\n", allow_blank=True):
        lines.extend(paragraph.wrap(console, room) or [Text()])
    lines += [Text(), *_table(found)] if found else []
    with console.capture() as captured:
        for line in lines:
            line.rstrip()
            console.print(line, soft_wrap=True, highlight=False, markup=False, emoji=False)
    return captured.get().rstrip() + "\n"


def _text(text: str, found: Sequence[Timex]) -> Text:
    from rich.text import Text

    out, at = Text(), 0
    for number, timex in enumerate(found, 1):
        out.append(printable(text[at : timex.start]))
        out.append(f"*{printable(timex.quote)}*", "bold cyan").append(f"[t{number}]", "dim")
        at = timex.end
    out.append(printable(text[at:]))
    out.rstrip()
    return out


def _table(found: Sequence[Timex]) -> list[Text]:
    from rich.cells import cell_len
    from rich.text import Text

    cells = [_COLUMNS]
    for number, timex in enumerate(found, 1):
        quote = one_line(timex.quote)
        quote = quote if len(quote) <= _LONGEST_QUOTE else quote[: _LONGEST_QUOTE - 1].rstrip() + "…"
        cells.append((f"t{number}", quote, timex.type, timex.value, timex.edtf or "–", timex.rule))
    widths = [max(cell_len(row[column]) for row in cells) for column in range(len(_COLUMNS))]
    lines = []
    for row in cells:
        line = "  ".join(cell + " " * (width - cell_len(cell)) for cell, width in zip(row, widths, strict=True))
        lines.append(Text(line.rstrip(), "bold" if row is _COLUMNS else ""))
    return lines
