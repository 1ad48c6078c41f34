"""Settings: the backups of this file, and what can be done with them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from otcpd.actions import backup_places
from otcpd.actions.files import SUFFIX
from otcpd.actions.leftovers import Leftovers
from otcpd.actions.restoring import restore_job
from otcpd.actions.safety import copy_job
from otcpd.background import task
from otcpd.domain.errors import OtcpdError
from otcpd.domain.words import counted
from otcpd.record.backup import Backup
from otcpd.ui.backup_watch import BackupState
from otcpd.ui.letting_go import Standing
from otcpd.ui.models.rows import Row
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.settings import backups_words as words
from otcpd.ui.pages.settings.section import SettingsSection
from otcpd.ui.pages.settings.ways import add_ways
from otcpd.ui.shell.errand import Errand, Return
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.dialog import Dialog
from otcpd.ui.widgets.icon_line import IconLine
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.row_list import RowList
from otcpd.ui.widgets.work_bar import WorkBar


@dataclass(frozen=True, slots=True)
class Asked:
    """The backup that the person wanted restored."""

    backup: Path


class BackupsSection(SettingsSection):
    """When the last one was made, all of them, and where they are kept."""

    def __init__(self, desk: Desk, name: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, name, sentence, parent)
        theme = desk.theme
        self.changeable = not (desk.session.read_only or desk.sample)
        self._found: dict[str, Backup] = {}
        self._leftovers: Leftovers | None = None
        self._copy_to = Path()
        """The copy that is being written, or was last."""
        self.newest = IconLine(theme, "shield", "", role=Role.BODY_STRONG, token="ink", icon_token="accent", wrap=True)
        self.make = Button(theme, words.MAKE, Kind.FILLED)
        self.save_copy = Button(theme, words.SAVE_COPY)
        self.making = WorkBar(theme, words.MAKING, words.STOP, back=self.make)
        self.copying = WorkBar(theme, words.SAVING_COPY, words.STOP_COPY, back=self.save_copy)
        self.list = RowList(theme, "Backups", most=6)
        self.restore = Button(theme, words.RESTORE, compact=True)
        self.look = Button(theme, words.LOOK_INSIDE, compact=True)
        self.none = Label(theme, f"{words.NONE_YET}. {words.NONE_YET_WHY}", Role.WHY, "ink2", wrap=True)
        self.folder = Label(theme, "", Role.BODY, wrap=True)
        self.folder_why = Label(theme, "", Role.WHY, "ink2", wrap=True)
        self.show_folder = Button(theme, words.SHOW_FOLDER, compact=True, icon="folder")
        self.other_folder = Button(theme, words.OTHER_FOLDER, compact=True)
        self.usual_folder = Button(theme, words.USUAL_FOLDER, compact=True)
        self._standing: Standing[Dialog] = Standing()
        asked, desk.session.brought = desk.session.brought, None
        self._wanted = str(asked.backup) if isinstance(asked, Asked) else ""
        """The key of the backup that is to be chosen once the list is there."""
        self._build()
        self._connect()

    @property
    def dialog(self) -> Dialog | None:
        """The question that stands, if one does."""
        return self._standing.dialog

    def refresh(self) -> None:
        """Look into the folders again."""
        services, record = self.desk.session.services, self.desk.session.record
        found = self.desk.backups.all()
        self.desk.backups.note(found)
        self._show_state(self.desk.backups.state)
        here, usual = services.backup_folder(record.id), backup_places.usual_folder(services.data_folder, record.id)
        today = services.clock.today()
        self._found = {str(one.path): one for one in found}
        self.list.show_rows(
            [Row(key, words.moment(one, today), words.about(one, here, usual)) for key, one in self._found.items()]
        )
        if self._wanted in self._found:
            self.list.choose(self._wanted)
            self._wanted = ""
        self.list.setVisible(bool(found))
        self.none.setVisible(not found)
        self.look.setVisible(bool(found))
        self.restore.setVisible(bool(found) and self.changeable)
        self.folder.setText(str(here.parent if here == usual else here))
        self.folder_why.setText(words.USUAL if here == usual else words.CHOSEN)
        self.usual_folder.setVisible(here != usual and self.changeable)

    def show_thing(self, rest: str) -> None:
        if rest == "make" and self.changeable:
            self.make.setFocus(Qt.FocusReason.OtherFocusReason)
            self.desk.backups.back_up()
        elif rest == "copy" and not self.desk.sample:
            self.save_copy.setFocus(Qt.FocusReason.OtherFocusReason)
            self._choose_copy()
        elif rest == "restore" and not self.list.isHidden():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_to_restore(self) -> None:
        """Ask before the file is exchanged for the backup that is chosen."""
        chosen = self._found.get(self.list.chosen_key())
        if chosen is None:
            self.desk.messages.say(words.CHOOSE_FIRST, icon="info")
            return
        today, path = self.desk.session.services.clock.today(), self.desk.session.record.path
        question = Dialog(
            self.desk.theme,
            words.restore_question(chosen, today),
            words.restore_text(path.name, path.stem, today),
            safe=words.KEEP,
            act=words.RESTORE_ACT,
            dangerous=False,
            parent=self.window(),
        )
        question.accepted.connect(partial(self._restore, chosen))
        self._standing.open(question)

    def _restore(self, chosen: Backup) -> None:
        session = self.desk.session
        services, path = session.services, session.record.path
        job = task(restore_job, chosen.path, path, services.around.machine, services.clock.now())
        back = partial(_restored, path, chosen, services.clock.today())
        text = "The backup is copied and checked. This takes a moment."
        title, asked = f"Restoring ‘{path.name}’", Asked(chosen.path)
        session.errand_wanted.emit(Errand(title, text, job, path, back, "backups", typed=asked))

    def _look_inside(self) -> None:
        chosen = self._found.get(self.list.chosen_key())
        if chosen is not None:
            self.desk.session.look_wanted.emit(chosen)

    def _choose_copy(self) -> None:
        session = self.desk.session
        name = f"{session.record.path.stem} {session.services.clock.today().isoformat()}{SUFFIX}"
        suggested = Path.home() / name
        self.desk.desktop.choose_place(self.window(), words.SAVE_COPY, suggested, "CPD files (*.otcpd)", self._copy)

    def _copy(self, places: list[Path]) -> None:
        session = self.desk.session
        if not session.flush():
            self.desk.messages.offer(session.saving.sentence, "Try again", session.flush)
            return
        if not self.copying.isHidden():
            self.desk.messages.say(words.ONE_COPY_AT_A_TIME, icon="info")
            return
        self._copy_to = places[0]
        self._leftovers = Leftovers([self._copy_to.parent])
        copy = task(copy_job, session.record.path, self._copy_to)
        job = session.background.call(copy, self._on_copied, self._on_copy_failed)
        job.cancelled.connect(self._on_copy_cancelled)
        session.closing.connect(job.cancel)
        self.copying.follow(job)
        self.copying.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_copied(self, _made: object) -> None:
        self.desk.messages.say(words.copied(self._copy_to))

    def _on_copy_failed(self, error: OtcpdError) -> None:
        self._on_copy_cancelled()
        self.desk.session.problem.emit(error)

    def _on_copy_cancelled(self) -> None:
        if self._leftovers is not None:
            self._leftovers.clear_away()

    def _show_folder(self) -> None:
        folder = self.desk.session.services.backup_folder(self.desk.session.record.id)
        there = next((one for one in (folder, *folder.parents) if one.is_dir()), folder)
        if not self.desk.desktop.open(there):
            self.desk.messages.say("No program here can show that folder.", icon="error")

    def _choose_folder(self) -> None:
        self.desk.desktop.choose_folder(self.window(), "Where backups are to be kept", Path.home(), self._use_folder)

    def _use_folder(self, places: list[Path]) -> None:
        try:
            made = backup_places.prepare_folder(places[0], self.desk.session.record.id)
        except OtcpdError as error:
            self.desk.session.problem.emit(error)
            return
        self._keep_in(made, f"New backups go to ‘{made}’.")

    def _use_usual(self) -> None:
        services = self.desk.session.services
        usual = backup_places.usual_folder(services.data_folder, self.desk.session.record.id)
        self._keep_in(usual, "New backups go to otcpd’s own folder.")

    def _keep_in(self, folder: Path, told: str) -> None:
        session = self.desk.session
        older = session.services.backup_folders(session.record.id)
        self._remember([folder, *(one for one in older if one != folder)])
        self.desk.backups.cancel()  # one under way would go to where they were kept before
        self.desk.backups.back_up()
        self.refresh()
        if session.services.backup_folder(session.record.id) != folder:
            self.desk.messages.say("This computer could not remember the folder.", icon="error")
            return
        # The copy that was just made there is found all the same: erasing has to know of it.
        self.desk.messages.offer_undo(told, partial(self._put_back, [*older, folder]))

    def _put_back(self, folders: list[Path]) -> None:
        self._remember(folders)
        self.refresh()

    def _remember(self, folders: list[Path]) -> None:
        self.desk.machine.note_backup_folders(self.desk.session.record.id, folders)
        self.desk.machine.save()

    def _show_state(self, state: BackupState) -> None:
        if self.desk.sample:
            self.newest.show_line("info", words.SAMPLE, "ink", "info")
        elif state.problem is not None:
            self.newest.show_line("warn", state.sentence, "ink", "warn")
        elif state.said:
            self.newest.show_line("shield", state.sentence, "ink", "accent")
        elif self.desk.session.read_only:
            self.newest.show_line("info", words.READING, "ink", "info")
        else:
            self.newest.show_line("info", f"{words.NONE_YET}.", "ink", "info")

    def _on_told(self, _state: BackupState) -> None:
        self.refresh()

    def _on_made(self) -> None:
        self.making.end()
        if not self.isVisible():
            return
        state = self.desk.backups.state
        there = "is" if len(self._found) == 1 else "are"
        told = state.sentence or self.newest.text()
        self.desk.announcer.say(self, f"{told} There {there} {counted(len(self._found), 'backup')}.")

    def _build(self) -> None:
        card = self.add_card("Your backups")
        for widget in (self.newest, Label(self.desk.theme, words.HOW, Role.WHY, "ink2", wrap=True)):
            card.body.addWidget(widget)
        add_ways(self.desk.theme, card, self.make, self.save_copy)
        card.body.addWidget(self.making)
        card.body.addWidget(self.copying)
        self.make.setVisible(self.changeable)
        self.save_copy.setVisible(not self.desk.sample)
        card = self.add_card("Copies that are kept")
        for other in (self.none, self.list):
            card.body.addWidget(other)
        add_ways(self.desk.theme, card, self.restore, self.look)
        card.body.addWidget(Label(self.desk.theme, words.KEPT, Role.META, "ink2", wrap=True))
        card = self.add_card("Where they are kept")
        card.body.addWidget(self.folder)
        card.body.addWidget(self.folder_why)
        add_ways(self.desk.theme, card, self.show_folder, self.other_folder, self.usual_folder)
        self.other_folder.setVisible(self.changeable)

    def _connect(self) -> None:
        watch = self.desk.backups
        watch.told.connect(self._on_told)
        watch.began.connect(self.making.begin)
        watch.progressed.connect(self.making.show_progress)
        watch.ended.connect(self._on_made)
        if watch.busy:
            self.making.begin()
        self.making.cancelled.connect(watch.cancel)
        self.make.clicked.connect(watch.back_up)
        self.save_copy.clicked.connect(self._choose_copy)
        self.list.open_wanted.connect(self.ask_to_restore if self.changeable else self._look_inside)
        self.restore.clicked.connect(self.ask_to_restore)
        self.look.clicked.connect(self._look_inside)
        self.show_folder.clicked.connect(self._show_folder)
        self.other_folder.clicked.connect(self._choose_folder)
        self.usual_folder.clicked.connect(self._use_usual)


def _restored(path: Path, chosen: Backup, today: date, kept: object) -> Return:
    there = kept if isinstance(kept, Path) else None
    return Return(path, words.restored(chosen, there, today), "backups")
