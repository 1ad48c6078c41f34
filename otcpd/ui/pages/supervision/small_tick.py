"""A tick box whose words stand elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from otcpd.ui.painting import icon, rounded
from otcpd.ui.theme.theme import Theme

_SIDE, _BOX = 32, 18


class SmallTick(QCheckBox):
    """A box of 18 in an area of 32."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        """`name` says what a tick means: "Talked about"."""
        super().__init__(parent)
        self._theme = theme
        self._name = name
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def set_about(self, text: str) -> None:
        """Name what the tick is for."""
        self.setAccessibleName(f"{self._name}: {text}" if text.strip() else self._name)

    def sizeHint(self) -> QSize:
        side = max(_SIDE, self._theme.px(_SIDE))
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, size = self._theme, self._theme.px(_BOX)
        box = QRectF(5, (self.height() - size) / 2, size, size)
        if self.isChecked():
            ground = "ink3" if not self.isEnabled() else "accent_hover" if self.underMouse() else "accent"
            rounded(painter, box, 4, theme.colour(ground))
            icon(painter, theme, "tick", "on_accent", box.center(), theme.px(14))
        else:
            pointed = self.underMouse() and self.isEnabled()
            edge = theme.colour("ink3" if pointed else "line_strong")
            rounded(painter, box, 4, theme.colour("hover" if pointed else "surface"), edge, 1.25)
        if self.hasFocus():
            rounded(painter, box.adjusted(-4, -4, 4, 4), 8, edge=theme.colour("focus"), width=2)
