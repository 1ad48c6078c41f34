"""Settings: where the file is, what is in it, moving it, checking it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from otcpd.actions.errands import Moved, move_job
from otcpd.actions.file_check import Checked, FileContents, check_job, contents_job
from otcpd.actions.files import SUFFIX
from otcpd.actions.in_worker import for_worker
from otcpd.actions.profile_folder import WorkingFolder, no_room_to_work
from otcpd.background import task
from otcpd.domain.errors import OtcpdError
from otcpd.domain.sizes import size_in_words
from otcpd.ui.background import Job
from otcpd.ui.file_names import with_ending
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.settings import data_words as words
from otcpd.ui.pages.settings.section import SettingsSection
from otcpd.ui.pages.settings.ways import add_ways
from otcpd.ui.shell.errand import Errand, Return
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.icon_line import IconLine
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.work_bar import WorkBar


class DataSection(SettingsSection):
    """One file is everything: this says which, and shows that it is whole."""

    def __init__(self, desk: Desk, name: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, name, sentence, parent)
        theme = desk.theme
        self.file = Label(theme, "", Role.BODY_STRONG, wrap=True)
        self.folder = Label(theme, "", Role.BODY, wrap=True)
        self.contents = Label(theme, words.COUNTING, Role.WHY, "ink2", wrap=True)
        self.show_folder = Button(theme, words.SHOW_FOLDER, compact=True, icon="folder")
        self.move_it = Button(theme, words.MOVE, compact=True)
        self.check = Button(theme, words.CHECK, Kind.FILLED)
        self.checking = WorkBar(theme, words.CHECKING, words.STOP, back=self.check)
        self.verdict = IconLine(theme, role=Role.WHY, token="ink", wrap=True)
        self._job: Job | None = None
        self._folder: WorkingFolder | None = None
        """For the copy that is checked."""
        self._counting: Job | None = None
        self._count_again = False
        """The section was shown anew while it was being counted."""
        self._build()
        self.show_folder.clicked.connect(self._show_folder)
        self.move_it.clicked.connect(self._choose_place)
        self.check.clicked.connect(self.begin_check)
        desk.session.closing.connect(self._stop)

    def refresh(self) -> None:
        """Read the size, and have the contents counted."""
        path = self.desk.session.record.path
        size = ""
        try:
            size = f", {size_in_words(path.stat().st_size)}"
        except OSError:
            size = ", which cannot be seen just now: is its stick or drive connected?"
        self.file.setText(f"{path.name}{size}")
        self.folder.setText(f"In ‘{path.parent}’")
        self._count()

    def show_thing(self, rest: str) -> None:
        ways = {"move": self.move_it, "check": self.check, "folder": self.show_folder}
        if rest in ways and not ways[rest].isHidden():
            ways[rest].setFocus(Qt.FocusReason.OtherFocusReason)
            ways[rest].click()

    def begin_check(self) -> None:
        """Check the file whole, in the worker."""
        session = self.desk.session
        if self._job is not None:
            return
        if not session.flush():
            self.desk.messages.offer(session.saving.sentence, "Try again", session.flush)
            return
        self.verdict.hide()
        try:
            self._folder = WorkingFolder(no_room_to_work)
        except OtcpdError as error:
            self._on_failed(error)
            return
        job = task(check_job, session.record.path, self._folder.path, for_worker(session.services.around))
        self._job = session.background.call(job, self._on_checked, self._on_failed)
        self._job.ended.connect(self._on_ended)
        self.checking.follow(self._job)
        self.checking.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_checked(self, checked: object) -> None:
        assert isinstance(checked, Checked)
        if checked.verdict.clean:
            self._say("tick", words.all_well(checked), "accent")
        else:
            self._say("error", words.found_something(checked), "error")

    def _on_failed(self, error: OtcpdError) -> None:
        self._say("warn", error.text, "warn")

    def _say(self, picture: str, sentence: str, token: str) -> None:
        self.verdict.show_line(picture, sentence, "ink", token)
        self.verdict.show()
        self.desk.announcer.say(self, sentence)

    def _on_ended(self) -> None:
        self._job = None
        if self._folder is not None:
            self._folder.close()
            self._folder = None

    def _count(self) -> None:
        session = self.desk.session
        if self._counting is not None:
            self._count_again = True
            return
        job = task(contents_job, session.record.path, for_worker(session.services.around))
        self._counting = session.background.call(job, self._on_counted, self._on_not_counted)
        self._counting.ended.connect(self._on_count_ended)

    def _on_counted(self, found: object) -> None:
        assert isinstance(found, FileContents)
        self.contents.setText(words.contents(found))

    def _on_not_counted(self, _error: OtcpdError) -> None:
        self.contents.setText("")

    def _on_count_ended(self) -> None:
        self._counting = None
        if self._count_again:
            self._count_again = False
            self._count()

    def _stop(self) -> None:
        self._count_again = False
        for job in (self._job, self._counting):
            if job is not None:
                job.cancel()

    def _show_folder(self) -> None:
        if not self.desk.desktop.open(self.desk.session.record.path.parent):
            self.desk.messages.say(words.NO_PROGRAM, icon="error")

    def _choose_place(self) -> None:
        path = self.desk.session.record.path
        self.desk.desktop.choose_place(self.window(), words.MOVE, path, "CPD files (*.otcpd)", self._move)

    def _move(self, places: list[Path]) -> None:
        target = with_ending(places[0], SUFFIX)
        source = self.desk.session.record.path
        machine = self.desk.session.services.around.machine
        self.desk.session.errand_wanted.emit(_errand(source, target, machine, back=False))

    def _build(self) -> None:
        theme, sample = self.desk.theme, self.desk.sample
        card = self.add_card("Where it is")
        for widget in (self.file, self.folder, self.contents):
            card.body.addWidget(widget)
        card.body.addWidget(Label(theme, words.ALL_IN_ONE, Role.WHY, "ink2", wrap=True))
        add_ways(theme, card, self.show_folder, self.move_it)
        self.move_it.setVisible(not (sample or self.desk.session.read_only))
        note = words.SAMPLE if sample else words.SYNCED
        card.body.addWidget(IconLine(theme, "info", note, icon_token="info", wrap=True))
        card = self.add_card(words.CHECK_TITLE)
        card.body.addWidget(Label(theme, words.CHECK_WHY, Role.WHY, "ink2", wrap=True))
        add_ways(theme, card, self.check)
        card.body.addWidget(self.checking)
        card.body.addWidget(self.verdict)
        self.verdict.hide()


def _errand(source: Path, target: Path, machine: str, *, back: bool) -> Errand:
    """Moves the file; with `back`, to where it was: then there is nothing more to take back."""
    job = task(move_job, source, target, machine)
    return Errand(
        f"Moving ‘{source.name}’", words.MOVING_TEXT, job, source, partial(_moved, source, machine, back), "data"
    )


def _moved(source: Path, machine: str, back: bool, done: object) -> Return:
    assert isinstance(done, Moved)
    target = done.path
    if done.stays is not None:  # the place where it was is taken: there is no moving it back
        return Return(target, words.moved_but_stays(target, done.stays), "data", left=source)
    if back:
        return Return(target, words.moved_back(target), "data", left=source)
    errand = _errand(target, source, machine, back=True)
    return Return(target, words.moved(target), "data", action="Move it back", errand=errand, left=source)
