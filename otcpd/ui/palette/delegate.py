"""Paints a row of the palette: icon, name, what it is, its key."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from otcpd.ui.models.index import Index
from otcpd.ui.painting import RADIUS, icon, rounded
from otcpd.ui.palette.entries import Entry
from otcpd.ui.palette.model import ENTRY_ROLE
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role

ROW = 40
"""Pixels at 100 %."""


class PaletteDelegate(QStyledItemDelegate):
    """One line a row; what does not fit ends in "…"."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, self._theme.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry = index.data(ENTRY_ROLE)
        if not isinstance(entry, Entry):
            return
        theme = self._theme
        area = QRectF(option.rect)
        state = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            rounded(painter, area, RADIUS, theme.colour("accent_soft"))
        elif state & QStyle.StateFlag.State_MouseOver:
            rounded(painter, area, RADIUS, theme.colour("hover"))
        size, side = theme.px(20), theme.gap(10)
        if entry.icon:
            icon(painter, theme, entry.icon, "ink2", QPointF(area.left() + side + size / 2, area.center().y()), size)
        room = area.adjusted(2 * side + size, 0, -side, 0)
        room.setRight(self._paint_right(painter, room, entry.keys or entry.hint) - theme.gap(10))
        self._paint_name(painter, room, entry)
        painter.restore()

    def _paint_right(self, painter: QPainter, room: QRectF, text: str) -> float:
        """Paints the key or the day at the right, and gives where it begins."""
        theme = self._theme
        painter.setFont(theme.font(Role.META))
        painter.setPen(theme.colour("ink2"))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, text)
        return room.right() - theme.width(Role.META, text)

    def _paint_name(self, painter: QPainter, room: QRectF, entry: Entry) -> None:
        theme = self._theme
        kind = "" if entry.kind == "Action" else entry.kind
        after = theme.width(Role.META, kind) + theme.gap(10) if kind else 0.0
        measure = theme.metrics(Role.BODY)
        name = measure.elidedText(entry.text, Qt.TextElideMode.ElideRight, max(room.width() - after, 1))
        painter.setFont(theme.font(Role.BODY))
        painter.setPen(theme.colour("ink"))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, name)
        painter.setFont(theme.font(Role.META))
        painter.setPen(theme.colour("ink2"))
        place = room.adjusted(measure.horizontalAdvance(name) + theme.gap(10), 0, 1, 0)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, kind)
