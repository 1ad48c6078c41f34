"""The pages of a document as they will leave, drawn into a private folder."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.actions.profile_folder import WorkingFolder
from otcpd.actions.supervision.papers import paper_task
from otcpd.domain.errors import OtcpdError
from otcpd.portfolio.papers.paper import Paper
from otcpd.ui.background import Job
from otcpd.ui.pages.base import Desk
from otcpd.ui.preview.pages_view import PagesView

WAIT = 400
"""Milliseconds after a change until the pages are drawn again: a burst of changes is drawn once."""
NAME = "document"
PAGES, DRAWING = "Pages of the document", "Drawing the pages"


class PaperPreview(QWidget):
    """Say what it is to show as often as that changes. Out of sight nothing is drawn, and nothing drawn is kept."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._folder: WorkingFolder | None = None
        self._wanted: Paper | None = None
        self._shown: Paper | None = None
        self._job: Job | None = None
        self._number = 0
        self.pages = PagesView(desk, begin_whole=True)
        self.pages.sheets.setAccessibleName(PAGES)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pages)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._draw)
        desk.session.closing.connect(self.forget)

    def show_paper(self, content: Paper) -> None:
        """Show this document: at once if nothing was shown, else a moment after the last change."""
        if content != self._wanted:
            first = self._wanted is None
            self._wanted = content
            if self.isVisible():
                self._timer.start(0 if first else WAIT)

    def forget(self) -> None:
        """Give up what is under way, and delete what was drawn."""
        self._timer.stop()
        self._give_up()
        self.pages.clear()
        self._shown = None
        folder, self._folder = self._folder, None
        if folder is not None:
            folder.close()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._wanted is not None and self._shown is None:
            self._timer.start(0)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self.forget()

    def _draw(self) -> None:
        content = self._wanted
        if content is None or content == self._shown:
            return
        self._give_up()
        try:
            self._folder = self._folder or WorkingFolder()
        except OtcpdError as error:
            self._on_failed(error)
            return
        self._shown = content
        if not self._number:
            self.pages.sheets.show_message(DRAWING)
        self._number += 1  # the pages of the one before may still be open
        out = self._folder.path / f"{NAME} {self._number}.pdf"
        self._job = self._desk.session.background.call(paper_task(content, out), self._on_drawn, self._on_failed)

    def _give_up(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.disconnect(self)
            job.cancel()

    def _on_drawn(self, _out: object) -> None:
        self._job = None
        if self._folder is not None:
            self.pages.show_file(self._folder.path / f"{NAME} {self._number}.pdf", NAME)

    def _on_failed(self, error: OtcpdError) -> None:
        self._job = None
        self.pages.sheets.show_message(error.text)
