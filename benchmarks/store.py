"""A store at a size: `python -m benchmarks.store [--events 100000] [--db FILE]` fills one with invented reports and times its use.

Prints JSON: seconds to build; bytes of the file; milliseconds of typical queries (median of several), and to keep and merge one more report
of five events (median, p95), in a store that is in use and in one opened anew for it. `find_ms` is for the ids of the first 1000 events, as
`memcon find` asks for them, `events_ms` for the first 50 with all their values. Wall clock, one process, whatever else the machine does.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from memcon.model import MadeBy
from memcon.store import Store
from memcon.store import query as asked

from .invented import World

MORE = 200
"""So many more reports are timed one by one."""
ANEW = 20
ROUNDS = 5
FOUND = 1000
SHOWN = 100


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=100_000, help="events of the invented world (default: 100000)")
    parser.add_argument("--db", type=Path, help="keep the store here; one of so many events that is there already is used, and added to")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        path = args.db or Path(scratch) / "memcon.db"
        world = World(args.events)
        figures = built(path, world) if not path.exists() else {}
        json.dump({**figures, **used(path, world), **added_to(path, world)}, sys.stdout, indent=1)
    print()


def built(path: Path, world: World) -> dict[str, Any]:
    """Fill a store."""
    count = 0
    seconds = 0.0
    with Store.open(path) as store:
        run = store.begin_run(MadeBy("0"))
        for record in world.records():
            seconds += _seconds(partial(store.save, run, record))
            count += 1
            if count % 2000 == 0:
                print(f"{count} reports, {1000 * seconds / count:.1f} ms each", file=sys.stderr)
        store.end_run(run)
    return {"build_s": round(seconds, 1), "build_ms_a_report": round(1000 * seconds / count, 2)}


def added_to(path: Path, world: World) -> dict[str, Any]:
    """Time each of some more reports of the last days."""
    more = world.again(2).records(since=0.97)
    with Store.open(path, create=False) as store:
        run = store.begin_run(MadeBy("0"))
        for record in islice(more, 5):
            store.save(run, record)
        warm = [1000 * _seconds(partial(store.save, run, record)) for record in islice(more, MORE)]
    anew = []
    for record in islice(more, ANEW):
        with Store.open(path, create=False) as store:
            anew.append(1000 * _seconds(partial(store.save, run, record)))
    return {"one_more_report_ms": _spread(warm), "one_more_report_opened_anew_ms": _spread(anew)}


def used(path: Path, world: World) -> dict[str, Any]:
    """Time queries of a store."""
    with Store.open(path, create=False) as store:
        counts = store.counts()
        find = {name: _found(store, query) for name, query in queries(world).items()}
        counted = {query or "(all)": _median(partial(_facets, store, query)) for query in ("", "type:consult", f"after:{world.day(0.8)}")}
        numbers = [one.id for one in store.events("sort:-reports", limit=SHOWN // 2)]
        numbers += [one.id for one in store.events(f"after:{world.day(0.5)}", limit=SHOWN // 2)]
        shown = [1000 * _seconds(partial(store.event, number)) for number in numbers]
        wanted = ("", f"type:consult after:{world.day(0.5)}")
        events = {query or "(all)": _median(partial(store.events, query, limit=50)) for query in wanted}
    size = sum(one.stat().st_size for one in path.parent.glob(f"{path.name}*"))
    return {
        **{name: counts[name] for name in ("events", "mentions", "reports", "copies")},
        "bytes": size,
        "find_ms": find,
        "facets_ms": counted,
        "events_ms": events,
        "show_ms": _spread(shown),
    }


def queries(world: World) -> dict[str, str]:
    """Typical queries by what they are for."""
    (first, country), (second, other), (known, _) = world.actors[0], world.actors[1], world.actors[60]
    month, late, latest = f"{world.day(0.4):%Y-%m}", world.day(0.85), world.day(0.95)
    common, part = world.vocabulary[0], world.vocabulary[40][1:]
    return {
        "all": "",
        "type": "type:consult",
        "type, mode, status, a month": f"type:assault mode:aerial status:happened on:{month}",
        "since a day": f"after:{late}",
        "between days": f"after:{month} before:{month}",
        "newest first": "sort:-time",
        "most reports": "type:consult sort:-reports",
        "surest": "sort:-confidence",
        "a busy person": f'who:"{first}"',
        "a surname": f"who:{known.split()[1]}",
        "two persons": f'who:"{first}" whom:"{second}"',
        "two states": f"who:{country.lower()} whom:{other.lower()}",
        "anyone of a state": f"with:{country.lower()}",
        "an office": f"office:minister after:{late}",
        "a place": f"place:{world.towns[0][0].lower()}",
        "a country, not a type": "country:tur -type:consult",
        "a source": "source:official type:threaten",
        "an outlet": 'outlet:"Outlet 7"',
        "a common word of reports": f"text:{common}",
        "a phrase of reports": f'text:"{world.actors[3][0]}"',
        "a part of a word of reports": f"text:{part}",
        "words of events": f"{known.split()[1]} bombed",
        "several reports": f"has:several after:{latest}",
    }


def _found(store: Store, query: str) -> dict[str, float]:
    with store.reading() as connection:
        count = len(asked.find(connection, query, FOUND))
    return {"found": count, "ms": _median(partial(_find, store, query))}


def _find(store: Store, query: str) -> None:
    with store.reading() as connection:
        asked.find(connection, query, FOUND)


def _facets(store: Store, query: str) -> None:
    with store.reading() as connection:
        asked.facets(connection, query)


def _spread(figures: Sequence[float]) -> dict[str, float]:
    return {"median": round(statistics.median(figures), 2), "p95": round(sorted(figures)[int(0.95 * len(figures))], 2)}


def _median(work: Callable[[], object]) -> float:
    return round(1000 * statistics.median(_seconds(work) for _ in range(ROUNDS)), 2)


def _seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
