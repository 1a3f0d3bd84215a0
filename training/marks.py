"""Marks: short annotations of a passage by the codebook, written by hand and checked word by word.

A file of marks is plain text. A passage begins with `= CORPUS DOCUMENT` (a text of a public corpus, see `annotations/texts.py`) or with
`> TEXT` (a text of our own, which stands there; `+ TEXT` goes on in a new paragraph). Then its events, each a line

    TYPE mode status | trigger ; trigger

(`-` for no mode), and below it, by two spaces, what the event has, every value verbatim from the passage:

    actor | Merkel
    recipient | the French president
    when | on Monday | 2016-05-02
    where | Berlin
    about | the budget
    source official | aides | said
    source person denies | Lavrov | rejected

A role of the codebook takes one mention; `when` a span and, where it can be told, a date in EDTF; a source its kind, its stance where it
denies, its span and its cue (`-` where one is missing). `position | for` goes with a VOTE. `word#2` means the second occurrence of the
words. Lines that begin with `#` are remarks. A passage without a line below it holds no event.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

from memcon.ontology.codebook import codebook

_NTH = re.compile(r"^(.*?)#(\d+)$", re.DOTALL)
_MANY = ("about", "purpose")

Span: TypeAlias = list[int]


class MarksError(ValueError):
    """A line of marks that does not follow the form, or words that the passage does not hold."""


@dataclass(slots=True)
class Passage:
    """One annotated text: where it comes from, its words, its events in the form of `memcon-standoff/1`."""

    corpus: str
    document: str
    text: str
    line: int
    events: list[dict[str, Any]] = field(default_factory=list)


def find(text: str, words: str) -> Span:
    """Start and end (code points, end exclusive) of `words` in `text`, as whole words; `words#2` the second time.

    >>> find("He met her and met him.", "met#2")
    [15, 18]
    """
    nth = 1
    if numbered := _NTH.match(words):
        words, nth = numbered[1].strip(), int(numbered[2])
    at = -1
    for start in _starts(text, words):
        nth -= 1
        if not nth:
            at = start
            break
    if at < 0:
        raise MarksError(f"the passage does not hold {words!r}" + (f" {int(numbered[2])} times" if numbered else ""))
    return [at, at + len(words)]


def _starts(text: str, words: str) -> Iterator[int]:
    """Where `words` stand in `text` as whole words, one after the other."""
    at = text.find(words) if words else -1
    while at >= 0:
        end = at + len(words)
        parted = not (words[0].isalnum() and at and _in_a_word(text[at - 1]))
        if parted and not (words[-1].isalnum() and end < len(text) and _in_a_word(text[end])):
            yield at
            at = text.find(words, end)
        else:
            at = text.find(words, at + 1)


def _in_a_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


def read(path: Path, texts: Callable[[str, str], str]) -> list[Passage]:
    """The passages of a file of marks; `texts(corpus, document)` gives the words of those that are not our own.

    Raises MarksError with file and line for the first thing that is wrong.
    """
    passages: list[Passage] = []
    for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            _take(raw, number, passages, texts, path.stem)
        except (MarksError, KeyError) as problem:
            raise MarksError(f"{path}:{number}: {problem}") from problem
    for passage in passages:
        for event in passage.events:
            if not any(one["role"] == "actor" for one in event["participants"]) and event["type"] in codebook().speech:
                raise MarksError(f"{path}: passage at line {passage.line}: {event['type']} without a speaker")
    return passages


def _take(raw: str, number: int, passages: list[Passage], texts: Callable[[str, str], str], stem: str) -> None:
    line = raw.rstrip()
    if not line or line.startswith("#"):
        return
    if line.startswith("= "):
        corpus, document = line[2:].split(maxsplit=1)
        passages.append(Passage(corpus, document, texts(corpus, document), number))
    elif line.startswith("> "):
        passages.append(Passage("own", f"{stem}-{number}", line[2:], number))
    elif not passages:
        raise MarksError("no passage begun")
    elif line.startswith("+ "):
        passages[-1].text += "\n\n" + line[2:]
    elif line.startswith("  "):
        if not passages[-1].events:
            raise MarksError("no event begun")
        _value(passages[-1].events[-1], [part.strip() for part in line.split(" | ")], passages[-1].text)
    else:
        passages[-1].events.append(_event(line, passages[-1].text))


def _event(line: str, text: str) -> dict[str, Any]:
    head, bar, triggers = line.partition(" | ")
    parts = head.split()
    if not bar or len(parts) != 3:
        raise MarksError("an event is TYPE mode status | trigger")
    kind, mode, status = parts
    known = codebook()
    if kind not in known.types:
        raise MarksError(f"no type {kind}")
    mode = "" if mode == "-" else mode
    if mode and mode not in known.types[kind]:
        raise MarksError(f"{kind} has no mode {mode}; it has {', '.join(known.types[kind]) or 'none'}")
    if status not in known.statuses:
        raise MarksError(f"no status {status}")
    spans = [find(text, words.strip()) for words in triggers.split(" ; ")]
    return {"type": kind, "mode": mode, "status": status, "triggers": spans, "participants": [], "sources": []}


def _value(event: dict[str, Any], parts: list[str], text: str) -> None:
    head, *rest = parts
    known = codebook()
    name, *more = head.split()
    if name == "source":
        event["sources"].append(_source(more, rest, text))
    elif len(rest) not in (1, 2) or (len(rest) == 2 and name != "when"):
        raise MarksError(f"{name} takes one value after ' | '")
    elif name in known.roles:
        event["participants"].append({"role": name, "mention": find(text, rest[0])})
    elif name in ("when", "where"):
        event[name] = {"span": find(text, rest[0])} | ({"edtf": rest[1]} if len(rest) == 2 else {})
    elif name in _MANY:
        event.setdefault(name, []).append(find(text, rest[0]))
    elif name == "position" and rest[0] in known.positions:
        event[name] = rest[0]
    else:
        raise MarksError(f"no field {name!r} with value {rest}")


def _source(words: list[str], rest: list[str], text: str) -> dict[str, Any]:
    known = codebook()
    stance = words[1] if len(words) > 1 else "asserts"
    if not words or words[0] not in known.source_kinds or stance not in known.stances or len(rest) not in (1, 2):
        raise MarksError(f"a source is: source KIND [denies] | words | cue; kinds are {', '.join(known.source_kinds)}")
    spans = [None if part == "-" else find(text, part) for part in [*rest, "-"][:2]]
    return {"kind": words[0], "stance": stance, "source": spans[0], "cue": spans[1]}


def standoff(passages: list[Passage]) -> Iterator[dict[str, Any]]:
    """The passages without their words, one JSON object each: corpus, document, number of characters, SHA-256, events."""
    from annotations.standoff import FORMAT, digest

    for one in passages:
        source = {"corpus": one.corpus, "document": one.document, "characters": len(one.text), "sha256": digest(one.text)}
        yield {"format": FORMAT, "text": source, "events": one.events}
