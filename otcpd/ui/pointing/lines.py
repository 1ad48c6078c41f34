"""The calm lines below a text: what may point to a person, and what to do about each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otcpd.actions.confidentiality import words_for
from otcpd.domain.pointed_words import PointedWords
from otcpd.ui.pointing import words
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.icon_line import IconLine
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.link_button import LinkButton
from otcpd.ui.widgets.row_or_column import RowOrColumn

MOST_LINES = 3
"""Wordings on show at a time; others come up as these are decided on."""


class PointedLine(QWidget):
    """One wording with its two buttons."""

    show_wanted = Signal(object)
    fine_wanted = Signal(object)
    """The PointedWords."""

    def __init__(self, theme: Theme, *, can_decide: bool, can_show: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pointed: PointedWords | None = None
        self._says = Label(theme, "", Role.META, wrap=True)
        self.show_it = LinkButton(theme, words.SHOW)
        self.fine = LinkButton(theme, words.FINE)
        self.show_it.clicked.connect(self._on_show)
        self.fine.clicked.connect(self._on_fine)
        buttons = QWidget()
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.gap(8))
        row.addWidget(self.show_it)
        row.addWidget(self.fine)
        row.addStretch(1)
        both = RowOrColumn(theme, gap=8, below=0)
        both.add(self._says, takes_rest=True)
        both.add(buttons)
        self.setLayout(both)
        # Only now: without a place they would be windows of their own.
        self.fine.setVisible(can_decide)
        self.show_it.setVisible(can_show)

    def set_pointed(self, pointed: PointedWords) -> None:
        """Stand for these words."""
        if pointed == self.pointed:
            return
        self.pointed = pointed
        self._says.setText(words.looks_like(pointed))
        why = words_for(pointed).why
        self._says.setToolTip(why)
        for button, text in ((self.show_it, words.SHOW), (self.fine, words.FINE)):
            button.setAccessibleName(f"{text}: {words.named(pointed)}")
            button.setAccessibleDescription(f"{words.looks_like(pointed)}. {why}")

    def _on_show(self) -> None:
        self.show_wanted.emit(self.pointed)

    def _on_fine(self) -> None:
        self.fine_wanted.emit(self.pointed)


class PointedLines(QWidget):
    """A sentence and up to three lines. Nothing of it is made before there is something to say."""

    show_wanted = Signal(object)
    fine_wanted = Signal(object)
    """The PointedWords."""

    def __init__(
        self,
        theme: Theme,
        after: QWidget,
        *,
        can_decide: bool,
        can_show: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """Tab leads here from `after`, the text."""
        super().__init__(parent)
        self._theme = theme
        self._after = after
        self._can_decide, self._can_show = can_decide, can_show
        self.lines: list[PointedLine] = []
        self._head = IconLine(theme, "warn", role=Role.META, token="ink", icon_token="warn", wrap=True)
        self._more = Label(theme, "", Role.META, "ink2", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._head)
        self._below = QVBoxLayout()
        self._below.setSpacing(0)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._below.addLayout(self._rows)
        self._below.addWidget(self._more)
        self._column.addLayout(self._below)
        self._indent()
        theme.changed.connect(self._indent)

    def show_pointed(self, pointed: Sequence[PointedWords]) -> None:
        """Say these; nothing for none."""
        self._head.setText(words.pointing(len(pointed)) if pointed else "")
        for one in pointed[len(self.lines) : MOST_LINES]:
            self._add(one)
        for place, line in enumerate(self.lines):
            line.setVisible(place < len(pointed))
            if place < len(pointed):
                line.set_pointed(pointed[place])
        self._more.setText(words.and_more(len(pointed) - MOST_LINES) if len(pointed) > MOST_LINES else "")
        self._more.setVisible(bool(self._more.text()))

    def shown(self) -> list[PointedLine]:
        """The lines that stand for something now."""
        return [line for line in self.lines if not line.isHidden()]

    def _add(self, pointed: PointedWords) -> None:
        line = PointedLine(self._theme, can_decide=self._can_decide, can_show=self._can_show, parent=self)
        line.set_pointed(pointed)
        line.show_wanted.connect(self.show_wanted)
        line.fine_wanted.connect(self.fine_wanted)
        self.setTabOrder(self.lines[-1].fine if self.lines else self._after, line.show_it)
        self.setTabOrder(line.show_it, line.fine)
        self.lines.append(line)
        self._rows.addWidget(line)

    def _indent(self) -> None:
        """Below the words of the sentence, and not below its icon."""
        self._below.setContentsMargins(self._theme.px(16) + self._theme.gap(8), 0, 0, 0)
