"""The cycle timeline as a table: the same activities and gaps by date, for reading."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
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

from otcpd.domain.dates import long_day, span
from otcpd.ui import words
from otcpd.ui.models.index import Index
from otcpd.ui.painting import draw_lines, hairline, rounded, text_lines
from otcpd.ui.theme.dressing import slim_bars
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.timeline_content import Band, Item, TimelineContent, items_of

HEADS = ("When", "What", "Category")
WHEN, WHAT, TYPE = range(3)
GAP_TYPE = "Gap"
_ROWS_SHOWN = 7


class TimelineModel(QAbstractTableModel):
    """Rows by date: day, title, type. With `alone`, only the column of titles is on show, and speaks for all."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.alone = False
        self._lanes: tuple[str, ...] = ()
        self._items: list[Item] = []

    def set_content(self, content: TimelineContent) -> None:
        """Show this instead."""
        self.beginResetModel()
        self._lanes = tuple(lane.name for lane in content.lanes)
        self._items = items_of(content)
        self.endResetModel()

    def item(self, row: int) -> Item | None:
        """What a row shows."""
        return self._items[row] if 0 <= row < len(self._items) else None

    def row_of(self, key: str) -> int:
        """The row of an activity or gap; -1 if it is not there."""
        return next((row for row, item in enumerate(self._items) if item.key == key), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else len(self._items)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else len(HEADS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        item = self.item(index.row()) if index.isValid() else None
        if item is None:
            return None
        if role == Qt.ItemDataRole.AccessibleTextRole and self.alone and index.column() == WHAT:
            return ". ".join(self.text(item, column) for column in (WHAT, WHEN, TYPE))
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.text(item, index.column())
        return None

    def text(self, item: Item, column: int) -> str:
        """What stands in a column."""
        if column == WHEN:
            return long_day(item.start, brief=True) if item.start == item.end else span(item.start, item.end, year=True)
        if isinstance(item, Band):
            return item.said if column == WHAT else GAP_TYPE
        return (item.title or words.NO_TITLE) if column == WHAT else self._lanes[item.lane]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        across = orientation == Qt.Orientation.Horizontal and 0 <= section < len(HEADS)
        return HEADS[section] if across and role == Qt.ItemDataRole.DisplayRole else None


class TimelineTable(QTableView):
    """Arrows move by row, Enter or a click opens."""

    opened = Signal(str)
    """The key of an activity or of a gap."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rows = TimelineModel(self)
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
        head = _Head(theme, self)
        self.setHorizontalHeader(head)
        head.setSectionResizeMode(WHAT, QHeaderView.ResizeMode.Stretch)
        self.clicked.connect(self._on_clicked)
        slim_bars(self, theme)
        theme.changed.connect(self._fit)
        self._fit()

    def show_content(self, content: TimelineContent, key: str = "") -> None:
        """Show this, with one row chosen."""
        self.rows.set_content(content)
        row = self.rows.row_of(key)
        if row >= 0:
            self.selectRow(row)
            self.scrollTo(self.rows.index(row, WHAT), QAbstractItemView.ScrollHint.PositionAtCenter)
        self.updateGeometry()

    def set_narrow(self, narrow: bool) -> None:
        """One column, with the day above the title."""
        self.rows.alone = narrow
        for column in (WHEN, TYPE):
            self.setColumnHidden(column, narrow)
        self._fit()

    def chosen_key(self) -> str:
        """The key of the row that is chosen; empty for none."""
        item = self.rows.item(self.currentIndex().row())
        return item.key if item is not None else ""

    def sizeHint(self) -> QSize:
        rows = min(max(self.rows.rowCount(), 1), _ROWS_SHOWN)
        height = self.horizontalHeader().sizeHint().height() + rows * self.verticalHeader().defaultSectionSize()
        return QSize(self._theme.px(320), height + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(140), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.chosen_key():
            self.opened.emit(self.chosen_key())
        else:
            super().keyPressEvent(event)

    def _on_clicked(self, index: Index) -> None:
        item = self.rows.item(index.row())
        if item is not None:
            self.opened.emit(item.key)

    def _fit(self) -> None:
        theme = self._theme
        palette = self.palette()
        # Qt would fill the whole row behind what the delegate paints.
        palette.setColor(palette.ColorRole.Highlight, theme.colour("surface"))
        self.setPalette(palette)
        above = theme.line(Role.META) if self.rows.alone else 0
        self.verticalHeader().setDefaultSectionSize(above + 2 * theme.line(Role.WHY) + theme.gap(12))
        measure = theme.metrics(Role.WHY)
        self.setColumnWidth(WHEN, round(measure.horizontalAdvance("30 September to")) + theme.gap(24))
        self.setColumnWidth(TYPE, round(measure.horizontalAdvance("Self-directed")) + theme.gap(28))
        self.verticalScrollBar().setSingleStep(theme.px(30))
        self.updateGeometry()


class _Head(QHeaderView):
    """The names of the columns, above a line."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.viewport().setAutoFillBackground(False)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._theme.px(36))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        area = QRectF(self.sectionViewportPosition(section), 0, self.sectionSize(section), self.height())
        painter.setFont(self._theme.font(Role.META_STRONG))
        painter.setPen(self._theme.colour("ink2"))
        inset = self._theme.gap(8)
        painter.drawText(area.adjusted(inset, 0, -inset, 0), Qt.AlignmentFlag.AlignVCenter, HEADS[section])
        hairline(painter, area.bottomLeft(), area.bottomRight(), self._theme.colour("line"))


class _Cell(QStyledItemDelegate):
    """Words on at most two lines; the row that is chosen has its ground, and the ring when the table has the focus."""

    def __init__(self, theme: Theme, view: TimelineTable) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, area = self._theme, QRectF(option.rect)
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            self._paint_chosen(painter, area, index)
        role = Role.WHY if index.column() != WHAT else Role.BODY
        line, inset = theme.line(Role.WHY), theme.gap(8)
        lines = text_lines(str(index.data()), theme.font(role), area.width() - 2 * inset, most=2)
        item, above = self._view.rows.item(index.row()), 0
        if self._view.rows.alone and item is not None:
            above = theme.line(Role.META)
        place = QPointF(area.left() + inset, area.center().y() - (above + len(lines) * line) / 2)
        if above and item is not None:
            day = self._view.rows.text(item, WHEN)
            draw_lines(painter, [day], place, theme.font(Role.META), above, theme.colour("ink2"))
        colour = theme.colour("ink" if index.column() == WHAT else "ink2")
        draw_lines(painter, lines, place + QPointF(0, above), theme.font(role), line, colour)
        if not chosen:
            hairline(painter, area.bottomLeft(), area.bottomRight(), theme.colour("line"))
        painter.restore()

    def _paint_chosen(self, painter: QPainter, cell: QRectF, index: Index) -> None:
        """Each cell paints its part of one ground that goes through the row."""
        painter.setClipRect(cell)
        row = QRectF(0, cell.top(), self._view.viewport().width(), cell.height())
        focus = self._view.hasFocus()
        edge = self._theme.colour("focus") if focus else None
        rounded(painter, row.adjusted(1, 1, -1, -1), 10, self._theme.colour("accent_soft"), edge, 2)
