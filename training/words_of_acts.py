"""Count how often words, and lines of the lexicon, are acts in our own annotations: `words_of_acts.tsv` and `lines_of_acts.tsv`.

python -m training.words_of_acts --data DATA [--out src/memcon/reading/data]

Reads the windows, passages and reports of our own of the part `train` and the annotated reports of the development part. A word is a lemma,
as a verb ("v") or otherwise ("n"); of an act's words the one that the others hang on counts. Words that were annotated less than `FEWEST`
times are left out. A line is right where an annotated event of its type has one of its words.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from benchmarks.reading import ANNOTATIONS, sets

from memcon.actors import registry
from memcon.ontology.lexicon import lexicon
from memcon.places import gazetteer
from memcon.reading.encoder.coding import tokens_of
from memcon.reading.grammar.dependents import is_verb
from memcon.reading.grammar.parsed import Parsed
from memcon.reading.parse.parsing import parser
from memcon.reading.parties.mentions import Mentions
from memcon.reading.triggers.triggers import Surroundings, matched
from training import annotated
from training.corpora import Marked
from training.logistic import TABLES

FEWEST = 2
HEADING = (
    "# How often words, as verbs (v) and otherwise (n), stand in annotated texts, and how often as acts of each type.",
    "# Counted in our own annotations by training/words_of_acts.py.",
)
LINES = (
    "# How often the lines of the lexicon of these names and types fire in annotated texts, and how often they are right.",
    "# Counted in our own annotations by training/words_of_acts.py.",
)
Word = tuple[str, str]


def counted(texts: Iterable[tuple[Marked, Parsed]]) -> tuple[Counter[Word], dict[Word, Counter[str]]]:
    """How often each word stands in some texts, and of those that name acts how often of which type."""
    seen: Counter[Word] = Counter()
    acts: dict[Word, Counter[str]] = {}
    for text, p in texts:
        words = [(p.lemmas[t], "v" if is_verb(p, t) else "n") for t in range(len(p.words))]
        seen.update(words)
        for event in text.events or []:
            for start, end in event["triggers"]:
                tokens = tokens_of(p, start, end)
                head = next((t for t in tokens if p.heads[t] not in tokens or p.heads[t] == t), None)
                if head is not None:
                    acts.setdefault(words[head], Counter())[event["type"]] += 1
    return seen, acts


def table(seen: Counter[Word], acts: dict[Word, Counter[str]]) -> str:
    """The lines of the table, words in the order of the alphabet, types by how often.

    >>> print(table(Counter({("meet", "v"): 5}), {("meet", "v"): Counter(CONSULT=4)}).splitlines()[-1].replace(chr(9), " "))
    meet v 5 CONSULT:4
    """
    rows = [
        "\t".join(
            (*word, str(seen[word]), " ".join(f"{kind}:{count}" for kind, count in sorted(kinds.items(), key=lambda k: (-k[1], k[0]))))
        )
        for word, kinds in sorted(acts.items())
        if kinds.total() >= FEWEST
    ]
    return "\n".join((*HEADING, "word\tas\tseen\tacts", *rows, ""))


def fired(texts: Iterable[tuple[Marked, Parsed]]) -> tuple[Counter[str], Counter[str]]:
    """How often the lines of the lexicon of one name and type fire in some texts, and how often they are right."""
    seen: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for text, p in texts:
        mentions = Mentions(p, registry(), None, gazetteer().is_place)
        for one in matched(p, lexicon(), Surroundings(mentions.kind, mentions.party_class, mentions.country)):
            if not one.entry.stops:
                line = f"{one.entry.rule}:{one.entry.type}"
                seen[line] += 1
                right[line] += any(
                    event["type"] == one.entry.type
                    and any(a < p.ends[t] and p.starts[t] < b for a, b in event["triggers"] for t in one.tokens)
                    for event in text.events or []
                )
    return seen, right


def lines(seen: Counter[str], right: Counter[str]) -> str:
    """The lines of that table, in the order of the alphabet.

    >>> seen, right = Counter({"lexicon:contact:meet:CONSULT": 5}), Counter({"lexicon:contact:meet:CONSULT": 4})
    >>> print(lines(seen, right).splitlines()[-1].replace(chr(9), " "))
    lexicon:contact:meet:CONSULT 5 4
    """
    return "\n".join((*LINES, "line\tseen\tright", *(f"{rule}\t{count}\t{right[rule]}" for rule, count in sorted(seen.items())), ""))


def main(arguments: Sequence[str] | None = None) -> None:
    """The command."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--out", type=Path, default=TABLES)
    chosen = options.parse_args(arguments)
    texts = [one for some in sets(chosen.data, "train").values() for one in some]
    parsed = [(one, parser().parse(one.text)) for one in [*texts, *annotated.reports(chosen.data, ANNOTATIONS, False)]]
    (chosen.out / "words_of_acts.tsv").write_text(table(*counted(parsed)), "utf-8")
    (chosen.out / "lines_of_acts.tsv").write_text(lines(*fired(parsed)), "utf-8")


if __name__ == "__main__":
    main()
