"""Where the places lie that a user has imported: a file beside ours, in the folder of what the user owns."""

from __future__ import annotations

from pathlib import Path

from memcon._home import own_folder


def own_file() -> Path:
    """The user's own compiled file; it need not be there. The folder is the one that holds the user's other tables.

    >>> own_file().name
    'geonames.places'
    """
    return own_folder() / "places" / "geonames.places"
