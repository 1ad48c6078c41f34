"""The open CPD file as the window sees it: one way to act, one way to hear what changed."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, ParamSpec, Protocol, TypeVar, runtime_checkable

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from otcpd.actions import undoing
from otcpd.actions.services import Services
from otcpd.actions.undoing import UndoState
from otcpd.domain.changes import Changes
from otcpd.domain.errors import CannotOpen, FileMissing, MachineSaidNo, NotAcceptable, OtcpdError
from otcpd.record.record import Record
from otcpd.ui.autosave import Autosave, Draft, SaveStatus
from otcpd.ui.background import Background
from otcpd.ui.times import time_of_day

if TYPE_CHECKING:
    from otcpd.ui.kept_frameworks import KeptFrameworks

IDLE = 2_000
"""Milliseconds without a change after which the file is tidied: the search index, bytes that nobody refers to."""
AFTER_TYPING = 65_000
"""Milliseconds until a second look: the file is not tidied amid a spell of typing, which a minute ends."""
SLICE_GAP = 30
"""Milliseconds between two slices of that work, so that keys get through."""

P = ParamSpec("P")
R = TypeVar("R")


@runtime_checkable
class _HasChanges(Protocol):
    @property
    def changes(self) -> Changes: ...


class Session(QObject):
    """Holds the open record and the worker. Pages read from `record`, write through `act` and `write`,
    and refresh from `changed` alone."""

    changed = Signal(object)
    """The Changes of every step."""
    reverted = Signal(object)
    """The Changes of an undo or redo, after `changed`: pages show what came back."""
    problem = Signal(object)
    """An OtcpdError that a person should read."""
    save_state = Signal(object)
    """A SaveStatus."""
    errand_wanted = Signal(object)
    """An Errand: work on the whole file, for which the window gives it back for a while."""
    look_wanted = Signal(object)
    """A Backup that the person wants to look into."""
    closing = Signal()
    """The file is about to be closed, and can still be written to."""

    def __init__(
        self, record: Record, services: Services, background: Background, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.record = record
        self.services = services
        self.background = background
        self.brought: object = None
        """What an errand brought, or what it was asked with, for the section of the settings that asked for it."""
        self.home: Path | None = None
        """Where the person's own file is, while this one is a backup that she looks into."""
        self.autosave = Autosave(self._time, self)
        self.autosave.told.connect(self.save_state)
        self.autosave.saved.connect(self._tell)
        self.autosave.refused.connect(self.problem)
        self._unread: dict[tuple[str, ...], str] = {}
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.timeout.connect(self._tidy_a_slice)
        self._look_again = False
        self._closed = False
        self.tidy_soon()

    @cached_property
    def frameworks(self) -> KeptFrameworks:
        """All frameworks of the file, kept for every page that looks items up."""
        from otcpd.ui.kept_frameworks import KeptFrameworks  # with all that reads them, when a page first asks

        return KeptFrameworks(self)

    @property
    def closed(self) -> bool:
        """Whether the file has been closed."""
        return self._closed

    @property
    def read_only(self) -> bool:
        """Whether the file is open for reading only."""
        return self.record.read_only

    @property
    def saving(self) -> SaveStatus:
        """Whether everything is saved."""
        return self.autosave.status

    @property
    def undo_state(self) -> UndoState:
        """What undo and redo would do now."""
        return undoing.undo_state(self.record)

    def act(self, action: Callable[Concatenate[Record, P], R], *args: P.args, **kwargs: P.kwargs) -> R | None:
        """Run one action. Texts that wait are saved first, so that steps stand in the order they were made.

        An OtcpdError goes to `problem`, and None comes back; so it does where those texts cannot be saved.
        """
        if not self.autosave.flush() and self.autosave.problem is not None:
            self.problem.emit(self.autosave.problem)
            return None
        clock = QElapsedTimer()
        clock.start()
        try:
            result = self._done(action, *args, **kwargs)
        except OtcpdError as error:
            self.problem.emit(error)
            return None
        self.autosave.note_time_taken(clock.elapsed())
        changes = result if isinstance(result, Changes) else result.changes if isinstance(result, _HasChanges) else None
        if changes is not None:
            self.autosave.note_saved()
            self._tell(changes)
        return result

    def write(
        self,
        key: tuple[str, ...],
        label: str,
        text: str,
        action: Callable[Concatenate[Record, P], Changes],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> None:
        """Keep a text that is being typed; it is saved by `action(record, *args, **kwargs)` in a moment.

        `key` names the field ("activity", id, "learning"), `label` names it for people.
        """

        def save() -> Changes:
            return self._done(action, *args, **kwargs)

        self.autosave.keep(Draft(key, label, text, save))

    def put(
        self,
        key: tuple[str, ...],
        label: str,
        text: str,
        refused: Callable[[NotAcceptable], object],
        action: Callable[Concatenate[Record, P], Changes],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> None:
        """Save what stands in a field now. Where the disk says no it is kept and tried again, as with `write`.

        `refused` hears of a value that the CPD file will never take.
        """

        def save() -> Changes:
            return self._done(action, *args, **kwargs)

        self.autosave.keep(Draft(key, label, text, save, refused))
        self.flush()

    def note_unread(self, key: tuple[str, ...], label: str) -> None:
        """What stands in the field of `key` cannot be read or kept; it can again, without a `label`."""
        before = dict(self._unread)
        self._unread.pop(key, None)
        if label:
            self._unread[key] = label
        if before != self._unread:
            self.save_state.emit(self.saving)

    def unread(self, *key: str) -> list[str]:
        """The names of the fields that hold what is not saved for its words; of those whose key begins so."""
        return [label for field, label in self._unread.items() if field[: len(key)] == key]

    def _done(self, action: Callable[Concatenate[Record, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run an action, and once more if the disk of the file was away and is back."""
        try:
            return action(self.record, *args, **kwargs)
        except (MachineSaidNo, CannotOpen) as error:
            if not self.record.reconnect():
                raise self._while_open(error) from error
        return action(self.record, *args, **kwargs)

    def _while_open(self, error: OtcpdError) -> OtcpdError:
        """A file that is open and not there has been taken away with its disk."""
        if isinstance(error, FileMissing) and not self.record.path.exists():
            return MachineSaidNo(
                "Your CPD file is not where it was. Connect its stick or drive again.",
                "Nothing that was saved before is lost.",
                "Saving then goes on by itself.",
            )
        return error

    def flush(self) -> bool:
        """Save what waits; False if it could not all be saved."""
        return self.autosave.flush()

    def undo(self) -> Changes | None:
        """Undo the newest step, and say what changed."""
        return self._revert(undoing.undo)

    def redo(self) -> Changes | None:
        """Redo what was undone last."""
        return self._revert(undoing.redo)

    def close(self) -> bool:
        """Save and close the file; False, and still open, if something would be lost."""
        if self._closed:
            return True
        if not self.flush() and self.autosave.at_risk:
            return False
        self.autosave.forget()
        self.closing.emit()
        self._closed = True
        self._idle.stop()
        self.record.close()
        return True

    def tidy_soon(self) -> None:
        """There is something to tidy away in the file, once nothing else goes on."""
        if not (self._closed or self.read_only):
            self._look_again = True
            self._idle.start(IDLE)

    def _revert(self, action: Callable[[Record], Changes | None]) -> Changes | None:
        changes = self.act(action)
        if changes:
            self.reverted.emit(changes)
        return changes

    def _tell(self, changes: Changes) -> None:
        if changes:
            self.tidy_soon()
            if "frameworks" in self.__dict__:  # somebody has asked for them
                self.frameworks.follow(changes)
            self.changed.emit(changes)

    def _tidy_a_slice(self) -> None:
        if self.autosave.drafts:
            self._idle.start(IDLE)
            return
        try:
            more = self.record.tidy()
        except OtcpdError:
            return  # the next search, or the next idle moment, does it
        if more:
            self._idle.start(SLICE_GAP)
        elif self._look_again:
            self._look_again = False
            self._idle.start(AFTER_TYPING)

    def _time(self) -> str:
        return time_of_day(self.services.clock.now())
