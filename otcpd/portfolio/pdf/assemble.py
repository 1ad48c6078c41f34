"""Making a finished PDF of a drawn document: pages of other files on its pages, tags, the data it carries."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from contextlib import ExitStack, closing
from datetime import date
from pathlib import Path
from typing import BinaryIO, cast

import pikepdf
from pikepdf import AccessMode, Array, Dictionary, Matrix, Name, Pdf, StreamDecodeLevel

from otcpd.disk import enduring
from otcpd.portfolio.evidence.pieces import SourcePage
from otcpd.portfolio.pdf.carried import attach
from otcpd.portfolio.pdf.draw import Drawn
from otcpd.portfolio.pdf.structure import save, tag

MOST_HELD = 110_000_000
"""About how many bytes of evidence are in memory at once."""

_NOT_OF_THE_PAGE = ("/StructParent", "/StructParents", "/Metadata", "/PieceInfo", "/LastModified", "/AF")
"""What a page may bring with it that is not for showing it."""


def assemble(
    drawn: Drawn,
    prepared: date,
    carried: bytes,
    target: BinaryIO,
    *,
    placed: Callable[[], None],
    busy: Callable[[int], None],
    saved: Callable[[int], None],
) -> None:
    """Write a drawn document to `target` as a tagged PDF that carries `carried`, if that is not empty.

    The same document gives the same bytes. `placed` is called for each page of another file, `saved` with
    the per cent that are written, and `busy` in between. Raises OSError.
    """
    with ExitStack() as stack:
        sources = stack.enter_context(closing(_Sources()))
        pdf = pikepdf.open(drawn.data)
        weight = 0
        for index, forms in drawn.forms.items():
            for name, source in forms.items():
                if weight and weight + source.weight > MOST_HELD:
                    pdf = _laid_down(pdf, stack.enter_context(_space(source.file.parent)), busy)
                    sources.close()
                    weight = 0
                _put(pdf, index, name, sources.pdf(source.file), source)
                weight += source.weight
                placed()
        tag(pdf, drawn.root, drawn.title, prepared, anchored=drawn.anchors.get, first=drawn.first)
        if carried:
            attach(pdf, carried, prepared)
        save(pdf, target, saved)
        pdf.close()


class _Sources:
    """The files that pages are taken from. What was copied from one is held by it in memory while it is here."""

    def __init__(self) -> None:
        self._opened: dict[Path, Pdf] = {}

    def pdf(self, path: Path) -> Pdf:
        """The file at `path`, opened once."""
        if path not in self._opened:
            # Mapped into memory, files of evidence would count as memory of ours.
            self._opened[path] = pikepdf.open(path, access_mode=AccessMode.stream)
        return self._opened[path]

    def close(self) -> None:
        """Close them all, and let go of what they hold."""
        for file in self._opened.values():
            file.close()
        self._opened.clear()


def _space(folder: Path) -> BinaryIO:
    """Room on the disk where the evidence is already: nobody else may read there."""
    return cast(BinaryIO, tempfile.TemporaryFile(dir=folder))


def _laid_down(pdf: Pdf, file: BinaryIO, busy: Callable[[int], None]) -> Pdf:
    """The same document, with what was put into it in `file` instead of in memory."""
    with enduring(file) as patient:
        pdf.save(patient, stream_decode_level=StreamDecodeLevel.none, progress=busy)
    pdf.close()
    return pikepdf.open(file, access_mode=AccessMode.stream)


def _put(pdf: Pdf, index: int, name: str, file: Pdf, source: SourcePage) -> None:
    form = pdf.copy_foreign(file.pages[source.index].as_form_xobject())
    for key in _NOT_OF_THE_PAGE:
        if key in form:
            del form[key]
    _stand_upright(form, source)
    resources = pdf.pages[index].obj.Resources
    if "/XObject" not in resources:
        resources.XObject = Dictionary()
    resources.XObject[name] = form


def _stand_upright(form: pikepdf.Object, source: SourcePage) -> None:
    """Let the form fill the box from (0, 0) to the page's width and height, whatever its own box is."""
    matrix = Matrix(form.get(Name.Matrix, Array([1, 0, 0, 1, 0, 0])))
    left, lower, right, upper = (float(number) for number in form.BBox)
    corners = [matrix.transform((x, y)) for x in (left, right) for y in (lower, upper)]
    x = min(float(corner[0]) for corner in corners)
    y = min(float(corner[1]) for corner in corners)
    width = max(float(corner[0]) for corner in corners) - x
    height = max(float(corner[1]) for corner in corners) - y
    moved = matrix @ Matrix().translated(-x, -y) @ Matrix().scaled(source.width / width, source.height / height)
    form.Matrix = moved.as_array()
