"""The phrase tests of the reference data (phrase -> country and sector), read by our conventions."""

from pathlib import Path

import pytest
from benchmarks.actors import calls, failed

PATH = Path(__file__).parents[3] / "shared" / "data" / "actors" / "phrase_tests.json"


def test_phrases():
    if not PATH.exists():
        pytest.skip("reference data are not here")
    wrong = failed(PATH)
    rate = 1 - len(wrong) / len(calls(PATH))
    assert rate >= 0.85, f"{rate:.3f}: {wrong}"
