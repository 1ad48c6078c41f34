"""A work as it stands in the reference list, with its italics."""

from __future__ import annotations

import html
import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from otcpd.domain.citing import Citation, plain
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role

_STROKE = re.compile(r"(?<![:/])/(?!/)")


class CitationLine(QLabel):
    """To read; whoever wants to copy it has a way to."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)  # it would be copied with its breaks
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._restyle()
        theme.changed.connect(self._restyle)

    def show_work(self, work: Citation) -> None:
        """Show one."""
        self.setText("".join(_html(one.text, italic=one.italic) for one in work))
        self.setAccessibleName(plain(work))

    def _restyle(self) -> None:
        self.setFont(self._theme.font(Role.BODY))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, self._theme.colour("ink"))
        self.setPalette(palette)


def _html(text: str, *, italic: bool) -> str:
    # Long addresses have no blanks to break at.
    escaped = _STROKE.sub("/\u200b", html.escape(text))
    return f"<i>{escaped}</i>" if italic else escaped
