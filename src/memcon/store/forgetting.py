"""Taking reports, people and passages out of a store for good: out of its tables, its search index and the values of decisions.

What is left in free pages and in the log file is `sqlite.erase_traces`' work, once the transaction is over.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, delete, or_, select, update

from memcon.actors.names import fold
from memcon.model.boundary import event_from_dict

from .chain import SIDES, SPOKEN, remove_values
from .erasures import Erasure
from .listing import list_events
from .masking import Json, Place, Who, Words, masked, without_passage
from .namesakes import Known, Meant, key_of
from .rewriting import HEAD, Held, purge, rewrite, sweep
from .rows import event_id, report_id
from .schema import decisions, events, failures, members, mentions, metadata, reports
from .tellings import current_id

_NO_FORM = frozenset(("a", "an", "the"))


def forget_report(connection: Connection, number: str) -> Erasure:
    """Take a report out with all that was read from it. Events that no other report tells keep nothing but their ids."""
    told = events_of(connection, number) | _first_told(connection, number)
    _pass_on_copies(connection, number)
    row = connection.execute(select(reports).where(reports.c.id == number)).mappings().one()
    own = [select(mentions.c.id).where(mentions.c.report == number)]
    for table in reversed(metadata.sorted_tables):
        for column in table.columns:
            if any(key.column is mentions.c.id for key in column.foreign_keys):
                connection.execute(delete(table).where(column.in_(own[0])))
    for table in reversed(metadata.sorted_tables):
        for column in table.columns:
            if table is not reports and any(key.column is reports.c.id for key in column.foreign_keys):
                connection.execute(delete(table).where(column == number))
    connection.execute(delete(reports).where(reports.c.id == number))
    _drop_failures(connection, (row["name"], row["url"]))
    done = Erasure({number: None})
    _settle(connection, told, done)
    _drop_values(connection, told, done.events)
    return done


def forget_person(connection: Connection, wanted: str, everyone: bool = False) -> Erasure | None:
    """Take someone (by name, or by key as in `wd:Q...`) out of every text, record and value; None where the store knows nobody so named.

    A name that several bear is refused (NamesakesError) unless `everyone` is meant. What is another's stays: in reports that do not tell
    of whom is meant, a name that another bears is left as it is; in those that do, the words that mean the other.
    """
    known = Known.of(connection)
    one = known.meant(wanted, everyone)
    if one is None:
        return None
    who, sure, all_forms = who_is(one, known)
    done = Erasure(words=all_forms)
    own = {report for bearer in one.own for report in bearer.reports}
    for number in _reports_with(connection, who, sure, own):
        words = all_forms if number in own else sure
        done.reports[number] = forget_in(held := Held.of(connection, number), who, words)
        held.write(connection)
    touched = {event for number in done.reports for event in events_of(connection, number)}
    purge(connection, all_forms, [old for number in own for event in events_of(connection, number) for old in ids_of(connection, event)])
    sweep(connection, sure)
    _settle(connection, touched, done)
    return done


def redact(connection: Connection, number: str, passage: Place) -> Erasure:
    """Take a passage of a report out, with what was read from it; where near copies of the report hold it word for word, there too."""
    text = connection.execute(select(reports.c.text).where(reports.c.id == number)).scalar_one()
    said = text[passage[0] : passage[1]]
    done = Erasure(words=Words([said], whole=True))
    touched: set[str] = set()
    for one in (number, *_copies(connection, number)):
        body = connection.execute(select(reports.c.text).where(reports.c.id == one)).scalar_one()
        places = [passage] if one == number else _found(body, said)
        if not places:
            continue
        touched |= events_of(connection, one)
        rest = masked(body, places)
        lost = Words([said, *(set(_words(said)) - set(_words(rest)))], whole=True)
        about = [old for event in events_of(connection, one) for old in ids_of(connection, event)]

        def without(record: dict[str, Any], places: list[Place] = places) -> tuple[dict[str, Any], list[Place]]:
            for place in places:
                record = without_passage(record, place)
            return record, places

        done.reports[one] = rewrite(connection, one, lost, without, in_text=places)
        purge(connection, lost, about)
    purge(connection, done.words)
    _settle(connection, touched, done)
    _drop_values(connection, touched, done.events)
    return done


def who_is(meant: Meant, known: Known) -> tuple[Who, Words, Words]:
    """How whom is meant is known in records; the words that mean no other, wherever they stand; and with those that may mean another."""
    keys = [one.key for one in meant.own]
    named = {(name, one.kind) for one in meant.own for name in one.names}
    taken = {name for one in meant.namesakes for name in one.folded}
    forms = {name for name, _kind in named if fold(name) not in _NO_FORM}
    for name, kind in named:
        last = name.split()[-1]
        if kind == "person" and fold(last) not in _NO_FORM and not known.others_have(fold(last), keys):
            forms.add(last)
    sure = {form for form in forms if fold(form) not in taken and (" " in form.strip() or not known.others_have(fold(form), keys))}
    plain = {fold(form) for form in forms}
    kept = {name for name in known.names_of_others(plain, keys) if not _is_theirs(name, plain)}
    who = Who(
        frozenset(fold(name) for name, _kind in named),
        frozenset(one.key.removeprefix("wd:") for one in meant.own if one.key.startswith("wd:")),
        fold,
        frozenset(one.key for one in meant.namesakes),
        key_of,
    )
    return who, Words(sure, keep=kept), Words(forms, keep=kept)


def forget_in(held: Held, who: Who, words: Words) -> str:
    """Take someone out of a report and its readings; returns the id that its text has then. What means another of the name stays."""
    others = [place for record in held.records.values() for place in who.places_of_others(record)]
    in_text = [place for place in words.places(held.row["text"]) if not any(a <= place[0] and place[1] <= b for a, b in others)]
    held.take_out(words, who.without, in_text, who.is_other)
    return report_id(held.report)


def _is_theirs(name: str, plain: Collection[str]) -> bool:
    """Whether a name is one of those in plain lower case, or of what is theirs: "Rahimi's lawyers" names Rahimi."""
    return fold(re.split("['’]s?(?!\\w)", name, maxsplit=1)[0]) in plain


def names(held: Held, who: Who, words: Words) -> bool:
    """Whether the words stand in a report, or its readings name that one."""
    if any(words.stand_in(held.row[name]) for name in ("text", *HEAD)):
        return True
    return any(who(one) for record in held.records.values() for one in named_in(record))


def named_in(record: Json) -> Iterator[Json]:
    """The entities of a record and the parties of its events."""
    yield from record.get("entities", ())
    for event in record["events"]:
        yield from event["participants"]


def _reports_with(connection: Connection, who: Who, words: Words, own: Collection[str]) -> list[str]:
    """The reports that are one's own, or whose words or readings name that one."""
    numbers = connection.execute(select(reports.c.id).order_by(reports.c.id)).scalars().all()
    return [number for number in numbers if number in own or names(Held.of(connection, number), who, words)]


def _settle(connection: Connection, touched: Iterable[str], done: Erasure) -> None:
    """Index the events anew; those that nobody tells any more are forgotten."""
    touched = sorted(set(touched))
    list_events(connection, touched)
    for number in touched:
        if connection.execute(select(members.c.mention).where(members.c.event == number).limit(1)).first() is None:
            done.events.append(number)


def _drop_values(connection: Connection, touched: Iterable[str], gone: Iterable[str]) -> None:
    """Remove the values of decisions about these events: all where the event is gone, the machine's (before a correction) else."""
    lost = set(gone)
    for number in sorted({*touched, *lost}):
        for row in connection.execute(
            select(decisions.c.seq, decisions.c.action).where(decisions.c.target.in_(ids_of(connection, number)))
        ):
            if number in lost:
                remove_values(connection, row.seq, *(SIDES if row.action in SPOKEN else ("reason",)))
            elif row.action == "correct":
                remove_values(connection, row.seq, "before")


def ids_of(connection: Connection, number: str) -> list[str]:
    """The id of an event and those of the ones that it took in."""
    return [number, *(row.id for row in connection.execute(select(events.c.id).where(events.c.replaced_by == number)))]


def events_of(connection: Connection, report: str) -> set[str]:
    """The events that a report tells."""
    joined = select(members.c.event).join(mentions, members.c.mention == mentions.c.id).where(mentions.c.report == report)
    return {row.event for row in connection.execute(joined)}


def _first_told(connection: Connection, report: str) -> set[str]:
    """The events that a report was the first to tell, in whichever reading; their ids come from its words."""
    rows = connection.execute(select(mentions.c.json).where(mentions.c.report == report))
    made = {event_id(report, event_from_dict(json.loads(row.json))) for row in rows}
    found = {current_id(connection, number) for number in made}
    return {number for number in found if number is not None}


def _copies(connection: Connection, number: str) -> list[str]:
    first = connection.execute(select(reports.c.copy_of).where(reports.c.id == number)).scalar() or number
    rows = connection.execute(select(reports.c.id).where(or_(reports.c.copy_of == first, reports.c.id == first), reports.c.id != number))
    return sorted(row.id for row in rows)


def _pass_on_copies(connection: Connection, number: str) -> None:
    """Where the report was the one that others repeat, the earliest of those takes its place."""
    rows = connection.execute(select(reports.c.id, reports.c.published).where(reports.c.copy_of == number)).all()
    if not rows:
        return
    first = min(rows, key=lambda row: (row.published or "9999", row.id)).id
    connection.execute(update(reports).where(reports.c.copy_of == number).values(copy_of=first))
    connection.execute(update(reports).where(reports.c.id == first).values(copy_of=None, likeness=None))


def _drop_failures(connection: Connection, names: Iterable[str | None]) -> None:
    connection.execute(delete(failures).where(failures.c.source.in_([name for name in names if name])))


def _found(text: str, words: str) -> list[Place]:
    found, at = [], text.find(words)
    while at >= 0:
        found.append((at, at + len(words)))
        at = text.find(words, at + len(words))
    return found


def _words(text: str) -> list[str]:
    return ["".join(c for c in word if c.isalnum() or c in "'’-").strip("'’-").casefold() for word in text.split()]
