"""Counts of things to do in the sidebar, for pages that were not shown yet and so cannot tell."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

from otcpd.domain.changes import Changes
from otcpd.domain.errors import OtcpdError
from otcpd.record.glance import to_finish_count, to_record_count
from otcpd.record.record import Record
from otcpd.ui.session import Session
from otcpd.ui.widgets.sidebar import Sidebar

SETTLE = 300
"""Milliseconds after a change, or after the window came up, until it is counted: the first picture comes first."""
SETTLE_LONG = 2_000
"""The same where counting takes a moment."""
QUICK = 50
"""Counting that takes more milliseconds than this would be felt: then the page tells, once it is there."""
_MATTERS = ("activity", "portfolio", "gap_reason", "setting", "person", "layer")


class Counts(QObject):
    """Counts what is to finish in the log, to record of supervision and to fix in the portfolio until those pages tell
    it themselves."""

    def __init__(self, session: Session, sidebar: Sidebar) -> None:
        super().__init__(sidebar)
        log = _Count(session, sidebar, "log", ("activity",), SETTLE, to_finish_count_of)
        portfolio = _Count(session, sidebar, "portfolio", _MATTERS, SETTLE_LONG, to_fix_count_of)
        sessions = _Count(session, sidebar, "supervision", ("supervision_session",), SETTLE, to_record_count_of)
        self._counts = {count.page: count for count in (log, sessions, portfolio)}
        sessions.begin()
        log.begin()  # what is to fix, Home reads and tells

    def leave_to(self, page: str) -> None:
        """The page with this key is there now, and counts by itself."""
        if count := self._counts.pop(page, None):
            count.end()

    def take(self, page: str, number: int) -> None:
        """Another page read it just now: once is enough."""
        if count := self._counts.get(page):
            count.take(number)


class _Count(QObject):
    """The count of one page."""

    def __init__(
        self,
        session: Session,
        sidebar: Sidebar,
        page: str,
        matters: tuple[str, ...],
        wait: int,
        read: Callable[[Record], int],
    ) -> None:
        super().__init__(sidebar)
        self.page = page
        self._session = session
        self._sidebar = sidebar
        self._matters = matters
        self._wait = wait
        self._read = read
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._count)
        session.changed.connect(self._on_changed)
        session.closing.connect(self._timer.stop)

    def begin(self) -> None:
        """Count in a moment."""
        self._timer.start(self._wait)

    def end(self) -> None:
        """Count no more."""
        self._timer.stop()
        self._session.changed.disconnect(self._on_changed)

    def take(self, number: int) -> None:
        """It is known."""
        self._timer.stop()
        self._sidebar.set_count(self.page, number)

    def _on_changed(self, changes: Changes) -> None:
        if any(changes.of(kind) for kind in self._matters):
            self.begin()

    def _count(self) -> None:
        clock = QElapsedTimer()
        clock.start()
        try:
            number = self._read(self._session.record)
        except OtcpdError:
            self._timer.start(10 * SETTLE)  # the file is busy or gone for the moment; who acts on it is told so
            return
        self._sidebar.set_count(self.page, number)
        if clock.elapsed() > QUICK:
            self.end()


def to_finish_count_of(record: Record) -> int:
    """What is to finish in the log."""
    return to_finish_count(record.reader)


def to_record_count_of(record: Record) -> int:
    """Sessions whose day is past and of which nobody said what became of them."""
    return to_record_count(record.reader, record.clock.today())


def to_fix_count_of(record: Record) -> int:
    """What is to fix before the profile is sent."""
    from otcpd.actions.next_steps import to_fix_count  # Home may not have been read yet

    return to_fix_count(record)
