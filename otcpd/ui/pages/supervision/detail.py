"""The open session, in three steps: Prepare, Record, Agree."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from otcpd.actions.supervision import sessions
from otcpd.domain.supervision import SessionState
from otcpd.ui.layout import WIDE, Layout
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.supervision.agree import AgreeStep
from otcpd.ui.pages.supervision.contents import SupervisionContents
from otcpd.ui.pages.supervision.detail_top import AGREE, PREPARE, RECORD, DetailTop
from otcpd.ui.pages.supervision.prepare import Prepare
from otcpd.ui.pages.supervision.record_step import RecordStep
from otcpd.ui.pages.supervision.step import Shown, Step
from otcpd.ui.widgets.ground import Ground
from otcpd.ui.widgets.page_header import put_first

_MAKES: dict[str, Callable[[Desk], Step]] = {PREPARE: Prepare, RECORD: RecordStep, AGREE: AgreeStep}


class SessionDetail(Ground):
    """Shows one session; `follow` after every change to it. Steps are built when first shown."""

    back_wanted = Signal()
    delete_wanted = Signal(str)
    session_wanted = Signal(str)
    activity_wanted = Signal(str)
    agreement_wanted = Signal(str)
    workload_wanted = Signal()
    paper_wanted = Signal(str, str)
    """The session, and "agenda", "pdf" or "docx"."""
    evidence_wanted = Signal(str)
    filled = Signal()
    """Something came or went inside."""
    finished = Signal()
    """Everything is done here; on with the next."""

    def __init__(self, desk: Desk, contents: SupervisionContents, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, "surface", parent)
        self.desk = desk
        self._contents = contents
        self.shown: Shown | None = None
        self._layout = WIDE
        self.setAccessibleName("Session")
        self.top = DetailTop(desk, contents)
        self.steps: dict[str, Step] = {}
        self._stack = QStackedWidget()
        self._stack.setMinimumHeight(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack, 1)
        self.top.back_wanted.connect(self.back_wanted)
        self.top.delete_wanted.connect(self._on_delete)
        self.top.session_wanted.connect(self.session_wanted)
        self.top.agreement_wanted.connect(self.agreement_wanted)
        self.top.steps.chosen.connect(self._on_step)
        self.top.unfolded.connect(self.filled)

    @property
    def step(self) -> Step:
        """The step on show, built when first asked for."""
        key = self.top.steps.value()
        if key not in self.steps:
            made = _MAKES[key](self.desk)
            self._connect(made)
            made.apply_layout(self._layout)
            self.steps[key] = made
            self._stack.addWidget(made)
        return self.steps[key]

    def open(self, session: str, *, fresh: bool = False) -> None:
        """Show a session, at the step that is next. `fresh`: it was begun just now, and its basics are open."""
        self.leave()
        self.shown = self._contents.shown(session)
        self.top.open_basics(fresh=session if fresh else "")
        self.top.steps.set_value(self._next_step(self.shown))
        self._load()
        self.step.scroller.verticalScrollBar().setValue(0)

    def follow(self) -> None:
        """Show it again after a change."""
        if self.shown is not None:
            self.shown = self._contents.shown(self.shown.session.id)
            self._load()

    def close_session(self) -> None:
        """Nothing is open."""
        self.shown = None

    def leave(self) -> None:
        """Read what still stands in fields, and save."""
        if self.shown is not None and not self.desk.session.read_only:
            self.top.commit()
            for step in self.steps.values():
                step.commit()
            self.desk.session.flush()

    def take_focus(self) -> None:
        """Into the first field."""
        if self.top.basics_open:
            self.top.basics.take_focus()
        else:
            self.top.title.setFocus(Qt.FocusReason.TabFocusReason)

    def show_step(self, key: str) -> None:
        """Go to a step, into its first field."""
        self.step.commit()
        self.top.steps.set_value(key)
        self._load()
        if key == AGREE:  # it is read from the top
            self.step.scroller.verticalScrollBar().setValue(0)
            self.top.title.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.step.take_focus()

    def finish(self) -> None:
        """This step is done: on to the next one, and from the last one to what else waits."""
        key = self.top.steps.value()
        if key == PREPARE:
            self._start()
        elif key == RECORD:
            self.show_step(AGREE)
        elif self.shown is not None and self.shown.held and not self.shown.session.agreed_by_both:
            step = self.step
            assert isinstance(step, AgreeStep)
            step.agree()
        else:
            self.finished.emit()

    def apply_layout(self, layout: Layout) -> None:
        """Fit to the window."""
        self._layout = layout
        self.top.apply_layout(layout)
        for step in self.steps.values():
            step.apply_layout(layout)

    def _load(self) -> None:
        if self.shown is None:
            return
        self.top.load(self.shown)
        step = self.step
        put_first(self.top, step.column)
        step.load(self.shown)
        self._stack.setCurrentWidget(step)
        self.filled.emit()

    def _next_step(self, shown: Shown) -> str:
        if shown.locked and shown.held:
            return AGREE
        return RECORD if shown.held else PREPARE

    def _connect(self, step: Step) -> None:
        if isinstance(step, Prepare):
            step.start_wanted.connect(self._start)
            step.agenda_wanted.connect(self._on_agenda)
            step.workload_wanted.connect(self.workload_wanted)
        if isinstance(step, RecordStep):
            step.done_wanted.connect(self._to_agree)
        if isinstance(step, Prepare | RecordStep):
            step.session_wanted.connect(self.session_wanted)
        if isinstance(step, Prepare | RecordStep | AgreeStep):
            step.activity_wanted.connect(self.activity_wanted)
        if isinstance(step, AgreeStep):
            step.back_to_record.connect(self._to_record)
            step.paper_wanted.connect(self._on_paper)
            step.evidence_wanted.connect(self._on_evidence)

    def _start(self) -> None:
        """On to the record. A session whose day has come is held by it."""
        shown = self.shown
        if shown is None:
            return
        planned = shown.session.state is SessionState.PLANNED and shown.session.day <= shown.today
        if planned and not shown.read_only:
            self.step.commit()
            self.desk.session.act(sessions.hold_session, shown.session.id)
        self.show_step(RECORD)

    def _to_record(self) -> None:
        self.show_step(RECORD)

    def _to_agree(self) -> None:
        self.show_step(AGREE)

    def _on_step(self, _key: str) -> None:
        for step in self.steps.values():
            step.commit()
        self._load()

    def _on_delete(self) -> None:
        if self.shown is not None:
            self.delete_wanted.emit(self.shown.session.id)

    def _on_agenda(self) -> None:
        self._on_paper("agenda")

    def _on_paper(self, kind: str) -> None:
        if self.shown is not None:
            self.leave()
            self.paper_wanted.emit(self.shown.session.id, kind)

    def _on_evidence(self) -> None:
        if self.shown is not None:
            self.leave()
            self.evidence_wanted.emit(self.shown.session.id)
