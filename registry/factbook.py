"""Reading the history of the World Factbook's heads of state and government."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from offices import classify

from memcon.actors.names import short_key, words

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


def factbook_terms(path: Path, fips: dict[str, str]) -> Iterator[tuple[str, str, str, str, str, str, str, int, str, str, str, str]]:
    """The terms of heads of state and government: the fields of a `Term`."""
    groups: dict[tuple[str, str, str], list[tuple[str, str, str, str, str, str, int]]] = defaultdict(list)
    with path.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            title, name = split_holder(row["holder_text"])
            country = fips.get(row["gec"].lower())
            plain = re.sub(
                r"^(Acting|Interim|Caretaker|Transition\w*) |(?<=President) of the (Republic|Swiss Confederation)$", "", title
            ).strip(",")
            plain = re.sub(r"^(King|Crown Prince|Sultan|Amir|Emir|Sheikh) and (?=Prime Minister)", "", plain)
            plain = {"Amir": "Emir", "Chief of State": "President", "Prime Ministers": "Prime Minister"}.get(plain, plain)
            plain = re.sub(
                r",? (General|Sheikh|Gen\.|Dr\.|Prince|Field Marshal|Ayatollah|Sir|Lt\.|Col\.|and .*|Crown Prince)( .*)?$", "", plain
            )
            kept = classify(plain) if plain else None
            if not country or not name or kept is None or kept[3] > 1 or len(name) > 60 or "," in name:
                continue
            kind, office, sector, rank = kept
            since = iso_date(row["since"])
            if not since or (row["office"] == "chief of state" and kind == "prime minister"):
                continue
            groups[country, kind, since].append((name, office, row["first_seen"], row["last_seen"], sector, plain, rank))
    # A holder whose "since" moves on (a re-election, a new cabinet) goes on in one term.
    firsts: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for country, kind, since in sorted(groups):
        name = groups[country, kind, since][-1][0]
        before = firsts[country, kind]
        if before and short_key(words(before[-1][1])) == short_key(words(name)):
            groups[country, kind, before[-1][0]] += groups.pop((country, kind, since))
        else:
            before.append((since, name))
    starts: dict[tuple[str, str], list[str]] = defaultdict(list)
    for country, kind, since in groups:
        starts[country, kind].append(since)
    for (country, kind, since), found in groups.items():
        names = list(dict.fromkeys(one[0] for one in found))
        last = max(one[3] for one in found)
        later = [one for one in starts[country, kind] if one > since and not one.startswith(since) and one[:7] >= last[:4]]
        end, seen = "", ""
        if last >= LAST:
            seen = last
        elif later and min(later)[:4] <= str(int(last[:4]) + 4):
            end = min(later)
        else:
            seen = last
        yield (names[-1], ";".join(names[:-1]), "", country, kind, found[-1][1], found[-1][4], 1, since, end, seen, "factbook_history")
