"""What a picture shows as a table, for reading: a head, rows with hairlines, one chosen at a time."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from otcpd.ui.models.facts import FactModel, Facts
from otcpd.ui.models.index import Index
from otcpd.ui.painting import RADIUS_ROW, draw_lines, hairline, rounded, text_lines
from otcpd.ui.theme.dressing import slim_bars
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role

_ROWS_SHOWN = 7
_NARROW = 420
_INSET = 8
_MOST_LINES = 2


class FactTable(QTableView):
    """Arrows move by row; Enter or a click opens what a row is about. In a narrow place one column is left."""

    opened = Signal(str)
    """The key of a row."""

    def __init__(self, theme: Theme, name: str, *, most: int = _ROWS_SHOWN, parent: QWidget | None = None) -> None:
        """Up to `most` rows are in sight; the rest of them scrolls."""
        super().__init__(parent)
        self._theme = theme
        self._most = most
        self.rows = FactModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(_Cell(theme, self))
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.viewport().setAutoFillBackground(False)
        self.verticalHeader().hide()
        self.setHorizontalHeader(_Head(theme, self))
        self.clicked.connect(self._on_clicked)
        slim_bars(self, theme)
        theme.changed.connect(self._fit)
        self._fit()

    def show_facts(self, facts: Facts, key: str = "") -> None:
        """Show this, with the row of a key chosen."""
        if facts != self.rows.facts:
            self.rows.set_facts(facts)
        row = self.rows.row_of(key)
        if row >= 0:
            self.selectRow(row)
            self.scrollTo(self.rows.index(row, facts.main), QAbstractItemView.ScrollHint.PositionAtCenter)
        self._fit()

    def chosen_key(self) -> str:
        """The key of the row that is chosen; empty for none."""
        fact = self.rows.fact(self.currentIndex().row())
        return fact.key if fact is not None else ""

    def sizeHint(self) -> QSize:
        rows = min(max(self.rows.rowCount(), 1), self._most)
        height = self.horizontalHeader().sizeHint().height() + rows * self.verticalHeader().defaultSectionSize()
        return QSize(self._theme.px(320), height + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(140), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.chosen_key():
            self.opened.emit(self.chosen_key())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if (event.size().width() < self._theme.px(_NARROW)) is not self.rows.alone:
            self._fit()

    def _on_clicked(self, index: Index) -> None:
        fact = self.rows.fact(index.row())
        if fact is not None:
            self.opened.emit(fact.key)

    def _fit(self) -> None:
        theme, facts = self._theme, self.rows.facts
        palette = self.palette()
        # Qt would fill the whole row behind what the delegate paints.
        palette.setColor(palette.ColorRole.Highlight, theme.colour("surface"))
        self.setPalette(palette)
        self.rows.alone = self.viewport().width() < theme.px(_NARROW)
        above = theme.line(Role.META) if self.rows.alone else 0
        self.verticalHeader().setDefaultSectionSize(above + 2 * theme.line(Role.WHY) + theme.gap(8))
        head = self.horizontalHeader()
        for column, title in enumerate(facts.heads):
            main = column == facts.main
            self.setColumnHidden(column, self.rows.alone and not main)
            mode = QHeaderView.ResizeMode.Stretch if main else QHeaderView.ResizeMode.Fixed
            head.setSectionResizeMode(column, mode)
            if not main:
                texts = [theme.width(Role.WHY, text) for text in {fact.cells[column] for fact in facts.rows}]
                widest = min(max([theme.width(Role.META_STRONG, title), *texts]), theme.px(200))
                self.setColumnWidth(column, round(widest) + 2 * theme.gap(_INSET) + 2)
        self.verticalScrollBar().setSingleStep(theme.px(30))
        self.updateGeometry()


class _Head(QHeaderView):
    """The names of the columns, above a line."""

    def __init__(self, theme: Theme, table: FactTable) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._theme = theme
        self._table = table
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.viewport().setAutoFillBackground(False)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._theme.px(36))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        facts = self._table.rows.facts
        area = QRectF(self.sectionViewportPosition(section), 0, self.sectionSize(section), self.height())
        painter.setFont(self._theme.font(Role.META_STRONG))
        painter.setPen(self._theme.colour("ink2"))
        inset = self._theme.gap(_INSET)
        painter.drawText(area.adjusted(inset, 0, -inset, 0), Qt.AlignmentFlag.AlignVCenter, facts.heads[section])
        hairline(painter, area.bottomLeft(), area.bottomRight(), self._theme.colour("line"))


class _Cell(QStyledItemDelegate):
    """Words on at most two lines; the row that is chosen has its ground, and the ring when the table has the focus."""

    def __init__(self, theme: Theme, view: FactTable) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, area, facts = self._theme, QRectF(option.rect), self._view.rows.facts
        fact = self._view.rows.fact(index.row())
        if fact is None:
            return
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            self._paint_chosen(painter, area)
        main = index.column() == facts.main
        line, inset = theme.line(Role.WHY), theme.gap(_INSET)
        role = Role.BODY if main else Role.WHY
        room = area.width() - 2 * inset
        lines = text_lines(fact.cells[index.column()], theme.font(role), max(1.0, room), most=_MOST_LINES)
        beside = theme.line(Role.META) if self._view.rows.alone else 0
        above = 0 if facts.named else beside
        top = area.center().y() - (beside + len(lines) * line) / 2
        if beside:
            others = text_lines(self._view.rows.others(fact), theme.font(Role.META), max(1.0, room), most=1)
            place = QPointF(area.left() + inset, top if above else top + len(lines) * line)
            draw_lines(painter, others, place, theme.font(Role.META), beside, theme.colour("ink2"))
        for number, text in enumerate(lines):
            place = QPointF(area.left() + inset, top + above + number * line)
            draw_lines(painter, [text], place, theme.font(role), line, theme.colour("ink" if main else "ink2"))
        if not chosen:
            hairline(painter, area.bottomLeft(), area.bottomRight(), theme.colour("line"))
        painter.restore()

    def _paint_chosen(self, painter: QPainter, cell: QRectF) -> None:
        """Each cell paints its part of one ground that goes through the row."""
        painter.setClipRect(cell)
        row = QRectF(0, cell.top(), self._view.viewport().width(), cell.height())
        edge = self._theme.colour("focus") if self._view.hasFocus() else None
        rounded(painter, row.adjusted(1, 1, -1, -1), RADIUS_ROW, self._theme.colour("accent_soft"), edge, 2)
