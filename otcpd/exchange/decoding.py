"""Bytes to text: the encodings that office programs and mail clients write."""

from __future__ import annotations

import codecs
import re
import unicodedata

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Marks at the beginning, the longer before those they begin with."""

_LEAST_NULS = 0.25
"""Share of NUL bytes from which on unmarked text must be UTF-16: English in it has almost half."""

_MOST_CONTROLS = 0.01
"""Share of control characters up to which something is still text."""

_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Characters that no text has: controls, halves of pairs, and what Unicode keeps free for programs."""


def decode(data: bytes, *, whole: bool = True) -> str | None:
    """The text in `data`, or None if it is no text.

    Tries a byte order mark, UTF-8, UTF-16 without a mark, and last Windows-1252, in which old office
    programs write. With `whole` False the last character may have been cut.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _as_text(data[len(mark) :], name, whole=whole)
    nuls = data.count(0)
    if nuls:
        if nuls < len(data) * _LEAST_NULS:
            return None
        return _as_text(data, "utf-16-le" if data[1::2].count(0) > nuls // 2 else "utf-16-be", whole=whole)
    text = _as_text(data, "utf-8", whole=whole)
    return text if text is not None else _as_text(data, "cp1252", whole=whole)


def _as_text(data: bytes, encoding: str, *, whole: bool) -> str | None:
    try:
        text = codecs.getincrementaldecoder(encoding)().decode(data, final=whole)
    except UnicodeDecodeError:
        return None
    return None if len(_CONTROLS.findall(text)) > len(text) * _MOST_CONTROLS else text


def clean(text: str) -> str:
    """`text` without control characters and halves of characters, lines ended by "\\n", in NFC."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", _CONTROLS.sub("", lines))
