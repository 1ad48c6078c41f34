"""Decisions of a session."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from otcpd.domain.supervision import Session
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.supervision.lines import DECISIONS, LineList


class DecisionList(LineList):
    """One below the other."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, DECISIONS, parent)

    def load(self, session: Session, *, fixed: bool) -> None:
        """Show the decisions of a session."""
        self.show_lines(session.id, [one.id for one in session.decisions], fixed=fixed)
        for one in session.decisions:
            self.rows[one.id].load_text(one.text, fixed=fixed)
