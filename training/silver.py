"""What the rules read in texts that nobody annotated: many labels, half of them right, to begin the training of the encoder's heads with.

python -m training.silver --data DATA --out FILE [--jobs N]

Reads the windows of RAMS that are not annotated, the local news of LGL, WikiEvents, TimeBank and AQUAINT, and
the example sentences of the lexicon, and writes a line of offsets a text (name, hash of the text, events), without the texts.
Held-out windows, annotated reports and their articles are never read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from html import unescape
from pathlib import Path
from typing import Any

from annotations.standoff import digest
from annotations.texts import READERS

from memcon import Report
from memcon.ontology.lexicon import lexicon
from training import annotated, corpora, splits
from training.by_text import command
from training.corpora import Marked

NAMES = ("rules", "examples")
AROUND = ("participants", "when", "where", "sources", "about", "purpose")


def sources(name: str, data: Path, annotations: Path) -> list[Marked]:
    """The texts that the rules may teach on: `rules` or `examples`."""
    if name == "examples":
        return list(examples())
    events = annotated.wikievents_arguments(data, annotations)
    plain = [Marked(one.name, one.text) for one in (*events, *corpora.timeml(data, annotations))]
    texts = [*rams(data, annotations), *lgl(data), *plain]
    return [one for one in texts if may_be_read(one.name)]


def may_be_read(name: str) -> bool:
    """Whether a text of another corpus is of the part that is learned from.

    >>> may_be_read("lgl-36711823") == may_be_read("36711823")
    True
    """
    return splits.part(re.sub("^(?:lgl|wikievents)-", "", name)) == "train"


def plain(data: Path, annotations: Path) -> list[Marked]:
    """Texts that nobody annotated with events, without any label, for what teachers see in them: PolNeAR's articles, those of `rules`,
    and ECB+'s."""
    articles = [Marked(one.name, one.text) for one in corpora.polnear(data, annotations)[0] if may_be_read(one.name)]
    return [*articles, *sources("rules", data, annotations), *ecb(data)]


def ecb(data: Path) -> Iterator[Marked]:
    """The articles of ECB+'s train and dev parts, words with single blanks between."""
    for name in ("Train", "Dev"):
        words: dict[str, list[str]] = {}
        for line in (data / f"coreference/barhom_ECB_{name}_corpus.txt").read_text("utf-8").splitlines():
            if line.strip():
                document, _, _, word, *_ = line.split("\t")
                words.setdefault(document, []).append(word)
        for document, some in words.items():
            yield Marked(f"ecb-{document}", " ".join(some))


def rams(data: Path, annotations: Path) -> Iterator[Marked]:
    """The windows of RAMS that are not annotated, in running text."""
    known = {one.name for one in annotated.windows(data, annotations)}
    place, reader = READERS["rams"]
    for name in ("dev.jsonlines", "test.jsonlines"):
        for line in (data / place / name).read_text("utf-8").splitlines():
            document = json.loads(line)["doc_key"]
            if document not in known:
                yield Marked(f"rams-text-{document}", reader(data / place, document))


def lgl(data: Path) -> Iterator[Marked]:
    """The articles of LGL."""
    markup = (data / "places/lgl.xml").read_text("utf-8")
    for article in re.finditer(r'<article docid="(\d+)">.*?<text>(?:<!\[CDATA\[)?(.*?)(?:\]\]>)?</text>', markup, re.DOTALL):
        yield Marked(f"lgl-{article[1]}", unescape(article[2]))


def examples() -> Iterator[Marked]:
    """The example sentences of the lexicon, those of its stop lines too."""
    seen = dict.fromkeys(one.example for one in lexicon().entries if one.example)
    for number, example in enumerate(seen):
        yield Marked(f"example-{number}", re.sub(r"[\[\]]", "", example))


def rules(one: tuple[str, str]) -> str:
    """The line of a text (name, words): what the rules find in it."""
    from memcon.reading.parse.parsing import RULES
    from memcon.reading.pipeline import read

    name, text = one
    record = json.loads(read(Report(id="text", text=text, published="2016-03-05"), RULES).to_json())
    return json.dumps({"name": name, "sha256": digest(text), "events": [_offsets(event) for event in record["events"]]}, ensure_ascii=False)


def _offsets(event: dict[str, Any]) -> dict[str, Any]:
    kept = {key: event[key] for key in ("type", "mode", "status", "triggers", *AROUND) if event.get(key) is not None}
    kept["participants"] = [{"role": p["role"], "mention": p.get("mention")} for p in kept.get("participants", ())]
    kept["sources"] = [{"source": s.get("source")} for s in kept.get("sources", ())]
    for name in ("when", "where"):
        if name in kept:
            kept[name] = {"span": kept[name].get("span")}
    found: dict[str, Any] = annotated.pairs(kept)
    return found


def load(path: Path) -> dict[str, tuple[str, list[dict[str, Any]]]]:
    """Hash and events by the name of the text."""
    rows = (json.loads(line) for line in path.read_text("utf-8").splitlines())
    return {row["name"]: (row["sha256"], row["events"]) for row in rows}


def taught(chosen: Sequence[Marked], path: Path) -> list[Marked]:
    """The texts with the events that the rules found; those that are not in the file as they are."""
    known = load(path)
    for one in chosen:
        if one.name in known and one.events is None and known[one.name][0] == digest(one.text):
            one.events = known[one.name][1]
    return list(chosen)


def main(arguments: Sequence[str] | None = None) -> None:
    """The command."""
    command(__doc__, lambda data, annotations: (one for name in NAMES for one in sources(name, data, annotations)), rules, arguments)


if __name__ == "__main__":
    main()
