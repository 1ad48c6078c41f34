"""Saves sessions for the person's calendar: a place is chosen, the worker writes, and a message says where it is."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from otcpd.actions.in_worker import for_worker
from otcpd.actions.profile_folder import WorkingFolder, no_room_to_work
from otcpd.actions.supervision.calendar_export import CalendarExport
from otcpd.actions.supervision.calendar_jobs import export_calendar_job
from otcpd.background import task
from otcpd.domain.errors import OtcpdError
from otcpd.ui.file_names import with_ending
from otcpd.ui.pages.base import Desk
from otcpd.ui.papers.place import remember_place, usual_place
from otcpd.ui.papers.told import tell_saved

NAME, KIND, ICS = "Supervision.ics", "Calendar file (*.ics)", ".ics"
TITLE = "Save as a calendar file"
BACK = timedelta(days=366)
"""Sessions older than this stay out of it: no calendar has to show them."""


class CalendarRun(QObject):
    """Reads a copy of the CPD file, so that what is typed meanwhile does not wait."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        """`window` is what the file chooser belongs to."""
        super().__init__(window)
        self._desk = desk
        self._window = window

    def save(self) -> None:
        """Have a place chosen and write the sessions there."""
        self._desk.desktop.choose_place(self._window, TITLE, usual_place(self._desk, NAME), KIND, self._on_place)

    def _on_place(self, chosen: list[Path]) -> None:
        session = self._desk.session
        if not session.flush():
            return
        place = with_ending(chosen[0], ICS)
        try:
            folder = WorkingFolder(no_room_to_work)
        except OtcpdError as error:
            session.problem.emit(error)
            return
        remember_place(self._desk, place)
        start, around = session.services.clock.today() - BACK, for_worker(session.services.around)
        job = session.background.run(
            task(export_calendar_job, session.record.path, place, start, None, False, folder.path, around)
        )
        job.done.connect(self._on_written)
        job.failed.connect(session.problem)
        job.ended.connect(partial(folder.close))  # holds the folder until then

    def _on_written(self, report: object) -> None:
        assert isinstance(report, CalendarExport)
        tell_saved(self._desk, report.path)
