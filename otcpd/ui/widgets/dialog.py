"""The dialog: only for what cannot be undone or leaves the app."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from otcpd.ui.painting import RING_SPACE
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.label import Label


class Scrim(QWidget):
    """Darkens the window behind a dialog."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self.setGeometry(window.rect())
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.colour("scrim"))


class Dialog(QDialog):
    """A question with two verbs. `accepted` means the act; Esc and closing mean the safe way, which has the focus.

    Show it with `open()`; nothing waits in a loop of its own.
    """

    def __init__(
        self,
        theme: Theme,
        question: str,
        text: str,
        *,
        safe: str,
        act: str,
        dangerous: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """`text` says what is lost and what stays; `safe` and `act` repeat the verb ("Keep the file").

        Without words for `act` there is nothing to do but to read it.
        """
        super().__init__(parent)
        self._theme = theme
        self._scrim: Scrim | None = None
        self.setWindowTitle(question)
        self.setAccessibleDescription(text)
        self.setModal(True)
        self.safe = Button(theme, safe)
        self.act = Button(theme, act, Kind.DELETE_FILLED if dangerous else Kind.FILLED)
        if not act:
            self.act.hide()
        self.safe.clicked.connect(self.reject)
        self.act.clicked.connect(self.accept)
        self._build(question, text)
        self.safe.setFocus()

    def add_way(self, text: str) -> Button:
        """A third way, between the safe one and the act."""
        button = Button(self._theme, text)
        self._ways.insertWidget(self._ways.indexOf(self.act), button)
        return button

    def showEvent(self, event: QShowEvent) -> None:
        parent = self.parentWidget()
        if parent is not None and self._scrim is None:
            self._scrim = Scrim(self._theme, parent.window())
            self._scrim.show()
        super().showEvent(event)
        self.safe.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        if self._scrim is not None:
            self._scrim.hide()
            self._scrim.deleteLater()
            self._scrim = None
        super().hideEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.colour("surface"))

    def _build(self, question: str, text: str) -> None:
        theme = self._theme
        column = QVBoxLayout(self)
        inside = theme.gap(24)
        column.setContentsMargins(inside, theme.gap(20), inside, theme.gap(20))
        column.setSpacing(theme.gap(8))
        column.addWidget(Label(theme, question, Role.CARD_TITLE, wrap=True))
        body = Label(theme, text, Role.WHY, "ink2", wrap=True)
        column.addWidget(body)
        column.addSpacing(theme.gap(4))
        row = QHBoxLayout()
        row.setSpacing(theme.gap(10) - 2 * RING_SPACE)
        row.addStretch(1)
        row.addWidget(self.safe)
        row.addWidget(self.act)
        self._ways = row
        column.addLayout(row)
        self.setMinimumWidth(theme.px(400))
        self.setMaximumWidth(theme.px(480))
