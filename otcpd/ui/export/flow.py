"""One export after the other: place, slices of work, jobs, outcome. Knows nothing of how it looks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from otcpd.actions.profile_plan import ProfileMade, ProfilePlan
from otcpd.actions.reading import profile_period
from otcpd.background import Progress
from otcpd.domain.errors import OtcpdError
from otcpd.portfolio.content import ProfileContent
from otcpd.ui.export import place as places
from otcpd.ui.export import words
from otcpd.ui.export.choices import plan_for
from otcpd.ui.file_names import with_ending
from otcpd.ui.pages.base import Desk
from otcpd.ui.words import TRY_AGAIN

if TYPE_CHECKING:
    from otcpd.ui.export.run import ExportRun

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
    """`place` is where the person wanted the PDF.

    While it is drawn, `done` of `total` steps are behind us, and `words` say what is under way. When it is
    ready, `made` says what there is.
    """

    stage: Stage = Stage.NONE
    place: Path = Path()
    content: ProfileContent | None = None
    done: int = 0
    total: int = 0
    words: str = ""
    made: ProfileMade | None = None
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
        self._existed = False
        self._run: ExportRun | None = None

    @property
    def state(self) -> ExportState:
        """How things stand."""
        return self._state

    def begin(self) -> None:
        """Have a place chosen, then draw. Nothing happens while an export is under way."""
        if self._state.stage is Stage.DRAWING:
            return
        session = self._desk.session
        if not session.flush():
            self._desk.messages.offer(session.saving.sentence, TRY_AGAIN, session.flush)
            return
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
        self._machine()  # while the file chooser opens, it is not missed
        suggested = places.usual_folder(self._desk.machine.text(LAST_FOLDER)) / name
        self._desk.desktop.choose_place(
            self._window, words.CHOOSE_PLACE, suggested, words.PDF_FILES, self._on_place_chosen
        )

    def try_again(self) -> None:
        """Draw once more, to the same place."""
        self._draw(self._state.place)

    def cancel(self) -> None:
        """Give up what is under way: everything is then as it was before."""
        if self._run is None or not self._run.under_way:
            return
        place = self._state.place
        self._run.cancel()
        self._desk.messages.say(words.cancelled(place, self._existed), icon="info")

    def put_away(self) -> None:
        """The person has read how it went."""
        if self._state.stage is not Stage.DRAWING:
            self._tell(ExportState())

    def open_file(self) -> None:
        """Open the PDF, or its first part, with the program the system has for it."""
        made = self._state.made
        self._open(made.pdfs[0] if made else self._state.place)

    def open_folder(self) -> None:
        """Show the folder that holds it."""
        self._open(self._state.place.parent)

    def _open(self, path: Path) -> None:
        if not self._desk.desktop.open(path):
            self._desk.messages.say(words.NO_PROGRAM, icon="info")

    def plan_of(self, place: Path) -> ProfilePlan:
        """What the person wants, with the PDF at `place`."""
        return plan_for(self._desk.session.record, place)

    def _on_place_chosen(self, chosen: list[Path]) -> None:
        self._draw(with_ending(chosen[0], places.PDF))  # so it can never take the place of a CPD file

    def _draw(self, place: Path) -> None:
        try:
            content, now = self._machine().begin(self.plan_of(place))
        except OtcpdError as error:
            self._state = replace(self._state, place=place)
            self._fail(error)
            return
        self._desk.machine.put(LAST_FOLDER, str(place.parent))
        self._existed = place.exists()
        self._tell(ExportState(Stage.DRAWING, place, content, now.done, now.total, now.words))

    def _machine(self) -> ExportRun:
        """What draws. The page comes up without all that it needs."""
        if self._run is None:
            from otcpd.ui.export.run import ExportRun

            self._run = ExportRun(self._desk.session, self)
            self._run.progressed.connect(self._show)
            self._run.made.connect(self._on_made)
            self._run.failed.connect(self._fail)
            self._run.given_up.connect(self._on_given_up)
        return self._run

    def _on_given_up(self) -> None:
        self._tell(ExportState())

    def _on_made(self, made: ProfileMade) -> None:
        self._tell(replace(self._state, stage=Stage.READY, made=made))

    def _show(self, now: Progress) -> None:
        state = replace(self._state, done=now.done, total=now.total, words=now.words)
        if state != self._state:
            self._tell(state)

    def _fail(self, error: OtcpdError) -> None:
        self._tell(replace(self._state, stage=Stage.FAILED, error=error))

    def _tell(self, state: ExportState) -> None:
        self._state = state
        self.told.emit(state)
