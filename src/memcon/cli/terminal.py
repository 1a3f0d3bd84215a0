"""What reaches the terminal: safe characters, whole lines, and messages on standard error."""

from __future__ import annotations

import os
import re
import sys
from typing import NoReturn

import typer

BAD_INPUT = 2
NOT_VERIFIED = 1
BROKEN_PIPE = 141

# Marks that turn the direction of what follows, and others without width that hide in a line.
_HIDDEN = re.compile("[\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def printable(text: str) -> str:
    r"""Text that cannot move the cursor, colour the screen or turn a line round; tabs and line ends stay.

    >>> printable("a\x1b[31mb\u202ec")
    'a␛[31mbc'
    """
    return _CONTROL.sub(_picture, _HIDDEN.sub("", text))


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    return chr(0x2400 + code) if code < 0x20 else "␡" if code == 0x7F else "�"


def one_line(text: str) -> str:
    r"""Printable text with every stretch of blanks and line ends as one blank.

    >>> one_line(" met\n  Putin ")
    'met Putin'
    """
    return printable(" ".join(text.split()))


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun.

    >>> counted(1, "event"), counted(2, "copy", "copies")
    ('1 event', '2 copies')
    """
    return f"{number} {one if number == 1 else many or one + 's'}"


def emit(text: str) -> None:
    """Write text to standard output, in UTF-8 if it goes to a file or pipe; ends the command quietly if nobody reads it any more."""
    stream = sys.stdout
    buffer = getattr(stream, "buffer", None)
    try:
        if buffer is None or stream.isatty():
            encoding = getattr(stream, "encoding", None) or "utf-8"
            stream.write(text.encode(encoding, "replace").decode(encoding))
        else:
            stream.flush()
            buffer.write(text.encode("utf-8"))
        stream.flush()
    except BrokenPipeError:
        _silence()
        raise typer.Exit(BROKEN_PIPE) from None
    except OSError as error:
        _silence()
        fail(f"standard output cannot be written ({error.strerror or error})", "make room, or write elsewhere with -o")


def _silence() -> None:
    """Point standard output at nothing, so that Python's own flush at exit does not meet the same fault again."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, sys.stdout.fileno())


def warn(message: str) -> None:
    """One line on standard error."""
    print(f"memcon: {one_line(message)}", file=sys.stderr)


def fail(message: str, advice: str, code: int = BAD_INPUT) -> NoReturn:
    """End the command: one line what, one line what to do."""
    warn(message)
    print(f"  {one_line(advice)}", file=sys.stderr)
    raise typer.Exit(code)
