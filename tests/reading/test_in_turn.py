"""Contacts of one with several in turn, each a contact of its own."""

from __future__ import annotations

import pytest

from memcon.model import Report
from memcon.reading.pipeline import read


def _contacts(text: str) -> list[tuple[str, list[str], list[str], str | None]]:
    events = [e for e in read(Report("turn", text, published="2016-03-05")).events if e.type == "CONSULT"]
    who = {role: [[p.name for p in e.participants if p.role == role] for e in events] for role in ("actor", "recipient")}
    return [(e.mode or "", a, r, e.when.edtf if e.when else None) for e, a, r in zip(events, who["actor"], who["recipient"], strict=True)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Ana Rey held separate talks with Bo Fox and Tim Roe in Lima on Friday.",
            [("meeting", ["Ana Rey"], ["Bo Fox"], "2016-03-04"), ("meeting", ["Ana Rey"], ["Tim Roe"], "2016-03-04")],
        ),
        (
            "Bo Fox and Tim Roe met separately with Ana Rey in Lima.",
            [("meeting", ["Bo Fox"], ["Ana Rey"], None), ("meeting", ["Tim Roe"], ["Ana Rey"], None)],
        ),
        (
            "Ana Rey discussed the war in separate phone calls on Friday with Bo Fox and with Tim Roe.",
            [("call", ["Ana Rey"], ["Bo Fox"], "2016-03-04"), ("call", ["Ana Rey"], ["Tim Roe"], "2016-03-04")],
        ),
        (
            "Ana Rey spoke by phone on Tuesday with Bo Fox and, on Wednesday, with Tim Roe.",
            [("call", ["Ana Rey"], ["Bo Fox"], "2016-03-01"), ("call", ["Ana Rey"], ["Tim Roe"], "2016-03-02")],
        ),
        (
            "Bo Fox phoned both Tim Roe and Ana Rey on Friday.",
            [("call", ["Bo Fox"], ["Tim Roe"], "2016-03-04"), ("call", ["Bo Fox"], ["Ana Rey"], "2016-03-04")],
        ),
        (
            "In telephone calls with Tim Roe and Ana Rey, Bo Fox urged calm.",
            [("call", ["Bo Fox"], ["Tim Roe"], None), ("call", ["Bo Fox"], ["Ana Rey"], None)],
        ),
    ],
)
def test_each_is_a_contact_of_its_own(text: str, told: list[tuple[str, list[str], list[str], str | None]]) -> None:
    assert _contacts(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "Ana Rey met Bo Fox and Tim Roe in Lima.",
        "Ana Rey met both Bo Fox and Tim Roe.",
        "Separately, Ana Rey met Bo Fox and Tim Roe.",
        "Ana Rey spoke with Bo Fox and Tim Roe in a conference call.",
        "Ana Rey spoke on the phone with Bo Fox and Tim Roe.",
    ],
)
def test_one_occasion_is_one_contact(text: str) -> None:
    assert [(a, r) for _, a, r, _ in _contacts(text)] == [(["Ana Rey"], ["Bo Fox", "Tim Roe"])]


def test_who_blames_in_turn_blames_though_the_cue_has_another_source() -> None:
    text = (
        "Togo's army said on Monday that it had lost ten men near Kara. The army blamed the Red Front, which in turn blamed "
        "pro-government militias."
    )
    blamed = [e for e in read(Report("t", text, published="2026-10-15")).events if any(t.quote == "blamed" for t in e.triggers)]
    assert [[p.name for p in e.participants if p.role == "actor"] for e in blamed] == [["Togo's army"], ["Red Front"]]


def test_who_one_fights_alongside_is_not_fought() -> None:
    (event,) = read(Report("t", "Experts say that Chadian troops have fought alongside the Red Front.", published="2026-10-15")).events
    assert {(p.role, p.name) for p in event.participants} == {("actor", "Chadian troops"), ("companion", "Red Front")}
