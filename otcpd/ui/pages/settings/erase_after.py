"""What is still to do after erasing for good: the backups that hold what went."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from otcpd.actions.errands import renew_job
from otcpd.actions.safety import Erased
from otcpd.background import task
from otcpd.domain.errors import OtcpdError
from otcpd.record.backup import Backup
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.settings import erase_words as words
from otcpd.ui.pages.settings.ways import add_ways
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.card import Card
from otcpd.ui.widgets.icon_line import IconLine
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.work_bar import WorkBar


class ErasedCard(Card):
    """Hidden unless something was just erased."""

    def __init__(self, desk: Desk, erased: Erased | None, parent: QWidget | None = None) -> None:
        theme = desk.theme
        super().__init__(theme, words.AFTER, parent=parent)
        self._desk = desk
        self._backups: Sequence[Backup] = erased.backups if erased is not None else ()
        today = desk.session.services.clock.today()
        self.done = IconLine(theme, "tick", words.erased(erased), token="ink", icon_token="accent", wrap=True)
        self.held = IconLine(theme, "warn", "", token="ink", icon_token="warn", wrap=True)
        self.renew = Button(theme, words.RENEW, Kind.FILLED, compact=True)
        self.keep = Button(theme, words.KEEP_BACKUPS, compact=True)
        self.bar = WorkBar(theme, words.RENEWING, words.STOP)
        for widget in (self.done, self.held):
            self.body.addWidget(widget)
        self.ways = add_ways(theme, self, self.renew, self.keep)
        self.body.addWidget(self.bar)
        self.body.addWidget(Label(theme, words.OWN_COPIES, Role.META, "ink2", wrap=True))
        self.held.setVisible(bool(self._backups))
        self.ways.setVisible(bool(self._backups))
        if self._backups:
            self.held.setText(words.still_hold(self._backups, today))
        self.renew.clicked.connect(self.begin)
        self.keep.clicked.connect(self._on_keep)
        if erased is None:
            self.hide()  # shown only by the place it stands in: by itself it would be a window

    def begin(self) -> None:
        """Have a new backup made and those that hold it deleted."""
        session = self._desk.session
        folder, now = session.services.backup_folder(session.record.id), session.services.clock.now()
        job = session.background.call(
            task(renew_job, session.record.path, folder, now, self._backups), self._on_renewed, self._on_failed
        )
        job.cancelled.connect(self._on_cancelled)
        session.closing.connect(job.cancel)
        self.ways.hide()
        self.bar.follow(job)
        self.bar.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_renewed(self, left: object) -> None:
        assert isinstance(left, tuple)
        sentence = words.renewed(len(self._backups) - len(left), left)
        self.held.show_line("warn" if left else "tick", sentence, "ink", "warn" if left else "accent")
        self._desk.announcer.say(self, sentence)
        self._desk.backups.tell()

    def _on_failed(self, error: OtcpdError) -> None:
        self._on_cancelled()
        self._desk.session.problem.emit(error)

    def _on_cancelled(self) -> None:
        self.ways.show()

    def _on_keep(self) -> None:
        self.ways.hide()
        self._desk.messages.say(words.KEPT)
