"""What PDFium knows of the text objects that letters of a page come from."""

from __future__ import annotations

import ctypes

import pypdfium2
import pypdfium2.raw as pdfium

_SAID = "ActualText"
"""The entry by which marked content says other words than it shows (PDF 1.7, 14.9.4); PDFium gives those."""

_UNSEEN = frozenset({pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP})
_LONGEST_KEY = 256
"""Bytes; keys of what we look for are much shorter."""


class TextObjects:
    """The text objects of one page, each looked at once. PDFium tells of letters in their order, so it is
    enough to remember the last one."""

    def __init__(self, text: pypdfium2.PdfTextPage) -> None:
        self._text = text
        self._last: int | None = None
        self._true, self._seen = True, True

    def is_true(self, index: int) -> bool:
        """Whether the letter at `index` is what the page shows there, and not said to stand for it."""
        self._look(index)
        return self._true

    def is_seen(self, index: int) -> bool:
        """Whether it is painted."""
        self._look(index)
        return self._seen

    def _look(self, index: int) -> None:
        found = pdfium.FPDFText_GetTextObject(self._text, index)
        address = ctypes.cast(found, ctypes.c_void_p).value
        if address == self._last:
            return
        self._last = address
        # Spaces that PDFium puts between words belong to no object.
        self._true = address is None or not _says_otherwise(found)
        self._seen = address is None or pdfium.FPDFTextObj_GetTextRenderMode(found) not in _UNSEEN


def _says_otherwise(found: object) -> bool:
    marks = pdfium.FPDFPageObj_CountMarks(found)
    return any(_SAID in _keys(pdfium.FPDFPageObj_GetMark(found, each)) for each in range(marks))


def _keys(mark: object) -> list[str]:
    keys: list[str] = []
    buffer = ctypes.create_string_buffer(_LONGEST_KEY)
    taken = ctypes.c_ulong()
    for index in range(pdfium.FPDFPageObjMark_CountParams(mark)):
        place = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
        if pdfium.FPDFPageObjMark_GetParamKey(mark, index, place, _LONGEST_KEY, taken) and taken.value <= _LONGEST_KEY:
            keys.append(buffer.raw[: max(taken.value - 2, 0)].decode("utf-16-le", "replace"))
    return keys
