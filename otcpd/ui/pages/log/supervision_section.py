"""Bringing an activity to supervision, and the sessions that it has to do with."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.actions.supervision.sessions import bring_to_supervision
from otcpd.catalogue import load_catalogue
from otcpd.domain.activity import Activity
from otcpd.domain.dates import long_day
from otcpd.domain.words import counted
from otcpd.record.record import Record
from otcpd.record.session_rows import SessionRow
from otcpd.ui.pages.base import Desk, lead_to
from otcpd.ui.pages.log.section import Section
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.link_button import LinkButton
from otcpd.ui.widgets.overhang import Overhang
from otcpd.ui.widgets.switch import Switch

BRING = "Bring to supervision"
HINT = "It is then offered as a topic when you prepare the next session."
TALKED, RECORD_OF = "Talked about in", "Record of"


class SupervisionSection(Section):
    """A switch, and links to sessions."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.bring = Switch(desk.theme, BRING)
        self.bring.setAccessibleDescription(HINT)
        self.bring.clicked.connect(self._on_bring)
        self.links: list[LinkButton] = []
        self._shown: list[tuple[str, SessionRow]] = []
        self._places = QVBoxLayout()
        self._places.setContentsMargins(0, 0, 0, 0)
        self._places.setSpacing(0)
        self.column.addLayout(Overhang(self.bring))
        self.column.addWidget(Label(desk.theme, HINT, Role.META, "ink2", wrap=True))
        self.column.addLayout(self._places)

    def refresh(self, activity: Activity, *, other: bool) -> None:
        record = self.desk.session.record
        self.bring.setChecked(record.sessions.is_to_bring(activity.id))
        self.bring.setEnabled(not self.desk.session.read_only)
        told = sessions_of(record, activity.id)
        if told == self._shown:
            return
        self._shown = told
        for link in self.links:
            self._places.removeWidget(link)
            link.hide()
            link.deleteLater()
        self.links = [LinkButton(self.desk.theme, _words(*one), "bubbles") for one in told]
        for link, (_, row) in zip(self.links, told, strict=True):
            link.clicked.connect(partial(self._go, row.id))
            self._places.addLayout(Overhang(link))

    def _on_bring(self, on: bool) -> None:
        if self.activity is not None:
            self.desk.session.act(bring_to_supervision, self.activity.id, on)

    def _go(self, session: str) -> None:
        lead_to(self, "supervision", session)


def sessions_of(record: Record, activity: str) -> list[tuple[str, SessionRow]]:
    """The sessions of an activity, the newest first, and what it has to do with each."""
    talked = record.sessions.as_topic(activity)
    linked = record.sessions.of_activity(activity)
    rows = record.sessions.some_rows({*talked, *linked})
    made = record.sessions.recorded_by(activity)
    return [(RECORD_OF if row.id == made else TALKED, row) for row in rows]


def supervision_fact(record: Record, activity: str) -> str:
    """What the section holds, in a few words."""
    if record.sessions.is_to_bring(activity):
        return "Marked to bring"
    number = len({*record.sessions.as_topic(activity), *record.sessions.of_activity(activity)})
    return f"In {counted(number, 'session')}" if number else ""


def _words(what: str, row: SessionRow) -> str:
    title = load_catalogue().supervision.kinds[row.kind].title
    return f"{what}: {title}, {long_day(row.day)}"
