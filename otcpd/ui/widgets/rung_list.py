"""The list of what a role asks, with a mark for each that tells whether the log holds it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QWidget

from otcpd.domain.ladder import Evidence
from otcpd.ui.models.rungs import RungHead, RungModel, RungRow
from otcpd.ui.painting import RADIUS_ROW, draw_lines, icon, rounded, text_lines
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.placed_list import PlacedList, RowState

Flag = QItemSelectionModel.SelectionFlag
NAME = "What the role asks"
STANDING_TOKENS = {Evidence.HELD: "accent", Evidence.THIN: "ink2", Evidence.MISSING: "ink3"}
"""The icon of each is called as it is itself."""
_SIDE, _MARK, _BESIDE = 12, 20, 12
_APART = 2
_ENDS = 9
_NARROWEST, _WIDEST = 0.6, 1.4
"""How wide letters are on average, in digits, at the least and at the most."""


class RungList(PlacedList):
    """Arrows, Home, End and letters move the choice, Enter or a double click goes to it, Delete takes it away."""

    chosen = Signal(str)
    """The key of what is now chosen; empty for nothing."""
    open_wanted = Signal(str)
    delete_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.rows = RungModel()
        self._room = 0
        self._needs: dict[tuple[str, str], int] = {}
        self._told = ""
        self._quiet = False
        super().__init__(theme, self.rows, parent)
        self.rows.setParent(self)
        self.setAccessibleName(NAME)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.doubleClicked.connect(self._open)

    def show_rows(self, rows: Sequence[RungRow]) -> None:
        """Show these; what is chosen stays so, else what comes in its place is, if anything was."""
        key, place = self.chosen_key(), self.currentIndex().row()
        self._quiet = True
        self.rows.set_rows(rows)
        self._keep(key, place)

    def sift(self, text: str, standing: Evidence | None) -> None:
        """Show those alone that search and filter leave."""
        key = self.chosen_key() or self._told
        self._quiet = True
        self.rows.sift(text, standing)
        self._keep(key, -1)

    def chosen_key(self) -> str:
        """The key of what is chosen; empty for nothing."""
        index = self.currentIndex()
        entry = self.rows.entry(index)
        chosen = isinstance(entry, RungRow) and self.selectionModel().isSelected(index)
        return entry.key if chosen and isinstance(entry, RungRow) else ""

    def choose(self, key: str) -> bool:
        """Choose one and bring it into sight; False if it is not shown (then nothing is chosen)."""
        index = self.rows.index_of(key)
        if not index.isValid():
            self.selectionModel().clear()
            return False
        self.selectionModel().setCurrentIndex(index, Flag.ClearAndSelect)
        if self.isVisible():
            self.scrollTo(index)
        return True

    def choose_first(self) -> bool:
        """Choose the first; False where there is none."""
        first = next((one for one in self.rows.entries() if isinstance(one, RungRow)), None)
        return first is not None and self.choose(first.key)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self._tell()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():  # or nothing would show where the focus is
            first = next((one for one in self.rows.entries() if isinstance(one, RungRow)), None)
            if first is not None:
                self.selectionModel().setCurrentIndex(self.rows.index_of(first.key), Flag.NoUpdate)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = self.chosen_key()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and key:
            self.open_wanted.emit(key)
        elif event.key() == Qt.Key.Key_Delete and key:
            self.delete_wanted.emit(key)
        else:
            super().keyPressEvent(event)

    def row_heights(self) -> list[int]:
        theme, needs = self._theme, self._needs
        head = theme.line(Role.META) + theme.gap(8)
        heights = []
        for place, entry in enumerate(self.rows.entries()):
            if isinstance(entry, RungHead):
                heights.append(head + theme.gap(20 if place else 6))
            else:
                key = (entry.title, entry.level)
                height = needs.get(key)
                heights.append(self._measured(key) if height is None else height)
        return heights

    def set_row_width(self, width: int) -> bool:
        theme = self._theme
        room = width - 2 * theme.gap(_SIDE) - theme.px(_MARK) - theme.gap(_BESIDE)
        new = room != self._room
        if new:
            self._room = room
            self._needs.clear()
        return new

    def is_head(self, row: int) -> bool:
        return isinstance(self.rows.entries()[row], RungHead)

    def paint_row(self, painter: QPainter, area: QRectF, row: int, state: RowState) -> None:
        entry = self.rows.entries()[row]
        painter.save()
        if isinstance(entry, RungHead):
            self._paint_head(painter, area, entry)
        else:
            self._paint_rung(painter, area.adjusted(0, 0, 0, -_APART), entry, state)
        painter.restore()

    def _measured(self, key: tuple[str, str]) -> int:
        """The height of a row with this title and level."""
        theme, (title, level) = self._theme, key
        room = self._title_room(level)
        # Thousands come at once: only what is near the edge is measured.
        about = len(title) * theme.width(Role.BODY_STRONG, "0")
        near = about * _NARROWEST <= room < about * _WIDEST
        lines = 1 if (theme.width(Role.BODY_STRONG, title) <= room if near else about < room) else 2
        text = lines * theme.line(Role.BODY) + theme.line(Role.META)
        height = self._needs[key] = max(theme.px(60), text + 2 * theme.gap(_ENDS)) + _APART
        return height

    def _title_room(self, level: str) -> float:
        taken = self._theme.width(Role.META, level) + self._theme.gap(10) if level else 0
        return max(1.0, self._room - taken)

    def _paint_head(self, painter: QPainter, area: QRectF, head: RungHead) -> None:
        theme = self._theme
        side, line = theme.gap(_SIDE), theme.line(Role.META)
        number = f"{head.count:,}"
        place = QRectF(area.left() + side, area.bottom() - theme.gap(8) - line, area.width() - 2 * side, line)
        painter.setPen(theme.colour("ink2"))
        room = place.width() - theme.width(Role.META, number) - theme.gap(10)
        shown = theme.metrics(Role.META_STRONG).elidedText(head.text, Qt.TextElideMode.ElideRight, room)
        painter.setFont(theme.font(Role.META_STRONG))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.setFont(theme.font(Role.META))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, number)

    def _paint_rung(self, painter: QPainter, area: QRectF, row: RungRow, state: RowState) -> None:
        theme, standing = self._theme, row.rung.standing
        if state.selected:
            rounded(painter, area, RADIUS_ROW, theme.colour("accent_soft"))
        elif state.pointed:
            rounded(painter, area, RADIUS_ROW, theme.colour("hover" if theme.tokens.dark else "sidebar"))
        if state.focused:
            rounded(painter, area, RADIUS_ROW, edge=theme.colour("focus"), width=2)
        line, meta = theme.line(Role.BODY), theme.line(Role.META)
        font = theme.font(Role.BODY_STRONG)
        lines = text_lines(row.title, font, self._title_room(row.level), most=2)
        top = area.center().y() - (len(lines) * line + meta) / 2
        left, right = area.left() + theme.gap(_SIDE), area.right() - theme.gap(_SIDE)
        size = theme.px(_MARK)
        middle = QPointF(left + size / 2, top + line / 2)
        icon(painter, theme, standing.value, STANDING_TOKENS[standing], middle, size)
        left += size + theme.gap(_BESIDE)
        draw_lines(painter, lines, QPointF(left, top), font, line, theme.colour("ink"))
        painter.setFont(theme.font(Role.META))
        painter.setPen(theme.colour("ink2"))
        if row.level:
            wide = theme.width(Role.META, row.level) + 1
            painter.drawText(QRectF(right - wide, top, wide, line), Qt.AlignmentFlag.AlignVCenter, row.level)
        shown = theme.metrics(Role.META).elidedText(row.meta, Qt.TextElideMode.ElideRight, right - left)
        place = QRectF(left, top + len(lines) * line, right - left + 1, meta)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)

    def _remeasure(self) -> None:
        self._room = 0
        self._needs.clear()
        super()._remeasure()

    def _keep(self, key: str, place: int) -> None:
        """Choose again what was chosen before the rows were changed, or what is in its place, and tell what is."""
        if key and not self.choose(key) and place >= 0:
            rows = self.rows.entries()
            order = [*range(place, len(rows)), *range(min(place, len(rows)) - 1, -1, -1)]
            near = next((one for one in (rows[at] for at in order) if isinstance(one, RungRow)), None)
            if near is not None:
                self.choose(near.key)
        self._quiet = False
        self._tell()

    def _tell(self) -> None:
        key = self.chosen_key()
        if not self._quiet and key != self._told:
            self._told = key
            self.chosen.emit(key)

    def _open(self, index: QModelIndex) -> None:
        entry = self.rows.entry(index)
        if isinstance(entry, RungRow):
            self.open_wanted.emit(entry.key)
