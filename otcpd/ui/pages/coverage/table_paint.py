"""Paints the cells and heads of the table of coverage, from the shapes that paper has."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from otcpd.domain.coverage import Line
from otcpd.portfolio.charts.coverage import cell_shapes
from otcpd.ui.models.index import Index
from otcpd.ui.pages.coverage.model import CoverageModel
from otcpd.ui.painting import RADIUS, dots_to_a_pixel, draw_lines, hairline, rounded, text_lines
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.shape_painter import ShapePainter

MOST_LINES = 2
"""Lines of a name; its whole words are in its tooltip, and read out."""
MOST_DEPTH = 4
_INDENT, _SIDE, _HIGH = 16, 8, 30


class CoverageCells(QStyledItemDelegate):
    """A name, a number on its ground, or a figure at the right; the ring round the cell one is in."""

    def __init__(self, theme: Theme, model: CoverageModel, view: QTableView) -> None:
        super().__init__(view)
        self._theme = theme
        self._model = model
        self._view = view
        self._shapes = ShapePainter(theme)
        self._made: dict[tuple[int, int, int, float], QPixmap] = {}
        """Cells that were painted, by number, width, height and dots to a pixel: hundreds of them are alike."""
        theme.changed.connect(self._made.clear)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, area, model = self._theme, QRectF(option.rect), self._model
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, theme.colour("accent_soft" if index.column() == 0 else "hover"))
        if index.column() == 0:
            self._paint_name(painter, area, index.row())
        elif model.is_time(index.column()):
            self._paint_number(painter, area, model.count(index.row(), index.column()))
        else:
            painter.setFont(theme.font(Role.WHY if model.listed else Role.LABEL))
            painter.setPen(theme.colour("ink"))
            room = area.adjusted(0, 0, -theme.gap(_SIDE), 0)
            right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(room, right, model.text(index.row(), index.column()))
        painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1), theme.colour("line"))
        if self._view.hasFocus() and index == self._view.currentIndex():
            rounded(painter, area.adjusted(2, 2, -2, -2), RADIUS, edge=theme.colour("focus"), width=2)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(option.rect.width(), self._theme.px(_HIGH))

    def _paint_name(self, painter: QPainter, area: QRectF, row: int) -> None:
        theme, line = self._theme, self._model.line(row)
        role = Role.LABEL if line is None or line.depth == 0 else Role.WHY
        room = area.adjusted(theme.gap(_SIDE) + indent(theme, line), 0, -theme.gap(_SIDE), 0)
        lines = text_lines(self._model.name(row), theme.font(role), room.width(), most=MOST_LINES)
        high = theme.line(role)
        top = room.center().y() - high * len(lines) / 2
        draw_lines(painter, lines, QPointF(room.left(), top), theme.font(role), high, theme.colour("ink"))

    def _paint_number(self, painter: QPainter, area: QRectF, count: int) -> None:
        high = min(round(area.height()) - 4, self._theme.px(_HIGH))
        wide, dots = round(area.width()), dots_to_a_pixel(painter)
        key = (count, wide, high, dots)
        if key not in self._made:
            self._made[key] = self._cell(count, wide, high, dots)
        painter.drawPixmap(QPointF(area.left(), area.top() + (area.height() - high) // 2), self._made[key])

    def _cell(self, count: int, wide: int, high: int, dots: float) -> QPixmap:
        made = QPixmap(QSizeF(wide * dots, high * dots).toSize())
        made.setDevicePixelRatio(dots)
        made.fill(Qt.GlobalColor.transparent)
        size = float(self._theme.font(Role.WHY).pixelSize())
        painter = QPainter(made)
        self._shapes.paint(painter, cell_shapes(count, 0.0, 0.0, wide, high, size, self._shapes.measure))
        painter.end()
        return made


def indent(theme: Theme, line: Line | None) -> int:
    """How far the name of an item stands in: the deeper, the further, within reason."""
    return min(line.depth, MOST_DEPTH) * theme.gap(_INDENT) if line is not None else 0


class CoverageHead(QHeaderView):
    """The heads of the columns; above those of time the year, where it changes."""

    def __init__(self, theme: Theme, model: CoverageModel, view: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self._theme = theme
        self._model = model
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.viewport().setAutoFillBackground(False)

    def sizeHint(self) -> QSize:
        matrix = self._model.matrix
        two = matrix is not None and not self._model.listed and any(column.over for column in matrix.columns)
        high = self._theme.line(Role.META) * (2 if two else 1) + self._theme.gap(14)
        return QSize(super().sizeHint().width(), high)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        theme, model = self._theme, self._model
        area = QRectF(self.sectionViewportPosition(section), 0, self.sectionSize(section), self.height())
        painter.setPen(theme.colour("ink2"))
        hairline(painter, area.bottomLeft(), area.bottomRight(), theme.colour("line_btn"))
        painter.setPen(theme.colour("ink2"))
        low = area.adjusted(0, self.height() - theme.line(Role.META) - theme.gap(8), 0, -theme.gap(6))
        if model.is_time(section):
            self._paint_time(painter, low, section)
            return
        painter.setFont(theme.font(Role.META_STRONG))
        side = theme.gap(_SIDE)
        where = Qt.AlignmentFlag.AlignLeft if section == 0 else Qt.AlignmentFlag.AlignRight
        painter.drawText(low.adjusted(side, 0, -side, 0), Qt.AlignmentFlag.AlignVCenter | where, model.head(section))

    def _paint_time(self, painter: QPainter, low: QRectF, section: int) -> None:
        theme, matrix = self._theme, self._model.matrix
        assert matrix is not None
        column = matrix.columns[section - 1]
        before = matrix.columns[section - 2].over if section > 1 else ""
        painter.setFont(theme.font(Role.META))
        painter.drawText(low, Qt.AlignmentFlag.AlignCenter, column.head)
        if column.over and column.over != before:
            high = low.translated(0, -theme.line(Role.META))
            side = theme.gap(4)
            wide = max(high.width() - side, theme.width(Role.META, column.over) + 2)
            place = QRectF(high.left() + side, high.top(), wide, high.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, column.over)
