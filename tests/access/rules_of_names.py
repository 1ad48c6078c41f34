"""Each thing that takes the focus has a name with its visible label in it, a role, and room for a finger."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollBar,
    QTableView,
    QTextEdit,
    QWidget,
)

from otcpd.ui.widgets.field_frame import FieldFrame
from tests.access.findings import Finding, called, name_of

_WORDS = re.compile(r"\w+")

LEAST = 32
"""Pixels that what takes a click measures at least, both ways."""

Role = QAccessible.Role

_PRESSED = {Role.Button, Role.CheckBox, Role.RadioButton, Role.ButtonMenu, Role.PageTab, Role.ListItem, Role.Link}
ROLES: tuple[tuple[type[QWidget], set[QAccessible.Role]], ...] = (
    (QRadioButton, {Role.RadioButton}),
    (QCheckBox, {Role.CheckBox, Role.Button}),
    (QPushButton, _PRESSED),
    (QAbstractButton, _PRESSED),
    (QLineEdit, {Role.EditableText}),
    (QPlainTextEdit, {Role.EditableText}),
    (QTextEdit, {Role.EditableText}),
    (QComboBox, {Role.ComboBox}),
    (QAbstractSpinBox, {Role.SpinBox}),
    (QTableView, {Role.Table}),
    (QAbstractItemView, {Role.List, Role.Table, Role.Tree}),
    (QLabel, {Role.StaticText, Role.Heading, Role.Graphic}),
)
"""What a screen reader may take a widget for; the first kind that fits counts."""

NOTHING_SAID = {Role.NoRole, Role.Client, Role.Window, Role.Pane, Role.Border}
"""Roles that tell nobody what a widget is for."""


def focusable(top: QWidget) -> list[QWidget]:
    """What can have the focus now, in the order it was made; parts that their whole hands the focus to count once."""
    inside = [one for one in top.findChildren(QWidget) if one.window() is top]
    return [one for one in inside if _takes_focus(one)]


def _takes_focus(widget: QWidget) -> bool:
    if not (widget.isVisible() and widget.isEnabled()) or widget.focusProxy() is not None:
        return False
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and not isinstance(widget, QScrollBar)


def names(top: QWidget) -> Iterator[Finding]:
    """Names and roles."""
    for widget in focusable(top):
        name = name_of(widget)
        if not name.strip():
            yield Finding("no name", called(widget), "a screen reader has nothing to say")
        label = visible_label(widget)
        if not _says(name, label):
            yield Finding("name", called(widget), f"stands under ‘{label}’")
        role = role_of(widget)
        if role not in next((roles for kind, roles in ROLES if isinstance(widget, kind)), {role} - NOTHING_SAID):
            yield Finding("role", called(widget), f"is {role.name}")
        if isinstance(widget, QAbstractButton) and widget.isCheckable() and not _tells_state(widget):
            yield Finding("state", called(widget), "does not say whether it is on")


def areas(top: QWidget) -> Iterator[Finding]:
    """What takes a click is large enough to be hit."""
    kinds = (QAbstractButton, QComboBox, QLineEdit)
    for widget in (one for kind in kinds for one in top.findChildren(kind)):
        if widget.window() is not top or not widget.isVisible() or not widget.isEnabled():
            continue
        hit = _hit_area(widget)
        if min(hit.width(), hit.height()) < LEAST:
            yield Finding("too small", called(widget), f"{hit.width()} by {hit.height()}")


def sideways(top: QWidget) -> Iterator[Finding]:
    """Nothing scrolls sideways, whether the bar is shown or not."""
    for widget in top.findChildren(QAbstractScrollArea):
        if widget.window() is top and widget.isVisible() and widget.horizontalScrollBar().maximum() > 0:
            yield Finding("sideways", called(widget), f"by {widget.horizontalScrollBar().maximum()} pixels")


def flashes(top: QWidget) -> Iterator[Finding]:
    """Nothing came up as a window of its own before it found its place: the keys would have gone there."""
    if QApplication.activeWindow() is None:
        yield Finding("flash", called(top), "another window came up and went while this was made")
        top.activateWindow()


def visible_label(widget: QWidget) -> str:
    """What stands on the widget, or on the label that belongs to it."""
    if isinstance(widget, QAbstractButton):
        return widget.text().replace("&", "")
    for label in widget.window().findChildren(QLabel):
        if label.buddy() is widget and label.isVisible():
            return label.text()
    return ""


def role_of(widget: QWidget) -> QAccessible.Role:
    """What a screen reader takes it for."""
    found = QAccessible.queryAccessibleInterface(widget)
    return found.role() if found else Role.NoRole


def _says(name: str, label: str) -> bool:
    """Whether the words of the label stand together in the name, so that whoever speaks them reaches the control
    (WCAG 2.2, success criterion 2.5.3)."""
    return " ".join(_WORDS.findall(label.casefold())) in " ".join(_WORDS.findall(name.casefold()))


def _tells_state(widget: QWidget) -> bool:
    found = QAccessible.queryAccessibleInterface(widget)
    return found is not None and bool(found.state().checkable or found.state().expandable or found.state().selectable)


def _hit_area(widget: QWidget) -> QWidget:
    """Where a click reaches it: its frame, where it stands alone in one."""
    parent = widget.parentWidget()
    if isinstance(parent, FieldFrame) and parent.control is widget:
        return parent
    return widget
