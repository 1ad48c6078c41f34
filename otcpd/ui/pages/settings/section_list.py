"""The list of sections: one stop for the Tab key, arrows and letters move in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from otcpd.ui.models.index import Index
from otcpd.ui.pages.settings.sections import SectionSpec
from otcpd.ui.painting import draw_lines, icon, text_lines
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.plain_list import PlainList, paint_ground

SPEC_ROLE = Qt.ItemDataRole.UserRole
"""The SectionSpec of a row."""


class SectionList(PlainList):
    """Its choice is the section on show; Enter or a click goes into it."""

    chosen = Signal(str)
    """The key of the section that is now chosen."""
    entered_into = Signal(str)
    """The key of the section that somebody pressed Enter or clicked on."""

    def __init__(self, theme: Theme, specs: Sequence[SectionSpec], parent: QWidget | None = None) -> None:
        super().__init__(theme, "Sections of the settings", parent)
        self._painter = _SectionDelegate(theme, self)
        rows = QStandardItemModel(self)
        for spec in specs:
            item = QStandardItem(spec.name)
            item.setData(spec, SPEC_ROLE)
            item.setData(spec.name, Qt.ItemDataRole.AccessibleTextRole)
            item.setData(spec.sentence, Qt.ItemDataRole.AccessibleDescriptionRole)
            item.setEditable(False)
            rows.appendRow(item)
        self.setModel(rows)
        self.setItemDelegate(self._painter)
        self.clicked.connect(self._on_clicked)
        self.row_entered.connect(self._on_clicked)

    def choose(self, key: str) -> None:
        """Choose a section; `chosen` follows if it is another one."""
        for row in range(self.model().rowCount()):
            index = self.model().index(row, 0)
            if _spec(index).key == key:
                self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def set_roomy(self, roomy: bool) -> None:
        """Say of each section what is in it, where the list has the page to itself."""
        self._painter.roomy = roomy
        self.remeasure()

    def set_edge(self, edge: int) -> None:
        """Keep this many pixels between the rows and the scroll bar, which stands at the edge of the window."""
        self.setViewportMargins(0, 0, edge, 0)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        for index in selected.indexes():
            self.chosen.emit(_spec(index).key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()  # sentences wrap differently now

    def _on_clicked(self, index: QModelIndex) -> None:
        self.entered_into.emit(_spec(index).key)


class _SectionDelegate(QStyledItemDelegate):
    """Icon and name; with room, the sentence below."""

    def __init__(self, theme: Theme, view: SectionList) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self.roomy = False

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        theme = self._theme
        height = theme.px(38) + 2
        if self.roomy:
            lines = self._sentence(_spec(index), self._view.viewport().width())
            height = theme.line(Role.BODY) + len(lines) * theme.line(Role.META) + theme.gap(18)
        return QSize(0, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, spec = self._theme, _spec(index)
        area = QRectF(option.rect).adjusted(2, 1, -2, -1)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected) and not self.roomy
        state = option.state if chosen else option.state & ~QStyle.StateFlag.State_Selected
        painter.save()
        paint_ground(painter, theme, area, state, hover="hover" if theme.tokens.dark else "sidebar")
        token = "accent" if chosen else "ink2"
        size = theme.px(20)
        icon(painter, theme, spec.icon, token, QPointF(area.left() + theme.gap(10) + size / 2, area.center().y()), size)
        self._paint_words(painter, area, spec, "accent" if chosen else "ink", bold=chosen or self.roomy)
        painter.restore()

    def _paint_words(self, painter: QPainter, area: QRectF, spec: SectionSpec, token: str, *, bold: bool) -> None:
        theme = self._theme
        role = Role.BODY_STRONG if bold else Role.BODY
        lines = self._sentence(spec, self._view.viewport().width()) if self.roomy else []
        left = area.left() + self._left()
        name = theme.metrics(role).elidedText(spec.name, Qt.TextElideMode.ElideRight, area.right() - left)
        top = area.center().y() - (theme.line(Role.BODY) + len(lines) * theme.line(Role.META)) / 2
        draw_lines(painter, [name], QPointF(left, top), theme.font(role), theme.line(role), theme.colour(token))
        below = QPointF(left, top + theme.line(Role.BODY))
        draw_lines(painter, lines, below, theme.font(Role.META), theme.line(Role.META), theme.colour("ink2"))

    def _sentence(self, spec: SectionSpec, width: int) -> list[str]:
        room = max(width - self._left() - self._theme.gap(14), 40)
        return text_lines(spec.sentence, self._theme.font(Role.META), room)

    def _left(self) -> int:
        return self._theme.gap(10) + self._theme.px(20) + self._theme.gap(11)


def _spec(index: Index) -> SectionSpec:
    found = index.data(SPEC_ROLE)
    assert isinstance(found, SectionSpec)
    return found
