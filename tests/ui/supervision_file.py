"""A small file with supervision for tests of its page, and short ways about that page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from otcpd.actions.people import add_person, say_whether_ot
from otcpd.actions.supervision.agenda import add_line
from otcpd.actions.supervision.agreements import agree_to_terms, new_agreement
from otcpd.actions.supervision.sessions import edit_session, hold_session, miss_session, plan_session
from otcpd.actions.supervision.values import FieldValue
from otcpd.domain.supervision import AgreementKind, MissedBy
from otcpd.record.opening import Surroundings
from otcpd.record.record import Record
from otcpd.ui.pages.supervision.detail import SessionDetail
from otcpd.ui.pages.supervision.page import SupervisionPage
from tests.ports import FixedClock
from tests.record.moulds import moulded
from tests.record.support import make_file
from tests.ui.opened import Opened

TO_RECORD, COMING = date(2026, 11, 12), date(2026, 11, 26)
LAST = date(2026, 10, 29)


@dataclass
class Supervised:
    """The program on its page for supervision."""

    opened: Opened

    @property
    def page(self) -> SupervisionPage:
        page = self.opened.window.page
        assert isinstance(page, SupervisionPage)
        return page

    @property
    def detail(self) -> SessionDetail:
        return self.page.detail

    @property
    def record(self) -> Record:
        return self.opened.record

    def session_on(self, day: date) -> str:
        """The session of a day."""
        return next(row.id for row in self.record.sessions.rows() if row.day == day)

    def show(self, day: date) -> str:
        """Open the session of a day; its id."""
        session = self.session_on(day)
        self.page.show_thing(session)
        return session

    def listed(self) -> list[str]:
        """What the list shows, heads included."""
        model = self.page.pane.list.rows
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def type(self, text: str, *, enter: bool = False) -> None:
        """Type where the focus is."""
        self.opened.type(text)
        if enter:
            self.opened.press(Qt.Key.Key_Return)


def is_shown(widget: QWidget) -> bool:
    """Whether it is on show inside its window."""
    return widget.isVisibleTo(widget.window())


def supervision_file(folder: Path, clock: FixedClock) -> Path:
    """An agreement every six weeks with an OT: four sessions past, one to record, one to come."""
    path = folder / "supervised.otcpd"
    moulded(path, clock, 6, "supervised", _supervised).close()
    return path


def _supervised(path: Path, around: Surroundings) -> Record:
    record = make_file(path, around)
    fiona = add_person(record, "Fiona Alder", "Lead OT").created[0]
    say_whether_ot(record, fiona, True)
    terms: dict[str, FieldValue] = {"start": date(2026, 1, 5), "every_weeks": 6, "weeks_from": 4, "place": "Room 2"}
    agreement = new_agreement(
        record, AgreementKind.PROFESSIONAL, supervisor=fiona, supervisor_is_ot=True, terms=terms
    ).created[0]
    agree_to_terms(record, agreement, record.agreements.get(agreement).newest.id, date(2026, 1, 5))
    for day in (date(2026, 7, 16), date(2026, 8, 6), date(2026, 9, 17), LAST, TO_RECORD, COMING):
        made = plan_session(record, day, agreement=agreement, start=time(10)).created[0]
        if day.month == 7:
            miss_session(record, made, MissedBy.SUPERVISOR, "duty_cover")
        elif day <= LAST:
            hold_session(record, made)
        if day == LAST:
            add_line(record, "session_action", made, "Ask for a day at the splinting clinic")
            edit_session(record, made, "formative", "We talked about the hoist review.")
    return record
