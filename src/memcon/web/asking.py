"""Ask: a question in English, the query that it was understood as, and what the record answers."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from threading import Lock
from typing import Annotated, Any

from fastapi import Query

from memcon.merging import Merged
from memcon.store.answering import Answered, about_promises, looked_up, understood
from memcon.store.asking import Question, answer, understand

from .answers import View
from .events import brief
from .problems import SiteError
from .site import Site
from .words import count, day_words

LONGEST = 400
MOST = 200
_SHOWN = 30
_ANSWERS = 20
_one_parser = Lock()
Words = Annotated[str, Query(description="As in: Who met Putin in March 2022?")]
Day = Annotated[str, Query(description="The day that `last month` counts from, as 2022-03-05.", pattern=r"^(\d{4}-\d\d-\d\d)?$")]


def ask(site: Site, question: Words = "", today: Day = "") -> View:
    """The answer from the record alone: the query, the answer in a line, and the events with the words of the reports."""
    if len(question) > LONGEST:
        raise SiteError(400, f"The question has {len(question):,} characters.", f"Ask in at most {LONGEST}, one thing at a time.")
    try:
        date.fromisoformat(today or "2022-03-05")
    except ValueError:
        raise SiteError(400, f"{today} is no day.", "Write the day as 2022-03-05.") from None
    asked, day = Question("", "what"), None
    if not question.strip():
        threading.Thread(target=_warm, daemon=True).start()
    if question.strip():
        with _one_parser:
            asked, day = understood(site.store, question, today or None)
    answered: Answered = looked_up(site.store, asked, MOST)
    if answered.narrowed:
        asked = replace(asked, query=answered.query, unused=asked.relative)
    found = answered.found
    events = list(brief(site, found[:_SHOWN]))
    data: dict[str, Any] = {
        "question": question,
        "query": asked.query,
        "wanted": asked.wanted,
        "understood": bool(asked.query),
        "unused": list(asked.unused),
        "unanswerable": asked.unanswerable,
        "today": day,
        "wider": answered.query if answered.wider else None,
        "promises": about_promises(question),
        "found": len(found),
        "most": len(found) == MOST,
        "answer": _answer(asked, found),
        "events": events,
    }
    rows = [
        {"id": one["id"], "title": one["title"], "when": one["when"], "status": one["status"], "reports": one["reports"]} for one in events
    ]
    return View("ask.html", "Ask", data, rows)


def _warm() -> None:
    """Load the parser while the question is typed."""
    with _one_parser, suppress(Exception):  # what is wrong with it the question will tell
        understand("Who met whom?")


def _answer(asked: Question, found: Sequence[Merged]) -> list[dict[str, Any]]:
    """Who, when or where, with the number of events for each; what was asked about is not the answer."""
    shown = day_words if asked.wanted == "when" else str
    return [
        {"value": value, "words": shown(value), "events": number, "told": count(number, "event")}
        for value, number in answer(asked, found)[:_ANSWERS]
    ]
