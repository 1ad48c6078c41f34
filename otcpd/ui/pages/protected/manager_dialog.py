"""The dialog that makes the page for a line manager: choose, see exactly what leaves, save."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from otcpd.actions.supervision.manager_paper import manager_content
from otcpd.domain.dates import check_order, long_day, parse_day
from otcpd.domain.errors import OtcpdError
from otcpd.domain.period import Period
from otcpd.domain.protected_balance import usual_period
from otcpd.portfolio.papers.content import ManagerPaper
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.protected.leaves import what_leaves
from otcpd.ui.papers.document_dialog import DocumentDialog, WhatLeaves
from otcpd.ui.widgets.combo import ComboBox
from otcpd.ui.widgets.date_field import LEAST_DAY, DateField
from otcpd.ui.widgets.form_field import FormField
from otcpd.ui.widgets.long_text import LongText
from otcpd.ui.widgets.row_or_column import RowOrColumn
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
        self.start = DateField(theme, self._parse_day, long_day, clock.today)
        self.end = DateField(theme, self._parse_day, long_day, clock.today)
        self.start.set_value(usual.start)
        self.end.set_value(clock.today())
        self.manager = TextField(theme)
        self.help = LongText(theme)
        self._end_form = FormField(theme, "To", self.end)
        self._own = QWidget()
        self._leaves = WhatLeaves(theme)
        self._build()
        self._connect()
        self.content: ManagerPaper | None = None
        """What leaves."""
        self.manager.set_text(manager_content(desk.session.record, usual).manager)
        self._refresh()

    def _build(self) -> None:
        theme = self.desk.theme
        days = RowOrColumn(theme, gap=14, below=12, at_top=True)
        days.add(FormField(theme, "From", self.start), least=LEAST_DAY - 20)
        days.add(self._end_form, least=LEAST_DAY - 20)
        self._own.setLayout(days)
        self.add(
            FormField(theme, PERIOD, self.period),
            self._own,
            FormField(theme, FOR_WHOM, self.manager, optional=True),
            FormField(theme, HELP, self.help, optional=True, help_text=HELP_HINT),
            self._leaves,
        )
        self._own.hide()

    def _connect(self) -> None:
        self.period.chosen.connect(self._on_period)
        for field in (self.start, self.end):
            field.committed.connect(self._on_changed)
        self.manager.edited.connect(self._on_typed)
        self.help.edited.connect(self._on_typed)

    def _chosen_period(self) -> Period | None:
        """None, with a sentence below a field, while the days are none."""
        today = self.desk.session.services.clock.today()
        if self.period.value() != OWN:
            return usual_period(today, int(self.period.value()))
        start, end = self.start.value(), self.end.value()
        if start is None or end is None or self.start.doubt or self.end.doubt:
            return None
        try:
            check_order(start, end)
        except OtcpdError as error:
            self._end_form.set_problem(error.text)
            return None
        self._end_form.set_problem("")
        return Period(start, end)

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

    def _parse_day(self, text: str) -> date:
        return parse_day(text, self.desk.session.services.clock.today())

    def _on_period(self, key: str) -> None:
        self._own.setVisible(key == OWN)
        self._refresh()
        if key == OWN:
            self.start.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_changed(self, *_value: object) -> None:
        self._refresh()

    def on_save(self) -> None:
        good = [self.start.commit(), self.end.commit()]
        if self._chosen_period() is None or not all(good):
            self.start.setFocus()
        elif self.content is not None:
            self.saver.save(self.content)
