"""A small store that the tests of decisions work on."""

import sqlite3
from contextlib import closing
from pathlib import Path

from memcon.model import Entity, Event, MadeBy, Party, Record, Report, Span, When
from memcon.store import Store
from memcon.store.packing import unpacked

TEXTS = {
    "One": "Olaf Scholz met Emmanuel Macron in Paris on Monday. Later Scholz called Zelensky.",
    "Two": "Macron received Chancellor Olaf Scholz on Tuesday.",
    "Three": "The army shelled a depot near Zenda. Nobody was hurt.",
}

PACKED = ("SELECT record FROM readings", "SELECT json FROM mentions")
DAYS = {"Monday": "2022-03-07", "Tuesday": "2022-03-08"}


def spans(text: str, words: str) -> tuple[Span, ...]:
    """Every place where the words stand."""
    found, at = [], text.find(words)
    while at >= 0:
        found.append(Span(at, at + len(words), words))
        at = text.find(words, at + 1)
    return tuple(found)


def event(text: str, local: str, kind: str, word: str, who: str, full: str, when: str | None = None) -> Event:
    party = Party(
        "actor", full, "person", spans(text, who)[0], entity=f"n-{full}", country="DEU", wikidata="Q61053" if "Scholz" in full else None
    )
    time = When(DAYS[when], spans(text, when)[0]) if when else None
    return Event(local, kind, "", "happened", spans(text, word), (party,), time, summary=f"{full} {word}.", confidence=0.8)


def record_of(outlet: str, text: str, *events: Event, extra: tuple[Entity, ...] = ()) -> Record:
    return Record(Report(f"file-{outlet}", text, published="2022-03-08", outlet=outlet), events, entities=extra, made_by=MadeBy("0.1.0"))


def fill(store: Store) -> dict[str, str]:
    """Four events in three reports: their ids by trigger."""
    one, two, three = TEXTS.values()
    scholz = Entity("n-Olaf Scholz", "Olaf Scholz", "person", spans(one, "Scholz"), wikidata="Q61053", country="DEU")
    run = store.begin_run(MadeBy("0.1.0"))
    met, called = (
        event(one, "e1", "CONSULT", "met", "Olaf Scholz", "Olaf Scholz", "Monday"),
        event(one, "e2", "CONSULT", "called", "Scholz", "Olaf Scholz"),
    )
    store.save(run, record_of("One", one, met, called, extra=(scholz,)))
    store.save(run, record_of("Two", two, event(two, "e1", "CONSULT", "received", "Macron", "Emmanuel Macron", "Tuesday")))
    store.save(run, record_of("Three", three, event(three, "e1", "ASSAULT", "shelled", "The army", "Army")))
    return ids(store)


def ids(store: Store) -> dict[str, str]:
    with store.reading() as connection:
        numbers = [
            row[0]
            for row in connection.exec_driver_sql(
                "SELECT DISTINCT event FROM members JOIN mentions ON mention = id WHERE current ORDER BY event"
            )
        ]
    return {told.event.triggers[0].quote: number for number in numbers for told in (store.event(number).tellings)}  # type: ignore[union-attr]


def bytes_of(path: Path) -> bytes:
    """All that a store's files hold, and what is packed in them."""
    with closing(sqlite3.connect(path)) as raw:
        kept = [row[0] for line in PACKED for row in raw.execute(line) if row[0] is not None]
    return b"".join([*(one.read_bytes() for one in sorted(path.parent.glob(path.name + "*"))), *(unpacked(one).encode() for one in kept)])


def eventless(number: int, text: str | None = None, **given: str) -> Record:
    """A record without events, of a text of its own."""
    body = text or f"Report {number}. Nothing happened in town {number}."
    return Record(
        Report(f"r{number}", body, outlet=given.get("outlet", "Gazette"), published=given.get("published")), made_by=MadeBy("0.1.0")
    )
