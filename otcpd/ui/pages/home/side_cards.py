"""The cards of Home that come after its first picture: mix of categories, training, renewal."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.actions.next_steps import CategoryMinutes, Overview
from otcpd.catalogue import load_catalogue
from otcpd.domain.countdown import days_left
from otcpd.domain.dates import add_months
from otcpd.domain.next_steps import AGAIN
from otcpd.domain.trainings import Training
from otcpd.domain.words import counted, tally
from otcpd.portfolio.charts.mixture import LEAST_WIDTH, mixture_chart
from otcpd.portfolio.content import NO_CATEGORY, CategoryTotal
from otcpd.ui.pages.home import words
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.card import Card
from otcpd.ui.widgets.chart import ChartView
from otcpd.ui.widgets.icon_line import IconLine
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.link_button import LinkButton
from otcpd.ui.widgets.overhang import Overhang
from otcpd.ui.widgets.row_or_column import RowOrColumn

_TRAININGS = 3
_MONTHS_PAST = _MONTHS_AHEAD = 12
"""Training further from its end than this is no news."""
RENEWAL_MONTHS = 6
"""So many months before its window opens, renewal has a card of its own; before that a sentence is enough."""


class MixCard(Card):
    """What the profile lists, by category; hidden while that is nothing."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, words.MIXTURE, parent=parent)
        self.chart = ChartView(theme, words.MIXTURE, LEAST_WIDTH)
        self._shown: tuple[CategoryMinutes, ...] | None = None
        self.body.setSpacing(theme.gap(8))
        self.body.addWidget(self.chart)

    def show_overview(self, overview: Overview) -> None:
        """Show the mixture of now."""
        self.setVisible(any(one.activities for one in overview.mixture))
        if overview.mixture != self._shown:
            self._shown = overview.mixture
            self.chart.show_chart(partial(mixture_chart, totals_of(overview.mixture)))


def totals_of(mixture: Sequence[CategoryMinutes]) -> tuple[CategoryTotal, ...]:
    """The mixture as the chart of the profile takes it."""
    label = load_catalogue().category_label
    return tuple(
        CategoryTotal(label(one.category) or NO_CATEGORY, one.activities, one.minutes, one.category or "")
        for one in mixture
    )


class TrainingCard(Card):
    """Mandatory training: what runs out next, and what ran out, with a way to add it again. Hidden while there is
    none."""

    again = Signal(str)
    """The activity that is wanted once more."""

    def __init__(self, theme: Theme, *, doable: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(theme, words.TRAINING, parent=parent)
        self._theme = theme
        self._doable = doable
        self._shown: Sequence[tuple[Training, str]] = ()
        self._lines: list[_Training] = []
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.gap(8))
        self.body.addLayout(Overhang(inside, fills=True))

    def buttons(self) -> list[QWidget]:
        """What takes the focus here, in order."""
        return [line.again for line in self._lines if line.again is not None and not self.isHidden()]

    def show_overview(self, overview: Overview) -> None:
        """Show what runs out next, and what has run out within a year."""
        today = overview.today
        first, last = add_months(today, -_MONTHS_PAST), add_months(today, _MONTHS_AHEAD)
        soon = [one for one in overview.trainings if first <= one.expires <= last][:_TRAININGS]
        lines = [(one, words.good_until(one, today)) for one in soon]
        self.setVisible(bool(lines))
        if lines == self._shown:
            return
        self._shown = lines
        for old in self._lines:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._lines = [
            _Training(self._theme, *line, over=line[0].expires < today, doable=self._doable) for line in lines
        ]
        for training in self._lines:
            self._column.addWidget(training)
            training.wanted.connect(self.again)


class _Training(QWidget):
    """What it is, and until when it is good; once it ran out, a way to add it again. Its words stand
    in by `RING_SPACE`."""

    wanted = Signal(str)

    def __init__(self, theme: Theme, training: Training, until: str, *, over: bool, doable: bool) -> None:
        super().__init__()
        self._activity = training.activity
        self.again: LinkButton | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(RING_SPACE, 0, RING_SPACE, 0)
        column.setSpacing(0)
        column.addWidget(Label(theme, training.title, Role.BODY, wrap=True))
        if not over:
            column.addWidget(Label(theme, until, Role.META, "ink2", wrap=True))
            return
        column.addWidget(IconLine(theme, "warn", until, role=Role.META, token="warn", wrap=True))
        if doable:
            self.again = LinkButton(theme, AGAIN)
            self.again.setAccessibleDescription(training.title)
            self.again.clicked.connect(self._on_again)
            column.addLayout(Overhang(self.again, left=self.again.side()))

    def _on_again(self) -> None:
        self.wanted.emit(self._activity)


class RenewalCard(Card):
    """The countdown, from some months before the window until she has renewed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, words.RENEWAL, parent=parent)
        self._number = Label(theme, "", Role.PAGE_TITLE)
        self._unit = Label(theme, "", Role.WHY, "ink2", wrap=True)
        self._fact = Label(theme, "", Role.WHY, "ink2", wrap=True)
        line = RowOrColumn(theme, gap=8, below=0)
        line.add(self._number)
        line.add(self._unit, least=60, takes_rest=True)
        self.body.setSpacing(theme.gap(4))
        self.body.addLayout(line)
        self.body.addWidget(self._fact)

    def show_overview(self, overview: Overview) -> None:
        """Show how long it is until the window opens, or closes."""
        cycle, today = overview.cycle, overview.today
        near = add_months(cycle.window_start, -RENEWAL_MONTHS) <= today <= cycle.end
        self.setVisible(near and not overview.renewed)
        opens = today < cycle.window_start
        days = ((cycle.window_start if opens else cycle.end) - today).days
        self._number.setText(tally(days, "day"))
        self._unit.setText(words.UNTIL_OPENS if opens else words.UNTIL_CLOSES)
        self._fact.setText(words.window(overview))
        self.setAccessibleDescription(days_left(today, cycle.end) if not opens else counted(days, "day"))
