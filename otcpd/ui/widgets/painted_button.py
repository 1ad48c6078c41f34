"""What everything that is pressed shares: pointer, keyboard focus, Enter."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from otcpd.ui.painting import RADIUS, RING_SPACE, ring
from otcpd.ui.theme.theme import Theme
from otcpd.ui.widgets.focus_kept import comes_by_itself, is_kept


class PaintedButton(QPushButton):
    """A button that paints itself inside `body()`, which leaves room for the focus ring all round.

    The ring shows when focus came by the keyboard or by the program, not by a click.
    """

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.theme = theme
        self._ring = False
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)

    def body(self) -> QRectF:
        """The visible part of the control."""
        space = RING_SPACE
        return QRectF(self.rect()).adjusted(space, space, -space, -space)

    def draw(self, painter: QPainter, body: QRectF) -> None:
        """Paint the control inside `body`; each kind of button has its own."""
        raise NotImplementedError

    def radius(self) -> float:
        """The corner radius that the ring follows."""
        return RADIUS

    def set_ring(self, visible: bool) -> None:
        """Show or hide the focus ring; focus does this by itself."""
        self._ring = visible
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.draw(painter, self.body())
        if self._ring:
            ring(painter, self.body(), self.radius(), self.theme.colour("focus"))

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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._ring = self.hasFocus()
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not (held or event.isAutoRepeat()):
            self.click()
            return
        super().keyPressEvent(event)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
