"""Taking everything along as plain files."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from otcpd.actions.exporting import ExportReport, UnfinishedExport, export_job
from otcpd.actions.in_worker import for_worker
from otcpd.actions.profile_folder import WorkingFolder, no_room_to_work
from otcpd.background import task
from otcpd.domain.errors import OtcpdError
from otcpd.ui.file_names import documents_folder, with_ending
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.settings import importing_words as words
from otcpd.ui.pages.settings.ways import add_ways
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button
from otcpd.ui.widgets.card import Card
from otcpd.ui.widgets.icon_line import IconLine
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.work_bar import WorkBar


class TakeCard(Card):
    """The person's data as files that any program reads."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        theme = desk.theme
        super().__init__(theme, words.TAKE_WITH_ME, parent=parent)
        self._desk = desk
        self._unfinished: UnfinishedExport | None = None
        self._folder: WorkingFolder | None = None
        """For the copy that is written out."""
        self.everything = Button(theme, words.TAKE_ALL, compact=True)
        self.table = Button(theme, words.TAKE_TABLE, compact=True)
        self.calendar = Button(theme, words.TAKE_CALENDAR, compact=True)
        self.bar = WorkBar(theme, words.WRITING, words.STOP_WRITING, back=self.everything)
        self.outcome = IconLine(theme, "tick", token="ink", icon_token="accent", wrap=True)
        self.body.addWidget(Label(theme, words.TAKE_WHY, Role.WHY, "ink2", wrap=True))
        add_ways(theme, self, self.everything, self.table, self.calendar)
        self.body.addWidget(self.bar)
        self.body.addWidget(self.outcome)
        self.body.addWidget(IconLine(theme, "lock", words.WITH_PRIVATE, wrap=True))
        self.outcome.hide()
        self.everything.clicked.connect(partial(self._ask, ".json", "JSON (*.json)"))
        self.table.clicked.connect(partial(self._ask, ".csv", "Tables (*.csv)"))
        self.calendar.clicked.connect(partial(self._ask, ".ics", "Calendars (*.ics)"))

    def _ask(self, suffix: str, kinds: str) -> None:
        session = self._desk.session
        name = words.export_name(session.record.path.stem, session.services.clock.today(), suffix)
        chosen = partial(self._write, suffix)
        self._desk.desktop.choose_place(self.window(), words.TAKE_WITH_ME, documents_folder() / name, kinds, chosen)

    def _write(self, suffix: str, places: list[Path]) -> None:
        session = self._desk.session
        if self._unfinished is not None:
            return
        if not session.flush():
            self._desk.messages.offer(session.saving.sentence, "Try again", session.flush)
            return
        out = with_ending(places[0], suffix)
        try:
            self._folder = WorkingFolder(no_room_to_work)
        except OtcpdError as error:
            self._say("error", error.text, "error")
            return
        self._unfinished = UnfinishedExport(out)
        self.outcome.hide()
        job = task(export_job, session.record.path, out, self._folder.path, for_worker(session.services.around))
        running = session.background.call(job, self._on_written, self._on_failed)
        running.cancelled.connect(self._on_cancelled)
        running.ended.connect(self._on_ended)
        session.closing.connect(running.cancel)
        self.bar.follow(running)
        self.bar.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_written(self, report: object) -> None:
        assert isinstance(report, ExportReport)
        self._say("tick", words.exported(report), "accent")

    def _on_failed(self, error: OtcpdError) -> None:
        self._clear_away()
        self._say("error", error.text, "error")

    def _on_cancelled(self) -> None:
        self._say("info", words.NOTHING_KEPT if self._clear_away() else words.WHOLE_ALREADY, "info")

    def _on_ended(self) -> None:
        self._unfinished = None
        if self._folder is not None:
            self._folder.close()
            self._folder = None

    def _clear_away(self) -> bool:
        return self._unfinished is None or self._unfinished.clear_away()

    def _say(self, picture: str, sentence: str, token: str) -> None:
        self.outcome.show_line(picture, sentence, "ink", token)
        self.outcome.show()
        self._desk.announcer.say(self, sentence)
