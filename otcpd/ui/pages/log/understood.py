"""The parts of a line as they were read: small chips with an icon and words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.ui.painting import icon, rounded
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.flow import FlowLayout
from otcpd.ui.widgets.label import Label

if TYPE_CHECKING:
    from otcpd.domain.quick_add import Understood

_PICTURES = {"title": "log", "date": "calendar", "duration": "clock", "type": "tick", "with": "team", "tag": "tag"}
"""In the order in which parts are shown, whatever order they were typed in."""


class Part(Label):
    """One part: an icon and words on a quiet ground."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, role=Role.META)
        self._picture = "tick"

    def show_part(self, what: str, meaning: str) -> None:
        """`what` is the kind of the part."""
        self._picture = _PICTURES.get(what, "tick")
        self.setText(meaning)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        words = self._theme.width(Role.META, self.text())
        return QSize(round(words) + 1 + self._lead() + self._theme.gap(10), self._theme.px(26))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(60), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, area = QPainter(self), self._theme, QRectF(self.rect())
        rounded(painter, area, area.height() / 2, theme.colour("sunken"))
        size = theme.px(16)
        icon(painter, theme, self._picture, "accent", QPointF(theme.gap(9) + size / 2, area.center().y()), size)
        room = area.adjusted(self._lead(), 0, -theme.gap(9), 0)
        words = theme.metrics(Role.META).elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.setFont(theme.font(Role.META))
        painter.setPen(theme.colour("ink2"))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)

    def _lead(self) -> int:
        return self._theme.gap(9) + self._theme.px(16) + self._theme.gap(6)


class UnderstoodParts(QWidget):
    """Hidden while there is nothing to show."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._parts: list[Part] = []
        holder = QWidget()
        self._flow = FlowLayout(holder, gap=6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(holder)
        self._unread = Label(theme, role=Role.META, token="warn", wrap=True)
        self._unread.hide()
        column.addWidget(self._unread)
        self.hide()

    def show_parts(self, parts: Sequence[Understood], unread: Sequence[str] = ()) -> None:
        """Show these parts, or nothing; `unread` are sentences on words that look like more than they are."""
        while len(self._parts) < len(parts):
            self._parts.append(Part(self._theme))
            self._flow.addWidget(self._parts[-1])
        ordered = sorted(parts, key=_place)
        for place, shown in enumerate(self._parts):
            shown.setVisible(place < len(ordered))
            if place < len(ordered):
                shown.show_part(ordered[place].what, ordered[place].meaning)
        self._unread.setText(" ".join(unread))
        self._unread.setVisible(bool(unread))
        self.setVisible(bool(parts))
        self._flow.invalidate()
        self.updateGeometry()

    def sentences(self) -> list[str]:
        """What is on show."""
        return [label.text() for label in (*self._parts, self._unread) if not label.isHidden()]


def _place(part: Understood) -> int:
    kinds = list(_PICTURES)
    return kinds.index(part.what) if part.what in kinds else len(kinds)
