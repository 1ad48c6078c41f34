"""The dialog: only for what cannot be undone or leaves the app."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QDialog, QVBoxLayout, QWidget

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


class OverScrim(QDialog):
    """A dialog that darkens the window behind it while it is shown."""

    def __init__(self, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._scrim: Scrim | None = None
        self.setModal(True)

    def showEvent(self, event: QShowEvent) -> None:
        parent = self.parentWidget()
        if parent is not None and self._scrim is None:
            self._scrim = Scrim(self._theme, parent.window())
            self._scrim.show()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        if self._scrim is not None:
            self._scrim.hide()
            self._scrim.deleteLater()
            self._scrim = None
        super().hideEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.colour("surface"))


class Dialog(OverScrim):
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
        super().__init__(theme, parent)
        self.setWindowTitle(question)
        self.setAccessibleDescription(text)
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
        self.setTabOrder(button, self.act)
        self._shape()
        return button

    def fit_to(self, width: int) -> None:
        """The dialog is to be so wide: what can be lower than it wants decides how high it is."""

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.safe.setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return handled

    def _build(self, question: str, text: str) -> None:
        theme = self._theme
        column = QVBoxLayout(self)
        inside = theme.gap(24)
        column.setContentsMargins(inside, theme.gap(20), inside, theme.gap(20))
        column.setSpacing(theme.gap(8))
        column.addWidget(Label(theme, question, Role.CARD_TITLE, wrap=True).head())
        body = Label(theme, text, Role.WHY, "ink2", wrap=True)
        column.addWidget(body)
        column.addSpacing(theme.gap(4))
        self._ways = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._ways.addStretch(1)
        self._ways.addWidget(self.safe)
        self._ways.addWidget(self.act)
        column.addLayout(self._ways)
        self._shape()
        theme.changed.connect(self._shape)

    def _fit(self) -> None:
        """Be as wide as the words ask for, and as high as they then are."""
        column = self.layout()
        if column is not None:
            width = min(max(self.minimumWidth(), column.sizeHint().width()), self.maximumWidth())
            self.fit_to(width)
            self.resize(width, column.totalHeightForWidth(width))

    def _shape(self) -> None:
        """Ways stand side by side while there is room for all their words, otherwise below each other."""
        theme = self._theme
        parent = self.parentWidget()
        screen = self.screen().availableGeometry().width()
        room = min(screen, parent.window().width()) if parent is not None else screen
        most = min(theme.px(480), screen)
        gap = theme.gap(10) - 2 * RING_SPACE
        buttons = [button for button in self.findChildren(Button) if button.text()]
        side_by_side = sum(button.sizeHint().width() for button in buttons) + gap * (len(buttons) - 1)
        inside = 2 * theme.gap(24)
        roomy = side_by_side + inside <= min(theme.px(640), room)
        if roomy:
            most = max(most, side_by_side + inside)
        self._ways.setDirection(QBoxLayout.Direction.LeftToRight if roomy else QBoxLayout.Direction.TopToBottom)
        self._ways.setSpacing(gap)
        least = max(theme.px(400), side_by_side + inside) if roomy else theme.px(400)
        self.setMinimumWidth(min(least, most))
        self.setMaximumWidth(most)
