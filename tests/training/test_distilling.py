"""Batches hold what windows hold; a network is taught what its teachers see."""

import random
from itertools import islice
from pathlib import Path

import pytest

torch = pytest.importorskip("torch", reason="needs PyTorch: pip install -e '.[train]'")

from training import distilling, pools, teacher  # noqa: E402
from training.batches import Stream, batch, packed, steps  # noqa: E402
from training.corpora import Marked  # noqa: E402
from training.examples import cut, prepare  # noqa: E402
from training.losses import distances, losses, total  # noqa: E402
from training.model import Network, Trunk  # noqa: E402
from training.teacher import _steps  # noqa: E402
from training.train import Learner, run  # noqa: E402

from memcon.coder.labels import bucket, labels  # noqa: E402
from memcon.coder.pieces import Tokeniser  # noqa: E402

TEXT = "Scholz met Macron in Paris. He left. Macron said Putin called him on Friday."
MET = {
    "type": "CONSULT",
    "mode": "meeting",
    "status": "happened",
    "triggers": [[7, 10]],
    "participants": [{"role": "actor", "mention": [0, 6]}, {"role": "recipient", "mention": [11, 17]}],
    "where": {"span": [21, 26]},
    "sources": [],
}
CLAIM = {"source": [(37, 43)], "cue": [(44, 48)], "content": [(49, 75)]}


@pytest.fixture
def tokeniser(tmp_path: Path) -> Tokeniser:
    words = {word.lower() for word in TEXT.replace(".", " . ").split()}
    (tmp_path / "vocab.txt").write_text("\n".join(["[PAD]", "[UNK]", "[CLS]", "[SEP]", *sorted(words)]) + "\n", "utf-8")
    return Tokeniser(tmp_path / "vocab.txt")


def texts() -> list[Marked]:
    return [Marked("a", TEXT, events=[MET], attributions=[CLAIM]), Marked("b", "He met Putin.", facts=[(3, 6, 3.0)]), Marked("c", TEXT)]


def network(seed: int) -> Network:
    torch.manual_seed(seed)
    return Network(Trunk(depth=1, inner=64)).eval()


def test_batches_are_full_but_not_fuller(tokeniser: Tokeniser) -> None:
    ready = prepare(texts() * 5, tokeniser)
    windows = [one for text in ready for one in cut(text, tokeniser)]
    found = packed(list(windows), 60, random.Random(1))
    assert sorted(len(one.ids) for some in found for one in some) == sorted(len(one.ids) for one in windows)
    assert all(len(some) * max(len(one.ids) for one in some) <= 60 for some in found)
    assert len(found) < len(windows)


def test_a_stream_goes_on_and_is_the_same_again(tokeniser: Tokeniser) -> None:
    sources = [(prepare(texts(), tokeniser), 1.0)]
    first, again = ([one.ids for one in islice(Stream(sources, tokeniser, 64, seed), 20)] for seed in (3, 3))
    assert len(first) == 20
    assert all(torch.equal(a, b) for a, b in zip(first, again, strict=True))
    assert steps(sources, 10) > steps(sources, 1000) == 1


def test_distances_as_the_package_counts_them() -> None:
    assert distances(torch.tensor([2]), 6)[0].tolist() == [bucket(at - 2) for at in range(6)]


def test_the_teacher_tells_before_from_after() -> None:
    near = _steps(torch.tensor([0, -1, 1, -500, 500])).tolist()
    assert near == [0, 1, 17, 15, 31]


def test_triggers_that_are_likely_enough() -> None:
    sure = torch.zeros(1, 5, 2 + len(labels().types))
    sure[0, :, 0] = 1
    sure[0, 1, [0, 4]] = torch.tensor([0.4, 0.6])  # a trigger of the third type, which goes on for a piece
    sure[0, 2, [0, 1]] = torch.tensor([0.1, 0.9])
    sure[0, 4, [0, 2]] = torch.tensor([0.3, 0.7])  # padding
    known = torch.tensor([[True, True, True, True, False]])
    assert distilling.triggers(sure, known).tolist() == [[0, 1, 2, 2]]


def test_nothing_is_nearer_to_the_teachers_than_they_are(tokeniser: Tokeniser) -> None:
    here = batch([window for text in prepare(texts(), tokeniser) for window in cut(text, tokeniser)])
    own, other = network(1), network(2)
    told = distilling.taught([own], here)
    assert len(told.triggers)

    def apart(one: Network) -> float:
        with torch.no_grad():
            return float(total(distilling.losses(one, here, *one.trunk(here.ids, here.shapes, here.hidden), told)))

    assert apart(own) < apart(other)


def test_padding_changes_no_loss(tokeniser: Tokeniser) -> None:
    long, short = (cut(one, tokeniser)[0] for one in prepare([Marked("d", f"{TEXT} {TEXT}"), texts()[0]], tokeniser))
    assert len(long.ids) > len(short.ids)
    one = network(1)

    def found(*windows: object) -> dict[str, float]:
        here = batch(windows)  # type: ignore[arg-type]
        with torch.no_grad():
            return {name: float(value) for name, value in losses(one, here, *one.trunk(here.ids, here.shapes, here.hidden)).items()}

    assert found(short) == pytest.approx(found(short, long), rel=1e-4)


def test_a_network_learns_what_it_is_shown(tokeniser: Tokeniser) -> None:
    torch.set_num_threads(1)
    ready = prepare(texts(), tokeniser)
    lines: list[dict[str, object]] = []
    recipe = pools.Recipe({}, 1e-3, 1.0, 128, 1.0)
    learner = Learner.of(network(1), recipe)
    run(learner, [(ready, 150.0)], recipe, tokeniser, 1, [network(2)], report=lines.append)
    here = batch([window for text in ready for window in cut(text, tokeniser)])
    after, before = learner.finished(), network(1)
    with torch.no_grad():
        loss = [float(total(losses(n, here, *n.trunk(here.ids, here.shapes, here.hidden)))) for n in (after, before)]
    assert loss[0] < 0.8 * loss[1]
    assert lines[-1]["step"] == lines[-1]["of"]


def test_a_saved_teacher_is_read_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save_file = pytest.importorskip("safetensors.torch", reason="needs safetensors: pip install -e '.[train]'").save_file
    for name, size in {"WIDTH": 24, "INNER": 8, "DEPTH": 1}.items():
        monkeypatch.setattr(teacher, name, size)
    monkeypatch.setattr(teacher.Trunk, "width", 24)
    save_file(_start(24, 8), tmp_path / "model.safetensors")
    torch.manual_seed(3)
    trunk = teacher.Trunk()
    trunk.start(tmp_path)
    learner = Learner.of(Network(trunk), pools.TEACHER)
    learner.save(tmp_path / "teacher0.pt")
    own, again = learner.finished(), teacher.load(tmp_path / "teacher0.pt", tmp_path)
    ids = torch.tensor([[101, 2000, 3000, 102]])
    given = ids, torch.zeros_like(ids), torch.zeros(1, 1, 1, 4)
    with torch.no_grad():
        assert torch.equal(own.trunk(*given)[1], again.trunk(*given)[1])
    torch.save({"tags": torch.zeros(1)}, tmp_path / "other.pt")
    with pytest.raises(ValueError, match="no teacher"):
        teacher.load(tmp_path / "other.pt", tmp_path)


def _start(width: int, inner: int) -> "dict[str, torch.Tensor]":
    """Start weights of one layer, by the names of MPNet's file."""
    torch.manual_seed(4)
    layer = "encoder.layer.0."
    shapes = {
        "embeddings.word_embeddings": (teacher.WORDS, width),
        "embeddings.position_embeddings": (teacher.POSITIONS, width),
        "encoder.relative_attention_bias": (teacher.BUCKETS, 12),
        "embeddings.LayerNorm": (width,),
        layer + "attention.LayerNorm": (width,),
        layer + "output.LayerNorm": (width,),
        layer + "intermediate.dense": (inner, width),
        layer + "output.dense": (width, inner),
        **{f"{layer}attention.attn.{name}": (width, width) for name in "qkvo"},
    }
    weights = {f"{name}.weight": torch.randn(shape) for name, shape in shapes.items()}
    return weights | {f"{name}.bias": torch.zeros(shape[0]) for name, shape in shapes.items()}
