"""A door: a large button with an icon, a name and a sentence."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from otcpd.ui.painting import RADIUS_CARD, RING_SPACE, draw_lines, icon, rounded, text_lines
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.painted_button import PaintedButton

_HEIGHT, _TILE, _ARROW = 104, 52, 20


class Door(PaintedButton):
    """Its name is its text, its sentence the description. `main` marks the door most people want."""

    def __init__(
        self, theme: Theme, picture: str, text: str, sentence: str, *, main: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, text, parent)
        self._picture = picture
        self._sentence = sentence
        self._main = main
        self.setAccessibleDescription(sentence)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def radius(self) -> float:
        return RADIUS_CARD

    def sizeHint(self) -> QSize:
        width = self.theme.px(480)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(220), self.theme.px(_HEIGHT) // 2)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        title, sentence = self._lines(width - 2 * RING_SPACE)
        theme = self.theme
        needed = len(title) * theme.line(Role.CARD_TITLE) + len(sentence) * theme.line(Role.WHY) + theme.gap(40)
        least = theme.px(_HEIGHT) if theme.factor < 1.5 else 0
        return max(least, needed, theme.px(_TILE) + theme.gap(24)) + 2 * RING_SPACE

    def draw(self, painter: QPainter, body: QRectF) -> None:
        theme = self.theme
        pointed = self.underMouse() or self.isDown()
        ground = theme.colour("hover" if self.isDown() else "surface")
        edge = "accent" if self._main else "line_strong" if pointed else "line_btn"
        rounded(painter, body, RADIUS_CARD, ground, theme.colour(edge), 2 if self._main else 1)
        side = theme.px(_TILE)
        tile = QRectF(body.left() + theme.gap(24), body.center().y() - side / 2, side, side)
        rounded(painter, tile, 10, theme.colour("accent_soft"))
        icon(painter, theme, self._picture, "accent", tile.center(), theme.px(24))
        arrow = theme.px(_ARROW)
        token = "accent" if self._main or pointed else "ink2"
        right = QPointF(body.right() - theme.gap(24) - arrow / 2, body.center().y())
        icon(painter, theme, "arrow", token, right, arrow)
        self._draw_words(painter, body)

    def _draw_words(self, painter: QPainter, body: QRectF) -> None:
        theme = self.theme
        title, sentence = self._lines(body.width())
        height = len(title) * theme.line(Role.CARD_TITLE) + len(sentence) * theme.line(Role.WHY)
        top = body.center().y() - height / 2
        left = body.left() + self._left()
        for role, token, lines in ((Role.CARD_TITLE, "ink", title), (Role.WHY, "ink2", sentence)):
            draw_lines(painter, lines, QPointF(left, top), theme.font(role), theme.line(role), theme.colour(token))
            top += len(lines) * theme.line(role)

    def _lines(self, width: float) -> tuple[list[str], list[str]]:
        theme = self.theme
        room = max(width - self._left() - theme.px(_ARROW) - theme.gap(40), 40.0)
        title = text_lines(self.text(), theme.font(Role.CARD_TITLE), room)
        return title, text_lines(self._sentence, theme.font(Role.WHY), room)

    def _left(self) -> int:
        return self.theme.gap(24) + self.theme.px(_TILE) + self.theme.gap(20)
