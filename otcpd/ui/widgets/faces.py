"""How widgets show themselves to assistive technology where Qt has nothing that fits: headings, what expands, pages.

The face has to begin as one of Qt's own for widgets: a state that Python makes from nothing ends the program as soon
as a screen reader asks for it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QLabel, QPushButton, QWidget

FACE = "face"
"""Widgets that want a face of their own have it as a property: the name of one in `_MAKERS`."""


class HeadingFace(QAccessibleWidget):
    """A title, among whose like screen readers can jump."""

    def __init__(self, label: QLabel) -> None:
        super().__init__(label, QAccessible.Role.Heading)
        self._label = label

    def text(self, kind: QAccessible.Text) -> str:
        if kind == QAccessible.Text.Name:
            return self._label.accessibleName() or self._label.text()
        return super().text(kind)


class ExpanderFace(QAccessibleWidget):
    """A button that says whether what belongs to it is expanded. Qt takes any with two states for a tick box."""

    def __init__(self, button: QPushButton) -> None:
        super().__init__(button, QAccessible.Role.Button)
        self._button = button

    def text(self, kind: QAccessible.Text) -> str:
        if kind == QAccessible.Text.Name:
            return self._button.accessibleName() or self._button.text()
        return super().text(kind)

    def state(self) -> QAccessible.State:
        state = super().state()
        state.expandable = 1
        state.expanded = int(self._button.isChecked())
        state.collapsed = int(not self._button.isChecked())
        return state

    def actionNames(self) -> list[str]:
        return [self.pressAction(), self.setFocusAction()]

    def doAction(self, action: str) -> None:
        if action == self.pressAction():
            self._button.click()
        elif action == self.setFocusAction():
            self._button.setFocus()

    def keyBindingsForAction(self, action: str) -> list[str]:
        return []


class DocumentFace(QAccessibleWidget):
    """Pages to be read, which Qt takes for a scroll area and no more."""

    def __init__(self, pages: QWidget) -> None:
        super().__init__(pages, QAccessible.Role.Document)


class ListFace(QAccessibleWidget):
    """Things in a row of which one is the current one: the heads of a table."""

    def __init__(self, row: QWidget) -> None:
        super().__init__(row, QAccessible.Role.List)


_MAKERS: dict[str, Callable[..., QAccessibleInterface]] = {
    "heading": HeadingFace,
    "expander": ExpanderFace,
    "document": DocumentFace,
    "list": ListFace,
}

_faces: list[QAccessibleInterface] = []
"""Qt deletes a face together with its widget, and only then may Python let go of it."""


def _make_face(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
    make = _MAKERS.get(thing.property(FACE) or "")
    if make is None:
        return None  # Qt has faces for all others
    _faces[:] = [one for one in _faces if shiboken6.isValid(one)]
    _faces.append(make(thing))
    return _faces[-1]


@cache
def show_faces() -> None:
    """From now on widgets that want a face of their own have it. Once is enough."""
    QAccessible.installFactory(_make_face)
