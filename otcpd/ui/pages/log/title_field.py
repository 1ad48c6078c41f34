"""The title of the open activity: reads as a heading, is a field as soon as one goes into it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent

from otcpd.ui.painting import RADIUS, field, rounded
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.long_text import LongText


class TitleField(LongText):
    """As high as its lines; Enter goes on to the next field, a title has no line breaks."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, least=1, most=12, placeholder="Title", role=Role.DETAIL_TITLE)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.editor.setAccessibleName("Title")

    def text(self) -> str:
        return " ".join(self.editor.toPlainText().split("\n"))

    def _set_margins(self) -> None:
        self._row.setContentsMargins(self.theme.gap(8), self.theme.gap(5), 5, self.theme.gap(8))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._focused:
            field(painter, QRectF(self.rect()), self.theme, focused=True, wrong=False)
        elif self.underMouse() or not self.text():
            rounded(painter, QRectF(self.rect()), RADIUS, edge=self.theme.colour("line_strong"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = watched is self.editor and event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.editor.focusNextChild()
            return True
        return super().eventFilter(watched, event)
