"""Texts become windows whose labels lead back to what was annotated."""

import random
from pathlib import Path

import pytest

pytest.importorskip("torch", reason="needs PyTorch: pip install -e '.[train]'")

from training.batches import batch
from training.corpora import Marked
from training.examples import IGNORE, cut, prepare

from memcon.coder.labels import labels
from memcon.coder.pieces import Tokeniser

TEXT = "Scholz met Macron in Paris. He left. Macron said Putin called him on Friday."
EVENTS = [
    {
        "type": "CONSULT",
        "mode": "meeting",
        "status": "happened",
        "triggers": [[7, 10]],
        "participants": [{"role": "actor", "mention": [0, 6]}, {"role": "recipient", "mention": [11, 17]}],
        "where": {"span": [21, 26]},
        "sources": [],
    },
    {
        "type": "CONSULT",
        "mode": "call",
        "status": "planned",
        "triggers": [[55, 61]],
        "participants": [{"role": "actor", "mention": [49, 54]}, {"role": "recipient", "mention": [11, 17]}],
        "when": {"span": [66, 75]},
        "sources": [{"source": [37, 43], "cue": [44, 48], "kind": "person"}],
    },
]


@pytest.fixture
def tokeniser(tmp_path: Path) -> Tokeniser:
    words = {word.lower() for word in TEXT.replace(".", " . ").split()}
    (tmp_path / "vocab.txt").write_text("\n".join(["[PAD]", "[UNK]", "[CLS]", "[SEP]", *sorted(words)]) + "\n", "utf-8")
    return Tokeniser(tmp_path / "vocab.txt")


def test_triggers_and_what_stands_around(tokeniser: Tokeniser) -> None:
    (window,) = cut(prepare([Marked("a", TEXT, events=EVENTS)], tokeniser)[0], tokeniser)
    met, called = window.triggers
    assert (met.first, met.last, met.kind) == (2, 2, labels().types.index("CONSULT"))
    assert labels().modes[called.mode] == ("CONSULT", "call")
    assert labels().statuses[called.status] == "planned"
    assert met.around[0].nonzero()[0].tolist() == [1, 3]
    assert met.around[1, 5] == 3  # where begins
    here = called.around[0].nonzero()[0].tolist()
    assert here == [10, 12]  # Putin, and Macron by the mention in the trigger's own sentence
    assert called.around[2].nonzero()[0].tolist() == [10]
    assert window.tags[3].nonzero()[0].tolist() == [2, 13]
    assert (window.tags[:3] == IGNORE).all()


def test_attributions_are_linked(tokeniser: Tokeniser) -> None:
    claim = {"source": [(37, 43)], "cue": [(44, 48)], "content": [(49, 75)]}
    (window,) = cut(prepare([Marked("a", TEXT, attributions=[claim])], tokeniser)[0], tokeniser)
    assert window.tags[0].nonzero()[0].tolist() == [10]
    assert window.tags[2].nonzero()[0].tolist() == list(range(12, 17))
    assert [link[-1] for link in window.links] == [1, 1]
    assert (window.tags[3] == IGNORE).all()


def test_other_neighbours_each_time_and_nothing_lost(tokeniser: Tokeniser) -> None:
    (one,) = prepare([Marked("a", (TEXT + " ") * 12, events=[])], tokeniser)
    for seed in range(5):
        found = cut(one, tokeniser, random.Random(seed))
        assert sum(len(window.ids) - 2 for window in found) == len(one.pieces)
    together = batch(cut(one, tokeniser))
    assert together.ids.shape == together.tags[:, 0].shape
    assert (together.hidden[0, 0, 0] == 0).sum() == together.known[0].sum()
