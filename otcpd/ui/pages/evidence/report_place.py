"""The place of the report on what was not taken in: it scrolls where it would take the page from the list."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from otcpd.ui.pages.log.evidence_report import EvidenceReport
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.theme.theme import Theme
from otcpd.ui.widgets.down_scroll import DownScroll

_MOST, _MOST_LOW = 0.25, 0.45
"""Of the height of the page; more in a low one, where five lines take more."""
_ROWS = 14
"""Lines of text that the head, five reasons and what follows take."""


class ReportPlace(DownScroll):
    """As high as the report, but no more than a part of the page."""

    def __init__(self, theme: Theme, report: EvidenceReport) -> None:
        super().__init__(theme, report)
        self._report = report
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setViewportMargins(0, 0, RING_SPACE, 0)  # it ends where what is painted of the buttons ends
        report.filled.connect(self._on_filled)
        self.hide()

    def sizeHint(self) -> QSize:
        layout = self._report.layout()
        wanted = 0
        if layout is not None:
            # Qt makes what a scroll area holds at least as high as it is where it is narrowest.
            wanted = max(layout.totalHeightForWidth(self.viewport().width()), layout.totalMinimumSize().height())
        page = self.parentWidget()
        high = page.height() if page is not None else 0
        rows = _ROWS * self._report.fontMetrics().lineSpacing() * 1.4
        return QSize(super().sizeHint().width(), round(min(wanted, max(high * _MOST, min(high * _MOST_LOW, rows)))))

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # What a scroll area holds does not by itself tell the layout outside that its height is another.
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def _on_filled(self, filled: bool) -> None:
        self.setVisible(filled)
        self.updateGeometry()
