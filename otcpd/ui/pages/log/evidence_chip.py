"""One piece of evidence of the open activity: number, kind and caption."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from otcpd.domain.evidence import Evidence, EvidenceState
from otcpd.domain.sizes import size_in_words
from otcpd.ui.painting import RADIUS, RING_SPACE, icon, rounded
from otcpd.ui.preview.kind_words import ICONS
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.painted_button import PaintedButton

_STATES = {
    EvidenceState.READABLE: "",
    EvidenceState.LOCKED: "has a password",
    EvidenceState.BROKEN: "seems to be broken",
    EvidenceState.UNKNOWN: "of a kind that cannot be shown",
}


class EvidenceChip(PaintedButton):
    """A press shows the file; Delete takes it off the activity; the menu key or the right button offers the rest."""

    remove_wanted = Signal()
    menu_wanted = Signal()

    def __init__(self, theme: Theme, evidence: Evidence, number: int | None, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self.evidence = evidence
        self._number = ""
        self.set_number(number)

    def set_number(self, number: int | None) -> None:
        """The number that the profile gives it, if it is in the profile."""
        self._number = "" if number is None else f"E{number}"
        caption = self.evidence.caption.strip() or self.evidence.name
        self.setText(caption)
        state = _STATES[self.evidence.state]
        about = ", ".join(part for part in (self.evidence.name, size_in_words(self.evidence.size), state) if part)
        self.setToolTip(about)
        self.setAccessibleName(" ".join(part for part in (self._number, caption) if part))
        self.setAccessibleDescription(about)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        width = self._lead() + self.theme.width(Role.WHY, self.text()) + self.theme.gap(16)
        most, least = self.theme.px(300), self.theme.px(120)
        return QSize(round(min(max(width, least), most)) + 2 * RING_SPACE, self.theme.px(38) + 2 * RING_SPACE)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def draw(self, painter: QPainter, body: QRectF) -> None:
        theme = self.theme
        ground = "hover" if self.underMouse() else "surface"
        rounded(painter, body, RADIUS, theme.colour(ground), theme.colour("line_btn"))
        left = body.left() + theme.gap(12)
        if self._number:
            painter.setFont(theme.font(Role.LABEL))
            painter.setPen(theme.colour("accent"))
            painter.drawText(body.adjusted(theme.gap(12), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self._number)
            left += theme.width(Role.LABEL, self._number) + theme.gap(10)
        size = theme.px(18)
        broken = self.evidence.state is not EvidenceState.READABLE
        picture = "warn" if broken else ICONS.get(self.evidence.kind, "page")
        icon(painter, theme, picture, "warn" if broken else "ink2", QPointF(left + size / 2, body.center().y()), size)
        area = QRectF(body)
        area.setLeft(left + size + theme.gap(8))
        area.setRight(body.right() - theme.gap(10))
        painter.setFont(theme.font(Role.WHY))
        painter.setPen(theme.colour("ink"))
        shown = theme.metrics(Role.WHY).elidedText(self.text(), Qt.TextElideMode.ElideMiddle, area.width() + 1)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove_wanted.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit()

    def _lead(self) -> float:
        number = self.theme.width(Role.LABEL, self._number) + self.theme.gap(10)
        return self.theme.gap(12) + (number if self._number else 0) + self.theme.px(18) + self.theme.gap(8)
