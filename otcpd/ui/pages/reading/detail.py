"""The open entry of the reading log."""

from __future__ import annotations

import datetime as dt
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otcpd.actions.pathway.readings import edit_reading, mark_read
from otcpd.domain.citing import cite, plain
from otcpd.domain.dates import long_day, parse_day
from otcpd.domain.reading import Reading, ReadingState
from otcpd.ui import words as common
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.field_binding import FieldBinding
from otcpd.ui.pages.form_pane import OpenedPane
from otcpd.ui.pages.reading import words
from otcpd.ui.pages.reading.citation import CitationLine
from otcpd.ui.pages.reading.form import WhatItIs
from otcpd.ui.pages.reading.linked import LinkedActivities
from otcpd.ui.pages.reading.long_texts import Questions, ReadingText
from otcpd.ui.pages.reading.saving import TABLE, save_value
from otcpd.ui.pages.saved_line import SavedLine
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.shell.keys import shown_keys
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.check import CHECK_SPACE, TickBox
from otcpd.ui.widgets.choice_menu import ChoiceMenu
from otcpd.ui.widgets.date_field import DateField
from otcpd.ui.widgets.fold import Fold
from otcpd.ui.widgets.form_field import FormField
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.reader_tag import TAG_SPACE
from otcpd.ui.widgets.row_or_column import RowOrColumn
from otcpd.ui.widgets.segmented import SegmentedControl


class ReadingDetail(OpenedPane):
    """`show_reading` once, and `follow` after every change to it."""

    delete_wanted = Signal(str)
    activity_wanted = Signal(str)
    filled = Signal()
    """Something came or went inside."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "Reading", parent=parent)
        theme = desk.theme
        self.reading: Reading | None = None
        self.title = Label(theme, "", Role.DETAIL_TITLE, wrap=True).head()
        self.title.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.more = Button(theme, icon="dots", kind=Kind.QUIET, compact=True, name="More for this reading")
        self.saved = SavedLine(desk, TABLE)
        self.state = SegmentedControl(theme, "To read, or read", words.STATES)
        self.read_on = DateField(theme, self._parse_day, long_day, desk.session.record.clock.today)
        self.read_on.keep_whole()
        self._read_form = FormField(theme, "Read on", self.read_on)
        self._read_on = FieldBinding(desk.session, self.read_on, "Read on")
        self.citation = CitationLine(theme)
        self.listed = TickBox(theme, words.IN_LIST)
        self.what = Fold(theme, words.WHAT_IT_IS, self._made_fields, hang=RING_SPACE)
        self._fields: WhatItIs | None = None
        self.worth = ReadingText(desk, "appraisal", words.WORTH)
        self.questions = Questions(desk)
        self.changed = ReadingText(desk, "changed", words.CHANGED, hint=words.CHANGED_HINT)
        self.linked = LinkedActivities(desk)
        self._build()
        self._connect()

    @property
    def fields(self) -> WhatItIs:
        """The fields of what it is, unfolded if they were not yet."""
        self.what.open()
        assert self._fields is not None
        return self._fields

    def show_reading(self, reading: str, *, fresh: bool = False) -> None:
        """Open an entry. `fresh`: it was made just now, and the fields of what it is are open."""
        if self.reading is not None and self.reading.id != reading:
            self.leave()
        self.reading = self.desk.session.record.readings.get(reading)
        self.what.head.setChecked(fresh or not self.reading.reference.title.strip())
        self._load()
        self.scroller.verticalScrollBar().setValue(0)

    def follow(self) -> None:
        """Show it again after a change."""
        if self.reading is not None:
            self.reading = self.desk.session.record.readings.get(self.reading.id)
            self._load()

    def close_reading(self) -> None:
        """Nothing is open."""
        self.reading = None

    def leave(self) -> None:
        """Read what still stands in fields, and save."""
        if self.reading is None or self.desk.session.read_only:
            return
        if self.read_on.line.isModified():
            self.read_on.commit()
        if self._fields is not None:
            self._fields.commit()
        self.desk.session.flush()

    def take_focus(self) -> None:
        """Into the title of an entry that has none; else onto its heading."""
        if self.reading is not None and not self.reading.reference.title and not self.desk.session.read_only:
            self.fields.take_focus()
        else:
            self.title.setFocus(Qt.FocusReason.TabFocusReason)

    def make_menu(self) -> ChoiceMenu:
        """What else can be done with it."""
        menu = ChoiceMenu(self)
        menu.offer("Copy this reference", self._copy)
        if not self.desk.session.read_only:
            menu.addSeparator()
            menu.offer("Delete reading", self._on_delete, key=shown_keys("delete"))
        return menu

    def _load(self) -> None:
        reading = self.reading
        if reading is None:
            return
        reference = reading.reference
        title = " ".join(reference.title.split()) or common.NO_TITLE
        self.title.setText(title)
        self.title.setAccessibleName(title)
        self.saved.load(reading.id, reading.modified)
        self.state.set_value(reading.state)
        self._read_form.setVisible(reading.state is ReadingState.READ)
        save = partial(save_value, reading=reading.id, field="read_on")
        self._read_on.bind((TABLE, reading.id, "read_on"), reading.read_on, save)
        self.citation.show_work(cite(reference, reading.accessed))
        self.listed.setChecked(reading.listed)
        self.what.head.set_fact(words.KINDS[reference.kind])
        if self._fields is not None:
            self._fields.load(reading)
        layers = self.desk.session.record.readings.layers(reading.id)
        for text in (self.worth, self.changed):
            text.load(reading, layers)
        self.questions.use.setVisible(not reading.appraisal.strip() and not self.desk.session.read_only)
        self.linked.load(reading)
        self.filled.emit()

    def _build(self) -> None:
        theme = self.desk.theme
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.title, 1)
        row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        state = QWidget()
        beside = RowOrColumn(theme, gap=16, below=10)
        beside.add(self.state)
        beside.add(self._read_form, least=190, takes_rest=True)
        self._read_form.setMaximumWidth(theme.px(240))
        state.setLayout(beside)
        cited = QWidget()
        column = QVBoxLayout(cited)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.gap(4))
        column.addWidget(self.head(words.CITED))
        column.addWidget(self.citation)
        worth = QWidget()
        below = QVBoxLayout(worth)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(theme.gap(4))
        below.addWidget(self.worth)
        below.addWidget(self.questions)
        self.add_back()
        self.add(head, right=RING_SPACE)
        self.add(self.saved)
        self.add(state)
        self.add(cited)
        self.add(self._ticked(), left=CHECK_SPACE)
        self.add(self.what, left=RING_SPACE, right=RING_SPACE)
        self.add(worth, right=TAG_SPACE)
        self.add(self.changed, right=TAG_SPACE)
        self.add(self.linked, left=RING_SPACE)
        self.show_form()

    def _ticked(self) -> QWidget:
        theme = self.desk.theme
        place = QWidget()
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.listed)
        why = QHBoxLayout()
        why.setContentsMargins(CHECK_SPACE, 0, 0, 0)
        why.addWidget(Label(theme, words.IN_LIST_WHY, Role.META, "ink2", wrap=True))
        column.addLayout(why)
        self.listed.setAccessibleDescription(words.IN_LIST_WHY)
        return place

    def _made_fields(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(RING_SPACE, 0, RING_SPACE, 0)
        self._fields = WhatItIs(self.desk)
        column.addWidget(self._fields)
        if self.reading is not None:
            self._fields.load(self.reading)
        return inside

    def _connect(self) -> None:
        self.more.clicked.connect(self._open_menu)
        self.state.chosen.connect(self._on_state)
        self.listed.clicked.connect(self._on_listed)
        self.questions.wanted.connect(self._on_questions)
        self.linked.activity_wanted.connect(self.activity_wanted)
        self.what.opened.connect(self.filled)
        if self.desk.session.read_only:
            self.state.setEnabled(False)
            self.listed.setEnabled(False)

    def _parse_day(self, text: str) -> dt.date:
        today = self.desk.session.record.clock.today()
        return parse_day(text, today, latest=today)

    def _open_menu(self) -> None:
        self.make_menu().open_below(self.more)

    def _on_delete(self) -> None:
        if self.reading is not None:
            self.delete_wanted.emit(self.reading.id)

    def _on_state(self, state: str) -> None:
        if self.reading is not None:
            self.desk.session.act(mark_read, self.reading.id, read=state == ReadingState.READ)

    def _on_listed(self, on: bool) -> None:
        if self.reading is not None:
            self.desk.session.act(edit_reading, self.reading.id, "listed", on)

    def _on_questions(self, questions: str) -> None:
        if self.reading is not None:
            self.desk.session.act(edit_reading, self.reading.id, "appraisal", questions)
            self.worth.text.editor.setFocus(Qt.FocusReason.TabFocusReason)

    def _copy(self) -> None:
        if self.reading is not None:
            copied = self.desk.desktop.copy(plain(cite(self.reading.reference, self.reading.accessed)))
            self.desk.messages.say(words.COPIED if copied else words.NOT_COPIED, icon="tick" if copied else "error")
