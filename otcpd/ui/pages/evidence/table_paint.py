"""Paints the cells of the table of files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from otcpd.ui.models.index import Index
from otcpd.ui.pages.evidence.contents import Column, EvidenceLine
from otcpd.ui.pages.evidence.model import EvidenceModel
from otcpd.ui.pages.evidence.row_heights import shown_title
from otcpd.ui.painting import RADIUS_ROW, RING, draw_lines, hairline, icon, rounded, text_lines
from otcpd.ui.preview.kind_words import ICONS
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role

if TYPE_CHECKING:
    from otcpd.ui.pages.evidence.table import EvidenceTable

_ABOVE, _BELOW = 2, 3
"""Pixels between the ground of a chosen row and the lines above and below it."""
_SIDE, _PICTURE, _GAP = 12, 20, 10
"""Pixels at 100 %: beside each cell, of the picture, and between picture and name."""


def name_room(theme: Theme, width: float) -> float:
    """Pixels for a name where its column has `width`."""
    return max(1.0, width - 2 * theme.gap(_SIDE) - theme.px(_PICTURE) - theme.gap(_GAP))


class EvidencePainter(QStyledItemDelegate):
    """The name takes up to two lines, one below it and an icon; the other columns one line each."""

    def __init__(self, theme: Theme, rows: EvidenceModel, table: EvidenceTable) -> None:
        super().__init__(table)
        self._theme = theme
        self._rows = rows
        self._table = table

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self._table.rowHeight(index.row()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = self._rows.line(index)
        if line is None:
            return
        painter.save()
        area, column = QRectF(option.rect), Column(index.column())
        self._paint_ground(painter, area, index, option.state)
        side = self._theme.gap(_SIDE)
        inner = area.adjusted(side, 0, -side, 0)
        if column is Column.NAME:
            self._paint_name(painter, inner, line)
        elif column is Column.USED:
            self._paint_used(painter, inner, line)
        else:
            self._paint_text(painter, inner, column, index)
        painter.restore()

    def _paint_ground(
        self,
        painter: QPainter,
        area: QRectF,
        index: Index,
        state: QStyle.StateFlag,
    ) -> None:
        theme, table = self._theme, self._table
        hairline(painter, area.bottomLeft(), area.bottomRight(), theme.colour("line"))
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        focused = table.hasFocus() and table.currentIndex().row() == index.row()
        if not (chosen or focused or table.pointed == index.row()):
            return
        painter.save()
        painter.setClipRect(area)  # each cell paints its part of the whole row
        row = table.row_area(area).adjusted(0, _ABOVE, 0, -_BELOW)
        if chosen or table.pointed == index.row():
            rounded(painter, row, RADIUS_ROW, theme.colour("accent_soft" if chosen else "hover"))
        if focused:
            rounded(painter, row, RADIUS_ROW, edge=theme.colour("focus"), width=RING)
        painter.restore()

    def _paint_name(self, painter: QPainter, area: QRectF, line: EvidenceLine) -> None:
        theme = self._theme
        size = theme.px(_PICTURE)
        picture = ICONS.get(line.piece.kind, "page") if line.is_well else "warn"
        token = "ink2" if line.is_well else "warn"
        icon(painter, theme, picture, token, QPointF(area.left() + size / 2, area.center().y()), size)
        left = area.left() + size + theme.gap(_GAP)
        room = area.right() - left
        brief = not self._table.has_column(Column.KIND)
        meta = line.brief(with_size=not self._table.has_column(Column.SIZE)) if brief else line.meta
        if brief and line.number is not None and not self._table.has_column(Column.NUMBER):
            meta = f"E{line.number}, {meta}"
        font = theme.font(Role.BODY_STRONG)
        titles = text_lines(shown_title(line.title), font, max(1.0, room), most=2)
        high = theme.line(Role.BODY)
        top = area.center().y() - (len(titles) * high + (theme.line(Role.META) if meta else 0)) / 2
        draw_lines(painter, titles, QPointF(left, top), font, high, theme.colour("ink"))
        shown = theme.metrics(Role.META).elidedText(" ".join(meta.split()), Qt.TextElideMode.ElideRight, room)
        below = QPointF(left, top + len(titles) * high)
        draw_lines(painter, [shown], below, theme.font(Role.META), theme.line(Role.META), theme.colour("ink2"))

    def _paint_used(self, painter: QPainter, area: QRectF, line: EvidenceLine) -> None:
        theme = self._theme
        font, high = theme.font(Role.WHY), theme.line(Role.WHY)
        lines = text_lines(shown_title(line.used), font, max(1.0, area.width()), most=2)
        top = area.center().y() - len(lines) * high / 2
        draw_lines(painter, lines, QPointF(area.left(), top), font, high, theme.colour("ink2"))

    def _paint_text(self, painter: QPainter, area: QRectF, column: Column, index: Index) -> None:
        theme = self._theme
        role = Role.LABEL if column is Column.NUMBER else Role.WHY
        painter.setFont(theme.font(role))
        painter.setPen(theme.colour("accent" if column is Column.NUMBER else "ink2"))
        side = Qt.AlignmentFlag.AlignRight if column is Column.SIZE else Qt.AlignmentFlag.AlignLeft
        text = str(index.data() or "")
        shown = theme.metrics(role).elidedText(text, Qt.TextElideMode.ElideRight, area.width() + 1)
        painter.drawText(area, side | Qt.AlignmentFlag.AlignVCenter, shown)
