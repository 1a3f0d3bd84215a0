"""`memcon schema`."""

from __future__ import annotations

import json

from .terminal import emit


def schema() -> None:
    """Print the JSON Schema of a record."""
    from memcon.model.schema import schema as of_record

    emit(json.dumps(of_record(), indent=2, ensure_ascii=False) + "\n")
