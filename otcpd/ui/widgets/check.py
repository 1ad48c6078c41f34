"""Tick box and radio button, painted in our colours."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QRadioButton, QWidget

from otcpd.ui.painting import icon, rounded
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role

CHECK_SPACE = 5
"""Room round the box for its focus ring."""


def _hint(theme: Theme, text: str) -> QSize:
    words = theme.metrics(Role.BODY).horizontalAdvance(text)
    return QSize(round(words) + 1 + theme.px(18) + theme.gap(10) + 2 * CHECK_SPACE, max(32, theme.px(32)))


def _box(theme: Theme, widget: QWidget) -> QRectF:
    size = theme.px(18)
    return QRectF(CHECK_SPACE, (widget.height() - size) / 2, size, size)


def _words(painter: QPainter, theme: Theme, widget: QWidget, text: str) -> None:
    left = CHECK_SPACE + theme.px(18) + theme.gap(10)
    painter.setFont(theme.font(Role.BODY))
    painter.setPen(theme.colour("ink" if widget.isEnabled() else "ink3"))
    area = QRectF(left, 0, widget.width() - left, widget.height())
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, text)


def _ring(painter: QPainter, theme: Theme, box: QRectF, radius: float) -> None:
    rounded(painter, box.adjusted(-4, -4, 4, 4), radius + 4, edge=theme.colour("focus"), width=2)


class TickBox(QCheckBox):
    """A tick box of 18 with a hit area of 32."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return _hint(self._theme, self.text())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._theme
        box = _box(theme, self)
        if self.isChecked():
            rounded(painter, box, 4, theme.colour("accent_hover" if self.underMouse() else "accent"))
            icon(painter, theme, "tick", "on_accent", box.center(), theme.px(14))
        else:
            ground = "hover" if self.underMouse() else "surface"
            edge = "ink3" if self.underMouse() else "line_strong"
            rounded(painter, box, 4, theme.colour(ground), theme.colour(edge), 1.25)
        _words(painter, theme, self, self.text())
        if self.hasFocus():
            _ring(painter, theme, box, 4)


class RadioChoice(QRadioButton):
    """One of several choices below each other."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return _hint(self._theme, self.text())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._theme
        box = _box(theme, self)
        edge = "accent" if self.isChecked() else "ink3" if self.underMouse() else "line_strong"
        width = 2 if self.isChecked() else 1.25
        rounded(painter, box, box.width() / 2, theme.colour("surface"), theme.colour(edge), width)
        if self.isChecked():
            inset = theme.px(4.5)
            dot = box.adjusted(inset, inset, -inset, -inset)
            rounded(painter, dot, dot.width() / 2, theme.colour("accent"))
        _words(painter, theme, self, self.text())
        if self.hasFocus():
            _ring(painter, theme, box, box.width() / 2)
