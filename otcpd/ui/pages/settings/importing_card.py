"""Bringing a file in: choosing it, looking at it first, and taking it in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from otcpd.actions.errands import IMPORT_LIMITS, import_job
from otcpd.actions.import_preview import PREVIEW_LIMITS, ImportPreview, preview_job
from otcpd.actions.import_report import ImportReport
from otcpd.actions.in_worker import for_worker
from otcpd.actions.profile_folder import WorkingFolder, no_room_to_work
from otcpd.background import task
from otcpd.domain.errors import OtcpdError
from otcpd.exchange.import_kind import ImportKind
from otcpd.ui.background import Job
from otcpd.ui.focus import give_focus, holds_focus
from otcpd.ui.models.rows import Row
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.settings import importing_words as words
from otcpd.ui.pages.settings.importing_columns import ColumnChoices
from otcpd.ui.pages.settings.ways import add_ways
from otcpd.ui.shell.errand import Errand, Return
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.card import Card
from otcpd.ui.widgets.icon_line import IconLine
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.row_list import RowList
from otcpd.ui.widgets.work_bar import WorkBar


@dataclass(frozen=True, slots=True)
class Asked:
    """The file that the person wanted brought in, and for its columns (by heading) the fields they were taken for."""

    path: Path
    mapping: Mapping[str, str]


class ImportCard(Card):
    """One file at a time. Nothing is written before the person has seen what will be."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        theme = desk.theme
        super().__init__(theme, words.BRING_IN, parent=parent)
        self._desk = desk
        self._path = Path()
        self._mapping: dict[str, str] = {}
        self._preview: ImportPreview | None = None
        self._job: Job | None = None
        self._folder: WorkingFolder | None = None
        """For copies that the job makes."""
        self.followers: list[QWidget] = []
        """What Tab goes on to behind this card."""
        self._again = False
        """The columns were changed while the file was being read."""
        self.choose = Button(theme, words.CHOOSE, Kind.FILLED)
        self.choose_otcpd = Button(theme, words.CHOOSE_OTCPD)
        self.choose_calendar = Button(theme, words.CHOOSE_CALENDAR)
        self.formats = Label(theme, words.FORMATS, Role.META, "ink2", wrap=True)
        self.other = Button(theme, words.CHOOSE_OTHER)
        self.bar = WorkBar(theme, words.LOOKING, words.STOP, back=self.choose)
        self.what = Label(theme, "", Role.BODY_STRONG, wrap=True)
        self.problem = IconLine(theme, "warn", token="ink", icon_token="warn", wrap=True)
        self.columns_title = Label(theme, words.COLUMNS, Role.LABEL)
        self.columns_why = Label(theme, words.COLUMNS_WHY, Role.META, "ink2", wrap=True)
        self.columns = ColumnChoices(theme)
        self.takes = IconLine(theme, "tick", token="ink", icon_token="accent", wrap=True)
        self.taken = RowList(theme, "What will come in", most=4)
        self.leaves = IconLine(theme, "minus", token="ink", wrap=True)
        self.left = RowList(theme, "What will stay out, and why", most=4)
        self.notes = Label(theme, "", Role.WHY, "ink2", wrap=True)
        self.act = Button(theme, "", Kind.FILLED)
        self.give_up = Button(theme, words.GIVE_UP)
        self._build()
        self.choose.clicked.connect(partial(self._ask, words.TABLES))
        self.choose_otcpd.clicked.connect(partial(self._ask, words.OTCPD_FILES))
        self.choose_calendar.clicked.connect(self.ask_for_calendar)
        self.other.clicked.connect(self.ask_for_file)
        self.columns.changed.connect(self._look)
        self.act.clicked.connect(self._import)
        self.give_up.clicked.connect(self._give_up)
        desk.session.closing.connect(self._stop)
        self._show()

    def ask_for_file(self) -> None:
        """Have a file chosen."""
        self._ask(words.FILES)

    def ask_for_calendar(self) -> None:
        """Have a calendar file chosen."""
        self._ask(words.CALENDARS)

    def _ask(self, kinds: str, _checked: bool = False) -> None:
        self._desk.desktop.choose_files(self.window(), words.BRING_IN, kinds, self._on_files, several=False)

    def look_at(self, path: Path, mapping: Mapping[str, str] | None = None) -> None:
        """Look at what is in a file, its columns taken for the fields of `mapping` if that is given."""
        self._stop()
        self._path, self._preview, self._mapping = path, None, dict(mapping or {})
        self.bar.back = self.choose
        self._show()
        self._look()

    def _on_files(self, paths: list[Path]) -> None:
        self.look_at(paths[0])

    def _look(self) -> None:
        session = self._desk.session
        if self._job is not None:
            self._again = True
            return
        mapping = self.columns.mapping() if self._preview is not None and self._preview.columns else self._mapping
        try:
            self._folder = WorkingFolder(no_room_to_work)
        except OtcpdError as error:
            self._on_failed(error)
            return
        around = for_worker(session.services.around)
        job = task(preview_job, session.record.path, self._path, mapping, self._folder.path, around)
        self._job = session.background.call(job.within(PREVIEW_LIMITS), self._on_seen, self._on_failed)
        self._job.ended.connect(self._on_ended)
        self.bar.follow(self._job)

    def _on_seen(self, preview: object) -> None:
        assert isinstance(preview, ImportPreview)
        # The button that chose the file goes away below; on with what was found in it.
        leads_on = self._preview is None and holds_focus(
            self, self.bar.cancel, self.choose, self.choose_otcpd, self.other
        )
        self._preview = preview
        self._show()
        said = self.problem.text() or self.takes.text()
        self._desk.announcer.say(self, f"{self.what.text()}. {said} {self.leaves.text()}".strip())
        self.bar.back = self.act if preview.report is not None and not self.act.isHidden() else self.give_up
        if leads_on:
            give_focus(self.bar.back)

    def _on_failed(self, error: OtcpdError) -> None:
        self._preview = None
        self.bar.back = self.choose
        self._show()
        self.what.setText(words.NOT_TAKEN)
        self.problem.setText(error.text)
        for widget in (self.what, self.problem):
            widget.show()
        self._desk.announcer.say(self, error.text)

    def _on_ended(self) -> None:
        self._job = None
        if self._folder is not None:
            self._folder.close()
            self._folder = None
        if self._again:
            self._again = False
            self._look()

    def _import(self) -> None:
        session, preview = self._desk.session, self._preview
        if preview is None or preview.report is None:
            return
        path, services = session.record.path, session.services
        mapping = self.columns.mapping() if preview.columns else {}
        folder, around = services.backup_folder(session.record.id), for_worker(services.around)
        job = task(import_job, path, self._path, mapping, folder, around).within(IMPORT_LIMITS)
        title = f"Importing ‘{self._path.name}’"
        back = partial(_imported, path)
        errand = Errand(title, words.IMPORTING_TEXT, job, path, back, "import", cancel=words.STOP_IMPORT, folder=True)
        session.errand_wanted.emit(replace(errand, typed=Asked(self._path, mapping)))

    def _give_up(self) -> None:
        self._stop()
        self._preview = None
        self._show()
        self.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def _stop(self) -> None:
        self._again = False
        if self._job is not None:
            self._job.cancel()

    def _show(self) -> None:
        """Show what was seen in the file, or nothing."""
        preview = self._preview
        report = preview.report if preview is not None else None
        columns = preview.columns if preview is not None else ()
        self.what.setText(words.what_it_is(self._path, preview) if preview is not None else "")
        problem = preview.problem if preview is not None else None
        self.problem.setText(f"{problem.happened} {problem.next_step}" if problem is not None else "")
        self.columns.show_columns(columns)
        self.columns.lead_to([self.taken, self.left, self.act, self.give_up, *self.followers])
        for widget in (self.columns_title, self.columns_why, self.columns):
            widget.setVisible(bool(columns))
        self._show_taken(preview, report)
        self.leaves.setText(words.left_out(report) if preview is not None and report is not None else "")
        self.notes.setText(" ".join(report.notes) if report is not None else "")
        self._list(self.taken, _lines(preview, report) if preview is not None and report is not None else [])
        self._list(self.left, _reasons(report) if report is not None else [])
        if preview is not None and report is not None:
            self.act.setText(words.act(report, preview.kind))
        self.act.setVisible(report is not None and bool(report.taken))
        self.give_up.setVisible(preview is not None)
        for first in (self.choose, self.choose_otcpd, self.choose_calendar, self.formats):
            first.setVisible(preview is None)
        self.other.setVisible(preview is not None)
        for line in (self.what, self.problem, self.takes, self.leaves, self.notes):
            line.setVisible(bool(line.text()))

    def _show_taken(self, preview: ImportPreview | None, report: ImportReport | None) -> None:
        said = words.would_take(report, preview.kind) if preview is not None and report is not None else ""
        some = report is not None and bool(report.taken)
        self.takes.show_line("tick" if some else "info", said, "ink", "accent" if some else "info")

    def _list(self, shown: RowList, rows: list[Row]) -> None:
        shown.show_rows(rows, always_one=False)
        shown.setVisible(bool(rows))

    def _build(self) -> None:
        theme = self._desk.theme
        self.body.addWidget(Label(theme, words.WHAT_COMES, Role.WHY, "ink2", wrap=True))
        add_ways(theme, self, self.choose, self.choose_otcpd, self.choose_calendar, self.other)
        for widget in (
            self.formats,
            self.bar,
            self.what,
            self.problem,
            self.columns_title,
            self.columns_why,
            self.columns,
            self.takes,
            self.taken,
            self.leaves,
            self.left,
            self.notes,
        ):
            self.body.addWidget(widget)
        self.ways = add_ways(theme, self, self.act, self.give_up)


def _lines(preview: ImportPreview, report: ImportReport) -> list[Row]:
    """What comes in one by one: the lines of a table, "line 2: Journal club", or the appointments of a calendar."""
    found = []
    for place, one in enumerate(report.taken):
        if preview.kind is ImportKind.CALENDAR:
            title, _, what = one.rpartition(": ")
            found.append(Row(str(place), title, what[:1].upper() + what[1:]))
        elif preview.columns:
            where, _, title = one.partition(": ")
            found.append(Row(str(place), title or one, where.capitalize() if title else ""))
    return found


def _reasons(report: ImportReport) -> list[Row]:
    return [Row(str(place), what[:1].upper() + what[1:], why) for place, (what, why) in enumerate(report.skipped)]


def _imported(path: Path, report: object) -> Return:
    assert isinstance(report, ImportReport)
    return Return(path, words.came_in(report), "import", report, undoable=bool(report.taken))
