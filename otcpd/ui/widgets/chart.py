"""A chart of plain shapes, painted as vectors in the colours and at the text size of the window."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPicture
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from otcpd.portfolio.charts.shapes import Chart, Measure, Words
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.shape_painter import ShapePainter

_KEPT = 8
"""So many widths are remembered."""


class MakeChart(Protocol):
    """Lays a chart out for a width and a text size, both in logical pixels."""

    def __call__(self, width: float, measure: Measure, *, size: float) -> Chart: ...


class ChartView(QLabel):
    """As wide as its place, as high as the chart needs there. A screen reader finds a graphic with all its figures."""

    def __init__(
        self, theme: Theme, name: str, least: float, role: Role = Role.WHY, parent: QWidget | None = None
    ) -> None:
        """`least` is the width that the chart likes to have at least, in multiples of the text size.

        In a narrower place it is for the chart to leave something out: its text always has the size of `role`.
        """
        super().__init__(parent)
        self._theme = theme
        self._least = least
        self._role = role
        self._make: MakeChart | None = None
        self._made: dict[int, Chart] = {}
        self._shapes = ShapePainter(theme)
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._restyle)

    def show_chart(self, make: MakeChart) -> None:
        """Show this chart from now on."""
        self._make = make
        self._restyle()
        self.setAccessibleDescription(self._chart_at(self._usual_width()).description)
        # A label that holds a picture is a graphic to screen readers; what is seen is painted below.
        picture = QPicture()
        painter = QPainter(picture)
        painter.drawPoint(0, 0)
        painter.end()
        self.setPicture(picture)

    def chart(self) -> Chart:
        """The chart as it is laid out now. Only once there is one."""
        return self._chart_at(self.width())

    def sizeHint(self) -> QSize:
        width = self._usual_width()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self._theme.line(self._role))

    def heightForWidth(self, width: int) -> int:
        return round(self._chart_at(width).height + 0.5) if self._make is not None else 0

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._make is None:
            return
        chart = self.chart()
        cut = any(isinstance(shape, Words) and shape.text.endswith("…") for shape in chart.shapes)
        tip = chart.description if cut else ""
        if tip != self.toolTip():
            self.setToolTip(tip)  # what has no room stands there
        self._shapes.paint(QPainter(self), chart.shapes)

    def measure(self, text: str, size: float, bold: bool) -> float:
        """How wide a text is in the font of the window."""
        return self._shapes.measure(text, size, bold)

    def _usual_width(self) -> int:
        return round(self._least * 1.5 * self._theme.font(self._role).pixelSize())

    def _chart_at(self, width: int) -> Chart:
        """The chart for a width, laid out once for each look: a layout asks for several widths in turn."""
        assert self._make is not None
        if width not in self._made:
            if len(self._made) >= _KEPT:
                self._made.clear()
            size = float(self._theme.font(self._role).pixelSize())
            self._made[width] = self._make(float(width), self.measure, size=size)
        return self._made[width]

    def _restyle(self) -> None:
        self._made.clear()
        self.updateGeometry()
        self.update()
