"""The log of decisions as a hash chain: entries are appended, each one's hash covers the one before, and the whole can be verified.

The entry itself holds hashes only. A reason and the values before and after stand in a table of their own, with a salt each, so that they
can be removed for good: without the salt a hash tells nothing of the value, and the chain verifies as before.
"""

from __future__ import annotations

import hashlib
import json
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, insert, select, true, update

from .schema import decision_values, decisions

START = "0" * 64
"""What stands as the hash of the entry before the first."""
ERASING = ("forget", "redact")
SPOKEN = ("accept", "reject", "correct")
"""Decisions whose values are words; those of the others are ids."""
_COVERED = ("seq", "at", "who", "action", "target", "field", "reason_hash", "before_hash", "after_hash", "previous")
SIDES = ("before", "after", "reason")
_HEAD = re.compile("[0-9]{1,9}:[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Decision:
    """One entry of the log. `before`, `after` and `reason` are None where there was none or where it was removed for good."""

    seq: int
    at: str
    who: str
    action: str
    target: str
    field: str
    reason: str | None
    before: str | None
    after: str | None
    hash: str


def value_hash(salt: str, value: str) -> str:
    """The hash that stands in an entry for a value.

    >>> value_hash("5a17", "planned") == value_hash("5a18", "planned")
    False
    """
    return hashlib.sha256((salt + value).encode("utf-8", "surrogatepass")).hexdigest()


def entry_hash(entry: Mapping[str, Any]) -> str:
    """The hash of an entry: of its parts, the hash of the one before among them, as JSON with sorted keys and no blanks.

    >>> entry = dict.fromkeys(_COVERED, "") | {"seq": 1, "previous": START}
    >>> entry_hash(entry) == entry_hash(entry | {"who": "somebody else"})
    False
    """
    told = json.dumps({name: entry[name] for name in _COVERED}, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()


def append(connection: Connection, entry: Mapping[str, str], values: Mapping[str, str | None]) -> Decision:
    """Add an entry (at, who, action, target, field) with its values (before, after, reason) to the end of the log."""
    last = connection.execute(select(decisions.c.seq, decisions.c.hash).order_by(decisions.c.seq.desc()).limit(1)).first()
    row: dict[str, Any] = {**entry, "seq": last.seq + 1 if last else 1, "previous": last.hash if last else START}
    kept = []
    for side in SIDES:
        value = values.get(side)
        salt = secrets.token_hex(16)
        row[f"{side}_hash"] = value_hash(salt, value) if value is not None else ""
        if value is not None:
            kept.append({"seq": row["seq"], "side": side, "salt": salt, "value": value})
    row["hash"] = entry_hash(row)
    connection.execute(insert(decisions).values(row))
    if kept:
        connection.execute(insert(decision_values), kept)
    return _decision(row, values)


def entries(connection: Connection, *seqs: int) -> list[Decision]:
    """The entries of these numbers, or all, in order."""
    wanted, of_these = (table.c.seq.in_(seqs) if seqs else true() for table in (decisions, decision_values))
    values: dict[int, dict[str, str | None]] = {}
    for row in connection.execute(select(decision_values).where(of_these)):
        values.setdefault(row.seq, {})[row.side] = row.value
    rows = connection.execute(select(decisions).where(wanted).order_by(decisions.c.seq)).mappings()
    return [_decision(dict(row), values.get(row["seq"], {})) for row in rows]


def remove_values(connection: Connection, seq: int, *sides: str) -> None:
    """Remove the values of an entry, with their salts, for good."""
    wanted = (decision_values.c.seq == seq) & decision_values.c.side.in_(sides or SIDES)
    connection.execute(update(decision_values).where(wanted).values(salt="", value=None))


def length(connection: Connection) -> int:
    """How many entries the log has."""
    return connection.scalar(select(func.count()).select_from(decisions)) or 0


def head(connection: Connection) -> str:
    """How many entries the log has and the hash of the last, as `3:5f0c...`. Kept elsewhere it proves later that none was cut off."""
    last = connection.execute(select(decisions.c.seq, decisions.c.hash).order_by(decisions.c.seq.desc()).limit(1)).first()
    return f"{last.seq}:{last.hash}" if last else f"0:{START}"


def is_head(told: str) -> bool:
    """Whether this is what `head` gives.

    >>> is_head(f"0:{START}"), is_head("soon")
    (True, False)
    """
    return _HEAD.fullmatch(told) is not None


def head_problems(connection: Connection, noted: str) -> list[str]:
    """What of the log is not as it was when this head was noted; empty where all of it is there still."""
    count, _, known = noted.partition(":")
    had, there = int(count), connection.scalar(select(func.max(decisions.c.seq))) or 0
    if there < had:
        return [f"the log ends too early: {had - there} of the {had} decisions are gone from its end"]
    now = connection.scalar(select(decisions.c.hash).where(decisions.c.seq == had)) if had else START
    return [] if now == known else [f"decision {had} is not the one that was noted: the log was written anew"]


def chain_problems(connection: Connection) -> list[str]:
    """What is wrong with the log; empty where it verifies.

    Every entry must be hashed as it stands and follow on the one before, and every value must be the one that was hashed. A value may be
    missing only if a later entry says that something was forgotten or redacted.
    """
    rows = [dict(row) for row in connection.execute(select(decisions).order_by(decisions.c.seq)).mappings()]
    kept = {(row.seq, row.side): row for row in connection.execute(select(decision_values))}
    last_erasing = max((row["seq"] for row in rows if row["action"] in ERASING), default=0)
    problems = []
    previous, number = START, 0
    for row in rows:
        number += 1
        at = f"decision {row['seq']}"
        if row["seq"] != number:
            problems.append(f"{at}: number {number} is missing before it")
            number = row["seq"]
        if row["previous"] != previous:
            problems.append(f"{at}: it does not follow on the entry before it")
        if row["hash"] != entry_hash(row):
            problems.append(f"{at}: the entry is not what was hashed")
        previous = row["hash"]
        for side in SIDES:
            value = kept.pop((row["seq"], side), None)
            if value is None or value.value is None:
                if row[f"{side}_hash"] and row["seq"] > last_erasing:
                    problems.append(f"{at}: its {side} is missing, and nothing was forgotten since")
            elif value_hash(value.salt, value.value) != row[f"{side}_hash"]:
                problems.append(f"{at}: its {side} is not what was hashed")
    problems += [f"decision {seq}: a value without an entry" for seq, _side in kept]
    return problems


def _decision(row: Mapping[str, Any], values: Mapping[str, str | None]) -> Decision:
    parts = {name: row[name] for name in ("seq", "at", "who", "action", "target", "field", "hash")}
    return Decision(**parts, reason=values.get("reason"), before=values.get("before"), after=values.get("after"))
