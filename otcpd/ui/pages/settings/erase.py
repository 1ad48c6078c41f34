"""Settings: erasing for good."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from otcpd.actions import erasing
from otcpd.actions.erasing import Erasable
from otcpd.actions.erasing_parts import ErasablePart
from otcpd.actions.errands import erase_job, holding_job
from otcpd.actions.in_worker import for_worker
from otcpd.actions.safety import Erased
from otcpd.background import task
from otcpd.domain.errors import OtcpdError
from otcpd.ui.background import Job
from otcpd.ui.letting_go import Standing
from otcpd.ui.models.rows import Row
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.settings import erase_words as words
from otcpd.ui.pages.settings.erase_after import ErasedCard
from otcpd.ui.pages.settings.erase_question import EraseQuestion
from otcpd.ui.pages.settings.section import SettingsSection
from otcpd.ui.pages.settings.ways import add_ways
from otcpd.ui.shell.errand import Errand, Return
from otcpd.ui.theme.type import Role
from otcpd.ui.thing_icons import THING_ICONS
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.combo import ComboBox
from otcpd.ui.widgets.form_field import FormField
from otcpd.ui.widgets.icon_line import IconLine
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.row_list import RowList
from otcpd.ui.widgets.search_field import SearchField
from otcpd.ui.widgets.text_field import TextField

MOST_SHOWN = 500
"""Rows that a search shows: nobody looks through more, and typing goes on narrows them."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the person wanted erased, with which part of it and why."""

    thing: str
    part: str
    reason: str


class EraseSection(SettingsSection):
    """Find it, say how much of it and why, read what goes and what stays, and erase it."""

    HEARS = frozenset(
        {"activity", "evidence", "person", "employer", "post", "tag", "own_type", "gap_reason", "portfolio"}
    )

    def __init__(self, desk: Desk, name: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, name, sentence, parent)
        theme = desk.theme
        self.changeable = not (desk.session.read_only or desk.sample)
        self._things: dict[str, Erasable] = {}
        self._parts: dict[str, ErasablePart] = {}
        asked = desk.session.brought if isinstance(desk.session.brought, Asked) else Asked("", "", "")
        self._wanted = asked.thing
        """The id of what is to be chosen once the list is there."""
        self._wanted_part = asked.part
        self._reading: Job | None = None
        self._again = False
        """Something changed while the list was being read."""
        self._looking: Job | None = None
        brought, desk.session.brought = desk.session.brought, None
        self.after = ErasedCard(desk, brought if isinstance(brought, Erased) else None)
        self.search = SearchField(theme, desk.announcer, words.SEARCH)
        self.list = RowList(theme, words.FIND, most=5)
        self.none = Label(theme, words.READING_LIST, Role.WHY, "ink2", wrap=True)
        self.part = ComboBox(theme)
        self.goes = Label(theme, "", Role.WHY, wrap=True)
        self.stays = Label(theme, "", Role.WHY, wrap=True)
        self.backups = IconLine(theme, "shield", "", token="ink", wrap=True)
        self.reason = TextField(theme, placeholder=words.REASON_EXAMPLE)
        self.reason_form = FormField(theme, words.REASON, self.reason, help_text=words.REASON_HELP)
        self.reason.set_text(asked.reason)
        self.erase = Button(theme, words.ERASE, Kind.DELETE)
        self._standing: Standing[EraseQuestion] = Standing()
        self._build()
        self._connect()

    @property
    def dialog(self) -> EraseQuestion | None:
        """The question that stands, if one does."""
        return self._standing.dialog

    def refresh(self) -> None:
        """Have the worker read what there is: there may be thousands."""
        session = self.desk.session
        if not self.changeable:
            return
        if self._reading is not None:
            self._again = True  # what is being read may be older than what called for this
            return
        job = task(erasing.erasables_job, session.record.path, for_worker(session.services.around))
        self._reading = session.background.call(job, self._on_read, session.problem.emit)
        self._reading.ended.connect(self._on_reading_ended)

    def show_thing(self, rest: str) -> None:
        self._wanted = rest
        self._choose_wanted()

    def leave(self) -> None:
        self.search.stop()

    def ask(self) -> None:
        """Ask before it is erased: nothing brings it back."""
        thing, part = self._chosen()
        if thing is None or part is None:
            self.desk.messages.say(words.CHOOSE_FIRST, icon="info")
            return
        if not self.reason.text().strip():
            self.reason_form.set_problem(words.NO_REASON)
            self.reason.line.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        question = EraseQuestion(
            self.desk.theme,
            words.question(thing, part),
            erasing.what_goes(thing, part),
            erasing.what_stays(thing, part),
            words.backups_in_question(self.backups.text()),
            safe=words.keep(part),
            act=words.act(part),
            parent=self.window(),
        )
        question.accepted.connect(partial(self._erase, thing, part))
        self._standing.open(question)

    def _erase(self, thing: Erasable, part: ErasablePart) -> None:
        session = self.desk.session
        path, services = session.record.path, session.services
        folders, around = services.backup_folders(session.record.id), for_worker(services.around)
        reason, draft = self.reason.text().strip(), services.draft_file(session.record.id)
        job = task(erase_job, path, part.row, part.field, reason, folders, draft, around)
        title = words.erasing(thing)
        back, asked = partial(_erased, path), Asked(thing.id, part.key, reason)
        session.errand_wanted.emit(Errand(title, words.ERASING_TEXT, job, path, back, "erase", typed=asked))

    def _on_read(self, found: object) -> None:
        assert isinstance(found, list)
        self._things = {one.id: one for one in map(Erasable._make, found)}
        self._show_found(self.search.text().strip())
        self._choose_wanted()

    def _on_reading_ended(self) -> None:
        self._reading = None
        if self._again:
            self._again = False
            self.refresh()

    def _choose_wanted(self) -> None:
        if self._wanted not in self._things:
            return
        wanted, self._wanted = self._wanted, ""
        self.search.set_text("")
        self._show_found("")
        if not self.list.choose(wanted):
            thing = self._things[wanted]
            self.list.show_rows([_row(thing)], always_one=False)
            self.list.choose(wanted)
        part, self._wanted_part = self._wanted_part, ""
        if part in self._parts:
            self.part.set_value(part)
            self._on_part(part)
        self.part.combo.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_found(self, query: str) -> None:
        things = list(self._things.values())
        found = erasing.matching(things, query)
        self.list.show_rows([_row(one) for one in found[:MOST_SHOWN]], always_one=False)
        self.search.show_found(len(found), len(things))
        self.list.setVisible(bool(found))
        self.none.setText(words.NOTHING_FOUND if things else words.NOTHING_YET)
        self.none.setVisible(not found)

    def _on_searched(self, query: str) -> None:
        self._show_found(query)
        self.search.tell_found(self.list.rows.rowCount(), len(self._things))

    def _on_chosen(self, key: str) -> None:
        thing = self._things.get(key)
        self.details.setVisible(thing is not None)
        if thing is None:
            return
        try:
            parts = erasing.parts(self.desk.session.record, thing)
        except OtcpdError as error:
            self.desk.session.problem.emit(error)
            return
        self._parts = {part.key: part for part in parts}
        self.part.set_options([(part.key, words.part_words(part)) for part in parts])
        self.part.set_value(erasing.ALL)
        self._on_part(erasing.ALL)

    def _on_part(self, _key: str) -> None:
        thing, part = self._chosen()
        if thing is None or part is None:
            return
        self.goes.setText("\n".join(erasing.what_goes(thing, part)))
        self.stays.setText("\n".join(erasing.what_stays(thing, part)))
        self._look_into_backups(part)

    def _chosen(self) -> tuple[Erasable | None, ErasablePart | None]:
        return self._things.get(self.list.chosen_key()), self._parts.get(self.part.value())

    def _look_into_backups(self, part: ErasablePart) -> None:
        session = self.desk.session
        if self._looking is not None:
            self._looking.cancel()
        self.backups.show_line("shield", words.LOOKING, "ink2", "ink2")
        folders = session.services.backup_folders(session.record.id)
        job = task(holding_job, folders, part.row, part.field)
        self._looking = session.background.call(job, self._on_backups, self._on_backups_failed)
        self._looking.ended.connect(self._on_looking_ended)

    def _on_backups(self, found: object) -> None:
        assert isinstance(found, tuple)
        sentence = words.hold_it(found, self.desk.session.services.clock.today())
        self.backups.show_line("warn" if found else "shield", sentence, "ink", "warn" if found else "accent")

    def _on_backups_failed(self, error: OtcpdError) -> None:
        self.backups.show_line("warn", error.text, "ink", "warn")

    def _on_looking_ended(self) -> None:
        self._looking = None

    def _on_reason(self, _text: str) -> None:
        self.reason_form.set_problem("")

    def _stop(self) -> None:
        self._again = False
        for job in (self._reading, self._looking):
            if job is not None:
                job.cancel()

    def _build(self) -> None:
        theme = self.desk.theme
        self.column.addWidget(self.after)
        card = self.add_card(words.FIND)
        card.body.addWidget(Label(theme, words.WHY, Role.WHY, "ink2", wrap=True))
        if not self.changeable:
            note = words.SAMPLE if self.desk.sample else words.READING
            card.body.addWidget(IconLine(theme, "info", note, icon_token="info", wrap=True))
        for widget in (self.search, self.none, self.list):
            card.body.addWidget(widget)
            widget.setVisible(self.changeable)
        self.list.hide()
        self.details = self.add_card(words.HOW_MUCH)
        body = self.details.body
        body.addWidget(FormField(theme, words.PART, self.part))
        for heading, text in ((words.GOES, self.goes), (words.STAYS, self.stays)):
            body.addWidget(Label(theme, heading, Role.LABEL))
            body.addWidget(text)
        body.addWidget(self.backups)
        body.addWidget(self.reason_form)
        add_ways(theme, self.details, self.erase)
        self.details.hide()

    def _connect(self) -> None:
        self.search.searched.connect(self._on_searched)
        self.list.chosen.connect(self._on_chosen)
        self.part.chosen.connect(self._on_part)
        self.reason.edited.connect(self._on_reason)
        self.erase.clicked.connect(self.ask)
        self.desk.session.closing.connect(self._stop)


def _row(thing: Erasable) -> Row:
    title = thing.title or "No title yet"
    return Row(thing.id, title, words.listed(thing), THING_ICONS.get(thing.table, "note"))


def _erased(path: Path, erased: object) -> Return:
    assert isinstance(erased, Erased)
    return Return(path, words.ERASED, "erase", erased)
