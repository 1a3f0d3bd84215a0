"""Taking many people out of a store at once: what `forget_person` does one by one, with the store gone over once for all of them.

One after the other they are looked for by indexes of words and names, and what is written anew waits until all are done: whose surname
another bears depends on who is named still. What each would have swept out of the rest of the store is taken out at the end, from a row
that was made anew only what came after.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy import Connection, delete, select

from memcon.actors.names import fold
from memcon.model.boundary import event_from_dict

from .chain import SPOKEN, remove_values
from .forgetting import events_of, forget_in, ids_of, named_in, names, who_is
from .holders import Holders
from .listing import list_events
from .masking import Who, Words
from .namesakes import Known, Naming, entities_named, stored_records
from .rewriting import HEAD, Held, known_rows, put_text, swept_columns, texts_of
from .schema import decision_values, decisions, failures, listed, mentions, reports, sought

_MOST = 2000
"""So many reports wait to be written at most."""


def forget_people(connection: Connection, wanted: Iterable[str]) -> int:
    """Take all of these out of every text, record and value, as `forget_person` does one after the other; returns how many it knew.

    Names that several bear are refused (NamesakesError), keys are not.
    """
    many = _Many(connection)
    known = sum([many.forget(one) for one in wanted])
    many.write()
    return known


class _Many:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._known = Known.of(connection)
        self._texts = Holders[str]()
        for row in connection.execute(select(reports)).mappings():
            self._texts.add(row["id"], "\n".join(row[name] or "" for name in ("text", *HEAD)))
        self._named: defaultdict[str, set[str]] = defaultdict(set)
        for report, _run, record in stored_records(connection):
            for one in named_in(record):
                self._named[fold(one.get("name") or "")].add(report)
                if one.get("wikidata"):
                    self._named[f"wd:{one['wikidata']}"].add(report)
        self._values = _Values(connection)
        self._waiting: dict[str, Held] = {}
        self._touched: dict[str, int] = {}
        self._swept: list[Words] = []

    def forget(self, wanted: str) -> bool:
        """Take someone out; False where nobody is known so."""
        one = self._known.meant(wanted)
        if one is None:
            return False
        who, sure, all_forms = who_is(one, self._known)
        own = {report for bearer in one.own for report in bearer.reports}
        about: set[str] = set()
        for number in sorted(own | self._texts.with_any((*sure.forms, *all_forms.forms)) | self._naming(who)):
            held = self._waiting.get(number) or Held.of(self._connection, number)
            words = all_forms if number in own else sure
            if number not in own and not names(held, who, words):
                continue
            self._waiting[number] = held
            forget_in(held, who, words)
            self._tell_anew(number, held)
            touched = events_of(self._connection, number)
            self._touched.update(dict.fromkeys(touched, len(self._swept)))
            about |= {old for event in touched if number in own for old in ids_of(self._connection, event)}
        self._swept.append(sure)
        self._purge([*self._values.take(all_forms, about), *self._values.take(sure)])
        if len(self._waiting) > _MOST:
            self.write()
        return True

    def _naming(self, who: Who) -> set[str]:
        keys = (*who.names, *(f"wd:{one}" for one in who.wikidata))
        return {report for key in keys for report in self._named.get(key, ())}

    def _tell_anew(self, number: str, held: Held) -> None:
        columns = (mentions.c.id, mentions.c.run, mentions.c.local)
        rows = self._connection.execute(select(*columns).where(mentions.c.report == number)).all()
        for run, record in held.records.items():
            told = {event["id"]: event for event in record["events"]}
            found: set[Naming] = set(entities_named(record))
            for row in rows:
                if row.run == run and row.local in told:
                    named = known_rows(row.id, event_from_dict(told[row.local]))
                    found |= {(one["key"], one["kind"], one["name"], one["country"]) for one in named}
            self._known.tell(number, run, found)

    def _purge(self, found: list[tuple[int, str]]) -> None:
        if found:
            if self._swept[:-1]:  # what is listed so far is listed by the values as they were
                *before, last = self._swept
                later = {event for event, step in self._touched.items() if step == len(before)}
                self._swept = before
                self._write(later)
                self._swept, self._touched = [last], dict.fromkeys(later, 0)
            for seq, side in found:
                remove_values(self._connection, seq, side)

    def write(self) -> None:
        """Write what waits to be written."""
        self._write(frozenset())
        self._swept, self._touched = [], {}

    def _write(self, but: Iterable[str]) -> None:
        for held in self._waiting.values():
            held.write(self._connection)
        self._waiting.clear()
        list_events(self._connection, set(self._touched) - set(but))
        self._sweep()

    def _sweep(self) -> None:
        """Take out of every other text of the store what each step would have, where the row was not made anew since."""
        connection = self._connection
        texts = [(column, keys, said) for column in swept_columns() for keys, said in texts_of(connection, column)]
        since = self._made_anew()
        holders = Holders[int]()
        for at, (_column, _keys, said) in enumerate(texts):
            holders.add(at, said)
        now = [said for _column, _keys, said in texts]
        for step, words in enumerate(self._swept):
            for at in holders.with_any(words.forms):
                column, keys, _said = texts[at]
                if step > since.get((column.table.name, keys), -1) and words.stand_in(now[at]):
                    now[at] = words.masked(now[at])
        self._drop_failures()
        for (column, keys, said), told in zip(texts, now, strict=True):
            if told != said:
                put_text(connection, column, keys, told)

    def _made_anew(self) -> dict[tuple[str, tuple[Any, ...]], int]:
        """Table and key of the rows that were made anew -> at which step."""
        events = {row.number: row.event for row in self._connection.execute(select(listed.c.number, listed.c.event))}
        steps = {number: self._touched[event] for number, event in events.items() if event in self._touched}
        rows = self._connection.execute(select(sought.c.mention, sought.c.event))
        found = {(sought.name, (row.mention,)): steps[row.event] for row in rows if row.event in steps}
        return found | {(listed.name, (number,)): step for number, step in steps.items()}

    def _drop_failures(self) -> None:
        for row in self._connection.execute(select(failures)).all():
            if any(words.stand_in(row.source) or words.stand_in(row.reason) for words in self._swept):
                self._connection.execute(delete(failures).where(failures.c.source == row.source))


class _Values:
    """The values and reasons of decisions that are words."""

    def __init__(self, connection: Connection) -> None:
        said = select(decisions.c.action, decisions.c.target, decision_values)
        said = said.join(decision_values, decision_values.c.seq == decisions.c.seq).where(decision_values.c.value.is_not(None))
        self._rows = {
            (row.seq, row.side): (row.target, row.value) for row in connection.execute(said) if row.side == "reason" or row.action in SPOKEN
        }
        self._holders = Holders[tuple[int, str]]()
        for key, (_target, value) in self._rows.items():
            self._holders.add(key, value)

    def take(self, words: Words, about: Collection[str] | None = None) -> list[tuple[int, str]]:
        """Those in which the words stand, of decisions about these events alone if they are given; they are not known any more."""
        found = []
        for key in sorted(self._holders.with_any(words.forms) & self._rows.keys()):
            target, value = self._rows[key]
            if (about is None or target in about) and words.stand_in(value):
                found.append(key)
                del self._rows[key]
        return found
