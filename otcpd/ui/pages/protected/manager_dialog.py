"""The dialog that makes the page for a line manager: choose, see exactly what leaves, save."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from otcpd.actions.supervision.manager_paper import manager_content
from otcpd.domain.errors import OtcpdError
from otcpd.domain.period import Period
from otcpd.domain.protected_balance import usual_period
from otcpd.portfolio.papers.content import ManagerPaper
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.protected.leaves import what_leaves
from otcpd.ui.papers.document_dialog import DocumentDialog, WhatLeaves
from otcpd.ui.widgets.combo import ComboBox
from otcpd.ui.widgets.date_field import LEAST_DAY
from otcpd.ui.widgets.form_field import FormField
from otcpd.ui.widgets.long_text import LongText
from otcpd.ui.widgets.own_days import OwnDays
from otcpd.ui.widgets.text_field import TextField

TITLE = "A page for my manager"
SENTENCE = "Facts only. What you see here is exactly what leaves, and nothing is sent."
FORM = 400
"""Logical pixels of the form, where the page stands beside it."""
SIX, TWELVE, OWN = "6", "12", "own"
PERIODS = ((SIX, "The last 6 months"), (TWELVE, "The last 12 months"), (OWN, "Own days"))
PERIOD, FOR_WHOM, HELP = "Which months", "Who it is for", "What would help"
HELP_HINT = "One plain sentence, such as: Could duty be kept off Friday afternoons?"
SAVE = "Save the page"


class ManagerDialog(DocumentDialog):
    """Show it with `open_once`. Nothing of it is kept: the next page begins with six months again."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk, (TITLE, SENTENCE, SAVE), parent, form=FORM)
        theme, clock = desk.theme, desk.session.services.clock
        usual = usual_period(clock.today())
        self.period = ComboBox(theme, PERIODS)
        self.period.set_value(SIX)
        self.own = OwnDays(theme, clock.today, least=LEAST_DAY - 20)
        self.own.show_period(Period(usual.start, clock.today()))
        self.manager = TextField(theme)
        self.help = LongText(theme)
        self._leaves = WhatLeaves(theme)
        self._build()
        self._connect()
        self.content: ManagerPaper | None = None
        """What leaves."""
        self.manager.set_text(manager_content(desk.session.record, usual).manager)
        self._refresh()

    def _build(self) -> None:
        theme = self.desk.theme
        self.add(
            FormField(theme, PERIOD, self.period),
            self.own,
            FormField(theme, FOR_WHOM, self.manager, optional=True),
            FormField(theme, HELP, self.help, optional=True, help_text=HELP_HINT),
            self._leaves,
        )
        self.own.hide()

    def _connect(self) -> None:
        self.period.chosen.connect(self._on_period)
        self.own.changed.connect(self._refresh)
        self.manager.edited.connect(self._on_typed)
        self.help.edited.connect(self._on_typed)

    def _chosen_period(self) -> Period | None:
        """None, with a sentence below a field, while the days are none."""
        today = self.desk.session.services.clock.today()
        if self.period.value() != OWN:
            return usual_period(today, int(self.period.value()))
        return self.own.period()

    def _refresh(self) -> None:
        period = self._chosen_period()
        if period is None:
            return
        try:
            self.content = manager_content(self.desk.session.record, period, manager="")
        except OtcpdError as error:
            self.desk.session.problem.emit(error)
            return
        self._on_typed()

    def _on_typed(self, _text: str = "") -> None:
        """Only her own words are other: nothing is read from the file for each letter."""
        if self.content is None:
            return
        manager, would_help = (" ".join(field.text().split()) for field in (self.manager, self.help))
        self.content = replace(self.content, manager=manager, would_help=would_help)
        lines = what_leaves(self.content)
        self._leaves.show_lines([one.text for one in lines if not one.stays], [one.text for one in lines if one.stays])
        self.preview.show_paper(self.content)
        self.saver.put_away()

    def _on_period(self, key: str) -> None:
        self.own.setVisible(key == OWN)
        self._refresh()
        if key == OWN:
            self.own.take_focus()

    def on_save(self) -> None:
        good = self.period.value() != OWN or self.own.commit()
        if good and self.content is not None:
            self.saver.save(self.content)
