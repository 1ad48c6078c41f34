"""One of the three readers to choose from."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from otcpd.domain.layers import Layer
from otcpd.domain.reader_words import reader_sentence, reader_words
from otcpd.ui.painting import RADIUS, icon, rounded
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.painted_button import PaintedButton
from otcpd.ui.widgets.reader_tag import READER_ICONS

_STEPS = {int(Qt.Key.Key_Up): -1, int(Qt.Key.Key_Down): 1}


class ReaderChoice(PaintedButton):
    """A radio button to a screen reader. Pointing at it, or coming to it by the arrows, only shows; a press chooses."""

    looked_at = Signal(str)
    """The layer, when it is pointed at or has the focus."""
    moved = Signal(int)
    """Up or Down was pressed: -1 or 1."""

    def __init__(self, theme: Theme, layer: Layer, parent: QWidget | None = None) -> None:
        super().__init__(theme, reader_words(layer), parent)
        self.layer = layer
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAccessibleDescription(reader_sentence(layer))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        tick = self.theme.gap(10) + self.theme.px(18)
        words = max(
            self.theme.width(Role.BODY_STRONG, self.text()) + tick,
            self.theme.width(Role.META, reader_sentence(self.layer)),
        )
        width = self.theme.px(18) + 3 * self.theme.gap(10) + words
        return QSize(round(width) + 1, self.theme.line(Role.BODY) + self.theme.line(Role.META) + self.theme.gap(12))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def body(self) -> QRectF:
        return QRectF(self.rect())

    def draw(self, painter: QPainter, body: QRectF) -> None:
        theme = self.theme
        if self.hasFocus() or self.underMouse():
            rounded(painter, body, RADIUS, theme.colour("accent_soft"))
        size, middle = theme.px(18), body.center().y()
        left = body.left() + theme.gap(10)
        icon(painter, theme, READER_ICONS[self.layer], "ink2", QPointF(left + size / 2, middle), size)
        painter.setFont(theme.font(Role.BODY_STRONG if self.isChecked() else Role.BODY))
        painter.setPen(theme.colour("ink"))
        line, below = theme.line(Role.BODY), theme.line(Role.META)
        place = QRectF(left + size + theme.gap(10), middle - (line + below) / 2, body.width(), line)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.setFont(theme.font(Role.META))
        painter.setPen(theme.colour("ink2"))
        sentence = QRectF(place.left(), place.bottom(), body.right() - theme.gap(8) - place.left(), below)
        measure = theme.metrics(Role.META)
        words = measure.elidedText(reader_sentence(self.layer), Qt.TextElideMode.ElideRight, sentence.width())
        painter.drawText(sentence, Qt.AlignmentFlag.AlignVCenter, words)
        if self.isChecked():
            # In the upper line, whose words are short: at large text the lower one has no room beside it.
            right = body.right() - theme.gap(10) - size / 2
            icon(painter, theme, "tick", "accent", QPointF(right, place.center().y()), size)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.draw(painter, self.body())
        if self._ring:
            rounded(painter, self.body(), RADIUS, edge=self.theme.colour("focus"), width=2)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.looked_at.emit(self.layer.value)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.looked_at.emit(self.layer.value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Arrows would choose at once, as they do in any group of radio buttons; here they look round first.
        step = _STEPS.get(event.key())
        if step is not None:
            self.moved.emit(step)
        else:
            super().keyPressEvent(event)
