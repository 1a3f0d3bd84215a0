"""Coreference: `python -m benchmarks.coreference PATH [--limit N]` prints figures on GAP and on the news of GUM as JSON.

PATH holds `gap-development.tsv` (Webster et al. 2018, TACL 6:605-617) and `gum_news/` (Zeldes 2017, LRE 51:581-612).

GAP: a pronoun and two names A and B; is the pronoun's party A's, is it B's? Each of the two is one decision; precision, recall and F1
are over the decisions for A and B together, F/M is the F1 of feminine pronouns over that of masculine ones. A name's party is the one
that the cast gives for any token of the name, the last first; nothing of the annotation is given to the reader. The two halves are a
random half of the rows (seed 13) that rules were made on and the rest.

GUM, clusters: MUC, B-cubed, CEAFe and their mean over the gold mentions of persons, organisations and places that are mentioned at
least twice. A gold mention is ours when one of our mentions has its head; gold mentions that we have not are missing in the response
(they cost recall). Mentions of ours that are nobody's gold are left out.

GUM, linked: gold mentions whose entity has a Wikipedia title are looked up: a person by the title's Wikidata id (`wiki_map.tab`) among
the registry's, a state by its title as a name that the registry knows. Those held are what is to be found, pronouns and descriptions
among them; ours are the identities (a person's Wikidata id, a state) of our parties at those mentions. `linked_strict` counts as ours
the identities at all gold mentions of persons, organisations and places besides, so that a football team or a capital taken for its
state, a pronoun of somebody unlinked, or a namesake in the registry is an error.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from memcon.actors import registry
from memcon.actors.tables import rows
from memcon.places import gazetteer
from memcon.reading.claims.attribution import claim_heads, claims
from memcon.reading.coreference.cast import Cast
from memcon.reading.coreference.identities import Identified, identities
from memcon.reading.grammar.parsed import Parsed
from memcon.reading.parse.parsing import parser
from memcon.reading.parties.mentions import Mentions

from .clusters import scores

_FEMININE = frozenset(("she", "her", "hers"))
_ENTITY = re.compile(r"\(?[a-z]+-\d+(?:-[^()]*)?\)?")
_KINDS = ("person", "organization", "place")


def cast_of(parsed: Parsed, published: str | None) -> Cast:
    """The parties of a text, as the reader's pipeline finds them."""
    said = [(claim_heads(parsed, c), c.content) for c in claims(parsed)]
    mentions = Mentions(parsed, registry(), published, gazetteer().is_place)
    return Cast(
        parsed, mentions, lambda token: tuple(h for heads, content in said if any(a <= token < b for a, b in content) for h in heads)
    )


def tokens(parsed: Parsed, start: int, end: int) -> list[int]:
    """The tokens that overlap a stretch of characters."""
    return [i for i in range(len(parsed)) if parsed.starts[i] < end and parsed.ends[i] > start]


def f1(right: int, ours: int, gold: int) -> dict[str, float]:
    """Precision, recall and F1.

    >>> f1(1, 2, 1)["f1"]
    0.6667
    """
    p, r = right / ours if ours else 0.0, right / gold if gold else 0.0
    return {"precision": round(p, 4), "recall": round(r, 4), "f1": round(2 * p * r / (p + r), 4) if p + r else 0.0}


# GAP


def gap_rows(path: Path) -> list[dict[str, str]]:
    """The rows of a GAP file."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def halves(pronouns: Sequence[dict[str, str]]) -> tuple[list[int], list[int]]:
    """The numbers of the rows that rules were made on, and of the others."""
    order = list(range(len(pronouns)))
    random.Random(13).shuffle(order)
    return sorted(order[: len(order) // 2]), sorted(order[len(order) // 2 :])


def gap_guess(row: dict[str, str], parsed: Parsed) -> tuple[bool, bool]:
    """Whether the pronoun's party is A's, and whether it is B's."""
    cast = cast_of(parsed, None)

    def parties(column: str) -> set[int]:
        start = int(row[f"{column}-offset"])
        for token in reversed(tokens(parsed, start, start + len(row[column]))):
            if found := cast.of(token):
                return set(found)
        return set()

    pronoun = parties("Pronoun")
    return bool(pronoun & parties("A")), bool(pronoun & parties("B"))


def gap_figures(pronouns: Sequence[dict[str, str]], guesses: Sequence[tuple[bool, bool]]) -> dict[str, Any]:
    """Overall, masculine and feminine figures, and the ratio of the last two.

    >>> row = {"Pronoun": "she", "A-coref": "TRUE", "B-coref": "FALSE"}
    >>> gap_figures([row], [(True, True)])["feminine"]["f1"]
    0.6667
    """
    counts: Counter[tuple[str, str]] = Counter()
    for row, guess in zip(pronouns, guesses, strict=True):
        gender = "feminine" if row["Pronoun"].lower() in _FEMININE else "masculine"
        for name, ours in zip("AB", guess, strict=True):
            gold = row[f"{name}-coref"].upper() == "TRUE"
            counts.update((group, what) for group in ("overall", gender) for what in _counted(gold, ours))
    figures = {g: f1(counts[g, "right"], counts[g, "ours"], counts[g, "gold"]) for g in ("overall", "masculine", "feminine")}
    masculine = figures["masculine"]["f1"]
    return figures | {"bias_f_over_m": round(figures["feminine"]["f1"] / masculine, 4) if masculine else 0.0, "pronouns": len(pronouns)}


def _counted(gold: bool, ours: bool) -> Iterator[str]:
    if gold:
        yield "gold"
    if ours:
        yield "ours"
    if gold and ours:
        yield "right"


def gap(path: Path, limit: int | None = None) -> dict[str, Any]:
    """The figures of a GAP file, and of its halves."""
    pronouns = gap_rows(path)[:limit]
    guesses = [gap_guess(row, parser().parse(row["Text"])) for row in pronouns]
    made_on, held_out = halves(pronouns)
    parts = {"half_made_on": made_on, "half_held_out": held_out}
    return gap_figures(pronouns, guesses) | {
        name: gap_figures([pronouns[i] for i in part], [guesses[i] for i in part]) for name, part in parts.items()
    }


# GUM


@dataclass(frozen=True)
class GoldMention:
    """A mention of GUM: its entity, the entity's sort and Wikipedia title, and the characters of its head word."""

    entity: str
    sort: str
    title: str
    head: tuple[int, int]


@dataclass(frozen=True)
class Document:
    """An article of GUM."""

    text: str
    published: str | None
    mentions: tuple[GoldMention, ...]


def gum_document(folder: Path, name: str) -> Document:
    """One article: the text from the CoNLL-U file, the mentions from the CoNLL file."""
    lines = (folder / "coref" / "ontogum" / "conllu" / f"{name}.conllu").read_text("utf-8").splitlines()
    text, published, heads, spans = _text(lines)
    found: list[GoldMention] = []
    for sort, entity, title, first, last in _gold_spans((folder / "coref" / "gum" / "conll" / f"{name}.conll").read_text("utf-8")):
        top = next((i for i in range(first, last + 1) if not first <= heads[i] <= last), last)
        found.append(GoldMention(entity, sort, title, spans[top]))
    return Document(text, published, tuple(found))


def _text(lines: Iterable[str]) -> tuple[str, str | None, list[int], list[tuple[int, int]]]:
    """The text, its day, and by word its head and characters."""
    text, published, base = "", None, 0
    heads: list[int] = []
    spans: list[tuple[int, int]] = []
    within, glued = 0, False  # words of a contraction ("don't") share its characters' end
    for line in lines:
        if line.startswith("# meta::dateCreated"):
            published = line.partition("= ")[2].strip()
        elif line.startswith("# newpar") and "block" not in line and text:
            text = text.rstrip() + "\n\n"
        elif line[:1].isdigit():
            cells = line.split("\t")
            space = "" if "SpaceAfter=No" in cells[9] else " "
            if "-" in cells[0]:
                within = int(cells[0].partition("-")[2])
                glued = not space
                continue
            if "." in cells[0]:
                continue
            number = int(cells[0])
            base = len(heads) if number == 1 else base
            heads.append(base + int(cells[6]) - 1 if cells[6] != "0" else -1)
            spans.append((len(text), len(text) + len(cells[1])))
            text += cells[1]
            if number < within:
                continue
            text += ("" if glued else " ") if number == within else space
            within = 0 if number == within else within
    return text.rstrip(), published, heads, spans


def _gold_spans(conll: str) -> Iterator[tuple[str, str, str, int, int]]:
    """Sort, entity, title, first and last word of each mention."""
    opened: dict[str, list[int]] = defaultdict(list)
    cells = (line.split("\t") for line in conll.splitlines() if line and not line.startswith("#"))
    for number, row in enumerate(cells):
        for one in _ENTITY.findall(row[-1]):
            name = one.strip("()")
            if one.startswith("("):
                opened[name].append(number)
            if one.endswith(")") and opened[name]:
                sort, entity, *title = name.split("-", 2)
                yield sort, entity, "".join(title).replace("%28", "(").replace("%29", ")").replace("%2D", "-"), opened[name].pop(), number


def target(title: str, ids: dict[str, str]) -> str | None:
    """The registry's identity of a Wikipedia title: a Wikidata id of a person, "state:ISO3", or None."""
    known = ids.get(title)
    if known is not None and known in _people():
        return known
    state = registry().state(title.replace("_", " "))
    return f"state:{state.iso3}" if state is not None else None


def told(known: Identified) -> str | None:
    """The same of a party that reading has identified; a state has a Wikidata id too, and is compared by its code.

    >>> told(Identified("Chad", "state", "Q657", "TCD", None, None, "registry", 1.0))
    'state:TCD'
    """
    return f"state:{known.country}" if known.kind == "state" else known.wikidata


@cache
def _people() -> frozenset[str]:
    return frozenset(row["wikidata"] for row in rows("persons") if row["wikidata"])


def gum(folder: Path, limit: int | None = None) -> dict[str, Any]:
    """The figures over the articles of GUM's news."""
    ids = dict(line.split("\t")[0:3:2] for line in (folder / "coref" / "wiki_map.tab").read_text("utf-8").splitlines()[1:])
    clusters: list[tuple[list[frozenset[Any]], list[frozenset[Any]]]] = []
    counts: Counter[str] = Counter()
    for path in sorted((folder / "coref" / "gum" / "conll").glob("*.conll"))[:limit]:
        document = gum_document(folder, path.stem)
        parsed = parser().parse(document.text)
        cast = cast_of(parsed, document.published)
        who = identities(parsed, cast)
        key: dict[str, set[int]] = defaultdict(set)
        response: dict[int, set[int]] = defaultdict(set)
        for number, mention in enumerate(document.mentions):
            if mention.sort not in _KINDS:
                continue
            key[mention.entity].add(number)
            ours = next((e for t in tokens(parsed, *mention.head) for e in cast.of(t)), None)
            known = who.get(ours) if ours is not None else None
            identity = told(known) if known is not None else None
            wanted = target(mention.title, ids) if mention.title else None
            counts.update({"gold": wanted is not None, "ours": identity is not None, "ours there": None not in (wanted, identity)})
            counts["right"] += wanted is not None and wanted == identity
            if ours is not None:
                response[ours].add(number)
        several = [frozenset(c) for c in key.values() if len(c) > 1]
        inside = frozenset(m for c in several for m in c)
        counts.update({"mentions": len(inside), "covered": len(inside & {m for c in response.values() for m in c})})
        clusters.append((several, [frozenset(c & inside) for c in response.values() if c & inside]))
    return scores(clusters) | {
        "mentions": counts["mentions"],
        "covered": counts["covered"],
        "linked": f1(counts["right"], counts["ours there"], counts["gold"]) | {"gold": counts["gold"]},
        "linked_strict": f1(counts["right"], counts["ours"], counts["gold"]) | {"ours": counts["ours"]},
    }


def main(arguments: Sequence[str] | None = None) -> None:
    """The command."""
    options = argparse.ArgumentParser(description="Coreference on GAP and the news of GUM.")
    options.add_argument("path", type=Path)
    options.add_argument("--limit", type=int, help="the first N pronouns and articles")
    chosen = options.parse_args(arguments)
    figures = {
        "gap_development": gap(chosen.path / "gap-development.tsv", chosen.limit),
        "gum_news": gum(chosen.path / "gum_news", chosen.limit),
    }
    print(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main()
