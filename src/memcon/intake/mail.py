"""A mail (.eml) -> Draft: what it says, its subject and its day; attachments are left aside."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Iterator
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header
from email.message import Message
from email.utils import parsedate_to_datetime

from .decoding import decode
from .draft import Draft
from .errors import IntakeError
from .plain import plain

_DEEPEST = 20  # a mail in a mail in a mail


def mail(data: bytes, name: str) -> Draft:
    r"""The words of a mail: its plain text, else its page; the subject is the title, the day on which it was sent that of publication.

    A dateline of the report with its year goes before the day of the mail. `notes` name the attachments, which are not read.

    >>> mail(b"Subject: Talks\nDate: Sat, 05 Mar 2022 23:30:00 +0200\n\nBennett met Putin.\n", "a.eml")
    Draft(text='Bennett met Putin.\n', title='Talks', published='2022-03-05', outlet=None, url=None, notes=())
    """
    message = message_from_bytes(data.removeprefix(BOM_UTF8))
    parts = list(_parts(message))
    aside = [one.get_filename() or one.get_content_type() for one in parts if not _is_body(one)]
    found: dict[str, list[str]] = {"text/plain": [], "text/html": []}
    notes: list[str] = []
    for one in parts:
        if _is_body(one):
            text, told = decode(_payload(one), name, one.get_content_charset())
            found[one.get_content_type()].append(text)
            notes += told
    text = "\n\n".join(words.strip("\n") + "\n" for words in found["text/plain"] if words.strip())
    if not text:
        from .html import words_of

        text = "\n\n".join(words for page in found["text/html"] if (words := words_of(page, name)))
    if not text.strip():
        raise IntakeError(f"{name} is a mail without words of its own", "save what is attached and give that")
    if aside:
        notes.append(f"of {name} the mail alone was read, not what is attached: {', '.join(aside)}")
    draft = plain(text)
    return Draft(draft.text, _header(message, "subject"), draft.published or _day(message), notes=tuple(notes))


def _parts(message: Message, depth: int = 0) -> Iterator[Message]:
    """The leaves of a mail; a mail that is attached is one."""
    inside = message.get_payload()
    if message.get_content_maintype() == "multipart" and isinstance(inside, list) and depth < _DEEPEST:
        for one in inside:
            if isinstance(one, Message):
                yield from _parts(one, depth + 1)
    else:
        yield message


def _is_body(part: Message) -> bool:
    shown = part.get_content_disposition() != "attachment" and part.get_filename() is None
    return shown and part.get_content_type() in ("text/plain", "text/html")


def _payload(part: Message) -> bytes:
    found = part.get_payload(decode=True)
    return found if isinstance(found, bytes) else b""


def _header(message: Message, name: str) -> str | None:
    told = message.get(name)
    if told is None:
        return None
    try:
        parts = decode_header(told)
    except (ValueError, MessageError):
        parts = [(str(told), None)]
    words = "".join(part if isinstance(part, str) else _words(part, charset) for part, charset in parts)
    return plain(" ".join(words.split())).text or None


def _words(part: bytes, charset: str | None) -> str:
    try:
        return decode(part, "", charset)[0]
    except IntakeError:  # no text: shown as what it is
        return part.decode("ascii", "replace")


def _day(message: Message) -> str | None:
    try:
        return parsedate_to_datetime(str(message.get("date") or "")).date().isoformat()
    except (ValueError, TypeError):
        return None
