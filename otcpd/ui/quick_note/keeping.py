"""After a note was kept: its evidence comes in, and the person is told where it is."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from otcpd.actions import quick_note
from otcpd.actions.evidence import Attached
from otcpd.actions.quick_note import Kept
from otcpd.domain.errors import OtcpdError
from otcpd.ui.messages import Message
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.log.intake import EvidenceIntake

KEPT = "Kept. You will find it under To finish."


class Keeping(QObject):
    """Tells, takes back, and takes files in."""

    open_wanted = Signal(str)
    taken_back = Signal(object)
    """The NoteDraft that was typed."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._intake: EvidenceIntake | None = None

    def tell(self, kept: Kept) -> None:
        """Say that the note is kept, with ways to it and back; its files follow."""
        self._desk.messages.wanted.emit(
            Message(
                KEPT,
                "Undo",
                partial(self.take_back, kept),
                other="Open",
                do_other=partial(self.open_wanted.emit, kept.activity),
            )
        )
        if kept.draft.files:
            self._take_in(kept)

    def take_back(self, kept: Kept) -> None:
        """Undo: the note goes to the bin, and what was typed may go back into the draft."""
        if self._intake is not None:
            self._intake.cancel()
        if self._desk.session.act(quick_note.take_back, kept) is not None:
            self.taken_back.emit(kept.draft)

    def _take_in(self, kept: Kept) -> None:
        if self._intake is None:
            self._intake = EvidenceIntake(self._desk.session)
            self._intake.attached.connect(self._on_attached)
            self._intake.refused.connect(self._on_refused)
        self._intake.add(kept.activity, [Path(name) for name in kept.draft.files])

    def _on_attached(self, _activity: str, done: Attached) -> None:
        if done.warning:
            self._desk.messages.say(done.warning, icon="warn")

    def _on_refused(self, activity: str, name: str, error: OtcpdError) -> None:
        self._desk.messages.offer(
            f"The note is kept, but without ‘{name}’. {error.text}", "Open", partial(self.open_wanted.emit, activity)
        )
