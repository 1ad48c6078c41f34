"""What leaves from the page, and comes in: documents, calendar files, the year at a glance."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from otcpd.domain.dates import add_months
from otcpd.domain.period import Period
from otcpd.ui.letting_go import open_once
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.supervision.contents import SupervisionContents
from otcpd.ui.pages.supervision.head import Link

if TYPE_CHECKING:
    from otcpd.ui.pages.supervision.calendar_run import CalendarRun
    from otcpd.ui.papers.run import PaperRun


class Ways(QObject):
    """Knows where things go; the page says what."""

    session_wanted = Signal(str)
    page_wanted = Signal(str, str)
    """Another page, and a thing there."""

    def __init__(self, desk: Desk, contents: SupervisionContents, window: QWidget) -> None:
        """`window` is what choosers belong to."""
        super().__init__(window)
        self._desk = desk
        self._contents = contents
        self._window = window
        self._papers: PaperRun | None = None
        self._calendar: CalendarRun | None = None

    @property
    def papers(self) -> PaperRun:
        """What makes documents."""
        if self._papers is None:
            from otcpd.ui.papers.run import PaperRun  # a document is made now and then

            self._papers = PaperRun(self._desk, self._window)
            self._papers.evidence_made.connect(self.to_activity)
        return self._papers

    def links(self) -> list[Link]:
        """What the page leads to, as quiet links."""
        return [
            Link("Year view", self.show_year, of_sessions=True),
            Link("People", self._to_people),
            Link("Protected time", self.to_protected),
            Link("Year summary", self.save_year, of_sessions=True),
            Link("Save as a calendar file", self.save_calendar, of_sessions=True),
            Link("Bring in invitations", self._to_import, changes=True),
        ]

    def to_activity(self, activity: str) -> None:
        """An activity in the log."""
        self.page_wanted.emit("log", activity)

    def to_protected(self) -> None:
        """The page for protected time and workload."""
        self.page_wanted.emit("protected", "")

    def _to_people(self) -> None:
        self.page_wanted.emit("settings", "people")

    def _to_import(self) -> None:
        self.page_wanted.emit("settings", "import")

    def save_paper(self, session: str, kind: str) -> None:
        """A document of a session: its "agenda", or its record as "pdf" or "docx"."""
        self.papers.save_session(session, kind)

    def save_agreement(self, agreement: str) -> None:
        """An agreement, to read and sign."""
        self.papers.save_agreement(agreement)

    def use_as_evidence(self, session: str) -> None:
        """Make the anonymised record of a session evidence."""
        self.papers.use_as_evidence(session)

    def save_year(self) -> None:
        """The year until today."""
        today = self._contents.today
        start = add_months(today, -12) + timedelta(days=1)
        self.papers.save_year(Period(start, today))

    def show_year(self) -> None:
        """The calendar of the year."""
        from otcpd.ui.pages.supervision.year_dialog import YearDialog  # looked at now and then

        dialog = YearDialog(self._desk, self._contents, self._window)
        dialog.session_wanted.connect(self.session_wanted)
        open_once(dialog)

    def save_calendar(self) -> None:
        """Have a place chosen for the calendar file."""
        if self._calendar is None:
            from otcpd.ui.pages.supervision.calendar_run import CalendarRun  # as seldom

            self._calendar = CalendarRun(self._desk, self._window)
        self._calendar.save()
