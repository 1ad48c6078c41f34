"""Tick box and radio button, painted in our colours."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy, QWidget

from otcpd.ui.painting import HANG, draw_lines, icon, rounded, text_lines
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role

CHECK_SPACE = HANG
"""Room round the box for its focus ring."""


def words_begin(theme: Theme) -> int:
    """So many pixels from its left edge the words of a box begin."""
    return CHECK_SPACE + theme.px(18) + theme.gap(10)


def _hint(theme: Theme, text: str) -> QSize:
    words = theme.width(Role.BODY, text)
    return QSize(round(words) + 1 + words_begin(theme) + CHECK_SPACE, max(32, theme.px(32)))


def _least(theme: Theme, text: str) -> QSize:
    """With the words below each other, where there is little room."""
    measure = theme.metrics(Role.BODY)
    longest = max((measure.horizontalAdvance(word) for word in text.split()), default=0)
    return QSize(round(min(longest, theme.px(160))) + 1 + words_begin(theme) + CHECK_SPACE, max(32, theme.px(32)))


def _height(theme: Theme, text: str, width: int) -> int:
    one = max(32, theme.px(32))
    return one + (len(_lines(theme, text, width)) - 1) * theme.line(Role.BODY)


def _lines(theme: Theme, text: str, width: int) -> list[str]:
    # Half a pixel is nothing that would make words go below.
    return text_lines(text, theme.font(Role.BODY), max(1, width - words_begin(theme) - CHECK_SPACE + 1))


def _wrapping(widget: QWidget) -> None:
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)


def _box(theme: Theme, widget: QAbstractButton) -> QRectF:
    """Beside the first line of the words."""
    size, line = theme.px(18), theme.line(Role.BODY)
    lines = len(_lines(theme, widget.text(), widget.width()))
    middle = (widget.height() - (lines - 1) * line) / 2
    return QRectF(CHECK_SPACE, middle - size / 2, size, size)


def _words(painter: QPainter, theme: Theme, widget: QAbstractButton) -> None:
    lines, line = _lines(theme, widget.text(), widget.width()), theme.line(Role.BODY)
    top = (widget.height() - len(lines) * line) / 2
    colour = theme.colour("ink" if widget.isEnabled() else "ink3")
    draw_lines(painter, lines, QPointF(words_begin(theme), top), theme.font(Role.BODY), line, colour)


def _ring(painter: QPainter, theme: Theme, box: QRectF, radius: float) -> None:
    rounded(painter, box.adjusted(-4, -4, 4, 4), radius + 4, edge=theme.colour("focus"), width=2)


class TickBox(QCheckBox):
    """A tick box of 18 with a hit area of 32."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        _wrapping(self)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return _hint(self._theme, self.text())

    def minimumSizeHint(self) -> QSize:
        return _least(self._theme, self.text())

    def heightForWidth(self, width: int) -> int:
        return _height(self._theme, self.text(), width)

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
        _words(painter, theme, self)
        if self.hasFocus():
            _ring(painter, theme, box, 4)


class RadioChoice(QRadioButton):
    """One of several choices below each other."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        _wrapping(self)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return _hint(self._theme, self.text())

    def minimumSizeHint(self) -> QSize:
        return _least(self._theme, self.text())

    def heightForWidth(self, width: int) -> int:
        return _height(self._theme, self.text(), width)

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
        _words(painter, theme, self)
        if self.hasFocus():
            _ring(painter, theme, box, box.width() / 2)
