"""The segmented control: one of two to five choices, all in sight."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from otcpd.ui.painting import RADIUS, RING_SPACE, rounded
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.painted_button import PaintedButton


class Segment(PaintedButton):
    """One choice: a radio button to a screen reader. A count stands behind the words."""

    def __init__(self, theme: Theme, text: str, parent: QWidget) -> None:
        super().__init__(theme, text, parent)
        self._count = ""
        self._room = ""
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def set_count(self, count: int | None) -> None:
        """Show a number behind the words, or none."""
        self._count = "" if count is None else f"{count:,}"
        self.setAccessibleDescription(self._count)
        # Room once taken stays, or all beside it would move with every number.
        if len(self._count) > len(self._room):
            self._room = self._count
            self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = self._text_width() + self._count_width(self._room) + 2 * self.theme.gap(14)
        return QSize(round(width) + 1 + 4, self.theme.px(32) + 4)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def body(self) -> QRectF:
        return QRectF(self.rect()).adjusted(2, 2, -2, -2)

    def radius(self) -> float:
        return RADIUS - 2

    def draw(self, painter: QPainter, body: QRectF) -> None:
        if self.isChecked():
            rounded(painter, body, self.radius(), self.theme.colour("surface"), self.theme.colour("line_btn"))
        elif self.underMouse():
            rounded(painter, body, self.radius(), self.theme.colour("line"))
        x = body.center().x() - (self._drawn_width() + self._count_width(self._count)) / 2
        painter.setFont(self.theme.font(self._role()))
        painter.setPen(self.theme.colour("ink" if self.isChecked() else "ink2"))
        words = QRectF(x, body.top(), self._drawn_width() + 2, body.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self._count:
            painter.setFont(self.theme.font(Role.BODY))
            painter.setPen(self.theme.colour("ink2"))
            end = QRectF(x, body.top(), self._drawn_width() + self._count_width(self._count) + 2, body.height())
            painter.drawText(end, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._count)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.draw(painter, self.body())
        if self._ring:
            whole = QRectF(self.rect())
            rounded(painter, whole, RADIUS, edge=self.theme.colour("focus"), width=2)

    def _role(self) -> Role:
        return Role.BODY_STRONG if self.isChecked() else Role.BODY

    def _text_width(self) -> float:
        """Room for the bold words, so that nothing moves when the choice does."""
        return self.theme.width(Role.BODY_STRONG, self.text())

    def _drawn_width(self) -> float:
        return self.theme.width(self._role(), self.text())

    def _count_width(self, count: str) -> float:
        if not count:
            return 0
        return self.theme.width(Role.BODY, count) + self.theme.gap(8)


class SegmentedControl(QWidget):
    """A row of choices of which one holds. Left and Right move the choice."""

    chosen = Signal(str)
    """The key of the new choice, when a person made it."""

    def __init__(
        self, theme: Theme, name: str, options: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        """`options` are pairs of key and words, two to five; the first one holds at the start."""
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._row = row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        row.setContentsMargins(2, RING_SPACE + 1, 2, RING_SPACE + 1)
        row.setSpacing(0)
        self._segments: dict[str, Segment] = {}
        for key, words in options:
            segment = Segment(theme, words, self)
            segment.setProperty("key", key)
            segment.setAccessibleDescription(name)
            segment.clicked.connect(self._on_clicked)
            self._segments[key] = segment
            row.addWidget(segment)
        self._value = options[0][0]
        self._segments[self._value].setChecked(True)

    def value(self) -> str:
        """The key of the choice that holds."""
        return self._value

    def set_value(self, key: str) -> None:
        """Choose without telling anyone. Raises KeyError for a key that is none."""
        self._segments[key].setChecked(True)
        self._value = key
        # Qt lets Tab stop where the focus was last, and not at what was chosen since.
        for one, segment in self._segments.items():
            stops = Qt.FocusPolicy.StrongFocus if one == key else Qt.FocusPolicy.ClickFocus
            segment.setFocusPolicy(stops)

    def set_upright(self, upright: bool) -> None:
        """The choices below each other, where they have no room side by side."""
        way = QBoxLayout.Direction.TopToBottom if upright else QBoxLayout.Direction.LeftToRight
        self._row.setDirection(way)

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """Numbers behind the words, by key; keys left out show none."""
        for key, segment in self._segments.items():
            segment.set_count(counts.get(key))

    def segment(self, key: str) -> Segment:
        """The button of one choice. Raises KeyError for a key that is none."""
        return self._segments[key]

    def paintEvent(self, event: QPaintEvent) -> None:
        # At the sides no room for a ring: those of the segments lie inside, and the edge is in line with fields.
        space = RING_SPACE - 1
        ground = QRectF(self.rect()).adjusted(0, space, 0, -space)
        painter = QPainter(self)
        rounded(painter, ground, RADIUS + 1, self._theme.colour("sunken"), self._theme.colour("line"))

    def _on_clicked(self) -> None:
        for key, segment in self._segments.items():
            if segment.isChecked() and key != self._value:
                self._value = key
                self.chosen.emit(key)
