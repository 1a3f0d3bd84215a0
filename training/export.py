"""Weights for the package: the trunk as int8 ONNX, the small heads as half-precision arrays, vocabulary, labels, temperatures, hashes.

python -m training.export CHECKPOINT --data DATA [--settings FILE] [--to src/memcon/coder/weights]

Weights of matrix products are quantised per output channel, with seven bits (`reduce_range`), so that processors without VNNI instructions
do not overflow; activations are quantised as they come. The same weights give the same bytes.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from memcon.coder.decoding import Floats
from memcon.coder.labels import labels
from memcon.coder.session import ABOUT, FOLDER, HEADS, TRUNK, VOCABULARY
from training import sources
from training.checkpoint import small
from training.model import Network, start_weights
from training.train import load


class _OneWindow(nn.Module):
    """The trunk for a window without padding."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.trunk = network.trunk

    def forward(self, ids: Tensor, shapes: Tensor) -> tuple[Tensor, Tensor]:
        """States and tags."""
        return self.trunk(ids, shapes, torch.zeros(1))  # type: ignore[no-any-return]


def onnx_trunk(network: Network, path: Path) -> None:
    """Write the trunk as int8 ONNX."""
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from onnxruntime.quantization.shape_inference import quant_pre_process

    with tempfile.TemporaryDirectory() as scratch:
        full, ready = Path(scratch) / "full.onnx", Path(scratch) / "ready.onnx"
        ids = torch.randint(1, 1000, (1, 24))
        torch.onnx.export(
            _OneWindow(network).eval(),
            (ids, torch.zeros_like(ids)),
            str(full),
            input_names=["ids", "shapes"],
            output_names=["states", "tags"],
            dynamic_axes={name: {1: "pieces"} for name in ("ids", "shapes", "states", "tags")},
            opset_version=17,
            dynamo=False,
        )
        quant_pre_process(str(full), str(ready), skip_symbolic_shape=True)
        quantize_dynamic(str(ready), str(path), weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)


def write(network: Network, settings: dict[str, Any], folder: Path) -> dict[str, str]:
    """All files of the package's weights; returns their hashes."""
    folder.mkdir(parents=True, exist_ok=True)
    onnx_trunk(network, folder / TRUNK)
    with (folder / HEADS).open("wb") as file:
        np.savez(file, **{name: value.astype(np.float16) for name, value in small(network).items()})  # type: ignore[arg-type]
    shutil.copyfile(start_weights() / "vocab.txt", folder / VOCABULARY)
    hashes = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in (TRUNK, HEADS, VOCABULARY)}
    known = labels()
    about = {"format": "memcon-coder/1", "types": list(known.types), "modes": [list(one) for one in known.modes], "sha256": hashes}
    about |= {name: settings.get(name, {}) for name in ("temperature", "threshold", "made_from")}
    (folder / ABOUT).write_text(json.dumps(about, indent=1) + "\n", "utf-8")
    return hashes


def with_heads(folder: Path, arrays: Mapping[str, Floats]) -> None:
    """Add heads to exported weights, or put them in the place of those of the same names; the hashes follow."""
    kept = dict(np.load(folder / HEADS, allow_pickle=False))
    kept |= {name: value.astype(np.float16) for name, value in arrays.items()}
    with (folder / HEADS).open("wb") as file:
        np.savez(file, **kept)  # type: ignore[arg-type]
    about = json.loads((folder / ABOUT).read_text("utf-8"))
    about["sha256"][HEADS] = hashlib.sha256((folder / HEADS).read_bytes()).hexdigest()
    (folder / ABOUT).write_text(json.dumps(about, indent=1) + "\n", "utf-8")


def main(arguments: Sequence[str] | None = None) -> None:
    """The command."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("checkpoint", type=Path)
    options.add_argument("--settings", type=Path, help="temperatures and thresholds, as training.calibrate prints them")
    options.add_argument("--data", type=Path, required=True, help="the corpora, to name their hashes")
    options.add_argument("--annotations", type=Path, default=Path("annotations"))
    options.add_argument("--to", type=Path, default=FOLDER)
    chosen = options.parse_args(arguments)
    settings = json.loads(chosen.settings.read_text("utf-8")) if chosen.settings else {}
    settings["made_from"] = sources.all_of(chosen.data, chosen.annotations)
    print(json.dumps(write(load(chosen.checkpoint), settings, chosen.to), indent=1))


if __name__ == "__main__":
    main()
