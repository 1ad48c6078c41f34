"""What is shown: framework, time, matrix or list, which items."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.domain.coverage import Grain
from otcpd.domain.framework import Framework
from otcpd.domain.period import Period
from otcpd.ui.layout import Layout
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.coverage import words
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button
from otcpd.ui.widgets.check import TickBox
from otcpd.ui.widgets.combo import ComboBox
from otcpd.ui.widgets.flow import FlowLayout
from otcpd.ui.widgets.form_field import FormField
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.link_button import LinkButton
from otcpd.ui.widgets.overhang import Overhang
from otcpd.ui.widgets.own_days import OwnDays
from otcpd.ui.widgets.row_or_column import RowOrColumn
from otcpd.ui.widgets.search_field import SearchField
from otcpd.ui.widgets.segmented import SegmentedControl

_LEAST = 200
_LEAST_FRAMEWORK = 280


class CoverageTools(QWidget):
    """Each choice holds at once."""

    chosen = Signal()
    """Another framework or another time."""
    sifted = Signal()
    """Other items, other columns, or the other view."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        theme, clock = desk.theme, desk.session.services.clock
        self.framework = ComboBox(theme)
        self.period = ComboBox(theme, words.PERIODS)
        self.period.set_value(words.THIS_CYCLE)
        self.own = OwnDays(theme, clock.today)
        self.view = SegmentedControl(theme, "How it is shown", words.VIEWS)
        self.level = SegmentedControl(theme, "Which items", words.LEVELS)
        self.grain = ComboBox(theme)
        self.grain.combo.setAccessibleName(words.COLUMNS)
        self.search_field = SearchField(theme, desk.announcer, words.FIND)
        self.only_nothing = TickBox(theme, words.ONLY_NOTHING)
        self.what_counts = Label(theme, words.WHAT_COUNTS, Role.META, "ink2", wrap=True)
        self.nowhere = LinkButton(theme, "")
        self._column = QVBoxLayout(self)
        self._build()
        self._connect()

    def add_button(self, button: Button) -> None:
        """Below everything else."""
        self._column.addLayout(Overhang(button))

    def show_frameworks(self, offered: Sequence[Framework], ref: str) -> None:
        """Offer these; `ref` is the one that is shown."""
        self.framework.set_options([(str(one.ref), _named(one, offered)) for one in offered])
        self.framework.set_value(ref)

    def show_days(self, period: Period) -> None:
        """What own days begin with, unless some were typed."""
        if self.period.value() != words.OWN:
            self.own.show_period(period)

    def show_could(self, could: Sequence[Grain], now: Grain, *, has_levels: bool) -> None:
        """Which columns there could be, and which there are."""
        self.grain.set_options([(grain.value, words.GRAINS[grain]) for grain in could])
        self.grain.set_value(now.value)
        self.grain.setVisible(len(could) > 1 and self.view.value() == words.MATRIX)
        self.level.setVisible(has_levels)

    def show_nowhere(self, number: int) -> None:
        """How many activities count for nothing."""
        self.nowhere.setText(words.nowhere(number))
        self.nowhere.setVisible(bool(number))
        self.nowhere.updateGeometry()

    def own_days(self) -> Period | None:
        """The days that were typed; None, with a sentence below the field, while they are none."""
        return self.own.period()

    def chosen_grain(self) -> Grain | None:
        """The columns that a person chose; None for what fits."""
        return self._grain

    def apply_layout(self, layout: Layout) -> None:
        """Fit to the window."""
        self._column.setSpacing(self._desk.theme.gap(8 if layout.header_in_one_line else 12))

    def _build(self) -> None:
        theme = self._desk.theme
        self._grain: Grain | None = None
        self.own.hide()
        first = RowOrColumn(theme, gap=14, below=10, at_top=True)
        first.add(FormField(theme, words.FRAMEWORK, self.framework), least=_LEAST_FRAMEWORK, takes_rest=True)
        first.add(FormField(theme, words.PERIOD, self.period), least=_LEAST)
        first.add(FormField(theme, words.SEARCH, self.search_field), least=_LEAST)
        ways = QWidget()
        flow = FlowLayout(ways, gap=theme.gap(12))
        for widget in (self.view, self.level, self.grain, self.only_nothing, self.nowhere):
            flow.addWidget(widget)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(first)
        self._column.addWidget(self.own)
        self._column.addLayout(Overhang(ways, fills=True, left=2, right=0))
        self._column.addWidget(self.what_counts)
        self.grain.setMinimumWidth(theme.px(150))

    def _connect(self) -> None:
        self.framework.chosen.connect(self._on_chosen)
        self.period.chosen.connect(self._on_period)
        self.own.changed.connect(self._on_chosen)
        self.view.chosen.connect(self._on_sifted)
        self.level.chosen.connect(self._on_sifted)
        self.grain.chosen.connect(self._on_grain)
        self.search_field.searched.connect(self._on_sifted)
        self.only_nothing.toggled.connect(self._on_sifted)

    def _on_chosen(self, *_value: object) -> None:
        self.chosen.emit()

    def _on_period(self, key: str) -> None:
        self.own.setVisible(key == words.OWN)
        self.chosen.emit()

    def _on_grain(self, key: str) -> None:
        self._grain = Grain(key)
        self.sifted.emit()

    def _on_sifted(self, *_value: object) -> None:
        self.sifted.emit()


def _named(one: Framework, offered: Sequence[Framework]) -> str:
    """Its name, with the edition where several are called so."""
    several = sum(other.name == one.name for other in offered) > 1
    return f"{one.name}, edition {one.edition}" if several else one.name
