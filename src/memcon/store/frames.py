"""Objects over a pair of plain pipes, whole or not at all: what `workers` and `reader` say to one another on every system."""

from __future__ import annotations

import pickle
import struct
from typing import IO, Any

_LENGTH = struct.Struct(">Q")


def send(stream: IO[bytes], told: object) -> None:
    """Write an object. OSError where nobody listens any more."""
    data = pickle.dumps(told)
    stream.write(_LENGTH.pack(len(data)) + data)
    stream.flush()


def receive(stream: IO[bytes]) -> Any:
    """The next object; EOFError where the other side has ended.

    >>> import io
    >>> pipe = io.BytesIO()
    >>> send(pipe, ("report", 7)), pipe.seek(0), receive(pipe)
    (None, 0, ('report', 7))
    """
    (length,) = _LENGTH.unpack(_read(stream, _LENGTH.size))
    return pickle.loads(_read(stream, length))


def _read(stream: IO[bytes], length: int) -> bytes:
    data = stream.read(length)
    if len(data) < length:
        raise EOFError
    return data
