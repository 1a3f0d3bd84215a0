"""The benchmark on PolNeAR counts right, and the step does not sink below what it reached."""

import importlib.util
from pathlib import Path

import pytest

from memcon.reading.claims.attribution import claims
from memcon.reading.parse.parsing import parser

ROOT = Path(__file__).parents[2]
POLNEAR = ROOT.parent / "shared" / "data" / "attribution" / "polnear_train.jsonl"
_spec = importlib.util.spec_from_file_location("attribution_benchmark", ROOT / "benchmarks" / "attribution.py")
assert _spec is not None
assert _spec.loader is not None
bench = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(bench)


def test_measure_counts_spans_and_wholes() -> None:
    gold = [{"source": [(0, 6)], "cue": [(7, 11)], "content": [(12, 30)]}]
    near = [{"source": [(0, 6)], "cue": [(7, 11)], "content": [(12, 28)]}]
    other = [{"source": [(40, 46)], "cue": [(7, 11)], "content": [(12, 30)]}]
    assert (bench.whole(gold, gold), bench.whole(gold, near), bench.whole(gold, other)) == (1, 1, 0)
    figures = bench.measure([(gold, near)])
    assert figures["source"]["f1"] == 1.0
    assert figures["content"]["f1"] == 0.0
    assert figures["whole"] == bench.f1(1, 1, 1)


@pytest.mark.skipif(not POLNEAR.exists(), reason="needs ../shared/data/attribution, which is not part of the project")
def test_polnear_does_not_sink() -> None:
    rows = bench.articles(POLNEAR, "train", every=60)
    pairs = []
    for row in rows:
        parsed = parser().parse(row["text"])
        pairs.append((bench.annotated(row), bench.found(parsed, claims(parsed))))
    figures = bench.measure(pairs)
    assert figures["whole"]["precision"] > 0.65
    assert figures["whole"]["f1"] > 0.55
