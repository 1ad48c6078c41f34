"""One finding of the profile checks: what is the matter, why it matters, and the way to mend it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from otcpd.domain.readiness import Finding, Level
from otcpd.ui.painting import RING_SPACE, hairline, icon
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button
from otcpd.ui.widgets.label import Label

ICONS = {Level.ERROR: "error", Level.WARNING: "warn", Level.NOTICE: "info"}
"""Icon and colour token have the same name."""
_ICON = 20


class FindingRow(QWidget):
    """A line above, an icon, the words, and one button beside or below them."""

    mend = Signal(object)
    """The Finding whose button was pressed."""

    def __init__(self, theme: Theme, finding: Finding, *, mendable: bool = True, parent: QWidget | None = None) -> None:
        """In a file that is open for reading nothing is `mendable`, so there is no button."""
        super().__init__(parent)
        self._theme = theme
        self.finding = finding
        self.setAccessibleName(finding.message)
        self.button = Button(theme, finding.fix, compact=True)
        self.button.setAccessibleDescription(f"{finding.message}. {finding.why}")
        self.button.clicked.connect(self._on_clicked)
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._row)
        words = QVBoxLayout()
        words.setSpacing(theme.gap(2))
        words.setContentsMargins(RING_SPACE, 0, 0, 0)  # in line with the button, which keeps room for its ring
        words.addWidget(Label(theme, finding.message, Role.BODY_STRONG, wrap=True))
        words.addWidget(Label(theme, finding.why, Role.WHY, "ink2", wrap=True))
        self._row.addLayout(words, 1)
        self._row.addWidget(self.button)
        if not mendable:
            self.button.hide()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_roomy(False)

    def set_roomy(self, roomy: bool) -> None:
        """With room, the button stands beside the words instead of below."""
        theme = self._theme
        direction = QBoxLayout.Direction.LeftToRight if roomy else QBoxLayout.Direction.TopToBottom
        self._row.setDirection(direction)
        self._row.setSpacing(theme.gap(16 if roomy else 8) - RING_SPACE)
        side = Qt.AlignmentFlag.AlignTop if roomy else Qt.AlignmentFlag.AlignLeft
        self._row.setAlignment(self.button, side)
        inset = theme.gap(24)
        left = inset + theme.px(_ICON) + theme.gap(12) - RING_SPACE
        self._row.setContentsMargins(left, theme.gap(16), inset - RING_SPACE, theme.gap(14))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        # Half a pixel down: at 125 % the very edge would fall outside.
        hairline(painter, QPointF(1, 0.5), QPointF(self.width() - 1, 0.5), theme.colour("line"))
        name = ICONS[self.finding.level]
        size = theme.px(_ICON)
        centre = QPointF(theme.gap(24) + size / 2, theme.gap(16) + theme.line(Role.BODY_STRONG) / 2)
        icon(painter, theme, name, name, centre, size)

    def _on_clicked(self) -> None:
        self.mend.emit(self.finding)
