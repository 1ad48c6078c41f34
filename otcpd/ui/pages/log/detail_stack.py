"""The right side of the log: the open activity, the open gap, or nothing. Panes are built when first needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from otcpd.domain.changes import Changes
from otcpd.ui.layout import WIDE, Layout
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.log.contents import LogContents
from otcpd.ui.widgets.ground import Ground

if TYPE_CHECKING:
    from otcpd.ui.pages.log.detail import Detail
    from otcpd.ui.pages.log.gap_pane import GapPane


class DetailStack(Ground):
    """Shows one thing by its key: an activity's id, or the key of a gap."""

    delete_wanted = Signal(str)
    duplicate_wanted = Signal(str)
    """The id of the activity to copy."""
    back_wanted = Signal()
    elsewhere_wanted = Signal()
    explained = Signal()
    """The open gap got a reason."""
    activity_wanted = Signal(object)
    """A day for which to add an activity."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, "surface", parent)
        self.desk = desk
        self.key = ""
        self.numbers: dict[str, int] | None = None
        """Numbers of evidence; None until they were worked out."""
        self._layout = WIDE
        self._stack = QStackedWidget()
        self._nothing = Ground(desk.theme, "surface")
        self._stack.addWidget(self._nothing)
        self._detail: Detail | None = None
        self._gap: GapPane | None = None
        self._shown: Detail | GapPane | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    @property
    def detail(self) -> Detail:
        """The pane for activities."""
        if self._detail is None:
            from otcpd.ui.pages.log.detail import Detail  # the first window comes up without it

            self._detail = Detail(self.desk)
            self._detail.apply_layout(self._layout)
            self._detail.delete_wanted.connect(self.delete_wanted)
            self._detail.top.duplicate_wanted.connect(self.duplicate)
            self._detail.back_wanted.connect(self.back_wanted)
            self._detail.top.elsewhere_wanted.connect(self.elsewhere_wanted)
            self._detail.evidence.set_numbers(self.numbers or {})
            self._stack.addWidget(self._detail)
        return self._detail

    @property
    def gap_pane(self) -> GapPane:
        """The pane for gaps."""
        if self._gap is None:
            from otcpd.ui.pages.log.gap_pane import GapPane  # few open one

            self._gap = GapPane(self.desk)
            self._gap.apply_layout(self._layout)
            self._gap.back_wanted.connect(self.back_wanted)
            self._gap.explained.connect(self.explained)
            self._gap.activity_wanted.connect(self.activity_wanted)
            self._stack.addWidget(self._gap)
        return self._gap

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back_wanted.emit()
        else:
            super().keyPressEvent(event)

    def show_key(self, key: str, contents: LogContents) -> None:
        """Open an activity or a gap."""
        self.leave()
        self.key = key
        gap = contents.gap_at(key)
        if gap is not None:
            self.gap_pane.load(gap)
            self._shown = self.gap_pane
            self._stack.setCurrentWidget(self.gap_pane)
        else:
            self.detail.load(self.desk.session.record.activities.get(key))
            self._shown = self.detail
            self._stack.setCurrentWidget(self.detail)

    def show_nothing(self) -> None:
        """Nothing is open."""
        self.key = ""
        self._shown = None
        self._stack.setCurrentWidget(self._nothing)

    def follow(self, changes: Changes, contents: LogContents) -> None:
        """Show again what is open, if it changed."""
        gap = contents.gap_at(self.key)
        if gap is not None:
            if any(changes.of(kind) for kind in ("gap_reason", "activity", "setting")):
                self.gap_pane.load(gap)
        elif self.key and self._concerns(changes):
            self.detail.load(self.desk.session.record.activities.get(self.key))

    def leave(self) -> None:
        """Read what still stands in fields, and save."""
        if self._shown is not None:
            self._shown.leave()

    def take_focus(self) -> None:
        """Into the open pane."""
        if self._shown is not None:
            self._shown.take_focus()

    def add_evidence(self) -> None:
        """Choose files for the open activity."""
        if self._detail is not None and self._stack.currentWidget() is self._detail:
            self._detail.evidence.choose()

    def duplicate(self) -> None:
        """The open activity once more, today."""
        if self._detail is not None and self._shown is self._detail:
            self.leave()
            self.duplicate_wanted.emit(self.key)

    def show_history(self) -> None:
        """The history of the open activity."""
        if self._detail is not None and self._shown is self._detail:
            self._detail.top.show_history()

    def show_readers(self) -> None:
        """What each reader sees of the open activity."""
        if self._detail is not None and self._shown is self._detail:
            self._detail.top.show_readers()

    def set_numbers(self, numbers: dict[str, int]) -> None:
        """The numbers that the profile gives to evidence."""
        self.numbers = numbers
        if self._detail is not None:
            self._detail.evidence.set_numbers(numbers)

    def apply_layout(self, layout: Layout) -> None:
        """Fit to the window."""
        self._layout = layout
        for pane in (self._detail, self._gap):
            if pane is not None:
                pane.apply_layout(layout)

    def _concerns(self, changes: Changes) -> bool:
        kinds = (
            "evidence",
            "portfolio",
            "person",
            "employer",
            "post",
            "own_type",
            "tag",
            "supervision_session",
            "impact",
        )
        return self.key in changes.of("activity") or any(changes.of(kind) for kind in kinds)
