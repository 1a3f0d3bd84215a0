"""Which runs an ablation makes."""

import pytest

pytest.importorskip("torch", reason="needs PyTorch: pip install -e '.[train]'")

from training.ablations import Variant, variants
from training.pools import ALONE


def test_one_run_with_all_sources_one_a_share_and_one_without_each() -> None:
    runs = list(variants(list(ALONE.reads), [0.25, 0.5]))
    assert runs[0] == Variant()
    assert [one.name for one in runs[1:3]] == ["share 0.25", "share 0.5"]
    assert {one.without[0] for one in runs[3:]} == set(ALONE.reads)
    assert len({one.name for one in runs}) == len(runs) == len(ALONE.reads) + 3


def test_a_share_is_of_our_own_annotations_and_leaves_no_source_out() -> None:
    assert Variant(share=0.5).without == ()
    assert Variant(("polnear",)).name == "without polnear"
