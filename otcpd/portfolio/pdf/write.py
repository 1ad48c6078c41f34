"""Making the profile PDF from its content."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf

from otcpd.disk import whole_file
from otcpd.portfolio.content import ProfileContent
from otcpd.portfolio.pdf.draw import draw
from otcpd.portfolio.pdf.structure import save, tag

Progress = Callable[[int, int], None]
"""Told how many steps are done, and how many there are in all."""


def write_profile_pdf(content: ProfileContent, path: Path, progress: Progress | None = None) -> None:
    """Draw `content` as a tagged PDF and put it at `path`, in place of what was there.

    The same content gives the same bytes. Raises DiskFull, ReadOnly or MachineSaidNo; then `path` is
    as it was before and nothing else is left behind.
    """
    steps = _Steps(progress)
    data = _profile_bytes(content, steps)
    with whole_file(path) as file:
        file.write(data)
    steps.done()


def _profile_bytes(content: ProfileContent, steps: _Steps) -> bytes:
    drawn = draw(content, steps.page_done)
    target = BytesIO()
    with pikepdf.open(drawn.data) as pdf:
        tag(pdf, drawn.root, drawn.title, content.cover.prepared, anchored=drawn.anchors.get)
        save(pdf, target)
    steps.tagged()
    return target.getvalue()


class _Steps:
    """Counts a step for each page drawn, one for tagging and one for writing the file."""

    def __init__(self, progress: Progress | None) -> None:
        self._progress = progress
        self._pages = 1

    def page_done(self, number: int, pages: int) -> None:
        self._pages = pages
        self._tell(number)

    def tagged(self) -> None:
        self._tell(self._pages + 1)

    def done(self) -> None:
        self._tell(self._pages + 2)

    def _tell(self, count: int) -> None:
        if self._progress is not None:
            self._progress(count, self._pages + 2)
