"""Reading the history of the World Factbook's heads of state and government."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from offices import classify

from memcon.actors.names import short_key, sound, words

TITLES = frozenset((Path(__file__).parent / "factbook_titles.txt").read_text("utf-8").split())
MONTHS = {
    name: number
    for number, name in enumerate("January February March April May June July August September October November December".split(), 1)
}
LAST = "2026-01"


def iso_date(text: str) -> str:
    """A date as `2016-01-20`, `2016-01`, `2016` or empty.

    >>> iso_date("8 May 2012"), iso_date("August 2022"), iso_date("")
    ('2012-05-08', '2022-08', '')
    """
    match = re.match(r"(?:(\d{1,2}) )?(?:([A-Z][a-z]+) )?(\d{4})", text)
    if not match or (match[2] and match[2] not in MONTHS):
        return ""
    day, month, year = match.groups()
    if not month:
        return year
    return f"{year}-{MONTHS[month]:02}" + (f"-{int(day):02}" if day else "")


def split_holder(text: str) -> tuple[str, str]:
    """The title and the name of a holder, the name in usual case.

    >>> split_holder("Premier Dmitriy Anatolyevich MEDVEDEV"), split_holder("King SALMAN bin Abd al-Aziz Al Saud")
    (('Premier', 'Dmitriy Anatolyevich Medvedev'), ('King', 'Salman bin Abd al-Aziz Al Saud'))
    """
    text = re.sub(r"\s*\((ret|Ret)[^)]*\.?\)", "", text.replace("Maj.Gen.", "Maj. Gen."))
    text = re.split(r"\s*[(;]|,? serving as|, note|, also|, represented|,? since |--| - ", text)[0].strip(" ,")
    parts = text.split()
    at = 0
    while at < len(parts) and (parts[at].strip(",").lower() in TITLES or (parts[at].islower() and parts[at] not in ("al-", "bin"))):
        at += 1
    title = " ".join(parts[:at]).strip(",")
    name = " ".join(usual(one) for one in parts[at:]).strip(" ,")
    return title, re.sub(r",? (Jr|Sr)\.?$|,? [IVX]+$", lambda match: match[0].replace(",", ""), name)


def usual(word: str) -> str:
    """A word in capitals -> capitalised; parts after hyphens and apostrophes too."""
    if len(word) < 2 or not re.sub(r"[^A-Za-zÀ-ÿ]", "", word).isupper() or re.fullmatch(r"[IVX]+,?|[A-Z]\.", word):
        if re.match(r"(al|el|as|ar)-[A-Z]+$", word):
            return word[:3] + word[3:].capitalize()
        return word
    low = re.sub(r"(^|[-'’])(\w)", lambda match: match[1] + match[2].upper(), word.lower())
    return low.lower() if low.lower() in ("bin", "der", "von", "van", "de", "del", "al") else low


@dataclass
class Holding:
    """One holder of one office as the Factbook tells it, with all spellings of the name and the last day it was seen."""

    names: list[str]
    since: str
    last: str
    office: str
    sector: str

    def same_person(self, other: Holding) -> bool:
        """Whether the last spellings share first and last word."""
        return short_key(words(self.names[-1])) == short_key(words(other.names[-1]))

    def related(self, other: Holding) -> bool:
        """Whether the last spellings share a word."""
        return bool({sound(one) for one in words(self.names[-1])} & {sound(one) for one in words(other.names[-1])})


def read_holdings(path: Path, fips: dict[str, str]) -> dict[tuple[str, str], list[Holding]]:
    """The heads of state and government by (ISO3, class of office), in order of their "since"."""
    found: dict[tuple[str, str], list[Holding]] = defaultdict(list)
    with path.open(encoding="utf-8") as file:
        for row in sorted(csv.DictReader(file), key=lambda row: row["first_seen"]):
            title, name = split_holder(row["holder_text"])
            country, office = fips.get(row["gec"].lower()), plain_title(title)
            kept = classify(office) if office else None
            since = iso_date(row["since"])
            if not country or not name or not since or kept is None or kept[3] > 1 or len(name) > 60 or "," in name:
                continue
            if row["office"] == "chief of state" and kept[0] == "prime minister":
                continue
            found[country, kept[0]].append(Holding([name], since, row["last_seen"], kept[1], kept[2]))
    for holdings in found.values():
        holdings.sort(key=lambda one: one.since)
    return found


def plain_title(title: str) -> str:
    """A title without "acting", further offices and ranks, as the office patterns know it.

    >>> plain_title("Acting President"), plain_title("King and Prime Minister")
    ('President', 'Prime Minister')
    """
    plain = re.sub(r"^(Acting|Interim|Caretaker|Transition\w*) |(?<=President) of the (Republic|Swiss Confederation)$", "", title).strip(
        ","
    )
    plain = re.sub(r"^(King|Crown Prince|Sultan|Amir|Emir|Sheikh) and (?=Prime Minister)", "", plain)
    plain = {"Amir": "Emir", "Chief of State": "President", "Prime Ministers": "Prime Minister"}.get(plain, plain)
    return re.sub(r",? (General|Sheikh|Gen\.|Dr\.|Prince|Field Marshal|Ayatollah|Sir|Lt\.|Col\.|and .*|Crown Prince)( .*)?$", "", plain)


def in_one(holdings: list[Holding]) -> list[Holding]:
    """A holder whose "since" moves on (a re-election, a new cabinet) goes on in one term.

    Where two persons stand with one "since", the Factbook was changed in part: who was seen last is right.
    """
    kept: list[Holding] = []
    for one in holdings:
        last = kept[-1] if kept else None
        if last and (last.same_person(one) or (last.since == one.since and last.related(one))):
            last.names += [name for name in one.names if name not in last.names]
            last.last = max(last.last, one.last)
        elif last and last.since == one.since:
            kept[-1] = max(last, one, key=lambda holding: holding.last)
        else:
            kept.append(one)
    return kept


def factbook_terms(path: Path, fips: dict[str, str]) -> Iterator[tuple[str, str, str, str, str, str, str, int, str, str, str, str]]:
    """The terms of heads of state and government: the fields of a `Term`."""
    for (country, kind), found in read_holdings(path, fips).items():
        holdings = in_one(found)
        for one in holdings:
            later = [other.since for other in holdings if other.since > one.since and other.since[:7] >= one.last[:4]]
            end, seen = "", one.last
            if one.last < LAST and later and int(min(later)[:4]) <= int(one.last[:4]) + 4:
                end, seen = min(later), ""
            aliases = ";".join(one.names[:-1])
            yield (one.names[-1], aliases, "", country, kind, one.office, one.sector, 1, one.since, end, seen, "factbook_history")
