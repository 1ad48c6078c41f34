"""Keeps the draft of a quick note on this computer while it is written, and finds it again."""

from __future__ import annotations

from pathlib import Path

from otcpd.actions import quick_note, quick_note_drafts
from otcpd.actions.files_coming_in import ComingIn, note_coming, note_of
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
        self._file = session.services.draft_file(session.record.id)
        self._reader: ReadLine | None = None
        self.draft = NoteDraft()

    def load(self) -> None:
        """Take up the draft that waits, unless a newer one waits to be saved."""
        if not self._session.autosave.holds(*KEY):
            self.draft = quick_note_drafts.waiting_draft(self._file)

    def put(self, draft: NoteDraft) -> None:
        """The draft is now this; it is saved in a moment."""
        self.draft = draft
        self._session.write(KEY, "Quick note", draft.text or draft.pasted, _save, self._file, draft)

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
        draft = self.draft
        self._session.autosave.withdraw(*KEY)  # where no draft can be saved, a note still can
        kept = self._session.act(quick_note.keep_note, draft)
        if kept is None:
            self.put(draft)
            return None
        self._note_files(kept)
        self.put(NoteDraft())
        self._session.flush()
        return kept

    def _note_files(self, kept: quick_note.Kept) -> None:
        """Before the draft goes: its files are on their way in, and what cuts them off is told at the next opening."""
        session = self._session
        if kept.draft.files:
            some = [ComingIn(kept.activity, Path(name).absolute()) for name in kept.draft.files]
            note_coming(note_of(session.services, session.record.id), some)


def _save(_record: Record, file: Path, draft: NoteDraft) -> Changes:
    quick_note_drafts.save_draft(file, draft)
    return Changes(None, "Quick note")
