"""A quiet command in the size of a hint, below or beside a field."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from otcpd.ui.painting import RING_SPACE, icon, rounded
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.painted_button import PaintedButton

_LEAST = 120


class LinkButton(PaintedButton):
    """Accent words, underlined when pointed at; its area is larger than what is painted."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        picture: str = "",
        *,
        low: bool = False,
        gives_way: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`picture` names an icon before the words; `low` fits it beside a label. One that `gives_way` has words of any
        length: where they have no room they end in dots, and are whole in its tooltip."""
        super().__init__(theme, text, parent)
        self._low = low
        self._gives_way = gives_way
        self._picture = picture
        if gives_way:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            self.setToolTip(text)

    def sizeHint(self) -> QSize:
        width = self.theme.width(Role.META_STRONG, self.text()) + 2 * self.side() + self._lead()
        return QSize(round(width) + 1, max(32, self.theme.px(32)))

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(min(hint.width(), self.theme.px(_LEAST)), hint.height()) if self._gives_way else hint

    def body(self) -> QRectF:
        height = self.theme.px(20 if self._low else 24)
        return QRectF(0, (self.height() - height) / 2, self.width(), height)

    def draw(self, painter: QPainter, body: QRectF) -> None:
        words = self.text()
        if self._gives_way:
            room = body.width() - 2 * self.side() - self._lead() + 1
            words = self.theme.metrics(Role.META_STRONG).elidedText(words, Qt.TextElideMode.ElideRight, room)
        self.paint_words(painter, body, words)

    def paint_words(self, painter: QPainter, body: QRectF, words: str) -> None:
        """Paint its icon, and these words in the place of its text."""
        font = self.theme.font(Role.META_STRONG)
        font.setUnderline(self.underMouse())
        painter.setFont(font)
        font.setUnderline(False)
        painter.setPen(self.theme.colour("accent" if self.isEnabled() else "ink3"))
        left = body.left() + self.side()
        if self._picture:
            size = self.theme.px(16)
            icon(painter, self.theme, self._picture, "accent", QPointF(left + size / 2, body.center().y()), size)
        area = body.adjusted(self.side() + self._lead(), 0, 0, 0)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, words)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.draw(painter, self.body())
        if self._ring:
            rounded(painter, self.body(), 6, edge=self.theme.colour("focus"), width=2)

    def side(self) -> int:
        """What it keeps beside its words, in pixels, for its ring."""
        return RING_SPACE

    def _lead(self) -> int:
        return self.theme.px(16) + self.theme.gap(6) if self._picture else 0
