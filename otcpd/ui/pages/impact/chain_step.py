"""A step of the chain from what was done to what it meant: its number in a disc, and a line on to the next."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otcpd.ui.painting import RING_SPACE, rounded
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.overhang import Overhang
from otcpd.ui.widgets.reader_tag import TAG_SPACE

_DISC, _GUTTER, _APART = 26, 40, 20


class ChainStep(QWidget):
    """What it holds begins beside its disc. It stands out at the right by `TAG_SPACE`, for reader tags, and at
    the left by `RING_SPACE`."""

    def __init__(self, theme: Theme, number: int, *, last: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._number = number
        self._last = last
        self._bare = False
        self.column = QVBoxLayout(self)
        self._fit()
        theme.changed.connect(self._fit)

    def add(self, widget: QWidget, *, left: int = 0, right: int = 0) -> None:
        """Add what stands out at its sides by so many pixels."""
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, TAG_SPACE, 0)
        row.addLayout(Overhang(widget, fills=True, left=left, right=right))
        self.column.addLayout(row)

    def set_bare(self, bare: bool) -> None:
        """Where there is little width the disc gives way."""
        if bare != self._bare:
            self._bare = bare
            self._fit()
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._bare:
            return
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = theme.px(_DISC)
        disc = QRectF(RING_SPACE, (theme.line(Role.LABEL) - side) / 2 + self._above(), side, side)
        if not self._last:
            painter.setPen(QPen(theme.colour("accent_line"), 2))
            x = disc.center().x()
            painter.drawLine(QPointF(x, disc.bottom() + 4), QPointF(x, self.height() - 2))
        rounded(painter, disc, side / 2, theme.colour("accent_soft"))
        painter.setFont(theme.font(Role.META_STRONG))
        painter.setPen(theme.colour("accent"))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(self._number))

    def _above(self) -> int:
        """Room above the first line, so that the whole disc has its place."""
        return max(0, round((self._theme.px(_DISC) - self._theme.line(Role.LABEL)) / 2))

    def _fit(self) -> None:
        theme = self._theme
        gutter = 0 if self._bare else theme.px(_GUTTER)
        self.column.setContentsMargins(RING_SPACE + gutter, self._above(), 0, theme.gap(_APART))
        self.column.setSpacing(theme.gap(6))
