"""A report and its readings written anew without some of their words."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, String, delete, insert, or_, select, update

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
_HEAD = ("title", "name", "outlet", "url")
_STRUCTURED = (decisions, decision_values, reports, readings, mentions, parties)


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A report that was written anew, and the id that its text has now."""

    number: str
    reads_as: str


def rewrite(
    connection: Connection,
    number: str,
    words: Words,
    clean: Cleaning,
    in_text: Sequence[Place],
    spare: Callable[[Json], bool] = lambda _party: False,
) -> Rewritten:
    """Write a report and all its readings anew. `words` go wherever they stand but with whom to `spare`, in the text from these places."""
    row = dict(connection.execute(select(reports).where(reports.c.id == number)).mappings().one())
    stored = connection.execute(
        select(readings.c.run, readings.c.record).where(readings.c.report == number, readings.c.record.is_not(None))
    ).all()
    records = {one.run: json.loads(one.record) for one in stored}
    cleaned = {run: clean(record) for run, record in records.items()}
    places = [*in_text, *(place for _told, more in cleaned.values() for place in more)]
    head = {name: words.masked(row[name]) if row[name] else row[name] for name in _HEAD}
    head["url"] = None if head["url"] != row["url"] else row["url"]
    text = masked(row["text"], places)
    new = Report(head["name"], text, head["title"], row["published"], head["outlet"], head["url"], row["language"])
    connection.execute(update(reports).where(reports.c.id == number).values(text=text, **head))
    _note_bands(connection, number, text)
    for run, (told, _places) in cleaned.items():
        record = requoted(told, text, words, spare)
        before = {event["id"]: event for event in records[run]["events"]}
        record["events"] = [_summed_up(event, before[event["id"]]) for event in record["events"]]
        record["report"]["sha256"] = new.sha256
        if "id" in record["report"]:
            record["report"]["id"] = words.masked(record["report"]["id"])
        if record["report"].get("url"):
            record["report"]["url"] = new.url
        connection.execute(
            update(readings).where(readings.c.report == number, readings.c.run == run).values(record=_json(record), reason=None)
        )
        _rewrite_mentions(connection, number, run, {event["id"]: event for event in record["events"]})
    return Rewritten(number, report_id(new))


def sweep(connection: Connection, words: Words) -> None:
    """Take the words out of every other text of the store; of decisions, remove the values and reasons that hold them."""
    purge(connection, words)
    for row in connection.execute(select(failures)).all():
        if words.stand_in(row.source) or words.stand_in(row.reason):
            connection.execute(delete(failures).where(failures.c.source == row.source))
    for table in metadata.sorted_tables:
        keys = list(table.primary_key.columns)
        for column in table.columns:
            if table in _STRUCTURED or column.primary_key or column.foreign_keys or not isinstance(column.type, String):
                continue
            for row in connection.execute(select(*keys, column.label("words_")).where(column.is_not(None))).all():
                if words.stand_in(row.words_):
                    same = [key == row._mapping[key] for key in keys]
                    connection.execute(update(table).where(*same).values({column.name: words.masked(row.words_)}))


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
        names = party_rows(row.id, event)
        for one in names:
            if MASK in one["name"]:  # two of whom nothing is known are not to be taken for one
                one["key"] = f"erased:{row.id}.{one['number']}"
        if names:
            connection.execute(insert(parties), names)
        _note_near(connection, row.id, event)


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
