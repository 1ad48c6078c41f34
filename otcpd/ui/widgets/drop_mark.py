"""Says that files can be dropped here."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QDropEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from otcpd.ui.dropped import dropped_files
from otcpd.ui.painting import RADIUS_ROW, rounded
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role


class DropMark(QWidget):
    """Covers its parent while files are held over it, and takes what is dropped there."""

    dropped = Signal(list)
    """Paths of files and folders."""

    def __init__(self, theme: Theme, words: str, parent: QWidget) -> None:
        """`words` say what dropping does."""
        super().__init__(parent)
        self._theme = theme
        self._words = words
        self._page = parent
        parent.installEventFilter(self)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._page.rect())
        elif event.type() == QEvent.Type.DragLeave:
            self.hide()
        elif isinstance(event, QDropEvent) and dropped_files(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            ends = event.type() == QEvent.Type.Drop
            self.setVisible(not ends)
            self.raise_()
            if ends:
                self.dropped.emit(dropped_files(event.mimeData()))
            return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = QRectF(self.rect()).adjusted(12, 12, -12, -12)
        rounded(painter, area, RADIUS_ROW, self._theme.colour("accent_soft"), self._theme.colour("accent"), 2)
        painter.setFont(self._theme.font(Role.CARD_TITLE))
        painter.setPen(self._theme.colour("ink"))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self._words)
