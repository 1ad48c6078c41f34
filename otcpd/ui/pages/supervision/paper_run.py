"""Documents of supervision from the window: a place is chosen, the worker draws, and a message says where it is."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from otcpd.actions.supervision import papers
from otcpd.domain.errors import MachineSaidNo, OtcpdError
from otcpd.domain.period import Period
from otcpd.domain.words import quoted
from otcpd.exchange.evidence_text import EvidenceText
from otcpd.portfolio.papers.content import Paper, SessionRecordPaper
from otcpd.record.record import Record
from otcpd.ui.export.place import PAPERS_FOLDER, usual_folder
from otcpd.ui.export.words import NO_PROGRAM
from otcpd.ui.messages import Message
from otcpd.ui.pages.base import Desk

KINDS = {".pdf": "PDF (*.pdf)", ".docx": "Word document (*.docx)"}
OPEN, SHOW_FOLDER, OPEN_IN_LOG = "Open it", "Show the folder", "Open it in the log"


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
            self._save(partial(_agenda, session=session))
        else:
            self._save(partial(_record_paper, session=session), f".{kind}")

    def save_agreement(self, agreement: str) -> None:
        """An agreement, to read and sign."""
        self._save(partial(_agreement, agreement=agreement))

    def save_year(self, period: Period) -> None:
        """A summary of the sessions of a period."""
        self._save(partial(_year, period=period))

    def _save(self, collect: Callable[[Record], Paper], suffix: str = ".pdf") -> None:
        """Have a place chosen and write there what `collect` gives."""
        content = self._collected(collect)
        if content is None:
            return
        folder = usual_folder(self._desk.machine.text(PAPERS_FOLDER))
        suggested = folder / papers.paper_name(content, suffix)
        done = partial(self._on_place, content, suffix)
        self._desk.desktop.choose_place(self._window, "Save the document", suggested, KINDS[suffix], done)

    def use_as_evidence(self, session: str) -> None:
        """Draw the anonymised record of a session and make it evidence."""
        content = self._collected(partial(_anonymised, session=session))
        if not isinstance(content, SessionRecordPaper):
            return
        try:
            folder = TemporaryDirectory(prefix="otcpd-", ignore_cleanup_errors=True)
        except OSError as error:
            self._desk.session.problem.emit(MachineSaidNo(str(error), "Nothing was changed.", "Try it again."))
            return
        path = Path(folder.name) / papers.paper_name(content)
        job = self._desk.session.background.run(papers.evidence_task(content, path))
        job.done.connect(partial(self._on_drawn, session, content, path))
        job.failed.connect(self._desk.session.problem)
        job.ended.connect(partial(_clean, folder))

    def _collected(self, collect: Callable[[Record], Paper]) -> Paper | None:
        if not self._desk.session.flush():
            return None
        try:
            return collect(self._desk.session.record)
        except OtcpdError as error:
            self._desk.session.problem.emit(error)
            return None

    def _on_place(self, content: Paper, suffix: str, chosen: list[Path]) -> None:
        place = chosen[0] if chosen[0].suffix.lower() == suffix else chosen[0].with_name(chosen[0].name + suffix)
        self._desk.machine.put(PAPERS_FOLDER, str(place.parent))
        job = self._desk.session.background.run(papers.paper_task(content, place))
        job.done.connect(self.tell_saved)
        job.failed.connect(self._desk.session.problem)

    def tell_saved(self, place: Path) -> None:
        """Say where a file is, with ways to open it and its folder."""
        said = f"{quoted(place.name)} is saved"
        message = Message(said, OPEN, partial(self._open, place), other=SHOW_FOLDER)
        self._desk.messages.wanted.emit(message._replace(do_other=partial(self._open, place.parent)))

    def _open(self, path: Path) -> None:
        if not self._desk.desktop.open(path):
            self._desk.messages.say(NO_PROGRAM, icon="info")

    def _on_drawn(self, session: str, content: SessionRecordPaper, path: Path, found: EvidenceText) -> None:
        done = self._desk.session.act(papers.attach_paper, session, content, path, found)
        if done is None:
            return
        activity = self._desk.session.record.sessions.get(session).made or ""
        show = partial(self.evidence_made.emit, activity)
        message = Message("Added to your log as evidence, without names", "Undo", self._desk.session.undo, passing=True)
        self._desk.messages.wanted.emit(message._replace(other=OPEN_IN_LOG, do_other=show))


def _agenda(record: Record, session: str) -> Paper:
    return papers.agenda_content(record, session)


def _record_paper(record: Record, session: str) -> Paper:
    return papers.session_record_content(record, session)


def _agreement(record: Record, agreement: str) -> Paper:
    return papers.agreement_content(record, agreement)


def _year(record: Record, period: Period) -> Paper:
    return papers.year_summary_content(record, period)


def _anonymised(record: Record, session: str) -> Paper:
    return papers.anonymised_content(record, session)


def _clean(folder: TemporaryDirectory[str]) -> None:
    folder.cleanup()
