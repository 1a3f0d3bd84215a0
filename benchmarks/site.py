"""The site in use: `python -m benchmarks.site STORE [--readers 20] [--seconds 60]` times pages that are turned while reports come in.

Serves the store as `memcon serve` does. Each reader turns a page every two seconds, drawn from all kinds of pages as people use them;
one `memcon ingest` with one process reads and keeps reports meanwhile. Prints JSON: milliseconds from request to last byte (median, 95th
percentile, slowest) over all pages and by kind, and how many pages said that their figures are being worked out. Wall clock; the readers
share the machine. STORE is added to: `python -m benchmarks.store --events 100000 --db STORE` makes one.
"""

from __future__ import annotations

import argparse
import http.client
import json
import random
import re
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from pathlib import Path
from typing import Any
from urllib.parse import quote

from memcon.store import Store

PAUSE_S = 2.0
WARM_S = 20.0
EXAMPLES = Path(__file__).parent.parent / "examples"
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}")
_SYLLABLES = "ba ro ti ka mo le sha du ni gre vol tan pe zi lor ma".split()
USE = {
    "record": 6, "record, asked": 6, "event": 8, "report": 4, "reports": 1, "timeline": 3, "network": 3, "map": 1, "ledgers": 2, "brief": 2,
    "review": 1, "sources": 1, "ask": 1,
}  # fmt: skip
"""How often each kind of page is turned to."""


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("store", type=Path)
    options.add_argument("--readers", type=int, default=20)
    options.add_argument("--seconds", type=float, default=60.0)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as scratch, _served(chosen.store) as (port, cookie):
        pages = Pages(chosen.store)
        incoming = _incoming(Path(scratch))
        command = [sys.executable, "-m", "memcon", "ingest", str(incoming), "--db", str(chosen.store), "--jobs", "1"]
        ingesting = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            _read(pages, port, cookie, chosen.readers, WARM_S)
            taken = _read(pages, port, cookie, chosen.readers, chosen.seconds)
            busy = ingesting.poll() is None
        finally:
            ingesting.send_signal(signal.SIGINT)
            ingesting.wait(30)
    every = [one for some in taken.values() for one in some]
    figures = {
        "readers": chosen.readers,
        "pages": len(every),
        "ingesting_to_the_end": busy,
        "all_ms": _spread(every),
        "by_kind_ms": {kind: _spread(some) for kind, some in sorted(taken.items())},
        "being_worked_out": sum(one[1] == 202 for one in every),
        "other_answers": sorted({(kind, one[1]) for kind, some in taken.items() for one in some if one[1] not in (200, 202)}),
    }
    json.dump(figures, sys.stdout, indent=1)
    print()


class Pages:
    """Addresses of all kinds of pages of a store."""

    def __init__(self, path: Path) -> None:
        with Store.open(path, create=False) as store:
            events = [*store.events("sort:-reports", limit=200), *store.events("sort:-time", limit=200)]
            self.events = [one.id for one in events]
            self.reports = [quote(one.tellings[0].witness.id, safe="") for one in events]
            values = [value.value for one in events for value in one.values.get("actor", ())]
        self.names = sorted(set(values), key=lambda name: (-values.count(name), name))[:40]

    def draw(self, chance: random.Random) -> tuple[str, str]:
        """A kind of page and an address of that kind."""
        kind = chance.choices(list(USE), list(USE.values()))[0]
        told, year = chance.choice(self.names[: chance.choice((5, 40))]), chance.randint(2016, 2022)
        name = quote(told)
        window = f"from={year}-{chance.randint(1, 6):02}-01&to={year}-12-31"
        queries = (f'with:"{told}"', "type:consult", f"on:{year}-05", f"type:assault after:{year}")
        ledger = chance.choice(("contacts", "votes", "sanctions", "commitments", "positions"))
        address = {
            "record": f"/?page={chance.choice((1, 1, 1, 2, 3, 40))}",
            "record, asked": f"/?q={quote(chance.choice(queries))}",
            "event": f"/event/{chance.choice(self.events)}",
            "report": f"/report/{chance.choice(self.reports)}",
            "reports": f"/reports?page={chance.choice((1, 1, 2, 9))}",
            "timeline": f"/timeline?about={name}&{window}",
            "network": f"/network?{window}" + chance.choice(("", f"&about={name}")),
            "map": f"/map?{window}",
            "ledgers": f"/ledgers?ledger={ledger}&about={name}&{window}",
            "brief": f"/brief?about={name}&{window}",
            "review": "/review",
            "sources": "/sources",
            "ask": "/ask?question=" + quote(f"Who met {told} in {year}?"),
        }[kind]
        return kind, address


class _Served:
    """The site of a store, as a process of its own: its port and the cookie of an editor."""

    def __init__(self, store: Path) -> None:
        self._store = store

    def __enter__(self) -> tuple[int, str]:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        command = [sys.executable, "-m", "memcon", "serve", str(self._store), "--port", str(port)]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        assert self._process.stdout is not None
        told = ""
        while (found := re.search(r"\?token=([\w-]+)", told)) is None:
            line = self._process.stdout.readline()
            if not line:
                raise SystemExit(f"the site did not start: {told}")
            told += line
        for _ in range(100):
            try:
                link = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
                link.request("GET", f"/?token={found[1]}", headers={"Accept": "text/html"})
                cookie = link.getresponse().getheader("set-cookie")
            except ConnectionRefusedError:
                time.sleep(0.1)
                continue
            if cookie:
                return port, cookie.split(";")[0]
        raise SystemExit("the site let nobody in")

    def __exit__(self, *_error: object) -> None:
        self._process.send_signal(signal.SIGINT)
        self._process.wait(30)


def _served(store: Path) -> _Served:
    return _Served(store)


def _incoming(folder: Path, most: int = 3000) -> Path:
    """Reports to read: those of the examples with other names in each, so that each tells of events of its own."""
    chance = random.Random(time.time_ns())
    texts = [path.read_text("utf-8") for path in sorted(EXAMPLES.rglob("*.txt"))]
    for number in range(most):
        text = texts[number % len(texts)]
        others = {name: "".join(chance.choices(_SYLLABLES, k=3)).capitalize() for name in set(_NAME.findall(text))}
        (folder / f"{number:04}.txt").write_text(_NAME.sub(lambda found, told=others: told[found[0]], text), "utf-8")  # type: ignore[misc]
    return folder


def _read(pages: Pages, port: int, cookie: str, readers: int, seconds: float) -> dict[str, list[tuple[float, int]]]:
    """Milliseconds and status of each page that the readers turn, by kind."""
    taken: dict[str, list[tuple[float, int]]] = defaultdict(list)
    until = time.monotonic() + seconds

    def reader(number: int) -> None:
        chance = random.Random(f"{number} {seconds}")
        link = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        time.sleep(chance.random() * PAUSE_S)
        while time.monotonic() < until:
            kind, address = pages.draw(chance)
            begun = time.perf_counter()
            link.request("GET", address, headers={"Cookie": cookie, "Accept": "text/html"})
            answer = link.getresponse()
            answer.read()
            took = time.perf_counter() - begun
            taken[kind].append((1000 * took, answer.status))
            time.sleep(max(0.0, PAUSE_S - took))

    threads = [threading.Thread(target=reader, args=(number,)) for number in range(readers)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    return taken


def _spread(taken: list[tuple[float, int]]) -> dict[str, Any]:
    times = sorted(ms for ms, _ in taken)
    chosen = {"median": times[len(times) // 2], "p95": times[int(0.95 * len(times))], "most": times[-1]}
    return {"n": len(times)} | {name: round(ms, 1) for name, ms in chosen.items()}


if __name__ == "__main__":
    main()
