"""A short line of text behind an icon."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from otcpd.ui.painting import draw_lines, icon
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.label import Label


class IconLine(Label):
    """A label with an icon before it; wraps under its own text."""

    def __init__(
        self,
        theme: Theme,
        picture: str = "",
        text: str = "",
        *,
        role: Role = Role.WHY,
        token: str = "ink2",
        icon_token: str = "",
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`icon_token` colours the icon differently from the text."""
        super().__init__(theme, text, role, token, wrap=wrap, parent=parent)
        self._picture = picture
        self._icon_token = icon_token

    def show_line(self, picture: str, text: str, token: str, icon_token: str = "") -> None:
        """Change all of it."""
        self._picture = picture
        self._icon_token = icon_token
        self.set_token(token)
        self.setText(text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        width = hint.width() + self._indent()
        return QSize(width, self.heightForWidth(width))

    def heightForWidth(self, width: int) -> int:
        return super().heightForWidth(width - self._indent())

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.text():
            return
        painter = QPainter(self)
        theme, line = self._theme, self._theme.line(self._role)
        size = theme.px(16)
        token = self._icon_token or self._token
        lines = self.lines_at(self.width() - self._indent())
        top = max(0.0, (self.height() - line * len(lines)) / 2)
        icon(painter, theme, self._picture, token, QPointF(size / 2, top + line / 2), size)
        font, colour = theme.font(self._role), theme.colour(self._token)
        draw_lines(painter, lines, QPointF(self._indent(), top), font, line, colour)

    def _indent(self) -> int:
        return self._theme.px(16) + self._theme.gap(8)
