"""A button that shows something while it is pressed in, and tells screen readers whether it is expanded."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleStateChangeEvent
from PySide6.QtWidgets import QWidget

from otcpd.ui.theme.theme import Theme
from otcpd.ui.widgets.faces import FACE, show_faces
from otcpd.ui.widgets.painted_button import PaintedButton


class Expander(PaintedButton):
    """Expanded while it is checked."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, text, parent)
        show_faces()
        self.setProperty(FACE, "expander")
        self.setCheckable(True)
        self.toggled.connect(self._tell)

    def _tell(self) -> None:
        changed = QAccessible.State()
        changed.expanded = 1
        changed.collapsed = 1
        QAccessible.updateAccessibility(QAccessibleStateChangeEvent(self, changed))
