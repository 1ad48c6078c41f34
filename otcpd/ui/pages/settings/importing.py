"""Settings: bringing data in, and taking it along."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from otcpd.actions.import_report import ImportReport
from otcpd.ui.models.rows import Row
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.settings import importing_words as words
from otcpd.ui.pages.settings.importing_card import Asked, ImportCard
from otcpd.ui.pages.settings.importing_take import TakeCard
from otcpd.ui.pages.settings.section import SettingsSection
from otcpd.ui.pages.settings.ways import add_ways
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button
from otcpd.ui.widgets.icon_line import IconLine
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.row_list import RowList


class ImportSection(SettingsSection):
    """In, out, and on to the next employer."""

    def __init__(self, desk: Desk, name: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, name, sentence, parent)
        theme = desk.theme
        self.bring_in: ImportCard | None = None
        self.save_copy = Button(theme, words.SAVE_COPY, compact=True)
        brought, desk.session.brought = desk.session.brought, None
        if isinstance(brought, ImportReport):
            self._add_outcome(brought)
        if desk.session.read_only or desk.sample:
            note = words.SAMPLE if desk.sample else words.READING
            card = self.add_card(words.BRING_IN)
            card.body.addWidget(IconLine(theme, "info", note, icon_token="info", wrap=True))
        else:
            self.bring_in = ImportCard(desk)
            self.column.addWidget(self.bring_in)
            if isinstance(brought, Asked):
                self.bring_in.look_at(brought.path, brought.mapping)
        self.take = TakeCard(desk)
        self.column.addWidget(self.take)
        card = self.add_card(words.LEAVING)
        card.body.addWidget(Label(theme, words.LEAVING_WHY, Role.WHY, "ink2", wrap=True))
        add_ways(theme, card, self.save_copy)
        if self.bring_in is not None:
            take = self.take
            self.bring_in.followers = [take.everything, take.table, take.calendar, take.bar.cancel, self.save_copy]
        self.save_copy.clicked.connect(partial(self.page_wanted.emit, "settings", "backups copy"))

    def show_thing(self, rest: str) -> None:
        if rest == "file" and self.bring_in is not None:
            self.bring_in.ask_for_file()
        elif rest == "invitations" and self.bring_in is not None:
            self.bring_in.ask_for_calendar()
        elif rest == "calendar":
            self.take.calendar.setFocus(Qt.FocusReason.OtherFocusReason)
        elif rest == "take":
            self.take.everything.setFocus(Qt.FocusReason.OtherFocusReason)
        elif rest == "leave":
            self.save_copy.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_outcome(self, report: ImportReport) -> None:
        theme = self.desk.theme
        card = self.add_card(words.DONE)
        card.body.addWidget(IconLine(theme, "tick", words.came_in(report), token="ink", icon_token="accent", wrap=True))
        if report.skipped:
            card.body.addWidget(IconLine(theme, "minus", words.stayed_out(report), token="ink", wrap=True))
            left = RowList(theme, "What stayed out, and why", most=5)
            left.show_rows(
                [Row(str(place), what[:1].upper() + what[1:], why) for place, (what, why) in enumerate(report.skipped)]
            )
            card.body.addWidget(left)
        text, page = words.where_it_is(report)
        show = Button(theme, text, compact=True)
        show.clicked.connect(partial(self.page_wanted.emit, page, ""))
        add_ways(theme, card, show)
