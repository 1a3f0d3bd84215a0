"""The public interface under Schemathesis: what its own OpenAPI description allows, and what it does not, is answered without a fault."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

schemathesis = pytest.importorskip("schemathesis", reason="pip install 'memcon[fuzz]'")

from site_client import TOKEN  # noqa: E402

from memcon.web import Access, Site, create  # noqa: E402

pytestmark = pytest.mark.slow
EXAMPLES = 20
FROM_THE_SITE = {"sec-fetch-site": "same-origin", "host": "127.0.0.1:8722", "authorization": f"Bearer {TOKEN}"}


@pytest.fixture(scope="module")
def described(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The interface of a store of its own: it may be written to."""
    path = tmp_path_factory.mktemp("fuzzed") / "memo.db"
    path.write_bytes(filled.read_bytes())
    site = Site.open(path)
    app = create(site, Access(token=TOKEN, who="ann"), frozenset(["127.0.0.1:8722"]))
    yield schemathesis.openapi.from_asgi("/api/openapi.json", app, headers=FROM_THE_SITE)
    site.close()


def test_no_request_is_a_fault(described: Any) -> None:
    operations = [one.ok() for one in described.get_all_operations()]
    assert len(operations) >= 15
    for operation in operations:
        _answers(operation)


def _answers(operation: Any) -> None:
    @settings(max_examples=EXAMPLES, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    @given(case=operation.as_strategy() | operation.as_strategy(generation_mode=schemathesis.GenerationMode.NEGATIVE))
    def ask(case: Any) -> None:
        answer = case.call(headers=FROM_THE_SITE)
        assert answer.status_code < 500, f"{case.method} {case.path}: {answer.status_code} {answer.text[:400]}"

    ask()
