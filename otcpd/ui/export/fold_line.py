"""One line that unfolds what is below it; wraps where the place is narrow."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from otcpd.ui.painting import RADIUS, RING_SPACE, draw_lines, icon, rounded, text_lines
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.expander import Expander

_ARROW = 18
_BESIDE = 8
_ABOVE = 4


class FoldLine(Expander):
    """An arrow, words, and a quieter line below them that says what is inside."""

    def __init__(self, theme: Theme, text: str, role: Role = Role.LABEL, parent: QWidget | None = None) -> None:
        super().__init__(theme, text, parent)
        self._role = role
        self._fact = ""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_fact(self, fact: str) -> None:
        """Say in a few words what is inside."""
        if fact != self._fact:
            self._fact = fact
            self.setAccessibleDescription(fact)
            self.updateGeometry()
            self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        words, fact = self._lines(width)
        theme = self.theme
        height = len(words) * theme.line(self._role) + len(fact) * theme.line(Role.WHY)
        return max(32, height + 2 * (theme.gap(_ABOVE) + RING_SPACE))

    def sizeHint(self) -> QSize:
        width = self.theme.px(300)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(120), 32)

    def draw(self, painter: QPainter, body: QRectF) -> None:
        theme, line = self.theme, self.theme.line(self._role)
        if self.underMouse() or self.isDown():
            rounded(painter, body, RADIUS, theme.colour("hover"))
        words, fact = self._lines(self.width())
        height = len(words) * line + len(fact) * theme.line(Role.WHY)
        top = (self.height() - height) / 2
        size = theme.px(_ARROW)
        picture = "chevron" if self.isChecked() else "chevron-right"
        icon(painter, theme, picture, "ink2", QPointF(RING_SPACE + size / 2, top + line / 2), size)
        left = self._left()
        draw_lines(painter, words, QPointF(left, top), theme.font(self._role), line, theme.colour("ink"))
        below = QPointF(left, top + len(words) * line)
        draw_lines(painter, fact, below, theme.font(Role.WHY), theme.line(Role.WHY), theme.colour("ink2"))

    def _left(self) -> int:
        return RING_SPACE + self.theme.px(_ARROW) + self.theme.gap(_BESIDE)

    def _lines(self, width: int) -> tuple[list[str], list[str]]:
        room = max(1, width - self._left() - RING_SPACE)
        words = text_lines(self.text(), self.theme.font(self._role), room)
        return words, text_lines(self._fact, self.theme.font(Role.WHY), room) if self._fact else []
