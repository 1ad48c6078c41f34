"""The question before something is erased for good: what goes, what stays, and what backups still hold."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.ui.pages.settings import erase_words as words
from otcpd.ui.shell.working import put_below_the_text
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.dialog import Dialog
from otcpd.ui.widgets.down_scroll import DownScroll
from otcpd.ui.widgets.icon_line import IconLine
from otcpd.ui.widgets.label import Label

_TITLE_BAR = 40
"""Pixels that a system takes for the title of a window, at most."""
_LEAST = 60
"""Pixels of the lists that are always in sight."""


class EraseQuestion(Dialog):
    """Two short lists below the question, and a line on backups that hold what is to go."""

    def __init__(
        self,
        theme: Theme,
        question: str,
        goes: Sequence[str],
        stays: Sequence[str],
        backups: str,
        *,
        safe: str,
        act: str,
        parent: QWidget | None = None,
    ) -> None:
        """`backups` is empty where none holds it."""
        super().__init__(theme, question, words.NO_WAY_BACK, safe=safe, act=act, parent=parent)
        said = f"{words.NO_WAY_BACK} {words.GOES}: {' '.join(goes)} {words.STAYS}: {' '.join(stays)} {backups}"
        self.setAccessibleDescription(said.strip())
        lists = QWidget()
        column = QVBoxLayout(lists)
        column.setContentsMargins(0, theme.gap(4), 0, theme.gap(4))
        column.setSpacing(theme.gap(4))
        for heading, lines, picture in ((words.GOES, goes, "bin"), (words.STAYS, stays, "tick")):
            column.addWidget(Label(theme, heading, Role.LABEL))
            for line in lines:
                column.addWidget(IconLine(theme, picture, line, token="ink", icon_token="ink2", wrap=True))
            column.addSpacing(theme.gap(6))
        if backups:
            column.addWidget(IconLine(theme, "warn", backups, token="warn", wrap=True))
        self._lines = column
        self._lists = DownScroll(theme, lists)
        self._lists.setFixedHeight(1)  # until it is known how wide it is
        put_below_the_text(self, self._lists)

    def fit_to(self, width: int) -> None:
        """On a screen that is too low for them the lists scroll; question and buttons stay in sight."""
        column = self.layout()
        assert column is not None
        sides = column.contentsMargins()
        wanted = self._lines.totalHeightForWidth(width - sides.left() - sides.right())
        others = column.totalHeightForWidth(width) - self._lists.minimumHeight()
        room = self.screen().availableGeometry().height() - _TITLE_BAR - others
        self._lists.setFixedHeight(max(_LEAST, min(wanted, room)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self._lists.verticalScrollBar()
        if event.key() in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            bar.setValue(bar.value() + (1 if event.key() == Qt.Key.Key_PageDown else -1) * bar.pageStep())
        else:
            super().keyPressEvent(event)
