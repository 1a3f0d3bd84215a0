"""Mails: what they say, their subject and day; what is attached is left aside and told."""

from contextlib import suppress
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from memcon.intake import IntakeError, read_report
from memcon.intake.inputs import items, read_item
from memcon.intake.mail import mail
from memcon.model import Report

WORDS = "The foreign ministers of Freedonia and Sylvania met in Zürich on Tuesday, and they agreed to meet again."
PAGE = f"<html><body><table><tr><td><h1>Talks</h1></td></tr><tr><td><p>{WORDS}</p></td></tr></table></body></html>"


def _mail(plain: str | None = WORDS, page: str | None = None, **headers: str) -> EmailMessage:
    made = EmailMessage()
    for name, value in {"Subject": "Talks in Zürich – a start", "Date": "Wed, 7 May 2031 23:30:00 +0200", **headers}.items():
        made[name] = value
    if plain is not None:
        made.set_content(plain)
    if page is not None:
        if plain is None:
            made.set_content(page, subtype="html")
        else:
            made.add_alternative(page, subtype="html")
    return made


def _read(path: Path, made: EmailMessage | bytes) -> tuple[str, str | None, str | None]:
    path.write_bytes(made if isinstance(made, bytes) else bytes(made))
    report = read_report(path)
    return report.text.strip(), report.title, report.published


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "talks.eml"


def test_subject_day_and_words_of_a_mail(path: Path) -> None:
    assert _read(path, _mail(page=PAGE)) == (WORDS, "Talks in Zürich – a start", "2031-05-07")


def test_a_page_is_read_where_there_is_no_plain_text(path: Path) -> None:
    text, title, day = _read(path, _mail(None, PAGE))
    assert (WORDS in text, "<" in text, title, day) == (True, False, "Talks in Zürich – a start", "2031-05-07")
    assert _read(path, _mail(None, "<p>Bennett met Putin in Moscow.</p>"))[0] == "Bennett met Putin in Moscow."
    assert WORDS in _read(path, _mail(" \n", PAGE))[0]


def test_what_is_attached_is_left_aside_and_told(path: Path) -> None:
    made = _mail()
    made.add_attachment(b"\x89PNG...", maintype="image", subtype="png", filename="map.png")
    made.add_attachment("Bennett met Putin in Moscow.", filename="notes.txt")
    made.add_attachment(_mail("A mail within the mail."))
    path.write_bytes(bytes(made))
    notes: list[str] = []
    assert read_report(path, note=notes.append).text.strip() == WORDS
    assert notes == ["of talks.eml the mail alone was read, not what is attached: map.png, notes.txt, message/rfc822"]


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_headers_and_words_as_bytes_that_nothing_declares(path: Path, encoding: str) -> None:
    raw = f"Subject: Talks in Zürich\nDate: 7 May 2031 08:00\n\n{WORDS}\n".encode(encoding)
    assert _read(path, raw) == (WORDS, "Talks in Zürich", "2031-05-07")


def test_a_charset_that_is_declared_or_unknown(path: Path) -> None:
    head = b"Subject: =?koi8-r?B?8MXSxcfP18/S2Q==?=\nContent-Type: text/plain; charset=%s\n\n"
    assert _read(path, head % b"koi8-r" + WORDS.replace("ü", "u").encode())[:2] == (WORDS.replace("ü", "u"), "Переговоры")
    assert _read(path, head % b"x-nobody" + WORDS.encode())[0] == WORDS


def test_a_mail_without_a_day_or_a_subject(path: Path) -> None:
    assert _read(path, b"Date: soon\n\n" + WORDS.encode()) == (WORDS, None, None)


def test_the_day_that_a_dateline_gives_goes_first(path: Path) -> None:
    assert _read(path, _mail("LIMA, March 4, 2031 (XYZ) -- " + WORDS))[2] == "2031-03-04"


def test_a_mail_without_words_is_refused(path: Path) -> None:
    made = _mail("")
    made.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="talks.pdf")
    with pytest.raises(IntakeError, match="without words of its own"):
        _read(path, made)


def test_mails_are_inputs_of_a_folder(path: Path) -> None:
    _read(path, _mail())
    (one,) = items([str(path.parent)])
    report = read_item(one, "2001-01-01", "Courier")
    assert isinstance(report, Report)
    assert (report.published, report.outlet, report.title) == ("2031-05-07", "Courier", "Talks in Zürich – a start")


@settings(deadline=None)  # the parsers of dates and pages are loaded at first use
@given(st.binary(max_size=300), st.sampled_from([b"", b"Subject: =?", b"Content-Type: multipart/mixed; boundary=a\n\n--a\n", b"Date: "]))
def test_any_bytes_are_a_mail_or_refused(data: bytes, head: bytes) -> None:
    with suppress(IntakeError):
        mail(head + data, "a.eml")
