"""Who says so: the sources of facts, folded away until somebody wants to know."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.fold import Fold
from otcpd.ui.widgets.label import Label

SOURCES = "Where this comes from"


class Sources(Fold):
    """One line a source. Without any it is not there."""

    def __init__(self, theme: Theme, text: str = "", about: str = "", parent: QWidget | None = None) -> None:
        """`about` tells a screen reader what the sources are of."""
        super().__init__(theme, SOURCES, self._hold, parent=parent)
        self._text = text
        self._words: Label | None = None
        if about:
            self.head.setAccessibleName(f"{SOURCES}, {about}")
        if not text:
            self.hide()  # shown here, it would come up as a window of its own for a moment

    def text(self) -> str:
        """The lines."""
        return self._text

    def set_text(self, text: str) -> None:
        """Other sources."""
        self._text = text
        if self._words is not None:
            self._words.setText(text)
        self.setVisible(bool(text))

    def _hold(self) -> QWidget:
        self._words = Label(self._theme, self._text, Role.META, "ink2", wrap=True)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.addWidget(self._words)
        return holder
