"""Who can read a text: stands next to its label; a press asks for the choice."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from otcpd.domain.layers import Layer
from otcpd.domain.reader_words import reader_sentence, reader_words
from otcpd.ui.painting import RING_SPACE, icon, rounded
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.painted_button import PaintedButton

TAG_SPACE = RING_SPACE
"""Beside the words of a tag, for its ground and its ring."""
READER_ICONS = {Layer.PRIVATE: "lock", Layer.SUPERVISION: "bubbles", Layer.REGULATOR: "page"}


def tag_width(theme: Theme, words: str) -> int:
    """How wide a tag with these words is, in pixels."""
    text = theme.width(Role.META, words)
    return ceil(theme.px(16) + theme.gap(6) + text + 2 * TAG_SPACE)


def paint_tag(painter: QPainter, theme: Theme, body: QRectF, picture: str, words: str, *, pointed: bool) -> None:
    """A tag, wherever it stands: icon and words, on a ground of its own while it is pointed at."""
    if pointed:
        rounded(painter, body, 6, theme.colour("hover"))
    size, left = theme.px(16), TAG_SPACE
    icon(painter, theme, picture, "ink2", QPointF(body.left() + left + size / 2, body.center().y()), size)
    painter.setFont(theme.font(Role.META))
    painter.setPen(theme.colour("ink2"))
    area = body.adjusted(left + size + theme.gap(6), 0, 0, 0)
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, words)


class ReaderTag(PaintedButton):
    """Icon and words. What is painted is as low as a label; the area that takes a click is higher."""

    def __init__(self, theme: Theme, layer: Layer, supervisor: str = "", parent: QWidget | None = None) -> None:
        super().__init__(theme, reader_words(layer, supervisor), parent)
        self._layer = layer
        self._supervisor = supervisor
        self._about = ""
        self._name()

    def set_about(self, text: str) -> None:
        """Name the text whose readers these are: "What it was: in your profile"."""
        self._about = text
        self._name()

    def set_supervisor(self, name: str) -> None:
        """Whom a text is shared with, by first name; empty for whoever supervises."""
        if name != self._supervisor:
            self._supervisor = name
            self.setText(reader_words(self._layer, name))
            self.updateGeometry()
            self._name()

    def about(self) -> str:
        """The name of that text."""
        return self._about

    def layer(self) -> Layer:
        """The layer on show."""
        return self._layer

    def set_layer(self, layer: Layer) -> None:
        """Show a layer."""
        if layer is not self._layer:
            self._layer = layer
            self.setText(reader_words(layer, self._supervisor))
            self.updateGeometry()
        self._name()

    def _name(self) -> None:
        words = self.text()
        self.setAccessibleName(f"{self._about}: {words[:1].lower()}{words[1:]}" if self._about else words)
        self.setAccessibleDescription(f"{reader_sentence(self._layer)} Press to choose who can read it.")

    def sizeHint(self) -> QSize:
        return QSize(tag_width(self.theme, self.text()), max(32, self.theme.px(32)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def body(self) -> QRectF:
        height = self.theme.px(24)
        return QRectF(0, (self.height() - height) / 2, self.width(), height)

    def draw(self, painter: QPainter, body: QRectF) -> None:
        pointed = self.underMouse() or self.isDown()
        paint_tag(painter, self.theme, body, READER_ICONS[self._layer], self.text(), pointed=pointed)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.draw(painter, self.body())
        if self._ring:
            rounded(painter, self.body(), 6, edge=self.theme.colour("focus"), width=2)
