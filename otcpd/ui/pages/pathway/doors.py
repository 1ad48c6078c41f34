"""The ways from here to everything else that belongs to a career: small cards, each a button with a fact."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from otcpd.ui.painting import RADIUS_CARD, RING_SPACE, draw_lines, icon, rounded, text_lines
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.painted_button import PaintedButton

DOORS = ("plan", "next_role", "roles", "assessment", "coverage", "impact", "reading", "frameworks")
"""The keys of the pages, in the order of the doors."""
_LEAST, _ARROW = 250, 16


class DoorCard(PaintedButton):
    """The name of a page, and one sentence about what is there."""

    def __init__(self, theme: Theme, page: str, text: str, picture: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, text, parent)
        self.page = page
        self._picture = picture
        self._sentence = ""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_sentence(self, sentence: str) -> None:
        """Say what is there."""
        if sentence != self._sentence:
            self._sentence = sentence
            self.setAccessibleDescription(sentence)
            self.updateGeometry()
            self.update()

    def radius(self) -> float:
        return RADIUS_CARD

    def sizeHint(self) -> QSize:
        width = self.theme.px(_LEAST)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(160), self.theme.px(40))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        title, sentence = self._lines(width - 2 * RING_SPACE)
        theme = self.theme
        text = len(title) * theme.line(Role.BODY_STRONG) + len(sentence) * theme.line(Role.WHY)
        return text + 2 * theme.gap(14) + 2 * RING_SPACE

    def draw(self, painter: QPainter, body: QRectF) -> None:
        theme = self.theme
        pointed = self.underMouse() or self.isDown()
        ground = theme.colour("hover" if self.isDown() else "surface")
        rounded(painter, body, RADIUS_CARD, ground, theme.colour("line_strong" if pointed else "line"))
        size = theme.px(20)
        line = theme.line(Role.BODY_STRONG)
        top = body.top() + theme.gap(14)
        icon(
            painter,
            theme,
            self._picture,
            "accent",
            QPointF(body.left() + theme.gap(16) + size / 2, top + line / 2),
            size,
        )
        arrow = theme.px(_ARROW)
        right = QPointF(body.right() - theme.gap(14) - arrow / 2, body.center().y())
        icon(painter, theme, "chevron-right", "ink2", right, arrow)
        title, sentence = self._lines(body.width())
        left = body.left() + self._left()
        for role, token, lines in ((Role.BODY_STRONG, "ink", title), (Role.WHY, "ink2", sentence)):
            draw_lines(painter, lines, QPointF(left, top), theme.font(role), theme.line(role), theme.colour(token))
            top += len(lines) * theme.line(role)

    def _lines(self, width: float) -> tuple[list[str], list[str]]:
        theme = self.theme
        room = max(width - self._left() - theme.px(_ARROW) - theme.gap(24), 40.0)
        title = text_lines(self.text(), theme.font(Role.BODY_STRONG), room)
        return title, text_lines(self._sentence, theme.font(Role.WHY), room)

    def _left(self) -> int:
        return self.theme.gap(16) + self.theme.px(20) + self.theme.gap(12)


class Doors(QWidget):
    """The doors in one column or two. They stand out at both sides by `RING_SPACE`."""

    wanted = Signal(str)
    """The key of a page."""

    def __init__(self, theme: Theme, pages: Mapping[str, tuple[str, str]], parent: QWidget | None = None) -> None:
        """`pages` are name and icon of the pages that there are, by their keys."""
        super().__init__(parent)
        self._theme = theme
        self._columns = 0
        self.cards = {key: DoorCard(theme, key, *pages[key]) for key in DOORS if key in pages}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        for card in self.cards.values():
            card.clicked.connect(self._on_clicked)
        theme.changed.connect(self._place)
        self._place()

    def show_facts(self, facts: Mapping[str, str]) -> None:
        """Say what is behind each."""
        for key, card in self.cards.items():
            card.set_sentence(facts.get(key, ""))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        gap = max(0, self._theme.gap(12) - 2 * RING_SPACE)
        self._grid.setSpacing(gap)
        columns = 2 if self.width() >= 2 * self._theme.px(_LEAST) + gap else 1
        if columns == self._columns:
            return
        self._columns = columns
        for card in self.cards.values():
            self._grid.removeWidget(card)
        for place, card in enumerate(self.cards.values()):
            self._grid.addWidget(card, place // columns, place % columns)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1 if columns == 2 else 0)

    def _on_clicked(self) -> None:
        card = self.sender()
        if isinstance(card, DoorCard):
            self.wanted.emit(card.page)
