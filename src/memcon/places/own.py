"""Where the places lie that a user has imported: a file beside ours, under MEMCON_HOME or where the system keeps a program's data."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def own_file() -> Path:
    """The user's own compiled file; it need not be there. The folder is the one that holds the user's other tables.

    >>> own_file().name
    'geonames.places'
    """
    return _folder() / "places" / "geonames.places"


def _folder() -> Path:
    # the rule of memcon.actors.own, which places does not import: it is usable alone
    named = os.environ.get("MEMCON_HOME")
    if named:
        return Path(named).expanduser()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "memcon"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "memcon"
    data = os.environ.get("XDG_DATA_HOME", "")
    return (Path(data) if os.path.isabs(data) else Path.home() / ".local" / "share") / "memcon"
