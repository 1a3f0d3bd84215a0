"""Same report, same version: same bytes, whatever seed Python's hashes have (the order of sets must not reach the record)."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.txt"))

PROGRAM = """
import sys
from pathlib import Path
import memcon
for name in sys.argv[1:]:
    print(memcon.read(Path(name), published="2022-03-06").to_json())
"""


def records(seed: str) -> bytes:
    """The records of all examples as JSON, read by a fresh interpreter with this hash seed."""
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM, *map(str, EXAMPLES)],
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONUTF8": "1"},
        capture_output=True,
        check=True,
        timeout=120,
    )
    return run.stdout


@pytest.mark.slow
def test_the_hash_seed_changes_no_byte() -> None:
    assert len(EXAMPLES) >= 4
    first, *others = (records(seed) for seed in ("0", "1", "4242"))
    assert first.count(b'"memcon/1"') == len(EXAMPLES)
    assert [hashlib.sha256(other).hexdigest() for other in others] == [hashlib.sha256(first).hexdigest()] * len(others)
