"""One thing worth doing: a tile, what it is, why, and one button."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from otcpd.domain.next_steps import NextStep, Tone
from otcpd.ui.painting import RADIUS, RING_SPACE, hairline, icon, rounded
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.row_or_column import RowOrColumn

_TILE = 38
_TONES = {
    Tone.PLAIN: ("sunken", "ink2"),
    Tone.ACCENT: ("accent_soft", "accent"),
    Tone.WARN: ("warn_soft", "warn"),
    Tone.ERROR: ("error_soft", "error"),
}
"""Ground and icon of the tile."""
_LEAST_WORDS = 250
"""Where the words have less room than this beside the button, it stands below them."""


class ToneTile(QWidget):
    """A small square with an icon on the ground of a tone; decoration, since the words stand beside it."""

    def __init__(self, theme: Theme, picture: str, tone: Tone, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picture = picture
        self._tone = tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = self._theme.px(_TILE)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, area = QPainter(self), QRectF(self.rect())
        ground, token = _TONES[self._tone]
        rounded(painter, area, RADIUS, self._theme.colour(ground))
        icon(painter, self._theme, self._picture, token, area.center(), self._theme.px(20))


class StepRow(QWidget):
    """A line above, unless it is the first; the words take what the button leaves."""

    wanted = Signal(object)
    """The NextStep whose button was pressed."""

    def __init__(self, theme: Theme, step: NextStep, *, doable: bool = True, parent: QWidget | None = None) -> None:
        """In a file that is open for reading nothing is `doable`, so there is no button."""
        super().__init__(parent)
        self._theme = theme
        self.step = step
        self.setAccessibleName(step.title)
        self.button = Button(theme, step.button, compact=True)
        self.button.setAccessibleDescription(f"{step.title}. {step.why}")
        self.button.clicked.connect(self._on_clicked)
        said = QWidget()
        column = QVBoxLayout(said)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.gap(2))
        column.addWidget(Label(theme, step.title, Role.BODY_STRONG, wrap=True))
        column.addWidget(Label(theme, step.why, Role.WHY, "ink2", wrap=True))
        inside = RowOrColumn(theme, gap=16 - RING_SPACE, below=8)
        inside.add(said, least=_LEAST_WORDS, takes_rest=True)
        inside.add(self.button)
        row = QHBoxLayout(self)
        edge = theme.gap(24)
        row.setContentsMargins(edge, theme.gap(16), edge - RING_SPACE, theme.gap(16))
        row.setSpacing(theme.gap(16))
        row.addWidget(ToneTile(theme, step.icon, step.tone), alignment=Qt.AlignmentFlag.AlignTop)
        row.addLayout(inside, 1)
        if not doable:
            self.button.hide()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def paintEvent(self, event: QPaintEvent) -> None:
        # Half a pixel down: at 125 % the very edge would fall outside.
        line = self._theme.colour("line")
        hairline(QPainter(self), QPointF(1, 0.5), QPointF(self.width() - 1, 0.5), line)

    def _on_clicked(self) -> None:
        self.wanted.emit(self.step)
