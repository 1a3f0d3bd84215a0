"""Places on LGL, TR-News or GeoWebNews: `python -m benchmarks.places PATH [--half even|odd|all] [--raw [--sample N]] [--errors FILE]`.

Prints figures as JSON. Every gold toponym with coordinates is resolved from the report's words around it and the other toponyms of its
article; it is right within 161 km. `within_all` counts names not found as wrong, `within_found` leaves them out; `country_*` the same for
the country, of toponyms whose gold place has one. `names_only_all` is what the toponyms alone give, without the text; `population_all`
what picking the most populous place gives. With `--raw` the articles are read as texts: the reader finds its own spans, which are matched
with gold by overlap; `within_all` is then over all gold with coordinates. The halves are the articles in even and odd places; rules are
developed on the even ones. The reports' outlets and addresses are not used.

The file: `<article>` with `<text>` and `<toponym>` elements that hold `start`, `end`, `phrase`, and, there or in a `<gaztag>` with its
`geonameid`, `lat`, `lon` and, where known, `country` (a name or an ISO code).
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TextIO
from xml.etree import ElementTree

from memcon.places import Place, gazetteer
from memcon.places.tables import iso3
from memcon.places.weighing import kilometres

NEAR_KM = 161.0
_LAT, _LON = ("lat", "latitude"), ("lon", "lng", "long", "longitude")
_COUNTRY = ("country", "countrycode", "country_code")
SEED = 7


@dataclass(frozen=True, slots=True)
class Toponym:
    """A toponym of the gold: its span, words, point (None where the gold has none) and country (ISO 3166-1 alpha-3, None if not told)."""

    start: int
    end: int
    phrase: str
    point: tuple[float, float] | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """An article of the gold."""

    name: str
    text: str
    toponyms: tuple[Toponym, ...]


def articles(path: Path) -> Iterator[Article]:
    """The articles of a file, in its order; SyntaxError names the line where it is not XML (ElementTree.ParseError)."""
    for number, article in enumerate(ElementTree.parse(path).getroot().iter("article")):
        text = next((words for name in ("text", "body", "content") if (words := article.findtext(name))), "")
        found = tuple(t for node in article.iter("toponym") if (t := _toponym(node, text)) is not None)
        yield Article(article.get("docid") or article.findtext("docid") or str(number), text, found)


def _field(node: ElementTree.Element, names: tuple[str, ...]) -> str:
    """The text of the first element or attribute of one of the names in the node, whatever its letters' case."""
    for part in node.iter():
        if part.tag.lower() in names and (part.text or "").strip():
            return (part.text or "").strip()
        for key, value in part.attrib.items():
            if key.lower() in names and value.strip():
                return value.strip()
    return ""


def _toponym(node: ElementTree.Element, text: str) -> Toponym | None:
    phrase = _field(node, ("phrase",)) or _field(node, ("toponymname", "text", "name"))
    start, end = _field(node, ("start", "startindex")), _field(node, ("end", "endindex"))
    if start.isdigit() and end.isdigit() and 0 <= int(start) < int(end):
        first, last = int(start), int(end)
    elif phrase and phrase in text:
        first = text.index(phrase)
        last = first + len(phrase)
    else:
        first = last = 0
    phrase = phrase or text[first:last]
    if not phrase:
        return None
    try:
        point = (float(_field(node, _LAT)), float(_field(node, _LON)))
    except ValueError:
        return Toponym(first, last, phrase)
    identity = _field(node, ("geonameid", "geonamesid", "geonames_id"))
    named = _field(node, _COUNTRY)
    country = _country(named) if named else _of_identity(phrase, int(identity)) if identity.isdigit() else None
    return Toponym(first, last, phrase, point, country)


@cache
def _country(named: str) -> str | None:
    if len(named) == 2 and named.isupper():
        return iso3().get(named)
    if len(named) == 3 and named.isupper():
        return named
    return next((p.country for p in gazetteer().candidates(named) if p.kind == "country"), None)


@cache
def _of_identity(phrase: str, identity: int) -> str | None:
    return next((p.country for p in gazetteer().candidates(phrase) if p.geonames == identity), None)


def right(place: Place | None, point: tuple[float, float]) -> bool:
    """Whether a place lies within 161 km of the gold point."""
    return place is not None and place.lat is not None and place.lon is not None and kilometres(place.lat, place.lon, *point) <= NEAR_KM


@dataclass(slots=True)
class Score:
    """Counts over toponyms with coordinates."""

    total: int = 0
    found: int = 0
    near: int = 0
    with_country: int = 0
    country_found: int = 0
    country: int = 0
    errors: list[str] = field(default_factory=list)

    def add(self, article: Article, toponym: Toponym, place: Place | None) -> None:
        """Count one toponym."""
        if toponym.point is None:
            return
        near = right(place, toponym.point)
        self.total += 1
        self.found += place is not None
        self.near += near
        same = place is not None and place.country == toponym.country
        if toponym.country is not None:
            self.with_country += 1
            self.country_found += place is not None
            self.country += same
        if not near or (toponym.country is not None and not same):
            what = "country" if toponym.country is not None and not same else "place"
            got = f"{place.name} {place.country} {place.lat} {place.lon} {place.how}" if place else "not found"
            before, after = article.text[max(0, toponym.start - 60) : toponym.start], article.text[toponym.end : toponym.end + 40]
            around = " ".join(f"{before}[{toponym.phrase}]{after}".split())
            self.errors.append("\t".join([what, article.name, toponym.phrase, f"{toponym.country} {toponym.point}", got, around]))

    def figures(self) -> dict[str, float]:
        """The shares of one."""
        return {
            "within_all": _share(self.near, self.total),
            "within_found": _share(self.near, self.found),
            "country_all": _share(self.country, self.with_country),
            "country_found": _share(self.country, self.country_found),
        }


def _share(part: int, whole: int) -> float:
    return round(part / whole, 3) if whole else 0.0


def chosen(path: Path, half: str = "all") -> list[Article]:
    """The articles of a half."""
    return [article for number, article in enumerate(articles(path)) if half == "all" or number % 2 == (half == "odd")]


def measure(path: Path, half: str = "all", errors: Path | None = None) -> dict[str, float]:
    """The figures with the gold's spans given."""
    known = gazetteer()
    score, alone, popular = Score(), Score(), Score()
    spent = 0.0
    for article in chosen(path, half):
        gold = [t for t in article.toponyms if t.point is not None]
        start = time.perf_counter()
        if all(article.text[t.start : t.end] == t.phrase for t in gold):
            places = known.resolve_spans(article.text, [(t.start, t.end) for t in gold])
        else:
            places = known.resolve_all([t.phrase for t in gold])
        spent += time.perf_counter() - start
        for toponym, place, by_name in zip(gold, places, known.resolve_all([t.phrase for t in gold]), strict=True):
            score.add(article, toponym, place)
            alone.add(article, toponym, by_name)
            popular.add(article, toponym, next(iter(known.candidates(toponym.phrase)), None))
    if errors:
        errors.write_text("\n".join(sorted(score.errors)) + "\n", "utf-8")
    return {
        "toponyms": score.total,
        "found": _share(score.found, score.total),
        **score.figures(),
        "names_only_all": alone.figures()["within_all"],
        "population_all": popular.figures()["within_all"],
        "toponyms_per_second": round(score.total / spent) if spent else 0,
    }


def measure_raw(path: Path, half: str = "all", sample: int | None = None) -> dict[str, float]:
    """The figures from the articles' texts, with the reader's own spans; of a seeded sample of articles where one is wanted."""
    taken = chosen(path, half)
    if sample is not None and sample < len(taken):
        taken = random.Random(SEED).sample(taken, sample)
    gold = system = hits = matched = 0
    as_read, in_text = Score(), Score()
    for article in taken:
        spans, read = own_places(article.text)
        again = gazetteer().resolve_spans(article.text, spans)
        system += len(spans)
        gold += len(article.toponyms)
        hits += sum(any(t.start < b and a < t.end for t in article.toponyms) for a, b in spans)
        for toponym in article.toponyms:
            over = [i for i, (a, b) in enumerate(spans) if toponym.start < b and a < toponym.end]
            best = max(over, key=lambda i: min(toponym.end, spans[i][1]) - max(toponym.start, spans[i][0])) if over else None
            matched += best is not None
            as_read.add(article, toponym, None if best is None else read[best])
            in_text.add(article, toponym, None if best is None else again[best])
    precision, recall = (hits / system if system else 0.0), (matched / gold if gold else 0.0)
    return {
        "articles": len(taken),
        "toponyms": gold,
        "spans": system,
        "precision": round(precision, 3),
        "recall": round(recall, 3),
        "f1": round(2 * precision * recall / (precision + recall), 3) if precision + recall else 0.0,
        **in_text.figures(),
        "as_read_within_all": as_read.figures()["within_all"],
        "as_read_country_all": as_read.figures()["country_all"],
    }


def own_places(text: str) -> tuple[list[tuple[int, int]], list[Place]]:
    """The spans of places that the reader finds in a text, and what it takes them for."""
    from memcon.actors import registry
    from memcon.reading.parse.parsing import parser
    from memcon.reading.parties.mentions import Mentions
    from memcon.reading.setting.place_phrases import spots
    from memcon.reading.setting.placing import span

    if not text.strip():
        return [], []
    parsed = parser().parse(text)
    found = spots(parsed, Mentions(parsed, registry(), None, gazetteer().is_place), gazetteer())
    spans = [span(parsed, spot) for spot in found]
    return [(one.start, one.end) for one in spans], [spot.place for spot in found]


def main(arguments: list[str] | None = None, out: TextIO | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.places", description=__doc__)
    parser.add_argument("path", type=Path)
    parser.add_argument("--half", choices=["even", "odd", "all"], default="all")
    parser.add_argument("--raw", action="store_true", help="also read the articles as texts, with our own spans")
    parser.add_argument("--sample", type=int, metavar="N", help="with --raw: so many articles only, drawn with a fixed seed")
    parser.add_argument("--errors", type=Path, help="write what went wrong, one line each")
    options = parser.parse_args(arguments)
    if not options.path.is_file():
        print(f"there is no file {options.path}", file=sys.stderr)
        return 1
    try:
        figures: dict[str, object] = {"half": options.half, "gold_spans": measure(options.path, options.half, options.errors)}
        if options.raw:
            figures["own_spans"] = measure_raw(options.path, options.half, options.sample)
    except ElementTree.ParseError as error:
        print(f"{options.path}: not XML: {error}", file=sys.stderr)
        return 1
    print(json.dumps(figures, indent=1), file=out or sys.stdout)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
