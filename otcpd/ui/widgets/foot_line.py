"""A line at the foot of the sidebar: whether all is saved, when the backup was checked."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from otcpd.ui.painting import icon, rounded
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.painted_button import PaintedButton


class FootLine(PaintedButton):
    """A quiet line that a click explains; a problem turns it to the colour and icon of a warning."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self._picture = "tick"
        self._token = "ink2"
        self._icon_token = "accent"
        self._rail = False
        self._short = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.hide()

    def show_good(self, picture: str, text: str, short: str = "") -> None:
        """All is well; `short` replaces the text where there is little room."""
        self._show(picture, text, short, "ink2", "accent")

    def show_problem(self, text: str, short: str = "", *, grave: bool = False) -> None:
        """Something needs a look, or is grave."""
        token = "error" if grave else "warn"
        self._show(token, text, short, token, token)

    def set_rail(self, rail: bool) -> None:
        """Show the icon only."""
        self._rail = rail
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(40), self.theme.px(32))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(40), 32)  # less high in a low window with large text

    def body(self) -> QRectF:
        return QRectF(self.rect())

    def draw(self, painter: QPainter, body: QRectF) -> None:
        theme = self.theme
        size = theme.px(16)
        left = (body.width() - size) / 2 if self._rail else theme.gap(10)
        icon(painter, theme, self._picture, self._icon_token, QPointF(left + size / 2, body.center().y()), size)
        if self._rail:
            return
        measure = theme.metrics(Role.META)
        area = body.adjusted(left + size + theme.gap(8), 0, 0, 0)
        fits = measure.horizontalAdvance(self.text()) <= area.width()
        shown = self.text() if fits else self._short or self.text()
        painter.setFont(theme.font(Role.META))
        painter.setPen(theme.colour(self._token))
        shown = measure.elidedText(shown, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, shown)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.draw(painter, self.body())
        if self._ring:
            rounded(painter, self.body(), 6, edge=self.theme.colour("focus"), width=2)

    def _show(self, picture: str, text: str, short: str, token: str, icon_token: str) -> None:
        self._picture, self._short, self._token, self._icon_token = picture, short, token, icon_token
        self.setText(text)
        self.setToolTip(text)
        self.show()
        self.update()
