"""A small icon button inside a field."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from otcpd.ui.painting import icon, rounded
from otcpd.ui.theme.theme import Theme
from otcpd.ui.widgets.painted_button import PaintedButton


class InsetButton(PaintedButton):
    """An icon of 18 with a hit area of 32; its ring lies inside the field."""

    def __init__(
        self, theme: Theme, icon_name: str, name: str, *, tab_stop: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "", parent)
        self._icon_name = icon_name
        self.setAccessibleName(name)
        self.setToolTip(name)
        if not tab_stop:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        side = self.theme.px(32)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def body(self) -> QRectF:
        return QRectF(self.rect()).adjusted(5, 5, -5, -5)

    def radius(self) -> float:
        return 5

    def draw(self, painter: QPainter, body: QRectF) -> None:
        if self.underMouse() or self.isDown():
            ground = self.theme.colour("line" if self.isDown() else "hover")
            rounded(painter, body.adjusted(-2, -2, 2, 2), 6, ground)
        icon(painter, self.theme, self._icon_name, "ink2", body.center(), self.theme.px(18))
