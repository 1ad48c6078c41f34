"""What the page does with sessions and agreements: each is one step, with a message and a way back."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, Signal

from otcpd.actions.bin import put_back
from otcpd.actions.supervision import sessions
from otcpd.actions.supervision.agreement_people import begin_agreement
from otcpd.domain.changes import Changes
from otcpd.domain.supervision import Agreement
from otcpd.domain.words import quoted
from otcpd.record.record import Record
from otcpd.ui import words
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.supervision.contents import SupervisionContents
from otcpd.ui.pages.supervision.words import row_title


class SessionActs(QObject):
    """The page listens for what is to be shown then."""

    brought_back = Signal(str)
    """The session that came back."""

    def __init__(self, desk: Desk, contents: SupervisionContents, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._session = desk.session
        self._contents = contents
        self._deleted = ""

    def new(self, agreement: str) -> str:
        """Plans a session of this agreement, or of the one whose next session presses most; its id, or nothing."""
        if self._session.read_only:
            return ""
        chosen = self._agreement(agreement)
        if chosen is None:
            made = self._session.act(_plan, self._contents.today)
        else:
            made = self._session.act(_plan, self._contents.next_due(chosen), chosen.id)
        return next(iter(made.of("supervision_session")), "") if made is not None else ""

    def new_agreement(self) -> str:
        """Begins an agreement from the template; its id, or nothing."""
        made = None if self._session.read_only else self._session.act(begin_agreement)
        return next(iter(made.of("agreement")), "") if made is not None else ""

    def delete(self, session: str) -> bool:
        """Delete a session, with a way back. False if nothing was deleted."""
        row = self._contents.rows.get(session)
        if self._session.read_only or row is None:
            return False
        title = row_title(row, self._contents.names)
        if not self._session.act(sessions.delete_session, session):
            return False
        self._deleted = session
        self._desk.messages.offer_undo(words.in_the_bin(quoted(title), 1), self._bring_back)
        return True

    def _bring_back(self) -> None:
        if self._session.act(put_back, [self._deleted]):
            self.brought_back.emit(self._deleted)

    def _agreement(self, key: str) -> Agreement | None:
        running = self._contents.running()
        if key:
            return next((one for one in running if one.id == key), None)
        return min(running, key=self._contents.next_due, default=None)


def _plan(record: Record, day: date, agreement: str | None = None) -> Changes:
    return sessions.plan_session(record, day, agreement=agreement)
