"""All checks of a record, in the order in which a reader would want them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from memcon.model import Record
from memcon.model.boundary import shape_problems, to_dict

from .evidence import evidence_problems
from .problem import Problem
from .references import reference_problems
from .spans import span_problems
from .vocabulary import vocabulary_problems

_HASH = re.compile(r"[0-9a-f]{64}")


def verify(record: Record | Mapping[str, Any]) -> list[Problem]:
    """What does not hold in a record (or in its parsed JSON); empty if all of it does.

    Checked are the contract's shape, the hash of the text, every span against the text, the vocabulary of the codebook, identifiers
    and references, that every value has its span or its entry in `evidence`, and that the record says what made it.

    >>> from memcon.model import Event, MadeBy, Report, Span
    >>> event = Event("e1", "CONSULT", "", "happened", (Span(8, 11, "meets"),))
    >>> [str(p) for p in verify(Record(Report("r", "Bennett met Putin."), (event,), made_by=MadeBy("0.1.0")))][:1]
    ["events/0/triggers/0: the text at 8..11 is 'met', the record quotes 'meets'"]
    """
    data: Any = to_dict(record) if isinstance(record, Record) else record
    shape = shape_problems(data)
    if shape:
        return [Problem(path, message) for path, message in shape]
    checks = (_report_problems, span_problems, vocabulary_problems, reference_problems, evidence_problems, _maker_problems)
    return [problem for check in checks for problem in check(data)]


def _report_problems(record: Mapping[str, Any]) -> Iterator[Problem]:
    report = record["report"]
    digest = hashlib.sha256(report["text"].encode("utf-8", "surrogatepass")).hexdigest()
    if digest != report["sha256"]:
        yield Problem("report/sha256", f"the text's hash is {digest}, the record has {report['sha256']}")
    published = report.get("published")
    if published is not None:
        try:
            date.fromisoformat(published)
        except ValueError:
            yield Problem("report/published", f"{published!r} is no ISO date (YYYY-MM-DD)")


def _maker_problems(record: Mapping[str, Any]) -> Iterator[Problem]:
    maker = record["made_by"]
    if not maker["memcon"].strip():
        yield Problem("made_by/memcon", "the record does not say which version of memcon made it")
    for name, digest in maker.get("models", {}).items():
        if not _HASH.fullmatch(digest):
            yield Problem(f"made_by/models/{name}", f"{digest!r} is no SHA-256 hash")
    if maker.get("config") and not _HASH.fullmatch(maker["config"]):
        yield Problem("made_by/config", f"{maker['config']!r} is no SHA-256 hash")
