"""The plan of a cycle timeline at one width and text size: the scale, and the heights of its parts."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.timeline_content import Band, Lane, Mark, TimelineContent
from otcpd.ui.widgets.timeline_geometry import Dot, Scale, Stretch, dots, place_of, stretches

LANE = 30
RADIUS = 6
APART = 8
LOWER = 4
_TAG, _BELOW_TAG = 22, 6
_ICON, _AFTER_ICON, _AFTER_NAME, _AFTER_COUNT = 18, 10, 18, 22
_LEAST_PLOT = 290
"""With less room than this for the days, the names of the lanes stand below instead of beside them."""


class Plan(NamedTuple):
    """`heads` is the width of what stands before the days; `compact` says that names are not part of it."""

    theme: Theme
    content: TimelineContent
    width: int
    heads: float
    compact: bool
    scale: Scale
    dots: tuple[Dot, ...]
    stretches: tuple[Stretch, ...]

    @property
    def top(self) -> float:
        """Where the lanes begin."""
        return self.theme.px(_TAG + _BELOW_TAG)

    @property
    def bottom(self) -> float:
        """Where the lanes end."""
        return self.top + len(self.content.lanes) * self.theme.px(LANE)

    @property
    def letters(self) -> float:
        """The top of the letters of the months."""
        return self.bottom + self.theme.px(5)

    @property
    def years(self) -> float:
        """The top of the years."""
        return self.letters + self.theme.line(Role.META)

    @property
    def legend(self) -> float:
        """The top of the names, where they stand below."""
        return self.years + self.theme.line(Role.META) + self.theme.gap(10)

    @property
    def legend_columns(self) -> int:
        """How many names stand beside each other below."""
        return max(1, int(self.width // (_names_width(self.theme, self.content.lanes) + self.theme.px(_AFTER_COUNT))))

    @property
    def height(self) -> int:
        """The whole height."""
        if not self.compact:
            return round(self.years + self.theme.line(Role.META))
        rows = -(-(len(self.content.lanes) + 1) // self.legend_columns)  # and one for the renewal window
        return round(self.legend + rows * self.theme.px(LANE - 4))

    @property
    def tag(self) -> float:
        """The height of the tag above the lanes."""
        return self.theme.px(_TAG)

    def lane_middle(self, lane: int) -> float:
        """The height of the line of a lane."""
        return self.top + (lane + 0.5) * self.theme.px(LANE)

    def plot(self) -> QRectF:
        """Where the days are."""
        return QRectF(self.scale.left, self.top, self.scale.width, self.bottom - self.top)

    def centre(self, dot: Dot) -> QPointF:
        """The centre of a dot."""
        return QPointF(dot.x, self.lane_middle(dot.lane) + (self.theme.px(LOWER) if dot.low else 0))

    def dot_of(self, mark: Mark) -> Dot | None:
        """The dot that stands for an activity."""
        x = place_of(mark, self.scale)
        return next((dot for dot in self.dots if dot.lane == mark.lane and dot.x == x), None)

    def band_area(self, band: Band) -> QRectF:
        """The ground of a spell; as wide as a line at least."""
        left, right = self.scale.spell(band.start, band.end)
        return QRectF(left, self.top, max(right - left, 3.0), self.bottom - self.top)

    def window_area(self) -> QRectF:
        """The ground of the renewal window."""
        left, right = self.scale.spell(self.content.window_start, self.content.end)
        return QRectF(left, self.top, right - left, self.bottom - self.top)


def make_plan(theme: Theme, content: TimelineContent, width: int) -> Plan:
    """The plan for a width in pixels."""
    margin = theme.px(RADIUS)
    whole = _names_width(theme, content.lanes) + theme.px(_AFTER_COUNT)
    compact = width - whole < theme.px(_LEAST_PLOT)
    heads = theme.px(_ICON) + theme.px(8) + _count_width(theme, content.lanes) + theme.px(10) if compact else whole
    scale = Scale(content.start, content.end, heads + margin, max(1.0, width - heads - 2 * margin))
    return Plan(
        theme,
        content,
        width,
        heads,
        compact,
        scale,
        dots(content.marks, scale, theme.px(APART)),
        stretches(content.marks, scale, theme.px(APART)),
    )


def _names_width(theme: Theme, lanes: tuple[Lane, ...]) -> float:
    """The icon, the longest name and the count behind it."""
    measure = theme.metrics(Role.WHY)
    longest = max((measure.horizontalAdvance(lane.name) for lane in lanes), default=0.0)
    return theme.px(_ICON + _AFTER_ICON) + longest + theme.px(_AFTER_NAME) + _count_width(theme, lanes)


def _count_width(theme: Theme, lanes: tuple[Lane, ...]) -> float:
    measure = theme.metrics(Role.WHY)
    return max((measure.horizontalAdvance(f"{lane.count:,}") for lane in lanes), default=0.0)
