"""What is wrong with a file of actors, in words for the person who gave it."""

from __future__ import annotations


class ActorsFileError(ValueError):
    """A file of actors that cannot be taken: `message` says where and what is wrong, `advice` what to do about it.

    >>> str(ActorsFileError("my.csv:3: no name", "give every row a name"))
    'my.csv:3: no name: give every row a name'
    """

    def __init__(self, message: str, advice: str) -> None:
        super().__init__(f"{message}: {advice}")
        self.message = message
        self.advice = advice
