"""Pages of a PDF as pictures for the window. Runs in the worker process: plain values in and out."""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from otcpd.disk import machine_errors
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.evidence import EvidenceState
from otcpd.domain.picture import MOST_WIDTH, PageSizes, Picture, rows_at_once
from otcpd.exchange.evidence_kind import pdf_error_state

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

MOST_SHOWN = 5_000
"""Pages of one file that the window shows."""

_A4 = (595.0, 842.0)
_LONGEST = 14_400.0
"""Points of the longest page that programs show (ISO 32000-1, annex C)."""


def page_sizes(path: Path) -> PageSizes:
    """How large the pages of the PDF at `path` are, in points.

    Raises NotAcceptable for a PDF that has a password, is broken or has no page, FileMissing or MachineSaidNo.
    """
    with _opened(path) as document:
        shown = range(min(len(document), MOST_SHOWN))
        return PageSizes(tuple(_size(document, number) for number in shown), len(document))


def page_picture(path: Path, page: int, width: int, *, top: int = 0, rows: int = 0) -> Picture:
    """Page `page` (from 0) of the PDF at `path`, `width` pixels across: `rows` rows from row `top` on.

    Without `rows` all the rest of it. No picture is larger than `MOST_BYTES`: what is beyond comes when asked
    for by `top`. Forms that were filled in and notes in the margin are drawn, as on paper. Raises what
    `page_sizes` raises, and NotAcceptable for a page that is not there or cannot be drawn.
    """
    import pypdfium2

    width = max(1, min(width, MOST_WIDTH))
    with _opened(path) as document:
        across, down = _size(document, page) if 0 <= page < len(document) else _A4
        whole = max(1, math.ceil(down * width / across))
        top = max(0, min(top, whole - 1))
        height = min(rows or whole, rows_at_once(width), whole - top)
        try:
            drawn = document[page]
        except (pypdfium2.PdfiumError, IndexError) as error:
            raise _undrawn(page) from error
        try:
            pixels = _pixels(drawn, (width, whole), top, height)
        finally:
            drawn.close()
        return Picture(width, height, pixels, len(document), top, whole)


def _pixels(page: PdfPage, size: tuple[int, int], top: int, height: int) -> bytes:
    """`height` rows from `top` on of a page that takes `size` pixels."""
    import pypdfium2
    import pypdfium2.raw as pdfium

    bitmap = pypdfium2.PdfBitmap.new_native(size[0], height, pdfium.FPDFBitmap_BGR)
    try:
        bitmap.fill_rect((255, 255, 255, 255), 0, 0, size[0], height)
        place = (bitmap, page, 0, -top, size[0], size[1], 0, pdfium.FPDF_ANNOT)
        pdfium.FPDF_RenderPageBitmap(*place)
        if page.formenv:
            pdfium.FPDF_FFLDraw(page.formenv, *place)
        return bytes(bitmap.buffer)
    finally:
        bitmap.close()


@contextmanager
def _opened(path: Path) -> Iterator[PdfDocument]:
    import pypdfium2

    with machine_errors(path), path.open("rb"):
        pass  # the library calls a file that is not there a broken one
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        raise _unopened(pdf_error_state(error)) from error
    try:
        if not len(document):
            raise _unopened(EvidenceState.BROKEN)
        document.init_forms()
        yield document
    finally:
        document.close()


def _size(document: PdfDocument, page: int) -> tuple[float, float]:
    """Points across and down; those of A4 where the file says nothing that makes sense."""
    import pypdfium2

    try:
        across, down = document.get_page_size(page)
    except pypdfium2.PdfiumError:
        return _A4
    sound = all(math.isfinite(one) and 1 <= one <= _LONGEST for one in (across, down))
    return (float(across), float(down)) if sound else _A4


def _unopened(state: EvidenceState) -> NotAcceptable:
    if state is EvidenceState.LOCKED:
        return NotAcceptable("This PDF has a password.", "", "Open it with another program to read it.")
    return NotAcceptable("This PDF cannot be read.", "", "Check whether another program opens it.")


def _undrawn(page: int) -> NotAcceptable:
    return NotAcceptable(f"Page {page + 1:,} cannot be drawn.", "", "Open the file with another program to read it.")
