"""The card "Next steps": the most urgent things, each with why and a button."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otcpd.domain.next_steps import NextStep
from otcpd.ui.pages.home import words
from otcpd.ui.pages.home.step_row import StepRow
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.card import Card
from otcpd.ui.widgets.card_head import CardHead
from otcpd.ui.widgets.icon_line import IconLine
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.link_button import LinkButton
from otcpd.ui.widgets.painted_button import PaintedButton

SHOWN = 4
MOST = 20
"""More than these are never shown at once: who has done twenty sees the next."""


class StepsCard(Card):
    """Four steps, and all of them when asked. Rows are made anew only when they say something else."""

    wanted = Signal(object)
    """The NextStep whose button was pressed."""

    def __init__(self, theme: Theme, *, doable: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._theme = theme
        self._doable = doable
        self._steps: tuple[NextStep, ...] | None = None
        self._rows: list[StepRow] = []
        self._all = False
        self.setAccessibleName(words.STEPS)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.body.setContentsMargins(0, theme.gap(20), 0, theme.gap(8))
        self.body.setSpacing(0)
        head = CardHead(theme, words.STEPS)
        head.setContentsMargins(theme.gap(24), 0, theme.gap(24), theme.gap(14))
        self.body.addWidget(head)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self.body.addLayout(self._column)
        self._quiet = _Quiet(theme)
        self.body.addWidget(self._quiet)
        self.more = LinkButton(theme, words.SHOW_ALL)
        self.more.clicked.connect(self._on_more)
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.gap(20), 0, theme.gap(20), 0)
        foot.addWidget(self.more)
        foot.addStretch(1)
        self.body.addLayout(foot)
        self.body.addStretch(1)

    def buttons(self) -> list[PaintedButton]:
        """What takes the focus here, in order."""
        rows = [row.button for row in self._rows if row.isVisibleTo(self)] if self._doable else []
        return [*rows, self.more] if self.more.isVisibleTo(self) else list(rows)

    def rows(self) -> list[StepRow]:
        """The rows on show."""
        return [row for row in self._rows if row.isVisibleTo(self)]

    def show_steps(self, steps: Sequence[NextStep], last: date | None) -> bool:
        """Show these; False if they are on show already. `last` is the day of the newest activity."""
        self._quiet.say(words.nothing_to_do(last))
        if tuple(steps) == self._steps:
            return False
        focused = next((place for place, row in enumerate(self._rows) if row.button.hasFocus()), None)
        kept = self._rows[focused].step if focused is not None else None
        self._steps = tuple(steps)
        self._clear()
        for step in steps[:MOST]:
            row = StepRow(self._theme, step, doable=self._doable)
            row.wanted.connect(self.wanted)
            self._rows.append(row)
            self._column.addWidget(row)
        self._fold()
        if focused is not None:
            self._focus_again(kept, focused)
        return True

    def _fold(self) -> None:
        for place, row in enumerate(self._rows):
            row.setVisible(self._all or place < SHOWN)
        self.more.setVisible(len(self._rows) > SHOWN)
        self.more.setText(words.SHOW_LESS if self._all else words.show_all(len(self._rows)))
        self.more.updateGeometry()
        self._quiet.setVisible(not self._rows)

    def _clear(self) -> None:
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = []

    def _focus_again(self, step: NextStep | None, place: int) -> None:
        """The focus stays with its step, or goes to the one that took its place."""
        shown = self.rows()
        same = [row for row in shown if step is not None and (row.step.deed, row.step.thing) == (step.deed, step.thing)]
        left = same or shown[place : place + 1] or shown[-1:]
        target = left[0].button if left else self
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_more(self) -> None:
        self._all = not self._all
        self._fold()


class _Quiet(QWidget):
    """What stands there when nothing needs doing."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.gap(24), 0, theme.gap(24), theme.gap(16))
        column.setSpacing(theme.gap(4))
        column.addWidget(IconLine(theme, "tick", words.NOTHING_TO_DO, role=Role.BODY_STRONG, token="ink", wrap=True))
        self._line = Label(theme, "", Role.WHY, "ink2", wrap=True)
        column.addWidget(self._line)

    def say(self, sentence: str) -> None:
        """Say more below."""
        self._line.setText(sentence)
        self._line.setVisible(bool(sentence))
