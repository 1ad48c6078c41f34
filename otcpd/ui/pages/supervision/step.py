"""What the three steps of a session share: a form that scrolls, fitted to the pane."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from otcpd.actions.supervision.agenda import Agenda
from otcpd.domain.supervision import Session, SessionState
from otcpd.record.session_rows import SessionRow
from otcpd.ui.pages.form_pane import FormPane
from otcpd.ui.pages.supervision.words import Names


class Shown(NamedTuple):
    """The open session, and what lies before it."""

    session: Session
    agenda: Agenda
    names: Names
    read_only: bool
    coming: SessionRow | None
    """The session planned after it, with the same people."""
    proposed: date | None
    """The day by which the next one is in time."""
    today: date

    @property
    def locked(self) -> bool:
        """Whether the record can be read only: somebody has agreed to it, or the file cannot be written to."""
        session = self.session
        return self.read_only or session.agreed_supervisee is not None or session.agreed_supervisor is not None

    @property
    def held(self) -> bool:
        """Whether it took place."""
        return self.session.state is SessionState.HELD

    @property
    def reader(self) -> str:
        """The first name of the one other person who reads the record; empty for several."""
        return self.names.first(self.session.people[0]) if len(self.session.people) == 1 else ""

    @property
    def other(self) -> str:
        """The first name of the one it is with, or what stands for several."""
        if len(self.session.people) == 1:
            return self.names.first(self.session.people[0]) or "the other side"
        return "the group" if self.session.people else "the other side"


class Step(FormPane):
    """One of the three; it stands below the head of the session."""

    def load(self, shown: Shown) -> None:
        """Show a session."""
        raise NotImplementedError

    def commit(self) -> None:
        """Read what still stands in fields."""

    def take_focus(self) -> None:
        """Into the first thing to do here."""
        raise NotImplementedError
