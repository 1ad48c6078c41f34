"""Measures and paints the rows of the CPD log: heads of months, activities, gaps."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from otcpd.actions.why_found import Found
from otcpd.ui import words
from otcpd.ui.models.log_entries import ActivityEntry, Entry, GapEntry, MonthHead
from otcpd.ui.painting import RADIUS_ROW, draw_lines, icon, rounded, text_lines
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.placed_list import RowState
from otcpd.ui.widgets.tile import paint_category

_TILE = 36
_SIDE = 12
_APART = 2
"""Pixels between two rows."""
_DOUBT = 0.05
"""In a word, characters stand closer together or further apart than each by itself; by no more than this share."""


class ActivityPainter(QObject):
    """Titles take two lines at most. What a title needs is kept: a list of thousands is measured again and again."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._width = 502
        self._titles: dict[str, list[str]] = {}
        self._needs = _Needs(self._height_for)
        self._apart: dict[str, float] = {}
        self._advances: dict[str, float] = {}
        self._characters = _Characters(theme)
        self._room = self._title_width()
        self._heights = self._measured()
        theme.changed.connect(self._on_theme)

    def set_width(self, width: int) -> bool:
        """How wide rows are; says whether that is new."""
        if width == self._width:
            return False
        self._width = width
        self._forget()
        return True

    def heights(self, entries: Sequence[Entry]) -> list[int]:
        """How high each row is, in pixels."""
        # Thousands of times for every change: hence a look-up and nothing else for the titles known.
        needs = self._needs
        return [
            needs[entry.title] if entry.__class__ is ActivityEntry else self._height_of(entry, first=not row)
            for row, entry in enumerate(entries)
        ]

    def measure_ahead(self, titles: Iterable[str]) -> None:
        """Titles of rows that will come; to be called with some hundreds at a time."""
        for title in titles:
            self._needs[title]

    def paint(self, painter: QPainter, area: QRectF, entry: Entry, state: RowState, found: Found | None = None) -> None:
        """Paint one row; `found` is what a search found where the row does not show it.

        It leaves the painter's pen, brush and font as they come.
        """
        if isinstance(entry, MonthHead):
            self._paint_head(painter, area, entry)
        elif isinstance(entry, GapEntry):
            self._paint_gap(painter, area.adjusted(0, _APART, 0, -2 * _APART), entry, state)
        else:
            self._paint_activity(painter, area.adjusted(0, 0, 0, -_APART), entry, state, found)

    def _paint_head(self, painter: QPainter, area: QRectF, head: MonthHead) -> None:
        theme = self._theme
        side, line = theme.gap(_SIDE), theme.line(Role.META)
        place = QRectF(area.left() + side, area.bottom() - theme.gap(8) - line, area.width() - 2 * side, line)
        painter.setPen(theme.colour("ink2"))
        painter.setFont(theme.font(Role.META_STRONG))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, head.text)
        painter.setFont(theme.font(Role.META))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, f"{head.count:,}")

    def _paint_activity(
        self, painter: QPainter, area: QRectF, entry: ActivityEntry, state: RowState, found: Found | None
    ) -> None:
        theme = self._theme
        if state.selected:
            rounded(painter, area, RADIUS_ROW, theme.colour("accent_soft"))
        elif state.pointed:
            rounded(painter, area, RADIUS_ROW, theme.colour("hover" if theme.tokens.dark else "sidebar"))
        self._paint_ring(painter, area, state)
        paint_category(painter, self._tile(area), theme, entry.category)
        top = self._paint_title(painter, area, entry)
        marks = self._paint_marks(painter, area, top, entry)
        texts = entry.found(found) if found is not None else (entry.meta(), entry.meta(short=True))
        self._paint_meta(painter, area, top, texts, marks)

    def _paint_gap(self, painter: QPainter, area: QRectF, entry: GapEntry, state: RowState) -> None:
        theme = self._theme
        ground, line = ("sunken", "line") if entry.explained else ("warn_soft", "warn_line")
        selected = state.selected
        edge = theme.colour("accent" if selected else line)
        rounded(painter, area, RADIUS_ROW, theme.colour(ground), edge, 2 if selected else 1)
        self._paint_ring(painter, area, state)
        token = "ink2" if entry.explained else "warn"
        icon(painter, theme, "gap", token, self._tile(area).center(), theme.px(20))
        top = self._paint_title(painter, area, entry)
        self._paint_meta(painter, area, top, (entry.meta,), 0)

    def _paint_ring(self, painter: QPainter, area: QRectF, state: RowState) -> None:
        if state.focused:
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
            width = theme.width(Role.META, count)
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

    def _paint_meta(self, painter: QPainter, area: QRectF, top: float, texts: Sequence[str], taken: float) -> None:
        """The first of `texts` that has room, else what there is room for of the last."""
        theme = self._theme
        left = self._text_left(area)
        width = area.right() - theme.gap(_SIDE) - left - (taken + theme.gap(8) if taken else 0)
        measure = theme.metrics(Role.META)
        text = next((one for one in texts if measure.horizontalAdvance(one) <= width), texts[-1])
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
        apart = self._width_apart(title)
        if apart <= self._room * (1 - _DOUBT):
            return True
        if apart > self._room * (1 + _DOUBT) and title.isascii():  # in other scripts characters may join
            return False
        advance = self._advances.get(title)
        if advance is None:
            advance = self._advances[title] = self._theme.metrics(Role.BODY_STRONG).horizontalAdvance(title)
        return advance <= self._room

    def _height_of(self, entry: Entry, *, first: bool) -> int:
        if isinstance(entry, MonthHead):
            return self._heights["first head" if first else "head"]
        if isinstance(entry, GapEntry):
            return self._heights["gap" if self._fits(entry.title) else "gap in two lines"]
        return self._height_for(entry.title)

    def _height_for(self, title: str) -> int:
        return self._heights["activity" if self._fits(title) else "activity in two lines"]

    def _width_apart(self, title: str) -> float:
        """The sum of its characters, each by itself."""
        width = self._apart.get(title)
        if width is None:
            width = self._apart[title] = sum(map(self._characters.__getitem__, title))
        return width

    def _title_width(self) -> int:
        return self._width - 3 * self._theme.gap(_SIDE) - self._theme.px(_TILE)

    def _forget(self) -> None:
        self._titles.clear()
        self._needs.clear()
        self._room = self._title_width()
        self._heights = self._measured()

    def _on_theme(self) -> None:
        for known in (self._apart, self._advances, self._characters):
            known.clear()
        self._forget()

    def _measured(self) -> dict[str, int]:
        theme = self._theme
        head = theme.line(Role.META) + theme.gap(8)
        heights = {"first head": head + theme.gap(6), "head": head + theme.gap(20)}
        for lines, ending in ((1, ""), (2, " in two lines")):
            text = lines * theme.line(Role.BODY) + theme.line(Role.META)
            height = max(theme.px(60), text + 2 * theme.gap(10))
            heights[f"activity{ending}"] = height + _APART
            heights[f"gap{ending}"] = height + 3 * _APART
        return heights


class _Needs(dict[str, int]):
    """How high the row of a title is; measured when it first comes."""

    def __init__(self, measure: Callable[[str], int]) -> None:
        super().__init__()
        self._measure = measure

    def __missing__(self, title: str) -> int:
        height = self[title] = self._measure(title)
        return height


class _Characters(dict[str, float]):
    """How wide each character of a title is by itself, in pixels; measured when it first comes."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def __missing__(self, character: str) -> float:
        width = self[character] = self._theme.metrics(Role.BODY_STRONG).horizontalAdvance(character)
        return width
