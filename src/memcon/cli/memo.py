"""A record as a memo for a person: what happened in order of time, on whose word, in which words, and who spoke with whom."""

from __future__ import annotations

import io
import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.text import Text

from memcon.model import Event, Record, Source
from memcon.reading.grammar.pronouns import POSSESSIVES
from memcon.reading.parse.sentences import sentences
from memcon.reading.record.date_words import date_words
from memcon.reading.record.summary import summary

from .chronology import in_time_order
from .contacts import contacts
from .excerpts import excerpt, telling_sentence
from .marks import WIDTH, status_mark, status_style
from .terminal import one_line

PAGE = 100
_NARROWEST = 60
_STATUSES = ("happened", "ongoing", "planned", "offered", "possible", "denied")


@dataclass(frozen=True, slots=True)
class Block:
    """Words that are wrapped together: `label` stands before the first line, later lines begin below the words."""

    words: Text
    label: Text
    indent: int = 0


def memo_text(record: Record, for_screen: bool = False, width: int | None = None) -> str:
    """The memo, wrapped. Plain text of 100 columns unless it goes to a terminal (`for_screen`), which may have colours and less room.

    >>> from memcon.model import MadeBy, Report
    >>> print(memo_text(Record(Report("r1", "It rained.", outlet="Gazette"), made_by=MadeBy("0.1.0"))), end="")
    r1
    Gazette · publication date not given · sha256 8b38b558e4df
    <BLANKLINE>
    No event was found in this report.
    """
    console = Console() if for_screen else Console(file=io.StringIO(), no_color=True, color_system=None, width=PAGE)
    room = width or (max(_NARROWEST, min(PAGE, console.width)) if console.is_terminal else PAGE)
    with console.capture() as captured:
        for block in _blocks(record, room):
            for line in _lines(block, console, room):
                console.print(line, soft_wrap=True, highlight=False, markup=False, emoji=False)
    return "\n".join(line.rstrip() for line in captured.get().splitlines()) + "\n"


def _lines(block: Block, console: Console, room: int) -> Iterator[Text]:
    wrapped = block.words.wrap(console, max(20, room - block.indent))
    for number, line in enumerate(wrapped or [Text()]):
        start = block.label.copy() if number == 0 else Text()
        start.pad_right(block.indent - start.cell_len)
        line.rstrip()
        yield Text.assemble(start, line)


def _blocks(record: Record, room: int) -> Iterator[Block]:
    yield from _header(record)
    yield _blank()
    if not record.events:
        yield _paragraph("No event was found in this report.")
        return
    events = in_time_order(record.events)
    bounds = sentences(record.report.text)
    ids = max(len(one_line(e.id)) for e in events) + 2
    yield _paragraph(_count(record.events))
    for event in events:
        yield _blank()
        yield from _event(event, record, bounds, ids)
    table = list(_contacts(events, room))
    if table:
        yield _blank()
        yield _paragraph("Who spoke with whom", "bold")
        yield from table


def _header(record: Record) -> Iterator[Block]:
    report = record.report
    published = f"published {date_words(report.published)}" if report.published else "publication date not given"
    title = one_line(report.title or "")
    named = title or (one_line(report.id) if not report.sha256.startswith(report.id) else "Untitled report")
    yield _paragraph(named, "bold")
    facts = [one_line(fact) for fact in (report.outlet or "", published, report.id if title else "") if fact]
    yield _paragraph(" · ".join([*facts, f"sha256 {report.sha256[:12]}"]), "dim")
    if report.url:
        yield _paragraph(one_line(report.url), "dim")


def _count(events: Sequence[Event]) -> str:
    counts = Counter(e.status for e in events)
    parts = [f"{counts[status]} {status}" for status in _STATUSES if counts[status]]
    return f"{len(events)} event{'' if len(events) == 1 else 's'}: {', '.join(parts)}."


def _event(event: Event, record: Record, bounds: Sequence[tuple[int, int]], ids: int) -> Iterator[Block]:
    indent = ids + WIDTH + 2
    label = Text(one_line(event.id).ljust(ids)).append(status_mark(event.status), status_style(event.status))
    yield Block(Text(one_line(event.summary or summary(event)), "bold"), label, indent)
    order = "".join(f"{o.relation.capitalize()} {one_line(o.event)}. " for o in event.order)
    other = [date_words(w.edtf, preposition=True) for w in event.when_other if w.contradicts]
    doubt = f"Another account: {', '.join(other)}. " if other else ""
    yield Block(Text(f"{order}{doubt}Source: {_sources(event, record)}."), Text(), indent)
    marked = telling_sentence(event, bounds)
    quote = Text(excerpt(record.report.text, marked, bounds), "italic")
    others = len(event.triggers) - len(marked)
    if others > 0:
        quote.append(f" (and {others} more mention{'' if others == 1 else 's'})")
    yield Block(quote, Text(), indent)


def _sources(event: Event, record: Record) -> str:
    own = f"{one_line(record.report.outlet)}'s own word" if record.report.outlet else "the report's own word"
    parts = []
    for stance, lead in (("asserts", ""), ("denies", "denied by ")):
        names = list(dict.fromkeys(_source_name(s) for s in event.sources if s.stance == stance))
        if names:
            parts.append(lead + ", ".join(names))
    return "; ".join(parts) or own


def _source_name(source: Source) -> str:
    name = one_line(source.name or "")
    said = one_line(source.source.quote).rstrip(" ,;:") if source.source else ""  # "a spokesman, Ivan Rey, said"
    owned = said.lower().partition(" ")[0] in POSSESSIVES  # "his office" is named by its owner
    if name and said and source.kind != "person" and not owned and name.lower() not in said.lower():
        return f"{said} ({name})"
    if source.kind == "person" or owned:
        return name or said or "an unnamed person"
    return said or name or (f"not named (“{one_line(source.cue.quote)}”)" if source.cue else "not named")


def _contacts(events: Sequence[Event], room: int) -> Iterator[Block]:
    rows = contacts(events)
    if not rows:
        return
    medium = max(len(row.medium) for row in rows) + 2
    when = max(len(row.when or "undated") for row in rows) + 2
    rest = medium + WIDTH + 2 + when + max(len(one_line(row.event)) for row in rows)
    column = max(24, min(max(len(one_line(row.pair)) for row in rows) + 2, room - rest))
    last = ""
    for row in rows:
        pair = textwrap.wrap(one_line(row.pair), column - 2) if row.pair != last else []
        last = row.pair
        for line in pair[:-1]:
            yield _paragraph(line)
        words = Text((pair[-1] if pair else "").ljust(column) + row.medium.ljust(medium))
        words.append(status_mark(row.status).ljust(WIDTH + 2), status_style(row.status))
        words.append(f"{(row.when or 'undated').ljust(when)}{one_line(row.event)}")
        yield Block(words, Text())


def _paragraph(words: str, style: str = "") -> Block:
    return Block(Text(words, style), Text())


def _blank() -> Block:
    return Block(Text(), Text())
