"""How a row with a title and a line about it is drawn, and how high it is."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from otcpd.ui.models.index import Index
from otcpd.ui.models.rows import Row, RowModel
from otcpd.ui.painting import RADIUS_ROW, draw_lines, icon, text_lines
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.plain_list import paint_ground
from otcpd.ui.widgets.reader_tag import paint_tag, tag_width

_SIDE = 12
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class RowPainter(QStyledItemDelegate):
    """Heads are one line high, rows as high as their title and the line below it."""

    pointed_tag = ""
    """The key of the row whose tag is pointed at."""

    def __init__(self, theme: Theme, rows: RowModel, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme = theme
        self._rows = rows
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        theme = self._theme
        row = self._rows.rows()[index.row()]
        if row.head:
            above = theme.gap(6 if index.row() == 0 else 18)
            return QSize(0, above + theme.line(Role.META) + theme.gap(6))
        text = self._lines(row) * theme.line(Role.BODY) + (theme.line(Role.META) if row.meta else 0)
        return QSize(0, max(theme.px(44), text + 2 * theme.gap(8)) + 2)

    def tag_area(self, area: QRectF, row: Row) -> QRectF:
        """Where the tag of a row at `area` takes presses; empty if it has none."""
        if not row.tag:
            return QRectF()
        theme = self._theme
        width = tag_width(theme, row.aside)
        height = max(32, theme.px(32))
        middle = area.top() + theme.gap(8) + theme.line(Role.BODY) / 2
        return QRectF(area.right() - theme.gap(_SIDE) / 2 - width, middle - height / 2, width, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._rows.row(index)
        if row is None:
            return
        painter.save()
        area = QRectF(option.rect)
        if row.head:
            self._paint_head(painter, area, row)
        else:
            self._paint_row(painter, area.adjusted(0, 0, 0, -2), row, option.state)
        painter.restore()

    def _paint_head(self, painter: QPainter, area: QRectF, row: Row) -> None:
        theme = self._theme
        side, line = theme.gap(_SIDE), theme.line(Role.META)
        place = QRectF(area.left() + side, area.bottom() - theme.gap(6) - line, area.width() - 2 * side, line)
        self._draw(painter, place, row.title, Role.META_STRONG, "ink2")

    def _paint_row(self, painter: QPainter, area: QRectF, row: Row, state: QStyle.StateFlag) -> None:
        theme = self._theme
        paint_ground(painter, theme, area, state, radius=RADIUS_ROW)
        side, size = theme.gap(_SIDE), theme.px(18)
        left, right = area.left() + side, area.right() - side
        titles = self._lines(row)
        line = theme.line(Role.BODY)
        height = titles * line + (theme.line(Role.META) if row.meta else 0)
        top = area.center().y() - height / 2
        if row.picture:
            icon(painter, theme, row.picture, "ink2", QPointF(left + size / 2, top + line / 2), size)
            left += size + theme.gap(10)
        if row.tag:
            self._paint_tag(painter, self.tag_area(area, row), row)
        elif row.aside:
            width = theme.width(Role.META, row.aside) + 1
            self._draw(painter, QRectF(right - width, top, width, line), row.aside, Role.META, "ink2")
        room = self._room(row, area.width())
        if titles == 1:
            self._draw(painter, QRectF(left, top, room, line), row.title, Role.BODY_STRONG, "ink")
        else:
            font = theme.font(Role.BODY_STRONG)
            lines = text_lines(_start(row.title), font, room, most=titles)
            draw_lines(painter, lines, QPointF(left, top), font, line, theme.colour("ink"))
        below = QRectF(left, top + titles * line, right - left, theme.line(Role.META))
        self._draw(painter, below, row.meta, Role.META, "ink2")

    def _paint_tag(self, painter: QPainter, place: QRectF, row: Row) -> None:
        height = self._theme.px(24)
        body = QRectF(place.left(), place.center().y() - height / 2, place.width(), height)
        paint_tag(painter, self._theme, body, row.tag, row.aside, pointed=self.pointed_tag == row.key)

    def _room(self, row: Row, width: float) -> float:
        """How wide a title may be in a row of this width."""
        theme = self._theme
        taken = 2.0 * theme.gap(_SIDE)
        if row.picture:
            taken += theme.px(18) + theme.gap(10)
        if row.tag:
            taken += tag_width(theme, row.aside) - theme.gap(_SIDE) / 2 + theme.gap(6)
        elif row.aside:
            taken += theme.width(Role.META, row.aside) + 1 + theme.gap(10)
        return max(1.0, width - taken)

    def _lines(self, row: Row) -> int:
        """How many lines the title takes; breaking it is left for when it is painted."""
        if row.lines == 1:
            return 1
        room = self._room(row, self._view.viewport().width())
        return 1 if self._theme.width(Role.BODY_STRONG, _start(row.title)) <= room else 2

    def _draw(self, painter: QPainter, place: QRectF, text: str, role: Role, token: str) -> None:
        painter.setFont(self._theme.font(role))
        painter.setPen(self._theme.colour(token))
        shown = self._theme.metrics(role).elidedText(_start(text), Qt.TextElideMode.ElideRight, place.width() + 1)
        painter.drawText(place, _MIDDLE, shown)


def _start(text: str) -> str:
    """Long texts come here as they are: no more of them than can fit is measured."""
    return " ".join(text[:400].split())
