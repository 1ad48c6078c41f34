"""The fields of an agreement to the plan: who, as what, on which day, and with what background."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.actions.pathway.plan_agreeing import known_person
from otcpd.domain.dates import long_day, parse_day
from otcpd.domain.learning_plan import PlanAgreement
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.plan import words
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.date_field import LEAST_DAY, DateField
from otcpd.ui.widgets.flow import FlowLayout
from otcpd.ui.widgets.form_field import FormField
from otcpd.ui.widgets.overhang import Overhang
from otcpd.ui.widgets.row_or_column import RowOrColumn
from otcpd.ui.widgets.rule import Rule
from otcpd.ui.widgets.suggestions import suggest
from otcpd.ui.widgets.text_field import TextField
from otcpd.ui.widgets.yes_or_no import YesOrNo

_LEAST = 150


class WhoAgreed(NamedTuple):
    """What the form holds."""

    name: str
    day: date
    role: str
    is_ot: bool | None


class AgreedForm(QWidget):
    """Nothing is saved before its button is pressed. Its ring space hangs over: hold it with an `Overhang` that
    fills."""

    keep_wanted = Signal()
    remove_wanted = Signal()
    closed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._is_ot: bool | None = None
        self._said = False
        """The person answered the question herself: a known name does not answer it again."""
        theme, clock = desk.theme, desk.session.services.clock
        self.setAccessibleName(words.AGREED)
        self.name = TextField(theme, placeholder=words.WHO_HINT)
        self._known = suggest(self.name)
        self.role = TextField(theme, placeholder=words.ROLE_HINT)
        self.day = DateField(theme, self._parse_day, long_day, clock.today)
        self.is_ot = YesOrNo(theme, words.IS_OT)
        self.keep = Button(theme, words.NOTE_AGREED, Kind.FILLED, compact=True)
        self.remove = Button(theme, words.DELETE_AGREED, Kind.DELETE, compact=True)
        self.close_button = Button(theme, words.CLOSE, Kind.QUIET, compact=True)
        self._name = FormField(theme, words.WHO, self.name)
        self._day = FormField(theme, words.ON, self.day)
        self._build()
        self.hide()
        desk.session.closing.connect(self._on_closing)
        self.name.left.connect(self._on_named)
        self.name.entered.connect(self._on_named)
        self.name.edited.connect(self._on_typed)
        self.is_ot.chosen.connect(self._on_said)
        self.keep.clicked.connect(self.keep_wanted)
        self.remove.clicked.connect(self.remove_wanted)
        self.close_button.clicked.connect(self._on_close)

    def open_new(self, known: Sequence[str], today: date) -> None:
        """Show it empty, for today."""
        self._fill("", "", today, None)
        self._open(known, new=True)

    def open_for(self, one: PlanAgreement, name: str, known: Sequence[str]) -> None:
        """Show an agreement to put it right."""
        self._fill(name, one.role, one.day, one.is_ot)
        self._said = True
        self._open(known, new=False)

    def read(self) -> WhoAgreed | None:
        """What stands in it; None, with a sentence below the field, while somebody or the day is missing."""
        good = self.day.commit()
        name, day = " ".join(self.name.text().split()), self.day.value()
        if not name:
            self._name.set_problem("Say who agreed.")
        if day is None and not self._day.problem:
            self._day.set_problem("Give the day.")
        if not name or day is None or not good:
            (self.name if not name else self.day).setFocus()
            return None
        return WhoAgreed(name, day, " ".join(self.role.text().split()), self._is_ot)

    def _fill(self, name: str, role: str, day: date, is_ot: bool | None) -> None:
        self._said = False
        self.name.set_text(name)
        self.role.set_text(role)
        self.day.set_value(day)
        self._name.set_problem("")
        self._day.set_problem("")
        self._show_ot(is_ot)

    def _open(self, known: Sequence[str], *, new: bool) -> None:
        self._known.setStringList(list(known))
        self.keep.setText(words.NOTE_AGREED if new else words.CHANGE_AGREED)
        self.remove.setVisible(not new)
        self.show()
        self.name.setFocus()

    def _show_ot(self, is_ot: bool | None) -> None:
        self._is_ot = is_ot
        self.is_ot.set_value(is_ot)

    def _build(self) -> None:
        theme = self._desk.theme
        ways = QWidget()
        flow = FlowLayout(ways, gap=theme.gap(10) - 2 * RING_SPACE)
        for button in (self.keep, self.remove, self.close_button):
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(RING_SPACE, theme.gap(4), RING_SPACE, 0)
        column.setSpacing(theme.gap(12))
        column.addWidget(Rule(theme))
        row = RowOrColumn(theme, gap=14, below=12, at_top=True)
        row.add(self._name, least=_LEAST)
        row.add(FormField(theme, words.ROLE, self.role, optional=True), least=_LEAST)
        row.add(self._day, least=LEAST_DAY)
        column.addLayout(row)
        column.addWidget(self.is_ot, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(Overhang(ways, fills=True))

    def _parse_day(self, text: str) -> date:
        return parse_day(text, self._desk.session.services.clock.today())

    def _on_named(self) -> None:
        """Of somebody known it is known what background they have."""
        if self._said:
            return
        person = known_person(self._desk.session.record, self.name.text())
        if person is not None:
            self._show_ot(person.is_ot)

    def _on_closing(self) -> None:
        """Nobody is looked up any more: the name may be left only because the window goes."""
        self._said = True

    def _on_typed(self, _text: str) -> None:
        self._name.set_problem("")

    def _on_said(self, is_ot: bool | None) -> None:
        self._said, self._is_ot = True, is_ot

    def _on_close(self) -> None:
        self.hide()
        self.closed.emit()
