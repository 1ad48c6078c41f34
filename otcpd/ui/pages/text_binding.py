"""Ties a text field to one text of one thing in the CPD file: what is typed saves itself."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from otcpd.domain.changes import Changes
from otcpd.record.record import Record
from otcpd.ui.session import Session
from otcpd.ui.widgets.long_text import LongText
from otcpd.ui.widgets.text_field import TextField

SaveText = Callable[[Record, str], Changes]
"""Writes one text as a spell of typing."""


class TextBinding(QObject):
    """`bind` says which text the field stands for; `load` shows it, or newer typing that waits to be saved."""

    bound = Signal(object)
    """The key of the text that is on show, or shown again; an empty one where the field stands for nothing."""

    def __init__(self, session: Session, field: LongText | TextField, label: str) -> None:
        """`label` names the text for people."""
        super().__init__(field)
        self._session = session
        self.field = self._field = field
        self.label = self._label = label
        self._key: tuple[str, ...] = ()
        self._save: SaveText | None = None
        field.edited.connect(self._on_edited)
        field.left.connect(session.flush)
        # After an undo of the file, redo belongs to the file as well, and not to older typing.
        session.reverted.connect(field.forget_typing)
        field.set_read_only(session.read_only)

    def bind(self, key: tuple[str, ...], text: str, save: SaveText) -> None:
        """From now on the field stands for the text of `key`; `save` writes it."""
        fresh = key != self._key
        self._key, self._save = key, save
        self.load(text)
        if fresh:
            self._field.forget_typing()
        self.bound.emit(key)

    def release(self, text: str) -> None:
        """The field stands for nothing in the file; it shows `text`, and whoever owns it keeps it."""
        self._key, self._save = (), None
        if not same_words(text, self._field.text()):
            self._field.set_text(text)
        self._field.forget_typing()
        self.bound.emit(())

    def load(self, text: str) -> None:
        """Show what the file holds, or what was typed and waits to be saved, in this field or another of the same key.

        The same words in other code points are left alone, and so is the caret.
        """
        waiting = (draft.text for draft in self._session.autosave.drafts if draft.key == self._key)
        shown = next(waiting, text)
        if not same_words(shown, self._field.text()):
            self._field.set_text(shown)

    def _on_edited(self, text: str) -> None:
        if self._save is not None:
            self._session.write(self._key, self._label, text, self._save, text)


def same_words(first: str, second: str) -> bool:
    """Whether two texts are the same once composed as the file composes them."""
    return unicodedata.normalize("NFC", first) == unicodedata.normalize("NFC", second)
