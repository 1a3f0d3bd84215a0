"""What people decide of the record: accept, reject, correct, merge, split, forget, redact, and undo of each but the last two.

A decision is a new entry of the log and lies over the machine's values (see `shadow`); none overwrites them. Undo is an entry, too.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Connection, select

from memcon.model import Event
from memcon.ontology.codebook import codebook
from memcon.verification.vocabulary import is_edtf

from . import chain, sqlite
from .arranging import own_id, separate, telling_names, unite
from .chain import ERASING, Decision
from .erasures import Erasure
from .forgetting import forget_person, forget_report, redact
from .listing import list_events
from .namesakes import NamesakesError
from .rows import event_id
from .schema import reports
from .shadow import shadowed, undone
from .store import Store
from .tellings import current_id, merged, now
from .trouble import StoreError

ACTIONS = ("accept", "reject", "correct", "merge", "split", "forget", "redact", "undo")
EVERYONE = "everyone"
PLAIN_FIELDS = ("when", "where", "country", "source")


class DecisionError(StoreError):
    """A decision that cannot be: the message says why."""


@dataclass(slots=True)
class _Done:
    """What a decision changed: what stands in its entry, and what is still to be noted when the entry has its number."""

    target: str
    before: str | None = None
    after: str | None = None
    field: str = ""
    erasure: Erasure | None = None


def decide(
    store: Store, action: str, target: str, field: str = "", value: str | None = None, *, who: str, reason: str = "", at: str | None = None
) -> Decision:
    """Decide something and enter it in the log, in one transaction. DecisionError where it cannot be; then nothing changes.

    `target` is an event's id; a report's for `redact` (`value` is `START-END` in its text); a report's, a name or a party's key for
    `forget` (a name that several bear only with the value `everyone`); the number of a decision for `undo`. `correct` sets `field` to
    `value` (empty: there is none), `merge` takes the event `value` into the target, `split` takes the tellings of the reports in `value`
    (ids with blanks between them) out of it.

    >>> with Store.open(None) as store:
    ...     decide(store, "accept", "m0", who="ann")
    Traceback (most recent call last):
    memcon.store.decisions.DecisionError: there is no event m0
    """
    if action not in _DOERS:
        raise DecisionError(f"{action!r} is no decision; there are {', '.join(ACTIONS)}")
    with store.writing() as connection:
        done = _DOERS[action](connection, target, field, value)
        entry = {"at": at or now(), "who": who, "action": action, "target": done.target, "field": done.field}
        said = "" if done.erasure is not None and done.erasure.words.stand_in(reason) else reason
        made = chain.append(connection, entry, {"before": done.before, "after": done.after, "reason": said or None})
        if done.erasure is not None:
            done.erasure.note(connection, made.seq)
        elif action in ("correct", "undo"):
            list_events(connection, _corrected(connection, made))
    if action in ERASING:
        store.forget_views()
        clear_traces(store)
    return made


def clear_traces(store: Store) -> None:
    """Clear what was forgotten or redacted out of the file's free pages and log. `decide` does so; StoreError where it could not.

    >>> with Store.open(None) as store:
    ...     clear_traces(store)
    """
    if not sqlite.erase_traces(store.engine):
        raise StoreError(
            "it is gone from the tables, but its traces in the file could not be cleared: another process uses the store, or the disk "
            "is full; then do `memcon forget --traces`"
        )


def log(store: Store) -> list[Decision]:
    """All decisions, in order."""
    with store.reading() as connection:
        return chain.entries(connection)


def head(store: Store) -> str:
    """How many decisions there are and the hash of the last: kept elsewhere, it proves later that none was cut off (see `verify_chain`).

    >>> with Store.open(None) as store:
    ...     head(store)[:10]
    '0:00000000'
    """
    with store.reading() as connection:
        return chain.head(connection)


def verify_chain(store: Store, noted: str | None = None) -> list[str]:
    """What is wrong with the log of decisions; empty where it verifies.

    The log alone cannot show that its last entries were cut off, or that all of it was written anew; `noted`, a `head` of before, can.

    >>> with Store.open(None) as store:
    ...     verify_chain(store)
    []
    """
    if noted is not None and not chain.is_head(noted):
        raise DecisionError(f"{noted!r} is no head of a log, as in 3:5f0c... with 64 letters and digits")
    with store.reading() as connection:
        return [*chain.chain_problems(connection), *(chain.head_problems(connection, noted) if noted is not None else ())]


def fields() -> tuple[str, ...]:
    """The fields that can be corrected.

    >>> fields()[:4]
    ('type', 'mode', 'status', 'position')
    """
    return ("type", "mode", "status", "position", *PLAIN_FIELDS, *codebook().roles)


def _judge(connection: Connection, target: str, _field: str, _value: str | None, *, judgement: str) -> _Done:
    number = _event(connection, target)
    return _Done(number, shadowed(connection, merged(connection, [number])[0]).judgement, judgement)


def _correct(connection: Connection, target: str, field: str, value: str | None) -> _Done:
    number = _event(connection, target)
    event = shadowed(connection, merged(connection, [number])[0])
    if value is None:
        raise DecisionError("a correction wants a value (an empty one where there is none)")
    value = value.strip()
    _check(field, value, event.best("type") or "")
    return _Done(number, event.best(field), value, field)


def _merge(connection: Connection, target: str, _field: str, value: str | None) -> _Done:
    into, other = _event(connection, target), _event(connection, value or "")
    if into == other:
        raise DecisionError(f"{target} and {value} are one event already ({into})")
    before = {into: list(telling_names(connection, into)), other: list(telling_names(connection, other))}
    moved = unite(connection, into, other)
    return _Done(into, _json(before), _json({"into": into, "from": {other: moved}}))


def _split(connection: Connection, target: str, _field: str, value: str | None) -> _Done:
    number = _event(connection, target)
    told = list(telling_names(connection, number))
    wanted = (value or "").split()
    unknown = [one for one in wanted if not any(name.startswith(f"{one}@") for name in told)]
    if unknown:
        raise DecisionError(
            f"{number} is not told by {unknown[0]}; it is told by {', '.join(dict.fromkeys(n.split('@')[0] for n in told))}"
        )
    groups = (
        [[name for name in told if name.split("@")[0] in wanted]] if wanted else [[name] for name in _but_first(connection, number, told)]
    )
    if not groups or len(groups[0]) == len(told):
        raise DecisionError(f"nothing would be left of {number}: one telling at least must stay with it")
    out = {}
    for names in groups:
        own = own_id(connection, number, names, _brought(connection, number))
        out[own] = separate(connection, number, names, own)
    return _Done(number, _json({number: told}), _json({"into": number, "from": out}))


def _forget(connection: Connection, target: str, _field: str, value: str | None) -> _Done:
    if value not in (None, "", EVERYONE):
        raise DecisionError(f"{value!r} says nothing of whom to forget; {EVERYONE!r} means all of that name")
    if connection.execute(select(reports.c.id).where(reports.c.id == target)).first() is not None:
        done = forget_report(connection, target)
        return _Done(target, after=done.told(), erasure=done)
    try:
        person = forget_person(connection, target, value == EVERYONE)
    except NamesakesError as problem:
        raise DecisionError(str(problem)) from problem
    if person is None:
        raise DecisionError(f"the store has no report {target} and nobody of that name")
    # Who was forgotten is not to be found out from the log: the salt of this hash is not kept.
    hidden = chain.value_hash(secrets.token_hex(16), target)
    return _Done(f"party:{hidden[:16]}", after=person.told(), erasure=person)


def _redact(connection: Connection, target: str, _field: str, value: str | None) -> _Done:
    text = connection.execute(select(reports.c.text).where(reports.c.id == target)).scalar()
    if text is None:
        raise DecisionError(f"there is no report {target}")
    start, _, end = (value or "").partition("-")
    if not (start.isdecimal() and end.isdecimal() and int(start) < int(end) <= len(text)):
        raise DecisionError(f"{value!r} is no stretch of a text of {len(text)} characters: give START-END, as in 120-135")
    done = redact(connection, target, (int(start), int(end)))
    return _Done(target, after=done.told(), field=f"{int(start)}-{int(end)}", erasure=done)


def _undo(connection: Connection, target: str, _field: str, _value: str | None) -> _Done:
    found = chain.entries(connection, int(target)) if target.isdecimal() else []
    if not found:
        raise DecisionError(f"there is no decision {target}")
    if found[0].action in ERASING:
        raise DecisionError(f"what was {'forgotten' if found[0].action == 'forget' else 'redacted'} is gone for good")
    if found[0].seq in undone(connection):
        raise DecisionError(f"decision {target} is undone already")
    root, holds = found[0], False
    while root.action == "undo":  # an undo of an undo: what was undone holds again
        root, holds = chain.entries(connection, int(root.target))[0], not holds
    if root.action in ("merge", "split"):
        _rearrange(connection, root, holds)
    return _Done(target)


def _rearrange(connection: Connection, arranged: Decision, again: bool) -> None:
    change = json.loads(arranged.after or "{}")
    for other, names in change.get("from", {}).items():
        if (arranged.action == "merge") == again:
            unite(connection, change["into"], other, names)
        else:
            separate(connection, change["into"], names, other)


_DOERS: dict[str, Callable[[Connection, str, str, str | None], _Done]] = {
    "accept": lambda *of: _judge(*of, judgement="accepted"),
    "reject": lambda *of: _judge(*of, judgement="rejected"),
    "correct": _correct,
    "merge": _merge,
    "split": _split,
    "forget": _forget,
    "redact": _redact,
    "undo": _undo,
}


def _event(connection: Connection, target: str) -> str:
    number = current_id(connection, target)
    if number is None:
        raise DecisionError(f"there is no event {target}" if target else "which event? give its id")
    if not telling_names(connection, number):
        raise DecisionError(f"no report tells of event {target} any more")
    return number


def _check(field: str, value: str, kind: str) -> None:
    book = codebook()
    if field not in fields():
        raise DecisionError(f"there is no field {field!r}; there are {', '.join(fields())}")
    if not value and field in ("type", "status"):
        raise DecisionError(f"an event always has a {field}")
    known = {"type": tuple(book.types), "mode": book.types.get(kind, ()), "status": book.statuses, "position": book.positions}
    if value and field in known and value not in known[field]:
        raise DecisionError(f"{value!r} is no {field}; there are {', '.join(known[field]) or f'none for {kind}'}")
    if value and field == "when" and not is_edtf(value):
        raise DecisionError(f"{value!r} is no date: 2022-03-05, 2022-03, 2022, or 2022-03-05/2022-03-07 is wanted")
    if value and field == "country" and not (len(value) == len("ISR") and value.isalpha() and value.isupper()):
        raise DecisionError(f"{value!r} is no country's code of three letters, as in ISR")


def _but_first(connection: Connection, number: str, told: list[str]) -> list[str]:
    """The tellings of an event without the one that gave it its id, or without the first where none did."""
    for name in told:
        report, event = _telling(connection, number, name)
        if event_id(report, event) == number:
            return [one for one in told if one != name]
    return told[1:]


def _telling(connection: Connection, number: str, name: str) -> tuple[str, Event]:
    report, _, place = name.partition("@")
    start = int(place.partition("-")[0])
    (one,) = merged(connection, [number])
    return report, next(t.event for t in one.tellings if t.witness.id == report and t.event.triggers[0].start == start)


def _brought(connection: Connection, number: str) -> list[tuple[str, set[str]]]:
    """The events that people merged into this one, with the tellings that they brought."""
    found = []
    for one in chain.entries(connection):
        if one.action == "merge" and one.after and current_id(connection, one.target) == number:
            found += [(other, set(names)) for other, names in json.loads(one.after)["from"].items()]
    return found


def _corrected(connection: Connection, made: Decision) -> list[str]:
    """The event whose words a correction, or the undo of one, changes."""
    while made.action == "undo":
        made = chain.entries(connection, int(made.target))[0]
    number = current_id(connection, made.target) if made.action == "correct" else None
    return [number] if number else []


def _json(value: object) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"))
