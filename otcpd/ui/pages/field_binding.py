"""Ties a field that is read when it is left to one value in the CPD file; nothing typed there is lost."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from otcpd.domain.changes import Changes
from otcpd.domain.errors import NotAcceptable
from otcpd.record.record import Record
from otcpd.ui.session import Session
from otcpd.ui.widgets.parsed_field import ParsedField

T = TypeVar("T")
SaveValue = Callable[[Record, T | None], Changes]
"""Writes one value in a step."""


class FieldBinding(QObject, Generic[T]):
    """`bind` says which value the field stands for. What cannot be saved stays in the field: where the disk says no it
    is tried again, and where the CPD file will never take it the field says why."""

    saved = Signal()
    """The new value is in the file, which may hold it in another form."""

    def __init__(self, session: Session, field: ParsedField[T], label: str) -> None:
        """`label` names the value for people."""
        super().__init__(field)
        self._session = session
        self._field = field
        self._label = label
        self._key: tuple[str, ...] = ()
        self._save: SaveValue[T] | None = None
        self._held: T | None = None
        """What the file holds."""
        self._waiting: dict[tuple[str, ...], T | None] = {}
        """Values that could not be saved yet."""
        field.committed.connect(self._on_committed)
        field.problem.connect(self._on_problem)
        session.closing.connect(field.rest)
        field.set_read_only(session.read_only)

    def bind(self, key: tuple[str, ...], value: T | None, save: SaveValue[T]) -> None:
        """From now on the field stands for the value of `key`; `save` writes it.

        Text that somebody is typing stays, unless another key comes.
        """
        fresh = key != self._key
        if fresh and self._key:
            self._session.note_unread(self._key, "")
        self._key, self._save, self._held = key, save, value
        waits = self._session.autosave.holds(*key)
        if waits and key in self._waiting:
            value = self._waiting[key]
        else:
            self._waiting.pop(key, None)
        if fresh or self._field.value() != value:
            self._field.set_value(value)

    def _on_committed(self, value: T | None) -> None:
        key, save = self._key, self._save
        if save is None:
            return
        self._waiting[key] = value
        refused = partial(self._on_refused, key)
        self._session.put(key, self._label, self._field.text(), refused, save, value)
        if not self._session.autosave.holds(*key):
            self._waiting.pop(key, None)
            if not self._field.doubt:
                self.saved.emit()

    def _on_refused(self, key: tuple[str, ...], error: NotAcceptable) -> None:
        self._waiting.pop(key, None)
        if key == self._key:
            self._field.refuse(self._held, error.text)
        else:
            self._session.problem.emit(error)

    def _on_problem(self, sentence: str) -> None:
        if self._key:
            self._session.note_unread(self._key, self._label if sentence else "")
