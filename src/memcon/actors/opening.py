"""A file of actors as a stream of bounded size, packed or not: lines with their numbers, or stretches of text."""

from __future__ import annotations

import gzip
import io
import struct
import sys
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import IO, TYPE_CHECKING

from .own import LARGEST
from .refusals import ActorsFileError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

LONGEST_LINE = 64_000
MOST_LINES = 1_000_000
_HEAD, _TELLING = 65_536, 1_024
_TEXT = "give a dictionary, a query result or a table as text"
_MEMBERS, _DIRECTORY = 20, 16_384
_END = struct.Struct("<4s4H2LH")
_FAULTS = (OSError, EOFError, zlib.error, zipfile.BadZipFile, NotImplementedError, RuntimeError, struct.error, ValueError)
_PACKED = (b"BZh", b"\xfd7zXZ", b"7z\xbc\xaf", b"Rar!", b"\x28\xb5\x2f\xfd")


class Source:
    """An open file: `name` for messages, and its content once, as lines or as text.

    >>> source = Source("x.csv", io.BytesIO(b"name\\nMedair\\n"))
    >>> source.head[:4], list(source.lines())
    (b'name', [(1, b'name\\n'), (2, b'Medair\\n')])
    """

    def __init__(self, name: str, stream: IO[bytes]) -> None:
        self.name = name
        self._stream = io.BufferedReader(_Bounded(name, stream), _HEAD)
        self.head = self._stream.peek(_HEAD)[:_HEAD]
        if self.head.startswith((b"\xff\xfe", b"\xfe\xff")):
            raise ActorsFileError(f"{name}:1: UTF-16 text", "save it as UTF-8")
        if b"\0" in self.head[:_TELLING]:
            raise ActorsFileError(f"{name}:1: not a text file", _TEXT)

    def lines(self) -> Iterator[tuple[int, bytes]]:
        """The lines with their numbers from 1, without a byte-order mark."""
        number = 0
        while line := self._stream.readline(LONGEST_LINE + 1):
            number += 1
            if len(line) > LONGEST_LINE:
                raise ActorsFileError(f"{self.name}:{number}: a line of more than {LONGEST_LINE} bytes", "give one row or entry a line")
            if number > MOST_LINES:
                raise ActorsFileError(f"{self.name}:{number}: more than {MOST_LINES} lines", "split the file; nothing was changed")
            yield number, line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line

    def text_lines(self) -> Iterator[tuple[int, str]]:
        """The lines as text; ActorsFileError at the first that is not UTF-8."""
        for number, line in self.lines():
            if b"\0" in line:
                raise ActorsFileError(f"{self.name}:{number}: not a text file", _TEXT)
            try:
                yield number, line.decode("utf-8")
            except UnicodeDecodeError:
                raise ActorsFileError(f"{self.name}:{number}: not UTF-8 text", "save the file as UTF-8") from None

    def chunks(self) -> Iterator[bytes]:
        """The content in stretches of at most 64 KB."""
        while chunk := self._stream.read(_HEAD):
            yield chunk


class _Bounded(io.RawIOBase):
    """Bytes up to the limit, faults of reading and unpacking told in words."""

    def __init__(self, name: str, stream: IO[bytes]) -> None:
        self._name, self._stream, self._count = name, stream, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        view = memoryview(buffer)
        size = 0
        try:
            while size < len(view) and (got := self._stream.read(len(view) - size)):
                view[size : size + len(got)] = got
                size += len(got)
        except _FAULTS as error:
            raise ActorsFileError(f"{self._name} cannot be read or unpacked ({_words(error)})", "give a whole file") from error
        self._count += size
        if self._count > LARGEST:
            raise too_large(self._name)
        return size


def too_large(name: str) -> ActorsFileError:
    """The refusal of a file over the limit."""
    return ActorsFileError(
        f"{name} holds more than {LARGEST // 1_000_000} MB", "split it, or keep the rows that are wanted; nothing was changed"
    )


def _words(error: BaseException) -> str:
    return (getattr(error, "strerror", None) or str(error) or type(error).__name__)[:200]


def opened(path: Path, held: ExitStack) -> Source:
    """The file of that path (`-` is standard input), unpacked if it is gzip or a zip of one file; closed with `held`.

    >>> with ExitStack() as held:
    ...     opened(Path("no such file.csv"), held)
    Traceback (most recent call last):
    memcon.actors.refusals.ActorsFileError: there is no file no such file.csv: check the name
    """
    if str(path) == "-":
        return Source("standard input", sys.stdin.buffer)
    try:
        if path.is_dir():
            raise ActorsFileError(f"{path} is a directory", "name a file")
        if path.is_file() and path.stat().st_size > LARGEST:
            raise too_large(str(path))
        stream = held.enter_context(path.open("rb"))
        start = stream.peek(8)[:8]
    except FileNotFoundError:
        raise ActorsFileError(f"there is no file {path}", "check the name") from None
    except ActorsFileError:
        raise
    except (OSError, ValueError) as error:
        raise ActorsFileError(f"{path} cannot be read ({_words(error)})", "check the name and its rights") from error
    if start.startswith(b"\x1f\x8b"):
        packed: IO[bytes] = gzip.GzipFile(fileobj=stream)  # type: ignore[assignment]
        held.callback(packed.close)
        return Source(str(path), packed)
    if start.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return Source(str(path), _only_member(path, stream, held))
    if start.startswith(_PACKED):
        raise ActorsFileError(f"{path} is packed in a way that is not taken", "unpack it, or use zip or gzip")
    return Source(str(path), stream)


def _only_member(path: Path, stream: IO[bytes], held: ExitStack) -> IO[bytes]:
    """The one file of a zip archive; its directory is measured before it is read."""
    advice = "give a zip of one text file"
    try:
        stream.seek(max(0, path.stat().st_size - 65_535 - _END.size))
        tail = stream.read()
        at = tail.rfind(b"PK\x05\x06")
        _, _, _, _, count, size, _, _ = _END.unpack(tail[at : at + _END.size]) if at >= 0 else (b"", 0, 0, 0, 0, 0, 0, 0)
        if count != 1 and (count > _MEMBERS or size > _DIRECTORY):
            raise ActorsFileError(f"{path} is an archive of {count} files", advice)
        if size > _DIRECTORY:
            raise ActorsFileError(f"{path} is not a sound archive", advice)
        archive = held.enter_context(zipfile.ZipFile(stream))
        members = [one for one in archive.infolist() if not one.is_dir() and not one.filename.startswith("__MACOSX/")]
        if any(one.filename == "[Content_Types].xml" for one in members):
            raise ActorsFileError(f"{path} is an office document, not text", "save the sheet as CSV (UTF-8)")
        if len(members) != 1:
            raise ActorsFileError(f"{path} is an archive of {len(members)} files", advice)
        if members[0].flag_bits & 1:
            raise ActorsFileError(f"{path} is locked with a password", advice)
        if members[0].compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise ActorsFileError(f"{path} is packed in a way that is not taken", "unpack it first")
        if members[0].file_size > LARGEST:
            raise too_large(str(path))
        return held.enter_context(archive.open(members[0]))
    except ActorsFileError:
        raise
    except _FAULTS as error:
        raise ActorsFileError(f"{path} is not a sound archive ({_words(error)})", advice) from error
