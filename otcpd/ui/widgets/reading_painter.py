"""Measures and paints the rows of the reading log."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from otcpd.ui.models.headed import ListHead
from otcpd.ui.models.reading_rows import ReadingRow
from otcpd.ui.painting import draw_lines, icon, text_lines
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.headed_list import APART, SIDE, head_height, paint_head
from otcpd.ui.widgets.placed_list import RowState, paint_row_ground

_BESIDE = 10
_ENDS = 9
_MARK = 18
_SMALL = 16


class ReadingPainter:
    """Titles take two lines at most; what each title needs is measured once."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._width = 0
        self._lines: dict[str, list[str]] = {}
        self._needs = _Needs(self._height)

    def set_width(self, width: int) -> bool:
        """How wide rows are; says whether that is new."""
        new = width != self._width
        self._width = width
        if new:
            self.forget()
        return new

    def forget(self) -> None:
        """The look has changed, or the width."""
        self._lines.clear()
        self._needs.clear()

    def heights(self, entries: Sequence[ReadingRow | ListHead]) -> list[int]:
        """How high each row is, in pixels."""
        # Thousands of times for every change: hence a look-up and little else for the titles known.
        needs = self._needs
        return [
            needs[entry.title] if entry.__class__ is ReadingRow else head_height(self._theme, first=not place)
            for place, entry in enumerate(entries)
        ]

    def paint(self, painter: QPainter, area: QRectF, entry: ReadingRow | ListHead, state: RowState) -> None:
        """Paint one row. It leaves the painter's pen, brush and font as they come."""
        if isinstance(entry, ListHead):
            paint_head(painter, self._theme, area, entry)
        else:
            self._paint_row(painter, area.adjusted(0, 0, 0, -APART), entry, state)

    def _paint_row(self, painter: QPainter, area: QRectF, row: ReadingRow, state: RowState) -> None:
        theme = self._theme
        paint_row_ground(painter, theme, area, state)
        lines, line = self._title(row.title), theme.line(Role.BODY)
        top = area.center().y() - (len(lines) * line + theme.line(Role.META)) / 2
        size = theme.px(_MARK)
        mark = QPointF(area.left() + theme.gap(SIDE) + size / 2, top + line / 2)
        if row.read:
            icon(painter, theme, "tick", "accent", mark, size)
        else:
            icon(painter, theme, "open-book", "ink2", mark, size)
        left = area.left() + self._text_left()
        draw_lines(painter, lines, QPointF(left, top), theme.font(Role.BODY_STRONG), line, theme.colour("ink"))
        width = area.right() - theme.gap(SIDE) - left
        below = top + len(lines) * line
        if row.appraised:
            small = theme.px(_SMALL)
            centre = QPointF(left + width - small / 2, below + theme.line(Role.META) / 2)
            icon(painter, theme, "note", "ink2", centre, small)
            width -= small + theme.gap(8)
        shown = theme.metrics(Role.META).elidedText(row.meta, Qt.TextElideMode.ElideRight, width)
        painter.setFont(theme.font(Role.META))
        painter.setPen(theme.colour("ink2"))
        place = QRectF(left, below, width + 1, theme.line(Role.META))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)

    def _text_left(self) -> int:
        theme = self._theme
        return theme.gap(SIDE) + theme.px(_MARK) + theme.gap(_BESIDE)

    def _title(self, title: str) -> list[str]:
        if title not in self._lines:
            theme = self._theme
            room = max(1.0, self._width - self._text_left() - theme.gap(SIDE))
            one = theme.width(Role.BODY_STRONG, title) <= room
            self._lines[title] = [title] if one else text_lines(title, theme.font(Role.BODY_STRONG), room, most=2)
        return self._lines[title]

    def _height(self, title: str) -> int:
        theme = self._theme
        room = self._width - self._text_left() - theme.gap(SIDE)
        lines = 1 if theme.width(Role.BODY_STRONG, title) <= room else 2  # broken only when it is painted
        text = lines * theme.line(Role.BODY) + theme.line(Role.META)
        return max(theme.px(56), text + 2 * theme.gap(_ENDS)) + APART


class _Needs(dict[str, int]):
    """How high the row of a title is; measured when it first comes."""

    def __init__(self, measure: Callable[[str], int]) -> None:
        super().__init__()
        self._measure = measure

    def __missing__(self, title: str) -> int:
        height = self[title] = self._measure(title)
        return height
