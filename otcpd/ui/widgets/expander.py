"""A button that shows something while it is pressed in, and tells screen readers whether it is expanded.

Qt takes any button with two states for a tick box, and has no widget for what expands.
"""

from __future__ import annotations

from functools import cache

import shiboken6
from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleInterface,
    QAccessibleObject,
    QAccessibleStateChangeEvent,
)
from PySide6.QtWidgets import QWidget

from otcpd.ui.theme.theme import Theme
from otcpd.ui.widgets.painted_button import PaintedButton


class Expander(PaintedButton):
    """Expanded while it is checked."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, text, parent)
        _show_faces()
        self.setCheckable(True)
        self.toggled.connect(self._tell)

    def _tell(self) -> None:
        changed = QAccessible.State()
        changed.expanded = 1
        changed.collapsed = 1
        QAccessible.updateAccessibility(QAccessibleStateChangeEvent(self, changed))


class _Press(QAccessibleActionInterface):
    """What can be done with it: press, and take the focus."""

    def __init__(self, button: Expander) -> None:
        super().__init__()
        self._button = button

    def actionNames(self) -> list[str]:
        return [self.pressAction(), self.setFocusAction()]

    def doAction(self, action: str) -> None:
        if action == self.pressAction():
            self._button.click()
        elif action == self.setFocusAction():
            self._button.setFocus()

    def keyBindingsForAction(self, action: str) -> list[str]:
        return []


class _Face(QAccessibleObject):
    """The button as assistive technology sees it."""

    def __init__(self, button: Expander) -> None:
        super().__init__(button)
        self._button = button
        self._press = _Press(button)

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.Button

    def state(self) -> QAccessible.State:
        button, state = self._button, QAccessible.State()
        state.expandable = 1
        state.expanded = int(button.isChecked())
        state.collapsed = int(not button.isChecked())
        state.focusable = 1
        state.focused = int(button.hasFocus())
        state.disabled = int(not button.isEnabled())
        state.invisible = int(not button.isVisible())
        return state

    def text(self, kind: QAccessible.Text) -> str:
        if kind == QAccessible.Text.Name:
            return self._button.accessibleName() or self._button.text()
        return self._button.accessibleDescription() if kind == QAccessible.Text.Description else ""

    def rect(self) -> QRect:
        return QRect(self._button.mapToGlobal(QPoint(0, 0)), self._button.size())

    def parent(self) -> QAccessibleInterface:
        return QAccessible.queryAccessibleInterface(self._button.parent() or self._button.window())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]  # Qt takes none, its stubs do not
        return None

    def childCount(self) -> int:
        return 0

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    def interface_cast(self, kind: QAccessible.InterfaceType) -> object:  # type: ignore[override]  # stubs say int for a pointer
        return self._press if kind == QAccessible.InterfaceType.ActionInterface else None


_faces: list[_Face] = []
"""Qt deletes a face together with its button, and only then may Python let go of it."""


def _make_face(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
    if not isinstance(thing, Expander):
        return None  # Qt has faces for all others
    _faces[:] = [one for one in _faces if shiboken6.isValid(one)]
    face = _Face(thing)
    _faces.append(face)
    return face


@cache
def _show_faces() -> None:
    """From now on expanders have their face. Once is enough."""
    QAccessible.installFactory(_make_face)
