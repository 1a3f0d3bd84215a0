"""A checkpoint as a coder, so that training is scored with the code that runs in the package."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch

from memcon.coder import Coder
from memcon.coder.decoding import Floats
from memcon.coder.heads import NAMES, Heads
from memcon.coder.pieces import Ints, Tokeniser
from memcon.coder.session import Settings, Weights
from training.model import Network, start_weights
from training.train import load


class Engine:
    """The trunk in PyTorch; a window that comes again is not run again."""

    def __init__(self, network: Network) -> None:
        self._network = network
        self._seen: dict[bytes, tuple[Floats, Floats]] = {}

    def run(self, ids: Ints, shapes: Ints) -> tuple[Floats, Floats]:
        """States and tags of the pieces of a window."""
        key = ids.tobytes() + shapes.tobytes()
        if key not in self._seen:
            with torch.inference_mode():
                device = next(self._network.parameters()).device
                given = (torch.from_numpy(one)[None].to(device) for one in (ids, shapes))
                states, tags = self._network.trunk(*given, torch.zeros(1, 1, 1, len(ids), device=device))
            self._seen[key] = np.asarray(states[0].cpu().numpy()), np.asarray(tags[0].cpu().numpy())
        return self._seen[key]


def small(network: Network) -> dict[str, Floats]:
    """The weights of the heads that follow the trunk, by name."""
    state = network.state_dict()
    return {name: state[name].cpu().numpy().astype(np.float32) for name in NAMES}


def weights_of(path: Path, settings: Settings | None = None) -> Weights:
    """The weights of a checkpoint, ready for a coder."""
    return weights(load(path), settings)


def weights(network: Network, settings: Settings | None = None) -> Weights:
    """The weights of a network, ready for a coder."""
    heads = Heads.of(small(network))
    return Weights(Engine(network), heads, Tokeniser(start_weights() / "vocab.txt"), settings or Settings({}, {}), "checkpoint")


def coder_of(path: Path, settings: Settings | None = None) -> Coder:
    """A coder that reads with the weights of a checkpoint."""
    return Coder(weights_of(path, settings))
