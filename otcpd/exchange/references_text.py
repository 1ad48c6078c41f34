"""The text of a file of references: whatever encodings it is in, and without the markup of web pages."""

from __future__ import annotations

import codecs
import html
import re
import unicodedata

from otcpd.exchange.decoding import decode

_WIDE_MARKS = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_ENDS = re.compile(rb"\r\n|\n|\r")
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff\u202d\u202e\u2028\u2029]")
_TAG = re.compile(
    r"</?(?:i|b|u|em|strong|sub|sup|span|p|br|div|title|inf|sc|scp|small|font|a|h[1-6]|italic|bold|jats:[a-z-]+|"
    r"mml:[a-z]+)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});", re.IGNORECASE)
_WRONG_END = "\N{REPLACEMENT CHARACTER}"


def lines_of(data: bytes) -> list[str]:
    """The lines of a file, without controls and byte-order marks, wherever these stand.

    Each line is read by itself: as UTF-8 if it is that, else as Windows-1252, for files are put together from several.
    Bytes that are neither become U+FFFD.
    """
    if data.startswith(_WIDE_MARKS) or (data.count(0) > len(data) // 4):
        text = decode(data) or decode(data[: len(data) // 2 * 2]) or ""
        return [_clean(line) for line in re.split(r"\r\n|\n|\r", text)]
    return [_clean(_line(raw)) for raw in _ENDS.split(data)]


def _line(raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")


def _clean(line: str) -> str:
    return unicodedata.normalize("NFC", _CONTROLS.sub("", line)).rstrip()


def plain(text: str) -> str:
    """A value on one line, without tags and entities of web pages."""
    found = text
    for _ in range(2):  # some are escaped twice
        if "&" not in found and "<" not in found:
            break
        found = _TAG.sub("", _ENTITY.sub(_character, found))
    return unicodedata.normalize("NFC", " ".join(_CONTROLS.sub("", found).split()))


def _character(entity: re.Match[str]) -> str:
    return html.unescape(entity.group())


def has_broken_letters(text: str) -> bool:
    """Whether letters were lost before the text came here, or in reading it."""
    return _WRONG_END in text
