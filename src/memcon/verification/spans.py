"""Every span quotes the text that stands at its offsets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from .problem import Problem

_LONGEST_SHOWN = 60


def span_problems(record: Mapping[str, Any]) -> Iterator[Problem]:
    """The spans of a record's JSON that are not what the text says.

    >>> wrong = {"start": 0, "end": 2, "quote": "He"}
    >>> [str(p) for p in span_problems({"report": {"text": "She left."}, "times": [wrong]})]
    ["times/0: the text at 0..2 is 'Sh', the record quotes 'He'"]
    """
    text = record["report"]["text"]
    for path, span in spans(record, ""):
        start, end, quote = span["start"], span["end"], span["quote"]
        if not start < end <= len(text):
            yield Problem(path, f"{start}..{end} is no stretch of a text of {len(text)} characters")
        elif text[start:end] != quote:
            yield Problem(path, f"the text at {start}..{end} is {_shown(text[start:end])}, the record quotes {_shown(quote)}")


def spans(value: Any, path: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every span in a JSON value with the path to it, in the order of the JSON.

    >>> [path for path, _ in spans({"cue": [{"start": 0, "end": 2, "quote": "He"}]}, "")]
    ['cue/0']
    """
    if isinstance(value, Mapping):
        if {"start", "end", "quote"} <= value.keys():
            yield path, value
        for key, inner in value.items():
            yield from spans(inner, f"{path}/{key}" if path else str(key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from spans(inner, f"{path}/{number}")


def _shown(words: str) -> str:
    return repr(words if len(words) <= _LONGEST_SHOWN else words[: _LONGEST_SHOWN - 1] + "…")
