"""Documents of supervision from the window: a place is chosen, the worker draws, and a message says where it is."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from otcpd.actions.pathway.reading_list import reading_paper
from otcpd.actions.profile_folder import WorkingFolder, no_room_to_work
from otcpd.actions.supervision import papers
from otcpd.domain.errors import OtcpdError
from otcpd.domain.period import Period
from otcpd.exchange.evidence_text import EvidenceText
from otcpd.portfolio.papers.content import SessionRecordPaper
from otcpd.portfolio.papers.paper import Paper
from otcpd.record.record import Record
from otcpd.ui import words
from otcpd.ui.file_names import with_ending
from otcpd.ui.messages import Message
from otcpd.ui.pages.base import Desk
from otcpd.ui.papers.place import remember_place, usual_place
from otcpd.ui.papers.told import tell_saved

KINDS = {".pdf": "PDF (*.pdf)", ".docx": "Word document (*.docx)"}
OPEN_IN_LOG = "Open it in the log"


class PaperRun(QObject):
    """Draws one document after the other."""

    evidence_made = Signal(str)
    """The activity whose evidence the anonymised record now is."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        """`window` is what the file chooser belongs to."""
        super().__init__(window)
        self._desk = desk
        self._window = window

    def save_session(self, session: str, kind: str) -> None:
        """The "agenda" of a session, or its record as "pdf" or "docx"."""
        if kind == "agenda":
            self._save(partial(papers.agenda_content, session=session))
        else:
            self._save(partial(papers.session_record_content, session=session), f".{kind}")

    def save_agreement(self, agreement: str) -> None:
        """An agreement, to read and sign."""
        self._save(partial(papers.agreement_content, agreement=agreement))

    def save_year(self, period: Period) -> None:
        """A summary of the sessions of a period."""
        self._save(partial(papers.year_summary_content, period=period))

    def save_reading_list(self, suffix: str) -> None:
        """The reference list, as ".pdf" or ".docx"."""
        self._save(reading_paper, suffix)

    def _save(self, collect: Callable[[Record], Paper], suffix: str = ".pdf") -> None:
        """Have a place chosen and write there what `collect` gives."""
        content = self._collected(collect)
        if content is None:
            return
        suggested = usual_place(self._desk, papers.paper_name(content, suffix))
        done = partial(self._on_place, content, suffix)
        self._desk.desktop.choose_place(self._window, "Save the document", suggested, KINDS[suffix], done)

    def use_as_evidence(self, session: str) -> None:
        """Draw the anonymised record of a session and make it evidence."""
        content = self._collected(partial(papers.anonymised_content, session=session))
        if not isinstance(content, SessionRecordPaper):
            return
        try:
            folder = WorkingFolder(no_room_to_work)
        except OtcpdError as error:
            self._desk.session.problem.emit(error)
            return
        path = folder.path / papers.paper_name(content)
        job = self._desk.session.background.run(papers.evidence_task(content, path))
        job.done.connect(partial(self._on_drawn, session, content, path))
        job.failed.connect(self._desk.session.problem)
        job.ended.connect(partial(folder.close))  # holds the folder until then

    def _collected(self, collect: Callable[[Record], Paper]) -> Paper | None:
        if not self._desk.session.flush():
            return None
        try:
            return collect(self._desk.session.record)
        except OtcpdError as error:
            self._desk.session.problem.emit(error)
            return None

    def _on_place(self, content: Paper, suffix: str, chosen: list[Path]) -> None:
        place = with_ending(chosen[0], suffix)
        remember_place(self._desk, place)
        job = self._desk.session.background.run(papers.paper_task(content, place))
        job.done.connect(partial(tell_saved, self._desk))
        job.failed.connect(self._desk.session.problem)

    def _on_drawn(self, session: str, content: SessionRecordPaper, path: Path, found: EvidenceText) -> None:
        done = self._desk.session.act(papers.attach_paper, session, content, path, found)
        if done is None:
            return
        activity = self._desk.session.record.sessions.get(session).made or ""
        show = partial(self.evidence_made.emit, activity)
        said, undo = "Added to your log as evidence, without names", self._desk.session.undo
        message = Message(said, words.UNDO, undo, passing=True, other=OPEN_IN_LOG, do_other=show)
        self._desk.messages.wanted.emit(message)
