"""Resolutions and decisions: a line that names the body, and below it what it does: "The Council,", "Condemning ...", "1. Demands ..."."""

from __future__ import annotations

import re
from dataclasses import replace

from .parsed import Parsed, remembered

_BODY = re.compile(r"^[ \t]*((?:The )?[A-Z][\w'’-]+(?: (?:of|and|the|on|for|[A-Z][\w'’-]+)){0,8}),[ \t]*$", re.M)
_CLAUSE = re.compile(r"^[ \t]*(?:(?:\d{1,2}\.|\(?[a-z]\))[ \t]*)?([A-Z][a-z]+(?:ing|s))\b", re.M)
_FEWEST = 2  # clauses below the line


def body_of_clause(p: Parsed, verb: int) -> list[int]:
    """The last word of the name of the body whose clause begins with a verb; none where it begins no clause of a resolution.

    >>> from memcon.reading.parse.parsing import parser
    >>> p = parser().parse("The Security Council,\\nCondemning the raid,\\n1. Demands that Chad leave;\\n2. Urges Togo to help.")
    >>> [[p.words[t] for t in body_of_clause(p, p.words.index(word))] for word in ("Condemning", "Demands", "leave")]
    [['Council'], ['Council'], []]
    """
    told = _told(p, 0)
    return told[:1] if verb in told[1:] else []


def body_of_sentence(p: Parsed, token: int) -> int | None:
    """The body whose clause a word stands in, for whom "its" stands there; None in other sentences."""
    return next(iter(body_of_clause(p, p.sentences[p.sentence_of[token]][0])), None)


@remembered
def _told(p: Parsed, _: int) -> list[int]:
    """The body, and the words that open its clauses."""
    found = _BODY.search(p.text)
    if found is None:
        return []
    opened = {clause.start(1) for clause in _CLAUSE.finditer(p.text, found.end())}
    body = [t for t in range(len(p)) if found.start(1) <= p.starts[t] < found.end(1)]
    clauses = [t for t in range(len(p)) if p.starts[t] in opened]
    return [body[-1], *clauses] if body and len(clauses) >= _FEWEST else []


def with_clauses_as_verbs(p: Parsed) -> Parsed:
    """The text with verbs that open the clauses of a resolution, read as nouns ("Demands that"), as the verbs that they are."""
    misread = [t for t in _told(p, 0)[1:] if p.tags[t] in ("NNS", "NNPS") and p.deps[t] == "ROOT"]
    if not misread:
        return p
    tags = list(p.tags)
    for token in misread:
        tags[token] = "VBZ"
    return replace(p, tags=tuple(tags))
