"""Whatever the bytes are: a report or an IntakeError, and nothing else."""

import io

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from memcon.intake import IntakeError, read_report
from memcon.intake.markdown import markdown
from memcon.intake.plain import plain


def check(source, **options):
    try:
        report = read_report(source, **options)
    except IntakeError:
        return
    assert report.text.strip()
    assert "\r" not in report.text
    report.text.encode("utf-8")


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200) | st.text(max_size=80).map(lambda t: t.encode("utf-16", "surrogatepass")))
@example(b"\xff\xfe\x00\xd8")
@example(b"\xff\xfe\x00\x00\x00\x00\x11\x00")
@example("\x00a".encode("utf-16-le"))
def test_any_bytes(data):
    check("-", stdin=io.BytesIO(data))


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet="<>/=\"' &;#apbodyhtmlscriptdivé\u202e\x1b\n", max_size=120))
@pytest.mark.parametrize("name", ["a.html", "a.md", "a.txt", "a"])
def test_any_page(tmp_path, name, text):
    path = tmp_path / name
    path.write_bytes(text.encode("utf-8"))
    check(path)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=100))
def test_any_str(text):
    check(text + "\n")
    assert "\r" not in plain(text).text
    markdown(text).text.encode("utf-8")
