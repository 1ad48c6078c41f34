"""Numbered steps, each with what one needs for it right there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.ui.export import outcome_words as words
from otcpd.ui.export.outcome import Step
from otcpd.ui.export.texts_words import copy_named
from otcpd.ui.painting import RING_SPACE, draw_lines
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.flow import FlowLayout
from otcpd.ui.widgets.label import Label

_PADDING = 12
"""Between the edge of a compact button and its words."""


class StepLine(Label):
    """A step behind its number; wraps under its own text."""

    def __init__(self, theme: Theme, number: int, text: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, text, Role.BODY, wrap=True, parent=parent)
        self._number = f"{number}."
        self.setAccessibleName(f"{self._number} {text}")

    def sizeHint(self) -> QSize:
        width = super().sizeHint().width() + step_indent(self._theme)
        return QSize(width, self.heightForWidth(width))

    def heightForWidth(self, width: int) -> int:
        return super().heightForWidth(width - step_indent(self._theme))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, line = self._theme, self._theme.line(self._role)
        bold = theme.font(Role.BODY_STRONG)
        draw_lines(painter, [self._number], QPointF(0, 0), bold, line, theme.colour("ink2"))
        lines = self.lines_at(self.width() - step_indent(self._theme))
        left = QPointF(step_indent(self._theme), 0)
        draw_lines(painter, lines, left, theme.font(self._role), line, theme.colour(self._token))


class Steps(QWidget):
    """What to do next, in order."""

    copy_wanted = Signal(str)
    """The key of a text that is to go onto the clipboard."""

    def __init__(self, theme: Theme, steps: Sequence[Step], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.buttons: list[Button] = []
        self.setAccessibleName(words.NEXT)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, theme.gap(6))
        self._column.setSpacing(theme.gap(4))
        self._column.addWidget(Label(theme, words.NEXT, Role.LABEL, wrap=True))
        for number, step in enumerate(steps, start=1):
            self._column.addWidget(StepLine(theme, number, step.text))
            if step.copies:
                self._column.addWidget(self._ways(step.copies))

    def _ways(self, keys: Sequence[str]) -> QWidget:
        theme = self._theme
        ways = QWidget()
        row = FlowLayout(gap=theme.gap(4))
        column = QVBoxLayout(ways)
        # The words of the first button stand below those of the step.
        column.setContentsMargins(max(0, step_indent(theme) - theme.gap(_PADDING) - RING_SPACE), 0, 0, 0)
        column.addLayout(row)
        for key in keys:
            button = Button(theme, copy_named(key), Kind.QUIET, compact=True)
            button.setProperty("text_key", key)
            button.clicked.connect(self._on_copy)
            row.addWidget(button)
            self.buttons.append(button)
        return ways

    def _on_copy(self) -> None:
        button = self.sender()
        self.copy_wanted.emit(str(button.property("text_key")))


def step_indent(theme: Theme) -> int:
    """How far the text of a step is from its number's left edge."""
    return round(theme.width(Role.BODY_STRONG, "8.")) + theme.gap(8)
