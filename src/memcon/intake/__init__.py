"""Getting reports in: text, files, pages and URLs -> Report."""

from .errors import IntakeError
from .source import read_report

__all__ = ["IntakeError", "read_report"]
