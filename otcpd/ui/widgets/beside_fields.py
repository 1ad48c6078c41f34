"""A button in a row of fields."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.ui.painting import RING_SPACE
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button


def beside_fields(theme: Theme, button: Button) -> QWidget:
    """Holds a button at the height of fields that stand below their labels, in a row that begins at one height."""
    place = QWidget()
    column = QVBoxLayout(place)
    column.setContentsMargins(0, theme.line(Role.LABEL) + theme.gap(5) - RING_SPACE, 0, 0)
    column.addWidget(button)
    return place
