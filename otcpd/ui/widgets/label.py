"""A label painted with the line height of its role."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from otcpd.ui.painting import draw_lines, text_lines
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.faces import FACE, show_faces

_LEAST = -1
_BY_KEY = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)


class Label(QLabel):
    """Plain text. Wraps if asked to; otherwise ends in "…" when too long and says the whole in a tooltip."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        role: Role = Role.BODY,
        token: str = "ink",
        *,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`token` names the colour of the text."""
        super().__init__(parent)
        self._theme = theme
        self._role = role
        self._token = token
        self._underlined = False
        self._lines: dict[int, list[str]] = {}
        self._hints: dict[int, QSize] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.set_wrap(wrap)
        self.setText(text)
        theme.changed.connect(self._restyle)

    def set_wrap(self, wrap: bool) -> None:
        """Go on below when too long, or end in "…"."""
        self.setWordWrap(wrap)
        # A fixed height would be that of the width in `sizeHint`: in a narrower place the last lines were cut.
        upright = QSizePolicy.Policy.Minimum if wrap else QSizePolicy.Policy.Fixed
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, upright)
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)

    def head(self) -> Label:
        """Be a heading, for those who jump from one to the next; gives itself back."""
        show_faces()
        self.setProperty(FACE, "heading")
        return self

    def set_token(self, token: str) -> None:
        """Change the colour."""
        self._token = token
        self.update()

    def set_role(self, role: Role) -> None:
        """Change what the text is for."""
        self._role = role
        self._restyle()

    def setText(self, text: str) -> None:
        self._lines.clear()
        self._hints.clear()
        super().setText(text)

    def sizeHint(self) -> QSize:
        # Layouts ask again and again, and measuring words is what takes longest of a new page.
        most = self.maximumWidth()
        if most not in self._hints:
            self._hints[most] = self._measured()
        return QSize(self._hints[most])

    def _measured(self) -> QSize:
        measure = self._theme.metrics(self._role)
        lines = self.text().split("\n")
        width = max(measure.horizontalAdvance(line) for line in lines)
        if self.wordWrap():
            width = min(width, self._theme.px(480), self.maximumWidth())
        return QSize(int(width) + 1, self.heightForWidth(int(width) + 1))

    def minimumSizeHint(self) -> QSize:
        if _LEAST not in self._hints:
            self._hints[_LEAST] = self._measured_least()
        return QSize(self._hints[_LEAST])

    def _measured_least(self) -> QSize:
        if self.wordWrap():
            measure = self._theme.metrics(self._role)
            words = self.text().split() or [""]
            width = min(max(measure.horizontalAdvance(word) for word in words), self._theme.px(120))
            return QSize(int(width) + 1, self._theme.line(self._role))
        few = self._theme.width(self._role, self.text()[:3] + "…")
        return QSize(min(int(few) + 1, self.sizeHint().width()), self._theme.line(self._role))

    def heightForWidth(self, width: int) -> int:
        # A layout asks for the width it has, although the label will not be wider than its maximum.
        return len(self.lines_at(min(width, self.maximumWidth()))) * self._theme.line(self._role)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colour = self._theme.colour(self._token if self.isEnabled() else "ink3")
        line = self._theme.line(self._role)
        lines = self.lines_at(self.width())
        if self._underlined:
            width = min(self._theme.width(self._role, lines[-1]), self.width())
            painter.fillRect(QRectF(0, self.height() - 2, width, 2), self._theme.colour("focus"))
        top = max(0.0, (self.height() - len(lines) * line) / 2) if not self.wordWrap() else 0.0
        left = 0.0
        if self.alignment() & (Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignHCenter):
            measure = self._theme.metrics(self._role)
            part = 1.0 if self.alignment() & Qt.AlignmentFlag.AlignRight else 0.5
            for place, text in enumerate(lines):
                left = (self.width() - measure.horizontalAdvance(text)) * part
                draw_lines(
                    painter, [text], QPointF(left, top + place * line), self._theme.font(self._role), line, colour
                )
            return
        draw_lines(painter, lines, QPointF(left, top), self._theme.font(self._role), line, colour)

    def focusInEvent(self, event: QFocusEvent) -> None:
        # Titles take the focus when their page opens; only who comes there by a key needs to see it.
        self._underlined = event.reason() in _BY_KEY
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._underlined = False
        super().focusOutEvent(event)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self.wordWrap():
            cut = self.lines_at(self.width()) != self.text().split("\n")
            self.setToolTip(self.text() if cut else "")

    def lines_at(self, width: int) -> list[str]:
        """The lines of text at a width in pixels."""
        if width not in self._lines:
            self._lines[width] = self._broken(width)
        return self._lines[width]

    def _broken(self, width: int) -> list[str]:
        font = self._theme.font(self._role)
        if self.wordWrap():
            return text_lines(self.text(), font, max(width, 1))
        measure = self._theme.metrics(self._role)
        return [measure.elidedText(line, Qt.TextElideMode.ElideRight, width + 1) for line in self.text().split("\n")]

    def _restyle(self) -> None:
        self._lines.clear()
        self._hints.clear()
        self.updateGeometry()
        self.update()
