"""Count how often words are acts in our own annotations: `memcon/reading/data/words_of_acts.tsv`.

python -m training.words_of_acts --data DATA [--out src/memcon/reading/data/words_of_acts.tsv]

Reads the windows, passages and reports of our own of the part `train` and the annotated reports of the development part. A word is a lemma,
as a verb ("v") or otherwise ("n"); of an act's words the one that the others hang on counts. Words that were annotated less than `FEWEST`
times are left out.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from benchmarks.reading import ANNOTATIONS, sets

from memcon.reading.coding import tokens_of
from memcon.reading.dependents import is_verb
from memcon.reading.parsing import parser
from training import annotated
from training.corpora import Marked
from training.logistic import TABLES

FEWEST = 2
TABLE = TABLES / "words_of_acts.tsv"
HEADING = (
    "# How often words, as verbs (v) and otherwise (n), stand in annotated texts, and how often as acts of each type.",
    "# Counted in our own annotations by training/words_of_acts.py.",
)
Word = tuple[str, str]


def counted(texts: Iterable[Marked]) -> tuple[Counter[Word], dict[Word, Counter[str]]]:
    """How often each word stands in some texts, and of those that name acts how often of which type."""
    seen: Counter[Word] = Counter()
    acts: dict[Word, Counter[str]] = {}
    for text in texts:
        p = parser().parse(text.text)
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


def main(arguments: Sequence[str] | None = None) -> None:
    """The command."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--out", type=Path, default=TABLE)
    chosen = options.parse_args(arguments)
    texts = [one for some in sets(chosen.data, "train").values() for one in some]
    chosen.out.write_text(table(*counted([*texts, *annotated.reports(chosen.data, ANNOTATIONS, False)])), "utf-8")


if __name__ == "__main__":
    main()
