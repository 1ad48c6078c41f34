"""What a new CPD file shows in place of next steps: three things to begin with."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from otcpd.actions.next_steps import Overview
from otcpd.domain.person import Person
from otcpd.ui.pages.home import words
from otcpd.ui.painting import RING_SPACE, hairline, icon, rounded
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button
from otcpd.ui.widgets.card import Card
from otcpd.ui.widgets.card_head import CardHead
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.painted_button import PaintedButton
from otcpd.ui.widgets.row_or_column import RowOrColumn

_LEAST_WORDS = 250


@dataclass(frozen=True, slots=True)
class SetUpStep:
    """One thing to begin with; `key` says where its button leads."""

    key: str
    title: str
    why: str
    button: str
    done: bool


class SetUpCard(Card):
    """Three steps in order; what is done has a tick."""

    wanted = Signal(str)
    """The key of the step whose button was pressed."""

    def __init__(self, theme: Theme, *, doable: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._theme = theme
        self._doable = doable
        self._steps: tuple[SetUpStep, ...] = ()
        self._rows: list[_Row] = []
        self.setAccessibleName(words.SET_UP)
        self.body.setContentsMargins(0, theme.gap(20), 0, theme.gap(8))
        self.body.setSpacing(0)
        head = CardHead(theme, words.SET_UP)
        head.setContentsMargins(theme.gap(24), 0, theme.gap(24), theme.gap(14))
        self.body.addWidget(head)

    def buttons(self) -> list[PaintedButton]:
        """What takes the focus here, in order."""
        return [row.button for row in self._rows] if self._doable else []

    def show_overview(self, overview: Overview, owner: Person) -> bool:
        """Show how far she is; False if that is on show already."""
        known = bool(owner.name.strip() and owner.registration)
        said = f"{owner.name}, {owner.registration}. {words.DETAILS_WHY}" if known else words.DETAILS_WHY
        dated = overview.cycle.own or overview.cycle.confirmed
        first = overview.first_day is not None
        return self.show_steps(
            (
                SetUpStep("you", words.DETAILS, said, words.DETAILS_BUTTON, known),
                SetUpStep("cycle", words.CYCLE, words.cycle_why(overview), words.CYCLE_BUTTON, dated),
                SetUpStep("first", words.FIRST, words.FIRST_WHY, words.FIRST_BUTTON, first),
            )
        )

    def show_steps(self, steps: tuple[SetUpStep, ...]) -> bool:
        """Show these; False if they are on show already."""
        if steps == self._steps:
            return False
        focused = next((row.step.key for row in self._rows if row.button.hasFocus()), "")
        self._steps = steps
        for row in self._rows:
            self.body.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [_Row(self._theme, number, step, self._doable) for number, step in enumerate(steps, start=1)]
        for row in self._rows:
            row.wanted.connect(self.wanted)
            self.body.addWidget(row)
            if row.step.key == focused:
                row.button.setFocus()
        return True


class _Disc(QWidget):
    """The number of a step, or a tick once it is done."""

    def __init__(self, theme: Theme, number: int, *, done: bool) -> None:
        super().__init__()
        self._theme = theme
        self._number = number
        self._done = done
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = self._theme.px(34)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, area = self._theme, QPainter(self), QRectF(self.rect())
        if self._done:
            rounded(painter, area, area.width() / 2, theme.colour("accent"))
            icon(painter, theme, "tick", "on_accent", area.center(), theme.px(20))
            return
        rounded(painter, area, area.width() / 2, theme.colour("accent_soft"))
        painter.setFont(theme.font(Role.BODY_STRONG))
        painter.setPen(theme.colour("accent"))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(self._number))


class _Row(QWidget):
    """A line above, a disc, the words and a button."""

    wanted = Signal(str)

    def __init__(self, theme: Theme, number: int, step: SetUpStep, doable: bool) -> None:
        super().__init__()
        self._theme = theme
        self.step = step
        self.setAccessibleName(step.title)
        self.button = Button(theme, step.button, compact=True)
        state = words.DONE if step.done else words.TO_DO
        self.button.setAccessibleDescription(f"{state}. {step.title}. {step.why}")
        self.button.clicked.connect(self._on_clicked)
        self.button.setVisible(doable)
        said = QWidget()
        column = QVBoxLayout(said)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.gap(2))
        title = f"{step.title}, done" if step.done else step.title
        column.addWidget(Label(theme, title, Role.BODY_STRONG, wrap=True))
        column.addWidget(Label(theme, step.why, Role.WHY, "ink2", wrap=True))
        inside = RowOrColumn(theme, gap=16 - RING_SPACE, below=8)
        inside.add(said, least=_LEAST_WORDS, takes_rest=True)
        inside.add(self.button)
        row = QHBoxLayout(self)
        edge = theme.gap(24)
        row.setContentsMargins(edge, theme.gap(16), edge - RING_SPACE, theme.gap(16))
        row.setSpacing(theme.gap(16))
        row.addWidget(_Disc(theme, number, done=step.done), alignment=Qt.AlignmentFlag.AlignTop)
        row.addLayout(inside, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def paintEvent(self, event: QPaintEvent) -> None:
        line = self._theme.colour("line")
        hairline(QPainter(self), QPointF(1, 0.5), QPointF(self.width() - 1, 0.5), line)

    def _on_clicked(self) -> None:
        self.wanted.emit(self.step.key)
