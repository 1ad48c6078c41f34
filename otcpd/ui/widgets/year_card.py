"""The card of a year of supervision: the calendar or the same as a list, and the way to other years."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from otcpd.domain.dates import short_day
from otcpd.ui.announce import Announcer
from otcpd.ui.models.facts import Fact, Facts
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.card import Card
from otcpd.ui.widgets.fact_table import FactTable
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.link_button import LinkButton
from otcpd.ui.widgets.row_or_column import RowOrColumn
from otcpd.ui.widgets.year_content import STATES, YearContent
from otcpd.ui.widgets.year_view import YearLegend, YearView

AS_LIST, AS_CALENDAR = "Show as a list", "Show as a calendar"
NO_SESSIONS = "No sessions in this year."
HEADS = ("When", "Session", "What became of it")
_WHAT = 1
_DUE = "due "


class YearCard(Card):
    """With no session in the year a sentence says so."""

    opened = Signal(str)
    """The key of a session."""
    year_wanted = Signal(int)

    def __init__(self, theme: Theme, announcer: Announcer, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._announcer = announcer
        self._content: YearContent | None = None
        self.title = Label(theme, "", Role.CARD_TITLE).head()
        self.before = Button(theme, icon="chevron-left", kind=Kind.QUIET, compact=True, name="The year before")
        self.after = Button(theme, icon="chevron-right", kind=Kind.QUIET, compact=True, name="The next year")
        self.turn = LinkButton(theme, AS_LIST)
        self.view = YearView(theme, "Your year of supervision")
        self.table = FactTable(theme, "Your year of supervision", most=8)
        self.table.hide()
        self.none = Label(theme, NO_SESSIONS, Role.WHY, "ink2", wrap=True)
        self.legend = YearLegend(theme)
        self.body.addWidget(self._head())
        for widget in (self.none, self.view, self.table, self.legend):
            self.body.addWidget(widget)
        self.before.clicked.connect(self._on_before)
        self.after.clicked.connect(self._on_after)
        self.turn.clicked.connect(self._on_turn)
        self.view.opened.connect(self.opened)
        self.view.walked.connect(self._on_walked)
        self.table.opened.connect(self._on_opened)

    @property
    def as_list(self) -> bool:
        """Whether the list is on show."""
        return self.table.isVisibleTo(self)

    def show_year(self, content: YearContent) -> None:
        """Show this year."""
        if content == self._content:
            return
        turned = self._content is not None and content.year != self._content.year
        self._content = content
        self.title.setText(str(content.year))
        self.setAccessibleName(f"Your supervision in {content.year}")
        self.view.setAccessibleName(f"Your supervision in {content.year}")
        self.table.setAccessibleName(f"Your supervision in {content.year}")
        self.before.setAccessibleName(f"Show {content.year - 1}")
        self.before.setToolTip(f"Show {content.year - 1}")
        self.after.setAccessibleName(f"Show {content.year + 1}")
        self.after.setToolTip(f"Show {content.year + 1}")
        self.view.show_content(content)
        self.table.show_facts(facts_of(content), self.table.chosen_key())
        self.none.setVisible(not content.marks)
        if turned:
            self._announcer.say(self.view, content.said)

    def stand_on(self, key: str) -> None:
        """Let the keyboard be at this session."""
        self.view.stand_on(key)

    def _head(self) -> QWidget:
        theme = self._theme
        years = QWidget()
        row = QHBoxLayout(years)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.gap(4))
        for widget in (self.title, self.before, self.after):
            row.addWidget(widget)
        row.addStretch(1)
        head = QWidget()
        whole = RowOrColumn(theme, gap=12, below=0)
        whole.add(years, takes_rest=True)
        whole.add(self.turn)
        head.setLayout(whole)
        return head

    def _on_before(self) -> None:
        if self._content is not None:
            self.year_wanted.emit(self._content.year - 1)

    def _on_after(self) -> None:
        if self._content is not None:
            self.year_wanted.emit(self._content.year + 1)

    def _on_turn(self) -> None:
        to_list = not self.as_list
        current = self.view.current
        if to_list and self._content is not None:
            self.table.show_facts(facts_of(self._content), current.key if current is not None else "")
        elif not to_list:
            self.stand_on(self.table.chosen_key())
        self.view.setVisible(not to_list)
        self.legend.setVisible(not to_list)
        self.table.setVisible(to_list)
        self.turn.setText(AS_CALENDAR if to_list else AS_LIST)
        self.turn.updateGeometry()
        shown = self.table if to_list else self.view
        shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_opened(self, key: str) -> None:
        if not key.startswith(_DUE):
            self.opened.emit(key)

    def _on_walked(self, said: str) -> None:
        self._announcer.say(self.view, said)


def facts_of(content: YearContent) -> Facts:
    """The same as rows by date: sessions, and days on which some are due."""
    rows = [
        (mark.day, Fact(mark.key, (short_day(mark.day), mark.title, STATES.get(mark.mark, "to record").capitalize())))
        for mark in content.marks
    ]
    rows += [
        (one.day, Fact(f"{_DUE}{place}", (short_day(one.day), one.title, "Due by then")))
        for place, one in enumerate(content.due)
        if one.day.year == content.year
    ]
    rows.sort(key=_day)
    return Facts(HEADS, tuple(fact for _, fact in rows), main=_WHAT)


def _day(row: tuple[object, Fact]) -> str:
    return str(row[0])
