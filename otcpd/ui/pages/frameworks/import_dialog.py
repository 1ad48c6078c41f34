"""Taking a framework in: a file is chosen, what it would do is seen, and then it is done."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from otcpd.actions.import_preview import PREVIEW_LIMITS
from otcpd.actions.pathway.framework_import import read_job, take_framework, told_faults
from otcpd.background import task
from otcpd.domain.errors import NotAcceptable, OtcpdError
from otcpd.domain.framework_plan import FrameworkPlan, plan_import
from otcpd.domain.framework_reading import ReadFramework
from otcpd.ui.background import Job
from otcpd.ui.models.rows import Row
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.frameworks import import_words, parsing, words
from otcpd.ui.pages.frameworks.form_dialog import FormDialog
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.combo import ComboBox
from otcpd.ui.widgets.form_field import FormField
from otcpd.ui.widgets.icon_line import IconLine
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.parsed_field import ParsedField
from otcpd.ui.widgets.row_list import RowList
from otcpd.ui.widgets.row_or_column import RowOrColumn
from otcpd.ui.widgets.work_bar import WorkBar

SIZE = (640, 680)
_LEAST = 160


class ImportDialog(FormDialog):
    """Nothing is written before the person has seen what will be."""

    taken = Signal(str)
    """The framework "framework@edition" came in."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk, words.IMPORT, words.IMPORT_WHY, parent, SIZE)
        theme = desk.theme
        self._read: ReadFramework | None = None
        self._job: Job | None = None
        self.plan: FrameworkPlan | None = None
        self.choose = Button(theme, words.CHOOSE_FILE, Kind.FILLED)
        self.bar = WorkBar(theme, words.READING, words.STOP, back=self.choose)
        self.problem = IconLine(theme, "warn", token="ink", icon_token="warn", wrap=True)
        self.name = ParsedField(theme, parsing.read_name, parsing.shown)
        self.edition = ParsedField(theme, parsing.read_edition, parsing.shown)
        self.belongs = ComboBox(theme)
        self.says = Label(theme, "", Role.BODY, wrap=True)
        self.takes = IconLine(theme, "tick", token="ink", icon_token="accent", wrap=True)
        self.amiss = Label(theme, "", Role.BODY_STRONG, wrap=True)
        self.faults = RowList(theme, words.FAULTS, most=5)
        self.take = Button(theme, words.TAKE, Kind.FILLED)
        self._build()
        self.choose.clicked.connect(self._ask)
        self.name.committed.connect(self._on_field)
        self.edition.committed.connect(self._on_field)
        self.belongs.chosen.connect(self._on_belongs)
        self.take.clicked.connect(self._take)
        desk.session.closing.connect(self._stop)
        self._show()
        self.choose.setFocus()

    def look_at(self, path: Path) -> None:
        """Read a file and show what it would do."""
        self._stop()
        session = self.desk.session
        self._read = self.plan = None
        job = task(read_job, path, session.services.clock.today())
        self._job = session.background.call(job.within(PREVIEW_LIMITS), self._on_read, self._on_failed)
        self._job.ended.connect(self._on_ended)
        self.bar.follow(self._job)
        self._show()

    def done(self, result: int) -> None:
        self._stop()
        super().done(result)

    def _build(self) -> None:
        theme = self.desk.theme
        self.choose_place = self.add_buttons(self.choose)
        self.add(self.bar, self.problem, self.says)
        row = RowOrColumn(theme, gap=14, below=14, at_top=True)
        row.add(FormField(theme, words.NAME, self.name), least=_LEAST * 2, takes_rest=True)
        row.add(FormField(theme, words.EDITION, self.edition), least=_LEAST)
        self._row = QWidget()
        self._row.setLayout(row)
        self._belongs = FormField(theme, words.BELONGS, self.belongs)
        self.add(self._row, self._belongs, self.takes)
        self.take_place = self.add_buttons(self.take)
        self.add(self.amiss, self.faults)
        self.show_form()

    def _ask(self) -> None:
        self.desk.desktop.choose_files(self, words.IMPORT, words.FILES, self._on_files, several=False)

    def _on_files(self, paths: list[Path]) -> None:
        self.look_at(paths[0])

    def _on_read(self, read: object) -> None:
        assert isinstance(read, ReadFramework)
        self.show_read(read)

    def show_read(self, read: ReadFramework) -> None:
        """Show what was read, and what taking it in would do."""
        self._read = read
        framework = read.framework
        self.name.set_value(framework.name)
        self.edition.set_value(framework.edition if read.told_edition else None)
        own = {one.code: one.name for one in self.desk.session.frameworks.now().offered}
        self.belongs.set_options([("", words.ITS_OWN), *own.items()])
        self.belongs.set_value(framework.code if framework.code in own else "")
        self._replan()
        said = (
            self.problem.text() if self.plan is None else f"{self.says.text()} {self.takes.text()} {self.amiss.text()}"
        )
        self.desk.announcer.say(self, said)
        (self.take if self.plan is not None and not self.plan.idle else self.choose).setFocus()

    def _on_failed(self, error: OtcpdError) -> None:
        self._read = self.plan = None
        self._show(error.text)
        self.desk.announcer.say(self, error.text)

    def _on_ended(self) -> None:
        self._job = None

    def _on_field(self, _value: object) -> None:
        self._replan()

    def _on_belongs(self, _code: str) -> None:
        self._replan()

    def _replan(self) -> None:
        """Work out anew what taking in would do, with the words that stand in the fields."""
        read = self._read
        if read is None:
            return
        problem = ""
        self.plan = None
        try:
            self.plan = plan_import(
                self.desk.session.frameworks.now(),
                read,
                name=self.name.value() or "",
                edition=self.edition.value() or "",
                code=self.belongs.value() or _own_code(self.desk, read),
            )
        except NotAcceptable as error:
            problem = error.text
        self._show(problem)

    def _show(self, problem: str = "") -> None:
        plan = self.plan
        known = self._read is not None
        self.problem.show_line("warn", problem, "ink", "warn")
        self.problem.setVisible(bool(problem))
        for field in (self._row, self._belongs):
            field.setVisible(known)
        self.choose.setText(words.CHOOSE_FILE if not known else "Choose another file…")
        self.choose.set_kind(Kind.OUTLINED if plan is not None and not plan.idle else Kind.FILLED)
        self.says.setText(import_words.file_says(plan) if plan is not None else "")
        if plan is not None and not self.edition.value():
            self.edition.set_value(plan.framework.edition)
        taken = import_words.would_take(plan) if plan is not None else ""
        self.takes.show_line("tick", taken, "ink", "accent")
        self.amiss.setText(import_words.faults_in_words(plan) if plan is not None else "")
        faults = told_faults(plan.faults) if plan is not None else ()
        rows = [
            Row(str(place), where[:1].upper() + where[1:], why, lines=2) for place, (where, why) in enumerate(faults)
        ]
        self.faults.show_rows(rows, always_one=False)
        self.faults.setVisible(bool(rows))
        for line in (self.says, self.takes, self.amiss):
            line.setVisible(bool(line.text()))
        self.take_place.setVisible(plan is not None and not plan.idle)

    def _take(self) -> None:
        if not (self.name.commit() and self.edition.commit()):
            return
        self._replan()
        plan = self.plan
        if plan is None:
            return
        session = self.desk.session
        if session.act(take_framework, plan):
            self.accept()
            self.desk.messages.offer_undo(f"‘{plan.framework.name}’ is in", session.undo, passing=True)
            self.taken.emit(str(plan.framework.ref))

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()


def _own_code(desk: Desk, read: ReadFramework) -> str:
    """A code of its own where the person says that it belongs to none of those there."""
    taken = {one.code for one in desk.session.frameworks.now().all}
    code = read.framework.code
    return next(
        one for one in (code, *(f"{code[:50]}_{number}" for number in range(2, len(taken) + 3))) if one not in taken
    )
