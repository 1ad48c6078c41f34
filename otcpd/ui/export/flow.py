"""One export after the other: place, content, worker, outcome. Knows nothing of how it looks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from otcpd.actions.files import refuse_own_file
from otcpd.actions.profile import draw, profile_content
from otcpd.actions.reading import profile_period
from otcpd.background import task
from otcpd.domain.errors import MachineSaidNo, OtcpdError
from otcpd.portfolio.content import ProfileContent
from otcpd.ui.background import Job
from otcpd.ui.export import place as places
from otcpd.ui.export import words
from otcpd.ui.pages.base import Desk
from otcpd.ui.words import TRY_AGAIN

LAST_FOLDER = "export_folder"
"""The key under which this computer remembers where profiles went."""


class Stage(Enum):
    """How far an export is."""

    NONE = "none"
    DRAWING = "drawing"
    READY = "ready"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class ExportState:
    """`warning` says what stays to be fixed, if anything; `done` of `total` are steps of the worker."""

    stage: Stage = Stage.NONE
    place: Path = Path()
    warning: str = ""
    content: ProfileContent | None = None
    done: int = 0
    total: int = 0
    error: OtcpdError | None = None


class ExportFlow(QObject):
    """Exports the profile of the open file. An older file at the place stays as it was unless all goes well."""

    told = Signal(object)
    """An ExportState, whenever it changes."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        """`window` is what the file chooser belongs to."""
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._state = ExportState()
        self._job: Job | None = None
        self._existed = False
        self._parts: frozenset[Path] = frozenset()

    @property
    def state(self) -> ExportState:
        """How things stand."""
        return self._state

    def begin(self, warning: str = "") -> None:
        """Have a place chosen, then draw. Nothing happens while an export is under way."""
        if self._state.stage is Stage.DRAWING:
            return
        session = self._desk.session
        if not session.flush():
            self._desk.messages.offer(session.saving.sentence, TRY_AGAIN, session.flush)
            return
        self._state = replace(self._state, warning=warning)
        self.choose_place()

    def choose_place(self) -> None:
        """Have a place chosen, with the name a person would give the file."""
        record = self._desk.session.record
        try:
            period = profile_period(record, record.portfolios.current())
            name = places.file_name(record.people.owner().name, period)
        except OtcpdError as error:
            self._desk.session.problem.emit(error)
            return
        suggested = places.usual_folder(self._desk.machine.text(LAST_FOLDER)) / name
        self._desk.desktop.choose_place(
            self._window, words.CHOOSE_PLACE, suggested, words.PDF_FILES, self._on_place_chosen
        )

    def try_again(self) -> None:
        """Draw once more, to the same place."""
        self._draw(self._state.place)

    def cancel(self) -> None:
        """Give up what is under way."""
        if self._job is not None:
            self._job.cancel()

    def put_away(self) -> None:
        """The person has read how it went."""
        if self._state.stage is not Stage.DRAWING:
            self._tell(ExportState())

    def open_file(self) -> None:
        """Open the PDF with the program the system has for it."""
        self._open(self._state.place)

    def open_folder(self) -> None:
        """Show the folder that holds it."""
        self._open(self._state.place.parent)

    def _open(self, path: Path) -> None:
        if not self._desk.desktop.open(path):
            self._desk.messages.say(words.NO_PROGRAM, icon="info")

    def _on_place_chosen(self, chosen: list[Path]) -> None:
        self._draw(places.as_pdf(chosen[0]))

    def _draw(self, place: Path) -> None:
        try:
            refuse_own_file(self._desk.session.record, place)
            content = profile_content(self._desk.session.record)
        except OtcpdError as error:
            self._fail(replace(self._state, place=place), error)
            return
        self._desk.machine.put(LAST_FOLDER, str(place.parent))
        self._existed = place.exists()
        self._parts = places.half_written(place.parent)
        self._job = self._desk.session.background.run(task(draw, content, place))
        self._job.progressed.connect(self._on_progress)
        self._job.done.connect(self._on_done)
        self._job.failed.connect(self._on_failed)
        self._job.cancelled.connect(self._on_cancelled)
        self._job.ended.connect(self._on_ended)
        self._tell(ExportState(Stage.DRAWING, place, self._state.warning, content))

    def _on_progress(self, done: int, total: int) -> None:
        self._tell(replace(self._state, done=done, total=total))

    def _on_done(self) -> None:
        self._tell(replace(self._state, stage=Stage.READY))

    def _on_failed(self, error: OtcpdError) -> None:
        # Of what drawing can meet only the machine is a person's business; the rest is the worker going down.
        known = isinstance(error, MachineSaidNo)
        shown = error if known else OtcpdError(words.STOPPED, words.STOPPED_SAFE, words.STOPPED_NEXT)
        self._clear_parts()
        self._fail(self._state, shown)

    def _on_cancelled(self) -> None:
        self._clear_parts()
        place = self._state.place
        self._tell(ExportState())
        self._desk.messages.say(words.cancelled(place, self._existed), icon="info")

    def _on_ended(self) -> None:
        self._job = None

    def _clear_parts(self) -> None:
        places.clear_away(places.half_written(self._state.place.parent) - self._parts)

    def _fail(self, state: ExportState, error: OtcpdError) -> None:
        self._tell(replace(state, stage=Stage.FAILED, error=error))

    def _tell(self, state: ExportState) -> None:
        self._state = state
        self.told.emit(state)
