"""The registry on phrases: `python -m benchmarks.actors PATH/phrase_tests.json [--failed]` prints its figures as JSON.

PATH holds phrases with the country and sector that a reader gives them. `passed` is the share of the tests that hold by our conventions
(below); `load_ms` what loading all tables takes, `load_mb` what it adds to the process; `mention_us` the mean processor time of resolving a
phrase that was not asked for before.
"""

from __future__ import annotations

import argparse
import json
import re
import resource
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from memcon.actors import Identity, Registry, registry

TODAY = "2022-10-01"
"""The day of a phrase whose test gives none."""
SECTORS = {"UNK": "", "PRE": "", "PRM": "UAF", "HLH": "IGO", "SOC": "NGO", "MED": "NGO", "JRN": "MED"}
"""Codes of the tests that PLOVER names otherwise: none, militias, health, civil groups, journalists."""
BODIES = ("UNO", "IGO", "EUR")
"""International bodies, to which the tests give a country, the codebook none."""
_ROUNDS = 9

Call = Mapping[str, Any]


def day_of(call: Call) -> str:
    """The day that a call of the tests names."""
    stated = (call["args"][2] if len(call["args"]) > 2 else "") or call["kw"].get("query_date", "")
    found = re.search(r"\d{4}-\d\d-\d\d", stated)
    return found[0] if found else TODAY


def focus_of(call: Call) -> str | None:
    """The state in focus that a call of the tests names."""
    words = " ".join([*call["args"][1:2], *call["kw"].values()]).replace("'", "")
    return registry().states.any_country(words) if words else None


def holds(claim: str, identity: Identity | None) -> bool:
    """Whether a claim of the tests holds for our identity; claims on what we do not model hold."""
    if claim == "code is None":
        return identity is None or (identity.sector is None and identity.country is None)
    title = re.match(r"wiki\['title'\] == ['\"](.*)['\"]$", claim)
    if title:
        same = registry().resolve(title[1], TODAY)
        return identity is not None and same is not None and same.id == identity.id
    code = re.match(r"(?:code\['(country|code_1)'\]|(cc)) == '(.*)'$", claim)
    if code is None:
        return True
    if code[1] == "code_1":
        sector = (identity.sector if identity else None) or ""
        return sector == SECTORS.get(code[3], code[3]) or (sector == "IGO" and code[3] in ("JUD", "HLH"))
    country = (identity.country if identity else None) or ""
    return (identity is not None and not country) if code[3] in BODIES else country == code[3]


def calls(path: Path) -> list[tuple[Call, Sequence[str]]]:
    """The phrases of the tests (as the arguments of a call) with their claims, without those that their makers know to fail."""
    cases = json.loads(path.read_text("utf-8"))
    return [(case["calls"][-1], case["asserts"]) for case in cases if not case["xfail"] and case["calls"][-1]["args"]]


def failed(path: Path) -> list[str]:
    """The phrases whose claims do not all hold."""
    found = []
    for call, claims in calls(path):
        identity = registry().resolve(call["args"][0], day_of(call), focus_of(call))
        if not all(holds(claim, identity) for claim in claims):
            found.append(str(call["args"][0]))
    return found


def loading() -> tuple[float, float]:
    """Milliseconds and MiB that loading the registry takes."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begun = time.perf_counter()
    fresh = Registry()
    for table in ("states", "organisations", "nouns", "people", "leaders"):
        getattr(fresh, table)
    fresh.resolve("Foreign Minister Sergei Lavrov", TODAY)
    taken = 1000 * (time.perf_counter() - begun)
    return round(taken, 1), round((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024, 1)


def cost(path: Path) -> float:
    """Microseconds of processor time a phrase, each round on another day, so that no answer is remembered; the quickest round."""
    phrases = [(str(call["args"][0]), focus_of(call)) for call, _ in calls(path)]
    for phrase, focus in phrases:
        registry().resolve(phrase, TODAY, focus)
    taken = []
    for day in range(_ROUNDS):
        begun = time.process_time()
        for phrase, focus in phrases:
            registry().resolve(phrase, f"2021-06-{day + 1:02d}", focus)
        taken.append(time.process_time() - begun)
    return round(1e6 * min(taken) / len(phrases), 1)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.actors", description=__doc__)
    parser.add_argument("path", type=Path)
    parser.add_argument("--failed", action="store_true", help="list the phrases that fail")
    options = parser.parse_args()
    milliseconds, size = loading()
    wrong, total = failed(options.path), len(calls(options.path))
    figures: dict[str, Any] = {"phrases": total, "passed": round(1 - len(wrong) / total, 3), "load_ms": milliseconds, "load_mb": size}
    figures["mention_us"] = cost(options.path)
    if options.failed:
        figures["failed"] = wrong
    print(json.dumps(figures, indent=1, ensure_ascii=False))


if __name__ == "__main__":
    main()
