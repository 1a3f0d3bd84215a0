"""Files that commands read records from and write results to."""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import sys
from pathlib import Path
from typing import Any

from memcon.model import SCHEMA

from .terminal import fail

LARGEST = 200_000_000


def check_target(path: Path) -> None:
    """End the command if nothing can be written to `path`: better before the work than after it."""
    if path.is_dir():
        fail(f"{path} is a directory", "name a file to write to")
    if not path.parent.is_dir():
        fail(f"there is no directory {path.parent}", "make it first, or write elsewhere")
    if not os.access(path.parent, os.W_OK):
        fail(f"{path.parent} may not be written to", "write elsewhere")


def write_whole(path: Path, text: str) -> None:
    """Write the file all at once: whoever looks finds the old file or the whole new one.

    A device or pipe (/dev/stdout) is written to as it is.
    """
    if path.exists() and not path.is_file():
        try:
            path.write_text(text, "utf-8")
        except OSError as error:
            fail(f"{path} cannot be written ({error.strerror or error})", "write elsewhere")
        return
    target = Path(os.path.realpath(path))
    draft = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
    try:
        with draft.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        if target.exists():
            draft.chmod(target.stat().st_mode & 0o7777)
        draft.replace(target)
    except OSError as error:
        fail(f"{path} cannot be written ({error.strerror or error})", "write elsewhere")
    finally:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)


def load_json(path: Path) -> dict[str, Any]:
    """The JSON object of a record's file (`-` is standard input); ends the command if the file holds no record of this contract."""
    advice = "give a file that memcon read --json wrote"
    try:
        if path.is_file() and path.stat().st_size > LARGEST:
            fail(f"{path} is larger than {LARGEST // 1_000_000} MB", advice)
        data = json.loads(sys.stdin.buffer.read().decode("utf-8") if str(path) == "-" else path.read_text("utf-8"))
    except FileNotFoundError:
        fail(f"there is no file {path}", f"check the name; {advice}")
    except IsADirectoryError:
        fail(f"{path} is a directory", advice)
    except OSError as error:
        fail(f"{path} cannot be read ({error.strerror or error})", advice)
    except UnicodeDecodeError:
        fail(f"{path} is not UTF-8 text", advice)
    except json.JSONDecodeError as error:
        fail(f"{path} is not JSON: {error.msg} in line {error.lineno}", advice)
    except (ValueError, RecursionError):
        fail(f"{path} is not JSON that memcon can read", advice)
    if not isinstance(data, dict) or data.get("schema") != SCHEMA:
        fail(f"{path} is JSON but no {SCHEMA} record", advice)
    return data
