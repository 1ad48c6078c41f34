"""Has parts of pages drawn by the worker process, one at a time, and keeps what was drawn."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QObject, Signal
from PySide6.QtGui import QImage, QPixmap

from otcpd.actions.previewing import rows_task
from otcpd.domain.errors import OtcpdError
from otcpd.domain.evidence import EvidenceKind
from otcpd.domain.picture import Picture
from otcpd.ui.background import Background, Job
from otcpd.ui.preview.page_places import Part

MOST_KEPT = 64_000_000
"""Bytes of drawn pages that are kept for coming back to, beside those in view."""
_PATIENCE = 1_000
"""Milliseconds after which a part that nobody wants any more is given up in the middle of its drawing: before,
a new worker process would take longer."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A part as it was drawn; `top` and `bottom` are its place on the page, from 0 to 1."""

    picture: QPixmap
    top: float
    bottom: float

    @property
    def weight(self) -> int:
        """Bytes that it takes."""
        return self.picture.width() * self.picture.height() * 4


class PageDrawing(QObject):
    """Say what is wanted, most urgent first, as often as that changes: what is no longer wanted is not drawn."""

    drawn = Signal(int)
    """More of this page is there."""
    failed = Signal(int)
    """This page cannot be drawn; `trouble` says why."""

    def __init__(self, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._background = background
        self._path = Path()
        self._kind = EvidenceKind.PDF
        self._wanted: list[Part] = []
        self._kept: dict[Part, Drawn] = {}
        self._trouble: dict[int, str] = {}
        self._at: Part | None = None
        self._job: Job | None = None
        self._since = QElapsedTimer()

    @property
    def idle(self) -> bool:
        """Whether everything that is wanted is there."""
        return self._job is None and not self._wanted

    def begin(self, path: Path, kind: EvidenceKind) -> None:
        """Pages are those of this file from now on."""
        self.stop()
        self._path, self._kind = path, kind

    def stop(self) -> None:
        """Forget everything. A part under way is given up, or nobody listens to its end."""
        self._wanted = []
        self._kept.clear()
        self._trouble.clear()
        job, self._job, self._at = self._job, None, None
        if job is not None:
            job.disconnect(self)
            if self._since.elapsed() > _PATIENCE:
                job.cancel()

    def want(self, parts: list[Part]) -> None:
        """These are wanted now, in this order, and nothing else."""
        self._wanted = [part for part in parts if part not in self._kept and part.page not in self._trouble]
        self._thin_out(set(parts))
        self._next()

    def parts(self, page: int, width: int) -> list[Drawn]:
        """What there is of a page, to be painted in this order: those drawn for another width come first."""
        found = [(part.width == width, drawn) for part, drawn in self._kept.items() if part.page == page]
        return [drawn for _, drawn in sorted(found, key=_fits)]

    def trouble(self, page: int) -> str:
        """Why a page cannot be drawn; empty if it can, as far as is known."""
        return self._trouble.get(page, "")

    def _next(self) -> None:
        if self._job is not None:
            return
        while self._wanted:
            part = self._wanted.pop(0)
            if part in self._kept or part.page in self._trouble:
                continue
            self._at = part
            self._since.start()
            wanted = rows_task(self._path, self._kind, part.page, part.width, part.top, part.rows)
            self._job = self._background.call(wanted, self._on_drawn, self._on_failed)
            self._job.cancelled.connect(self._on_cancelled)
            return

    def _on_drawn(self, value: object) -> None:
        part = self._at
        assert part is not None
        assert isinstance(value, Picture)
        self._job = self._at = None
        image = QImage(value.pixels, value.width, value.height, value.stride, QImage.Format.Format_BGR888)
        bottom = (value.top + value.height) / value.whole
        self._kept[part] = Drawn(QPixmap.fromImage(image), value.top / value.whole, bottom)
        self._forget_other_widths(part)
        self.drawn.emit(part.page)
        self._next()

    def _on_failed(self, error: OtcpdError) -> None:
        part = self._at
        assert part is not None
        self._job = self._at = None
        self._trouble[part.page] = error.happened
        self.failed.emit(part.page)
        self._next()

    def _on_cancelled(self) -> None:
        self._job = self._at = None

    def _forget_other_widths(self, part: Part) -> None:
        """Once a page is there at one width, what was drawn of it before is of no use."""
        of_page = {one: drawn for one, drawn in self._kept.items() if one.page == part.page}
        there = sum(drawn.bottom - drawn.top for one, drawn in of_page.items() if one.width == part.width)
        waiting = any(one.page == part.page for one in self._wanted)
        if there > 0.999 or not waiting:
            for one in of_page:
                if one.width != part.width:
                    del self._kept[one]

    def _thin_out(self, wanted: set[Part]) -> None:
        pages = {part.page for part in wanted}
        weight = sum(drawn.weight for drawn in self._kept.values())
        for part in [one for one in self._kept if one.page not in pages]:
            if weight <= MOST_KEPT:
                return
            weight -= self._kept.pop(part).weight


def _fits(entry: tuple[bool, Drawn]) -> bool:
    return entry[0]
