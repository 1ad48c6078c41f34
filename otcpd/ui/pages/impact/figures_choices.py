"""What the page of figures and stories is to be: which months, which themes, with or without a name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.actions.pathway.impact_paper import last_months
from otcpd.domain.period import Period
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.impact import figures_words as words
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.check import CHECK_SPACE, TickBox
from otcpd.ui.widgets.combo import ComboBox
from otcpd.ui.widgets.date_field import LEAST_DAY
from otcpd.ui.widgets.form_field import FormField
from otcpd.ui.widgets.icon_line import IconLine
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.overhang import Overhang
from otcpd.ui.widgets.own_days import OwnDays

_MOST_THEMES = 16
OTHERS = "All other themes"


class FiguresChoices(QWidget):
    """`changed` comes with every other choice. It stands out at both sides by `CHECK_SPACE`."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        theme, clock = desk.theme, desk.session.services.clock
        self.period = ComboBox(theme, words.PERIODS)
        self.period.set_value(words.TWELVE)
        self.own = OwnDays(theme, clock.today, least=LEAST_DAY - 20)
        self.own.show_period(last_months(clock.today()))
        self.ticks: dict[str, TickBox] = {}
        self._others: tuple[str, ...] = ()
        self._themes = QVBoxLayout()
        self._head = Label(theme, words.THEMES, Role.LABEL).head()
        self._none = IconLine(theme, "info", words.NO_THEMES, role=Role.WHY, token="ink2", wrap=True)
        self.named = TickBox(theme, words.NAMED)
        self._build()
        self.period.chosen.connect(self._on_period)
        self.own.changed.connect(self._on_changed)
        self.named.clicked.connect(self._on_changed)

    def chosen_period(self) -> Period | None:
        """None, with a sentence below a field, while the days are none."""
        today = self._desk.session.services.clock.today()
        if self.period.value() != words.OWN:
            return last_months(today, int(self.period.value()))
        return self.own.period()

    def commit(self) -> bool:
        """Read the days now. False if they are none; the focus is then on them."""
        return self.period.value() != words.OWN or self.own.commit()

    def show_themes(self, themes: Sequence[str]) -> None:
        """Offer the themes that there are; those not ticked stay so."""
        shown = list(themes[:_MOST_THEMES])
        self._others = tuple(themes[_MOST_THEMES:])
        if self._others:
            shown.append(OTHERS)
        if shown == list(self.ticks):
            return
        off = {name for name, tick in self.ticks.items() if not tick.isChecked()}
        for gone in self.ticks.values():
            self._themes.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self.ticks = {}
        for name in shown:
            tick = self.ticks[name] = TickBox(self._desk.theme, name)
            tick.setChecked(name not in off)
            tick.clicked.connect(self._on_changed)
            self._themes.addWidget(tick)
        self._head.setVisible(len(shown) > 1)
        for tick in self.ticks.values():
            tick.setVisible(len(shown) > 1)
        self._tell()

    def chosen_themes(self) -> tuple[str, ...] | None:
        """None for all of them."""
        on = [name for name, tick in self.ticks.items() if tick.isChecked()]
        if len(on) == len(self.ticks):
            return None
        return tuple(one for name in on for one in (self._others if name == OTHERS else (name,)))

    def _build(self) -> None:
        theme = self._desk.theme
        column = QVBoxLayout(self)
        column.setContentsMargins(CHECK_SPACE, 0, CHECK_SPACE, 0)
        column.setSpacing(theme.gap(12))
        column.addWidget(FormField(theme, words.PERIOD, self.period))
        column.addWidget(self.own)
        place = QWidget()
        self._themes.setContentsMargins(0, 0, 0, 0)
        self._themes.setSpacing(0)
        place.setLayout(self._themes)
        group = QVBoxLayout()
        group.setSpacing(theme.gap(2))
        group.addWidget(self._head)
        group.addLayout(Overhang(place, fills=True, left=CHECK_SPACE, right=CHECK_SPACE))
        group.addWidget(self._none)
        column.addLayout(group)
        column.addLayout(Overhang(self.named, fills=True, left=CHECK_SPACE, right=CHECK_SPACE))
        self.own.hide()
        self._none.hide()

    def _tell(self) -> None:
        self._none.setVisible(bool(self.ticks) and self.chosen_themes() == ())

    def _on_period(self, key: str) -> None:
        self.own.setVisible(key == words.OWN)
        self._on_changed()
        if key == words.OWN:
            self.own.take_focus()

    def _on_changed(self, *_value: object) -> None:
        self._tell()
        self.changed.emit()
