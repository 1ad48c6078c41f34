"""What is filtered by, as chips that one takes away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from otcpd.ui.pages.log.filters_words import Part
from otcpd.ui.painting import icon, rounded
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.flow import FlowLayout
from otcpd.ui.widgets.link_button import LinkButton
from otcpd.ui.widgets.painted_button import PaintedButton

WIDEST = 260
HINT = "Press Delete to take this filter away"
_STEPS = {int(Qt.Key.Key_Left): -1, int(Qt.Key.Key_Right): 1}


class FilterChip(PaintedButton):
    """A press, Delete or Backspace takes it away; Left and Right go to its neighbours."""

    removed = Signal()
    moved = Signal(int)

    def __init__(self, theme: Theme, part: Part, parent: QWidget | None = None) -> None:
        super().__init__(theme, part.text, parent)
        self.part = part
        self.setToolTip(f"{part.spoken}: {part.text}" if part.spoken else part.text)
        self.setAccessibleDescription(f"{part.spoken}. {HINT}" if part.spoken else HINT)
        self.clicked.connect(self.removed)

    def sizeHint(self) -> QSize:
        theme = self.theme
        words = min(theme.width(Role.META_STRONG, self.text()), theme.px(WIDEST))
        return QSize(round(words) + 2 + self._taken(), max(32, theme.px(32)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(80), self.sizeHint().height())

    def body(self) -> QRectF:
        height = self.theme.px(26)
        return QRectF(0, (self.height() - height) / 2, self.width(), height)

    def draw(self, painter: QPainter, body: QRectF) -> None:
        theme = self.theme
        pointed = self.underMouse() or self.isDown()
        rounded(painter, body, body.height() / 2, theme.colour("accent_line" if pointed else "accent_soft"))
        painter.setFont(theme.font(Role.META_STRONG))
        painter.setPen(theme.colour("ink" if pointed else "accent"))
        room = body.width() - self._taken()
        words = theme.metrics(Role.META_STRONG).elidedText(self.text(), Qt.TextElideMode.ElideRight, room + 1)
        painter.drawText(body.adjusted(theme.gap(10), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, words)
        size = theme.px(14)
        icon(painter, theme, "close", "ink2", QPointF(body.right() - theme.gap(9) - size / 2, body.center().y()), size)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.draw(painter, self.body())
        if self._ring:
            rounded(painter, self.body(), self.body().height() / 2, edge=self.theme.colour("focus"), width=2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.removed.emit()
        elif event.key() in _STEPS:
            self.moved.emit(_STEPS[event.key()])
        else:
            super().keyPressEvent(event)

    def _taken(self) -> int:
        return self.theme.gap(10) + self.theme.gap(7) + self.theme.px(14) + self.theme.gap(9)


class FilterChips(QWidget):
    """Hidden while nothing is filtered by."""

    removed = Signal(object)
    """The Part to take away."""
    cleared = Signal()
    left = Signal()
    """The chip that had the focus was the last one."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.chips: list[FilterChip] = []
        self.clear = LinkButton(theme, "Clear all")
        self.clear.clicked.connect(self.cleared)
        self._flow = FlowLayout(self, gap=6)
        self._flow.addWidget(self.clear)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName("Filtered by")
        self.hide()

    def show_parts(self, parts: Sequence[Part], *, alone: bool = False) -> None:
        """Show these; `alone`, without the button that clears them all."""
        self.clear.setVisible(not alone)
        if [chip.part for chip in self.chips] == list(parts):
            return
        focused = next((place for place, chip in enumerate(self.chips) if chip.hasFocus()), -1)
        kept = {chip.part: chip for chip in self.chips if chip.part in parts}
        gone = [chip for chip in self.chips if chip.part not in kept]
        self.chips = [kept.get(part) or self._made(part) for part in parts]
        for place, chip in enumerate(self.chips):
            self._flow.removeWidget(chip)
            self._flow.insert(place, chip)
            chip.show()
        if focused >= 0:
            self._focus_near(focused)
        for chip in gone:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        previous: QWidget | None = None
        for widget in (*self.chips, self.clear):
            if previous is not None:
                QWidget.setTabOrder(previous, widget)
            previous = widget
        self.setVisible(bool(parts))
        self._flow.invalidate()
        self.updateGeometry()

    def _made(self, part: Part) -> FilterChip:
        chip = FilterChip(self._theme, part, self)
        chip.removed.connect(self._on_removed)
        chip.moved.connect(self._on_moved)
        return chip

    def _focus_near(self, place: int) -> None:
        if self.chips:
            self.chips[min(place, len(self.chips) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.left.emit()

    def _on_removed(self) -> None:
        chip = self.sender()
        if isinstance(chip, FilterChip):
            self.removed.emit(chip.part)

    def _on_moved(self, step: int) -> None:
        chip = self.sender()
        if isinstance(chip, FilterChip) and chip in self.chips:
            place = min(max(self.chips.index(chip) + step, 0), len(self.chips) - 1)
            self.chips[place].setFocus(Qt.FocusReason.TabFocusReason)
