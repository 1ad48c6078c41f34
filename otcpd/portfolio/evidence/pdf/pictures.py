"""PDFs of pages that are pictures with words under them, written as they come."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name

from otcpd.disk import enduring, machine_errors
from otcpd.portfolio.evidence.pdf.frame import PageFrame
from otcpd.portfolio.evidence.pdf.text_layer import FONT, TextLayers, Word
from otcpd.portfolio.evidence.pictures.as_pdf import Packed
from otcpd.portfolio.evidence.pieces import SourcePage

_ABOUT_A_PAGE = 600
_MOST_HELD = 16_000_000
"""Bytes of pictures that are in memory before they go to a file."""


class PicturePages:
    """Takes pages one by one; call `finish` after the last."""

    def __init__(self, folder: Path, number: int) -> None:
        self._folder, self._number = folder, number
        self._files = 0
        self._begin()

    def add(self, picture: Packed, words: Sequence[Word], frame: PageFrame, aloud: str = "") -> SourcePage:
        """One more page; `aloud` is how its words are read out. Raises DiskFull, ReadOnly or MachineSaidNo."""
        if self._held > _MOST_HELD:
            self.finish()
            self._begin()
        # The words come first, so that even a program that shows them has the picture above them.
        text = self._layers.content(words)
        drawing = f"q {frame.width:.4f} 0 0 {frame.height:.4f} 0 0 cm /Im0 Do Q".encode("ascii")
        resources = Dictionary(XObject=Dictionary(Im0=self._pdf.make_stream(picture.data, picture.entries)))
        if text:
            resources.Font = Dictionary({FONT: self._layers.font})
        page = Dictionary(
            Type=Name.Page,
            MediaBox=Array([0, 0, round(frame.width, 4), round(frame.height, 4)]),
            Resources=resources,
            Contents=self._pdf.make_stream(text + drawing),
        )
        self._pdf.pages.append(pikepdf.Page(self._pdf.make_indirect(page)))
        weight = len(picture.data) + len(text) // 2 + _ABOUT_A_PAGE
        self._held += weight
        return SourcePage(self._file, len(self._pdf.pages) - 1, frame.width, frame.height, weight, aloud)

    def finish(self) -> None:
        """Write what there is. Raises DiskFull, ReadOnly or MachineSaidNo."""
        if len(self._pdf.pages):
            self._layers.finish()
            with machine_errors(self._file), self._file.open("wb") as target, enduring(target) as patient:
                self._pdf.save(patient)
        self._pdf.close()

    def _begin(self) -> None:
        self._files += 1
        self._file = self._folder / f"E{self._number}-pictures-{self._files}.pdf"
        self._pdf = pikepdf.new()
        self._layers = TextLayers(self._pdf)
        self._held = 0
