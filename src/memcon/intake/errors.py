"""What went wrong with a source, in words for the person who named it."""

from __future__ import annotations


class IntakeError(ValueError):
    """A source that cannot be read as a report: `message` says what is wrong, `advice` what to do about it.

    >>> str(IntakeError("notes.txt is empty", "give a file with the text of a report"))
    'notes.txt is empty: give a file with the text of a report'
    """

    def __init__(self, message: str, advice: str) -> None:
        super().__init__(f"{message}: {advice}")
        self.message = message
        self.advice = advice

    def __reduce__(self) -> tuple[type[IntakeError], tuple[str, str]]:
        """As it comes from another process."""
        return IntakeError, (self.message, self.advice)
