"""Paints the cells of the table of files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from otcpd.ui.models.index import Index
from otcpd.ui.pages.evidence.contents import Column, EvidenceLine
from otcpd.ui.pages.evidence.model import EvidenceModel
from otcpd.ui.painting import draw_lines, hairline, icon, text_lines
from otcpd.ui.preview.kind_words import ICONS
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role

if TYPE_CHECKING:
    from otcpd.ui.pages.evidence.table import EvidenceTable

_RING = 2
_MOST_LETTERS = 300
"""Of a name that are laid out: more never fit."""


def row_height(theme: Theme) -> int:
    """Two lines of a name and one below fit into every row."""
    return max(theme.px(60), 2 * theme.line(Role.BODY) + theme.line(Role.META) + theme.gap(8))


class EvidencePainter(QStyledItemDelegate):
    """The name takes up to two lines, one below it and an icon; the other columns one line each."""

    def __init__(self, theme: Theme, rows: EvidenceModel, table: EvidenceTable) -> None:
        super().__init__(table)
        self._theme = theme
        self._rows = rows
        self._table = table

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, row_height(self._theme))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = self._rows.line(index)
        if line is None:
            return
        painter.save()
        area, column = QRectF(option.rect), Column(index.column())
        self._paint_ground(painter, area, index, option.state)
        inner = area.adjusted(self._theme.gap(12), 0, -self._theme.gap(12), 0)
        if column is Column.NAME:
            self._paint_name(painter, inner, line)
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
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, theme.colour("accent_soft"))
        elif table.pointed == index.row():
            painter.fillRect(area, theme.colour("hover"))
        hairline(painter, area.bottomLeft(), area.bottomRight(), theme.colour("line"))
        if table.hasFocus() and table.currentIndex().row() == index.row():
            self._paint_ring(painter, area, Column(index.column()))

    def _paint_ring(self, painter: QPainter, area: QRectF, column: Column) -> None:
        """Round the whole row: each cell paints its part of it."""
        shown = [one for one in Column if self._table.has_column(one)]
        colour = self._theme.colour("focus")
        painter.fillRect(QRectF(area.left(), area.top(), area.width(), _RING), colour)
        painter.fillRect(QRectF(area.left(), area.bottom() - _RING, area.width(), _RING), colour)
        if column is shown[0]:
            painter.fillRect(QRectF(area.left(), area.top(), _RING, area.height()), colour)
        if column is shown[-1]:
            painter.fillRect(QRectF(area.right() - _RING, area.top(), _RING, area.height()), colour)

    def _paint_name(self, painter: QPainter, area: QRectF, line: EvidenceLine) -> None:
        theme = self._theme
        size = theme.px(20)
        picture = ICONS.get(line.piece.kind, "page") if line.is_well else "warn"
        token = "ink2" if line.is_well else "warn"
        icon(painter, theme, picture, token, QPointF(area.left() + size / 2, area.center().y()), size)
        left = area.left() + size + theme.gap(10)
        room = area.right() - left
        brief = not self._table.has_column(Column.KIND)
        meta = line.brief(with_size=not self._table.has_column(Column.SIZE)) if brief else line.meta
        if brief and line.number is not None and not self._table.has_column(Column.NUMBER):
            meta = f"E{line.number}, {meta}"
        font = theme.font(Role.BODY_STRONG)
        titles = text_lines(" ".join(line.title[:_MOST_LETTERS].split()), font, max(1.0, room), most=2)
        high = theme.line(Role.BODY)
        top = area.center().y() - (len(titles) * high + (theme.line(Role.META) if meta else 0)) / 2
        draw_lines(painter, titles, QPointF(left, top), font, high, theme.colour("ink"))
        shown = theme.metrics(Role.META).elidedText(" ".join(meta.split()), Qt.TextElideMode.ElideRight, room)
        below = QPointF(left, top + len(titles) * high)
        draw_lines(painter, [shown], below, theme.font(Role.META), theme.line(Role.META), theme.colour("ink2"))

    def _paint_text(self, painter: QPainter, area: QRectF, column: Column, index: Index) -> None:
        theme = self._theme
        role = Role.LABEL if column is Column.NUMBER else Role.WHY
        painter.setFont(theme.font(role))
        painter.setPen(theme.colour("accent" if column is Column.NUMBER else "ink2"))
        side = Qt.AlignmentFlag.AlignRight if column is Column.SIZE else Qt.AlignmentFlag.AlignLeft
        text = str(index.data() or "")
        shown = theme.metrics(role).elidedText(text, Qt.TextElideMode.ElideRight, area.width() + 1)
        painter.drawText(area, side | Qt.AlignmentFlag.AlignVCenter, shown)
