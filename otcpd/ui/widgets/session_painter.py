"""Measures and paints the rows of the list of sessions."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from otcpd.domain.supervision_ledger import LedgerMark
from otcpd.ui.models.headed import ListHead
from otcpd.ui.models.session_rows import SessionRow
from otcpd.ui.painting import draw_lines, text_lines
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.headed_list import APART, SIDE, head_height, paint_head
from otcpd.ui.widgets.ledger import paint_mark
from otcpd.ui.widgets.placed_list import RowState, paint_row_ground

_DAY, _BESIDE = 40, 14
_ENDS = 9
_MARK = 16
_CENTRE = Qt.AlignmentFlag.AlignCenter


class SessionPainter:
    """Titles take two lines at most; what each title needs is measured once."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._width = 0
        self._lines: dict[tuple[str, bool], list[str]] = {}
        self._needs = (_Needs(self._height), _Needs(self._height_marked))

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
        for needs in self._needs:
            needs.clear()

    def heights(self, entries: Sequence[SessionRow | ListHead]) -> list[int]:
        """How high each row is, in pixels."""
        # Thousands of times for every change: hence a look-up and little else for the titles known.
        plain, marked = self._needs
        return [
            (marked if entry.fell_through else plain)[entry.title]
            if entry.__class__ is SessionRow
            else head_height(self._theme, first=not place)
            for place, entry in enumerate(entries)
        ]

    def paint(self, painter: QPainter, area: QRectF, entry: SessionRow | ListHead, state: RowState) -> None:
        """Paint one row. It leaves the painter's pen, brush and font as they come."""
        if isinstance(entry, ListHead):
            paint_head(painter, self._theme, area, entry)
        else:
            self._paint_row(painter, area.adjusted(0, 0, 0, -APART), entry, state)

    def _paint_row(self, painter: QPainter, area: QRectF, row: SessionRow, state: RowState) -> None:
        theme = self._theme
        paint_row_ground(painter, theme, area, state)
        self._paint_day(painter, area, row)
        lines, line = self._title(row.title, marked=row.fell_through), theme.line(Role.BODY)
        left = area.left() + self._text_left()
        top = area.center().y() - (len(lines) * line + theme.line(Role.META)) / 2
        draw_lines(painter, lines, QPointF(left, top), theme.font(Role.BODY_STRONG), line, theme.colour("ink"))
        if row.fell_through:
            size = theme.px(_MARK)
            centre = QPointF(area.right() - theme.gap(SIDE) - size / 2, top + line / 2)
            paint_mark(painter, theme, LedgerMark.CANCELLED, centre, size)
        width = area.right() - theme.gap(SIDE) - left
        shown = theme.metrics(Role.META).elidedText(row.meta, Qt.TextElideMode.ElideRight, width)
        painter.setFont(theme.font(Role.META))
        painter.setPen(theme.colour("ink2"))
        place = QRectF(left, top + len(lines) * line, width + 1, theme.line(Role.META))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_day(self, painter: QPainter, area: QRectF, row: SessionRow) -> None:
        theme = self._theme
        number, month = theme.line(Role.CARD_TITLE), theme.line(Role.META)
        top = area.center().y() - (number + month) / 2
        left = area.left() + theme.gap(SIDE)
        painter.setFont(theme.font(Role.CARD_TITLE))
        painter.setPen(theme.colour("ink"))
        painter.drawText(QRectF(left, top, theme.px(_DAY), number), _CENTRE, row.number)
        painter.setFont(theme.font(Role.META))
        painter.setPen(theme.colour("ink2"))
        painter.drawText(QRectF(left, top + number, theme.px(_DAY), month), _CENTRE, row.month)

    def _text_left(self) -> int:
        theme = self._theme
        return theme.gap(SIDE) + theme.px(_DAY) + theme.gap(_BESIDE)

    def _title(self, title: str, *, marked: bool) -> list[str]:
        key = (title, marked)
        if key not in self._lines:
            theme = self._theme
            mark = theme.px(_MARK) + theme.gap(8) if marked else 0
            room = max(1.0, self._width - self._text_left() - theme.gap(SIDE) - mark)
            one = theme.width(Role.BODY_STRONG, title) <= room
            font = theme.font(Role.BODY_STRONG)
            self._lines[key] = [title] if one else text_lines(title, font, room, most=2)
        return self._lines[key]

    def _height(self, title: str, *, marked: bool = False) -> int:
        theme = self._theme
        text = len(self._title(title, marked=marked)) * theme.line(Role.BODY) + theme.line(Role.META)
        day = theme.line(Role.CARD_TITLE) + theme.line(Role.META)
        return max(theme.px(60), max(text, day) + 2 * theme.gap(_ENDS)) + APART

    def _height_marked(self, title: str) -> int:
        return self._height(title, marked=True)


class _Needs(dict[str, int]):
    """How high the row of a title is; measured when it first comes."""

    def __init__(self, measure: Callable[[str], int]) -> None:
        super().__init__()
        self._measure = measure

    def __missing__(self, title: str) -> int:
        height = self[title] = self._measure(title)
        return height
