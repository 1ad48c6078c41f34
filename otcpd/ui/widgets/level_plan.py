"""Where the parts of a ladder of levels stand at one width and text size."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from otcpd.ui.models.level_rows import LevelContent, LevelRow
from otcpd.ui.painting import text_lines
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role

ACTIVITIES = "Activities"
DISC = 22
_ROW, _STOPS, _REACH = 54, 40, 16
_PITCH, _WIDE_PITCH, _FEW, _NARROW_PITCH = 33, 52, 5, 48
_AFTER_NAMES, _AFTER_STOPS, _APART = 20, 20, 10
_LEAST_NAMES = 170
_MOST_LINES = 3


@dataclass(frozen=True, slots=True)
class LevelPlan:
    """Names at the left, the stops beside them and the number of activities at the right; in a plan that is not
    `beside` the stops stand below the names, with their numbers."""

    theme: Theme
    content: LevelContent
    width: float
    beside: bool
    names: float
    """The width of the column of names."""
    stops: float
    """The left edge of the first stop's column."""
    pitch: float
    counts: float
    """The width of the column of activities."""

    @property
    def disc(self) -> float:
        """How wide a marked stop is."""
        return min(self.theme.px(DISC), max(self.pitch - 4, self.theme.px(16)))

    def x(self, place: int) -> float:
        """The middle of a stop."""
        return self.stops + (place + 0.5) * self.pitch

    def lines(self, row: LevelRow) -> list[str]:
        """The name of an item in its lines."""
        return text_lines(row.name, self.theme.font(Role.BODY), max(1.0, self.names), _MOST_LINES)

    def height(self, row: LevelRow) -> int:
        """How high the row of an item is."""
        theme, names = self.theme, len(self.lines(row)) * self.theme.line(Role.BODY)
        if self.beside or not self.content.levels:
            return max(theme.px(_ROW), names + theme.gap(16))
        below = theme.line(Role.META) + theme.px(_STOPS) + theme.line(Role.META)
        return names + below + theme.gap(18)

    def middle(self, area: QRectF, row: LevelRow) -> float:
        """The height of the line of stops in the row at `area`."""
        if self.beside:
            return area.center().y()
        theme = self.theme
        above = len(self.lines(row)) * theme.line(Role.BODY) + theme.line(Role.META)
        return area.top() + theme.gap(6) + above + theme.px(_STOPS) / 2

    def stop(self, area: QRectF, row: LevelRow, place: int) -> QPointF:
        """The middle of a stop in the row at `area`."""
        return QPointF(area.left() + self.x(place), self.middle(area, row))

    def stop_at(self, area: QRectF, row: LevelRow, point: QPointF) -> int:
        """The stop that a press at `point` is meant for; -1 beside them."""
        if not self.content.levels or abs(point.y() - self.middle(area, row)) > max(16, self.theme.px(_REACH)):
            return -1
        place = int((point.x() - area.left() - self.stops) // self.pitch)
        return place if 0 <= place < len(self.content.levels) else -1

    def every(self) -> int:
        """Each so-manyth number of a level has room in the head."""
        widest = max((self.theme.width(Role.META, str(one.number)) for one in self.content.levels), default=0.0)
        return max(1, -(-round(widest + 4) // max(1, round(self.pitch))))


def level_plan(theme: Theme, content: LevelContent, width: float) -> LevelPlan:
    """The plan for a width in pixels."""
    number = len(content.levels)
    counts = theme.width(Role.META, ACTIVITIES) + 1
    if not number:
        return LevelPlan(theme, content, width, False, width - counts - theme.gap(_APART), 0.0, 1.0, counts)
    usual = theme.px(_WIDE_PITCH if number <= _FEW else _PITCH)
    rest = width - number * usual - counts - theme.gap(_AFTER_NAMES) - theme.gap(_AFTER_STOPS)
    longest = max((theme.width(Role.BODY, row.name) for row in content.rows), default=0.0) + 1
    if rest >= min(theme.px(_LEAST_NAMES), longest):
        names = min(rest, longest)
        return LevelPlan(theme, content, width, True, names, names + theme.gap(_AFTER_NAMES), usual, counts)
    pitch = min(theme.px(_NARROW_PITCH), width / number)
    return LevelPlan(theme, content, width, False, width, 0.0, pitch, counts)
