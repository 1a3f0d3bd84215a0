"""Where the parties of annotated acts stand in an act's own sentence, by the rules' coreference.

python -m training.local --data DATA --out FILE [--jobs N]

An annotation names a party by its fullest name in the text, though the act's sentence may have "he" or "the group". What an encoder can
learn is the word that stands there: who it is, reading finds out. The file has a line for each annotated text (name, hash of the text, the
mentions of each party of several mentions as offsets), without the texts.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from annotations.standoff import digest

from memcon import Report
from training import annotated
from training.by_text import command
from training.corpora import Marked

Span = tuple[int, int]
LONGEST = 60  # characters of a mention; longer ones are lists or clauses that the parser took for one


def parties(text: str) -> list[list[Span]]:
    """The mentions (start, end) of each party of a text that is mentioned more than once, pronouns too, by the rules.

    >>> text = "Ana Rey came to Kyiv. She met Leo Fox."
    >>> [[text[a:b] for a, b in one] for one in parties(text)]
    [['Ana Rey', 'She']]
    """
    from memcon.reading.parse.parsing import RULES
    from memcon.reading.pipeline import read

    found = []
    for entity in read(Report("text", text), RULES).entities:
        spans = [(one.start, one.end) for one in entity.mentions if one.end - one.start <= LONGEST]
        if len(spans) > 1:
            found.append(spans)
    return found


def line(one: tuple[str, str]) -> str:
    """The line of a text (name, words)."""
    name, text = one
    return json.dumps({"name": name, "sha256": digest(text), "parties": parties(text)})


def load(path: Path) -> dict[tuple[str, str], list[list[Span]]]:
    """The parties by name and hash of the text."""
    rows = (json.loads(row) for row in path.read_text("utf-8").splitlines())
    return {(row["name"], row["sha256"]): [[(a, b) for a, b in one] for one in row["parties"]] for row in rows}


def placed(chosen: Iterable[Marked], known: dict[tuple[str, str], list[list[Span]]]) -> list[Marked]:
    """The texts; parties and sources of their events know where else they are mentioned (`also`)."""
    found = list(chosen)
    for one in found:
        groups = known.get((one.name, digest(one.text)), [])
        for event in one.events or ():
            values = [(p, p.get("mention")) for p in event.get("participants") or ()]
            values += [(s, s.get("source")) for s in event.get("sources") or ()]
            for value, span in values:
                if span:
                    value["also"] = [other for group in groups if any(_same(span, m) for m in group) for other in group]
    return found


def _same(span: Sequence[int], mention: Span) -> bool:
    """Whether a mention of the rules and an annotated one are the same words, or most of them."""
    shared = min(span[1], mention[1]) - max(span[0], mention[0])
    return 2 * shared > max(span[1] - span[0], mention[1] - mention[0]) or (shared > 0 and span[1] == mention[1])


def texts(data: Path, annotations: Path) -> list[Marked]:
    """All annotated texts but the reports kept apart."""
    return [*annotated.windows(data, annotations), *annotated.own(), *annotated.reports(data, annotations, apart=False)]


def main(arguments: Sequence[str] | None = None) -> None:
    """The command."""
    command(__doc__, texts, line, arguments)


if __name__ == "__main__":
    main()
