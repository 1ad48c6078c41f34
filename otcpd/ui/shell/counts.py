"""Counts of things to do in the sidebar, for pages that were not shown yet and so cannot tell."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from otcpd.domain.changes import Changes
from otcpd.domain.errors import OtcpdError
from otcpd.record.glance import to_finish_count
from otcpd.ui.session import Session
from otcpd.ui.widgets.sidebar import Sidebar

SETTLE = 300
"""Milliseconds after a change, or after the window came up, until it is counted: the first picture comes first."""
_LOG = "log"


class Counts(QObject):
    """Counts what is to finish in the log until the log's page tells it itself."""

    def __init__(self, session: Session, sidebar: Sidebar) -> None:
        super().__init__(sidebar)
        self._session = session
        self._sidebar = sidebar
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLE)
        self._timer.timeout.connect(self._count)
        session.changed.connect(self._on_changed)
        session.closing.connect(self._timer.stop)
        self._timer.start()

    def leave_to(self, page: str) -> None:
        """The page with this key is there now, and counts by itself."""
        if page == _LOG:
            self._timer.stop()
            self._session.changed.disconnect(self._on_changed)

    def _on_changed(self, changes: Changes) -> None:
        if changes.of("activity"):
            self._timer.start()

    def _count(self) -> None:
        try:
            self._sidebar.set_count(_LOG, to_finish_count(self._session.record.reader))
        except OtcpdError:
            self._timer.start(10 * SETTLE)  # the file is busy or gone for the moment; who acts on it is told so
