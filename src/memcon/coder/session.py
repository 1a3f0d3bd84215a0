"""The shipped weights: their files, their hash, and the ONNX session that runs the trunk on one thread."""

from __future__ import annotations

import hashlib
import io
import json
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any, Protocol

import numpy as np

from .decoding import Floats
from .heads import Heads
from .labels import labels
from .pieces import Ints, Tokeniser
from .relating import Relating

FOLDER = Path(str(files("memcon.coder") / "weights"))
_SLOW = ("SkipLayerNormFusion",)
"""Fusions that the runtime should not make: on a CPU this one takes six times as long as adding and norming one after the other."""
TRUNK, HEADS, VOCABULARY, ABOUT = "trunk.onnx", "heads.npz", "vocab.txt", "about.json"


class CoderError(RuntimeError):
    """The encoder's weights are missing, damaged, or made for another codebook."""


class Engine(Protocol):
    """What runs the trunk: ids and shapes of a window to states [pieces, width] and tags [pieces, labels]."""

    def run(self, ids: Ints, shapes: Ints) -> tuple[Floats, Floats]:
        """One window."""
        ...


@dataclass(frozen=True, slots=True)
class Settings:
    """What was fitted beside the weights: temperatures and thresholds by head."""

    temperature: dict[str, float]
    threshold: dict[str, float]

    def heat(self, head: str) -> float:
        """The temperature of a head, 1 where none was fitted."""
        return self.temperature.get(head, 1.0)


class Session:
    """The trunk as an ONNX session on one thread."""

    def __init__(self, model: bytes) -> None:
        """Build the session; CoderError where the bytes are no such model."""
        try:
            import onnxruntime as runtime
        except ImportError as problem:
            raise CoderError(f"onnxruntime is not installed ({problem}); --model rules works without it") from problem
        options = runtime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        try:
            self._session = runtime.InferenceSession(model, options, providers=["CPUExecutionProvider"], disabled_optimizers=_SLOW)
        except Exception as problem:  # the runtime has error classes of its own, private ones
            raise CoderError(f"the encoder's weights cannot be loaded: {problem}") from problem

    def run(self, ids: Ints, shapes: Ints) -> tuple[Floats, Floats]:
        """States and tags of the pieces of a window."""
        states, tags = self._session.run(["states", "tags"], {"ids": ids[None], "shapes": shapes[None]})
        return states[0], tags[0]


@dataclass(frozen=True, slots=True)
class Weights:
    """Everything that reading needs, and the hash by which a record names it."""

    engine: Engine
    heads: Heads
    tokeniser: Tokeniser
    settings: Settings
    sha256: str
    relating: Relating | None = None


def load(folder: Path = FOLDER) -> Weights:
    """The weights of a folder; CoderError says what is wrong with them and what still works."""
    about, content = sound(folder)
    known = labels()
    if about.get("types") != list(known.types) or about.get("modes") != [list(one) for one in known.modes]:
        raise CoderError(f"{folder}: the encoder's weights were made for another codebook; --model rules works without them")
    try:
        arrays = np.load(io.BytesIO(content[HEADS]), allow_pickle=False)
        heads, relating = Heads.of(arrays), Relating.of(arrays)
    except (KeyError, ValueError, OSError) as problem:
        raise CoderError(f"{folder / HEADS}: {problem}") from problem
    settings = Settings(about.get("temperature", {}), about.get("threshold", {}))
    return Weights(Session(content[TRUNK]), heads, Tokeniser(folder / VOCABULARY), settings, digest(content, about), relating)


def sound(folder: Path = FOLDER) -> tuple[dict[str, Any], dict[str, bytes]]:
    """What is told about the weights of a folder, and its files; CoderError where one is missing or not the published one."""
    try:
        about: dict[str, Any] = json.loads((folder / ABOUT).read_text("utf-8"))
        content = {name: (folder / name).read_bytes() for name in (TRUNK, HEADS, VOCABULARY)}
    except (OSError, ValueError) as problem:
        raise CoderError(f"{folder}: the encoder's weights are not there ({problem}); --model rules works without them") from problem
    for name, data in content.items():
        if hashlib.sha256(data).hexdigest() != about.get("sha256", {}).get(name):
            raise CoderError(f"{folder / name} is damaged (its SHA-256 is not the published one); reinstall, or use --model rules")
    return about, content


def digest(content: dict[str, bytes], about: dict[str, Any]) -> str:
    """One SHA-256 over all files and what was fitted beside them.

    >>> len(digest({"trunk.onnx": b""}, {"temperature": {}}))
    64
    """
    whole = hashlib.sha256()
    for name in sorted(content):
        whole.update(name.encode() + hashlib.sha256(content[name]).digest())
    whole.update(json.dumps(about, sort_keys=True).encode())
    return whole.hexdigest()
