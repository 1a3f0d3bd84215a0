"""The objects of a JSON list one after the other, so that a large query result is never held whole."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterable, Iterator

from .refusals import ActorsFileError

LONGEST_OBJECT = 256_000
_BINDINGS = re.compile(r'"bindings"\s*:\s*\[')
_BLANK = re.compile(r"[\s,]*")


def objects(name: str, chunks: Iterable[bytes]) -> Iterator[tuple[int, object]]:
    r"""The values of a JSON list, or of `bindings` in a SPARQL result, each with the line it begins in.

    >>> list(objects("x.json", [b'{"head": {}, "results": {"bindings": [\n{"a": 1},\n{"a": 2}]}}']))
    [(2, {'a': 1}), (3, {'a': 2})]
    """
    text, line = "", 1
    decoder, feed = json.JSONDecoder(), _decoded(name, chunks)
    begun = False
    while True:
        more = next(feed, None)
        text += more or ""
        if not begun:
            at = _beginning(text)
            if at is not None:
                begun, line, text = True, line + text.count("\n", 0, at), text[at:]
            elif more is None or len(text) > LONGEST_OBJECT:
                raise ActorsFileError(f"{name}:1: no list of objects, and no SPARQL result", "give the JSON that the query service writes")
            else:
                continue
        at = 0
        while True:
            skipped = _BLANK.match(text, at)
            value_at = skipped.end() if skipped else at
            if value_at >= len(text):
                break
            if text[value_at] == "]":
                return
            try:
                value, end = decoder.raw_decode(text, value_at)
            except RecursionError:
                raise _fault(name, line + text.count("\n", at, value_at), "nested too deeply") from None
            except ValueError as error:
                if more is None or len(text) - value_at > LONGEST_OBJECT:
                    raise _fault(name, line + text.count("\n", at, value_at), str(getattr(error, "msg", error))) from None
                break
            if end >= len(text) and more is not None:
                break  # a number may go on
            line += text.count("\n", at, value_at)
            yield line, value
            line += text.count("\n", value_at, end)
            at = end
        text = text[at:]
        if more is None:
            raise _fault(name, line, "the list does not end")


def _beginning(text: str) -> int | None:
    """Where the first value of the list stands."""
    start = text.lstrip()
    if start.startswith("["):
        return len(text) - len(start) + 1
    found = _BINDINGS.search(text)
    return found.end() if found else None


def _decoded(name: str, chunks: Iterable[bytes]) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder("utf-8-sig")()
    lines = 1
    try:
        for chunk in chunks:
            text = decoder.decode(chunk)
            yield text
            lines += text.count("\n")
        yield decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        raise ActorsFileError(f"{name}:{lines}: not UTF-8 text", "save the file as UTF-8") from None


def _fault(name: str, line: int, what: str) -> ActorsFileError:
    return ActorsFileError(f"{name}:{line}: not JSON ({what[:120]})", "give the file as it was written, whole")
