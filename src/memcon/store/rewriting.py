"""A report and its readings written anew without some of their words."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Connection, String, delete, insert, or_, select, update

from memcon.merging import Told
from memcon.model import Event, Report
from memcon.model.boundary import event_from_dict
from memcon.reading.record.summary import summary

from .chain import SPOKEN, remove_values
from .copies import note_bands, shingles
from .masking import MASK, Json, Place, Words, masked, requoted
from .neighbourhood import note
from .rows import mention_row, party_rows, report_id, witness
from .schema import (
    bands,
    decision_values,
    decisions,
    failures,
    members,
    mentions,
    metadata,
    near,
    pairs,
    parties,
    readings,
    reports,
    sought,
)

Cleaning = Callable[[Json], tuple[Json, list[Place]]]
"""Takes what must go out of a record's JSON; gives the rest, and the places of the text whose words must go too."""
HEAD = ("title", "name", "outlet", "url")
_STRUCTURED = (decisions, decision_values, reports, readings, mentions, parties)


@dataclass(slots=True)
class Held:
    """A report and its readings, by run, out of the store to be written anew."""

    row: dict[str, Any]
    records: dict[int, Json]

    @classmethod
    def of(cls, connection: Connection, number: str) -> Held:
        """A report of the store with its readings."""
        row = dict(connection.execute(select(reports).where(reports.c.id == number)).mappings().one())
        wanted = select(readings.c.run, readings.c.record).where(readings.c.report == number, readings.c.record.is_not(None))
        return cls(row, {one.run: json.loads(one.record) for one in connection.execute(wanted)})

    @property
    def report(self) -> Report:
        """The report as it is now."""
        row = self.row
        return Report(row["name"], row["text"], row["title"], row["published"], row["outlet"], row["url"], row["language"])

    def take_out(
        self, words: Words, clean: Cleaning, in_text: Sequence[Place], spare: Callable[[Json], bool] = lambda _party: False
    ) -> None:
        """Take out what `clean` does, and `words` wherever they stand but with whom to `spare`, in the text from these places."""
        cleaned = {run: clean(record) for run, record in self.records.items()}
        places = [*in_text, *(place for _told, more in cleaned.values() for place in more)]
        head = {name: words.masked(self.row[name]) if self.row[name] else self.row[name] for name in HEAD}
        head["url"] = None if head["url"] != self.row["url"] else self.row["url"]
        text = masked(self.row["text"], places)
        self.row |= {"text": text, **head}
        new = self.report
        for run, (told, _places) in cleaned.items():
            record = requoted(told, text, words, spare)
            before = {event["id"]: event for event in self.records[run]["events"]}
            record["events"] = [_summed_up(event, before[event["id"]]) for event in record["events"]]
            record["report"]["sha256"] = new.sha256
            if "id" in record["report"]:
                record["report"]["id"] = words.masked(record["report"]["id"])
            if record["report"].get("url"):
                record["report"]["url"] = new.url
            self.records[run] = record

    def write(self, connection: Connection) -> None:
        """Put it back into the store."""
        number = self.row["id"]
        changed = {name: self.row[name] for name in ("text", *HEAD)}
        connection.execute(update(reports).where(reports.c.id == number).values(**changed))
        _note_bands(connection, number, self.row["text"])
        for run, record in self.records.items():
            same = (readings.c.report == number, readings.c.run == run)
            connection.execute(update(readings).where(*same).values(record=_json(record), reason=None))
            _rewrite_mentions(connection, number, run, {event["id"]: event for event in record["events"]})


def rewrite(
    connection: Connection,
    number: str,
    words: Words,
    clean: Cleaning,
    in_text: Sequence[Place],
    spare: Callable[[Json], bool] = lambda _party: False,
) -> str:
    """Write a report and all its readings anew (see `Held.take_out`); returns the id that its text has now."""
    held = Held.of(connection, number)
    held.take_out(words, clean, in_text, spare)
    held.write(connection)
    return report_id(held.report)


def sweep(connection: Connection, words: Words) -> None:
    """Take the words out of every other text of the store; of decisions, remove the values and reasons that hold them."""
    purge(connection, words)
    for row in connection.execute(select(failures)).all():
        if words.stand_in(row.source) or words.stand_in(row.reason):
            connection.execute(delete(failures).where(failures.c.source == row.source))
    for column in swept_columns():
        for keys, said in texts_of(connection, column):
            if words.stand_in(said):
                put_text(connection, column, keys, words.masked(said))


def swept_columns() -> list[Column[Any]]:
    """The columns of texts that are neither a report's nor a reading's nor a decision's."""
    return [
        column
        for table in metadata.sorted_tables
        for column in table.columns
        if not (table in _STRUCTURED or column.primary_key or column.foreign_keys or not isinstance(column.type, String))
    ]


def texts_of(connection: Connection, column: Column[Any]) -> list[tuple[tuple[Any, ...], str]]:
    """The texts of a column with the keys of their rows."""
    rows = connection.execute(select(*column.table.primary_key.columns, column.label("words_")).where(column.is_not(None)))
    return [(tuple(row)[:-1], row.words_) for row in rows]


def put_text(connection: Connection, column: Column[Any], keys: tuple[Any, ...], words: str) -> None:
    """Put another text into the row of these keys."""
    same = [key == value for key, value in zip(column.table.primary_key.columns, keys, strict=True)]
    connection.execute(update(column.table).where(*same).values({column.name: words}))


def purge(connection: Connection, words: Words, targets: Iterable[str] | None = None) -> None:
    """Remove every value and reason of a decision (about `targets` alone, if given) in which one of the words stands."""
    said = select(decisions.c.action, decision_values).join(decision_values, decision_values.c.seq == decisions.c.seq)
    if targets is not None:
        said = said.where(decisions.c.target.in_(list(targets)))
    for row in connection.execute(said.where(decision_values.c.value.is_not(None))).all():
        if (row.side == "reason" or row.action in SPOKEN) and words.stand_in(row.value):
            remove_values(connection, row.seq, row.side)


def _rewrite_mentions(connection: Connection, report: str, run: int, told: dict[str, Json]) -> None:
    rows = connection.execute(
        select(mentions.c.id, mentions.c.local, mentions.c.current).where(mentions.c.report == report, mentions.c.run == run)
    )
    for row in rows.all():
        connection.execute(delete(parties).where(parties.c.mention == row.id))
        if row.local not in told:
            connection.execute(delete(members).where(members.c.mention == row.id))
            connection.execute(delete(near).where(near.c.mention == row.id))
            connection.execute(delete(sought).where(sought.c.mention == row.id))
            connection.execute(delete(pairs).where(or_(pairs.c.one == row.id, pairs.c.other == row.id)))
            connection.execute(delete(mentions).where(mentions.c.id == row.id))
            continue
        event = event_from_dict(told[row.local])
        values = mention_row(report, run, event, told[row.local]) | {"current": row.current}
        connection.execute(update(mentions).where(mentions.c.id == row.id).values(**values))
        names = known_rows(row.id, event)
        if names:
            connection.execute(insert(parties), names)
        _note_near(connection, row.id, event)


def known_rows(mention: int, event: Event) -> list[dict[str, Any]]:
    """The rows of `parties` for an event of which something was taken out."""
    names = party_rows(mention, event)
    for one in names:
        if MASK in one["name"]:  # two of whom nothing is known are not to be taken for one
            one["key"] = f"erased:{mention}.{one['number']}"
    return names


def _note_near(connection: Connection, mention: int, event: Event) -> None:
    """Note anew by what a mention is found when others are placed, without what is masked."""
    if connection.execute(delete(near).where(near.c.mention == mention)).rowcount:
        joined = select(reports).join(mentions, mentions.c.report == reports.c.id).where(mentions.c.id == mention)
        note(connection, [Told.of(mention, event, witness(dict(connection.execute(joined).mappings().one())))])


def _summed_up(event: Json, before: Json) -> Json:
    """The event with a summary of what is left of it, where something was taken out."""
    if event == before:
        return event
    return {**event, "summary": summary(event_from_dict(event))}


def _note_bands(connection: Connection, number: str, text: str) -> None:
    connection.execute(delete(bands).where(bands.c.report == number))
    note_bands(connection, number, shingles(text))


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
