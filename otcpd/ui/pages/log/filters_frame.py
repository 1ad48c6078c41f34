"""Head and foot of the form of the filters: how many there are, what they leave, and the way to let all of them go."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.domain.words import tally
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.link_button import LinkButton
from otcpd.ui.widgets.row_or_column import RowOrColumn
from otcpd.ui.widgets.rule import Rule
from otcpd.ui.words import shown_of

TITLE = "Filters"
CLEAR = "Clear all"
NOTHING = "No activity fits"


class FiltersHead(QWidget):
    """ "Filters", and "2 filters, 14 of 120"."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fact = Label(theme, "", Role.META, "ink2", wrap=True)
        line = RowOrColumn(theme, gap=12, below=0)
        line.add(Label(theme, TITLE, Role.CARD_TITLE), takes_rest=True)
        line.add(self.fact)
        line.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.gap(10), theme.gap(4), theme.gap(10), theme.gap(8))
        column.addLayout(line)

    def show_count(self, filters: int, shown: int, total: int) -> None:
        """Say how many filters hold, and how many activities of all they leave."""
        left = shown_of(shown, total) if filters or shown != total else tally(total, "activity", "activities")
        self.fact.setText(f"{tally(filters, 'filter')}, {left}" if filters else left)
        self.fact.updateGeometry()


class FiltersFoot(QWidget):
    """Lets all filters go, or goes to what they leave."""

    cleared = Signal()
    done = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.clear = LinkButton(theme, CLEAR)
        self.clear.clicked.connect(self.cleared)
        self.show_them = Button(theme, "", compact=True)
        self.show_them.clicked.connect(self.done)
        line = RowOrColumn(theme, gap=8, below=0)
        line.add(self.clear)
        line.add(QWidget(), least=1, takes_rest=True)
        line.add(self.show_them)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.gap(6), theme.gap(4), theme.gap(10) - RING_SPACE, 0)
        column.setSpacing(theme.gap(4))
        column.addWidget(Rule(theme))
        column.addLayout(line)

    def show_count(self, filters: int, shown: int) -> None:
        """There is something to let go only while something is filtered by."""
        self.clear.setVisible(bool(filters))
        self.show_them.setText(f"Show {tally(shown, 'activity', 'activities')}" if shown else NOTHING)
        self.show_them.updateGeometry()
