"""Keeps the draft of a quick note in the file while it is written, and finds it again."""

from __future__ import annotations

from otcpd.actions import quick_note
from otcpd.actions.quick_add import line_reader
from otcpd.domain.changes import Changes
from otcpd.domain.quick_note import Note, NoteDraft, ReadLine, read_note
from otcpd.record.record import Record
from otcpd.ui.session import Session

KEY = ("quick_note", "draft")


class DraftKeeper:
    """The draft as it stands; what is known of the file for reading it is looked up once and forgotten on change."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._reader: ReadLine | None = None
        self.draft = NoteDraft()

    def load(self) -> None:
        """Take up the draft that waits in the file, unless a newer one waits to be saved."""
        if not self._session.autosave.holds(*KEY):
            self.draft = quick_note.draft_of_file(self._session.record)

    def put(self, draft: NoteDraft) -> None:
        """The draft is now this; it is saved in a moment."""
        self.draft = draft
        self._session.write(KEY, "Quick note", draft.text or draft.pasted, _save, draft)

    def forget_known(self) -> None:
        """The file changed: people, types and lengths of a day are looked up anew."""
        self._reader = None

    def note(self) -> Note:
        """What the draft says."""
        if self._reader is None:
            self._reader = line_reader(self._session.record)
        return read_note(self.draft, self._reader)

    def keep(self) -> quick_note.Kept | None:
        """Make the draft an activity; None if that did not work, and the draft is still there."""
        kept = self._session.act(quick_note.keep_note, self.draft)
        if kept is not None:
            self.draft = NoteDraft()
        return kept


def _save(record: Record, draft: NoteDraft) -> Changes:
    return quick_note.save_draft(record, draft)
