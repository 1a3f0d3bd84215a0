"""The teacher: MPNet (12 layers, width 768) with the same heads, for a graphics card; what it has learnt the small encoder is taught.

MPNet's pieces are MiniLM's with other numbers, so that both read the same windows. The start weights are those of all-mpnet-base-v2
(Apache-2.0), a folder with `model.safetensors`. Song et al., MPNet, NeurIPS 2020: the bias of attention by distance is that of their code.
"""

from __future__ import annotations

import math
from pathlib import Path

import torch
from torch import Tensor, nn

from memcon.coder.pieces import SHAPES
from training.model import CLOCK, HEADS, OUTSIDE, TRIGGERS, Layer, Network

WIDTH, DEPTH, INNER, WORDS, POSITIONS, BUCKETS, FURTHEST = 768, 12, 3072, 30527, 514, 32, 128
_MOVED = {0: 1, 101: 0, 102: 2}  # padding and the marks of a window; all other pieces stand four numbers further


class Trunk(nn.Module):
    """MPNet with an embedding of letter case and quotation, and labels for each piece: what `model.Trunk` is to MiniLM."""

    width = WIDTH

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(WORDS, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-5)
        self.dropout = nn.Dropout(dropout)
        self.near = nn.Embedding(BUCKETS, HEADS)
        self.layers = nn.ModuleList([Layer(dropout, INNER, WIDTH, eps=1e-5) for _ in range(DEPTH)])
        self.tags = nn.Linear(WIDTH, OUTSIDE + TRIGGERS + CLOCK)
        moved = torch.arange(30522) + 4
        for number, there in _MOVED.items():
            moved[number] = there
        self.register_buffer("moved", moved, persistent=False)
        nn.init.normal_(self.shapes.weight, std=0.01)

    def forward(self, ids: Tensor, shapes: Tensor, hidden: Tensor) -> tuple[Tensor, Tensor]:
        """States [batch, pieces, width] and tags [batch, pieces, labels] of the pieces, which are numbered as MiniLM's."""
        places = torch.arange(ids.shape[1], device=ids.device)
        moved: Tensor = self.get_buffer("moved")
        x = self.dropout(self.norm(self.words(moved[ids]) + self.positions(places + 2) + self.shapes(shapes)))
        bias = self.near(_steps(places[None] - places[:, None])).permute(2, 0, 1)[None] + hidden
        for layer in self.layers:
            x = layer(x, bias)
        return x, self.tags(x)

    def start(self, folder: Path) -> None:
        """Take the weights of the start model."""
        from safetensors.torch import load_file

        given = load_file(folder / "model.safetensors")
        with torch.no_grad():
            self.words.weight.copy_(given["embeddings.word_embeddings.weight"])
            self.positions.weight.copy_(given["embeddings.position_embeddings.weight"])
            self.near.weight.copy_(given["encoder.relative_attention_bias.weight"])
            pairs: list[tuple[nn.Module, str]] = [(self.norm, "embeddings.LayerNorm")]
            for number, layer in enumerate(self.layers):
                assert isinstance(layer, Layer)
                base = f"encoder.layer.{number}."
                for part in ("weight", "bias"):
                    three = [given[f"{base}attention.attn.{name}.{part}"] for name in ("q", "k", "v")]
                    getattr(layer.attention, part).copy_(torch.cat(three))
                pairs += [(layer.output, base + "attention.attn.o"), (layer.norm, base + "attention.LayerNorm")]
                pairs += [(layer.wide, base + "intermediate.dense"), (layer.narrow, base + "output.dense")]
                pairs.append((layer.norm_after, base + "output.LayerNorm"))
            for module, name in pairs:
                for part in ("weight", "bias"):
                    getattr(module, part).copy_(given[f"{name}.{part}"])


def load(path: Path, start: Path) -> Network:
    """A saved teacher, with the word embeddings of its start weights (the folder `start`), ready to read."""
    trunk = Trunk()
    trunk.start(start)
    network = Network(trunk)
    missing, unknown = network.load_state_dict(torch.load(path, weights_only=True), strict=False)
    if unknown or missing != ["trunk.words.weight"]:
        raise ValueError(f"{path} is no teacher: {[*missing, *unknown][:3]}")
    return network.eval()


def _steps(apart: Tensor) -> Tensor:
    """The bucket of a distance: half of them for each direction, the nearest one by one, further ones by their logarithm."""
    half = BUCKETS // 2
    exact = half // 2
    found = (apart > 0).long() * half  # what stands after comes in the upper half
    far = apart.abs()
    wide = exact + (torch.log(far.clamp(min=1).float() / exact) / math.log(FURTHEST / exact) * (half - exact)).long()
    return found + torch.where(far < exact, far, wide.clamp(max=half - 1))
