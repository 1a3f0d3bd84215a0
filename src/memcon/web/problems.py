"""What goes wrong, in words for the person who asked: what is wrong, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus

from memcon.analysis.subjects import SubjectError
from memcon.analysis.windows import WindowError
from memcon.intake import IntakeError
from memcon.store import DecisionError, QueryError, StoreError
from memcon.store.trouble import StoreFileError


@dataclass(frozen=True, slots=True)
class Problem:
    """An answer that is none: its status, what is wrong, what to do."""

    status: int
    wrong: str
    advice: str

    @property
    def title(self) -> str:
        """What stands above it.

        >>> Problem(404, "", "").title
        'Not here'
        """
        return _TITLES.get(self.status) or HTTPStatus(self.status).phrase


_TITLES = {
    400: "This cannot be asked",
    401: "Who are you?",
    403: "Not allowed",
    404: "Not here",
    405: "Not this way",
    409: "This cannot be decided",
    413: "Too large",
    421: "Another name is wanted",
    422: "This cannot be asked",
    429: "Too often",
    500: "A fault of memcon's own",
    503: "Not now",
}


class SiteError(Exception):
    """A problem on its way to the person who asked."""

    def __init__(self, status: int, wrong: str, advice: str) -> None:
        super().__init__(wrong)
        self.problem = Problem(status, wrong, advice)

    def __reduce__(self) -> tuple[type[SiteError], tuple[int, str, str]]:
        """As it comes from another process."""
        return SiteError, (self.problem.status, self.problem.wrong, self.problem.advice)


def not_here(what: str, advice: str = "It may have been forgotten, or its address mistyped: look for it in the Record.") -> SiteError:
    """What to raise for something that is not in the store."""
    return SiteError(404, what, advice)


def problem_of(error: Exception) -> Problem | None:
    """The problem behind an error of the layers below; None for one that nobody foresaw.

    >>> problem_of(QueryError("there is no field 'x'")).status
    400
    """
    if isinstance(error, SiteError):
        return error.problem
    for kind, status, advice in _KNOWN:
        if isinstance(error, kind):
            wrong = error.message if isinstance(error, IntakeError) else str(error)
            return Problem(status, _sentence(wrong), error.advice if isinstance(error, IntakeError) else advice)
    return None


_KNOWN: tuple[tuple[type[Exception], int, str], ...] = (
    (QueryError, 400, "Change the query; the page Keys lists the fields and gives examples."),
    (SubjectError, 400, "Give a state, a person's full name or an id as the Record shows it."),
    (WindowError, 400, "Give days as 2022-03-05, months as 2022-03 or years as 2022, the earlier one first."),
    (DecisionError, 409, "Nothing was changed. Go back, put it right and send it again."),
    (StoreFileError, 503, "Nothing was lost or changed. Wait until the other process is done, then load the page again."),
    (StoreError, 409, "Nothing was changed."),
    (IntakeError, 400, ""),
)


def known_errors() -> tuple[type[Exception], ...]:
    """The errors of the layers below that have an answer."""
    return tuple(kind for kind, _, _ in _KNOWN)


def _sentence(words: str) -> str:
    text = words[:1].upper() + words[1:]
    return text if text.endswith((".", "!", "?")) else text + "."
