import re
from dataclasses import replace
from pathlib import Path

import pytest

from memcon.cli.chronology import in_time_order
from memcon.cli.contacts import contacts
from memcon.cli.excerpts import excerpt
from memcon.cli.memo import memo_text
from memcon.cli.terminal import printable
from memcon.model import Event, MadeBy, Order, Party, Record, Report, Source, Span, When

RECORD = Record.from_json((Path(__file__).parents[1] / "model" / "data" / "zenda.json").read_text("utf-8"))

MEMO = """\
Talks in Zenda
The Strelsau Courier · published Wed 7 May 2031 · zenda · sha256 f531fcc7e129

6 events: 2 happened, 1 ongoing, 1 planned, 1 offered, 1 denied.

e1  ● happened  Ana Brandt met Karel Voss in Castle Hentzau (Zenda) on Tue 6 May 2031 for 3 hours,
                with Lio Marek.
                Source: a Freedonian official.
                “Foreign Minister Ana Brandt of Freedonia *met* President Karel Voss of Sylvania at
                Castle Hentzau in Zenda on Tuesday for three hours, with Ambassador Lio Marek, a
                Freedonian official said.” (and 2 more mentions)

e4  ○ planned   Ana Brandt plans to visit Borduria, 12–18 May 2031 (aim: discuss the border).
                After e1. Source: The Strelsau Courier's own word.
                “Brandt will *visit* Borduria next week to discuss the border.”

e2  ◇ offered   Freedonia offered to mediate between Sylvania and Borduria, at the request of Karel
                Voss.
                Source: The Strelsau Courier's own word.
                “Freedonia, at the request of Voss, has *offered* to *mediate* between Sylvania and
                Borduria.”

e3  ✕ denied    Sylvania denied shelling the village of Klow.
                Source: denied by Sylvania.
                “Sylvania denied that its gunners had *shelled* the village of Klow.”

e5  ● happened  Freedonia voted against it.
                Source: The Strelsau Courier's own word.
                “Freedonia *voted* against the motion.”

e6  ◐ ongoing   Sanctions against Borduria (ongoing; by whom is not said).
                Source: The Strelsau Courier's own word.
                “*Sanctions* on Borduria remain in force.”

Who spoke with whom
Ana Brandt – Karel Voss  meeting    ● happened  Tue 6 May 2031  e1
Ana Brandt – Borduria    visit      ○ planned   12–18 May 2031  e4
Freedonia – Sylvania     mediation  ◇ offered   undated         e2
Freedonia – Borduria     mediation  ◇ offered   undated         e2
"""


def test_the_memo():
    assert memo_text(RECORD) == MEMO


@pytest.mark.parametrize("width", [40, 60, 80, 100])
def test_no_line_is_longer_than_the_page(width):
    lines = memo_text(RECORD, width=width).splitlines()
    assert max(len(line) for line in lines[: lines.index("Who spoke with whom")]) <= max(width, 60)
    assert all(line == line.rstrip() for line in lines)


def test_the_terminal_gets_colour_on_top_of_the_same_words(monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    coloured = memo_text(RECORD, for_screen=True)
    assert "\x1b[1;32m● happened\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == MEMO


def test_no_color_is_honoured(monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("NO_COLOR", "1")
    shown = memo_text(RECORD, for_screen=True)
    assert not re.search(r"\x1b\[[0-9;]*3[0-7]m", shown)
    assert re.sub(r"\x1b\[[0-9;]*m", "", shown) == MEMO


def test_no_colour_codes_where_there_is_no_terminal():
    assert "\x1b" not in memo_text(RECORD, for_screen=True)


def test_an_empty_record_says_so():
    shown = memo_text(Record(Report("r1", "It rained.\n"), made_by=MadeBy("0.1.0")))
    assert shown.splitlines()[0] == "r1"
    assert shown.endswith("\n\nNo event was found in this report.\n")


def test_a_report_without_a_name_is_untitled():
    report = Report("", "It rained.\n")
    shown = memo_text(Record(replace(report, id=report.sha256[:12]), made_by=MadeBy("0.1.0")))
    assert shown.splitlines()[0] == "Untitled report"


def test_nothing_in_a_report_reaches_the_terminal_as_a_command():
    text = "Evil\x1b]0;title\x07 \u202eminister\u202c [red]met[/red] \x1b[31mthe\r\x08 other :smile:.\n"
    at = text.index("met")
    event = Event(
        "e1\x1b[2J",
        "CONSULT",
        "meeting",
        "happened",
        (Span.of(text, at, at + 3),),
        (
            Party("actor", "X\x1b[1mY\u202e", "person", Span.of(text, 0, 4)),
            Party("recipient", "[bold]Z[/bold]", "person", Span.of(text, 0, 4)),
        ),
    )
    report = Report("r\x07", text, title="T\x9b31m\u2066", outlet="O\x1b[0m", url="http://e.example/\x1b")
    shown = memo_text(Record(report, (event,), made_by=MadeBy("0.1.0")))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown)
    assert "[red]*met*[/red]" in shown
    assert "[bold]Z[/bold]" in shown
    assert ":smile:" in shown


def test_printable_keeps_words_of_every_script():
    assert printable("שלום مرحبا 你好 Élysée\n\t") == "שלום مرحبا 你好 Élysée\n\t"


def event(ident, at, edtf=None, *order):
    span = Span(at, at + 1, "x")
    return Event(ident, "CONSULT", "", "happened", (span,), when=When(edtf, span) if edtf else None, order=order)


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ([event("a", 9, "2022-03-05"), event("b", 0, "2022-03-05")], "ba"),
        ([event("a", 0), event("b", 9, "2022-03-05"), event("c", 5, "2022-02-24/..")], "cba"),
        ([event("a", 0, "2022-03-05"), event("b", 9, "2022-03-05", Order("before", "a"))], "ba"),
        ([event("a", 0, None, Order("after", "c")), event("b", 1), event("c", 2, "2022-01")], "cab"),
        ([event("a", 0), event("b", 1, None, Order("before", "a"))], "ba"),
        ([event("a", 0, None, Order("after", "b")), event("b", 1, None, Order("after", "a"))], "ab"),
        ([event("a", 0, "2022", Order("after", "gone"), Order("after", "a"))], "a"),
        ([event("a", 0, "../2022-01-05"), event("b", 1, "2022-01-04")], "ba"),
    ],
)
def test_order_of_time(events, expected):
    assert "".join(e.id for e in in_time_order(events)) == expected


def test_contacts_of_many_parties_are_one_row():
    span = Span(0, 1, "x")
    many = tuple(Party("actor", name, "state", span) for name in "ABCDE")
    rows = contacts([Event("e1", "CONSULT", "multilateral", "happened", (span,), many)])
    assert [row.pair for row in rows] == ["A – B – C – D – E"]
    three = contacts([Event("e1", "CONSULT", "multilateral", "happened", (span,), many[:3])])
    assert [row.pair for row in three] == ["A – B", "A – C", "B – C"]


def test_contacts_of_a_pair_stand_together_whoever_acted():
    span = Span(0, 1, "x")
    a, b, c = (Party("actor", name, "state", span) for name in "ABC")
    to = [replace(p, role="recipient") for p in (a, b, c)]
    events = [
        Event("e1", "CONSULT", "call", "happened", (span,), (a, to[1])),
        Event("e2", "CONSULT", "visit", "planned", (span,), (c, to[0])),
        Event("e3", "CONSULT", "meeting", "denied", (span,), (b, to[0])),
        Event("e4", "ASSAULT", "", "happened", (span,), (a, to[1])),
    ]
    assert [(r.pair, r.medium, r.event) for r in contacts(events)] == [
        ("A – B", "call", "e1"),
        ("A – B", "meeting", "e3"),
        ("C – A", "visit", "e2"),
    ]


def test_a_long_sentence_is_cut_at_words_around_the_mark():
    text = "word " * 500 + "met " + "word " * 500
    found = excerpt(text, [Span(2500, 2503, "met")])
    assert len(found) < 300
    assert found.startswith("“… word")
    assert " *met* word" in found
    assert found.endswith("word …”")


def test_a_source_in_commas_is_printed_without_the_last() -> None:
    quote = "a spokesman for the rebels, Ivan Rey,"
    text = f"Rebels left, {quote} said."
    source = Source("official", "Ivan Rey", "a1", Span(13, 13 + len(quote), quote))
    event = Event("e1", "RETREAT", "withdraw", "happened", (Span(7, 11, "left"),), sources=(source,), summary="Rebels left.")
    assert "Source: a spokesman for the rebels, Ivan Rey.\n" in memo_text(Record(Report("r", text), (event,)))
