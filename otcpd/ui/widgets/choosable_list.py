"""The list in which activities are ticked."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from otcpd.ui.models.choosable import ENTRY_ROLE, Choosable, ChoosableModel
from otcpd.ui.models.index import Index
from otcpd.ui.painting import RADIUS_ROW, icon, rounded
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.plain_list import PlainList
from otcpd.ui.widgets.tile import paint_category

_HEIGHT = 56


class ChoosableList(PlainList):
    """Arrows and letters move; Space, Enter or a click anywhere on a row ticks it or takes the tick away."""

    def __init__(self, theme: Theme, model: ChoosableModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self._rows = model
        self.setModel(model)
        self.setItemDelegate(_Rows(theme, self))
        self.setUniformItemSizes(True)

    def sizeHint(self) -> QSize:
        rows = min(max(self._rows.rowCount(), 1), 6)
        return QSize(self._theme.px(300), rows * self._theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(160), 2 * self._theme.px(_HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._turn(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and index == self.currentIndex():
            self._turn(index)

    def _turn(self, index: QModelIndex) -> None:
        if index.isValid():
            chosen = self._rows.entry(index).chosen
            state = Qt.CheckState.Unchecked if chosen else Qt.CheckState.Checked
            self._rows.setData(index, state, Qt.ItemDataRole.CheckStateRole)


class _Rows(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(_HEIGHT))

    def editorEvent(self, event: QEvent, *_: object) -> bool:
        return False  # the list itself ticks, wherever on the row one clicks

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: Choosable = index.data(ENTRY_ROLE)
        theme, state = self._theme, option.state
        area = QRectF(option.rect).adjusted(2, 1, -2, -1)
        painter.save()
        if QStyle.StateFlag.State_MouseOver in state:
            rounded(painter, area, RADIUS_ROW, theme.colour("hover"))
        if QStyle.StateFlag.State_HasFocus in state:
            rounded(painter, area, RADIUS_ROW, edge=theme.colour("focus"), width=2)
        middle = area.center().y()
        side = theme.px(18)
        box = QRectF(area.left() + theme.gap(10), middle - side / 2, side, side)
        if entry.chosen:
            rounded(painter, box, 4, theme.colour("accent"))
            icon(painter, theme, "tick", "on_accent", box.center(), theme.px(14))
        else:
            rounded(painter, box, 4, theme.colour("surface"), theme.colour("line_strong"), 1.25)
        tile_side = theme.px(32)
        tile = QRectF(box.right() + theme.gap(12), middle - tile_side / 2, tile_side, tile_side)
        paint_category(painter, tile, theme, entry.category)
        left = tile.right() + theme.gap(12)
        width = max(1.0, area.right() - theme.gap(10) - left)
        top = middle - (theme.line(Role.BODY) + theme.line(Role.META)) / 2
        for role, token, text in ((Role.BODY_STRONG, "ink", entry.title), (Role.META, "ink2", entry.meta)):
            painter.setFont(theme.font(role))
            painter.setPen(theme.colour(token))
            shown = theme.metrics(role).elidedText(text, Qt.TextElideMode.ElideRight, width)
            line = QRectF(QPointF(left, top), QPointF(left + width, top + theme.line(role)))
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)
            top += theme.line(role)
        painter.restore()
