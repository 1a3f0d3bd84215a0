"""Whatever is asked of the interface, it answers: nothing that can be sent makes it fault."""

from typing import Any

import pytest
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from memcon.store.query import FIELDS

PATHS = (
    "/api/events",
    "/api/reports",
    "/api/timeline",
    "/api/network",
    "/api/map",
    "/api/ledgers",
    "/api/brief",
    "/api/review",
    "/api/sources",
)
NAMES = ("q", "page", "size", "about", "with", "from", "to", "level", "ledger", "limit", "outlet", "day", "at", "after", "event", "format")
WORDS = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        [
            "",
            "0",
            "1",
            "-1",
            "99999999999999999999",
            "2019",
            "2019-09",
            "2019-13",
            "0000-00-00",
            "Norway",
            "NOR",
            "wd:Q10706",
            "state",
            "votes",
            "csv",
            "x" * 600,
        ]
    ),
)
TERMS = st.builds(
    lambda minus, field, value: f"{minus}{field}:{value}",
    st.sampled_from(["", "-"]),
    st.sampled_from(list(FIELDS)),
    st.one_of(
        st.text(max_size=20),
        st.sampled_from(["consult", "putin", "2019-09-02", "happened", "several", "-time", '"a b"', "a,b,c", "%", "_", "*"]),
    ),
)
QUERIES = st.lists(TERMS | st.text(max_size=15), max_size=5).map(" ".join)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(path=st.sampled_from(PATHS), told=st.dictionaries(st.sampled_from(NAMES), WORDS, max_size=4), query=QUERIES)
def test_nothing_that_is_asked_is_a_fault(reading: TestClient, path: str, told: dict[str, str], query: str) -> None:
    found = reading.get(path, params={**told, "q": query} if query else told)
    assert found.status_code in (200, 400, 404, 422), found.text


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    ident=st.text(min_size=1, max_size=40),
    folder=st.sampled_from(["event", "report", "add", "api/events", "api/reports", "api/jobs", "static"]),
)
def test_no_id_is_a_fault(reading: TestClient, ident: str, folder: str) -> None:
    assert reading.get(f"/{folder}/" + "".join(f"%{byte:02X}" for byte in ident.encode("utf-8", "replace"))).status_code in (
        200,
        303,
        400,
        404,
        405,
    )


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    body=JSON
    | st.fixed_dictionaries(
        {
            "action": st.sampled_from(["accept", "correct", "undo", "merge", "split"]),
            "target": st.text(max_size=12),
            "field": st.text(max_size=8),
            "value": st.text(max_size=12),
        }
    )
)
def test_no_body_is_a_fault(reading: TestClient, body: Any) -> None:
    """Ids that are drawn are no event's, so that nothing is decided."""
    assert reading.post("/api/decisions", json=body).status_code in (400, 404, 409, 422)


@pytest.mark.parametrize("path", ["/", "/api/events", "/decide"])
@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "HEAD", "TRACE", "CONNECT"])
def test_other_methods_are_refused(reading: TestClient, method: str, path: str) -> None:
    assert reading.request(method, path).status_code in (403, 405)
