"""The pages of a PDF, with how far one is and how large they are shown."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.actions.previewing import sizes_task
from otcpd.domain.errors import OtcpdError
from otcpd.domain.evidence import EvidenceKind
from otcpd.domain.picture import PageSizes
from otcpd.ui.background import Job
from otcpd.ui.pages.base import Desk
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.preview.page_scroll import LEAST_ZOOM, MOST_ZOOM, PageScroll
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.flow import FlowLayout
from otcpd.ui.widgets.label import Label

READING = "Reading the pages"
_STEP = 1.25


class PagesView(QWidget):
    """`show_file` shows a file; its pages are drawn by the worker process as they come into view.

    The file must stay where it is for as long as it is shown.
    """

    shown = Signal(int)
    """The file can be shown and has so many pages."""
    failed = Signal(object)
    """An OtcpdError: the file cannot be shown. The view says why, too."""

    kind = EvidenceKind.PDF
    """What it shows."""

    def __init__(self, desk: Desk, parent: QWidget | None = None, *, begin_whole: bool = False) -> None:
        """With `begin_whole`, a file is first shown page by page where there is room, else as wide as the view."""
        super().__init__(parent)
        self._begin_whole = begin_whole
        self._desk = desk
        self._job: Job | None = None
        self._path = Path()
        self._listed = self._pages = 0
        theme = desk.theme
        self.sheets = PageScroll(theme, desk.session.background)
        self.place = _Place(theme, "", Role.META, "ink2")
        self.smaller = Button(theme, "Smaller", Kind.QUIET, compact=True)
        self.larger = Button(theme, "Larger", Kind.QUIET, compact=True)
        self.fit = Button(theme, "Fit width", Kind.QUIET, compact=True)
        self.whole = Button(theme, "Whole page", Kind.QUIET, compact=True)
        self._bar = QWidget()
        row = FlowLayout(self._bar, gap=2)
        for widget in (self.place, self.smaller, self.larger, self.fit, self.whole):
            row.addWidget(widget)
        self._bar.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.gap(4))
        column.addWidget(self._bar)
        column.addWidget(self.sheets, 1)
        self.smaller.clicked.connect(self._on_smaller)
        self.larger.clicked.connect(self._on_larger)
        self.fit.clicked.connect(self._on_fit)
        self.whole.clicked.connect(self._on_whole)
        self.sheets.turned.connect(self._on_turned)
        self.sheets.zoomed.connect(self._on_zoomed)
        desk.session.closing.connect(self.clear)

    @property
    def words(self) -> str:
        """Where one is: "Page 2 of 17"."""
        return self.place.text()

    def show_file(self, path: Path, name: str = "") -> None:
        """Show the file at `path`; `name` is what people know it by, if that is another name."""
        self.clear()
        self._path = path
        self.sheets.setAccessibleName(f"Pages of ‘{name or path.name}’")
        self.sheets.show_message(READING)
        self._job = self._desk.session.background.call(sizes_task(path, self.kind), self._on_sizes, self._on_failed)

    def clear(self) -> None:
        """Show nothing any more, and let go of the file."""
        job, self._job = self._job, None
        if job is not None:
            job.disconnect(self)
            job.cancel()
        self._listed = self._pages = 0
        self._bar.hide()
        self.place.setText("")
        self.sheets.show_message("")

    def go_to(self, page: int) -> None:
        """Bring the head of a page (from 0) into view."""
        self.sheets.go_to(page)

    def _on_sizes(self, value: object) -> None:
        self._job = None
        assert isinstance(value, PageSizes)
        self._listed, self._pages = len(value.sizes), value.pages
        self._bar.show()
        self.sheets.show_pages(self._path, self.kind, value)
        if self._begin_whole:
            self.sheets.begin_whole()
        self._say_where(0)
        self.shown.emit(value.pages)

    def _on_failed(self, error: OtcpdError) -> None:
        self._job = None
        self.sheets.show_message(error.text)
        self.sheets.setAccessibleDescription(error.text)
        self.failed.emit(error)

    def _on_turned(self, page: int) -> None:
        self._say_where(page)
        if self.sheets.hasFocus():
            self._desk.announcer.say(self.sheets, self.words)

    def _say_where(self, page: int) -> None:
        said = self.where(page, self._listed, self._pages)
        self.place.setText(said)
        self.place.setVisible(bool(said))
        self.place.updateGeometry()
        self.sheets.setAccessibleDescription(said)

    def where(self, page: int, listed: int, pages: int) -> str:
        """What is said of page `page` (from 0); `listed` of the `pages` can be shown."""
        rest = f"; the first {listed:,} are shown" if listed < pages else ""
        return f"Page {page + 1:,} of {pages:,}{rest}"

    def _on_smaller(self) -> None:
        self._zoom_to(self.sheets.zoom / _STEP)

    def _on_larger(self) -> None:
        self._zoom_to(self.sheets.zoom * _STEP)

    def _on_fit(self) -> None:
        self._zoom_to(1.0)

    def _on_whole(self) -> None:
        self._zoom_to(self.sheets.whole_page())

    def _zoom_to(self, zoom: float) -> None:
        before = self.sheets.zoom
        self.sheets.set_zoom(zoom)
        if before == self.sheets.zoom and zoom != 1.0:
            limit = "largest" if zoom > MOST_ZOOM else "smallest" if zoom < LEAST_ZOOM else ""
            self._desk.messages.say(f"This is the {limit} size.", icon="info")

    def _on_zoomed(self, zoom: float) -> None:
        self._desk.announcer.say(self.sheets, f"{zoom:.0%} of the width")

    def take_focus(self) -> None:
        """Into the pages, where the arrow keys move them."""
        self.sheets.setFocus(Qt.FocusReason.OtherFocusReason)


class _Place(Label):
    """As high as the buttons beside it."""

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._theme.px(32) + 2 * RING_SPACE)
