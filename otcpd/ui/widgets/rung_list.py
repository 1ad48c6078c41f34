"""The list of what a role asks, with a mark for each that tells whether the log holds it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter
from PySide6.QtWidgets import QWidget

from otcpd.domain.ladder import Evidence
from otcpd.ui.models.headed import ListHead
from otcpd.ui.models.rungs import RungModel, RungRow
from otcpd.ui.painting import draw_lines, icon, text_lines
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.headed_list import APART, SIDE, Flag, HeadedList, head_height, paint_head
from otcpd.ui.widgets.placed_list import RowState, paint_row_ground

NAME = "What the role asks"
STANDING_TOKENS = {Evidence.HELD: "accent", Evidence.THIN: "ink2", Evidence.MISSING: "ink3"}
"""The icon of each is called as it is itself."""
_MARK, _BESIDE = 20, 12
_ENDS = 9
_NARROWEST, _WIDEST = 0.6, 1.4
"""How wide letters are on average, in digits, at the least and at the most."""


class RungList(HeadedList):
    """The keys are those of expectations."""

    rows: RungModel

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._room = 0
        self._needs: dict[tuple[str, str], int] = {}
        super().__init__(theme, RungModel(), NAME, parent)

    def show_rows(self, rows: Sequence[RungRow]) -> None:
        """Show these instead."""
        with self.keeping():
            self.rows.set_rows(rows)

    def sift(self, text: str, standing: Evidence | None) -> None:
        """Show those alone that search and filter leave."""
        with self.sifting():
            self.rows.sift(text, standing)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():  # or nothing would show where the focus is
            self.selectionModel().setCurrentIndex(self.rows.index_of(self.first_key()), Flag.NoUpdate)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def row_heights(self) -> list[int]:
        theme, needs = self._theme, self._needs
        heights = []
        for place, entry in enumerate(self.rows.entries()):
            if isinstance(entry, ListHead):
                heights.append(head_height(theme, first=not place))
            else:
                key = (entry.title, entry.level)
                height = needs.get(key)
                heights.append(self._measured(key) if height is None else height)
        return heights

    def set_row_width(self, width: int) -> bool:
        theme = self._theme
        room = width - 2 * theme.gap(SIDE) - theme.px(_MARK) - theme.gap(_BESIDE)
        new = room != self._room
        if new:
            self._room = room
            self._needs.clear()
        return new

    def paint_row(self, painter: QPainter, area: QRectF, row: int, state: RowState) -> None:
        entry = self.rows.entries()[row]
        painter.save()
        if isinstance(entry, ListHead):
            paint_head(painter, self._theme, area, entry)
        else:
            self._paint_rung(painter, area.adjusted(0, 0, 0, -APART), entry, state)
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
        height = self._needs[key] = max(theme.px(60), text + 2 * theme.gap(_ENDS)) + APART
        return height

    def _title_room(self, level: str) -> float:
        taken = self._theme.width(Role.META, level) + self._theme.gap(10) if level else 0
        return max(1.0, self._room - taken)

    def _paint_rung(self, painter: QPainter, area: QRectF, row: RungRow, state: RowState) -> None:
        theme, standing = self._theme, row.rung.standing
        paint_row_ground(painter, theme, area, state)
        line, meta = theme.line(Role.BODY), theme.line(Role.META)
        font = theme.font(Role.BODY_STRONG)
        lines = text_lines(row.title, font, self._title_room(row.level), most=2)
        top = area.center().y() - (len(lines) * line + meta) / 2
        left, right = area.left() + theme.gap(SIDE), area.right() - theme.gap(SIDE)
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
