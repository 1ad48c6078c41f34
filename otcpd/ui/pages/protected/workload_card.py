"""Her own figures of her workload: the small lines, a quick form, and what was noted so far."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.actions.supervision.workload import edit_workload, note_workload, read_figure, remove_workload
from otcpd.domain.dates import long_day, parse_day
from otcpd.domain.workload import Workload
from otcpd.ui.models.rows import Row
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.protected import charts, words
from otcpd.ui.pages.protected.state import ProtectedState
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.card import Card
from otcpd.ui.widgets.chart import ChartView
from otcpd.ui.widgets.date_field import LEAST_DAY, DateField
from otcpd.ui.widgets.fold import Fold
from otcpd.ui.widgets.form_field import FormField
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.named_list import NamedList
from otcpd.ui.widgets.overhang import Overhang
from otcpd.ui.widgets.parsed_field import ParsedField
from otcpd.ui.widgets.row_or_column import RowOrColumn

_LEAST_CHART = 20.0
_LEAST = 120
_FIGURES = (("caseload", words.CASELOAD), ("waiting", words.WAITING), ("duty_half_days", words.DUTY))


class WorkloadCard(Card):
    """Notes are numbers of a day."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, words.WORKLOAD, parent=parent)
        self._desk = desk
        theme, clock = desk.theme, desk.session.services.clock
        self.chart = ChartView(theme, words.WORKLOAD, _LEAST_CHART, Role.WHY)
        self.figures: dict[str, ParsedField[int]] = {
            name: ParsedField(theme, partial(self._parse, name), _shown) for name, _ in _FIGURES
        }
        self.day = DateField(theme, self._parse_day, long_day, clock.today)
        self.note = Button(theme, words.NOTE_FIGURES, compact=True)
        self.list = NamedList(theme, words.NOTES)
        self.remove = Button(theme, words.DELETE_NOTE, Kind.DELETE, compact=True)
        self._notes = self._made_notes()
        self.fold = Fold(theme, words.NOTES, self._to_unfold, hang=RING_SPACE)
        self._key = ""
        self._changing: Workload | None = None
        """The note whose figures stand in the form; None for a new one."""
        self._notes_there: dict[str, Workload] = {}
        self._rows: list[Row] = []
        self._forms: list[FormField] = []
        self._build()
        self.day.set_value(clock.today())
        self.note.clicked.connect(self._on_note)
        self.remove.clicked.connect(self._on_remove)
        self.list.chosen.connect(self._on_chosen)
        self.list.open_wanted.connect(self._on_open)
        self.list.delete_wanted.connect(self._on_remove)

    def show_state(self, state: ProtectedState) -> None:
        """Show what was noted."""
        notes = state.workload
        self.chart.setVisible(bool(notes))
        if notes:
            self.chart.show_chart(charts.workload_chart(notes))
        self.fold.setVisible(bool(notes))
        self.fold.head.set_fact(f"{len(notes):,}")
        self._notes_there = {one.id: one for one in notes}
        if self._changing is not None and self._changing.id not in self._notes_there:
            self._begin_new()
        self._rows = [Row(one.id, long_day(one.day), words.figures(one)) for one in reversed(notes)]
        if self._rows:
            self._key = self.list.show_rows(self._rows, self._key)

    def _build(self) -> None:
        theme = self._desk.theme
        self.body.addWidget(Label(theme, words.WORKLOAD_WHY, Role.WHY, "ink2", wrap=True))
        self.body.addWidget(self.chart)
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(RING_SPACE, 0, RING_SPACE, 0)
        column.setSpacing(theme.gap(12))
        row = RowOrColumn(theme, gap=14, below=12, at_top=True)
        for name, label in _FIGURES:
            self._forms.append(FormField(theme, label, self.figures[name]))
            row.add(self._forms[-1], least=_LEAST)
        self._day = FormField(theme, words.DAY, self.day)
        row.add(self._day, least=LEAST_DAY)
        column.addLayout(row)
        column.addLayout(Overhang(self.note))
        self.body.addLayout(Overhang(form, fills=True))
        form.setVisible(not self._desk.session.read_only)
        self.body.addLayout(Overhang(self.fold, fills=True))

    def _made_notes(self) -> QWidget:
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(RING_SPACE, 0, RING_SPACE, 0)
        column.setSpacing(self._desk.theme.gap(10))
        column.addWidget(Label(self._desk.theme, words.NOTES_WHY, Role.WHY, "ink2", wrap=True))
        column.addWidget(self.list)
        column.addLayout(Overhang(self.remove))
        self.remove.setVisible(not self._desk.session.read_only)
        inside.hide()
        return inside

    def _to_unfold(self) -> QWidget:
        return self._notes

    def _parse(self, name: str, text: str) -> int:
        figure = read_figure(name, text)
        assert figure is not None  # a field never asks for an empty text
        return figure

    def _parse_day(self, text: str) -> date:
        today = self._desk.session.services.clock.today()
        return parse_day(text, today, latest=today)

    def _on_note(self) -> None:
        good = [field.commit() for field in self.figures.values()]
        good.append(self.day.commit())
        day = self.day.value()
        values = {name: field.value() for name, field in self.figures.items()}
        if day is None and not self._day.problem:
            self._day.set_problem("Give the day.")
        none = all(value is None for value in values.values())
        if all(good) and none:
            self._forms[0].set_problem("Give one figure at least.")
        if not all(good) or none or day is None:
            wrong = next((field for field in self.figures.values() if field.doubt), None)
            (wrong or (self.figures["caseload"] if none else self.day)).setFocus()
            return
        session, changing = self._desk.session, self._changing
        if changing is not None and changing.day == day:
            done = session.act(edit_workload, changing.id, values)
        else:
            done = session.act(note_workload, day, **values)
        if done is not None:
            self._begin_new()
            self._desk.messages.offer_undo("Noted your workload", session.undo, passing=True)
            self.figures["caseload"].setFocus()

    def _begin_new(self) -> None:
        self._changing = None
        for field in self.figures.values():
            field.set_value(None)
        self.day.set_value(self._desk.session.services.clock.today())
        self._show_way()

    def _show_way(self) -> None:
        self.note.setText(words.NOTE_FIGURES if self._changing is None else words.KEEP_FIGURES)
        self.note.updateGeometry()

    def _on_chosen(self, key: str) -> None:
        """Its figures go into the form, to be put right there."""
        self._key = key
        chosen = self._notes_there[key]
        if self._desk.session.read_only:
            return
        self._changing = chosen
        self.day.set_value(chosen.day)
        for name, field in self.figures.items():
            field.set_value(getattr(chosen, name))
        self._show_way()

    def _on_open(self) -> None:
        if self._key and not self._desk.session.read_only:
            self._on_chosen(self._key)
            self.figures["caseload"].setFocus()

    def _on_remove(self) -> None:
        session = self._desk.session
        if not self._key or session.read_only:
            return
        if session.act(remove_workload, self._key):
            self._desk.messages.offer_undo("Note deleted", session.undo, passing=True)


def _shown(figure: int) -> str:
    return f"{figure:,}"
