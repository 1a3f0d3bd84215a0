"""Bytes -> text: which encoding, and whether it is text at all."""

from __future__ import annotations

import codecs
import re

from .errors import IntakeError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# First bytes of formats that people take for text.
_MAGIC = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"SQLite format 3", "an SQLite database"),
)
_ADVICE = "save the article as plain text, Markdown or HTML and give that file"
_KEPT_CONTROLS = frozenset("\t\n\r\f\v\x1b")
_SAMPLE = 4096
_HALF = re.compile("[\ud800-\udfff]")
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]+)""", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"""\A\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([A-Za-z0-9_:.-]+)""")


def decode(data: bytes, name: str, declared: str | None = None) -> tuple[str, tuple[str, ...]]:
    r"""The text in `data` without its byte-order mark, line ends as `\n`, and notes on what had to be assumed.

    A byte-order mark decides; else `declared` (a charset that a server or page names); else UTF-8; else what the bytes look like.
    IntakeError if they are no text.

    >>> decode(b"\xef\xbb\xbfOne\r\ntwo", "a.txt")
    ('One\ntwo', ())
    >>> decode(b"Minister \x93agreed\x94", "a.txt")
    ('Minister “agreed”', ('a.txt is not UTF-8; it was read as cp1252',))
    """
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise IntakeError(f"{name} is {what}, not text", _ADVICE)
    text, notes = _decode(data, name, declared)
    if _is_binary(text):
        raise IntakeError(f"{name} is a binary file, not text", _ADVICE)
    return text.replace("\r\n", "\n").replace("\r", "\n"), notes


def whole(text: str) -> str:
    r"""The text with each half of a character (a lone surrogate) replaced by U+FFFD, so that it can be written; offsets hold.

    >>> whole("a\ud800b")
    'a�b'
    """
    return _HALF.sub("\ufffd", text)


def _decode(data: bytes, name: str, declared: str | None) -> tuple[str, tuple[str, ...]]:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _strict(data[len(bom) :], encoding, name)
    wide = _without_bom(data)
    if wide:
        return _strict(data, wide, name)
    if declared:
        try:
            return data.decode(_browsers(declared)), ()
        except (LookupError, UnicodeDecodeError):
            pass
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        return _legacy(data, name)


def _browsers(declared: str) -> str:
    """The encoding that browsers use for a declared charset: pages that say Latin-1 mean cp1252 (WHATWG Encoding, section 4.2)."""
    return "cp1252" if declared.lower() in ("iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii") else declared


def _strict(data: bytes, encoding: str, name: str) -> tuple[str, tuple[str, ...]]:
    try:
        return data.decode(encoding), ()
    except UnicodeDecodeError as error:
        raise IntakeError(f"{name} begins like {encoding} but is not ({error.reason} at byte {error.start})", "save it as UTF-8") from error


def _without_bom(data: bytes) -> str | None:
    """UTF-16 without a mark shows in that every other byte of English text is zero."""
    sample = data[:_SAMPLE]
    pairs = len(sample) // 2
    if pairs < 4:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.7 * pairs and even < 0.1 * pairs:
        return "utf-16-le"
    if even > 0.7 * pairs and odd < 0.1 * pairs:
        return "utf-16-be"
    return None


def _legacy(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    text = data.decode("utf-8", "replace")
    if _is_binary(text):
        return text, ()
    broken = text.count("�")
    if sum(ord(c) > 127 for c in text) - broken > broken:
        return text, (f"{name} is UTF-8 with {broken} broken place{'s' if broken > 1 else ''}, shown as �",)
    try:
        return data.decode("cp1252"), (f"{name} is not UTF-8; it was read as cp1252",)
    except UnicodeDecodeError:
        pass
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None:
        raise IntakeError(f"{name} is in no encoding that memcon knows, or no text at all", "save it as UTF-8")
    return str(best), (f"{name} is not UTF-8; it was read as {best.encoding}",)


def _is_binary(text: str) -> bool:
    sample = text[:_SAMPLE]
    odd = sum(c < " " and c not in _KEPT_CONTROLS for c in sample)
    return "\0" in text or odd > 0.05 * len(sample)


def declared_charset(data: bytes) -> str | None:
    """The charset that a page's own head declares.

    >>> declared_charset(b'<html><head><meta charset="windows-1252">')
    'windows-1252'
    """
    match = _XML_ENCODING.search(data[:_SAMPLE]) or _CHARSET.search(data[:_SAMPLE])
    return match[1].decode("ascii") if match else None
