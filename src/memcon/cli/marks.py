"""How a status looks: a symbol and its word, and a colour on top for those who see it."""

from __future__ import annotations

_SYMBOLS = {"happened": "●", "ongoing": "◐", "planned": "○", "offered": "◇", "possible": "?", "denied": "✕"}
_STYLES = {"happened": "green", "ongoing": "cyan", "planned": "blue", "offered": "magenta", "possible": "yellow", "denied": "red"}
WIDTH = 10


def status_mark(status: str) -> str:
    """Symbol and word.

    >>> status_mark("happened"), status_mark("denied")
    ('● happened', '✕ denied')
    """
    return f"{_SYMBOLS.get(status, '·')} {status}"


def status_style(status: str) -> str:
    """The style that a terminal with colours adds.

    >>> status_style("happened")
    'bold green'
    """
    return f"bold {_STYLES.get(status, 'white')}"
