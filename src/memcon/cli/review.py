"""`memcon review`: the most doubtful events first, one key for each decision."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from .decide import ReasonOption, WhoOption, login
from .marks import status_mark, status_style
from .stores import DEFAULT, DbOption, opened
from .terminal import emit, fail, one_line

if TYPE_CHECKING:
    from rich.text import Text

    from memcon.merging import Merged
    from memcon.model import Event
    from memcon.store import Store
    from memcon.store.doubt import Doubt

PAGE = 100
_NARROWEST = 30
_LABEL = 14
_QUOTES = 6
_LONGEST_QUOTE = 180
KEYS = "a accept · x reject · c correct · s skip · u undo · q quit"
_ENTERED = {"a": "accept", "x": "reject"}
Ask = Callable[[str], str | None]
"""Asks for a key or a line; None where there is no more input."""


def review(
    events: Annotated[
        list[str] | None,
        typer.Argument(metavar="[ID]...", help="Only these events, also if somebody decided on them before."),
    ] = None,
    db: DbOption = DEFAULT,
    reason: ReasonOption = "",
    who: WhoOption = "",
) -> None:
    """Walk through the events, the most doubtful first, and decide on each with one key; or through those that are named.

    a accept, x reject, c correct (asks for the field and the value), s skip, u undo the last decision of this walk, q quit. What is
    decided is kept at once. Without a terminal the keys are read from standard input, one a line.
    """
    with opened(db) as store:
        decided = walk(store, _key, _line, who or login(), reason, events or ())
        emit(f"{decided} decision{'' if decided == 1 else 's'} entered\n")


def walk(store: Store, key: Ask, line: Ask, who: str, reason: str, wanted: Sequence[str] = ()) -> int:
    """Show one event after the other, all that wait or those wanted, and enter what is decided; returns how many decisions were entered."""
    from memcon.store.doubt import Doubt, doubts

    with store.reading() as connection:
        waiting = doubts(connection)
    if wanted:
        known = {one.event: one for one in waiting}
        found = []
        for ident in wanted:
            event = store.event(ident)
            if event is None:
                fail(f"there is no event {one_line(ident)}", "memcon list shows the ids of events")
            found.append(known.get(event.id) or Doubt(event.id, 0.0, (event.judgement or "",)))
        waiting = found
    if not waiting:
        emit("No event waits for a decision.\n")
    entered: list[tuple[int, int]] = []  # decision, and which event it was of
    at, count = 0, 0
    shown = -1
    while at < len(waiting):
        event = store.event(waiting[at].event)
        if event is None or not event.tellings:
            at += 1
            continue
        if shown != at:
            emit("\n" + page(event, waiting[at], f"{at + 1}/{len(waiting)}", lambda number: _text(store, number)))
            shown = at
        pressed = key(KEYS)
        if pressed is None or pressed == "q":
            break
        if pressed == "s":
            at += 1
        elif pressed == "u":
            if not entered:
                emit("There is nothing to undo in this walk.\n")
                continue
            seq, at = entered.pop()
            count += _enter(store, "undo", str(seq), "", None, who, reason) is not None
            shown = -1
        elif pressed in ("a", "x", "c"):
            field, value = _asked(line) if pressed == "c" else ("", None)
            if pressed == "c" and value is None:
                continue
            made = _enter(store, _ENTERED.get(pressed, "correct"), event.id, field, value, who, reason)
            if made is not None:
                entered.append((made, at))
                count += 1
                at += pressed != "c"
                shown = -1
        else:
            emit(f"{KEYS}\n")
    return count


def page(event: Merged, doubt: Doubt, place: str, texts: Callable[[str], str]) -> str:
    """What is shown of an event: the summary, its values side by side with the reports that give them, and the words.

    `texts` gives a report's text by its id.
    """
    from rich.console import Console

    console = Console() if sys.stdout.isatty() else Console(file=io.StringIO(), no_color=True, color_system=None, width=PAGE)
    room = max(_NARROWEST, min(PAGE, console.width))
    with console.capture() as captured:
        for label, words in _lines(event, doubt, place, texts):
            indent = _LABEL if label and room > 2 * _LABEL else 0
            start = label.ljust(indent) if indent else f"{label}: " if label else ""
            for number, one in enumerate(words.wrap(console, room - max(indent, len(start)))):
                one.rstrip()
                console.print((start if number == 0 else " " * len(start)), end="", style="dim", highlight=False, markup=False)
                console.print(one, soft_wrap=True, highlight=False, markup=False, emoji=False)
    return "\n".join(line.rstrip() for line in captured.get().splitlines()) + "\n"


def _lines(event: Merged, doubt: Doubt, place: str, texts: Callable[[str], str]) -> Iterator[tuple[str, Text]]:
    from rich.text import Text

    from memcon.merging.settled import told_as

    yield "", Text(f"{place}  {event.id}  {'; '.join(doubt.reasons)}", "dim")
    yield "", Text(one_line(told_as(event).summary), "bold")
    names = {telling.witness.id: one_line(telling.witness.outlet or telling.witness.id) for telling in event.tellings}
    for name, values in event.values.items():
        shown = Text()
        if name in event.corrected:
            shown.append(f"{one_line(event.corrected[name]) or 'none'} (corrected)", "bold").append(" · ")
        for number, value in enumerate(values):
            words = status_mark(value.value) if name == "status" else one_line(value.value)
            shown.append(" · " if number else "").append(words, status_style(value.value) if name == "status" else "")
            if len(event.tellings) > 1:
                shown.append(f" [{', '.join(dict.fromkeys(names[report] for report in value.reports))}]", "dim")
        yield name, shown
    for name in sorted(set(event.corrected) - set(event.values)):
        yield name, Text(f"{one_line(event.corrected[name]) or 'none'} (corrected)", "bold")
    for telling in event.tellings[:_QUOTES]:
        text = texts(telling.witness.id)
        day = f", {telling.witness.published}" if telling.witness.published else ""
        yield "", Text(f"{_quoted(telling.event, text)} — {names[telling.witness.id]}{day}", "italic")
    if len(event.tellings) > _QUOTES:
        yield "", Text(f"and {len(event.tellings) - _QUOTES} more", "dim")


def _quoted(event: Event, text: str) -> str:
    """The words that tell of the event, in their sentence."""
    from memcon.reading.parse.sentences import sentences

    from .excerpts import excerpt, telling_sentence

    bounds = sentences(text)
    return excerpt(text, telling_sentence(event, bounds), bounds, _LONGEST_QUOTE)


def _text(store: Store, number: str) -> str:
    report = store.report(number)
    return report.text if report else ""


def _asked(line: Ask) -> tuple[str, str | None]:
    from memcon.store.decisions import fields

    field = line(f"field ({', '.join(fields())})")
    if not field:
        return "", None
    return field, line("value (empty: there is none)")


def _enter(store: Store, action: str, target: str, field: str, value: str | None, who: str, reason: str) -> int | None:
    """Enter a decision; its number, or None where it cannot be, and then that is said."""
    from memcon.store.decisions import DecisionError, decide

    try:
        made = decide(store, action, target, field, value, who=who, reason=reason)
    except DecisionError as error:
        emit(f"{one_line(str(error))}\n")
        return None
    emit(f"decision {made.seq}: {made.action} {one_line(made.target)}{f' {made.field}' if made.field else ''}\n")
    return made.seq


def _key(prompt: str) -> str | None:
    if not sys.stdin.isatty():
        line = _line("")
        return line[:1].lower() if line is not None else None
    emit(f"{prompt} > ")
    import click

    try:
        pressed = click.getchar()
    except EOFError:
        return None
    emit(f"{one_line(pressed)}\n")
    return "q" if pressed in ("\x04", "\x1b") else pressed[:1].lower()


def _line(prompt: str) -> str | None:
    if sys.stdin.isatty():
        emit(f"{prompt}: ")
    found = sys.stdin.readline()
    return found.strip() if found else None
