"""What can be done with files: use them, take them out, remove them; each with a way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from otcpd.actions import evidence as actions
from otcpd.domain.evidence import Evidence
from otcpd.domain.words import quoted, tally
from otcpd.ui import words
from otcpd.ui.letting_go import Standing
from otcpd.ui.pages.activity_picker import ActivityPicker
from otcpd.ui.pages.base import Desk

if TYPE_CHECKING:
    from otcpd.ui.pages.evidence.page import EvidencePage


class EvidenceDoings(QObject):
    """Does it, says so, and offers to undo it."""

    def __init__(self, desk: Desk, page: EvidencePage) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self._picking_for = ""
        self._standing: Standing[ActivityPicker] = Standing()

    @property
    def picker(self) -> ActivityPicker | None:
        """The dialog in which an activity is chosen, while it is open."""
        return self._standing.dialog

    def remove(self, pieces: list[Evidence]) -> bool:
        """Put files into the bin. False if that was not to be."""
        session = self._desk.session
        if session.read_only or not pieces:
            return False
        session.flush()
        if not session.act(actions.remove_evidence, [one.id for one in pieces]):
            return False
        what = _named(pieces[0]) if len(pieces) == 1 else tally(len(pieces), "file")
        self._desk.messages.offer_undo(words.in_the_bin(what, len(pieces)), session.undo, passing=True)
        return True

    def pick_activity(self) -> None:
        """Have the activity chosen that the open file is evidence of."""
        piece = self._page.detail.piece
        if piece is None or self._desk.session.read_only:
            return
        self._picking_for = piece.id
        picker = ActivityPicker(self._desk, f"Use {_named(piece)} in an activity", self._page)
        picker.picked.connect(self._on_picked)
        self._standing.open(picker)

    def take_out(self, activity: str) -> None:
        """Take the open file out of an activity; it stays in the CPD file."""
        piece = self._page.detail.piece
        session = self._desk.session
        if piece is None or session.read_only:
            return
        if session.act(actions.remove_from_activity, activity, piece.id, keep=True):
            title = session.record.activities.get(activity).title or words.NO_TITLE
            self._desk.messages.offer_undo(f"{_named(piece)} taken out of {quoted(title)}", session.undo, passing=True)

    def _on_picked(self, activity: str) -> None:
        session = self._desk.session
        piece = session.record.evidence.get(self._picking_for)
        title = session.record.activities.get(activity).title or words.NO_TITLE
        if activity in piece.used_in:
            self._desk.messages.say(f"{_named(piece)} is used in {quoted(title)} already.", icon="info")
        elif session.act(actions.use_in_activity, activity, piece.id):
            self._desk.messages.offer_undo(f"{_named(piece)} used in {quoted(title)}", session.undo, passing=True)


def _named(piece: Evidence) -> str:
    return quoted(piece.caption.strip() or piece.name)
