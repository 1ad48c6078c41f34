"""Bringing references in from a file: what is new, what is there already, and what was not understood."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from otcpd.actions.in_worker import for_worker
from otcpd.actions.pathway.importing_references import (
    REFERENCE_LIMITS,
    ReferencePlan,
    in_short,
    references_job,
    take_references,
)
from otcpd.background import task
from otcpd.domain.errors import OtcpdError
from otcpd.domain.reading import Reference
from otcpd.domain.words import tally
from otcpd.ui.models.rows import Row
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.reading import words
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.overhang import Overhang
from otcpd.ui.widgets.panel_dialog import PanelDialog
from otcpd.ui.widgets.row_list import RowList
from otcpd.ui.widgets.work_bar import WorkBar

SIZE = (600, 620)
_LEAST_LIST = 60
MOST_SHOWN = 100
"""Rows of each part of the list; of the rest it is said how many there are."""
IN_ONE_GO = 100
"""References written between two looks at the keyboard."""
READING = "Reading the references"


class BringIn(PanelDialog):
    """Shows what is in the file before anything is taken. Show it with `open_once`."""

    taken = Signal(int)
    """So many references are in the log now."""

    def __init__(self, desk: Desk, source: Path, parent: QWidget) -> None:
        super().__init__(desk.theme, words.BRING_IN, f"‘{source.name}’", SIZE, parent)
        self._desk = desk
        self._left: list[Reference] = []
        self._step: str | None = None
        self.plan: ReferencePlan | None = None
        theme = desk.theme
        self.bar = WorkBar(theme, READING, "Stop", back=self.close_button)
        self.list = RowList(theme, "What is in the file", most=9)
        self.list.setMinimumHeight(round(theme.px(_LEAST_LIST)))
        self.take = Button(theme, words.BRING_IN, Kind.FILLED)
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.setInterval(0)
        for widget in (self.bar, self.list):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self.body.addLayout(Overhang(self.take))
        self.list.hide()
        self.take.hide()
        self.take.clicked.connect(self._on_take)
        self._next.timeout.connect(self._take_some)
        self._read(source)

    def _read(self, source: Path) -> None:
        session = self._desk.session
        job = task(references_job, session.record.path, source, for_worker(session.services.around))
        running = session.background.call(job.within(REFERENCE_LIMITS), self._on_read, self._on_failed)
        running.cancelled.connect(self.reject)
        session.closing.connect(running.cancel)
        session.closing.connect(self._next.stop)
        self.rejected.connect(running.cancel)
        self.bar.follow(running)

    def _on_read(self, plan: object) -> None:
        assert isinstance(plan, ReferencePlan)
        self.plan = plan
        self.set_sentence(words.plan_sentence(plan))
        self.list.show_rows(list(plan_rows(plan)), always_one=False)
        self.list.show()
        self.take.setText(f"Bring in {tally(len(plan.new), 'reference')}")
        self.take.setVisible(bool(plan.new))
        (self.take if plan.new else self.list).setFocus()
        self._desk.announcer.say(self, self.sentence.text())

    def _on_failed(self, error: OtcpdError) -> None:
        self.set_sentence(error.text)
        self.close_button.setFocus()
        self._desk.announcer.say(self, error.text)

    def _on_take(self) -> None:
        if self.plan is not None and not self._left:
            self._left = list(self.plan.new)
            self.take.hide()
            self.bar.begin()
            self.bar.cancel.hide()
            self._take_some()

    def _take_some(self) -> None:
        """Some of them, and then whatever else the window has to do."""
        assert self.plan is not None
        some, self._left = self._left[:IN_ONE_GO], self._left[IN_ONE_GO:]
        changes = self._desk.session.act(take_references, some, self._step)
        if changes is None:  # what went wrong was told
            self._left = []
            self.reject()
            return
        self._step = changes.step
        whole = len(self.plan.new)
        self.bar.show_progress(whole - len(self._left), whole, words.BRING_IN)
        if self._left:
            self._next.start()
        else:
            self.accept()
            self.taken.emit(whole)


def plan_rows(plan: ReferencePlan) -> Iterator[Row]:
    """The list of what is in a file, under heads."""
    yield from _part("New", "plus", [(in_short(one), "") for one in plan.new])
    known = [(in_short(one.reference), "" if one.reading else "Twice in the file") for one in plan.known]
    yield from _part("You have it already", "tick", known)
    doubts = [(one.what, ", ".join(filter(None, (f"Line {one.line:,}", one.entry)))) for one in plan.not_understood]
    yield from _part("Not understood", "info", doubts)


def _part(head: str, picture: str, rows: Sequence[tuple[str, str]]) -> Iterator[Row]:
    if not rows:
        return
    yield Row(head, f"{head}, {len(rows):,}", head=True)
    for place, (title, meta) in enumerate(rows[:MOST_SHOWN]):
        yield Row(f"{head} {place}", title, meta, picture, lines=2)
    if len(rows) > MOST_SHOWN:
        yield Row(f"{head} more", f"And {len(rows) - MOST_SHOWN:,} more")
