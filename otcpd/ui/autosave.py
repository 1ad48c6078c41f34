"""Texts that save themselves: a moment after the last key, and again and again until it works."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from otcpd.domain.changes import Changes
from otcpd.domain.errors import NotAcceptable, OtcpdError

PAUSE = 800
"""Milliseconds between the last key and the save."""
CEILING = 5_000
"""Milliseconds after which a text is saved although its typing goes on."""
QUICK = 50
"""A save that takes longer than this makes the pauses longer, so that typing stays smooth."""
LONGEST_PAUSE = 10_000
STILL_HERE = "Your text is still here."
FIRST_RETRY, LAST_RETRY = 1_000, 15_000
"""Milliseconds to the first new try after a save that failed, and at most between two."""


class SaveKind(Enum):
    """How things stand."""

    NOTHING = "nothing"
    SAVING = "saving"
    SAVED = "saved"
    FAILED = "failed"


class SaveStatus(NamedTuple):
    """`sentence` says what is the matter when saving failed; `at` is the time of the last save, "09:12"."""

    kind: SaveKind
    sentence: str = ""
    at: str = ""


class Draft(NamedTuple):
    """A text that is not saved yet. `key` tells which field of which thing it belongs to."""

    key: tuple[str, ...]
    label: str
    text: str
    save: Callable[[], Changes]
    refused: Callable[[NotAcceptable], object] | None = None
    """Hears that the CPD file will never take it, in the place of those who hear of every such text."""


class Autosave(QObject):
    """Keeps drafts until they are saved. What cannot be saved stays here and is tried again, less and less often."""

    told = Signal(object)
    """A SaveStatus, whenever it changes."""
    saved = Signal(object)
    """The Changes of a draft that was saved."""
    refused = Signal(object)
    """A NotAcceptable: a text that the CPD file will never take. It is not tried again."""

    def __init__(self, time: Callable[[], str], parent: QObject | None = None, *, ceiling: int = CEILING) -> None:
        """`time` gives the time of day in words."""
        super().__init__(parent)
        self._time = time
        self._ceiling_after = ceiling
        self.problem: OtcpdError | None = None
        """Why the last save failed; None once one has worked."""
        self._drafts: dict[tuple[str, ...], Draft] = {}
        self._elsewhere: dict[tuple[str, ...], Draft] = {}
        self._status = SaveStatus(SaveKind.NOTHING)
        self._pause = PAUSE
        self._retry_after = FIRST_RETRY
        self._timer = self._make_timer(self.flush)
        self._ceiling = self._make_timer(self.flush)
        self._retry = self._make_timer(self._try_again)
        self._stumbled: dict[tuple[str, ...], Draft] = {}
        """Drafts whose saving met a fault of ours: the same again would meet it again."""

    @property
    def status(self) -> SaveStatus:
        """How things stand now."""
        return self._status

    @property
    def drafts(self) -> tuple[Draft, ...]:
        """What is not saved yet."""
        return tuple(self._drafts.values())

    @property
    def pause(self) -> int:
        """Milliseconds that now pass between the last key and the save."""
        return self._pause

    def holds(self, *key: str) -> bool:
        """Whether a text for this field waits to be saved."""
        return key in self._drafts

    def withdraw(self, *key: str) -> None:
        """Give the text of one field up: it is about to be saved as something else."""
        draft = self._drafts.get(key)
        if draft is not None:
            self._drop(draft)
        if not self._drafts:
            self._settle()

    def keep(self, draft: Draft) -> None:
        """Take a text in; it replaces an earlier one for the same field."""
        self._drafts.pop(draft.key, None)
        self._drafts[draft.key] = draft
        self._timer.start(self._pause)
        if not self._ceiling.isActive():
            self._ceiling.start(max(self._ceiling_after, self._pause))
        if self._status.kind is not SaveKind.FAILED:
            self._tell(SaveStatus(SaveKind.SAVING, at=self._status.at))

    def flush(self) -> bool:
        """Save everything now; False if something could not be saved. It is then still kept."""
        self._timer.stop()
        self._ceiling.stop()
        kept = [draft for draft in self.drafts if not self._try(draft)]  # one that fails holds none of the others up
        return not kept

    @property
    def at_risk(self) -> bool:
        """Whether a draft would be lost if the file were closed now."""
        return any(draft is not self._elsewhere.get(draft.key) for draft in self.drafts)

    def note_kept_elsewhere(self) -> None:
        """The person has all drafts in another file as well. They are still tried again."""
        self._elsewhere = dict(self._drafts)

    def forget(self) -> None:
        """Give up every draft: the person has them elsewhere, and the file is about to close."""
        self._drafts.clear()
        self._stumbled.clear()
        self._settle()
        self._tell(SaveStatus(SaveKind.NOTHING, at=self._status.at))

    def note_saved(self) -> None:
        """Something other than a draft was saved."""
        if not self._drafts:
            self._succeed()

    def note_time_taken(self, milliseconds: int) -> None:
        """A commit took so long: slow ones space the saves out, quick ones bring them together again."""
        slowness = max(1.0, milliseconds / QUICK)
        self._pause = min(LONGEST_PAUSE, round(PAUSE * slowness))

    def _try(self, draft: Draft) -> bool:
        if draft is self._stumbled.get(draft.key):
            return False
        clock = QElapsedTimer()
        clock.start()
        try:
            changes = draft.save()
        except NotAcceptable as error:
            self._drop(draft)
            if not self._drafts:
                self._settle()
                last = self._status.at
                self._tell(SaveStatus(SaveKind.SAVED if last else SaveKind.NOTHING, at=last))
            if draft.refused is not None:
                draft.refused(error)
            else:
                self.refused.emit(error)
            return True
        except OtcpdError as error:
            self._fail(error)
            return False
        except BaseException:
            self._stumbled[draft.key] = draft
            sentence = f"Not saved. Something went wrong in otcpd itself. {STILL_HERE}"
            self._tell(SaveStatus(SaveKind.FAILED, sentence, self._status.at))
            self._retry.start(self._retry_after)  # for the drafts that come after this one
            raise
        self.problem = None
        self.note_time_taken(clock.elapsed())
        self._drop(draft)
        if not self._drafts:
            self._succeed()
        self.saved.emit(changes)
        return True

    def _drop(self, draft: Draft) -> None:
        if self._drafts.get(draft.key) is draft:
            del self._drafts[draft.key]
            self._stumbled.pop(draft.key, None)

    def _settle(self) -> None:
        for timer in (self._timer, self._ceiling, self._retry):
            timer.stop()
        self._retry_after = FIRST_RETRY
        self.problem = None

    def _succeed(self) -> None:
        self._settle()
        self._tell(SaveStatus(SaveKind.SAVED, at=self._time()))

    def _fail(self, error: OtcpdError) -> None:
        self.problem = error
        happened = error.happened if error.happened.startswith("Not saved") else f"Not saved yet. {error.happened}"
        self._tell(SaveStatus(SaveKind.FAILED, f"{happened} {STILL_HERE}", self._status.at))
        self._retry.start(self._retry_after)

    def _try_again(self) -> None:
        """Nobody asked: the next try comes later, so that a disk that is gone is not asked all the time."""
        self._retry_after = min(LAST_RETRY, self._retry_after * 2)
        self.flush()

    def _tell(self, status: SaveStatus) -> None:
        if status != self._status:
            self._status = status
            self.told.emit(status)

    def _make_timer(self, do: Callable[[], object]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(do)
        return timer
