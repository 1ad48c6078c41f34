"""A section that folds: its title says what is inside, and what of it is filled."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from otcpd.ui.painting import draw_lines, hairline, icon, rounded, text_lines
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.expander import Expander
from otcpd.ui.widgets.overhang import Overhang
from otcpd.ui.widgets.tab_order import tab_stops, tab_through


class FoldHead(Expander):
    """The title with its arrow; a fact at the right."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, text, parent)
        self._fact = ""
        # Fixed, it would never be higher than at the width of its hint.
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_fact(self, fact: str) -> None:
        """Say in a few words what is inside."""
        self._fact = fact
        self.setAccessibleDescription(fact)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(200), self.theme.px(44))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(120), self.theme.px(44))

    def heightForWidth(self, width: int) -> int:
        title, fact = self._lines(width)
        lines = len(title) * self.theme.line(Role.LABEL)
        if fact and not self._side_by_side(width):
            lines += len(fact) * self.theme.line(Role.META)
        return self.theme.px(24) + lines

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.heightForWidth(self.width()) != self.height():
            self.updateGeometry()  # what scrolls may narrow by its bar after it was measured

    def draw(self, painter: QPainter, body: QRectF) -> None:
        theme = self.theme
        hairline(painter, QPointF(0, 0), QPointF(self.width(), 0), theme.colour("line"))
        size = theme.px(18)
        picture = "chevron" if self.isChecked() else "chevron-right"
        icon(painter, theme, picture, "ink2", QPointF(size / 2, self.height() / 2), size)
        title, fact = self._lines(self.width())
        line, below = theme.line(Role.LABEL), 0 if self._side_by_side(self.width()) else len(fact)
        top = (self.height() - len(title) * line - below * theme.line(Role.META)) / 2
        colour = theme.colour("accent" if self.underMouse() else "ink")
        draw_lines(painter, title, QPointF(self._lead(), top), theme.font(Role.LABEL), line, colour)
        painter.setFont(theme.font(Role.META))
        painter.setPen(theme.colour("ink2"))
        if below:
            place = QPointF(self._lead(), top + len(title) * line)
            meta = theme.line(Role.META)
            draw_lines(painter, fact, place, theme.font(Role.META), meta, theme.colour("ink2"))
        else:
            right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(self.rect(), right, self._fact)

    def _lead(self) -> int:
        return self.theme.px(18) + self.theme.gap(8)

    def _side_by_side(self, width: int) -> bool:
        """Whether title and fact have room in one line."""
        title = self.theme.width(Role.LABEL, self.text())
        fact = self.theme.width(Role.META, self._fact)
        return title + self.theme.gap(16) + fact <= width - self._lead()

    def _lines(self, width: int) -> tuple[list[str], list[str]]:
        """The lines of the title, and those of the fact where it stands below."""
        room = max(width - self._lead(), 1)
        title = text_lines(self.text(), self.theme.font(Role.LABEL), room)
        return title, text_lines(self._fact, self.theme.font(Role.META), room) if self._fact else []

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.draw(painter, self.body())
        if self._ring:
            area = QRectF(self.rect()).adjusted(0, 3, 0, -3)
            rounded(painter, area, 6, edge=self.theme.colour("focus"), width=2)


class Fold(QWidget):
    """Builds what is inside when it is first opened."""

    opened = Signal()
    """It was opened, and what is inside exists."""

    def __init__(
        self, theme: Theme, title: str, make: Callable[[], QWidget], *, hang: int = 0, parent: QWidget | None = None
    ) -> None:
        """`make` builds what is inside. That stands out at both sides over the head by `hang` pixels, for which whoever
        lays the fold out lets it hang over as far."""
        super().__init__(parent)
        self.head = FoldHead(theme, title)
        self._make = make
        self._theme = theme
        self._hang = hang
        self.inside: QWidget | None = None
        """What is inside; None until it was first opened."""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(hang, 0, hang, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.head)
        self.head.toggled.connect(self._on_toggled)

    def open(self) -> None:
        """Unfold."""
        self.head.setChecked(True)

    def order_tabs(self) -> None:
        """Tab goes from the head to what is inside, however late that was built."""
        if self.inside is not None:
            tab_through(self.head, tab_stops(self.inside))

    def _on_toggled(self, on: bool) -> None:
        if on and self.inside is None:
            self.inside = self._make()
            self.inside.setContentsMargins(0, self._theme.gap(4), 0, self._theme.gap(16))
            self._column.addLayout(Overhang(self.inside, fills=True, left=self._hang, right=self._hang))
        if self.inside is not None:
            self.inside.setVisible(on)
        if on:
            self.opened.emit()
            self.order_tabs()
