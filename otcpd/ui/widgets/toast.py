"""A message at the foot of the page, with a way to take back what it tells of."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from otcpd.ui.announce import Announcer
from otcpd.ui.painting import RADIUS_CARD, draw_lines, icon, rounded, text_lines
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.painted_button import PaintedButton
from otcpd.ui.widgets.shadow import REACH, paint_shadow

SECONDS = 8
MOST_WIDTH = 560


class ToastAction(PaintedButton):
    """The one button of a toast."""

    def sizeHint(self) -> QSize:
        width = self.theme.width(Role.BODY_STRONG, self.text())
        return QSize(round(width) + 1 + 2 * self.theme.gap(12), self.theme.px(38))

    def draw(self, painter: QPainter, body: QRectF) -> None:
        font = self.theme.font(Role.BODY_STRONG)
        font.setUnderline(self.underMouse())
        painter.setFont(font)
        font.setUnderline(False)
        painter.setPen(self.theme.colour("toast_action"))
        painter.drawText(body, Qt.AlignmentFlag.AlignCenter, self.text())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.draw(painter, self.body())
        if self._ring:
            rounded(painter, self.body(), 6, edge=self.theme.colour("toast_action"), width=2)


class Toast(QWidget):
    """Shows one message at a time over its parent; goes after 8 seconds, later while pointed at or focused."""

    acted = Signal()
    """The button was pressed."""
    other_acted = Signal()
    """The second button was pressed."""
    gone = Signal()

    def __init__(self, theme: Theme, announcer: Announcer, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._announcer = announcer
        self._text = ""
        self._icon = "tick"
        self._back: QWidget | None = None
        self._action = ToastAction(theme, "", self)
        self._other = ToastAction(theme, "", self)
        self._action.clicked.connect(self._on_action)
        self._other.clicked.connect(self._on_other)
        for button in self._buttons():
            button.installEventFilter(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SECONDS * 1000)
        self._timer.timeout.connect(self.dismiss)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        parent.installEventFilter(self)
        self.hide()
        theme.changed.connect(self._place)

    @property
    def sentence(self) -> str:
        """The message on show, or the last one."""
        return self._text

    def waiting(self) -> bool:
        """Whether the message will go by itself."""
        return self._timer.isActive()

    def show_message(self, text: str, action: str = "", *, other: str = "", icon_name: str = "tick") -> None:
        """Show `text` and read it out; `action` and `other` name the buttons, if there are any."""
        self._text, self._icon = text, icon_name
        for button, words in ((self._action, action), (self._other, other)):
            button.setText(words)
            button.setVisible(bool(words))
            button.setAccessibleDescription(text)
        self.setAccessibleName(text)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        self._announcer.say(self, text)

    def focus_action(self) -> None:
        """F8: jump to the button, or to the message itself if it has none; Esc goes back to where one was."""
        if self.isVisible() and not self._has_focus():
            self._back = QApplication.focusWidget()
            target = self if self._action.isHidden() else self._action
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def dismiss(self) -> None:
        """Take the message away and return the focus."""
        self._timer.stop()
        had_focus = self._has_focus()
        self.hide()
        if had_focus and self._back is not None:
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)
        self._back = None
        self.gone.emit()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._wait_again()
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._timer.stop()
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._wait_again()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parentWidget() and event.type() == QEvent.Type.Resize:
            self._place()
        elif watched in self._buttons() and event.type() == QEvent.Type.FocusIn:
            self._timer.stop()
        elif watched in self._buttons() and event.type() == QEvent.Type.FocusOut:
            self._wait_again()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, card = self._theme, self._card()
        paint_shadow(painter, card, RADIUS_CARD, theme.colour("shadow"))
        rounded(painter, card, RADIUS_CARD, theme.colour("ink"))
        if self.hasFocus():
            ring = card.adjusted(3, 3, -3, -3)
            rounded(painter, ring, RADIUS_CARD - 3, edge=theme.colour("toast_action"), width=2)
        size = theme.px(20)
        left = card.left() + theme.gap(16)
        icon(painter, theme, self._icon, "toast_text", QPointF(left + size / 2, card.center().y()), size)
        lines, line = self._lines(), theme.line(Role.BODY)
        top = card.center().y() - len(lines) * line / 2
        at = QPointF(left + size + theme.gap(12), top)
        draw_lines(painter, lines, at, theme.font(Role.BODY), line, theme.colour("toast_text"))

    def _on_action(self) -> None:
        self.dismiss()
        self.acted.emit()

    def _on_other(self) -> None:
        self.dismiss()
        self.other_acted.emit()

    def _buttons(self) -> tuple[ToastAction, ...]:
        return (self._other, self._action)

    def _wait_again(self) -> None:
        if self.isVisible() and not self.underMouse() and not self._has_focus():
            self._timer.start()

    def _has_focus(self) -> bool:
        return self.hasFocus() or any(button.hasFocus() for button in self._buttons())

    def _page(self) -> QWidget:
        """The parent. Not kept in an attribute: a child that holds its parent makes a cycle across Qt and Python."""
        page = self.parentWidget()
        if page is None:
            raise RuntimeError("a toast lives on a page")
        return page

    def _card(self) -> QRectF:
        return QRectF(self.rect()).adjusted(REACH, REACH, -REACH, -REACH)

    def _lines(self) -> list[str]:
        room = self._card_width() - self._beside_text()
        return text_lines(self._text, self._theme.font(Role.BODY), room)

    def _beside_text(self) -> int:
        theme = self._theme
        taken = 2 * theme.gap(16) + theme.px(20) + theme.gap(12)
        taken += sum(button.sizeHint().width() for button in self._buttons() if not button.isHidden())
        return taken + (theme.gap(16) if not self._action.isHidden() else 0)

    def _card_width(self) -> int:
        """As wide as its text, within reason and the page."""
        theme = self._theme
        text = theme.width(Role.BODY, self._text)
        wanted = min(math.ceil(text) + 1 + self._beside_text(), theme.px(MOST_WIDTH))
        return min(wanted, self._page().width() - 2 * max(theme.gap(16), REACH))

    def _place(self) -> None:
        theme, page = self._theme, self._page()
        width = self._card_width() + 2 * REACH
        height = theme.gap(15) * 2 + len(self._lines()) * theme.line(Role.BODY) + 2 * REACH
        left = (page.width() - width) // 2
        self.setGeometry(left, page.height() - height - theme.gap(24) + REACH, width, height)
        card = self._card()
        right = card.right() - theme.gap(8)
        for button in self._buttons():
            hint = button.sizeHint()
            right -= 0 if button.isHidden() else hint.width()
            button.setGeometry(round(right), round(card.center().y() - hint.height() / 2), hint.width(), hint.height())
        self.update()
