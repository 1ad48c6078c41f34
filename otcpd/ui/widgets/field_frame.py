"""The ground and edge round anything that takes text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from otcpd.ui.painting import field, icon
from otcpd.ui.theme.theme import Theme
from otcpd.ui.widgets.focus_kept import is_kept


class FieldFrame(QWidget):
    """Holds one `control` (the widget with the focus, the name and the description) inside a painted field."""

    left = Signal()
    """The focus went elsewhere in the window."""

    def __init__(self, theme: Theme, control: QWidget, *, lead: str = "", parent: QWidget | None = None) -> None:
        """`lead` names an icon before the text."""
        super().__init__(parent)
        self.theme = theme
        self.control = control
        self._lead = lead
        self._wrong = False
        self._off = False
        self._focused = False
        self._row = QHBoxLayout(self)
        self._row.addWidget(control)
        self._row.setSpacing(0)
        control.installEventFilter(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        clear_ground(control)
        self.restyle()
        theme.changed.connect(self.restyle)

    def add_trailing(self, widget: QWidget) -> None:
        """Put a small control at the right end."""
        self._row.addWidget(widget)
        widget.setCursor(Qt.CursorShape.ArrowCursor)
        self.restyle()

    def set_wrong(self, wrong: bool) -> None:
        """Show that what stands here needs attention; the sentence stands below, in the form field."""
        self._wrong = wrong
        self.update()

    def set_off(self, off: bool) -> None:
        """Show that what stands here can be read but not changed."""
        self._off = off
        self.update()

    def set_look(self, *, focused: bool) -> None:
        """Paint as with or without focus; focus does this by itself."""
        self._focused = focused
        self.update()

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        # Not by a focus proxy: Tab stops at whatever has one, so once the two part in its order it runs in circles.
        self.control.setFocus(reason)

    def hasFocus(self) -> bool:
        return self.control.hasFocus()

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(200), self.theme.px(38))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(72), self.sizeHint().height())

    def restyle(self) -> None:
        """Measure anew."""
        lead = self.theme.px(18) + self.theme.gap(8) if self._lead else 0
        trailing = self._row.count() > 1
        right = 3 if trailing else self.theme.gap(10)
        self._row.setContentsMargins(self.theme.gap(10) + lead, 0, right, 0)
        self.updateGeometry()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.paint_ground(painter)
        if self._lead:
            size = self.theme.px(18)
            centre = QPointF(self.theme.gap(12) + size / 2, self.height() / 2)
            icon(painter, self.theme, self._lead, "ink2", centre, size)

    def paint_ground(self, painter: QPainter) -> None:
        """The ground and edge, as things stand."""
        off = self._off or not self.isEnabled()
        field(painter, QRectF(self.rect()), self.theme, focused=self._focused, wrong=self._wrong, off=off)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.control.setFocus(Qt.FocusReason.MouseFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.control and isinstance(event, QFocusEvent):
            if event.type() == QEvent.Type.FocusIn:
                self._on_focus_in()
            elif event.type() == QEvent.Type.FocusOut and not is_kept(self.control, event):
                self._on_focus_out()
        return super().eventFilter(watched, event)

    def _on_focus_in(self) -> None:
        self.set_look(focused=True)

    def _on_focus_out(self) -> None:
        self.set_look(focused=False)
        self.left.emit()


def clear_ground(control: QWidget) -> None:
    """Let the field behind `control` show through; all other colours keep following the theme."""
    ground = QPalette()
    clear = QColor(Qt.GlobalColor.transparent)
    ground.setColor(QPalette.ColorRole.Base, clear)
    control.setPalette(ground)
