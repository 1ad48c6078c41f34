"""The program ended while evidence was on its way in: at the next opening the person is told, and can add it again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from otcpd.actions.evidence import Attached
from otcpd.actions.files_coming_in import ComingIn, coming, cut_off, note_of, note_settled
from otcpd.domain.errors import OtcpdError
from otcpd.domain.words import joined, tally
from otcpd.ui.letting_go import open_once
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.log.intake import EvidenceIntake
from otcpd.ui.theme.theme import Theme
from otcpd.ui.widgets.dialog import Dialog

MOST_NAMED = 5


class CutOffDialog(Dialog):
    """Accepted means: add them now."""

    def __init__(self, theme: Theme, names: Sequence[str], parent: QWidget) -> None:
        one = len(names) == 1
        named = [f"‘{name}’" for name in names[:MOST_NAMED]]
        if len(names) > MOST_NAMED:
            named.append(f"{len(names) - MOST_NAMED:,} more")
        super().__init__(
            theme,
            f"{tally(len(names), 'file')} did not come in",
            f"otcpd ended while {joined(named)} {'was' if one else 'were'} being added. Everything else is saved.",
            safe="Leave it out" if one else "Leave them out",
            act="Add it now" if one else "Add them now",
            dangerous=False,
            parent=parent,
        )


class CutOff(QObject):
    """Asks once: whatever the answer, the note of these files goes."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._note = note_of(desk.session.services, desk.session.record.id)
        self._left: list[ComingIn] = []
        self._refused: list[str] = []
        self._added = 0
        self._intake: EvidenceIntake | None = None

    def ask(self) -> None:
        """Ask, if anything was cut off."""
        session = self._desk.session
        if session.closed or not coming(self._note):
            return
        self._left = cut_off(session.record, self._note)
        if not self._left:
            self._forget()
            return
        dialog = CutOffDialog(self._desk.theme, [one.path.name for one in self._left], self._window)
        dialog.accepted.connect(self._add)
        dialog.rejected.connect(self._forget)
        open_once(dialog)

    def _forget(self) -> None:
        note_settled(self._note, coming(self._note))

    def _add(self) -> None:
        self._forget()
        intake = self._intake = EvidenceIntake(self._desk.session)
        intake.attached.connect(self._on_attached)
        intake.refused.connect(self._on_refused)
        intake.idle.connect(self._on_idle)
        for one in self._left:
            intake.add(one.activity, [one.path])

    def _on_attached(self, _activity: str, done: Attached) -> None:
        self._added += 1

    def _on_refused(self, _activity: str, name: str, error: OtcpdError) -> None:
        sentence = error.text if name in error.text else f"‘{name}’: {error.text}"
        self._refused.append(sentence)

    def _on_idle(self) -> None:
        if self._refused:
            self._desk.messages.say(" ".join(self._refused), icon="error")
        elif self._added:
            self._desk.messages.say(f"{tally(self._added, 'file')} added")
