"""The tables of a store. SQLAlchemy Core, nothing that only one database knows; what is peculiar to SQLite stands in `sqlite`.

A *mention* is one event as one report tells it; an *event* is what the mentions that are one event of the world have in common. Its id is
published: once given it names that event for good, and one that was merged away still leads to the one that took it in.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Float, ForeignKey, Index, Integer, MetaData, String, Table, Text, UniqueConstraint

from . import sqlite
from .packing import Packed

metadata = MetaData()

versions = Table("versions", metadata, Column("version", Integer, primary_key=True), Column("applied", String, nullable=False))
"""The migrations that were applied."""

runs = Table(
    "runs",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("started", String, nullable=False),
    Column("finished", String),
    Column("memcon", String, nullable=False),
    Column("config", String, nullable=False, default=""),
    Column("models", Text, nullable=False, default="{}"),
)
"""Every reading belongs to a run: which software, models (JSON object of hashes) and configuration read it."""

reports = Table(
    "reports",
    metadata,
    Column("id", String, primary_key=True),
    Column("raw_sha256", String, nullable=False),
    Column("text_sha256", String, nullable=False, index=True),
    Column("name", String, nullable=False),
    Column("title", Text),
    Column("outlet", String),
    Column("published", String, index=True),
    Column("url", Text),
    Column("language", String),
    Column("text", Text, nullable=False),
    Column("added", String, nullable=False),
    Column("copy_of", String, ForeignKey("reports.id"), index=True),
    Column("likeness", Float),
    Column("zone", Float),
    Index("reports_outlet", "outlet", "id"),
)
"""Reports, whole. `name` is the report's own id (a file's name, say); `copy_of` the report that it repeats nearly word for word,
`zone` that of the place that its dateline names, in hours east of Greenwich."""

bands = Table(
    "copy_bands",
    metadata,
    Column("key", BigInteger, primary_key=True),
    Column("report", String, ForeignKey("reports.id"), primary_key=True, index=True),
    **sqlite.CLUSTERED,
)
"""Keys by which reports that repeat one another are found (see `copies`)."""

readings = Table(
    "readings",
    metadata,
    Column("report", String, ForeignKey("reports.id"), primary_key=True),
    Column("run", Integer, ForeignKey("runs.id"), primary_key=True),
    Column("state", String, nullable=False),
    Column("reason", Text),
    Column("seconds", Float),
    Column("record", Packed),
)
"""What a run made of a report: `read` with the record (JSON of the contract, without the text), or `failed` with the reason."""

failures = Table(
    "failures",
    metadata,
    Column("source", String, primary_key=True),
    Column("run", Integer, ForeignKey("runs.id"), nullable=False),
    Column("reason", Text, nullable=False),
    Column("at", String, nullable=False),
)
"""Inputs that did not become reports (not readable, no text, killed while they were read), by the name that was given."""

mentions = Table(
    "mentions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("report", String, ForeignKey("reports.id"), nullable=False),
    Column("run", Integer, ForeignKey("runs.id"), nullable=False),
    Column("local", String, nullable=False),
    Column("current", Boolean, nullable=False, default=True),
    Column("type", String, nullable=False),
    Column("mode", String, nullable=False, default=""),
    Column("status", String, nullable=False),
    Column("first", String),
    Column("last", String),
    Column("edtf", String),
    Column("country", String),
    Column("place", String),
    Column("position", Integer, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("json", Packed, nullable=False),
    UniqueConstraint("report", "run", "local"),
)
"""Events as reports tell them: `local` the id within the record, `first` and `last` the ISO days of `when` (empty where open or unknown),
`position` where the first trigger stands, `json` the event of the contract. Those of a report's latest reading are current."""

parties = Table(
    "parties",
    metadata,
    Column("mention", Integer, ForeignKey("mentions.id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("role", String, nullable=False),
    Column("key", String, nullable=False, index=True),
    Column("name", String, nullable=False),
    Column("folded", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("country", String),
    Column("sector", String),
    Column("office", String),
    Index("parties_named", "folded", "role", "mention"),
    Index("parties_of", "country", "role", "mention"),
    Index("parties_in_office", "office", "mention"),
    **sqlite.CLUSTERED,
)
"""Participants of mentions. `key` is who it is across reports: `wd:Q...`, `state:ISO3`, else kind, folded name and country;
`folded` the name in plain lower case."""

names = Table("names", metadata, Column("folded", String, primary_key=True), **sqlite.CLUSTERED)
"""Each name of `parties.folded` once, so that a part of a name is looked for among few. The database itself keeps it so (see `sqlite`)."""

events = Table(
    "events",
    metadata,
    Column("id", String, primary_key=True),
    Column("created", String, nullable=False),
    Column("replaced_by", String, ForeignKey("events.id"), index=True),
)
"""Events of the world. `replaced_by` is the event that took it in, empty while it stands by itself."""

members = Table(
    "members",
    metadata,
    Column("mention", Integer, ForeignKey("mentions.id"), primary_key=True),
    Column("event", String, ForeignKey("events.id"), nullable=False, index=True),
)
"""Which event a mention tells of; each mention of one only."""

near = Table(
    "near",
    metadata,
    Column("key", BigInteger, primary_key=True),
    Column("first", Integer, primary_key=True),
    Column("mention", Integer, ForeignKey("mentions.id"), primary_key=True, index=True),
    Column("last", Integer, nullable=False),
    **sqlite.CLUSTERED,
)
"""By what a mention is found when others are placed: the hash of one of its handles (see `merging.Told`) with its type, and the days on
which it may have been as numbers (see `neighbourhood`)."""

pairs = Table(
    "pairs",
    metadata,
    Column("one", Integer, ForeignKey("mentions.id"), primary_key=True),
    Column("other", Integer, ForeignKey("mentions.id"), primary_key=True),
    Column("score", Float, nullable=False),
    Column("reasons", Text, nullable=False),
    **sqlite.CLUSTERED,
)
"""Pairs of mentions that were made one event as they were weighed: how alike (0..1) and why (JSON list), `one` the smaller number."""

listed = Table(
    "listed",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("event", String, ForeignKey("events.id"), nullable=False, unique=True),
    Column("since", String, nullable=False),
    Column("until", String),
    Column("added", String, nullable=False),
    Column("reports", Integer, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("words", Text, nullable=False),
    Index("listed_since", "since", "event"),
    Index("listed_added", "added", "event"),
    Index("listed_reports", "reports", "event"),
    Index("listed_confidence", "confidence", "event"),
)
"""The events that reports tell of, as `find` orders and searches them (see `listing`): the first day and the last that a telling gives,
when the event came in, how many reports tell it, the surest telling's confidence, and its words. Made of the mentions, and anew whenever
they change."""

sought = Table(
    "sought",
    metadata,
    Column("mention", Integer, ForeignKey("mentions.id"), primary_key=True),
    Column("event", Integer, ForeignKey("listed.number"), nullable=False, index=True),
    Column("report", String, ForeignKey("reports.id"), nullable=False, index=True),
    Column("type", String, nullable=False),
    Column("mode", String, nullable=False),
    Column("status", String, nullable=False),
    Column("first", String),
    Column("last", String),
    Column("dated", Boolean, nullable=False),
    Column("contradicted", Boolean, nullable=False),
    Column("country", String),
    Column("place", String),
    Column("sources", Text),
    Index("sought_type", "type", "event", "mode"),
    Index("sought_country", "country", "event"),
    Index("sought_first", "first", "last", "event"),
    Index("sought_last", "last", "first", "event"),
)
"""Current mentions as `find` looks at them; `place` in lower case, `sources` lines of kinds and names in lower case."""

facets = Table(
    "facets",
    metadata,
    Column("event", Integer, ForeignKey("listed.number"), primary_key=True),
    Column("value", String, primary_key=True),
    Index("facets_value", "value", "event"),
    **sqlite.CLUSTERED,
)
"""What is counted of an event: `type:CONSULT`, `status:planned`, `country:FRA`, `year:2022`, each value of any telling once;
and `position:for`, by which votes are found."""

decisions = Table(
    "decisions",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("at", String, nullable=False),
    Column("who", String, nullable=False),
    Column("action", String, nullable=False),
    Column("target", String, nullable=False),
    Column("field", String, nullable=False, default=""),
    Column("reason_hash", String, nullable=False, default=""),
    Column("before_hash", String, nullable=False, default=""),
    Column("after_hash", String, nullable=False, default=""),
    Column("previous", String, nullable=False),
    Column("hash", String, nullable=False),
)
"""What people decided, appended only (the database itself refuses to change or delete an entry); each entry's hash covers the one
before. The reason and the values stand in `decision_values`, here their salted hashes. `target` is an event, a report, the number of
another decision, or the salted hash of who was forgotten."""

decision_values = Table(
    "decision_values",
    metadata,
    Column("seq", Integer, ForeignKey("decisions.seq"), primary_key=True),
    Column("side", String, primary_key=True),
    Column("salt", String, nullable=False),
    Column("value", Text),
)
"""The values before and after a decision and its reason (`side`: before, after, reason) with the salts of their hashes. All may be
removed for good, and the chain still verifies."""

erased = Table(
    "erased",
    metadata,
    Column("id", String, primary_key=True),
    Column("seq", Integer, ForeignKey("decisions.seq"), nullable=False),
    Column("reads_as", String, index=True),
)
"""Reports and events of which words were removed for good, and by which decision. A report that was redacted is still there: `reads_as` is
the id that its text has now. Of what was forgotten only the id is left (`reads_as` is empty)."""
