"""Where the parties of annotated acts stand in an act's own sentence, by the rules' coreference.

python -m training.local --data DATA --out FILE [--jobs N]

An annotation names a party by its fullest name in the text, though the act's sentence may have "he" or "the group". What an encoder can
learn is the word that stands there: who it is, reading finds out. The file has a line for each annotated text (name, hash of the text, the
mentions of each party of several mentions as offsets), without the texts.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from annotations.standoff import digest

from training import annotated
from training.corpora import Marked

Span = tuple[int, int]
LONGEST = 60  # characters of a mention; longer ones are lists or clauses that the parser took for one


def parties(text: str) -> list[list[Span]]:
    """The mentions (start, end) of each party of a text that is mentioned more than once, pronouns too, by the rules.

    >>> text = "Ana Rey came to Kyiv. She met Leo Fox."
    >>> [[text[a:b] for a, b in one] for one in parties(text)]
    [['Ana Rey', 'She']]
    """
    from memcon.actors import registry
    from memcon.places import gazetteer
    from memcon.reading.attribution import claim_heads, claims
    from memcon.reading.cast import Cast
    from memcon.reading.mentions import Mentions
    from memcon.reading.parsing import DEFAULT_MODEL, parser

    parsed = parser(DEFAULT_MODEL).parse(text)
    said = claims(parsed)
    cast = Cast(
        parsed,
        Mentions(parsed, registry(), None, gazetteer().is_place),
        lambda token: tuple(h for c in said if any(a <= token < b for a, b in c.content) for h in claim_heads(parsed, c)),
    )
    found = []
    for entity in cast.entities:
        spans = sorted({(parsed.starts[m.first], parsed.ends[m.end - 1]) for m in entity.mentions})
        spans = [one for one in spans if one[1] - one[0] <= LONGEST]
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


def placed(texts: Iterable[Marked], known: dict[tuple[str, str], list[list[Span]]]) -> list[Marked]:
    """The texts; parties and sources of their events know where else they are mentioned (`also`)."""
    found = list(texts)
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


def main(arguments: Sequence[str] | None = None) -> None:
    """The command."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--annotations", type=Path, default=Path("annotations"))
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--jobs", type=int, default=2)
    chosen = options.parse_args(arguments)
    chosen.out.parent.mkdir(parents=True, exist_ok=True)
    texts = [*annotated.windows(chosen.data, chosen.annotations), *annotated.own()]
    texts += annotated.reports(chosen.data, chosen.annotations, apart=False)
    with chosen.out.open("w", encoding="utf-8") as out, ProcessPoolExecutor(chosen.jobs) as pool:
        for row in pool.map(line, [(one.name, one.text) for one in texts], chunksize=8):
            print(row, file=out)


if __name__ == "__main__":
    main()
