"""A question put to a store: relative days counted from the latest report, and asked wider where nothing answers it as it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select

from memcon.merging import Merged

from .asking import Question, understand
from .capitals import with_capitals
from .schema import reports
from .store import Store

_WHOM = re.compile(r"\bwhom:")
_MODE = re.compile(r"\s?\bmode:\S+")
_TALKS = re.compile(r"\bmode:(?:meeting|multilateral)(?!\S)")
_PROMISES = re.compile(r"(?i)\b(?:promis|pledg|commitment|vow|kept\b|overdue|(?:keep|break|broke|broken)\b.*\bword)")


@dataclass(frozen=True, slots=True)
class Answered:
    """What a store holds of a question. `query` is what was looked up: the question's own, or a wider one where that finds nothing
    (`wider`), or one narrowed by words of the question of which the query makes nothing (`narrowed`)."""

    query: str
    found: Sequence[Merged]
    wider: bool = False
    narrowed: bool = False


def understood(store: Store, question: str, today: str | None = None) -> tuple[Question, str | None]:
    """The question's query, and the day from which "last week" and "17 March" were counted: the latest report's, if none is given."""
    with store.reading() as connection:
        question = with_capitals(connection, question)
    asked = understand(question, today)
    if today is not None or not asked.relative:
        return asked, today
    with store.reading() as connection:
        day = (connection.scalar(select(func.max(reports.c.published))) or "")[:10]
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", day):
        return asked, None
    again = understand(question, day)
    return (again, day) if again.relative != asked.relative else (asked, None)


def looked_up(store: Store, asked: Question, most: int | None = None) -> Answered:
    """The events that answer a question.

    >>> with Store.open(None) as store:
    ...     looked_up(store, Question("type:assault whom:Gaza", "who"))
    Answered(query='type:assault whom:Gaza', found=[], wider=False, narrowed=False)
    """
    if not asked.query or asked.unanswerable:
        return Answered(asked.query, [])
    narrow = narrower(asked)
    for query in (*([narrow] if narrow else []), asked.query, *wider(asked.query), *asked.also):
        found = list(store.events(query, most) if most else store.events(query))
        if found:
            return Answered(query, found, query not in (asked.query, narrow), query == narrow)
    return Answered(asked.query, [])


def narrower(asked: Question) -> str:
    """The query with the words of which it makes nothing as words of the events; empty where there are none, or where they count days.

    >>> narrower(Question("type:assault", "who", unused=("two embassies",))), narrower(Question("type:assault", "who"))
    ('type:assault two embassies', '')
    """
    if asked.wanted == "how many":  # how many people: of events with that word there are fewer
        return ""
    words = [re.sub(r"[^\w\s]", " ", word) for word in asked.unused if word not in asked.relative]
    return " ".join(f"{asked.query} {' '.join(words)}".split()) if "".join(words).strip() else ""


def wider(query: str) -> Iterator[str]:
    """What else the question may mean: who is attacked may be a place, and the way of an act may be told otherwise.

    >>> list(wider("type:assault mode:aerial whom:Gaza"))
    ['type:assault mode:aerial place:Gaza', 'type:assault whom:Gaza', 'type:assault place:Gaza']
    """
    somewhere = _WHOM.sub("place:", query)
    tried = [somewhere]
    if "type:consult" in query:  # a call is no meeting
        tried += [_TALKS.sub("mode:meeting,multilateral,mediation", one) for one in (query, somewhere)]
    else:
        tried += [_MODE.sub("", query), _MODE.sub("", somewhere)]
    yield from (one for one in dict.fromkeys(tried) if one != query)


def about_promises(question: str) -> bool:
    """Whether a question is about promises and what became of them: the ledger of commitments tells that, and no query.

    >>> about_promises("Which promises were broken?"), about_promises("Who met Putin?")
    (True, False)
    """
    return bool(_PROMISES.search(question))
