"""Where what a user owns lies: a registry of actors, imported places."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def own_folder() -> Path:
    """The folder that holds what the user owns; it need not be there.

    The environment variable MEMCON_HOME names it; without that, it is where the system keeps a program's data: `$XDG_DATA_HOME/memcon` or
    `~/.local/share/memcon`, on macOS `~/Library/Application Support/memcon`, on Windows `%LOCALAPPDATA%\\memcon`.

    >>> isinstance(own_folder(), Path)
    True
    """
    named = os.environ.get("MEMCON_HOME")
    if named:
        return Path(named).expanduser()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "memcon"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "memcon"
    data = os.environ.get("XDG_DATA_HOME", "")
    return (Path(data) if os.path.isabs(data) else Path.home() / ".local" / "share") / "memcon"
