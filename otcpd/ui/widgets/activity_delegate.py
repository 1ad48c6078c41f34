"""Paints the rows of the CPD log: heads of months, activities, gaps."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from otcpd.ui import words
from otcpd.ui.models.activity_list import ActivityListModel
from otcpd.ui.models.log_entries import ActivityEntry, GapEntry, MonthHead
from otcpd.ui.painting import RADIUS_ROW, draw_lines, icon, rounded, text_lines
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.tile import paint_category

_TILE = 36
_SIDE = 12
_APART = 2
"""Pixels between two rows."""
_DOUBT = 0.05
"""In a word, characters stand closer together or further apart than each by itself; by no more than this share."""


class ActivityDelegate(QStyledItemDelegate):
    """Measures and paints. Titles take two lines at most; what they need is kept by title and width."""

    def __init__(self, theme: Theme, rows: ActivityListModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows = rows
        self._width = 502
        self._titles: dict[str, list[str]] = {}
        self._advances: dict[str, float] = {}
        self._characters = _Characters(theme)
        self._room = self._title_width()
        self._sizes = self._measured()
        theme.changed.connect(self._advances.clear)
        theme.changed.connect(self._characters.clear)
        theme.changed.connect(self._forget)

    def set_width(self, width: int) -> None:
        """How wide rows are."""
        if width != self._width:
            self._width = width
            self._forget()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        # Asked of every row at once, thousands of times: hence the model itself, and sizes made beforehand.
        row = index.row()
        entry = self._rows.entries()[row]
        if isinstance(entry, MonthHead):
            return self._sizes["first head" if row == 0 else "head"]
        kind = "activity" if isinstance(entry, ActivityEntry) else "gap"
        return self._sizes[kind if self._fits(entry.title) else f"{kind} in two lines"]

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        entry = self._rows.entry(index)
        painter.save()
        area = QRectF(option.rect)
        state = option.state
        if isinstance(entry, MonthHead):
            self._paint_head(painter, area, entry)
        elif isinstance(entry, GapEntry):
            self._paint_gap(painter, area.adjusted(0, _APART, 0, -2 * _APART), entry, state)
        elif isinstance(entry, ActivityEntry):
            self._paint_activity(painter, area.adjusted(0, 0, 0, -_APART), entry, state)
        painter.restore()

    def _paint_head(self, painter: QPainter, area: QRectF, head: MonthHead) -> None:
        theme = self._theme
        side, line = theme.gap(_SIDE), theme.line(Role.META)
        place = QRectF(area.left() + side, area.bottom() - theme.gap(8) - line, area.width() - 2 * side, line)
        painter.setPen(theme.colour("ink2"))
        painter.setFont(theme.font(Role.META_STRONG))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, head.text)
        painter.setFont(theme.font(Role.META))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, f"{head.count:,}")

    def _paint_activity(self, painter: QPainter, area: QRectF, entry: ActivityEntry, state: QStyle.StateFlag) -> None:
        theme = self._theme
        if state & QStyle.StateFlag.State_Selected:
            rounded(painter, area, RADIUS_ROW, theme.colour("accent_soft"))
        elif state & QStyle.StateFlag.State_MouseOver:
            rounded(painter, area, RADIUS_ROW, theme.colour("hover" if theme.tokens.dark else "sidebar"))
        self._paint_ring(painter, area, state)
        paint_category(painter, self._tile(area), theme, entry.category)
        top = self._paint_title(painter, area, entry)
        marks = self._paint_marks(painter, area, top, entry)
        self._paint_meta(painter, area, top, entry.meta(), marks, entry.meta(short=True))

    def _paint_gap(self, painter: QPainter, area: QRectF, entry: GapEntry, state: QStyle.StateFlag) -> None:
        theme = self._theme
        ground, line = ("sunken", "line") if entry.explained else ("warn_soft", "warn_line")
        selected = bool(state & QStyle.StateFlag.State_Selected)
        edge = theme.colour("accent" if selected else line)
        rounded(painter, area, RADIUS_ROW, theme.colour(ground), edge, 2 if selected else 1)
        self._paint_ring(painter, area, state)
        token = "ink2" if entry.explained else "warn"
        icon(painter, theme, "gap", token, self._tile(area).center(), theme.px(20))
        top = self._paint_title(painter, area, entry)
        self._paint_meta(painter, area, top, entry.meta, 0)

    def _paint_ring(self, painter: QPainter, area: QRectF, state: QStyle.StateFlag) -> None:
        if state & QStyle.StateFlag.State_HasFocus:
            rounded(painter, area, RADIUS_ROW, edge=self._theme.colour("focus"), width=2)

    def _paint_title(self, painter: QPainter, area: QRectF, entry: ActivityEntry | GapEntry) -> float:
        """Paints the title and returns where the line below it begins."""
        theme = self._theme
        lines, line = self._title(entry), theme.line(Role.BODY)
        height = len(lines) * line + theme.line(Role.META)
        top = area.center().y() - height / 2
        at = QPointF(self._text_left(area), top)
        draw_lines(painter, lines, at, theme.font(Role.BODY_STRONG), line, theme.colour("ink"))
        return top + len(lines) * line

    def _paint_marks(self, painter: QPainter, area: QRectF, top: float, entry: ActivityEntry) -> float:
        """Paints star, clip and count at the right; returns the room they take."""
        theme = self._theme
        size, right = theme.px(17), area.right() - theme.gap(_SIDE)
        middle = top + theme.line(Role.META) / 2
        left = right
        if entry.evidence_count:
            count = f"{entry.evidence_count:,}"
            width = theme.metrics(Role.META).horizontalAdvance(count)
            painter.setFont(theme.font(Role.META))
            painter.setPen(theme.colour("ink2"))
            place = QRectF(right - width - 1, top, width + 2, theme.line(Role.META))
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, count)
            left = right - width - theme.gap(5) - size
            icon(painter, theme, "evidence", "ink2", QPointF(left + size / 2, middle), size)
        if entry.chosen:
            left -= size + (theme.gap(8) if entry.evidence_count else 0)
            icon(painter, theme, "star", "accent", QPointF(left + size / 2, middle), size)
        return right - left

    def _paint_meta(
        self, painter: QPainter, area: QRectF, top: float, text: str, taken: float, shorter: str = ""
    ) -> None:
        theme = self._theme
        left = self._text_left(area)
        width = area.right() - theme.gap(_SIDE) - left - (taken + theme.gap(8) if taken else 0)
        measure = theme.metrics(Role.META)
        if shorter and measure.horizontalAdvance(text) > width:
            text = shorter
        shown = measure.elidedText(text, Qt.TextElideMode.ElideRight, width)
        painter.setFont(theme.font(Role.META))
        painter.setPen(theme.colour("ink2"))
        painter.drawText(QRectF(left, top, width + 1, theme.line(Role.META)), Qt.AlignmentFlag.AlignVCenter, shown)

    def _tile(self, area: QRectF) -> QRectF:
        side = self._theme.px(_TILE)
        return QRectF(area.left() + self._theme.gap(_SIDE), area.center().y() - side / 2, side, side)

    def _text_left(self, area: QRectF) -> float:
        return area.left() + 2 * self._theme.gap(_SIDE) + self._theme.px(_TILE)

    def _title(self, entry: ActivityEntry | GapEntry) -> list[str]:
        title = " ".join(entry.title.split()) or words.NO_TITLE
        known = self._titles.get(title)
        if known is None:
            font = self._theme.font(Role.BODY_STRONG)
            known = [title] if self._fits(entry.title) else text_lines(title, font, self._title_width(), 2)
            self._titles[title] = known
        return known

    def _fits(self, title: str) -> bool:
        """Whether a title needs one line only; much cheaper than breaking it, and mostly without measuring it."""
        apart = sum(map(self._characters.__getitem__, title))
        if apart <= self._room * (1 - _DOUBT):
            return True
        if apart > self._room * (1 + _DOUBT) and title.isascii():  # in other scripts characters may join
            return False
        advance = self._advances.get(title)
        if advance is None:
            advance = self._advances[title] = self._theme.metrics(Role.BODY_STRONG).horizontalAdvance(title)
        return advance <= self._room

    def _title_width(self) -> int:
        return self._width - 3 * self._theme.gap(_SIDE) - self._theme.px(_TILE)

    def _forget(self) -> None:
        self._titles.clear()
        self._room = self._title_width()
        self._sizes = self._measured()

    def _measured(self) -> dict[str, QSize]:
        theme, width = self._theme, self._width
        head = theme.line(Role.META) + theme.gap(8)
        sizes = {
            "first head": QSize(width, head + theme.gap(6)),
            "head": QSize(width, head + theme.gap(20)),
        }
        for lines, ending in ((1, ""), (2, " in two lines")):
            text = lines * theme.line(Role.BODY) + theme.line(Role.META)
            height = max(theme.px(60), text + 2 * theme.gap(10))
            sizes[f"activity{ending}"] = QSize(width, height + _APART)
            sizes[f"gap{ending}"] = QSize(width, height + 3 * _APART)
        return sizes


class _Characters(dict[str, float]):
    """How wide each character of a title is by itself, in pixels; measured when it first comes."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def __missing__(self, character: str) -> float:
        width = self[character] = self._theme.metrics(Role.BODY_STRONG).horizontalAdvance(character)
        return width
