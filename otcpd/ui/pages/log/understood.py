"""The parts of a line as they were read: small chips with an icon and words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.flow import FlowLayout
from otcpd.ui.widgets.icon_line import IconLine

if TYPE_CHECKING:
    from otcpd.domain.quick_add import Understood

_PICTURES = {"title": "log", "date": "calendar", "duration": "clock", "type": "tick", "tag": "tag", "with": "team"}


class UnderstoodParts(QWidget):
    """Hidden while there is nothing to show."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines: list[IconLine] = []
        holder = QWidget()
        self._flow = FlowLayout(holder, gap=12)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.gap(4), 0, 0, 0)
        column.addWidget(holder)
        self.hide()

    def show_parts(self, parts: Sequence[Understood]) -> None:
        """Show these parts, or nothing."""
        while len(self._lines) < len(parts):
            line = IconLine(self._theme, role=Role.META)
            self._lines.append(line)
            self._flow.addWidget(line)
        for place, line in enumerate(self._lines):
            line.setVisible(place < len(parts))
            if place < len(parts):
                part = parts[place]
                line.show_line(_PICTURES.get(part.what, "tick"), part.meaning, "ink2", "accent")
        self.setVisible(bool(parts))
        self._flow.invalidate()
        self.updateGeometry()

    def sentences(self) -> list[str]:
        """What is on show."""
        return [line.text() for line in self._lines if not line.isHidden()]
