"""How words of reports and values of the record are shown: nothing turns the page round or hides, no state is told by colour alone."""

from __future__ import annotations

import re
from urllib.parse import quote, urlencode

from memcon.merging import Merged
from memcon.merging.settled import told_as, web_address
from memcon.reading.record.date_words import date_words

__all__ = ["LABELS", "MARKS", "address", "count", "day_words", "event_title", "label", "mark", "url", "visible", "web_address"]

MARKS = {"happened": "●", "ongoing": "◐", "planned": "○", "offered": "◇", "possible": "?", "denied": "✕"}
"""Status -> the sign that stands before its word."""
LABELS = {
    "who": "who",
    "when": "time",
    "where": "place",
    "country": "country",
    "source": "on whose word",
    "type": "type",
    "mode": "mode",
    "requested_by": "requested by",
    "coordinated_with": "coordinated with",
    "position": "position",
    "status": "status",
}
_HIDDEN = re.compile("[\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def visible(text: str) -> str:
    r"""Text in which marks that turn its direction or hide are shown by their numbers, and control characters by pictures.

    >>> visible("a\u202eb\x1b[0m"), visible("two\nlines")
    ('a⟨U+202E⟩b␛[0m', 'two\nlines')
    """
    return _CONTROL.sub(_picture, _HIDDEN.sub(lambda m: f"⟨U+{ord(m[0]):04X}⟩", text))


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    return chr(0x2400 + code) if code < 0x20 else "␡" if code == 0x7F else "\ufffd"


def mark(status: str | None) -> str:
    """The sign of a status.

    >>> mark("denied"), mark(None)
    ('✕', '·')
    """
    return MARKS.get(status or "", "·")


def label(field: str) -> str:
    """A field's name for people.

    >>> label("requested_by")
    'requested by'
    """
    return LABELS.get(field, field.replace("_", " "))


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun.

    >>> count(1, "report"), count(1200, "report"), count(0, "country", "countries")
    ('1 report', '1,200 reports', '0 countries')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def day_words(edtf: str | None) -> str:
    """A time in words; the value itself where it is none that has words.

    >>> day_words("2022-03-05"), day_words(None)
    ('Sat 5 Mar 2022', 'undated')
    """
    if not edtf:
        return "undated"
    try:
        return date_words(edtf) or edtf
    except ValueError:
        return edtf


def event_title(event: Merged) -> str:
    """An event in a sentence, by the values that stand."""
    return told_as(event).summary if event.tellings else "No report tells of this any more"


def url(path: str, **query: object) -> str:
    """An address within the site; values that are empty are left out.

    >>> url("/", q="who:putin status:planned", page=None)
    '/?q=who%3Aputin+status%3Aplanned'
    """
    told = {name: str(value) for name, value in query.items() if value not in (None, "", False)}
    return f"{path}{'?' + urlencode(told) if told else ''}"


def address(folder: str, ident: str) -> str:
    """The address of a thing by its id, whatever the id holds.

    >>> address("report", "a/b c")
    '/report/a%2Fb%20c'
    """
    return f"/{folder}/{quote(ident, safe='')}"
