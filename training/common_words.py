"""Count in how many news texts the words of `merging/data/common_words.tsv` stand: what merging holds for rare.

python -m training.common_words --data DATA [--out src/memcon/merging/data]

Reads the articles of PolNeAR, WikiEvents, TimeBank and AQUAINT, the local news of LGL and the windows of RAMS that `training.silver` may
read, from `ARTICLE` words on, and the annotated windows of the parts `train` and `dev`, from `WINDOW` words on; never ECB+, on which
merging is measured, nor anything held out. Counted are families of words (`memcon.merging.words`), once a text. Families that mostly stand
with a capital are names and left out, but for those of states, peoples, months and offices; so is what fewer than `FEWEST` of a thousand
texts have.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from benchmarks.reading import ANNOTATIONS

from memcon.actors import registry
from memcon.merging.words import content, family
from training import annotated, corpora, silver

TABLES = Path("src/memcon/merging/data")
ARTICLE, WINDOW = 150, 60
FEWEST = 4
_WORD = re.compile(r"[^\W\d_]+")
_KEPT = frozenset(
    family(word)
    for word in """american european asian african arab washington us un eu january february march april june july august september october
    november december minister president""".split()
)


def texts(data: Path, annotations: Path) -> list[str]:
    """The texts that are counted, each once."""
    articles = [*corpora.polnear(data, annotations)[0], *silver.sources("rules", data, annotations)]
    found = [one.text for one in articles if len(one.text.split()) >= ARTICLE and silver.may_be_read(one.name)]
    for part in ("train", "dev"):
        windows = annotated.training_part("windows", data, annotations, part)
        found += [one.text for one in windows if len(one.text.split()) >= WINDOW]
    return list(dict.fromkeys(found))


def counted(some: Sequence[str]) -> dict[str, int]:
    """Of a thousand of some texts, how many have a word of each family; names and rare words left out.

    >>> counted(["The envoy met Bo Fox.", "The envoys meet. Chad was there."])
    {'envoy': 1000, 'meet': 1000, 'chad': 500}
    """
    having: Counter[str] = Counter()
    large: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for text in some:
        having.update(content(text))
        for word in _WORD.findall(text):
            (large if word[0].isupper() else small)[family(word)] += 1
    shares = {word: 1000 * count / len(some) for word, count in having.items() if word.isalpha()}
    common = {word: round(share) for word, share in shares.items() if share >= FEWEST and (large[word] <= small[word] or _kept(word))}
    return dict(sorted(common.items(), key=lambda row: (-row[1], row[0])))


def _kept(word: str) -> bool:
    known = registry()
    return word in _KEPT or known.state(word.title()) is not None or known.demonym(word.title()) is not None


def table(shares: dict[str, int]) -> str:
    """The lines of the table.

    >>> table({"meet": 500})
    'word\\tper_mille\\nmeet\\t500\\n'
    """
    return "".join(("word\tper_mille\n", *(f"{word}\t{share}\n" for word, share in shares.items())))


def main(arguments: Sequence[str] | None = None) -> None:
    """The command."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--out", type=Path, default=TABLES)
    chosen = options.parse_args(arguments)
    some = texts(chosen.data, ANNOTATIONS)
    shares = counted(some)
    (chosen.out / "common_words.tsv").write_text(table(shares), "utf-8")
    print(f"{len(shares)} families of words in {len(some)} texts")


if __name__ == "__main__":
    main()
