"""The wheel of a self-assessment in the window: arrow keys walk its spokes and change their levels."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from otcpd.domain.assessment import MarkSide
from otcpd.portfolio.charts.wheel import Spoke, Wheel, describe_wheel, plan_of, spoke_said, wheel_chart
from otcpd.portfolio.charts.wheel_plan import WheelPlan
from otcpd.ui.painting import RADIUS, rounded
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.chart import ChartView
from otcpd.ui.widgets.focus_kept import comes_by_itself, is_kept

HOW = (
    "Left and right arrow keys go from spoke to spoke, up and down change where you are now, with Shift where you want"
    " to be. Enter goes to the details."
)
_LEAST = 22
_TURNS = {int(Qt.Key.Key_Left): -1, int(Qt.Key.Key_Right): 1}
_CLIMBS = {int(Qt.Key.Key_Up): 1, int(Qt.Key.Key_Down): -1}


class WheelView(ChartView):
    """One tab stop. Marking changes nothing here: `marked` says what the person wants, and a new wheel follows. A press
    on a ring marks the level of the nearest spoke, with Shift as wanted."""

    marked = Signal(str, str, object)
    """The key of the spoke, a MarkSide, and the level; None takes the mark away."""
    chosen = Signal(str)
    """The key of the spoke that the keyboard has come to, or that was pressed."""
    opened = Signal(str)
    """Enter on a spoke."""
    walked = Signal(str)
    """What the keyboard has come to, in words."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, _LEAST, parent=parent)
        self._wheel = Wheel((), ())
        self._keys: tuple[str, ...] = ()
        self._at = 0
        self._ring = False
        self._read_only = False
        self._plan: tuple[int, WheelPlan] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    @property
    def wheel(self) -> Wheel:
        """What is shown."""
        return self._wheel

    @property
    def current(self) -> str:
        """The key of the spoke that the keyboard is at; empty where there is none."""
        return self._keys[self._at] if self._at < len(self._keys) else ""

    def show_wheel(self, keys: Sequence[str], wheel: Wheel, *, read_only: bool = False) -> None:
        """Show this, with a key for each spoke; the keyboard stays at its spoke."""
        here = self.current
        said = wheel != self._wheel and self._ring and self.hasFocus() and here in keys
        self._wheel, self._keys, self._read_only = wheel, tuple(keys), read_only
        self._at = self._keys.index(here) if here in self._keys else 0
        self._plan = None
        self.show_chart(partial(wheel_chart, wheel))
        how = "" if read_only or not keys else f" {HOW}"
        self.setAccessibleDescription(f"{describe_wheel(wheel)}{how}")
        if said:
            self.walked.emit(spoke_said(wheel, wheel.spokes[self._at]))

    def stand_on(self, key: str) -> None:
        """Let the keyboard be at this spoke, if it is shown."""
        if key in self._keys:
            self._at = self._keys.index(key)
            self.update()

    def plan(self) -> WheelPlan:
        """Where everything stands now."""
        if self._plan is None or self._plan[0] != self.width():
            size = float(self._theme.font(Role.WHY).pixelSize())
            self._plan = self.width(), plan_of(self._wheel, float(self.width()), self.measure, size=size)
        return self._plan[1]

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not (self._ring and self.hasFocus() and self._keys):
            return
        painter, focus = QPainter(self), self._theme.colour("focus")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plan, spoke = self.plan(), self._wheel.spokes[self._at]
        half = self._theme.px(10)
        for level in dict.fromkeys((spoke.now, spoke.target)):
            ring = self._wheel.ring(level)
            if ring >= 0:
                x, y = plan.point(self._at, ring)
                rounded(painter, QRectF(x - half, y - half, 2 * half, 2 * half), half, edge=focus, width=2)
        area = self._label_area(plan)
        if not area.isEmpty():
            rounded(painter, area, RADIUS, edge=focus, width=2)

    def _label_area(self, plan: WheelPlan) -> QRectF:
        label = plan.labels[self._at]
        if label is None:
            return QRectF()
        area = QRectF(*label.box).adjusted(-6, -3, 6, 3)
        return area.intersected(QRectF(self.rect()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, count = event.key(), len(self._keys)
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        side = MarkSide.TARGET if shift else MarkSide.NOW
        others = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if others or not count:
            super().keyPressEvent(event)
            return
        self._ring = True
        match key:
            case _ if key in _TURNS:
                self._go((self._at + _TURNS[key]) % count)
            case Qt.Key.Key_Home:
                self._go(0)
            case Qt.Key.Key_End:
                self._go(count - 1)
            case _ if key in _CLIMBS:
                self._climb(side, _CLIMBS[key])
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                self._mark(side, None)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.opened.emit(self.current)
            case _:
                super().keyPressEvent(event)

    def _go(self, spoke: int) -> None:
        self._at = spoke
        self.update()
        self.chosen.emit(self.current)
        self.walked.emit(spoke_said(self._wheel, self._wheel.spokes[spoke]))

    def _climb(self, side: MarkSide, step: int) -> None:
        """The next level outwards or inwards; inside the first one there is none."""
        spoke: Spoke = self._wheel.spokes[self._at]
        ring = self._wheel.ring(spoke.now if side is MarkSide.NOW else spoke.target) + step
        if -1 <= ring < len(self._wheel.levels):
            self._mark(side, self._wheel.levels[ring] if ring >= 0 else None)

    def _mark(self, side: MarkSide, level: int | None) -> None:
        if not self._read_only and self._wheel.levels:
            self.marked.emit(self.current, str(side), level)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._ring = False
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        spoke, ring = self._meant(event.position())
        if event.button() != Qt.MouseButton.LeftButton or spoke < 0:
            return
        self._at = spoke
        self.chosen.emit(self.current)
        if ring >= 0:
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._mark(MarkSide.TARGET if shift else MarkSide.NOW, self._wheel.levels[ring])
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        there = self._meant(event.position())[0] >= 0 and not self._read_only
        self.setCursor(Qt.CursorShape.PointingHandCursor if there else Qt.CursorShape.ArrowCursor)

    def _meant(self, point: QPointF) -> tuple[int, int]:
        """The spoke and the ring that a press at a point is meant for; a name is its spoke."""
        plan = self.plan()
        for spoke, label in enumerate(plan.labels):
            if label is not None and QRectF(*label.box).adjusted(-6, -6, 6, 6).contains(point):
                return spoke, -1
        return plan.nearest(point.x(), point.y())

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            spoke, _ = self._meant(QPointF(event.pos()))
            said = spoke_said(self._wheel, self._wheel.spokes[spoke]) if spoke >= 0 else ""
            QToolTip.showText(event.globalPos(), said, self)
            return True
        return super().event(event)

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> Any:
        """Where the keyboard is: a page that scrolls keeps that in sight."""
        if query is Qt.InputMethodQuery.ImCursorRectangle and self._keys:
            plan = self.plan()
            x, y = plan.point(self._at, plan.rings - 1)
            return QRect(round(x) - 20, round(y) - 20, 40, 40)
        return super().inputMethodQuery(query)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if not comes_by_itself(event):
            self._ring = event.reason() is not Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if not is_kept(self, event):
            self._ring = False
        super().focusOutEvent(event)
        self.update()

    def _restyle(self) -> None:
        self._plan = None
        super()._restyle()
